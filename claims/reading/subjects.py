"""Who is the subject of a cue: the phrase before it, after it, or the one of an earlier cue."""

from dataclasses import dataclass, replace
from enum import Enum

from claims.reading.adjuncts import next_complement
from claims.reading.constructions import owner_end
from claims.reading.cue_entries import Cue, entry_of
from claims.reading.grammar import (
    CLOSERS,
    base_verb,
    is_adverb,
    is_auxiliary,
    is_in,
    is_verb,
    parenthesis_before,
    phrase_end,
    phrase_start,
    skip_left,
    verbs_in,
)
from claims.reading.lexicon import words
from claims.reading.subject_ends import is_aside, without_aside
from claims.reading.text import Sentence, Token

TOLD = 6  # tokens before "..., the mayor said." that can only be what was said
AFTER_CUE = frozenset({",", ".", ";", ":", "\u201c", '"', "?", "!"})
QUOTING = frozenset({"quoted", "quotes", "quote", "cited", "cites", "cite"})
QUOTED_REACH = 10  # tokens from "quoted" to "as saying"
WAY = 5  # tokens from "by accusing" back to its verb
WHO_REACH = 12  # tokens from "who" to the last noun of its clause
UNTIL = frozenset({"until", "till", "since"})
NEARNESS = frozenset({"close", "loyal", "privy", "opposed"})  # "sources close to the talks"


class Place(Enum):
    """Where the subject stands."""

    BEFORE = "before"
    POSTPOSED = "postposed"  # "..., the ministry said"
    INVERTED = "inverted"  # "..., said Gladkov"
    INHERITED = "inherited"  # "..., and added that"
    AHEAD = "ahead"  # "Insisting that ..., Russia says"
    RELATIVE = "relative"  # "the group, which claimed"


@dataclass(frozen=True, slots=True)
class Subject:
    """The tokens of a subject, and where the clause it opens begins."""

    first: int
    last: int
    place: Place
    clause: int


def find_subject(sentence: Sentence, cue: Cue, earlier: list[Subject]) -> Subject | None:
    """The subject of a cue. ``earlier`` are those of the cues before it in the sentence."""
    tokens = sentence.tokens
    if cue.owner is not None or cue.entry.frames & {"noun", "owned"}:
        return _by_itself(tokens, cue)
    if cue.participle:
        return _of_participle(sentence, cue, earlier)
    inverted = _inverted(tokens, cue)
    if inverted is not None:
        return inverted
    at = cue.first
    if at and is_in(tokens[at - 1], "relatives") and tokens[at - 1].lower != "that":
        return _of_relative(tokens, at - 1)
    if at and (is_in(tokens[at - 1], "conjunctions") or tokens[at - 1].lower == "then"):
        return _inherited(earlier, at, sentence)
    return _before(tokens, at, cue) or _inherited(earlier, at, sentence)


def _by_itself(tokens: tuple[Token, ...], cue: Cue) -> Subject | None:
    """The subject that the cue itself names: "its claim that", "in Moscow's version"."""
    if cue.owner is not None:
        return Subject(*cue.owner, Place.BEFORE, min(cue.first, cue.owner[0]))
    owner = _owner(tokens, cue)
    if owner is None or "noun" in cue.entry.frames:
        return owner
    return replace(owner, place=Place.BEFORE, clause=owner.first)


def _owner(tokens: tuple[Token, ...], cue: Cue) -> Subject | None:
    end = owner_end(tokens, cue.at)
    if end is None:
        return None
    pronoun = is_in(tokens[end - 1], "possessives")
    first = end - 1 if pronoun else _owner_start(tokens, end)
    return Subject(first, end, Place.RELATIVE, cue.at) if first < end else None


def _owner_start(tokens: tuple[Token, ...], end: int) -> int:
    """Where an owner's name begins: "plays into the Kremlin's claim", "backing Moscow's claim"."""
    first = phrase_start(tokens, end)
    for at in range(end - 1, first, -1):
        before = tokens[at - 1]
        if is_in(tokens[at], "determiners") and before.lower != "of":
            return at
        if tokens[at].is_capitalised and before.lower.endswith("ing") and before.text.islower():
            return at
    return first


def _before(tokens: tuple[Token, ...], at: int, cue: Cue) -> Subject | None:
    if at == 0:
        return None
    end = at
    opened = _before_age(tokens, parenthesis_before(tokens, at))
    if opened < at - 1 and tokens[at - 1].text in {",", "\u2014", "\u2013", ")"}:
        if opened == 0 or not (tokens[opened - 1].is_word or tokens[opened - 1].text == ")"):
            return None
        end = opened
    if not tokens[end - 1].is_word and tokens[end - 1].text != ")" and end == at:
        return None
    first = end - 1 if is_in(tokens[end - 1], "pronouns") else phrase_start(tokens, end)
    if first > 1 and tokens[first].lower == "to" and tokens[first - 1].lower in NEARNESS:
        first = phrase_start(tokens, first - 1)
    if first >= end or _is_contact_clause(tokens, first):
        return None
    antecedent = _antecedent(tokens, first)
    if antecedent is not None:
        told = tokens[antecedent.last - 1].lower in words("people", "anybody")
        # "Women who hid in a field": without the clause nobody knows which.
        return replace(antecedent, last=at) if told and end == at else antecedent
    last = at if end == at or not is_aside(tokens, end + 1, at - 1) else end
    last = without_aside(tokens, first, last)
    postposed = first > 0 and _is_postposed(tokens, first, cue) and not _asks(tokens, first)
    return Subject(first, last, Place.POSTPOSED if postposed else Place.BEFORE, first)


def _before_age(tokens: tuple[Token, ...], opened: int) -> int:
    """Where "Ana Lis, 60, who died" leaves the name: before the age, not behind it."""
    aged = opened > 2 and tokens[opened - 1].text.isdigit() and tokens[opened - 2].text == ","  # noqa: PLR2004  # a name, a comma, an age
    return opened - 2 if aged else opened


def _is_contact_clause(tokens: tuple[Token, ...], first: int) -> bool:
    """As in "analysts we have spoken to are doubtful": what stands left is no noun phrase."""
    return first > 0 and is_auxiliary(tokens[first - 1]) and bool(base_verb(tokens[first]))


def _antecedent(tokens: tuple[Token, ...], first: int) -> Subject | None:
    """Of "fighters who raided the region", found from "the region": the fighters."""
    if first == 0:
        return None
    relative = first - 1  # "traders who work under the bridge": the verb may pass for a noun
    if tokens[relative].lower != "who":
        relative = skip_left(tokens, first - 1) - 1 if is_verb(tokens, first - 1) else 0
        relative = relative or _who_before(tokens, first)
    if relative < 1 or tokens[relative].lower not in {"who", "which", "that"}:
        return None
    if not tokens[relative - 1].is_word:
        return None
    start = phrase_start(tokens, relative)
    return Subject(start, relative, Place.BEFORE, start) if start < relative else None


def _asks(tokens: tuple[Token, ...], last: int) -> bool:
    """As in "Asked whether the dam held, Lis said": what a reporter asked is nobody's claim."""
    head = int(tokens[0].lower == "when")
    return (
        head + 1 < last
        and tokens[head].lower in {"asked", "questioned", "pressed"}
        and not tokens[head].quoted
    )


def _is_postposed(tokens: tuple[Token, ...], first: int, cue: Cue) -> bool:
    """Whether what is said stands left of the subject: "..., the ministry said on Telegram."."""
    before = tokens[first - 1].text
    if before not in CLOSERS | {",", "?", "!"} or not cue.entry.frames & {"quote", "that"}:
        return False
    told = first > TOLD or verbs_in(tokens, 0, first - 1) or _is_aside_cue(tokens, cue)
    told = told or _closes(tokens, first - 1)
    if before == "," and not told:
        return False
    after = cue.last
    if cue.entry.base == "tell":  # "..., she told reporters on Saturday"
        after = phrase_end(tokens, after, len(tokens))
        after = next((k for k in range(cue.last, after) if is_in(tokens[k], "prepositions")), after)
    after = next_complement(tokens, after)
    return after >= len(tokens) or tokens[after].text in {
        ",",
        ".",
        ";",
        "\u201c",
        '"',
        "?",
        "!",
        ":",
    }


def _who_before(tokens: tuple[Token, ...], first: int) -> int:
    """Where "who" stands in "a woman who packed cheese there until April"; 0 without one."""
    if not (is_in(tokens[first - 1], "prepositions") or tokens[first - 1].lower in UNTIL):
        return 0
    for at in range(first - 2, max(first - WHO_REACH, 0), -1):
        if not tokens[at].is_word:
            return 0
        if tokens[at].lower == "who":
            return at if verbs_in(tokens, at, first) else 0
    return 0


def _is_aside_cue(tokens: tuple[Token, ...], cue: Cue) -> bool:
    """As in "The museum, she said, would open": commas on both sides of speaker and cue."""
    return cue.last < len(tokens) and tokens[cue.last].text == ","


def _inverted(tokens: tuple[Token, ...], cue: Cue) -> Subject | None:
    if not _may_invert(tokens, cue):
        return None
    head = tokens[cue.last]
    if not head.is_word or is_in(head, "time words") or is_in(head, "prepositions"):
        return None
    if is_in(head, "subordinators") or (is_in(head, "pronouns") and head.lower == "it"):
        return None
    end = _name_end(tokens, cue.last)
    if end < len(tokens) and (is_verb(tokens, end) or is_in(tokens[end], "pronouns")):
        return None
    if not (_said_before(tokens, cue.first) or _is_inverted_aside(tokens, cue, end)):
        return None
    return Subject(cue.last, end, Place.INVERTED, cue.first)


def _is_inverted_aside(tokens: tuple[Token, ...], cue: Cue, end: int) -> bool:
    """As in "Norland, says the king's spokesman, had no part in it": the clause goes on after it.

    "Jan Lis, who leads them, says the bridge, built in 1950, fell" has an aside of its own before.
    """
    at = cue.first - 1
    if parenthesis_before(tokens, cue.first) < at or tokens[end : end + 1] == ():
        return False
    following = skip_right(tokens, end + 1)
    if tokens[end].text != "," or following >= len(tokens):
        return False
    finite = is_auxiliary(tokens[end + 1]) or is_verb(tokens, following)
    return finite and phrase_start(tokens, at) < at and not verbs_in(tokens, 0, at)


def skip_right(tokens: tuple[Token, ...], at: int) -> int:
    """The place after the adverbs that stand here."""
    while at < len(tokens) and is_adverb(tokens[at]):
        at += 1
    return at


def _may_invert(tokens: tuple[Token, ...], cue: Cue) -> bool:
    """Whether a cue can stand before its subject: a bare verb after what was said."""
    if not cue.first or "quote" not in cue.entry.frames or cue.passive or cue.entry.base == "tell":
        return False
    if tokens[cue.first - 1].text not in CLOSERS | {",", "?", "!"} or cue.last >= len(tokens):
        return False
    return cue.first == cue.at


def _said_before(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether something said stands left of a cue: a quotation, or a verb of the main clause.

    "Two bands, A and B, claim the raid" and "Mr Lis, who leads them, says those men ..." are
    subjects with what is said about them.
    """
    if tokens[at - 1].text in CLOSERS | {"?", "!"} or _closes(tokens, at - 1):
        return True
    opened = parenthesis_before(tokens, at)
    aside = opened < at - 1 and is_in(tokens[opened + 1], "relatives")
    return verbs_in(tokens, 0, opened if aside else at)


def _closes(tokens: tuple[Token, ...], comma: int) -> bool:
    """Whether a comma stands right after a quotation: “...”, said Jan Lis."""
    return comma > 0 and tokens[comma].text == "," and tokens[comma - 1].text in CLOSERS


def _name_end(tokens: tuple[Token, ...], first: int) -> int:
    """The end of a subject after its verb, with its apposition ("Ilya Ponomarev, an exile")."""
    end = phrase_end(tokens, first, len(tokens))
    for k in range(first + 1, end):
        if tokens[k].lower in {"in", "on", "at", "during", "by", "to", "after"}:
            end = k
            break
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return end
    # "said its managing director, Ana Lis": a post and, between commas, who holds it
    post = tokens[end - 1].lower in words("people", "posts") and tokens[end + 1].is_capitalised
    return (
        phrase_end(tokens, end + 1, len(tokens)) if post or _is_apposition(tokens[end + 1]) else end
    )


def _is_apposition(token: Token) -> bool:
    return token.lower in {"a", "an", "the", "head", "chief"} or token.lower in words(
        "people", "posts"
    )


def _of_relative(tokens: tuple[Token, ...], relative: int) -> Subject | None:
    end = relative
    if end and tokens[end - 1].text == ",":
        end -= 1
    if end == 0:
        return None
    first = phrase_start(tokens, end)
    return Subject(first, end, Place.RELATIVE, relative) if first < end else None


def _inherited(earlier: list[Subject], at: int, sentence: Sentence) -> Subject | None:
    if earlier:
        last = earlier[-1]
        return Subject(last.first, last.last, Place.INHERITED, at)
    return main_subject(sentence, at)


def main_subject(sentence: Sentence, before: int) -> Subject | None:
    """The subject of the sentence's first verb, for a cue further on ("posted a video saying")."""
    tokens = sentence.tokens
    for at in range(1 + _past_opening(tokens, before), before):
        if is_verb(tokens, at) and tokens[at - 1].is_word:
            end = skip_left(tokens, at)
            first = end - 1 if is_in(tokens[end - 1], "pronouns") else phrase_start(tokens, end)
            return Subject(first, end, Place.INHERITED, before) if first < end else None
    return None


def _past_opening(tokens: tuple[Token, ...], before: int) -> int:
    """Past a clause before the main one: "Asked where they came from, the commander said"."""
    head = tokens[0]
    if not (is_in(head, "subordinators") or head.lower.endswith(("ed", "ing"))):
        return 0
    return next((k + 1 for k in range(before) if tokens[k].text == ","), 0)


def _of_participle(sentence: Sentence, cue: Cue, earlier: list[Subject]) -> Subject | None:
    tokens = sentence.tokens
    if cue.first == 0:
        comma = next((k for k, t in enumerate(tokens) if t.text == ","), -1)
        if comma < 0:
            return None
        end = next((k for k in range(comma + 1, len(tokens)) if is_verb(tokens, k)), -1)
        return Subject(comma + 1, end, Place.AHEAD, 0) if end > comma + 1 else None
    if tokens[cue.first - 1].lower == "of":
        return None  # "accused her of saying that": it is not the accuser who says it
    if tokens[cue.first - 1].text == "," and earlier:
        return _inherited(earlier, cue.first, sentence)
    if tokens[cue.first - 1].is_capitalised:
        first = cue.first - 1
        while first and tokens[first - 1].is_capitalised:
            first -= 1
        return Subject(first, cue.first, Place.BEFORE, first)
    ways = {"as": _quoted_one, "by": _of_way}
    way = ways.get(tokens[cue.first - 1].lower)
    own = way(tokens, cue.first - 1, cue) if way else None
    return own or main_subject(sentence, cue.first)


def _quoted_one(tokens: tuple[Token, ...], end: int, cue: Cue) -> Subject | None:
    """Who says it in "the agency quoted the minister as saying": the object of the verb."""
    near = range(end - 2, max(end - QUOTED_REACH, 0), -1)
    verb = next((k for k in near if tokens[k].lower in QUOTING), -1)
    if verb < 1:
        return None
    first = skip_left(tokens, verb)
    if any(is_in(token, "be") for token in tokens[first:verb]):
        return _before(tokens, first, cue)  # "the minister was quoted by the agency as saying"
    return Subject(verb + 1, end, Place.BEFORE, verb + 1)


def _of_way(tokens: tuple[Token, ...], by: int, _cue: Cue) -> Subject | None:
    """Who "answered by accusing", "hit back by saying": the subject of the verb before "by"."""
    for at in range(by - 1, max(by - WAY, 0), -1):
        token = tokens[at]
        if not token.is_word:
            return None
        if is_in(token, "prepositions") or token.is_capitalised:
            continue
        if entry_of(token.lower) or base_verb(token) or token.lower.endswith("ed"):
            end = skip_left(tokens, at)
            if any(is_in(t, "be") for t in tokens[end:at]) or end == 0:
                return None
            first = end - 1 if is_in(tokens[end - 1], "pronouns") else phrase_start(tokens, end)
            return Subject(first, end, Place.INHERITED, by) if first < end else None
    return None
