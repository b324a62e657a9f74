"""States of which only one can be: held or lost, defeated or fighting, genuine or fake."""

import re
from itertools import combinations

from claims.choices import Kind, Topic
from claims.comparing.judging import NOT_MINE, Clash, Judgement, agree, both_positive
from claims.comparing.parties import actor_pairs, answer_parties, one_voice
from claims.comparing.times import Timing, said_before
from claims.values import Abstention, Statement

STILL = re.compile(r"\b(?:still|remains?|remained|not over|never (?:left|lost))\b", re.IGNORECASE)
HOLDING = frozenset({"taken", "held"})
OVER = frozenset({"defeated", "withdrawn"})
EXCLUSIVE_OUTCOMES = (frozenset({"defeated", "continuing"}), frozenset({"withdrawn", "continuing"}))
CAUSES = (
    "explosives",
    "strike",
    "deliberate",
    "natural",
    "accident",
    "collision",
    "technical",
    "human",
    "neglect",
    "overload",
)
# Causes that can both be so; of all others one excludes the other.
COMPATIBLE_CAUSES = frozenset(
    frozenset(pair.split())
    for pair in (
        "explosives deliberate",
        "strike deliberate",
        "collision deliberate",
        "collision human",
        "accident collision",
        "accident technical",
        "accident human",
        "accident overload",
        "overload human",
        "overload technical",
        "neglect technical",
        "neglect human",
        "neglect overload",
        "neglect accident",
        "neglect collision",
    )
)
EXCLUSIVE_CAUSES = tuple(
    pair for pair in map(frozenset, combinations(CAUSES, 2)) if pair not in COMPATIBLE_CAUSES
)
EXCLUSIVE_DAMAGE = (frozenset({"intact", "damaged"}), frozenset({"intact", "destroyed"}))


def control_disputed(left: Statement, right: Statement) -> Judgement:
    """Find one place held by two, or held and lost by one, at one time.

    "Taken" and "lost" of one holder are a sequence, not a contradiction. A part of a region and
    the region are different places.
    """
    if {left.topic, right.topic} != {Topic.CONTROL} or not both_positive(left, right):
        return NOT_MINE
    apart = _different_place(left, right)
    if apart:
        return apart
    values = (left.answer.value, right.answer.value)
    pairs = tuple(actor_pairs(left, right))
    if not pairs:
        return Abstention("unknown_actor", "One of them does not say who holds the place.")
    same_holder = any(one_voice(a, b) for a, b in pairs)
    if set(values) <= HOLDING:
        return agree("Both name the same holder.") if same_holder else _held_twice()
    return _held_and_lost(values) if same_holder else agree("The loss of one is no other's claim.")


def _held_twice() -> Clash:
    why = "Two opposed sides cannot hold one place at the same time."
    return Clash(Kind.CONTROL, why, timing=Timing.STATE)


def _held_and_lost(values: tuple[str, str]) -> Judgement:
    if set(values) == {"held", "lost"}:
        why = "The place cannot be held and lost at the same time."
        return Clash(Kind.CONTROL, why, timing=Timing.STATE)
    if set(values) == {"taken", "lost"}:
        return Abstention("state_sequence", "It may have been taken and then lost again.")
    return agree("Both say that it was lost.")


def outcomes_exclude(left: Statement, right: Statement) -> Judgement:
    """Find the attack over and still going on, or beaten and still holding ground."""
    if not both_positive(left, right):
        return NOT_MINE
    if {left.topic, right.topic} == {Topic.OUTCOME}:
        other = _of_others(left, right)
        if other:
            return other
        why = "It cannot be over and still going on at the same time."
        timing = _still(left, right)
        return _exclusive(left, right, EXCLUSIVE_OUTCOMES, Clash(Kind.OUTCOME, why), timing=timing)
    if {left.topic, right.topic} != {Topic.OUTCOME, Topic.CONTROL}:
        return NOT_MINE
    outcome, control = (left, right) if left.topic == Topic.OUTCOME else (right, left)
    return _beaten_but_holding(outcome, control)


def _of_others(left: Statement, right: Statement) -> Abstention | None:
    """Two groups, or two battlefields, that both sides name and that are not the same."""
    pairs = tuple(actor_pairs(left, right))
    if pairs and not any(one_voice(a, b) for a, b in pairs):
        return Abstention("other_actor", "They speak of different groups.")
    if left.answer.place and right.answer.place:
        return _different_place(left, right)
    return None


def _still(left: Statement, right: Statement) -> Timing:
    """How far time can part them: "still", said after the end was told, reaches back before it."""
    over, on = (left, right) if left.answer.value in OVER else (right, left)
    lasting = bool(STILL.search(on.words)) and not said_before(on, over)
    return Timing.TIMELESS if lasting else Timing.STATE


def _beaten_but_holding(outcome: Statement, control: Statement) -> Judgement:
    if outcome.answer.value not in OVER or control.answer.value not in HOLDING | {"lost"}:
        return agree("How it ended leaves open who holds the place.")
    victor = outcome.claimant
    if victor and any(one_voice(victor, holder) for holder in answer_parties(control)):
        return agree("Those who say it is over are those who hold the place.")
    if control.answer.value == "held":
        why = "Those who are beaten and gone cannot still be holding ground."
        return Clash(Kind.CONTROL, why, score=0.8, timing=_still(outcome, control))
    return Abstention("state_sequence", "Ground can be taken first and lost in the defeat.")


def causes_exclude(left: Statement, right: Statement) -> Judgement:
    """Find two causes of one damage that exclude each other.

    Two mechanisms told of one author are two tellings of one accusation: a tension.
    """
    topics = {Topic.CAUSE, Topic.RESPONSIBILITY, Topic.DAMAGE}
    told = {left.topic, right.topic}
    if not told <= topics or told == {Topic.DAMAGE} or not both_positive(left, right):
        return NOT_MINE
    clash = Clash(Kind.CAUSE, "One damage has one of these causes, not both.", score=0.8)
    judged = _exclusive(left, right, EXCLUSIVE_CAUSES, clash, timing=Timing.TIMELESS)
    if isinstance(judged, Clash) and any(one_voice(a, b) for a, b in actor_pairs(left, right)):
        return agree("Both accuse the same author and differ on the means only.")
    return judged


def damage_excludes(left: Statement, right: Statement) -> Judgement:
    """Find a thing said to be whole and said to be damaged or destroyed."""
    if {left.topic, right.topic} != {Topic.DAMAGE} or not both_positive(left, right):
        return NOT_MINE
    clash = Clash(Kind.NEGATION, "It cannot be whole and damaged at the same time.")
    return _different_place(left, right) or _exclusive(left, right, EXCLUSIVE_DAMAGE, clash)


def authenticity_disputed(left: Statement, right: Statement) -> Judgement:
    """Find one thing shown that is called genuine and called fake."""
    if {left.topic, right.topic} != {Topic.AUTHENTICITY} or not both_positive(left, right):
        return NOT_MINE
    clash = Clash(Kind.AUTHENTICITY, "The same thing cannot be genuine and fake.")
    exclusive = (frozenset({"genuine", "fake"}),)
    return _exclusive(left, right, exclusive, clash, timing=Timing.TIMELESS)


def measures_exclude(left: Statement, right: Statement) -> Judgement:
    """Find a measure called in force and lifted, where both say for when.

    Declared in the evening and lifted the next day is the course of things, so without a stated
    time on both sides nothing is found.
    """
    if {left.topic, right.topic} != {Topic.MEASURE} or not both_positive(left, right):
        return NOT_MINE
    values = {left.answer.value, right.answer.value}
    if not values & {"lifted"} or not values & {"declared", "in_force"}:
        return NOT_MINE if "" in values else agree("Both describe the measure alike.")
    timed = left.holds is not None and right.holds is not None
    if "declared" in values or not timed:
        return Abstention("state_change", "The measure was first in force and then lifted.")
    why = "A measure cannot be in force and lifted at the same time."
    return Clash(Kind.NEGATION, why, timing=Timing.STATE)


def _exclusive(
    left: Statement,
    right: Statement,
    table: tuple[frozenset[str], ...],
    clash: Clash,
    *,
    timing: Timing = Timing.STATE,
) -> Judgement:
    values = frozenset({left.answer.value, right.answer.value})
    if not all(values):
        return NOT_MINE
    if values in table:
        return Clash(clash.kind, clash.why, clash.severity, clash.score, timing)
    return agree("What they say can both be so.")


def _different_place(left: Statement, right: Statement) -> Abstention | None:
    one, other = left.answer.place, right.answer.place
    if one.casefold() == other.casefold():
        return None
    words = f"One speaks of {one or 'the whole area'}, the other of {other or 'the whole area'}."
    return Abstention("different_place", words)
