"""What a proposition is about, and the typed answer it gives.

Every rule is one function; a new topic is one function and one line in ``RULES``. The first that
finds something wins, so the order is part of the meaning.
"""

from claims.reading.clauses import Proposition
from claims.reading.topics.casualties import casualties
from claims.reading.topics.common import Answered, Rule, Terms
from claims.reading.topics.parts import (
    blamed,
    did_it,
    identity,
    no_part,
    own_responsibility,
    part_noun,
    presence,
    rung_verb,
    tie,
)
from claims.reading.topics.states import arrest, control, evacuation, measure, outcome
from claims.reading.topics.things import authenticity, cause, damage, weapons

__all__ = ["RULES", "Answered", "Terms", "answer"]

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
    for rule in RULES:
        found = rule(p, terms)
        if found:
            return rule.__name__.replace("_", "-"), found
    return "other", []
