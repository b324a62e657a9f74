"""Two figures that a person filed under one question, or under two."""

import re

from claims.choices import Kind, Severity
from claims.comparing.alignment import read
from claims.comparing.asked_people import PEOPLE, none_and_some
from claims.comparing.asking import asked_apart
from claims.comparing.bridges import same_question
from claims.comparing.judging import NOT_MINE, Clash, Judgement, agree
from claims.comparing.rules.amounts import BASES, MEASURED_IN, amount, base_unit
from claims.comparing.rules.counts import SO_FAR, counts_disagree
from claims.comparing.times import Timing, said_before
from claims.values import Abstention, Count, Statement

GROWING = re.compile(
    r"\b(?:kill\w*|dead|deaths?|died|toll|injur\w*|wound\w*|hurt|captur\w*|evacuat\w*|arrest\w*"
    r"|detain\w*|missing|rescued?|surviv\w*|losses|casualties|found|recovered|sick|infected"
    r"|cases|ill)\b",
    re.IGNORECASE,
)
FALLING = re.compile(r"\b(?:missing|surviv\w*|left|remain\w*)\b", re.IGNORECASE)
# What is settled when it happens, and is not counted up from day to day.
SETTLED = re.compile(
    r"\b(?:on board|aboard|crowd|turnout|size|how (?:fast|long|far|high|deep|old)|price|number of"
    r"|attackers)\b",
    re.IGNORECASE,
)
PERSON = "person"
# Units that measure; all others count things, and one question counts one kind of them.
MONEY = re.compile(
    r"\b(?:percent|per cent|%|points?|degrees?|times|dollars?|euros?|pounds?|francs?|shillings?"
    r"|pesos?|rupees?|roubles?|rubles?|hryvnias?|yuan|yen|lira|[A-Z]{3}|billions?|millions?"
    r"|kilos?|grams?)\b|[$€£]"
)
ALL = re.compile(r"(?:all|in all|total)\b", re.IGNORECASE)
NONE_OF_THEM = "One counts people of whom the other says that there were none."


def figures_apart(left: Statement, right: Statement) -> Judgement:
    """Leave alone two figures which a person filed under two questions.

    That nobody of some people was harmed is denied by any number of them killed.
    """
    counted = left.answer.count is not None and right.answer.count is not None
    if not (counted and asked_apart(left, right)):
        return NOT_MINE
    if none_and_some(left, right):
        return Clash(Kind.COUNT, NONE_OF_THEM, score=0.8)
    return Abstention("different_question", "They answer two questions, each with its figure.")


def figures_differ(left: Statement, right: Statement) -> Judgement:
    """Two figures under one question; by their typed answers, where both are typed alike."""
    a, b = _count(left), _count(right)
    if base_unit(a.unit) != base_unit(b.unit) and (_measures(a.unit) or _measures(b.unit)):
        return Abstention("different_unit", f"One counts {a.unit}, the other {b.unit}.")
    same = _counted(left) == _counted(right) or (_is_whole(left) and _is_whole(right))
    if not (same or _measures(a.unit)):
        return _part_above_all(left, right)
    lower, higher = (left, right) if amount(a).first < amount(b).first else (right, left)
    if lower.asked and SO_FAR.search(lower.asked.told):
        return Abstention("needs_time", "The smaller figure was one of the moment.")
    typed = counts_disagree(left, right) if same_question(left, right) else NOT_MINE
    if typed != NOT_MINE and left.asked and left.question != left.asked.question:
        return typed
    return _apart(lower, higher)


def _measures(unit: str) -> bool:
    """Whether the unit measures something rather than counts it."""
    return unit in BASES or base_unit(unit) in MEASURED_IN or bool(MONEY.search(unit))


def _apart(lower: Statement, higher: Statement) -> Judgement:
    a, b = _count(lower), _count(higher)
    converted = a.unit != b.unit and base_unit(a.unit) == base_unit(b.unit)
    if amount(a, converted=converted).overlaps(amount(b, converted=converted)):
        return agree("One number can satisfy both.")
    asked = lower.asked.question if lower.asked else ""
    grows = not SETTLED.search(asked) and base_unit(a.unit) not in MEASURED_IN
    fell = grows and not FALLING.search(asked) and said_before(higher, lower)
    vague = a.vague or b.vague
    return Clash(
        Kind.COUNT,
        "These are figures of the same thing, and both cannot be right.",
        severity=Severity.TENSION if vague else Severity.CONTRADICTION,
        score=0.5 if vague else 0.9,
        timing=Timing.TIMELESS if fell or not grows else Timing.RUNNING,
    )


def _part_above_all(left: Statement, right: Statement) -> Judgement:
    """Figures of two groups, of which only the whole holds the other for sure."""
    if _is_whole(left) != _is_whole(right):
        whole, part = (left, right) if _is_whole(left) else (right, left)
        ceiling = amount(_count(whole)).last
        if ceiling is not None and amount(_count(part)).first > ceiling:
            why = "A part cannot be more than the whole."
            timing = Timing.TIMELESS if said_before(part, whole) else Timing.RUNNING
            return Clash(Kind.COUNT, why, score=0.8, timing=timing)
    one, other = (_counted(side) or "all" for side in (left, right))
    return Abstention("different_population", f"One counts {one}, the other {other}.")


def _is_whole(statement: Statement) -> bool:
    """Whether it counts all of whom the question asks: no others are named than there."""
    if statement.asked is None or ALL.match(statement.asked.counted):
        return True
    asked = statement.asked
    return not read(asked.counted).content - read(asked.question).content - PEOPLE


def _counted(statement: Statement) -> str:
    return statement.asked.counted.casefold() if statement.asked else ""


def _count(statement: Statement) -> Count:
    assert statement.answer.count is not None
    return statement.answer.count
