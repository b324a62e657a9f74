"""Two figures for one thing."""

import re

from claims.choices import Basis, Kind, Severity
from claims.comparing.bridges import VOTES
from claims.comparing.judging import NOT_MINE, Clash, Judgement, agree, stated_count
from claims.comparing.rules.amounts import amount, base_unit
from claims.comparing.times import Timing, said_before
from claims.values import Abstention, Count, Statement

UNKNOWN_POPULATIONS = frozenset({"", "unknown"})
# These totals never fall while an event is counted; "missing" does, as people are found.
ONLY_GROWS = frozenset({"killed", "injured", "captured", "evacuated", "arrested"})
AMOUNTS = frozenset(
    {
        "delay",
        "spilled",
        "spilled-tonnes",
        "wind",
        "speed",
        "magnitude",
        "lasted",
        "blasts",
        "shots",
    }
)
SETTLED = AMOUNTS | {"turnout", "on board"}
SO_FAR = re.compile(
    r"\b(?:so far|until|early|by (?:noon|midday|\w+ o.clock)|a\.?m|p\.?m)\b", re.IGNORECASE
)
DIVIDED = "-held territory"  # how reading names one side's part
ALL = 100  # percent


def counts_disagree(left: Statement, right: Statement) -> Judgement:
    """Find two figures of which only one can be right.

    Measure, basis, population, place and what the unit measures have to be the same. Where one
    side names no population or no place it counts the whole, and then only a part above its
    whole clashes.
    Intervals that touch agree: "at least 39" and "70" both hold when there were 70.
    """
    a, b = stated_count(left), stated_count(right)
    if a is None or b is None or (left.dispute == VOTES and left.question != right.question):
        return NOT_MINE
    return _incomparable(left, right, a, b) or _compare(left, right, a, b)


def shares_exceed(left: Statement, right: Statement) -> Judgement:
    """Find two shares of one vote, of two candidates, that are more than all votes together."""
    if left.dispute != VOTES or right.dispute != VOTES or left.question == right.question:
        return NOT_MINE
    a, b = stated_count(left), stated_count(right)
    if a is None or b is None or left.answer.place != right.answer.place:
        return NOT_MINE
    if a.first + b.first <= ALL:
        return agree("Both shares fit into one vote.")
    return Clash(Kind.COUNT, "Together these are more than all the votes.", score=0.9)


def _incomparable(left: Statement, right: Statement, a: Count, b: Count) -> Abstention | None:
    one, other = left.answer, right.answer
    if base_unit(a.unit) != base_unit(b.unit):
        return Abstention("different_unit", f"One counts {a.unit}, the other {b.unit}.")
    if one.measure != other.measure:
        words = f"One counts {one.measure or 'people'}, the other {other.measure or 'people'}."
        return Abstention("different_measure", words)
    if one.basis != other.basis or one.basis == Basis.INCREMENT:
        return Abstention("different_basis", "They are not both totals of the same stretch.")
    if _differ(one.population, other.population):
        words = f"One counts {one.population}, the other {other.population}."
        return Abstention("different_population", words)
    if _differ(one.place, other.place) or _one_part_only(one.place, other.place):
        places = [place or "no place in particular" for place in (one.place, other.place)]
        return Abstention("different_place", f"One counts {places[0]}, the other {places[1]}.")
    return None


def _compare(left: Statement, right: Statement, a: Count, b: Count) -> Judgement:
    converted = a.unit != b.unit
    ours, theirs = amount(a, converted=converted), amount(b, converted=converted)
    if ours.overlaps(theirs):
        return agree(f"One number can satisfy both {shown(a)} and {shown(b)}.")
    part, whole = _part_and_whole(left, right)
    if part is not None and whole is not None:
        return _part_above_whole(part, whole)
    lower, higher = (left, right) if ours.first < theirs.first else (right, left)
    vague = a.vague or b.vague
    grown = left.answer.measure in ONLY_GROWS and said_before(higher, lower)
    return Clash(
        Kind.COUNT,
        "These are figures of the same thing, and both cannot be right.",
        severity=Severity.TENSION if vague else Severity.CONTRADICTION,
        score=0.5 if vague else 0.95,
        timing=Timing.TIMELESS if grown or _is_final(left, right) else Timing.RUNNING,
    )


def _is_final(left: Statement, right: Statement) -> bool:
    """Whether both tell a figure that does not grow: who was on board, the turnout at the end."""
    settled = left.answer.measure in SETTLED
    return settled and not any(SO_FAR.search(side.words) for side in (left, right))


def _part_and_whole(
    left: Statement, right: Statement
) -> tuple[Statement, Statement] | tuple[None, None]:
    """The narrower count and the wider one; neither where both count the same."""
    wider = [_is_wider(left, right), _is_wider(right, left)]
    if wider == [False, False]:
        return None, None
    return (right, left) if wider[0] else (left, right)


def _is_wider(one: Statement, other: Statement) -> bool:
    population = one.answer.population in UNKNOWN_POPULATIONS and bool(
        other.answer.population not in UNKNOWN_POPULATIONS
    )
    return population or (not one.answer.place and bool(other.answer.place))


def _part_above_whole(part: Statement, whole: Statement) -> Judgement:
    most, least = stated_count(whole), stated_count(part)
    assert most is not None and least is not None
    mixed = _is_wider(part, whole)  # wider in one respect, narrower in the other
    converted = most.unit != least.unit
    ceiling = amount(most, converted=converted).last
    if mixed or ceiling is None or amount(least, converted=converted).first <= ceiling:
        return Abstention("part_of_whole", "One figure is a part of what the other counts.")
    return Clash(
        Kind.COUNT,
        "A part cannot be more than the whole, if the other figure is of the whole.",
        severity=Severity.TENSION,  # a figure without place or people may count less than all
        score=0.5,
        timing=Timing.RUNNING,
    )


def shown(count: Count) -> str:
    """The interval in words: "70", "at least 13", "more than 70", "5 to 8"."""
    if count.high is None:
        return f"{'more than' if count.low_exclusive else 'at least'} {count.low:,}"
    if count.low == count.high:
        return f"{'about ' if count.approximate else ''}{count.low:,}"
    if count.low == 0:
        return f"{'fewer than' if count.high_exclusive else 'up to'} {count.high:,}"
    return f"{count.low:,} to {count.high:,}"


def _differ(one: str, other: str) -> bool:
    known = {one.casefold(), other.casefold()} - UNKNOWN_POPULATIONS
    return len(known) > 1


def _one_part_only(one: str, other: str) -> bool:
    """Whether one is of a part of a divided country, and the other does not say of which.

    What the other side counts may leave that part out altogether.
    """
    return one != other and any(place.endswith(DIVIDED) for place in (one, other))
