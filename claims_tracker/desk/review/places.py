"""Where a row stands in its queue, what comes after it, and how much waits in each queue."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import CharField, Q, QuerySet, Value

from claims.admin.pair_queue import capped
from claims_tracker.desk.review.queue import Order, Place
from events.administration.paging import QUEUE_CAP


def oldest_first(since: str) -> Order:
    """The order of a queue that runs from the oldest to the newest by this field."""
    return Order(_placed(since), _first, _followed(since))


def _placed(since: str) -> Callable[[Any, "QuerySet[Any]"], Place]:

    def place(row: Any, rows: "QuerySet[Any]") -> Place:
        mine = (getattr(row, since), row.pk)
        told = rows.order_by(since, "pk").values_list(since, "pk")
        before, after = _before(since, mine), _from(since, mine)
        near = told.filter(before).reverse()[: QUEUE_CAP + 1]
        found = sorted(near.union(told.filter(after)[: QUEUE_CAP + 1], all=True))
        ahead = [one for one in found if one < mine]
        behind = [one for one in found if one > mine]
        return Place(
            number=capped(len(ahead) + 1) if mine in found else "",
            total=capped(len(found)),
            previous=ahead[-1][1] if ahead else None,
            following=behind[0][1] if behind else None,
        )

    return place


def _followed(since: str) -> Callable[[Any, "QuerySet[Any]"], int | None]:
    # Past the end, the first that was left.

    def after(row: Any, rows: "QuerySet[Any]") -> int | None:
        others = rows.exclude(pk=row.pk).order_by(since, "pk")
        later = others.filter(_from(since, (getattr(row, since), row.pk)))
        found = later.first() or others.first()
        return found.pk if found is not None else None

    return after


def _first(rows: "QuerySet[Any]") -> int | None:
    """The row that the queue begins with."""
    found = rows.values_list("pk", flat=True).first()
    return None if found is None else int(found)


def tallies(queues: Iterable[tuple[str, "QuerySet[Any]"]]) -> dict[str, str]:
    """How much waits in each queue, counted up to a cap: one query for all.

    Rows are fetched and counted here, as a count of a part would be a query each.
    """
    parts = [
        rows.order_by().annotate(in_queue=Value(name, CharField()))
        .values_list("in_queue", flat=True)[: QUEUE_CAP + 1]
        for name, rows in queues
    ]  # fmt: skip
    if not parts:
        return {}
    found = Counter(parts[0].union(*parts[1:], all=True))
    return {name: capped(number) for name, number in found.items()}


def _before(since: str, mine: tuple[Any, int]) -> Q:
    # The first condition says again what the rest implies, in words an index understands.
    earlier = Q(**{f"{since}__lt": mine[0]}) | Q(**{since: mine[0], "pk__lt": mine[1]})
    return Q(**{f"{since}__lte": mine[0]}) & earlier


def _from(since: str, mine: tuple[Any, int]) -> Q:
    later = Q(**{f"{since}__gt": mine[0]}) | Q(**{since: mine[0], "pk__gte": mine[1]})
    return Q(**{f"{since}__gte": mine[0]}) & later
