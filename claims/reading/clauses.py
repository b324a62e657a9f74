"""The propositions in what somebody says: content split where one clause or item ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.choices import Modality, Stance
from claims.reading.appended import Parted, parted
from claims.reading.constructions import counts
from claims.reading.cue_entries import ratings
from claims.reading.frames import Attribution
from claims.reading.grammar import (
    is_auxiliary,
    is_in,
    is_verb,
    verbs_in,
)
from claims.reading.lexicon import contains, phrases, words
from claims.reading.negation import negates
from claims.reading.splitting import bare, split
from claims.reading.text import Sentence, Token
from claims.reading.trimming import trim

Range = tuple[int, int]
MIN_WORDS = 2
SHORT = 3  # words of "they know it"
WITH_MORE = frozenset(
    {"that", "np", "to", "blame"}
)  # frames whose content may have a clause appended
NAMED_REACH = 6  # tokens from "confirmed" to the "reports" or "account"
ASIDE = 8  # tokens between the commas of an aside


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing said: its tokens in a sentence, how it is said, and by whom (keys).

    ``frame`` is the frame of the attribution, "" for the writer's own words. ``whole`` is the
    stretch that shows it to a reader: with speaker and cue where the content is a phrase.
    ``aside`` is a "she said" that parts a subject from its verb. ``antecedent`` is what a
    relative clause speaks of, where the proposition is one.
    """

    sentence: Sentence
    first: int
    last: int
    whole: Range
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.ASSERTED
    frame: str = ""
    base: str = ""
    claimants: tuple[str, ...] = ()
    blamed: Range | None = None
    speaker: Range | None = None
    aside: Range | None = None
    antecedent: Range | None = None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the proposition."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def lowers(self) -> list[str]:
        """Its words, folded."""
        return self.sentence.lowers(self.first, self.last)

    @property
    def negated(self) -> bool:
        """Whether its main verb is negated ("takes no direct part", "does not support").

        "Without warning", "not by the army" and "nobody but the army" leave what happened as it
        is; so does "did not stop".
        """
        tokens = self.tokens
        return any(negates(tokens, at) for at in range(len(tokens)))


def propositions(attribution: Attribution, inner: Sequence[Range]) -> list[Proposition]:
    """The propositions of an attribution; what is itself attributed within (``inner``) is left.

    What is appended to one ("..., which it has held since March") comes after it.
    """
    sentence = attribution.sentence
    nominal = attribution.frame == "np"
    found: list[Proposition] = []
    if attribution.frame in {"that", "np", "reported", "show"}:
        ranges = _together(sentence, _said(sentence, attribution, nominal=nominal))
    else:
        ranges = [attribution.content]
    for at, piece in enumerate(ranges):
        rest = _outside(sentence, piece, inner)
        if rest is None:
            continue
        parts = Parted(rest)
        if attribution.frame in WITH_MORE:
            accused, clause = attribution.frame == "blame", attribution.frame == "that"
            parts = parted(sentence, rest, accused=accused, clause=clause)
        found.append(_proposition(attribution, parts.main, first=at == 0))
        found += _appended(attribution, parts)
    return found


def _proposition(attribution: Attribution, piece: Range, *, first: bool) -> Proposition:
    sentence = attribution.sentence
    untrue = _called_untrue(sentence, piece)
    return Proposition(
        sentence,
        *(untrue or piece),
        _shown(attribution, piece, first=first),
        Stance.DENIES if untrue else _stance(attribution, piece),
        _hedged(sentence, piece, _modality(attribution)),
        attribution.frame,
        attribution.entry.base,
        (),
        attribution.blamed,
        attribution.speaker,
        _aside(attribution, piece),
    )


def _shown(attribution: Attribution, piece: Range, *, first: bool) -> Range:
    """The stretch that shows a piece to a reader."""
    if first and attribution.frame != "that":
        return _whole(attribution, piece)
    if first and attribution.entry.base in ratings():
        return _rating_start(attribution), piece[1]
    if first and attribution.tail is not None and _is_known_that(attribution):
        return attribution.content[0], piece[1]
    return piece


def _rating_start(attribution: Attribution) -> int:
    """Where "highly likely that" begins in "finds it highly likely that"."""
    first, last = attribution.cue
    lowers = attribution.sentence.lowers(first, last)
    return first + lowers.index("it") + 1 if "it" in lowers else attribution.content[0]


def _appended(attribution: Attribution, parts: Parted) -> list[Proposition]:
    """What stands beside a main piece: a relative clause, and what an act was for."""
    sentence = attribution.sentence
    modality, speaker = _modality(attribution), attribution.speaker
    found = [
        Proposition(sentence, *one, one, modality=modality, frame="purpose", speaker=speaker)
        for one in parts.purposes
    ]
    if parts.relative is not None:
        relative = Proposition(
            sentence,
            *parts.relative,
            parts.relative,
            modality=_hedged(sentence, parts.relative, modality),
            frame="relative",
            speaker=speaker,
            antecedent=parts.antecedent,
        )
        found.append(relative)
    return found


def _stance(attribution: Attribution, piece: Range) -> Stance:
    """The cue's own stance; who confirms what is a claim by its name confirms it."""
    confirming = attribution.entry.base in words("cues", "confirming")
    named = confirming and _names_claim(attribution.sentence, piece, attribution.frame)
    return Stance.CONFIRMS if named else attribution.entry.stance


def _names_claim(sentence: Sentence, piece: Range, frame: str) -> bool:
    """As in "the reports", "the mayor's account"; or "the mayor's account was right"."""
    lowers = sentence.lowers(*piece)
    near = range(min(NAMED_REACH, len(lowers)))
    at = next((k for k in near if lowers[k] in words("cues", "anaphors")), -1)
    if at < 0 or verbs_in(sentence.tokens, piece[0], piece[0] + at):
        return False
    if frame == "that":
        return contains(lowers[at:], phrases("cues", "affirmations"))
    return not (lowers[at] in words("cues", "counted nouns") and lowers[at + 1 : at + 2] == ["of"])


def _aside(attribution: Attribution, piece: Range) -> Range | None:
    """The tokens of "she said" within a piece that goes on after it."""
    tail = attribution.tail
    if tail is None or not piece[0] < attribution.content[1] < tail[0] < piece[1]:
        return None
    return attribution.content[1], tail[0]


def _called_untrue(sentence: Sentence, piece: Range) -> Range | None:
    """What "reports that it was emptied were untrue" speaks of: "it was emptied"."""
    tokens = sentence.tokens
    first, last = piece
    while first < last and is_in(tokens[first], "determiners"):
        first += 1
    if first + 2 >= last or tokens[first + 1].lower != "that":
        return None
    if tokens[first].lower not in words("cues", "anaphors"):
        return None
    for at in range(last - 1, first + 2, -1):
        if is_in(tokens[at], "be"):
            said = sentence.lowers(at, last)
            return (first + 2, at) if contains(said, phrases("cues", "rejections")) else None
    return None


def whole_proposition(attribution: Attribution) -> Proposition:
    """All that an attribution says, as one proposition."""
    content = attribution.content
    return Proposition(
        attribution.sentence,
        *content,
        _whole(attribution, content),
        _stance(attribution, content),
        _modality(attribution),
        attribution.frame,
        attribution.entry.base,
        (),
        attribution.blamed,
        attribution.speaker,
    )


def _said(sentence: Sentence, attribution: Attribution, *, nominal: bool) -> list[Range]:
    """The clauses of the content; a subject parted from its verb by "she said" stays with it."""
    content, tail = attribution.content, attribution.tail
    if tail is None:
        return split(sentence, content, nominal=nominal)
    if _is_known_that(attribution):
        return split(sentence, (tail[0] + 1, tail[1]), nominal=nominal)
    pieces = split(sentence, tail, nominal=nominal)
    # "How it fights, she said, is up to it" has its subject before the aside too.
    goes_on = is_verb(sentence.tokens, tail[0])
    whole = has_main_verb(sentence.tokens, *content) or not verbs_in(sentence.tokens, *tail)
    if pieces and (goes_on or not whole):
        return [(content[0], pieces[0][1]), *pieces[1:]]
    return [*split(sentence, content, nominal=nominal), *pieces]


def _is_known_that(attribution: Attribution) -> bool:
    """As in "Norland knew, he said, that the bridge was mined": what is said stands after it."""
    tail = attribution.tail
    return tail is not None and attribution.sentence.tokens[tail[0]].lower == "that"


def _together(sentence: Sentence, pieces: Sequence[Range]) -> list[Range]:
    """The pieces, short ones beside each other as one: "we won, and they know it"."""
    found: list[Range] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and _is_short(sentence, last) and _is_short(sentence, piece):
            found[-1] = (last[0], piece[1])
        else:
            found.append(piece)
    return found


def _is_short(sentence: Sentence, piece: Range) -> bool:
    """Whether a piece says little by itself; a figure says much."""
    spoken = [token for token in sentence.tokens[slice(*piece)] if token.is_word]
    figure = counts(sentence.tokens[: piece[1]], piece[0])
    return len(spoken) <= SHORT and not figure


def _modality(attribution: Attribution) -> Modality:
    return Modality.ALLEGED if attribution.frame == "reported" else attribution.entry.modality


def _hedged(sentence: Sentence, piece: Range, modality: Modality) -> Modality:
    """As in "Probably", "may have", "allegedly" inside what is said lower how firmly it stands."""
    words_said = _main_words(sentence, piece)
    # "Could not be heard" tells of what was so; "could have" leaves it open.
    lowers = [w for w, after in pairwise([*words_said, ""]) if (w, after) != ("could", "not")]
    if contains(lowers, phrases("hedges", "alleged")):
        return Modality.ALLEGED
    if contains(lowers, phrases("hedges", "hedged")):
        return Modality.HEDGED
    return modality


def _main_words(sentence: Sentence, piece: Range) -> list[str]:
    """The words of a piece without asides and relative clauses, whose hedges are their own."""
    kept: list[str] = []
    at, last = piece
    tokens = sentence.tokens
    while at < last:
        if tokens[at].text == ",":
            closing = (k for k in range(at + 1, min(at + ASIDE, last)) if tokens[k].text == ",")
            at = next(closing, at)
        elif at > piece[0] and is_in(tokens[at], "relatives") and tokens[at - 1].is_word:
            break
        elif tokens[at].text != "May":  # the month hedges nothing
            kept.append(tokens[at].lower)
        at += 1
    return kept


def _whole(attribution: Attribution, piece: Range) -> Range:
    """From the speaker to the end of the piece, where they stand in that order."""
    if attribution.speaker and attribution.speaker[0] < piece[0]:
        near = attribution.cue[0] - attribution.speaker[1] <= MIN_WORDS
        return (attribution.speaker[0] if near else attribution.cue[0], piece[1])
    last = piece[1]
    if attribution.passive and attribution.frame == "np" and attribution.speaker:
        last = max(last, attribution.speaker[1])  # "12 deaths were reported by the mayor"
    return (min(attribution.cue[0], piece[0]), last)


def _without_loose_end(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The end of a piece without the "in what" that led on to somebody else's words."""
    end = last
    while end > first and (is_in(tokens[end - 1], "relatives") or tokens[end - 1].lower == "what"):
        end -= 1
    if end == last:
        return last
    while end > first and (is_in(tokens[end - 1], "prepositions") or not tokens[end - 1].is_word):
        end -= 1
    return end


def has_main_verb(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a finite verb stands outside the clauses that hang on a noun or open with "what"."""
    at = first
    while at < last:
        if _hangs(tokens, first, at):
            at = _past_verb(tokens, at + 1, last)
        elif is_verb(tokens, at):
            return True
        at += 1
    return False


def _past_verb(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The first verb from here on that is no mere auxiliary of another."""
    at = next((k for k in range(first, last) if is_verb(tokens, k)), last)
    while at + 1 < last and is_auxiliary(tokens[at]) and is_verb(tokens, at + 1):
        at += 1
    return at


def past_relative(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Past a relative clause that comes before any other verb; ``first`` where none does."""
    for at in range(first, last):
        if tokens[at].lower in {"who", "which"} and at > first and tokens[at - 1].is_word:
            return min(_past_verb(tokens, at + 1, last) + 1, last)
        if is_verb(tokens, at) or not tokens[at].is_word:
            return first
    return first


def _numbers() -> frozenset[str]:
    return words("quantities", "number words") | {"half", "a", "dozens", "hundreds"}


def _hangs(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Whether a relative clause, or one of "what", "how" or "than", begins here."""
    lower = tokens[at].lower
    if lower in words("grammar", "clause heads"):
        following = tokens[at + 1].lower if at + 1 < len(tokens) else "to"
        figure = lower == "than" and (following[0].isdigit() or following in _numbers())
        return not tokens[at].text.isupper() and following != "to" and not figure
    return lower == "that" and at > first and tokens[at - 1].is_word


def _outside(sentence: Sentence, piece: Range, inner: Sequence[Range]) -> Range | None:
    """The piece without attributions that lie within it; None when nothing much is left."""
    first, last = piece
    for start, end in inner:
        if start < last and end > first:
            if start <= first + 1 and end >= last - 1:
                return None
            if start - first >= last - end:
                last = max(first, start)
            else:
                first = min(last, end)
    first, last = trim(sentence, bare(sentence.tokens, (first, last)))
    last = _without_loose_end(sentence.tokens, first, last)
    return (first, last) if last - first >= MIN_WORDS or (first, last) == piece else None
