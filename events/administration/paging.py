"""Lists that never count a whole table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

LIST_CAP = 1000  # rows that a list pages through; beyond them one searches or filters
QUEUE_CAP = 100


class CappedPaginator(Paginator[Any]):
    """Pages of the first thousand rows. ``capped`` says that there are more."""

    capped = False

    @cached_property
    def count(self) -> int:
        """How many rows there are to page through, never more than the cap."""
        number = _counted(self.object_list)
        self.capped = number > LIST_CAP
        return min(number, LIST_CAP)


@dataclass(frozen=True, slots=True)
class Tally:
    """The first rows of a queue and how many wait in all, counted up to a cap."""

    rows: Sequence[Any]
    number: int
    capped: bool = False
    oldest: datetime | None = None

    @property
    def words(self) -> str:
        """The number as shown: "7", or "100+" when there are more than the cap."""
        return f"{self.number}+" if self.capped else str(self.number)


def tally(rows: "QuerySet[Any]", *, shown: int, since: str, cap: int = QUEUE_CAP) -> Tally:
    """Count a queue and take its first rows, in one query.

    ``since`` names the field that says how long a row has waited; the rows come oldest first.
    """
    found = list(rows[: cap + 1])
    oldest = getattr(found[0], since) if found else None
    return Tally(found[:shown], min(len(found), cap), len(found) > cap, oldest)


def _counted(rows: Any) -> int:
    return rows.order_by()[: LIST_CAP + 1].count() if isinstance(rows, QuerySet) else len(rows)
