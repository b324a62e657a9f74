"""Cues that are more than a word or a fixed phrase: "finds it likely that", "in Moscow's version".

Each is one function over the tokens, asked where its first word may stand. ``find_construction``
tries them in turn.
"""

from functools import cache

from claims.choices import Modality, Stance
from claims.reading.cue_entries import Cue, CueEntry, nouns, ratings, verbs
from claims.reading.grammar import (
    CLOSERS,
    OPENERS,
    is_adverb,
    is_in,
    is_verb,
    skip_left,
)
from claims.reading.lexicon import match, phrases, verb_forms, words
from claims.reading.text import Token

Tokens = tuple[Token, ...]
OWNER_REACH = 3  # "Moscow's repeated public claim"
ACCOUNT_REACH = 8  # tokens from "in" to "version": "in the interior ministry's first version"
RATING_REACH = 4  # tokens from "it" to "likely": "finds it highly, if not wholly, likely"
THAT_REACH = 8  # tokens from "likely" to its "that"
FIGURE_REACH = 5  # tokens from "put" to "toll"
LINK_REACH = 8  # tokens from "toll" to "at": "put the number of dead in the north at"
NUMBER_REACH = 5  # tokens from "at" to the number: "at no fewer than 40"
STATED_REACH = 9  # tokens from "account" to "is that": "the account given by the mayor of Mir"
BLAMED_REACH = 8  # tokens from "hold" to "responsible"
HOLDING = frozenset({"hold", "holds", "held", "holding"})
PUTTING = frozenset({"put", "puts", "putting"})
GOING = frozenset({"goes", "went"})
BEGINS = frozenset({",", ":", ";", "\u2014", "\u2013"})


def find_construction(tokens: Tokens, at: int) -> Cue | None:
    """The construction that begins at a token, or whose word it is; None for most tokens."""
    if tokens[at].lower not in _openings():
        return None
    for way in (_rated, _account, _figure, _stated, _tally, _holding, _putting_down, _going_on):
        cue = way(tokens, at)
        if cue is not None:
            return cue
    return None


@cache
def _openings() -> frozenset[str]:
    """The words at which a construction can be told."""
    verbal = ("rating verbs", "figure verbs")
    named = ("stated nouns", "tallies", "tolls")
    found = frozenset().union(*(verb_forms("cues", one) for one in verbal))
    found |= frozenset().union(*(words("cues", one) for one in named))
    return found | frozenset(nouns()) | {"in", "by"} | HOLDING | PUTTING | GOING


def owner_end(tokens: Tokens, at: int) -> int | None:
    """Where the owner of a noun ends: before "'s", or the pronoun "his"; None without one."""
    for k in range(at - 1, max(at - OWNER_REACH, 0) - 1, -1):
        if tokens[k].lower == "'s":
            return k
        if is_in(tokens[k], "possessives"):
            # "Retracted its claim that": the verb before it says whose and what.
            own = k > 0 and tokens[k - 1].lower in verbs()
            return None if own else k + 1
        if not tokens[k].is_word:
            return None
    return None


def _entry(base: str, *frames: str, stance: Stance = Stance.ASSERTS) -> CueEntry:
    return CueEntry(base, frozenset(frames), stance, Modality.ASSERTED)


def _verbal(tokens: Tokens, at: int, last: int, entry: CueEntry) -> Cue:
    first = skip_left(tokens, at)
    negated = any(is_in(token, "negations") for token in tokens[first:last])
    ing = tokens[at].lower.endswith("ing") and first == at
    return Cue(first, at, last, entry, participle=ing, negated=negated)


def _rated(tokens: Tokens, at: int) -> Cue | None:
    """As in "finds it “highly likely” that", "deemed it proven that"."""
    if tokens[at].lower not in verb_forms("cues", "rating verbs"):
        return None
    if [token.lower for token in tokens[at + 1 : at + 2]] != ["it"]:
        return None
    near = range(at + 2, min(at + 2 + RATING_REACH, len(tokens)))
    adjective = next((k for k in near if tokens[k].lower in ratings()), -1)
    if adjective < 0 or not all(
        is_adverb(token) or token.text in OPENERS for token in tokens[at + 2 : adjective]
    ):
        return None
    last = adjective + 1
    last += last < len(tokens) and tokens[last].text in CLOSERS
    if "that" not in [token.lower for token in tokens[last : last + THAT_REACH]]:
        return None
    return _verbal(tokens, at, last, ratings()[tokens[adjective].lower])


def _account(tokens: Tokens, at: int) -> Cue | None:
    """As in "in Moscow's version, ...", "..., by the union's own count"."""
    if tokens[at].lower not in {"in", "by"} or not _begins(tokens, at):
        return None
    near = range(at + 2, min(at + 2 + ACCOUNT_REACH, len(tokens)))
    noun = next((k for k in near if tokens[k].lower in words("cues", "accounts")), -1)
    end = owner_end(tokens, noun) if noun > 0 else None
    # "People who, in her words, rebelled": such an aside adds nobody.
    own = end == at + 2 and is_in(tokens[at + 1], "possessives")
    aside = own and at > 0 and tokens[at - 1].text == ","
    if end is None or end <= at + 1 or aside or not _is_phrase(tokens, at + 1, end):
        return None
    last = noun + 1
    if [token.lower for token in tokens[last : last + 2]] == ["of", "events"]:
        last += 2
    return Cue(at, noun, last, _entry("account", "source"), owner=(at + 1, end))


def _begins(tokens: Tokens, at: int) -> bool:
    """Whether a clause or an aside begins here."""
    if at == 0:
        return True
    before = tokens[at - 1]
    return before.text in BEGINS | OPENERS or is_in(before, "conjunctions")


def _is_phrase(tokens: Tokens, first: int, last: int) -> bool:
    return all(token.is_word for token in tokens[first:last]) and not any(
        is_verb(tokens, k) for k in range(first, last)
    )


def _figure(tokens: Tokens, at: int) -> Cue | None:
    """As in "put the number of dead at 12", "gave a figure of 29"."""
    if tokens[at].lower not in verb_forms("cues", "figure verbs"):
        return None
    near = range(at + 1, min(at + 1 + FIGURE_REACH, len(tokens)))
    noun = next((k for k in near if tokens[k].lower in words("cues", "figure nouns")), -1)
    if noun < 0 or not all(_qualifies(token) for token in tokens[at + 1 : noun]):
        return None
    after = range(noun + 1, min(noun + 1 + LINK_REACH, len(tokens)))
    linked = any(
        tokens[k].lower in words("cues", "figure links") and counts(tokens, k + 1) for k in after
    )
    if not linked:
        return None
    entry = _entry(f"put the {tokens[noun].lower}", "np", "whole", "weak")
    return _verbal(tokens, at, noun + 1, entry)


def _qualifies(token: Token) -> bool:
    """Whether a word can stand between "put" and "toll"."""
    return token.is_word and not is_in(token, "prepositions") and not is_in(token, "pronouns")


def counts(tokens: Tokens, first: int) -> bool:
    """Whether a number comes here: "40", "no fewer than forty", "some 300"."""
    for token in tokens[first : first + NUMBER_REACH]:
        if token.text[0].isdigit() or token.lower in words("quantities", "number words"):
            return True
        if token.lower not in words("cues", "around a number"):
            return False
    return False


def _stated(tokens: Tokens, at: int) -> Cue | None:
    """As in "its assessment is that", "the account given by the mayor is that"."""
    lower = tokens[at].lower
    known = nouns().get(lower)
    if known is None and lower not in words("cues", "stated nouns"):
        return None
    near = range(at + 1, min(at + STATED_REACH, len(tokens) - 1))
    be = next((k for k in near if is_in(tokens[k], "be")), -1)
    last = be + 1
    while 0 < last < len(tokens) and is_adverb(tokens[last]):
        last += 1
    if be < 0 or [token.lower for token in tokens[last : last + 1]] != ["that"]:
        return None
    stance = known.stance if known else Stance.ASSERTS
    if be == at + 1:
        if owner_end(tokens, at) is None:
            return None
        return Cue(at, at, last, _entry(lower, "that", "owned", stance=stance))
    lowers = [token.lower for token in tokens[at + 1 : be]]
    size = match(lowers, 0, phrases("cues", "given by"))
    if not size or size == len(lowers):
        return None
    owner = (at + 1 + size, be)
    return Cue(at, at, last, _entry(lower, "that", stance=stance), owner=owner)


def _tally(tokens: Tokens, at: int) -> Cue | None:
    """As in "the union's tally stands at 40", where the noun says that its owner counted."""
    toll = tokens[at].lower in words("cues", "tolls")
    if not toll and tokens[at].lower not in words("cues", "tallies"):
        return None
    end = owner_end(tokens, at)
    if end is None or (toll and end != at - 1):
        return None
    verb = _past_adverbs(tokens, at + 1)
    forms = verb_forms("cues", "standing")
    if verb >= len(tokens) or tokens[verb].lower not in forms:
        return None
    if not counts(tokens, _past_adverbs(tokens, verb + 1)):
        return None
    return Cue(at, at, at + 1, _entry(tokens[at].lower, "owned", "figure"))


def _past_adverbs(tokens: Tokens, at: int) -> int:
    while at < len(tokens) and is_adverb(tokens[at]):
        at += 1
    return at


def _holding(tokens: Tokens, at: int) -> Cue | None:
    """As in "holds the army responsible for the blast"."""
    if tokens[at].lower not in HOLDING:
        return None
    near = range(at + 2, min(at + BLAMED_REACH, len(tokens) - 1))
    end = next((k for k in near if tokens[k].lower in {"responsible", "accountable"}), -1)
    if end < 0 or tokens[end + 1].lower != "for" or not _is_phrase(tokens, at + 1, end):
        return None
    return _verbal(tokens, at, at + 1, _entry("hold responsible", "blame_for"))


def _putting_down(tokens: Tokens, at: int) -> Cue | None:
    """As in "put the failure down to rain": what something is laid to."""
    if tokens[at].lower not in PUTTING:
        return None
    near = range(at + 2, min(at + BLAMED_REACH, len(tokens) - 1))
    end = next((k for k in near if tokens[k].lower == "down" and tokens[k + 1].lower == "to"), -1)
    if end < 0 or not _is_phrase(tokens, at + 1, end):
        return None
    return _verbal(tokens, at, at + 1, _entry("put down", "np"))


def _going_on(tokens: Tokens, at: int) -> Cue | None:
    """As in "..., the statement goes on.": nothing but a sign may follow."""
    after = [token.text for token in tokens[at + 1 : at + 3]]
    if tokens[at].lower not in GOING or after[:1] != ["on"] or after[1:] not in ([], ["."], [":"]):
        return None
    return _verbal(tokens, at, at + 2, _entry("go on", "quote", "weak"))
