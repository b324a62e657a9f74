"""One moment, two times for it."""

from claims.choices import Kind, Severity
from claims.comparing.judging import NOT_MINE, Clash, Judgement, agree, both_positive, sides
from claims.comparing.rules.moments import (
    DAY,
    HOUR,
    When,
    by_days,
    minutes_apart,
    other_clocks,
    when_of,
)
from claims.comparing.times import WHENS
from claims.values import Abstention, Statement

MIDNIGHT = "Compatible only if it was about midnight, or each counts the day by another clock."


def times_exclude(left: Statement, right: Statement) -> Judgement:
    """Find two times of one moment that exclude each other, or the very time denied.

    What began and what ended are two moments. Less than an hour between two times of day is no
    more than two watches, and two days that touch may be one night: both only pull apart, or
    say on which condition they do not.
    """
    if not {left.answer.measure, right.answer.measure} <= WHENS:
        return NOT_MINE
    if left.answer.measure != right.answer.measure:
        return Abstention("different_measure", "One tells its beginning, the other its end.")
    a, b = when_of(left), when_of(right)
    if a is None or b is None:
        return Abstention("needs_time", "One of them tells no time that can be read.")
    denied = sides(left, right)
    if denied:
        return _denied(*denied)
    return _exclude(a, b) if both_positive(left, right) else NOT_MINE


def _exclude(a: When, b: When) -> Judgement:
    apart = minutes_apart(a, b)
    if apart is None:
        return Abstention("needs_time", "Only one of them says on which day, or at what time.")
    if not apart:
        return agree("One moment fits both times.")
    if other_clocks(a, b):
        whole = minutes_apart(by_days(a), by_days(b))
        if whole is None or whole < DAY:
            return Abstention("other_clock", "They may tell the time by different clocks.")
    why = "It was one moment, and the two times for it exclude each other."
    if apart >= HOUR:
        return Clash(Kind.DATE, why)
    if a.by_the_clock or b.by_the_clock:
        return Clash(Kind.DATE, "The two times lie close together.", Severity.TENSION, 0.5)
    return Clash(Kind.DATE, why, score=0.75, condition=MIDNIGHT)


def _denied(yes: Statement, no: Statement) -> Judgement:
    said, denied = when_of(yes), when_of(no)
    assert said is not None and denied is not None
    if other_clocks(said, denied) or minutes_apart(said, denied) != 0:
        return agree("The time that is denied is another one.")
    return Clash(Kind.DATE, "The very time that one side tells, the other denies.", score=0.85)
