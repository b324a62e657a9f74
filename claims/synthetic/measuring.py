"""What comparing one claim costs in processor time, and whether all planted pairs are found."""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from django.db import connection
from tqdm import tqdm

from claims.comparisons import compare_claims
from claims.models import Claim, Contradiction
from claims.synthetic.plan import plan
from claims.synthetic.seeding import make_cast, seed_event, slug_of
from events.actors import directory
from events.directory import Directory
from events.models import Event

MILLISECONDS = 1000
USER_TIME, SYSTEM_TIME = 11, 12  # of /proc/PID/stat, counted behind the name in brackets

Compared = tuple[Event, int]  # an event and the id of one of its claims


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of processor time a claim: of this process, and of its database session."""

    application: float
    database: float

    @property
    def total(self) -> float:
        """Both together."""
        return self.application + self.database


@dataclass(frozen=True, slots=True)
class Planted:
    """How many pairs were planted, how many of them are recorded, and how many others are."""

    planted: int
    found: int
    others: int

    def __add__(self, more: "Planted") -> "Planted":
        """Those of two sets of events."""
        return Planted(
            self.planted + more.planted, self.found + more.found, self.others + more.others
        )


@dataclass(frozen=True, slots=True)
class Measured:
    """What one claim costs, in a ledger of so many claims or in an event of such a size."""

    claims: int
    event_size: int
    cost: Cost
    planted: Planted


class OtherMachineError(Exception):
    """The database runs elsewhere, so its processor time cannot be read."""


class Growing:
    """A ledger of made-up events of one size, to which events are added between measurements."""

    def __init__(self, event_size: int, *, seed: int, samples: int) -> None:
        self.event_size, self.seed, self.samples = event_size, seed, samples
        self.events: list[Event] = []
        self.planted = Planted(0, 0, 0)
        self.cast, self.directory = make_cast(), directory()

    def grow(self, events: int) -> None:
        """Add events up to this number, and compare what is planted in them."""
        numbers = range(len(self.events), events)
        for number in tqdm(numbers, desc="events", unit=" events", disable=None, leave=False):
            seed_event(number, self.event_size, seed=self.seed, cast=self.cast, public=False)
            event = Event.objects.get(slug=slug_of(number, seed=self.seed))
            self.events.append(event)
            self.planted += compare_planted(
                event, number=number, seed=self.seed, directory=self.directory
            )
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as a running server does by itself

    def measure(self) -> Measured:
        """What one claim costs now; what is read for the first time is not counted."""
        drawn = drawn_claims(self.events, self.samples, seed=self.seed)
        cost_of_comparing(drawn[: self.samples // 10 + 1], self.directory)
        cost = cost_of_comparing(drawn, self.directory)
        return Measured(Claim.objects.count(), self.event_size, cost, self.planted)


def cost_of_comparing(claims: Sequence[Compared], directory: Directory) -> Cost:
    """Compare the claims one by one, as a worker does; waiting is not counted."""
    session = _session()
    own, theirs = time.process_time(), _seconds_of(session)
    for event, claim in claims:
        compare_claims(event, [claim], directory)
    own, theirs = time.process_time() - own, _seconds_of(session) - theirs
    each = MILLISECONDS / len(claims)
    return Cost(own * each, theirs * each)


def drawn_claims(events: Sequence[Event], number: int, *, seed: int) -> list[Compared]:
    """Claims of the events at random, the same each time."""
    drawn = Random(seed)  # noqa: S311 - the same each time is the aim
    chosen = [drawn.choice(events) for _ in range(number)]
    ids = {event.pk: _ids(event) for event in {event.pk: event for event in chosen}.values()}
    return [(event, drawn.choice(ids[event.pk])) for event in chosen]


def compare_planted(event: Event, *, number: int, seed: int, directory: Directory) -> Planted:
    """Compare one side of each planted pair of an event, and look what is recorded."""
    ids = _ids(event)
    pairs = [(ids[first], ids[second]) for first, second in _pairs(len(ids), number, seed)]
    for _, second in pairs:
        compare_claims(event, [second], directory)
    recorded = set(Contradiction.objects.filter(event=event).values_list("first_id", "second_id"))
    found = len(recorded & set(pairs))
    return Planted(len(pairs), found, len(recorded) - found)


def _pairs(size: int, number: int, seed: int) -> Iterator[tuple[int, int]]:
    """The numbers of the planted claims, two of each question, the lower first."""
    first: dict[str, int] = {}
    for claim in plan(size, event=number, seed=seed):
        if not claim.planted:
            continue
        if claim.question.key in first:
            yield first[claim.question.key], claim.number
        first[claim.question.key] = claim.number


def _ids(event: Event) -> list[int]:
    """The ids of an event's claims, in the order in which they were planned."""
    return list(event.claims.order_by("pk").values_list("pk", flat=True))


def _session() -> int:
    """The process of our database session; it has to be on this machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    if not _is_server(pid):
        raise OtherMachineError("The database runs on another machine; measure on one.")
    return int(pid)


def _is_server(pid: int) -> bool:
    """Whether a process of this machine is one of PostgreSQL's."""
    try:
        return b"postgres" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def _seconds_of(pid: int) -> float:
    """The processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    ticks = int(fields[USER_TIME]) + int(fields[SYSTEM_TIME])
    return ticks / os.sysconf("SC_CLK_TCK")
