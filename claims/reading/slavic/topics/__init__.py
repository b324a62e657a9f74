"""What a clause is about, and the typed answer it gives; the questions are those of English.

Every rule is one function; the first that finds something wins, so the order is part of the
meaning. ``besides`` adds who did it where a clause tells the cause.
"""

from claims.reading.slavic.clauses import Clause
from claims.reading.slavic.topics.casualties import casualties
from claims.reading.slavic.topics.common import Answered, Rule
from claims.reading.slavic.topics.parts import blamed, did_it, no_part, own_responsibility
from claims.reading.slavic.topics.states import arrest, evacuation, measure, outcome
from claims.reading.slavic.topics.things import authenticity, cause, control, damage

__all__ = ["RULES", "Answered", "answer", "besides"]

RULES: tuple[Rule, ...] = (
    own_responsibility,
    blamed,
    casualties,
    measure,
    no_part,
    authenticity,
    control,
    evacuation,
    arrest,
    cause,
    outcome,
    damage,
    did_it,
)


def answer(clause: Clause) -> tuple[str, list[Answered]]:
    """The name of the rule that understood the clause, and what it read there."""
    if clause.frame == "silence" or (clause.has("cues", "intention") and not clause.negated):
        return "other", []
    for rule in (authenticity,) if clause.frame == "call" else RULES:
        found = rule(clause)
        if found:
            return rule.__name__.replace("_", "-"), found
    return "other", []


def besides(clause: Clause, rule: str) -> list[Answered]:
    """Who did it, where a clause tells the cause or the damage first."""
    return did_it(clause) if rule in {"cause", "damage"} else []
