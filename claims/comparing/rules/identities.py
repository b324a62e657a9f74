"""Who or what somebody is: one person, two names for him, or two things he can be.

The answer's ``measure`` is "who" and ``object`` whose identity is asked. ``value`` is how it is
told: "named" (``actors`` are the person or body), "member" (of the group in ``actors``), "citizen"
(of the state), "from" (where he came from), or "kind", with what he was in ``population``.
"""

from claims.choices import Kind, Severity
from claims.comparing.judging import NOT_MINE, Clash, Judgement, agree, both_positive, sides
from claims.comparing.parties import (
    actor_pairs,
    is_described,
    is_nobody_in_particular,
    may_be_same,
    one_voice,
)
from claims.values import Abstention, Statement

WHO = "who"
NAMED, KIND = "named", "kind"
UNARMED = frozenset({"civilians", "children", "journalists", "medics", "protesters", "bystanders"})
ARMED = frozenset({"troops", "attackers", "fighters", "police", "guards"})
ROUTE = frozenset({"from", "citizen"})


def identities_exclude(left: Statement, right: Statement) -> Judgement:
    """Find one person or thing said to be two, or said and denied to be one.

    Where somebody came from is not whose citizen he is, people have two passports, and a soldier
    may be a member of anything.
    """
    if {left.answer.measure, right.answer.measure} != {WHO}:
        return NOT_MINE
    one, other = left.answer, right.answer
    if {one.value, other.value} == ROUTE:
        return Abstention("route_is_not_nationality", "Where they came from is not what they are.")
    if one.value != other.value:
        return Abstention("other_respect", "One tells his name, the other what he is.")
    pair = sides(left, right)
    if pair:
        return _denied(*pair)
    if not both_positive(left, right):
        return NOT_MINE
    return _kinds(left, right) if one.value == KIND else _names(left, right)


def _kinds(left: Statement, right: Statement) -> Judgement:
    said = {left.answer.population, right.answer.population}
    if "" in said or not (said & UNARMED and said & ARMED):
        return agree("He can have been both.")
    return Clash(Kind.IDENTITY, "Nobody is both at once.", score=0.85)


def _names(left: Statement, right: Statement) -> Judgement:
    pairs = tuple(actor_pairs(left, right))
    if not pairs:
        return Abstention("unknown_actor", "One of them names nobody.")
    if any(one_voice(a, b) for a, b in pairs):
        return agree("Both name the same.")
    if any(may_be_same(a, b) or is_nobody_in_particular(a) or is_nobody_in_particular(b)
           for a, b in pairs if is_described(a) or is_described(b)):  # fmt: skip
        return Abstention("may_be_same", "One is only described, and may be the other.")
    if left.answer.value != NAMED:
        why = "The two pull apart, but somebody can belong to both."
        return Clash(Kind.IDENTITY, why, Severity.TENSION, 0.5)
    return Clash(Kind.IDENTITY, "It was one of them, not both.", score=0.85)


def _denied(yes: Statement, no: Statement) -> Judgement:
    said, denied = yes.answer, no.answer
    if said.value == KIND:
        same = bool(said.population) and said.population == denied.population
    else:
        same = any(one_voice(a, b) for a, b in actor_pairs(yes, no))
    if not same:
        return Abstention("other_actor", "The denial is of somebody else.")
    return Clash(Kind.IDENTITY, "What one side says he was, the other denies.", score=0.85)
