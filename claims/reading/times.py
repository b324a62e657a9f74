"""When something was said or held: the words of the article, and the period they stand for.

The words are kept as they are. They resolve against the day of publication and nothing else;
what needs another anchor ("the following day") stays unresolved.
"""

from datetime import UTC, datetime, timedelta

import dateparser

from claims.reading.calendar import in_english
from claims.reading.grammar import is_in
from claims.reading.text import Sentence, tokens_of
from claims.values import Period

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
DAYS_BACK = {"today": 0, "tonight": 0, "yesterday": 1}
NO_ANCHOR = frozenset(
    {"following", "next", "later", "earlier", "same", "ago", "previous", "before"}
)
LEADS = frozenset(
    {"on", "this", "last", "late", "early", "in", "since", "overnight", "before"}
    | {"by", "until", "after"}
)
# "by Thursday", "until Monday": a limit, not the day of something.
LIMITS = frozenset({"by", "until", "after"})
DAY = timedelta(days=1)
WEEK = 7


def find_time(text: str, sentence: Sentence, first: int, last: int) -> str:
    """The first expression of time among some tokens, in the article's words; "" for none."""
    tokens = sentence.tokens
    at = first
    while at < last:
        end = _expression(sentence, at, last)
        if end > at:
            start = at
            if start > first and tokens[start - 1].lower in LEADS | {"the"}:
                start -= 1
            return text[tokens[start].start : tokens[end - 1].end]
        at += 1
    return ""


def _expression(sentence: Sentence, at: int, last: int) -> int:
    """The end of a time expression that begins here; ``at`` when none does."""
    tokens = sentence.tokens
    lower = tokens[at].lower
    if lower in WEEKDAYS or lower in DAYS_BACK or lower == "overnight":
        return _with_part_of_day(sentence, at + 1, last)
    if lower in {"following", "next", "same", "previous"} and at + 1 < last:
        return at + 2 if is_in(tokens[at + 1], "time words") else at
    if lower in MONTHS and tokens[at].is_capitalised:
        return _after_month(sentence, at, last)
    if tokens[at].text.isdigit() and at + 1 < last and tokens[at + 1].lower in MONTHS:
        return _with_year(sentence, at + 2, last)
    return at


def _with_part_of_day(sentence: Sentence, end: int, last: int) -> int:
    tokens = sentence.tokens
    if end < last and tokens[end].lower in {"morning", "afternoon", "evening", "night"}:
        return end + 1
    if end + 1 < last and tokens[end].text == "," and tokens[end + 1].lower in MONTHS:
        return _after_month(sentence, end + 1, last)
    return end


def _after_month(sentence: Sentence, at: int, last: int) -> int:
    tokens = sentence.tokens
    if at + 1 < last and tokens[at + 1].text.isdigit():
        return _with_year(sentence, at + 2, last)
    return at


def _with_year(sentence: Sentence, end: int, last: int) -> int:
    tokens = sentence.tokens
    comma = end < last and tokens[end].text == ","
    year = end + 1 if comma else end
    if year < last and tokens[year].text.isdigit() and len(tokens[year].text) == 4:  # noqa: PLR2004  # a year
        return year + 1
    return end


def resolve_time(text: str, published: datetime | None) -> Period | None:
    """The day that words like "on Monday" or "May 22" stand for, seen from the publication.

    A bare weekday is the last one up to the day after the publication: a page is brought up to
    date, and where it is written the next day may have begun ("last Tuesday" is an earlier one).
    A date without a year is the closest one before it. None where the words need another anchor,
    give a limit, or the date is unknown.
    """
    if not text or published is None:
        return None
    text = in_english(text)
    words = [token.lower for token in tokens_of(text)]
    if set(words) & (NO_ANCHOR | LIMITS):
        return None
    published = published.replace(tzinfo=UTC)  # the calendar day of its own zone
    day = _relative(words, published)
    if day is None:
        day = _dated(text, words, published)
    return None if day is None else Period(day, day + DAY - timedelta(microseconds=1))


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _relative(words: list[str], published: datetime) -> datetime | None:
    if any(word in MONTHS for word in words):
        return None
    for word in words:
        if word in DAYS_BACK:
            return _midnight(published) - DAYS_BACK[word] * DAY
        if word in WEEKDAYS:
            back = (published.weekday() - WEEKDAYS.index(word)) % WEEK
            if "last" in words:
                back = back or WEEK
            elif back == WEEK - 1:
                back = -1
            return _midnight(published) - back * DAY
    return None


def _dated(text: str, words: list[str], published: datetime) -> datetime | None:
    if not any(word in MONTHS for word in words) or not any(word.isdigit() for word in words):
        return None
    bare = " ".join(
        w for w in text.replace(",", " ").split() if w.casefold() not in LEADS | {"the"}
    )
    settings = {
        "RELATIVE_BASE": published.replace(tzinfo=None),
        "PREFER_DATES_FROM": "past",
        "REQUIRE_PARTS": ["day", "month"],
        "DATE_ORDER": "DMY",
    }
    found = dateparser.parse(bare, languages=["en"], settings=settings)
    return None if found is None else _midnight(found).replace(tzinfo=UTC)
