"""One actor, or one outlet, entered twice: merge the two, and take them apart again.

Everything that points at the one points at the other afterwards, so that pages, counts and
comparing need know nothing of it; what moved is kept (``DirectoryMerge``). The merged row keeps
its id and slug, which lead to the other. Whoever merges must be allowed to change every event
that is touched: a merge reaches into all of them.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils import timezone

from claims.changes import Log, decision
from claims.choices import Review
from claims.models import AnswerActor, Claim, DirectoryMerge
from claims.permissions import WORDS, DecisionError, NotAllowed
from claims.signals import announce_edit
from events.choices import NameKind
from events.models import Actor, ActorLink, ActorName, Event, Participation
from events.teams import Person
from sources.models import Article, Feed, Outlet

CAP = 1000  # what a preview counts of each kind
LIMIT = 5000  # claims that one merge may touch: each is told to readers and compared anew
Row = Actor | Outlet


class DirectoryError(DecisionError):
    """The two cannot be merged, or not taken apart."""


@dataclass(frozen=True, slots=True)
class Place:
    """A column that points at the row; ``unique`` are the columns unique together with it."""

    words: str
    model: type[Model]
    column: str
    unique: tuple[str, ...] = ()
    not_to: str = ""

    @property
    def name(self) -> str:
        """The place in ``DirectoryMerge.moved``."""
        return f"{self.model._meta.label_lower}.{self.column}"  # noqa: SLF001 - Django's documented _meta

    def rows(self, row: Row) -> QuerySet[Any]:
        """The rows that point at this one."""
        return QuerySet(self.model).filter(**{self.column: row.pk})

    def movable(self, row: Row, into: Row) -> QuerySet[Any]:
        """Those that can point at ``into`` instead: it has none like them, nor are they it."""
        found = self.rows(row)
        if self.unique:
            like = {name: OuterRef(name) for name in self.unique}
            twins: QuerySet[Any] = QuerySet(self.model).filter(**{self.column: into.pk}, **like)
            found = found.exclude(Exists(twins))
        if self.not_to:
            found = found.exclude(**{self.not_to: into.pk})
        return found


PLACES: dict[type[Model], tuple[Place, ...]] = {
    Actor: (
        Place("claims", Claim, "claimant"),
        Place("answers that name it", AnswerActor, "actor", ("claim",)),
        Place("names", ActorName, "actor", ("text", "language")),
        Place("links", ActorLink, "actor", ("organisation", "kind", "title"), "organisation"),
        Place("links to it", ActorLink, "organisation", ("actor", "kind", "title"), "actor"),
        Place("parts in events", Participation, "actor", ("event", "role")),
        Place("actors that belong to it", Actor, "parent", (), "pk"),
        Place("outlets", Outlet, "actor"),
    ),
    Outlet: (
        Place("articles", Article, "outlet"),
        Place("feeds", Feed, "outlet"),
    ),
}
PERMISSIONS = {Actor: "events.change_actor", Outlet: "sources.change_outlet"}
KINDS = {Actor: DirectoryMerge.Kind.ACTOR, Outlet: DirectoryMerge.Kind.OUTLET}


def what_moves(row: Row, *, cap: int = CAP) -> list[tuple[str, int]]:
    """What points at the row, in words with its number, counted up to ``cap``: the preview."""
    counted = [
        (place.words, place.rows(row).order_by()[:cap].count()) for place in PLACES[type(row)]
    ]
    return [(words, number) for words, number in counted if number]


def merge(row: Row, into: Row, *, by: Person, reason: str) -> Row:
    """Let ``into`` stand for both. Returns it; twice is harmless.

    A name of the merged actor is a name of the other from then on, and so are an outlet's
    domains, so that later readings and articles find it.
    """
    with decision(by, reason) as log:
        row, into = _locked(row, into)
        if row.merged_into_id == into.pk:
            return into
        claims = _claims_of(row)
        _allow(by, row, claims)
        _may_merge(row, into, reason)
        given = _give(row, into)
        moved = {place.name: _move(place.movable(row, into), place, into) for place in _places(row)}
        row.merged_into = into
        row.save(update_fields=["merged_into", "updated_at"])
        DirectoryMerge.objects.create(
            kind=KINDS[type(row)], row=row.pk, into=into.pk, moved=moved, given=given, by_id=by.pk
        )
        _tell(log, row, into, claims, f"Merged into “{into}”: {reason}")
    return into


def unmerge(row: Row, *, by: Person, reason: str) -> Row:
    """Take the row out again, with all that the merge moved and nobody has moved on since."""
    with decision(by, reason) as log:
        if row.merged_into is None:
            return row
        row, into = _locked(row, row.merged_into)
        merged = _in_force(row, into)
        _needs_words(reason)
        if into.merged_into is not None:
            raise DirectoryError(
                f"“{into}” was merged into “{into.merged_into}” since; take that apart first."
            )
        row.merged_into = None
        row.save(update_fields=["merged_into", "updated_at"])
        for place in _places(row):
            ids = merged.moved.get(place.name, [])
            _move(place.movable(into, row).filter(pk__in=ids), place, row)
        _take(into, merged.given)
        merged.undone_at = timezone.now()
        merged.save(update_fields=["undone_at"])
        claims = _claims_of(row)
        _allow(by, row, claims)  # what it reaches is known now; a refusal undoes all of it
        _tell(log, row, into, claims, reason, kind="")
    return row


def _places(row: Row) -> Sequence[Place]:
    return PLACES[type(row)]


def _locked(row: Any, into: Any) -> list[Any]:
    """Both rows as they are now, held in the order of their ids."""
    if type(row) is not type(into):
        raise DirectoryError("An actor and an outlet cannot be merged.")
    rows: QuerySet[Any] = (
        QuerySet(type(row)).select_for_update(of=("self",)).select_related("merged_into")
    )
    found = {one.pk: one for one in rows.filter(pk__in=[row.pk, into.pk]).order_by("pk")}
    return [found[row.pk], found[into.pk]]


def _claims_of(row: Row) -> list[Claim]:
    """The claims in which the row stands: as claimant, in the answer, or as who published it."""
    if isinstance(row, Actor):
        found = Q(claimant=row) | Q(answered__actor=row)
    else:
        found = Q(quotes__version__article__outlet=row)
    ids = Claim.objects.filter(found).order_by("pk").values_list("pk", flat=True).distinct()
    wanted = list(ids[: LIMIT + 1])
    if len(wanted) > LIMIT:
        raise DirectoryError(
            f"“{row}” stands in more than {LIMIT} claims; merge the other into it."
        )
    return list(Claim.objects.filter(pk__in=wanted).defer("search"))


def _allow(by: Person, row: Row, claims: Collection[Claim]) -> None:
    permission = PERMISSIONS[type(row)]
    if not by.has_perm(permission):
        raise NotAllowed(f"Your role does not allow you to {WORDS.get(permission, 'do this')}.")
    events = {claim.event_id for claim in claims} | set(_events_of(row))
    own = Event.objects.editable_by(by).filter(pk__in=events).count()
    if own < len(events):
        raise NotAllowed(
            f"“{row}” stands in events of other teams; ask somebody who may edit them all."
        )


def _events_of(row: Row) -> Iterable[int]:
    if isinstance(row, Actor):
        return Participation.objects.filter(actor=row).values_list("event", flat=True)
    rows = Event.objects.filter(Q(articles__outlet=row) | Q(feeds__outlet=row))
    return rows.order_by().values_list("pk", flat=True).distinct()


def _may_merge(row: Row, into: Row, reason: str) -> None:
    if row.pk == into.pk:
        raise DirectoryError("It cannot be merged into itself.")
    if row.merged_into is not None:
        raise DirectoryError(f"“{row}” was merged into “{row.merged_into}” before.")
    if into.merged_into is not None:
        raise DirectoryError(f"“{into}” was merged into “{into.merged_into}”; choose that one.")
    if isinstance(into, Actor) and into.parent_id == row.pk:
        raise DirectoryError(f"“{into}” belongs to “{row}”; they are two. Change that first.")
    _needs_words(reason)


def _needs_words(reason: str) -> None:
    if not reason.strip():
        raise DirectoryError("Say why; readers of the history will ask.")


def _move(rows: QuerySet[Any], place: Place, to: Row) -> list[int]:
    """Point the rows at ``to``; their ids."""
    ids = sorted(rows.order_by().values_list("pk", flat=True))
    values: dict[str, Any] = {place.column: to.pk}
    if any(field.name == "updated_at" for field in place.model._meta.fields):  # noqa: SLF001 - as above
        values["updated_at"] = timezone.now()
    QuerySet(place.model).filter(pk__in=ids).update(**values)
    return ids


def _give(row: Any, into: Any) -> list[Any]:
    """Give the survivor the other's own name, or its domains; what it got."""
    if isinstance(row, Outlet):
        new = [domain for domain in row.domains if domain not in into.domains]
        into.domains = [*into.domains, *new]
        into.save(update_fields=["domains", "updated_at"])
        return new
    known = {row.name, into.name}
    if row.name == into.name or ActorName.objects.filter(
        Q(actor=into, text=row.name) | Q(actor=row, text__in=known, language="")
    ).exists():  # fmt: skip
        return []
    name = ActorName.objects.create(actor=into, text=row.name, kind=NameKind.ALIAS)
    return [name.pk]


def _take(into: Any, given: list[Any]) -> None:
    """Take back what the merge gave the survivor."""
    if isinstance(into, Outlet):
        into.domains = [domain for domain in into.domains if domain not in given]
        into.save(update_fields=["domains", "updated_at"])
    else:
        ActorName.objects.filter(pk__in=given, actor=into).delete()


def _in_force(row: Row, into: Row) -> DirectoryMerge:
    found = DirectoryMerge.objects.filter(kind=KINDS[type(row)], row=row.pk, undone_at=None).first()
    if found is None or found.into != into.pk:
        raise DirectoryError("Somebody merged it a moment ago; look at it again.")
    return found


def _tell(
    log: Log, row: Row, into: Row, claims: Collection[Claim], words: str, *, kind: str = "merged"
) -> None:
    """Write what readers see of it, and have the claims compared anew."""
    if isinstance(row, Actor) and isinstance(into, Actor):
        if kind:
            log.add(kind, row, summary=words)
        log.touch(row, into, *Actor.objects.filter(parent__in=[row.pk, into.pk]))
    log.touch_around(*claims)
    for claim in claims:
        if claim.review in {Review.PROPOSED, Review.PUBLISHED}:
            announce_edit(claim.pk, sender=Claim)
