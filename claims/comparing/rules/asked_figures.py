"""Two figures that a person filed under one question, or under two."""

import re

from claims.choices import Kind, Severity
from claims.comparing.asking import asked_apart
from claims.comparing.bridges import same_question
from claims.comparing.judging import NOT_MINE, Clash, Judgement, agree
from claims.comparing.rules.amounts import amount, base_unit
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
PERSON = "person"
PERSONS = re.compile(
    r"person|people|dead|bodies|victims|cases|patients|children|women|\w+men|\w+(?:er|or|ee|ian|ist"
    r"|ant|ent|ier|ive)s",
    re.IGNORECASE,
)
ALL = re.compile(r"(?:all|in all|total)\b", re.IGNORECASE)


def gives_figure(statement: Statement) -> bool:
    """Whether it puts a figure forward; who denies any says none."""
    count = statement.answer.count
    denies = statement.asked is not None and statement.asked.denies
    return count is not None and (not denies or count.last == 0)


def figures_apart(left: Statement, right: Statement) -> Judgement:
    """Leave alone two figures which a person filed under two questions."""
    counted = left.answer.count is not None and right.answer.count is not None
    if not (counted and asked_apart(left, right)):
        return NOT_MINE
    return Abstention("different_question", "They answer two questions, each with its figure.")


def figures_differ(left: Statement, right: Statement) -> Judgement:
    """Two figures under one question; by their typed answers, where both are typed alike."""
    a, b = _count(left), _count(right)
    one, other = (PERSON if PERSONS.fullmatch(count.unit) else count.unit for count in (a, b))
    if base_unit(one) != base_unit(other):
        return Abstention("different_unit", f"One counts {one}, the other {other}.")
    if one == PERSON and len({_counted(left), _counted(right)}) > 1:
        return _part_above_all(left, right)
    lower, higher = (left, right) if amount(a).first < amount(b).first else (right, left)
    if lower.asked and SO_FAR.search(lower.asked.told):
        return Abstention("needs_time", "The smaller figure was one of the moment.")
    typed = counts_disagree(left, right) if same_question(left, right) else NOT_MINE
    if typed != NOT_MINE and left.asked and left.question != left.asked.question:
        return typed
    return _apart(lower, higher)


def _apart(lower: Statement, higher: Statement) -> Judgement:
    a, b = _count(lower), _count(higher)
    converted = a.unit != b.unit and base_unit(a.unit) == base_unit(b.unit)
    if amount(a, converted=converted).overlaps(amount(b, converted=converted)):
        return agree("One number can satisfy both.")
    asked = lower.asked.question if lower.asked else ""
    grows = bool(GROWING.search(asked))
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
    """Figures of two groups, of which only "all" holds the other for sure."""
    one, other = _counted(left), _counted(right)
    if bool(ALL.match(one)) != bool(ALL.match(other)):
        whole, part = (left, right) if ALL.match(one) else (right, left)
        ceiling = amount(_count(whole)).last
        if ceiling is not None and amount(_count(part)).first > ceiling:
            why = "A part cannot be more than the whole."
            timing = Timing.TIMELESS if said_before(part, whole) else Timing.RUNNING
            return Clash(Kind.COUNT, why, score=0.8, timing=timing)
    words = f"One counts {one or 'all'}, the other {other or 'all'}."
    return Abstention("different_population", words)


def _counted(statement: Statement) -> str:
    return statement.asked.counted.casefold() if statement.asked else ""


def _count(statement: Statement) -> Count:
    assert statement.answer.count is not None
    return statement.answer.count
