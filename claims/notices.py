"""Notices that a claimant changed a statement: found by comparing, seen by an editor.

A later, different answer of one claimant is a revision and no contradiction. Where a figure fell,
an editor should look: it may be a correction, a part of the whole, or an error of reading.
"""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import Q, QuerySet
from django.utils import timezone

from claims.changes import decision
from claims.choices import NoticeState
from claims.models import Claim, RevisionNotice
from claims.permissions import DecisionError, require
from claims.values import Revision
from events.models import Event
from events.teams import Person

SEE = "claims.decide_contradiction"

Pair = tuple[int, int]  # ids of the later and the earlier claim


class NoticeError(DecisionError):
    """The notice is not in a state in which this can be done."""


def keep(
    compared: Collection[int],
    found: Iterable[tuple[Claim, Claim, Revision]],
    *,
    detector: str,
) -> None:
    """Keep what comparing these claims with all around them found: one query where nothing is.

    Of several earlier answers only the last is noted. A notice that is found no more is marked
    so; one that an editor has seen waits again only if it says something else.
    """
    rows = RevisionNotice.objects.filter(Q(later__in=compared) | Q(earlier__in=compared))
    known = {
        row.later_id: row for row in rows.select_for_update(of=("self",)).select_related("earlier")
    }
    latest = _latest(found)
    later_known = RevisionNotice.objects.filter(later__in=latest.keys() - known.keys())
    if latest.keys() - known.keys():
        known |= {row.later_id: row for row in later_known.select_related("earlier")}
    for pk, (later, earlier, revision) in latest.items():
        notice = known.pop(pk, None)
        if notice is None:
            notice = RevisionNotice(event_id=later.event_id, later=later, earlier=earlier)
        elif pk not in compared and _comes_later(notice.earlier, earlier):
            continue  # what stands is nearer; the later claim was not compared with all this time
        _say(notice, earlier, revision, detector)
    for row in known.values():
        if row.state == NoticeState.OPEN:
            row.state = NoticeState.GONE
            row.save(update_fields=["state", "updated_at"])


def see(notice: RevisionNotice, *, by: Person, reason: str = "") -> RevisionNotice:
    """Take a notice off the queue: the person has looked at it. Twice is harmless."""
    with decision(by, reason):
        rows = RevisionNotice.objects.select_for_update(of=("self",)).select_related("event")
        notice = rows.get(pk=notice.pk)
        require(by, SEE, notice.event)
        if notice.state == NoticeState.GONE:
            raise NoticeError("The software finds this no longer; there is nothing to see.")
        if notice.state == NoticeState.OPEN:
            notice.state = NoticeState.SEEN
            notice.seen_by_id, notice.seen_at = by.pk, timezone.now()
            notice.save(update_fields=["state", "seen_by", "seen_at", "updated_at"])
    return notice


def fallen(person: Person) -> "QuerySet[RevisionNotice]":
    """Figures that fell, in events that the person may edit, which nobody has looked at yet."""
    rows = RevisionNotice.objects.filter(state=NoticeState.OPEN, downward=True)
    own = rows.filter(event__in=Event.objects.editable_by(person))
    return own.select_related("event").order_by("created_at", "pk")


def about(claim: Claim) -> list[RevisionNotice]:
    """What the software noticed of a claim and what came before or after it: one query."""
    rows = RevisionNotice.objects.filter(Q(later=claim) | Q(earlier=claim))
    told = rows.exclude(state=NoticeState.GONE).select_related("later", "earlier", "seen_by")
    return list(told.defer("later__search", "earlier__search").order_by("pk")[:20])


def _latest(
    found: Iterable[tuple[Claim, Claim, Revision]],
) -> Mapping[int, tuple[Claim, Claim, Revision]]:
    """For each later claim the last of the answers before it."""
    latest: dict[int, tuple[Claim, Claim, Revision]] = {}
    for later, earlier, revision in found:
        other = latest.get(later.pk)
        if other is None or _comes_later(earlier, other[1]):
            latest[later.pk] = (later, earlier, revision)
    return latest


def _comes_later(claim: Claim, other: Claim) -> bool:
    return (claim.sort_at, claim.pk) > (other.sort_at, other.pk)


def _say(notice: RevisionNotice, earlier: Claim, revision: Revision, detector: str) -> None:
    """Save the notice if it is new or says something else than before."""
    same = notice.earlier_id == earlier.pk and notice.reason == revision.reason
    if same and notice.state != NoticeState.GONE:
        return
    notice.earlier, notice.reason = earlier, revision.reason
    notice.downward, notice.detector = revision.downward, detector
    notice.state = NoticeState.OPEN
    notice.seen_by = notice.seen_at = None
    notice.save()
