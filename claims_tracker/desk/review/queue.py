"""What all queues of the review desk have in common."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse

from claims.permissions import DecisionError
from claims_tracker.accounts.models import User
from claims_tracker.desk import snoozing
from claims_tracker.desk.models import Assignment

FILTERS = ("event", "kind", "mine")


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a queue the person wants to see, as the address says."""

    event: str = ""
    kind: str = ""
    mine: bool = False

    @classmethod
    def by(cls, request: HttpRequest) -> "Asked":
        """The filters of the request."""
        given = request.GET
        return cls(given.get("event", ""), given.get("kind", ""), bool(given.get("mine")))

    def query(self, **changed: str) -> str:
        """The same as it stands in an address, some of it changed: "?event=raid&mine=1"."""
        given = {"event": self.event, "kind": self.kind, "mine": "1" if self.mine else ""} | changed
        kept = {name: value for name, value in given.items() if value}
        return f"?{urlencode(kept)}" if kept else ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands in its queue: "14 of 92", "60 of 100+"; the ids beside it.

    ``next_names`` tells of the first ones that follow, where the queue can tell.
    """

    number: str
    total: str
    previous: int | None = None
    following: int | None = None
    next_names: tuple[tuple[int, str], ...] = ()


Mark = Any  # plain JSON
Undo = Callable[[Any, User, Mark], None]
Given = Mapping[str, Any]


class UndoError(DecisionError):
    """What was decided cannot be taken back; the text says why."""


def row_version(row: Any) -> int:
    """The mark of a decision that changes one row."""
    return int(row.row_version)


def as_left(row: Any, mark: Mark) -> None:
    """Raise UndoError if the row, which is locked, was changed since the decision."""
    if row.row_version != mark:
        raise UndoError("Somebody changed it since. Look at it again, then decide.")


def said(words: str) -> Callable[[Any, Mark], str]:
    """The same words for every row."""
    return lambda _row, _mark: words


def simply(name: str) -> Callable[[Given], str]:
    """The admin's decision of that name, whatever was sent."""
    return lambda _given: name


@dataclass(frozen=True, slots=True)
class Act:
    """One decision that can be taken with a key.

    ``decision`` names the admin's decision, by what was sent. Of the decided row ``mark`` keeps
    what ``undo`` needs to see that nobody decided anew since. Without ``undo`` it is final.
    ``fills`` turns what was sent into what the decision's form asks for. ``stands`` is for rows
    without a version: asked of the locked row, it says why the decision came too late. ``undone``
    says what undoing did, where that is less than to take it back.
    """

    decision: Callable[[Given], str]
    done: Callable[[Any, Mark], str]
    mark: Callable[[Any], Mark] = lambda _row: None
    undo: Undo | None = None
    fills: Callable[[dict[str, Any]], dict[str, Any]] = dict
    stands: Callable[[Any], str] | None = None
    undone: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """How a queue runs: a row's place in it, its first row, and what comes after a row."""

    place: Callable[[Any, "QuerySet[Any]"], Place]
    head: Callable[["QuerySet[Any]"], int | None]
    after: Callable[[Any, "QuerySet[Any]"], int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewQueue:
    """A queue as the desk walks it.

    ``rows`` are what waits for a person, in order; ``one`` are all rows that the person may open
    here, decided ones too. ``show`` is what the part of the page asks for. ``kinds`` can be
    filtered for. ``as_list`` is the admin's page with the same rows.
    """

    name: str
    title: str
    asks: str
    model: Any
    part: str
    rows: Callable[[User, Asked], "QuerySet[Any]"]
    one: Callable[[User], "QuerySet[Any]"]
    show: Callable[[Any, HttpRequest], dict[str, Any]]
    acts: Mapping[str, Act] = field(default_factory=dict)
    kinds: tuple[tuple[str, str], ...] = ()
    has_events: bool = True
    urgent: bool = False
    order: Order
    put_off: Callable[[Any], Any] = lambda row: row
    as_list: str
    list_query: str = ""

    @property
    def shown_by(self) -> str:
        """The template that shows a row."""
        return f"admin/desk/_{self.part}.html"

    @property
    def decided_by(self) -> str:
        """The template with the decisions about it."""
        return f"admin/desk/_acts_{self.part}.html"

    @property
    def sees(self) -> str:
        """The permission to see its rows."""
        meta = self.model._meta  # noqa: SLF001 - Django's documented _meta
        return f"{meta.app_label}.view_{meta.model_name}"

    def bring_back(self, row: Any, person: User) -> None:
        """Let a row that the person put off wait again."""
        snoozing.bring_back(self.put_off(row), by=person)

    def address(self, pk: int | None = None, *rest: str) -> str:
        """A page of the queue on the desk."""
        if pk is None:
            return reverse("admin:desk_review", kwargs={"name": self.name})
        page, *act = rest or ("item",)
        given = {"name": self.name, "pk": pk} | ({"act": act[0]} if act else {})
        return reverse(f"admin:desk_review_{page}", kwargs=given)


def assigned(rows: "QuerySet[Any]", person: User, *, path: str = "pk") -> "QuerySet[Any]":
    """Of these rows those that the person is to look at."""
    mine = _open_work(rows.model).filter(assignee=person.pk, object_id=OuterRef(path))
    return rows.filter(Exists(mine))


def narrowed(
    rows: "QuerySet[Any]", person: User, asked: Asked, *, event: str = "event", kind: str = ""
) -> "QuerySet[Any]":
    """What the person wants to see of a queue, without what she put off.

    ``event`` and ``kind`` are the fields that the filters are about.
    """
    if asked.event:
        rows = rows.filter(**{f"{event}__slug": asked.event})
    if asked.kind and kind:
        rows = rows.filter(**{kind: asked.kind})
    if asked.mine:
        rows = assigned(rows, person)
    return snoozing.without_snoozed(rows, person)


def with_reader(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    """The rows with ``reader_id`` and ``reader_name`` of who said to look at them; null of none."""
    work = _open_work(rows.model).filter(object_id=OuterRef("pk"))
    told: QuerySet[Any] = rows.annotate(
        reader_id=Subquery(work.values("assignee")[:1]),
        reader_name=Subquery(work.values("assignee__username")[:1]),
    )
    return told


def person_of(request: HttpRequest) -> User:
    """Who sits at the desk; the admin has let nobody else in."""
    return cast("User", request.user)


def _open_work(model: Any) -> "QuerySet[Assignment]":
    kind = ContentType.objects.get_for_model(model)
    return Assignment.objects.filter(content_type=kind, done_at=None).order_by("-pk")
