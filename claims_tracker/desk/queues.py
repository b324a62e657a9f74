"""What waits for an editor: each queue with how much, since when, and its first rows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from claims.admin.pair_queue import before_words, rank_words
from claims.admin.reading_links import reading_page
from claims.choices import ProposalState, ReadingState
from claims.models import (
    Claim,
    ContradictionGroup,
    Quote,
    Reading,
    VerdictProposal,
)
from claims_tracker.accounts.models import User
from claims_tracker.desk import teamwork
from claims_tracker.desk.due import due_words, is_overdue
from claims_tracker.desk.models import Assignment
from events.administration import Tally, tally
from events.administration.paging import QUEUE_CAP
from events.models import Event
from sources.choices import FeedState, IngestState
from sources.models import Feed, IngestJob

SHOWN = 5
FAILING = (FeedState.FAILING, FeedState.STOPPED)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a queue: what it is, where it leads, since when it waits, and a remark.

    ``text`` leads to the article in which it stands, marked there.
    """

    words: str
    page: str
    since: datetime | None
    remark: str = ""
    machine: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue of the dashboard. ``urgent`` ones are marked when something waits in them."""

    name: str
    title: str
    asks: str
    page: str
    tally: Tally
    lines: tuple[Line, ...]
    urgent: bool = False
    latest: datetime | None = None


def queues(person: User) -> Iterator[Queue]:
    """The queues in which the person can decide: one query each, or for two of one kind."""
    for build in BUILDERS:
        found = build(person)
        yield from found if isinstance(found, tuple) else (found,)


def last_polled(found: Sequence[Queue]) -> datetime | None:
    """When a feed was last asked for news, as the queue of feeds was told by the way."""
    return next((queue.latest for queue in found if queue.name == "feeds"), None)


def _contradictions(person: User) -> Queue:
    groups = list(ContradictionGroup.objects.editable_by(person).waiting().with_lead()
                  [: QUEUE_CAP + 1])  # fmt: skip
    capped = len(groups) > QUEUE_CAP
    # The queue is in the order of rank: the oldest is known only when all of it is here.
    since = (
        None if capped else min((one.oldest_at for one in groups if one.oldest_at), default=None)
    )
    found = Tally(groups[:SHOWN], min(len(groups), QUEUE_CAP), capped, since)
    return _queue(
        "contradictions", "Contradictions to decide", "Can both be true?",
        _review("contradictions"), found,
        line=lambda group: Line(
            group.lead.reason, _review("contradictions", group.lead), None,
            " · ".join(_about(group)), machine=bool(group.lead.detector)),
    )  # fmt: skip


def _about(group: Any) -> Iterator[str]:
    yield str(group.event)
    if group.waiting > 1:
        yield f"{group.waiting} pairs that say the same"
    yield rank_words(group)
    if before_words(group):
        yield f"as decided before: {before_words(group)}"


def _claims(person: User) -> Queue:
    rows = Claim.objects.proposed().editable_by(person).select_related("claimant", "event")
    return _queue(
        "claims", "New claims", "Publish, reject or merge.",
        _review("claims"),
        tally(_with_text(rows).order_by("created_at", "pk"), shown=SHOWN, since="created_at"),
        line=lambda claim: Line(
            str(claim), _review("claims", claim), claim.created_at, str(claim.event),
            machine=bool(claim.found_by), text=_as_read(claim)),
    )  # fmt: skip


def _words(person: User) -> Queue:
    rows = Quote.objects.waiting().filter(claim__event__in=Event.objects.editable_by(person))
    rows = rows.select_related("claim__claimant", "claim__event").defer("claim__search")
    return _queue(
        "words", "New words for published claims", "May readers see them under the claim?",
        _list(Claim, "words=waiting"),
        tally(rows.order_by("created_at", "pk"), shown=SHOWN, since="created_at"),
        line=lambda quote: Line(
            quote.exact, _page(quote.claim), quote.created_at,
            f"{quote.claim} · {quote.claim.event}", machine=bool(quote.found_by),
            text=reading_page(quote.version_id, claim=quote.claim_id)),
    )  # fmt: skip


def _with_text(rows: "QuerySet[Claim]") -> "QuerySet[Any]":
    """Claims with the version of their first quote."""
    quotes = Quote.objects.filter(claim=OuterRef("pk")).order_by("pk").values("version")
    return rows.defer("search").annotate(in_version=Subquery(quotes[:1]))


def _as_read(claim: Any) -> str:
    return reading_page(claim.in_version, claim=claim.pk) if claim.in_version else ""


def _proposals(person: User) -> tuple[Queue, Queue]:
    """Verdicts that wait for the person, and those that the person proposed."""
    others = _pending().exclude(proposed_by=person).filter(
        claim__event__in=Event.objects.editable_by(person))  # fmt: skip
    states = [ProposalState.PENDING, ProposalState.RETURNED]
    own = _proposed().filter(proposed_by=person, state__in=states)
    found = _together("proposed_at", others, own)
    approve = [row for row in found if row.proposed_by_id != person.pk]
    mine = [row for row in found if row.proposed_by_id == person.pk]
    return _queue(
        "proposals", "Verdicts to approve", "Waiting for a second reviewer.",
        _review("verdicts"), _told(approve, "proposed_at"), line=_proposal_line,
    ), _queue(
        "mine", "Mine", "Verdicts you proposed.",
        _list(VerdictProposal, f"proposed_by__id__exact={person.pk}"),
        _told(mine, "proposed_at"), line=_proposal_line,
    )  # fmt: skip


def _together(since: str, *queues: "QuerySet[Any]") -> list[Any]:
    """The first rows of queues of one kind, those that wait longest first: one query for all."""
    first, *others = (rows.order_by(since, "pk")[: QUEUE_CAP + 1] for rows in queues)
    found = first.union(*others, all=True)
    return sorted(found, key=lambda row: (getattr(row, since), row.pk))


def _told(rows: Sequence[Any], since: str) -> Tally:
    """What is told of a queue whose first rows are here, one more than the cap if there are."""
    oldest = getattr(rows[0], since) if rows else None
    return Tally(rows[:SHOWN], min(len(rows), QUEUE_CAP), len(rows) > QUEUE_CAP, oldest)


def _assigned(person: User) -> Queue:
    rows = teamwork.with_words(teamwork.open_work(person)).select_related("assigned_by")
    found = tally(rows, shown=SHOWN, since="created_at")
    return _queue(
        "assigned", "Assigned to you", "What colleagues ask you to look at.",
        _list(Assignment, f"assignee__id__exact={person.pk}&done_at__isnull=True"), found,
        line=_assignment_line, urgent=any(is_overdue(work.due_at) for work in found.rows),
    )  # fmt: skip


def _assignment_line(work: Any) -> Line:
    kind = work.content_type
    page = reverse(f"admin:{kind.app_label}_{kind.model}_change", args=[work.object_id])
    remark = " · ".join(filter(None, (f"by {work.assigned_by}", due_words(work.due_at))))
    return Line(work.words or str(work), page, work.created_at, remark)


def _articles(_person: User) -> tuple[Queue, Queue]:
    """Articles that no event could be told for, and those that failed again and again."""
    states = (IngestState.NEEDS_EVENT, IngestState.QUARANTINED)
    found = _together("created_at", *(_jobs().filter(state=one) for one in states))
    asked, stuck = ([job for job in found if job.state == state] for state in states)
    return _queue(
        "events", "Which event?", "Articles that no event could be told for.",
        _review("articles"), _told(asked, "created_at"),
        line=lambda job: Line(_article(job), _review("articles", job), job.created_at),
    ), _queue(
        "quarantined", "Articles in quarantine", "Tried again and again without success.",
        _review("quarantine"), _told(stuck, "created_at"),
        line=lambda job: Line(_article(job), _review("quarantine", job), job.created_at,
                              job.reason_text or job.reason),
        urgent=True,
    )  # fmt: skip


def _unread(_person: User) -> Queue:
    rows = Reading.objects.filter(state=ReadingState.QUARANTINED).select_related("version", "event")
    rows = rows.defer("version__text", "version__raw", "version__bands")
    return _queue(
        "readings", "Readings in quarantine", "Texts that could not be read.",
        _review("readings"),
        tally(rows.order_by("created_at", "pk"), shown=SHOWN, since="created_at"),
        line=lambda row: Line(str(row), _review("readings", row), row.created_at,
                              row.reason_text or row.reason),
        urgent=True,
    )  # fmt: skip


def _feeds(_person: User) -> Queue:
    # The feed that was asked last comes along, whatever its state, and saves a query.
    newest = Feed.objects.exclude(last_polled_at=None).order_by("-last_polled_at").values("pk")[:1]
    rows = Feed.objects.alias(last=Q(pk__in=newest)).select_related("outlet")
    rows = rows.filter(Q(state__in=FAILING) | Q(last=True))
    told = list(rows.order_by("-last", "last_polled_at", "pk")[: QUEUE_CAP + 2])
    failing = [feed for feed in told if feed.state in FAILING][: QUEUE_CAP + 1]
    failing.sort(key=lambda feed: (feed.last_polled_at is None, feed.last_polled_at or 0, feed.pk))
    queue = _queue(
        "feeds", "Feeds failing", "Asked less often, or no more.",
        _review("feeds"), _told(failing, "last_polled_at"),
        line=lambda feed: Line(f"{feed.outlet}: {feed.url}", _review("feeds", feed),
                               feed.last_polled_at, feed.last_error),
        urgent=True,
    )  # fmt: skip
    return replace(queue, latest=told[0].last_polled_at if told else None)


BUILDERS: tuple[Callable[[User], Queue | tuple[Queue, ...]], ...] = (
    _contradictions, _claims, _words, _assigned, _proposals, _articles, _unread, _feeds,
)  # fmt: skip


def _queue(
    name: str,
    title: str,
    asks: str,
    page: str,
    found: Tally,
    *,
    line: Callable[[Any], Line],
    urgent: bool = False,
) -> Queue:
    lines = tuple(line(row) for row in found.rows)
    return Queue(name, title, asks, page, found, lines, urgent and bool(found.number))


def _proposed() -> "QuerySet[VerdictProposal]":
    return VerdictProposal.objects.select_related("claim__claimant", "claim__event", "proposed_by")


def _pending() -> "QuerySet[VerdictProposal]":
    return _proposed().filter(state=ProposalState.PENDING)


def _proposal_line(proposal: VerdictProposal) -> Line:
    return Line(
        f"{proposal.get_status_display()}? {proposal.claim}", _review("verdicts", proposal),
        proposal.proposed_at, f"{proposal.get_state_display()} · by {proposal.proposed_by}",
    )  # fmt: skip


def _jobs() -> "QuerySet[IngestJob]":
    return IngestJob.objects.defer("payload").select_related("article")


def _article(job: IngestJob) -> str:
    return str(job.article) if job.article is not None else str(job)


def _list(model: Any, query: str) -> str:
    meta = model._meta  # noqa: SLF001 - Django's documented _meta
    return f"{reverse(f'admin:{meta.app_label}_{meta.model_name}_changelist')}?{query}"


def _review(name: str, row: Any = None) -> str:
    """The queue on the review desk; with a row, its page there."""
    if row is None:
        return reverse("admin:desk_review", kwargs={"name": name})
    return reverse("admin:desk_review_item", kwargs={"name": name, "pk": row.pk})


def _page(row: Any) -> str:
    meta = row._meta  # noqa: SLF001 - Django's documented _meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])
