"""What a proposition is about, and the typed answer it gives.

Every rule is one function; a new topic is one function and one line in ``RULES``. The first that
finds something wins, so the order is part of the meaning.
"""

from claims.choices import Stance, Topic
from claims.reading.clauses import Proposition
from claims.reading.lexicon import contains, phrases
from claims.reading.topics.casualties import casualties
from claims.reading.topics.common import Answered, Rule, Terms
from claims.reading.topics.control import control
from claims.reading.topics.parts import (
    blamed,
    did_it,
    identity,
    no_part,
    own_responsibility,
    part_noun,
    presence,
    presupposed,
    rung_verb,
    tie,
)
from claims.reading.topics.states import arrest, evacuation, measure, outcome
from claims.reading.topics.things import authenticity, cause, damage, weapons

__all__ = ["RULES", "Answered", "Terms", "answer", "besides"]

RULES: tuple[Rule, ...] = (
    own_responsibility,
    blamed,
    casualties,
    measure,
    part_noun,
    no_part,
    authenticity,
    control,
    tie,
    identity,
    rung_verb,
    presence,
    cause,
    outcome,
    weapons,
    evacuation,
    arrest,
    damage,
    did_it,
)


def answer(p: Proposition, terms: Terms) -> tuple[str, list[Answered]]:
    """The name of the rule that understood the proposition, and what it read there."""
    if _is_intention(p):
        return "other", []
    for rule in RULES:
        found = rule(p, terms)
        if found:
            return rule.__name__.replace("_", "-"), found
    return "other", []


def _is_intention(p: Proposition) -> bool:
    """What somebody will do is no fact yet, unless it is denied."""
    if p.stance == Stance.DENIES or p.negated:
        return False
    return contains(p.lowers, phrases("hedges", "intention"))


def besides(p: Proposition, terms: Terms, found: list[Answered]) -> list[Answered]:
    """What the proposition takes for granted beside what it says."""
    asserted = p.stance in {Stance.ASSERTS, Stance.CONFIRMS} and not p.negated
    parts = {Topic.RESPONSIBILITY, Topic.INVOLVEMENT, Topic.PRESENCE}
    if not asserted or any(a.question is not None and a.question.topic in parts for a in found):
        return []
    counted = any(a.question is not None and a.question.topic == Topic.CASUALTIES for a in found)
    # "70 Ukrainian raiders were killed" is about their number alone.
    return [a for a in presupposed(p, terms) if not (counted and _inside(a, found))]


def _inside(taken: Answered, found: list[Answered]) -> bool:
    """Whether what is taken for granted is who was counted."""
    attackers = {a.answer.population for a in found} & {"attackers", "troops"}
    return taken.span is not None and bool(attackers)
