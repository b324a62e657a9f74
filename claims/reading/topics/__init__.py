"""What a proposition is about, and the typed answer it gives.

Every rule is one function; a new topic is one function and one line in ``RULES``. The first that
finds something wins, so the order is part of the meaning.
"""

from dataclasses import replace

from claims.choices import Stance, Topic
from claims.reading.clauses import Proposition
from claims.reading.lexicon import contains, phrases, words
from claims.reading.topics.arms_used import arms_used
from claims.reading.topics.casualties import casualties
from claims.reading.topics.causes import cause
from claims.reading.topics.common import Answered, Rule, Terms, find_verb
from claims.reading.topics.control import control
from claims.reading.topics.counted import counted, leading_count, says_what_is_to_come
from claims.reading.topics.damages import befallen
from claims.reading.topics.doers import (
    blamed,
    deed_told,
    did_it,
    masterminded,
    own_responsibility,
    presupposed,
)
from claims.reading.topics.figures import figure
from claims.reading.topics.matters import matter
from claims.reading.topics.measures import closure, told_to_go
from claims.reading.topics.parts import (
    distanced,
    identity,
    no_part,
    part_noun,
    presence,
    rung_verb,
    tie,
)
from claims.reading.topics.states import arrest, evacuation, measure, outcome
from claims.reading.topics.things import authenticity, damage, weapons
from claims.reading.topics.wheres import when_and_where
from claims.reading.topics.whos import who_it_was

__all__ = ["RULES", "Answered", "Terms", "answer", "besides"]

CAUSAL_STATES = frozenset({"overloaded", "speeding", "drunk", "asleep"})
OPENING = 12  # tokens in which a clause says that it leaves something open

RULES: tuple[Rule, ...] = (
    own_responsibility,
    distanced,
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
    cause,
    presence,
    outcome,
    arms_used,
    weapons,
    evacuation,
    arrest,
    figure,
    damage,
    masterminded,
    did_it,
    matter,
    closure,
    told_to_go,
    befallen,
    when_and_where,
    who_it_was,
    counted,
)

# Of "the bridge collapsed on Thursday in Mir" when and where it did is told beside its harm.
TIMED: tuple[Rule, ...] = (befallen, damage, matter)


def answer(p: Proposition, terms: Terms) -> tuple[str, list[Answered]]:
    """The name of the rule that understood the proposition, and what it read there."""
    if says_what_is_to_come(p):
        return "counted", counted(p, terms)
    if _is_open(p):
        return "other", []
    for rule in RULES:
        found = rule(p, terms)
        if found:
            beside = when_and_where(p, terms) if rule in TIMED else []
            # "It left with 90 passengers and not one more"; "had not fired a shot".
            if rule is figure or (rule is did_it and p.negated):
                beside = [*matter(p, terms)[:1], *beside]
            if rule is arms_used:  # "they fired rockets at the town"
                used = find_verb(p, "using arms") is not None
                told = [] if used else matter(p, terms)[:1]
                beside = [*did_it(p, terms)[:1], *told, *beside]
            if rule is matter:  # "twelve children tested positive": how many is told as well
                beside = [*leading_count(p, terms), *beside]
            return rule.__name__.replace("_", "-"), [*_with_deed(p, terms, found), *beside]
    return "other", []


def _with_deed(p: Proposition, terms: Terms, found: list[Answered]) -> list[Answered]:
    """What is told beside it: of "bombed the port, killing two" the deed, of a cause its matter."""
    asked = found[0].question if len(found) == 1 else None
    if asked is not None and asked.topic == Topic.CAUSE:
        return [*found, *(one for one in matter(p, terms) if _is_state(one))]
    if asked is None or asked.topic != Topic.CASUALTIES:
        return found
    lowers = p.lowers
    at = next((k for k in range(1, len(lowers)) if _costs(lowers, k)), 0)
    if not at:  # "police shot dead six marchers"
        return [*found, *deed_told(p, terms)]
    deed = deed_told(replace(p, last=p.first + at - 1), terms)
    if not deed:
        return found
    spans = ((p.whole[0], p.first + at - 1), (p.first + at, p.last))
    return [replace(deed[0], span=spans[0]), replace(found[0], span=spans[1])]


def _is_state(answered: Answered) -> bool:
    """Whether a cause is a state disputed by itself: "it sank because it was overloaded"."""
    key = answered.question.key.rpartition(":")[2] if answered.question else ""
    return key in CAUSAL_STATES


def _costs(lowers: list[str], at: int) -> bool:
    """Whether ", killing two" begins there."""
    return lowers[at - 1] == "," and lowers[at] in words("quantities", "costing")


def _is_open(p: Proposition) -> bool:
    """Whether somebody says that they do not know: "it was unclear whether", "no idea who"."""
    asked = words("topics", "open questions")
    unknown = phrases("topics", "not known")
    if asked.isdisjoint(p.lowers):
        return False
    for at, word in enumerate(p.lowers[:OPENING]):
        if word in asked and contains(p.lowers[:at], unknown):
            return True
    return False


def besides(p: Proposition, terms: Terms, found: list[Answered]) -> list[Answered]:
    """What the proposition takes for granted beside what it says."""
    asserted = p.stance in {Stance.ASSERTS, Stance.CONFIRMS} and not p.negated
    if not asserted or _is_open(p) or any(_names_part(a) for a in found):
        return []
    counted = any(a.question is not None and a.question.topic == Topic.CASUALTIES for a in found)
    # "70 Ukrainian raiders were killed" is about their number alone.
    return [a for a in presupposed(p, terms) if not (counted and _inside(a, found))]


def _names_part(answered: Answered) -> bool:
    """Whether an answer itself says who did it or had a part in it."""
    if answered.question is None:
        return False
    by_somebody = answered.question.topic == Topic.CAUSE and bool(answered.answer.actors)
    parts = {Topic.RESPONSIBILITY, Topic.INVOLVEMENT, Topic.PRESENCE}
    return by_somebody or answered.question.topic in parts


def _inside(taken: Answered, found: list[Answered]) -> bool:
    """Whether what is taken for granted is who was counted."""
    attackers = {a.answer.population for a in found} & {"attackers", "troops"}
    return taken.span is not None and bool(attackers)
