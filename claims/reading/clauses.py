"""The propositions in what somebody says: content split where one clause or item ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.choices import Modality, Stance
from claims.reading.frames import Attribution, trim
from claims.reading.grammar import CLOSERS, is_in, is_verb, phrase_start, verbs_in
from claims.reading.lexicon import contains, phrases
from claims.reading.text import Sentence, Token

Range = tuple[int, int]
MIN_WORDS = 2
ASIDE = 8  # tokens between the commas of an aside
JOINING = frozenset({"and", "but", "while", "whereas", "although", "though"})
SUBORDINATE = frozenset({"while", "although", "though", "after", "as", "if", "when", "because"})
TRAILING = frozenset({"and", "but", "or", ",", "even", "then", "while", "though", "although"})


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing said: its tokens in a sentence, how it is said, and by whom (keys).

    ``frame`` is the frame of the attribution, "" for the writer's own words. ``whole`` is the
    stretch that shows it to a reader: with speaker and cue where the content is a phrase.
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
        """Whether its main verb is negated ("takes no direct part", "does not support")."""
        return any(is_in(token, "negations") for token in self.tokens)


def split(sentence: Sentence, content: Range, *, nominal: bool) -> list[Range]:
    """The clauses of a stretch of tokens; of a phrase ("of 70 killed, of four lost") its items."""
    tokens = sentence.tokens
    first, last = content
    cuts = [first]
    for at in range(first + 1, last - 1):
        border = _item_border(tokens, at) if nominal else _clause_border(tokens, at, cuts[-1], last)
        if border:
            cuts.append(at)
    cuts.append(last)
    pieces = (trim(sentence, _bare(tokens, pair)) for pair in pairwise(cuts))
    return [piece for piece in pieces if piece[1] - piece[0] >= 1]


def _bare(tokens: tuple[Token, ...], piece: Range) -> Range:
    """A piece without the "and that" or ", of" that joins it to the one before."""
    first, last = piece
    while first < last and (
        is_in(tokens[first], "conjunctions")
        or tokens[first].text in {",", ";", "\u2014", "\u2013"} | CLOSERS
    ):
        first += 1
    if first < last - 1 and tokens[first].lower == "that" and verbs_in(tokens, first, last):
        first += 1
    while first < last and tokens[last - 1].lower in TRAILING:
        last -= 1
    return first, last


def _item_border(tokens: tuple[Token, ...], at: int) -> bool:
    """Before ", of" and "and of", "and the start of": another item of what is reported."""
    if not is_in(tokens[at], "conjunctions") and tokens[at].text != ",":
        return False
    following = tokens[at + 1 : at + 3]
    if following and following[0].lower in {"and", "later", "also"}:
        following = tokens[at + 2 : at + 4]
    if not following:
        return False
    if following[0].lower == "of":
        return True
    return is_in(tokens[at], "conjunctions") and following[0].lower in {"the", "that"}


def _clause_border(tokens: tuple[Token, ...], at: int, start: int, last: int) -> bool:
    """Before a conjunction, comma or semicolon that a clause with its own verb follows."""
    token = tokens[at]
    if token.text == ";":
        return True
    comma = token.text == "," or (token.text in CLOSERS and tokens[at - 1].text == ",")
    if not (comma or token.lower in JOINING) or at + 2 >= last:
        return False
    if comma and (tokens[at + 1].lower in {"and", "but"} or tokens[at + 1].text in CLOSERS):
        return False  # the border comes one token later
    if not verbs_in(tokens, start, at):
        return False
    if tokens[at + 1].lower == "that":
        return True
    # "While the claims are unconfirmed, it has been verified that ..."
    after_subordinate = tokens[start].lower in SUBORDINATE and comma
    return (after_subordinate or not comma) and _opens_clause(tokens, at + 1, last)


def _opens_clause(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a subject and its verb, or a verb that shares the subject, come next."""
    for at in range(first, min(first + 12, last)):
        if is_verb(tokens, at):
            if at > first and is_in(tokens[at - 1], "pronouns"):
                return True
            return at == first or phrase_start(tokens, at, first) <= max(first, at - 1)
        if tokens[at].text in {",", ";", "."} or is_in(tokens[at], "relatives"):
            return False
        if is_in(tokens[at], "conjunctions"):
            return False
    return False


def propositions(attribution: Attribution, inner: Sequence[Range]) -> list[Proposition]:
    """The propositions of an attribution; what is itself attributed within (``inner``) is left."""
    sentence = attribution.sentence
    nominal = attribution.frame == "np"
    stances = (attribution.entry.stance, _modality(attribution))
    found: list[Proposition] = []
    if attribution.frame in {"that", "np", "reported", "show"}:
        ranges = _said(sentence, attribution, nominal=nominal)
    else:
        ranges = [attribution.content]
    for at, piece in enumerate(ranges):
        rest = _outside(sentence, piece, inner)
        if rest is None:
            continue
        found.append(
            Proposition(
                sentence,
                *rest,
                _whole(attribution, rest) if at == 0 and attribution.frame != "that" else rest,
                stances[0],
                _hedged(sentence, rest, stances[1]),
                attribution.frame,
                attribution.entry.base,
                (),
                attribution.blamed,
                attribution.speaker,
            )
        )
    return found


def whole_proposition(attribution: Attribution) -> Proposition:
    """All that an attribution says, as one proposition."""
    content = attribution.content
    return Proposition(
        attribution.sentence,
        *content,
        _whole(attribution, content),
        attribution.entry.stance,
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
    if not verbs_in(sentence.tokens, *content):
        return [(content[0], tail[1])]
    return [r for part in (content, tail) for r in split(sentence, part, nominal=nominal)]


def _modality(attribution: Attribution) -> Modality:
    return Modality.ALLEGED if attribution.frame == "reported" else attribution.entry.modality


def _hedged(sentence: Sentence, piece: Range, modality: Modality) -> Modality:
    """As in "Probably", "may have", "allegedly" inside what is said lower how firmly it stands."""
    lowers = _main_words(sentence, piece)
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
        else:
            kept.append(tokens[at].lower)
        at += 1
    return kept


def _whole(attribution: Attribution, piece: Range) -> Range:
    """From the speaker to the end of the piece, where they stand in that order."""
    if attribution.speaker and attribution.speaker[0] < piece[0]:
        near = attribution.cue[0] - attribution.speaker[1] <= MIN_WORDS
        return (attribution.speaker[0] if near else attribution.cue[0], piece[1])
    return (min(attribution.cue[0], piece[0]), piece[1])


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
    first, last = trim(sentence, _bare(sentence.tokens, (first, last)))
    return (first, last) if last - first >= MIN_WORDS or (first, last) == piece else None
