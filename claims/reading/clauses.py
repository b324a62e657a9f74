"""The propositions in what somebody says: content split where one clause or item ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.choices import Modality, Stance
from claims.reading.frames import Attribution, trim
from claims.reading.grammar import (
    CLOSERS,
    is_adverb,
    is_auxiliary,
    is_in,
    is_verb,
    participles,
    phrase_start,
    verbs_in,
)
from claims.reading.lexicon import contains, phrases, words
from claims.reading.text import Sentence, Token

Range = tuple[int, int]
MIN_WORDS = 2
ASIDE = 8  # tokens between the commas of an aside
JOINING = frozenset({"and", "but", "while", "whereas", "although", "though"})
SUBORDINATE = frozenset({"while", "although", "though", "after", "as", "if", "when", "because"})
OPENING = frozenset({"because", "if", "when", "whether", "unless", "that"})
TRAILING = frozenset({"and", "but", "or", ",", "even", "then", "while", "though", "although"})


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing said: its tokens in a sentence, how it is said, and by whom (keys).

    ``frame`` is the frame of the attribution, "" for the writer's own words. ``whole`` is the
    stretch that shows it to a reader: with speaker and cue where the content is a phrase.
    ``aside`` is a "she said" that parts a subject from its verb.
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
    opens = first < last - 1 and tokens[first].lower == "that" and not tokens[first].quoted
    if opens and verbs_in(tokens, first, last):
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
    names = tokens[at - 1].is_capitalised or tokens[at - 1].text == ")"
    if names and following[1:] and following[1].is_capitalised:
        return False  # "the Legion (L) and the Corps" is one item
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
    if not verbs_in(tokens, start, at) or _joins_less(tokens, start, at, comma=comma):
        return False
    if tokens[at + 1].lower == "that":
        return True
    # "While the claims are unconfirmed, it has been verified that ..."
    after_subordinate = tokens[start].lower in SUBORDINATE and comma
    return (after_subordinate or not comma) and _opens_clause(tokens, at + 1, last)


def _joins_less(tokens: tuple[Token, ...], start: int, at: int, *, comma: bool) -> bool:
    """Whether a conjunction joins less than clauses: subjects, or participles of one passive."""
    if _is_as_though(tokens, at) or _joins_subjects(tokens, start, at):
        return True
    return not comma and _shares_passive(tokens, start, at)


def _is_as_though(tokens: tuple[Token, ...], at: int) -> bool:
    """As in "it looks as though it was a bomb": one clause says how it looks."""
    return at > 0 and tokens[at].lower == "though" and tokens[at - 1].lower == "as"


def _joins_subjects(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """As in "because Mir, Dubno and Lida were hit": what is joined has no verb yet."""
    near = range(at - 1, start - 1, -1)
    opened = next((k for k in near if tokens[k].lower in OPENING), -1)
    return 0 <= opened < at - 1 and not verbs_in(tokens, opened + 1, at)


def _shares_passive(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """As in "were crushed and driven out": one passive with two participles."""
    if tokens[at + 1].lower not in participles():
        return False
    be = next((k for k in range(at - 1, start - 1, -1) if is_in(tokens[k], "be")), -1)
    after = (
        k for k in range(be + 1, at) if not is_adverb(tokens[k]) and not is_auxiliary(tokens[k])
    )
    verb = next(after, at)
    return be >= 0 and verb < at and tokens[verb].lower in participles()


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
        untrue = _called_untrue(sentence, rest)
        found.append(
            Proposition(
                sentence,
                *(untrue or rest),
                _whole(attribution, rest) if at == 0 and attribution.frame != "that" else rest,
                Stance.DENIES if untrue else stances[0],
                _hedged(sentence, rest, stances[1]),
                attribution.frame,
                attribution.entry.base,
                (),
                attribution.blamed,
                attribution.speaker,
                _aside(attribution, rest),
            )
        )
    return found


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
    pieces = split(sentence, tail, nominal=nominal)
    # "How it fights, she said, is up to it" has its subject before the aside too.
    goes_on = is_verb(sentence.tokens, tail[0])
    whole = has_main_verb(sentence.tokens, *content) or not verbs_in(sentence.tokens, *tail)
    if pieces and (goes_on or not whole):
        return [(content[0], pieces[0][1]), *pieces[1:]]
    return [*split(sentence, content, nominal=nominal), *pieces]


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
    first, last = trim(sentence, _bare(sentence.tokens, (first, last)))
    last = _without_loose_end(sentence.tokens, first, last)
    return (first, last) if last - first >= MIN_WORDS or (first, last) == piece else None
