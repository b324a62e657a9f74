"""Two claims in; a finding, a revision or a named abstention out.

Everything is judged on the pair in one canonical order, so the order in which the two are given
changes nothing, the sentence included.
"""

from dataclasses import dataclass

from claims.choices import Modality, Severity, Stance
from claims.comparing import gates, plain_text, times
from claims.comparing.gates import Check
from claims.comparing.judging import NOT_MINE, Clash, Judgement, is_firm, is_negative
from claims.comparing.revisions import revision
from claims.comparing.rules import judge
from claims.comparing.sentences import reason
from claims.values import Abstention, Finding, Revision, Statement

DETECTOR = "claims-comparing 1.4"

HEDGED = 0.6
LIKELY = 0.85
ALLEGED = 0.9
NAMELESS = 0.85
UNDATED = 0.85

Result = Finding | Abstention | Revision


@dataclass(frozen=True, slots=True)
class Examination:
    """What was checked, in order, and what came of it."""

    checks: tuple[Check, ...]
    result: Result


def compare(left: Statement, right: Statement) -> Result:
    """Whether the two part: a finding, the claimant's own revision, or why nothing was found."""
    return examine(left, right).result


def checks(left: Statement, right: Statement) -> tuple[Check, ...]:
    """The gates as passed, for the page of a pair; the last one is the one that decided."""
    return examine(left, right).checks


def examine(left: Statement, right: Statement) -> Examination:
    """Walk the gates, cheap ones first, and stop at the first that fails."""
    first, second = sorted((left, right), key=_order)
    passed: list[Check] = []
    for gate in gates.CHEAP_GATES:
        passed.append(gate(first, second))
        if not passed[-1].passed:
            break
    apart = not passed[-1].passed and passed[-1].code == "different_question"
    if apart and plain_text.words_meet(first, second):
        by_words = Check("different_question", passed=True, words="Compared by their words alone")
        judged = plain_text.judge(first, second)
        return _judged(first, second, [*passed[:-1], by_words], *judged)
    if not passed[-1].passed:
        return _stopped(passed)
    rule, judgement = judge(first, second)
    if judgement == NOT_MINE:
        by_its_words = plain_text.judge(first, second)
        if isinstance(by_its_words[1], Clash):
            rule, judgement = by_its_words
    return _judged(first, second, passed, rule, judgement)


def _judged(
    first: Statement, second: Statement, passed: list[Check], rule: str, judged: Judgement
) -> Examination:
    passed.append(gates.answers_comparable(judged))
    if not passed[-1].passed:
        return _stopped(passed)
    passed.append(gates.claimants_differ(first, second, judged))
    if not passed[-1].passed:
        revised = revision(first, second, judged)
        return Examination(tuple(passed), revised) if revised else _stopped(passed)
    if isinstance(judged, Abstention):
        passed.append(Check(judged.code, passed=False, words=judged.words))
        return _stopped(passed)
    passed.append(gates.times_meet(first, second, judged))
    if not passed[-1].passed:
        return _stopped(passed)
    return _found(first, second, rule, judged, passed)


def _found(
    first: Statement, second: Statement, rule: str, clash: Clash, passed: list[Check]
) -> Examination:
    firm = is_firm(first) and is_firm(second)
    severity = clash.severity if firm else Severity.TENSION
    passed.append(Check("answers_clash", passed=True, words=clash.why))
    finding = Finding(
        kind=clash.kind,
        severity=severity,
        score=score(first, second, clash),
        reason=reason(first, second, clash),
        rule=rule,
        signals={
            "timing": clash.timing.name.lower(),
            "hedged": Modality.HEDGED in {first.modality, second.modality},
            "condition": clash.condition,
            "same_question": first.question == second.question,
        },
    )
    return Examination(tuple(passed), finding)


def score(first: Statement, second: Statement, clash: Clash) -> float:
    """The rule's own certainty, lowered for each thing that is not known for sure."""
    value = clash.score
    for side in (first, second):
        if side.modality == Modality.HEDGED:
            value *= LIKELY if is_firm(side) else HEDGED
        elif side.modality == Modality.ALLEGED:
            value *= ALLEGED
        if side.claimant is None:
            value *= NAMELESS
    timeless = clash.timing == times.Timing.TIMELESS
    if not timeless and times.relation(first, second) != times.Relation.TOGETHER:
        value *= UNDATED
    return round(value, 3)


def _stopped(passed: list[Check]) -> Examination:
    return Examination(tuple(passed), Abstention(passed[-1].code, passed[-1].words))


def _order(statement: Statement) -> tuple[bool, bool, str, str]:
    """Assertions before doubts before denials, then by id: the order a reason is told in.

    The words break the tie of two versions of one claim.
    """
    doubts = statement.stance == Stance.DOUBTS
    return is_negative(statement), doubts, statement.id, repr(statement)
