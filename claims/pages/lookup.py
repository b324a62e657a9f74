"""Finding what an address names: the row, where it went, or that it was withdrawn.

Rows that are not public are not found, and nothing tells them from rows that never were; but of
a row that once was public the log keeps a line, and the reader is told that it was withdrawn.
"""

from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import Http404

from claims.models import Change, Claim
from claims.pages.serving import Moved, Withdrawn
from events.choices import Visibility
from events.models import OldSlug

Row = TypeVar("Row", bound=Model)
LONGEST_CHAIN = 20  # of merges; a longer one can only be a ring


def by_slug(public: QuerySet[Row], kind: str, slug: str) -> Row:
    """The public row of that slug: one query.

    Raises Moved for an old slug of a public row and for a row merged into one, else Http404.
    """
    row = public.filter(slug=slug).first()
    if row is not None:
        return row
    known: Any = public.model._default_manager  # noqa: SLF001 - the documented way to it
    old = OldSlug.objects.filter(kind=kind, slug=slug).values("object_id")
    moved = known.filter(Q(slug=slug) | Q(pk__in=old)).order_by("slug").first()
    raise _moved(moved, public)


def claim_by_id(claims: QuerySet[Claim], public_id: str) -> Claim:
    """The public claim of that id: one query. Raises Moved, Withdrawn or Http404."""
    claim = claims.filter(public_id=public_id).first()
    if claim is not None:
        return claim
    merged = Claim.objects.filter(public_id=public_id).exclude(merged_into=None).first()
    where = _moved(merged, claims)
    raise where if isinstance(where, Moved) else missing("claim", public_id)


def missing(kind: str, public_id: str) -> Http404:
    """What to raise for a row that is not public: Withdrawn where the log shows that it was.

    ``kind`` is the log's word for it; the API asks here too, so that both answer alike.
    """
    change = (
        Change.objects.filter(
            Q(event=None) | Q(event__visibility=Visibility.PUBLIC),
            object_kind=kind,
            object_id=public_id,
        )
        .order_by("-seq")
        .first()
    )
    if change is None or change.after is not None:
        return Http404(f"There is no such {kind}.")
    return Withdrawn(kind=kind, at=change.at, reason=change.summary)


def _moved(row: Any, public: QuerySet[Any]) -> Exception:
    """Follow merges to the survivor; it is named only when readers may see it."""
    for _ in range(LONGEST_CHAIN):
        if row is None or row.merged_into_id is None:
            break
        row = row.merged_into
    survivor = None if row is None else public.filter(pk=row.pk).first()
    if survivor is None:
        return Http404("There is no such page.")
    return Moved(survivor.get_absolute_url())
