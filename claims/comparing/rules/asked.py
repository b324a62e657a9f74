"""Two answers to questions that a person worded, taken as that person put question and answer.

Such a question joins what reading types in different ways. Who says no to a question of yes or no
denies what the others assert; causes, places and figures told under one question are of one thing.
"""

import re
from collections.abc import Callable

from claims.choices import Kind, Severity
from claims.comparing.alignment import read
from claims.comparing.asked_joins import tells_what_is_denied
from claims.comparing.asked_people import gives_figure
from claims.comparing.asking import (
    SENSED,
    Form,
    base_forms,
    form_of,
    is_of_now,
    one_question,
    ruled_out,
    told_in,
)
from claims.comparing.judging import NOT_MINE, Clash, Judgement, agree, takes_side
from claims.comparing.rules.asked_causes import (
    NO_TRACE_YET,
    NOT_THIS,
    causes_told,
    names_what_is_not,
)
from claims.comparing.rules.asked_figures import GROWING, figures_differ
from claims.comparing.rules.negation import KINDS, NO_TRACE
from claims.comparing.times import Relation, Timing, relation
from claims.comparing.wording_gates import DAY, MONTH
from claims.values import Abstention, Asked, Count, Statement

HELD = re.compile(
    r"\b(?:hands|taken|seized|held|custody|cells?|captive|captured|hostage|detained|detention"
    r"|abducted|kidnapped|arrested|prison|jail(?:ed)?)\b",
    re.IGNORECASE,
)
FREE = re.compile(
    r"\b(?:safe|free|hiding|hides?|home|fled|escaped|abroad|exile|at large|on the run|left)\b",
    re.IGNORECASE,
)
# What is no more, or is so again: both were true one after the other.
SINCE = re.compile(
    r"\b(?:lifted|no longer|re-?open(?:ed|s)|resum(?:ed|es)|restored|has since|have since|revoked"
    r"|called off)\b",
    re.IGNORECASE,
)
ORIGIN = re.compile(r"where (?:did|was|were)\b", re.IGNORECASE)
DATE = re.compile(rf"\b(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})\b")
NUMBER = re.compile(r"\d[\d,]*")
NEVER = read("never nobody none nothing").content
TWO_DAYS = "It was one moment, and the two days of it exclude each other."


def one_question_answered(left: Statement, right: Statement) -> Judgement:
    """Find two answers to one question, in a person's words, that exclude each other."""
    asked = one_question(left, right)
    if asked is None or not (takes_side(left) and takes_side(right)):
        return NOT_MINE
    if gives_figure(left) and gives_figure(right):
        return figures_differ(left, right)
    by_form = BY_FORM.get(form_of(asked[0].question))
    return by_form(left, right, *asked) if by_form else NOT_MINE


def told_and_denied(left: Statement, right: Statement) -> Judgement:
    """Find what one tells under one question, and the other denies under another."""
    if not (takes_side(left) and takes_side(right) and tells_what_is_denied(left, right)):
        return NOT_MINE
    no = left if left.asked and left.asked.denies else right
    if no.asked and NO_TRACE.search(no.asked.told):
        return agree(NO_TRACE_YET)
    why = "What one side says, the other denies."
    return Clash(_kind(no), why, score=0.75, timing=Timing.REPLY)


def _yes_or_no(left: Statement, right: Statement, one: Asked, other: Asked) -> Judgement:
    if one.denies == other.denies:
        return agree("Both say the same to it.")
    return _said_no(left, right) or Clash(
        _kind(left), _parted(one), score=0.85, timing=_timing(one)
    )


def _heading(left: Statement, right: Statement, one: Asked, other: Asked) -> Judgement:
    """A heading tells what may have been; what exactly is denied stands in the answer."""
    if one.denies == other.denies:
        return NOT_MINE
    softer = _said_no(left, right)
    if softer is not None:
        return softer
    no, yes = (one, other) if one.denies else (other, one)
    missing = ruled_out(no)
    if missing and not missing & told_in(yes):
        return agree("What one side rules out is not what the other tells.")
    count = (right if one.denies else left).answer.count
    if count is not None and GROWING.search(no.question):
        return _figure_refused(count, no)
    return Clash(_kind(left), _parted(one), score=0.75, timing=_timing(one))


def _said_no(left: Statement, right: Statement) -> Judgement | None:
    """What keeps a no from being more than a tension; None where nothing does."""
    if left.asked is None or right.asked is None:
        return None
    no, yes = (left.asked, right.asked) if left.asked.denies else (right.asked, left.asked)
    if NO_TRACE.search(no.told):
        return Clash(_kind(left), NO_TRACE_YET, Severity.TENSION, 0.5)
    changed = SINCE.search(no.told) or SINCE.search(yes.told)
    if changed and relation(left, right) != Relation.TOGETHER:
        return Abstention("state_change", "It was first so, and then no longer.")
    if is_of_now(no.question) and DAY.search(yes.told) and relation(left, right) == Relation.APART:
        return Abstention("times_apart", "What one says was so on one day, the other denies later.")
    said = base_forms(read(yes.told).content) & base_forms(read(yes.question).content)
    if SENSED.match(yes.told) and not said:
        why = "What one side noticed points to it, and does not yet say it."
        return Clash(_kind(left), why, Severity.TENSION, 0.5)
    return None


def _figure_refused(count: Count, no: Asked) -> Judgement:
    """A figure against a no: of all there was, or of this figure; of another's it may be."""
    told = {int(found.replace(",", "")) for found in NUMBER.findall(no.told)}
    same = told & {count.low, count.low - 1, count.first}
    if same or ruled_out(no) or read(no.told).content & NEVER:
        return Clash(Kind.COUNT, _parted(no), score=0.8)
    return Abstention("needs_words", "It does not say which figure it denies.")


def _authors(_left: Statement, _right: Statement, one: Asked, other: Asked) -> Judgement:
    """Somebody whom one names and the other says it was not; all else is for typed answers."""
    if one.denies or other.denies:
        return NOT_MINE
    if names_what_is_not(one.told, other.told) or names_what_is_not(other.told, one.told):
        return Clash(Kind.RESPONSIBILITY, NOT_THIS, score=0.8)
    return NOT_MINE


def _times(_left: Statement, _right: Statement, one: Asked, other: Asked) -> Judgement:
    if one.denies or other.denies:
        return NOT_MINE
    ours, theirs = set(DATE.findall(one.told)), set(DATE.findall(other.told))
    if not (ours and theirs):
        return NOT_MINE
    same = bool(ours & theirs)
    return agree("They tell one day.") if same else Clash(Kind.DATE, TWO_DAYS, score=0.75)


def _whereabouts(_left: Statement, _right: Statement, one: Asked, other: Asked) -> Judgement:
    if one.denies != other.denies:
        return Clash(Kind.PLACE, "Nobody is in a place and not there.", score=0.7)
    if ORIGIN.match(one.question):
        ours, theirs = read(f"- {one.told}").names, read(f"- {other.told}").names
        apart = ours and theirs and not ours & theirs
        return Clash(Kind.PLACE, "It was one place, not both.", score=0.75) if apart else NOT_MINE
    states = {(bool(HELD.search(side.told)), bool(FREE.search(side.told))) for side in (one, other)}
    if states == {(True, False), (False, True)}:
        return Clash(Kind.PLACE, "Nobody is free and held at the same time.", score=0.8)
    return NOT_MINE


def _parted(asked: Asked) -> str:
    return f"On “{asked.question.strip()}” one says yes, the other no."


def _timing(asked: Asked) -> Timing:
    return Timing.REPLY if is_of_now(asked.question) else Timing.TIMELESS


def _kind(statement: Statement) -> Kind:
    return KINDS.get(statement.topic, Kind.NEGATION)


BY_FORM: dict[Form, Callable[[Statement, Statement, Asked, Asked], Judgement]] = {
    Form.YES_OR_NO: _yes_or_no,
    Form.HEADING: _heading,
    Form.CAUSE: causes_told,
    Form.WHERE: _whereabouts,
    Form.WHEN: _times,
    Form.WHO: _authors,
}
