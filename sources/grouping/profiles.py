"""What a text gives to tell its event by: words, names, figures and dates."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice, pairwise

from sources.grouping.days import MONTHS, Days, in_words, valid
from sources.grouping.words import COMMON, TOKEN, background, stem

# The headline and the first sentences say what happened; the rest is background.
LEAD = 60
LEAD_WEIGHT = 2
MAX_CHARACTERS = 60_000
# A word that the background has mostly with a capital, or does not know, is a name.
NAME_SHARE = 0.6
YEAR = re.compile(r"(?:19|20)\d\d")
DAY = re.compile(r"\d{1,2}")
LAST_DAY = 31
# A chronicle names hundreds of days; the first are those it is about.
MOST_DAYS = 40
ORDINALS = frozenset({"st", "nd", "rd", "th"})
PLAIN = re.compile(r"\S+")
MONTH_OF = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
# Without a capital these are other words.
ALSO_WORDS = frozenset({"may", "march", "mar", "dec", "sun", "sat"})
TIMES = frozenset(MONTH_OF) | frozenset(
    PLAIN.findall(
        "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun am "
        "pm edt est pst pdt gmt bst utc published updated posted update post publish"
    )
)
SCALES = frozenset({"million", "billion", "year", "years"})


@dataclass(frozen=True, slots=True)
class Profile:
    """One text as evidence of its event.

    ``words`` counts stems, those of the lead twice; ``names`` are the stems that are names.
    ``dates`` are (month, day), ``days`` the same with the years that they are named with;
    ``lead_years`` are those years that the lead names.
    """

    words: Mapping[str, int]
    names: frozenset[str]
    figures: frozenset[str]
    dates: frozenset[tuple[int, int]]
    days: Days
    years: frozenset[str]
    lead_years: frozenset[str]

    @property
    def marks(self) -> Iterator[tuple[str, float]]:
        """Figures, dates and years as terms beside the words, each with its weight."""
        # A two-digit figure is met by chance more often than a longer one.
        yield from ((f"#{figure}", 1.0 if len(figure) > 2 else 0.6) for figure in self.figures)  # noqa: PLR2004 - digits
        yield from ((f"@{month}-{day}", 1.0) for month, day in self.dates)
        yield from ((f"@{year}", 1.0) for year in self.years)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    lower: str

    @property
    def is_time(self) -> bool:
        plain = self.lower.rstrip(".")
        return plain in TIMES and not (plain in ALSO_WORDS and self.text[0].islower())


def profile(title: str, text: str) -> Profile:
    """The profile of an article; a title that the text repeats at its start counts once."""
    whole = text if text.lstrip().startswith(title.strip()) else f"{title}\n{text}"
    found = TOKEN.findall(in_words(whole[:MAX_CHARACTERS]))
    tokens = [_Token(word, word.casefold()) for word in found]
    named, used = _dates(tokens)
    dates = frozenset(named)
    rest = [(at, one) for at, one in enumerate(tokens) if at not in used]
    words, names = _words(rest, {one.lower for one in tokens if one.text[0].islower()})
    return Profile(
        words=words,
        names=names,
        figures=frozenset(_figures(tokens, used)),
        dates=dates,
        days=Days.of(islice(chain.from_iterable(named.values()), MOST_DAYS), dates),
        years=frozenset(one.lower for _, one in rest if YEAR.fullmatch(one.lower)),
        lead_years=frozenset(
            one.lower for at, one in rest if at < LEAD and YEAR.fullmatch(one.lower)
        ),
    )


def _dates(
    tokens: Sequence[_Token],
) -> tuple[dict[tuple[int, int], list[date]], frozenset[int]]:
    """Days of a month, "May 3rd" or "3 May", with their dates, and where their numbers stand."""
    dates: defaultdict[tuple[int, int], list[date]] = defaultdict(list)
    used: set[int] = set()
    for at, token in enumerate(tokens):
        month = MONTH_OF.get(token.lower.rstrip(".")) if token.is_time else None
        for beside in (at + 1, _before(tokens, at)) if month else ():
            day = _day(tokens, beside)
            if month and day:
                year = _year(tokens, max(at, beside) + 1)
                dates[month, day] += [full for full in [valid(year, month, day)] if full]
                used.add(beside)
                break
    return dates, frozenset(used)


def _before(tokens: Sequence[_Token], at: int) -> int:
    """Where the number before a month stands: "3 May" or "3rd May"."""
    return at - 2 if at > 1 and tokens[at - 1].lower in ORDINALS else at - 1


def _year(tokens: Sequence[_Token], at: int) -> int:
    """The year that follows a day of a month, else 0."""
    after = [token.lower for token in tokens[at : at + 2]]
    after = after[1:] if after[:1] and after[0] in ORDINALS else after[:1]
    return int(after[0]) if after and YEAR.fullmatch(after[0]) else 0


def _day(tokens: Sequence[_Token], at: int) -> int:
    if not 0 <= at < len(tokens) or not DAY.fullmatch(tokens[at].lower):
        return 0
    number = int(tokens[at].lower)
    return number if number <= LAST_DAY else 0


def _words(
    tokens: Sequence[tuple[int, _Token]], small: set[str]
) -> tuple[Counter[str], frozenset[str]]:
    known = background()
    counts: Counter[str] = Counter()
    names: set[str] = set()
    for at, token in tokens:
        plain = token.lower.rstrip(".")
        if plain in COMMON or plain[0].isdigit() or token.is_time or len(plain) == 1:
            continue
        form = stem(plain.replace(".", ""))
        counts[form] += LEAD_WEIGHT if at < LEAD else 1
        capital = token.text[0].isupper() and token.lower not in small
        if capital and known.get(form, (0.0, 1.0))[1] >= NAME_SHARE:
            names.add(form)
    return counts, frozenset(names)


def _figures(tokens: Sequence[_Token], used: frozenset[int]) -> Iterator[str]:
    """Figures that can tell one event from another: not a year, a day or a small number."""
    nothing = _Token("", "")
    for at, (token, following) in enumerate(pairwise([*tokens, nothing])):
        if at in used or not token.lower[:1].isdigit() or YEAR.fullmatch(token.lower):
            continue
        if len(token.lower) > 1 or following.lower in SCALES:
            yield token.lower.replace(",", "")
