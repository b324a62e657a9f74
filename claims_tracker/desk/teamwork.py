"""Notes to colleagues and who is to look at what. Never public."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Case, Model, OuterRef, QuerySet, Subquery, TextField, Value, When
from django.utils import timezone

from claims.models import Claim, Contradiction, Question
from claims.permissions import DecisionError, NotAllowed
from claims_tracker.accounts.models import User
from claims_tracker.desk.models import Assignment, Note
from events.models import Event
from events.teams import may_edit
from sources.models import Article

NOTE_LENGTH = 2_000
OPENED = "colleagues"  # in the address of a page that shows what colleagues say


class TeamworkError(DecisionError):
    """The note or assignment cannot be made as given."""


def write_note(target: Model, text: str, *, by: User) -> Note:
    """Leave a remark on any row of the ledger."""
    _require(by, "desk.add_note", "write notes", target)
    if not text.strip():
        raise TeamworkError("An empty note helps nobody.")
    return Note.objects.create(author=by, text=text.strip(), **_place(target))


def notes_on(target: Model) -> QuerySet[Note]:
    """The remarks on a row, oldest first, with their authors: one query."""
    return Note.objects.filter(**_place(target)).select_related("author")


def listed(target: Model) -> str:
    """What the list of notes is asked for to show those on a row."""
    place = _place(target)
    return f"content_type__id__exact={place['content_type'].pk}&object_id__exact={target.pk}"


def assigned(target: Model) -> Assignment | None:
    """The row's open assignment: one query."""
    rows = Assignment.objects.filter(done_at=None, **_place(target))
    return rows.select_related("assignee", "assigned_by").order_by("-pk").first()


@transaction.atomic
def assign(
    target: Model, assignee: User, *, by: User, due_at: datetime | None = None
) -> Assignment:
    """Ask a colleague to look at a row; one open assignment a row, a new one replaces it.

    Assigning the same again only moves the time.
    """
    _require(by, "desk.add_assignment", "assign work", target)
    event = event_of(target)
    if not assignee.is_active or (event is not None and not may_edit(assignee, event)):
        raise TeamworkError(f"{assignee} cannot work on this.")
    # The row itself is the lock: two editors assigning it at once leave one assignment.
    QuerySet(type(target)).select_for_update(of=("self",)).get(pk=target.pk)
    open_ones = work_on(target).select_for_update()
    mine = open_ones.filter(assignee=assignee).first()
    open_ones.exclude(assignee=assignee).update(done_at=timezone.now())
    if mine is None:
        return Assignment.objects.create(
            assignee=assignee, assigned_by=by, due_at=due_at, **_place(target)
        )
    mine.due_at = due_at
    mine.save(update_fields=["due_at"])
    return mine


def finish(assignment: Assignment, *, by: User) -> Assignment:
    """Tick it off: the assignee or whoever may assign. Twice is harmless."""
    if by.pk != assignment.assignee_id and not by.has_perm("desk.change_assignment"):
        raise NotAllowed("Only who it is assigned to, or an editor, can tick it off.")
    if assignment.done_at is None:
        assignment.done_at = timezone.now()
        assignment.save(update_fields=["done_at"])
    return assignment


def open_work(person: User) -> QuerySet[Assignment]:
    """What the person is to look at, the most urgent first."""
    return Assignment.objects.filter(assignee=person, done_at=None).order_by("due_at", "pk")


def work_on(target: Model) -> QuerySet[Assignment]:
    """Who is to look at a row now: at most one."""
    return Assignment.objects.filter(done_at=None, **_place(target))


# The words by which each kind of row is known in a list.
WORDS: tuple[tuple[type[Model], str], ...] = (
    (Claim, "statement"), (Contradiction, "reason"), (Question, "text"), (Event, "title"),
    (Article, "title"),
)  # fmt: skip


def with_words(rows: QuerySet[Assignment]) -> QuerySet[Any]:
    """Assignments with the ``words`` of what they are about: one query for all kinds of rows."""
    found = [
        When(
            content_type__app_label=model._meta.app_label,  # noqa: SLF001 - Django's documented _meta
            content_type__model=model._meta.model_name,  # noqa: SLF001 - as above
            then=Subquery(QuerySet(model).filter(pk=OuterRef("object_id")).values(name)[:1]),
        )
        for model, name in WORDS
    ]
    words = Case(*found, default=Value(""), output_field=TextField())
    return rows.annotate(words=words).select_related("content_type")


def event_of(target: Any) -> Event | None:
    """The event a row belongs to; None for actors, outlets, feeds and the like."""
    if isinstance(target, Event):
        return target
    if hasattr(target, "claim"):
        target = target.claim
    event = getattr(target, "event", None)
    return event if isinstance(event, Event) else None


def _require(by: User, permission: str, words: str, target: Model) -> None:
    if not by.has_perm(permission):
        raise NotAllowed(f"Your role does not allow you to {words}.")
    event = event_of(target)
    if event is not None and not may_edit(by, event):
        raise NotAllowed(f"Only the team of “{event.title}” may change it.")


def _place(target: Model) -> dict[str, Any]:
    return {
        "content_type": ContentType.objects.get_for_model(target),
        "object_id": target.pk,
    }
