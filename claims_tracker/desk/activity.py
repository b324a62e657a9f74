"""What came in lately, day by day, and how far the flags held: the dashboard's look back."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock

from django.core.cache import cache
from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils import timezone

from claims.choices import Review
from claims.models import Claim
from claims.trust import Record, records

DAYS = 14
KEPT_S = 300  # the look back may be five minutes old
PLOT = 100  # units of the drawing's height
RECORDS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Day:
    """The claims that came in on one day (UTC), and what became of them."""

    on: date
    published: int = 0
    waiting: int = 0
    set_aside: int = 0

    @property
    def all(self) -> int:
        """How many came in."""
        return self.published + self.waiting + self.set_aside


@dataclass(frozen=True, slots=True)
class Bar:
    """One day of the drawing: its parts from the bottom, each with its height and top."""

    day: Day
    left: float
    parts: tuple[tuple[str, float, float], ...]


def last_days(now: datetime | None = None) -> list[Day]:
    """The last fortnight, oldest first, today last: one query off an index, kept five minutes."""
    today = (now or timezone.now()).date()
    found: list[Day] | None = cache.get(f"desk-days-{today}")
    if found is None:
        found = _counted(today)
        cache.set(f"desk-days-{today}", found, KEPT_S)
    return found


def _counted(today: date) -> list[Day]:
    first = today - timedelta(days=DAYS - 1)
    since = datetime.combine(first, clock(), tzinfo=timezone.get_default_timezone())
    # Named one by one, so that the index on review and time is used.
    rows = Claim.objects.filter(review__in=Review.values, created_at__gte=since).order_by()
    counted = rows.annotate(on=TruncDate("created_at")).values_list("on", "review")
    days: dict[date, Counter[str]] = {first + timedelta(days=n): Counter() for n in range(DAYS)}
    for on, review, number in counted.annotate(number=Count("pk")):
        days.setdefault(on, Counter())[review] += number
    return [_day(on, told) for on, told in days.items()]


def _day(on: date, told: Counter[str]) -> Day:
    return Day(
        on,
        published=told[Review.PUBLISHED],
        waiting=told[Review.PROPOSED],
        set_aside=told[Review.REJECTED] + told[Review.MERGED],
    )


def bars(days: list[Day]) -> list[Bar]:
    """The days as bars of a drawing ``PLOT`` units high; the highest fills it."""
    most = max((day.all for day in days), default=0) or 1
    width = PLOT / max(len(days), 1)
    return [Bar(day, round(n * width, 2), _parts(day, most)) for n, day in enumerate(days)]


def _parts(day: Day, most: int) -> tuple[tuple[str, float, float], ...]:
    told, below = [], 0
    for name in ("published", "waiting", "set_aside"):
        number = getattr(day, name)
        height = PLOT * number / most
        below += number
        if number:
            told.append((name, round(height, 2), round(PLOT - PLOT * below / most, 2)))
    return tuple(told)


def trusted() -> list[Record]:
    """How the newest flags of each kind held, those with most decisions first: one query."""
    newest: dict[str, Record] = {}
    for record in records():  # of a kind, the newest version comes first
        newest.setdefault(record.kind, record)
    return sorted(newest.values(), key=lambda record: -record.decided)[:RECORDS_SHOWN]
