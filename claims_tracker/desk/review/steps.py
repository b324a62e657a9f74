"""What a person decided last on the desk, so that one key takes it back.

Kept in the person's session. Taking back is a new decision, never a deletion: the history has
both, and where a different person has to agree, it is proposed.
"""

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from claims_tracker.desk.review.queue import Mark, ReviewQueue, UndoError, person_of

KEY = "review_steps"
KEPT = timedelta(minutes=30)
MOST = 20
PUT_OFF = "later"
NOTHING = "There is nothing left to undo."


@dataclass(frozen=True, slots=True)
class Step:
    """One decision: on which row, in which words, and how it is known that it still stands."""

    queue: str
    pk: int
    act: str
    words: str
    at: float
    query: str
    final: bool
    mark: Mark = None


def remember(
    request: HttpRequest, queue: ReviewQueue, row: Any, act: str, words: str,
    *, query: str, final: bool, mark: Mark = None,
) -> None:  # fmt: skip
    """Keep a decision as the person's last."""
    now = timezone.now().timestamp()
    step = Step(queue.name, row.pk, act, words, now, query, final, mark)
    request.session[KEY] = [asdict(one) for one in (*_kept(request), step)][-MOST:]


def last(request: HttpRequest) -> Step | None:
    """The person's last decision; None when it was too long ago."""
    steps = _kept(request)
    return steps[-1] if steps else None


def take_back(request: HttpRequest, queues: dict[str, ReviewQueue]) -> Step:
    """Undo the last decision and forget it. Returns it.

    Raises UndoError where there is none, where it is final, or where somebody decided anew.
    """
    step = last(request)
    queue = queues.get(step.queue) if step is not None else None
    if step is None or queue is None:
        raise UndoError(NOTHING)
    if step.final:
        raise UndoError(f"“{step.words}” cannot be taken back here.")
    _forget(request)
    _undo(queue, step, request)
    return step


def _undo(queue: ReviewQueue, step: Step, request: HttpRequest) -> None:
    person = person_of(request)
    with transaction.atomic():
        row = queue.one(person).filter(pk=step.pk).first()
        if row is None:
            raise UndoError("It is no longer open to you.")
        if step.act == PUT_OFF:
            queue.bring_back(row, person)
            return
        undo = queue.acts[step.act].undo
        if undo is None:
            raise UndoError(NOTHING)
        undo(row, person, step.mark)


def _forget(request: HttpRequest) -> None:
    request.session[KEY] = [asdict(one) for one in _kept(request)][:-1]


def _kept(request: HttpRequest) -> list[Step]:
    since = (timezone.now() - KEPT).timestamp()
    return [Step(**one) for one in request.session.get(KEY, []) if one["at"] >= since]
