"""The public log: what changed, in an order in which no reader can miss a line.

A reader polls by ``seq``. Were it a plain sequence, a transaction that drew 5 could commit after
one that drew 6, and who had read 6 would never see 5. So lines are written last in their
transaction, under one lock that is held until the commit.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

import pghistory
from django.db import connection, transaction

from claims.choices import ContradictionState
from claims.images import Public, image
from claims.models import Change, Claim, Contradiction, Verdict
from claims.public_rows import name_of, public_now, rank_of
from events.models import Actor, Event
from events.teams import Person

LOCK = 0x636C61696D73  # "claims"; any number that nobody else locks
SUMMARY_LENGTH = 300

TOMBSTONES = ("withdrawn", "merged", "taken_down")


@dataclass(slots=True)
class Line:
    """One object to tell of. Without a kind it is told only if its public form changed."""

    obj: Public
    kind: str = ""
    summary: str = ""


@dataclass(slots=True)
class Log:
    """What one transaction has to tell."""

    lines: list[Line] = field(default_factory=list)
    around: set[int] = field(default_factory=set)

    def add(self, kind: str, obj: Public, *, summary: str = "") -> None:
        """Tell of the object in any case, if it is or was public."""
        self.lines.append(Line(obj, kind, summary[:SUMMARY_LENGTH]))

    def touch(self, *objects: Public) -> None:
        """Tell of the objects if their public form changed."""
        self.lines.extend(Line(obj) for obj in objects)

    def touch_around(self, *claims: Claim) -> None:
        """Tell of what changed with these claims: their pairs, the other sides, verdicts.

        Looked up at the end under the lock, so that a pair confirmed meanwhile is found.
        """
        self.around.update(claim.pk for claim in claims)

    def write(self) -> list[Change]:
        """Write the lines, in a transaction that does nothing more."""
        if not (self.lines or self.around):
            return []
        hold()
        told = [_tell(line, *forms) for line, *forms in _forms(self._all())]
        changes = [change for change in told if change is not None]
        # Gone before come: nothing alive points at what a reader has already dropped.
        changes.sort(key=lambda change: change.after is not None)
        last, at = _last()
        for seq, change in enumerate(changes, start=last + 1):
            change.seq, change.at = seq, at
        return Change.objects.bulk_create(changes)

    def _all(self) -> list[Line]:
        """One line an object, by rank; what was said expressly wins."""
        lines = [*self.lines, *(Line(obj) for obj in _around(self.around))]
        found: dict[tuple[type[Public], int], Line] = {}
        for line in sorted(lines, key=lambda line: not line.kind):
            found.setdefault((type(line.obj), line.obj.pk), line)
        return sorted(found.values(), key=lambda line: (rank_of(line.obj), line.obj.pk))


def hold() -> None:
    """Wait until nobody else writes the log, and keep it to oneself until the commit."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


_open: ContextVar[Log | None] = ContextVar("open_log", default=None)


@contextmanager
def decision(by: Person, reason: str = "") -> Iterator[Log]:
    """One person's decision: one transaction, who and why in the history, public lines last.

    Decisions may stand within one another (a bulk action): the outermost writes all lines. The
    history has one reason for all of them, the last that was given; none given leaves it.
    """
    outer = _open.get()
    told = {} if outer is not None and not reason else {"reason": reason}
    with pghistory.context(user=by.pk, **told), transaction.atomic():
        if outer is not None:
            yield from _inner(outer)
            return
        log = Log()
        token = _open.set(log)
        try:
            yield log
        finally:
            _open.reset(token)
        log.write()


def record(kind: str, obj: Public, *, summary: str = "") -> Change | None:
    """Write one line now: the object's public form, or a tombstone if it is public no more.

    None, and nothing written, if it neither is nor was public. Call it last in a transaction;
    decisions of editors use ``decision`` instead, which sees to that.
    """
    log = Log()
    log.add(kind, obj, summary=summary)
    with transaction.atomic():
        return next(iter(log.write()), None)


def _inner(outer: Log) -> Iterator[Log]:
    """The outer log; what an inner decision wrote is forgotten if it fails."""
    lines, around = list(outer.lines), set(outer.around)
    try:
        yield outer
    except BaseException:
        outer.lines, outer.around = lines, around
        raise


def _around(claims: set[int]) -> Iterable[Public]:
    if not claims:
        return
    pairs = Contradiction.objects.exclude(state=ContradictionState.OPEN)
    both = list(pairs.filter(first__in=claims) | pairs.filter(second__in=claims))
    yield from both
    yield from Verdict.objects.filter(claim__in=claims).select_related("claim")
    ids = {pk for pair in both for pk in (pair.first_id, pair.second_id)} | claims
    rows = Claim.objects.filter(pk__in=ids).select_related("claimant", "question")
    for claim in rows.prefetch_related("answer_actors"):
        yield claim
        if claim.pk in claims:
            yield from (obj for obj in (claim.question, claim.claimant) if obj is not None)
            yield from claim.answer_actors.all()


def _forms(lines: list[Line]) -> Iterator[tuple[Line, Any, Any]]:
    """Each line with its object's last told form and its public form now; None for none."""
    for kind, group in groupby(lines, key=lambda line: type(line.obj)):
        of_kind = list(group)
        now = {row.pk: image(row) for row in public_now(kind, [line.obj.pk for line in of_kind])}
        told = Change.objects.filter(
            object_kind=name_of(of_kind[0].obj),
            object_id__in=[line.obj.public_id for line in of_kind],
        )
        last = told.order_by("object_id", "-seq").distinct("object_id")
        before = dict(last.values_list("object_id", "after"))
        for line in of_kind:
            yield line, before.get(line.obj.public_id), now.get(line.obj.pk)


def _tell(line: Line, before: Any, after: Any) -> Change | None:
    if before is None and after is None:
        return None
    if not line.kind and before == after:
        return None
    if after is None:
        kind = line.kind if line.kind in TOMBSTONES else "withdrawn"
    else:
        kind = "published" if before is None else line.kind or "changed"
    return Change(
        kind=kind,
        object_kind=name_of(line.obj),
        object_id=line.obj.public_id,
        event_id=_event_id(line.obj),
        summary=line.summary,
        after=after,
    )


def _event_id(obj: Public) -> int | None:
    if isinstance(obj, Actor):
        return None
    if isinstance(obj, Event):
        return obj.pk
    return obj.claim.event_id if isinstance(obj, Verdict) else obj.event_id


def _last() -> tuple[int, datetime]:
    """The last number given, and now; never before the last line, if the clock was set back."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(max(seq), 0), greatest(clock_timestamp(), max(at)) FROM "
            "(SELECT seq, at FROM claims_change ORDER BY seq DESC LIMIT 1) AS newest"
        )
        seq, at = cursor.fetchone()
    return seq, at
