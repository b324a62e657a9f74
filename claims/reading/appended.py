"""What a statement adds at its end: ", which it has held since March", "to cut the water"."""

from dataclasses import dataclass

from claims.reading.frames import Range
from claims.reading.grammar import (
    base_verb,
    is_acronym,
    is_adverb,
    is_auxiliary,
    is_in,
    is_verb,
    phrase_start,
    verbs_in,
)
from claims.reading.lexicon import match, phrases, verb_forms, words
from claims.reading.text import Sentence, Token
from claims.reading.trimming import trim

Tokens = tuple[Token, ...]
LINKS = frozenset({"of", "for", "over"})
NEAR = 2  # tokens an act takes before its purpose: "of mining the dam / to cut"


@dataclass(frozen=True, slots=True)
class Parted:
    """The main stretch, the relative clause at its end and what that is about, the purposes."""

    main: Range
    relative: Range | None = None
    antecedent: Range | None = None
    purposes: tuple[Range, ...] = ()


def parted(sentence: Sentence, piece: Range, *, accused: bool, clause: bool) -> Parted:
    """What a piece says, without what it adds at its end.

    Purposes are told of the ``accused`` alone. Of a ``clause`` a verb stands before the relative.
    """
    tokens = sentence.tokens
    first, last = piece
    last = _before_verdict(tokens, first, last)
    piece = (first, last)
    relative = _relative(tokens, first, last, clause=clause)
    main = (first, relative - 1) if relative else piece
    purposes = _purposes(tokens, *main) if accused else ()
    purposes = purposes or _second_aims(tokens, *main)
    if purposes:
        main = (first, _without_joining(tokens, first, purposes[0][0]))
    antecedent = (phrase_start(tokens, relative - 1, first), relative - 1) if relative else None
    return Parted(
        trim(sentence, main),
        trim(sentence, (relative, last)) if relative else None,
        antecedent,
        tuple(trim(sentence, purpose) for purpose in purposes),
    )


def _before_verdict(tokens: Tokens, first: int, last: int) -> int:
    """Where what is said ends before the outlet's ", a claim that could not be verified"."""
    for at in range(first + 2, last - 2):
        if tokens[at - 1].text != "," or not is_in(tokens[at], "determiners"):
            continue
        named = tokens[at + 1].lower in words("cues", "anaphors")
        if named and tokens[at + 2].lower in {"that", "which"} and not tokens[at].quoted:
            return at - 1
    return last


def _relative(tokens: Tokens, first: int, last: int, *, clause: bool) -> int:
    """Where ", which ..." begins that goes on to the end; 0 where none does."""
    for at in range(first + 2, last - 2):
        told = tokens[at].lower in {"which", "who"} and not is_acronym(tokens[at])
        if not told or tokens[at - 1].text != ",":
            continue
        if (clause and not verbs_in(tokens, first, at)) or not verbs_in(tokens, at + 1, last):
            return 0
        return 0 if _main_goes_on(tokens, at + 1, last) else at
    return 0


def _main_goes_on(tokens: Tokens, first: int, last: int) -> bool:
    """As in "the bridge, which carried trains, fell": a verb comes after the next comma."""
    for at in range(first, last - 1):
        if tokens[at].text == ",":
            after = at + 1
            while after < last - 1 and is_adverb(tokens[after]):
                after += 1
            if is_auxiliary(tokens[after]) or is_verb(tokens, after):
                return True
    return False


def _purposes(tokens: Tokens, first: int, last: int) -> tuple[Range, ...]:
    """The purposes of the act that somebody is accused of: "to cut ...", "and to distract ..."."""
    act = next((k + 1 for k in range(first, last) if tokens[k].lower in LINKS), last)
    if act >= last or tokens[act].lower in words("cues", "takes infinitive"):
        return ()
    starts: list[int] = []
    for at in range(act + NEAR, last - 2):
        if tokens[at].lower != "to":
            continue
        before, after = tokens[at - 1], tokens[at + 1]
        if starts and (is_in(before, "conjunctions") or before.text == ","):
            if after.text.islower() and not is_in(after, "determiners"):
                starts.append(at)
        elif not starts and _is_infinitive(after) and not _needs_infinitive(tokens, at):
            starts.append(_opening(tokens, act, at))
    ends = [*starts[1:], last][: len(starts)]
    return tuple(
        (start, _without_joining(tokens, start, end))
        for start, end in zip(starts, ends, strict=True)
    )


def _second_aims(tokens: Tokens, first: int, last: int) -> tuple[Range, ...]:
    """Of "wanted to cut the water and to block the road" what else was wanted."""
    forms = verb_forms("cues", "wanting")
    near = range(first, last - NEAR)
    wanted = next((k for k in near if tokens[k].lower in forms and tokens[k + 1].lower == "to"), -1)
    if wanted < 0:
        return ()
    starts = [
        at
        for at in range(wanted + NEAR + 1, last - NEAR)
        if tokens[at].lower == "to"
        and is_in(tokens[at - 1], "conjunctions")
        and _is_infinitive(tokens[at + 1])
    ]
    ends = [*starts[1:], last][: len(starts)]
    return tuple(
        (start, _without_joining(tokens, start, end))
        for start, end in zip(starts, ends, strict=True)
    )


def _is_infinitive(token: Token) -> bool:
    return base_verb(token) == token.lower or token.lower in {"be", "have", "do"}


def _needs_infinitive(tokens: Tokens, at: int) -> bool:
    """As in "refused to", "the attempt to", "trying to": no purpose."""
    before = tokens[at - 1]
    if before.lower in {"order", "bid", "attempt", "effort"}:
        return _opening(tokens, 0, at) == at
    return before.lower in words("cues", "takes infinitive") or is_verb(tokens, at - 1)


def _opening(tokens: Tokens, floor: int, to: int) -> int:
    """Where "in order to", "in a bid to" begins; the "to" itself elsewhere."""
    for at in range(max(floor, to - 3), to):
        lowers = [token.lower for token in tokens[at : to + 1]]
        if match(lowers, 0, phrases("cues", "in order to")) == len(lowers):
            return at
    return to


def _without_joining(tokens: Tokens, first: int, last: int) -> int:
    while last > first and (
        is_in(tokens[last - 1], "conjunctions") or tokens[last - 1].text == ","
    ):
        last -= 1
    return last
