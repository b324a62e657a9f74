"""Who is who on the two sides: one voice, an alleged one, one people, or nobody in particular.

Lineages come with the statements; nothing is looked up here.
"""

from collections.abc import Iterator
from itertools import product

from rapidfuzz import fuzz

from claims.values import UNKNOWN, Party, Statement

SPELLINGS = 80  # "Gladkov" and "Hladkov" reach 86, "First" and "Third" 40
SHARED_LETTERS = 5  # "Russia" and "Russian" share as many; "Russia" and "Romania" do not


def voices(party: Party) -> frozenset[str]:
    """The keys of all that speak with this party's voice, itself included."""
    return party.lineage | {party.key}


def one_voice(left: Party, right: Party) -> bool:
    """Whether one is the other, or stands below it.

    Two ministries of one state are two voices: that they differ is news. Two spellings of a name
    that the directory does not know are one ("Gladkov", "Hladkov").
    """
    if left.key in voices(right) or right.key in voices(left):
        return True
    return is_described(left) and is_described(right) and _one_spelling(left.name, right.name)


def of_one_house(left: Party, right: Party) -> bool:
    """Whether both stand below one state or body: two of its ministries, its army and police."""
    return bool(voices(left) & voices(right))


def allegedly_one_voice(left: Party, right: Party) -> bool:
    """Whether they are linked only if an allegation of command is true."""
    return bool(voices(left) & right.claimed_lineage or voices(right) & left.claimed_lineage)


def is_described(party: Party) -> bool:
    """Whether the party is known by the article's words only, not from the directory."""
    return party.key.startswith(UNKNOWN)


def is_nobody_in_particular(party: Party) -> bool:
    """Whether the words fit anybody: "partisans", "armed men", with no name and no nation."""
    named = any(letter.isupper() for letter in party.key)
    return is_described(party) and not (named or party.nation or party.lineage - {party.key})


def may_be_same(left: Party, right: Party) -> bool:
    """Whether a description could fit the other: "Russian citizens", a "Russian Volunteer Corps".

    A shared nation or a shared beginning of a name's word is enough, where one of the two is
    only described. It never makes a finding; it only keeps one from being made.
    """
    if not (is_described(left) or is_described(right)):
        return False
    if left.nation and left.nation == right.nation:
        return True
    if left.key == right.nation or right.key == left.nation:
        return True
    starts = _name_starts(left) & _name_starts(right)
    return bool(starts)


def answer_parties(statement: Statement) -> tuple[Party, ...]:
    """The parties its answer names; one made from the bare key where none was handed over."""
    known = {party.key: party for party in statement.answer_parties}
    if statement.claimant:
        known.setdefault(statement.claimant.key, statement.claimant)
    return tuple(known.get(key) or _bare(key) for key in statement.answer.actors)


def actor_pairs(left: Statement, right: Statement) -> Iterator[tuple[Party, Party]]:
    """Each party of the left answer with each of the right one."""
    yield from product(answer_parties(left), answer_parties(right))


def claims_own_act(statement: Statement) -> bool:
    """Whether the claimant names itself as the actor: a claim of responsibility."""
    claimant = statement.claimant
    if claimant is None:
        return False
    return any(party.key in voices(claimant) for party in answer_parties(statement))


def names(parties: tuple[Party, ...]) -> str:
    """Their names as a sentence lists them: "A, B and C"."""
    listed = [party.name for party in parties]
    if len(listed) < 2:  # noqa: PLR2004 -- nothing to join
        return "".join(listed)
    return ", ".join(listed[:-1]) + " and " + listed[-1]


def _bare(key: str) -> Party:
    name = key.removeprefix(UNKNOWN)
    if not key.startswith(UNKNOWN):
        name = name.replace("-", " ").capitalize()
    return Party(key, name, frozenset({key}))


def _one_spelling(one: str, other: str) -> bool:
    """Whether two names of as many words differ by a letter or two of one word."""
    ours, theirs = one.casefold().split(), other.casefold().split()
    differing = [pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]]
    if len(ours) != len(theirs) or len(differing) > 1:
        return False
    return all(fuzz.ratio(*pair) >= SPELLINGS for pair in differing)


def _name_starts(party: Party) -> set[str]:
    return {
        word[:SHARED_LETTERS].casefold()
        for word in party.name.split()
        if word[0].isupper() and len(word) >= SHARED_LETTERS
    }
