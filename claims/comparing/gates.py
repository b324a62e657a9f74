"""The gates before a finding, cheap ones first; each says in words what it saw.

A pair that fails a gate is left alone with that gate's named reason. The last gate, whether the
answers can both hold, is the rules' own.
"""

from collections.abc import Callable
from dataclasses import dataclass

from claims.choices import Stance
from claims.comparing import times
from claims.comparing.asked_joins import questions_join
from claims.comparing.asking import one_question
from claims.comparing.bodies import are_apart
from claims.comparing.bridges import act_unsaid, bridge_between, same_question
from claims.comparing.judging import NOT_MINE, Clash, Judgement, is_negative
from claims.comparing.parties import of_one_house, one_voice
from claims.comparing.sentences import claimant_name, named
from claims.comparing.times import Relation, Timing
from claims.reading.questions import possessive
from claims.values import Statement


@dataclass(frozen=True, slots=True)
class Check:
    """One gate's answer for the pair page. ``code`` names the reason where it did not pass."""

    code: str
    passed: bool
    words: str


Gate = Callable[[Statement, Statement], Check]


def of_one_event(left: Statement, right: Statement) -> Check:
    """Two claims of the same event, and not one claim twice."""
    if left.id == right.id:
        return Check("same_claim", passed=False, words="It is one claim, given twice.")
    same = left.event == right.event
    return Check("different_event", same, "Same event" if same else "Different events")


def both_checkable(left: Statement, right: Statement) -> Check:
    """Neither is an opinion, a wish, a prediction or a norm."""
    free = not (left.not_checkable or right.not_checkable)
    words = "Both can be checked" if free else "One is an opinion, a wish or a prediction"
    return Check("not_checkable", free, words)


def none_retracted(left: Statement, right: Statement) -> Check:
    """Both still stand."""
    gone = any(s.retracted or s.stance == Stance.RETRACTS for s in (left, right))
    words = "One of them has been taken back" if gone else "Both still stand"
    return Check("retracted", not gone, words)


def both_speak(left: Statement, right: Statement) -> Check:
    """Neither is a refusal to comment."""
    silent = Stance.NO_COMMENT in {left.stance, right.stance}
    words = "One side does not comment" if silent else "Both take a position"
    return Check("no_comment", not silent, words)


def questions_meet(left: Statement, right: Statement) -> Check:
    """One question, or two that a declared bridge joins."""
    if same_question(left, right):
        return Check("different_question", passed=True, words="Same question")
    if one_question(left, right):
        return Check("different_question", passed=True, words="Filed under one question")
    if questions_join(left, right):
        words = "Two questions that bear on each other, as they were put"
        return Check("different_question", passed=True, words=words)
    bridge = bridge_between(left, right)
    if bridge is None and act_unsaid(left, right):
        words = "Only one of them says what the act it speaks of was done to"
        return Check("needs_target", passed=False, words=words)
    if bridge is None:
        return Check("different_question", passed=False, words="Different questions")
    return Check("different_question", passed=True, words=bridge.told(left, right))


CHEAP_GATES: tuple[Gate, ...] = (
    of_one_event,
    both_checkable,
    none_retracted,
    both_speak,
    questions_meet,
)


def answers_comparable(judged: Judgement) -> Check:
    """Some rule knows how to compare the two answers."""
    known = judged != NOT_MINE
    words = "Their answers can be compared" if known else NOT_MINE.words
    return Check(NOT_MINE.code, known, words)


def claimants_differ(left: Statement, right: Statement, judged: Judgement) -> Check:
    """Two voices. Two claims without a named claimant may be one voice, and nobody can tell.

    Two bodies of one state that tell of a changing state ("we are driving them out", "they are
    driven out") tell one story as it goes on; over figures and deeds they can differ.
    """
    a, b = left.claimant, right.claimant
    if a is None and b is None:
        return _nameless_differ(left.claimant_text, right.claimant_text)
    if a is None or b is None:
        return Check("same_claimant", passed=True, words="Only one of them names who says it")
    if a.key == b.key:
        return Check("same_claimant", passed=False, words=f"Both are {possessive(named(a))}")
    if one_voice(a, b):
        words = f"{claimant_name(left)} and {named(b)} speak with one voice"
        return Check("linked_claimants", passed=False, words=words)
    changing = isinstance(judged, Clash) and judged.timing == Timing.STATE
    if changing and of_one_house(a, b):
        words = f"{claimant_name(left)} and {named(b)} tell one story as it goes on"
        return Check("linked_claimants", passed=False, words=words)
    words = "Different claimants, neither part of the other"
    return Check("same_claimant", passed=True, words=words)


def _nameless_differ(one: str, other: str) -> Check:
    """Whether two that nobody names are bodies of which one is never the other."""
    if are_apart(one, other):
        words = f"“{one}” and “{other}” are different bodies"
        return Check("same_claimant", passed=True, words=words)
    return Check("needs_claimant", passed=False, words="Neither names who says it")


def times_meet(left: Statement, right: Statement, clash: Clash) -> Check:
    """The two can be about the same time, as far as the clash depends on it.

    Two undated claims are taken as of one time (nothing tells them apart, and the score says
    so); a dated and an undated one are not.
    """
    if clash.timing == Timing.TIMELESS:
        return Check("times_apart", passed=True, words="Time does not matter here")
    if clash.timing == Timing.REPLY:
        return _reply_follows(left, right)
    how = times.relation(left, right, running=clash.timing == Timing.RUNNING)
    if how == Relation.ONE_UNDATED:
        return Check("needs_time", passed=False, words="Only one of them has a date")
    if how == Relation.UNDATED:
        return Check("needs_time", passed=True, words="Neither is dated; taken as of one time")
    when = sorted({times.in_words(left), times.in_words(right)})
    if how == Relation.APART:
        words = f"They speak of different days: {when[0]} and {when[-1]}"
        return Check("times_apart", passed=False, words=words)
    return Check("times_apart", passed=True, words=f"Both speak of {' and '.join(when)}")


def _reply_follows(left: Statement, right: Statement) -> Check:
    no, yes = _denial_first(left, right)
    if _told(no).before(_told(yes)) and times.days(no).before(times.days(yes)):
        words = f"{claimant_name(no)} denied it before {claimant_name(yes, opens=False)} said it"
        return Check("times_apart", passed=False, words=words)
    return Check("times_apart", passed=True, words="The denial does not come before the claim")


def _told(statement: Statement) -> times.Days:
    """The days on which it was said; those it is of, where nobody knows."""
    said = times.days_of(statement.said)
    return said if said.known else times.days(statement)


def _denial_first(left: Statement, right: Statement) -> tuple[Statement, Statement]:
    denies = is_negative(left)
    if denies == is_negative(right) and left.asked:
        denies = left.asked.denies  # its words say no by saying something else
    return (left, right) if denies else (right, left)
