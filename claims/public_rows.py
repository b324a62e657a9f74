"""Public objects by kind, loaded with all that their public form shows.

The number of queries does not grow with the rows: an event of ten thousand claims can be shown
or hidden at once.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Prefetch, QuerySet

from claims.disputes import attach_disputes
from claims.images import Public
from claims.models import Claim, Contradiction, Evidence, Question, Verdict
from claims.visibility import public_actors
from events.models import Actor, Event

CHUNK = 500  # rows held at a time with their quotes


def _claims() -> QuerySet[Claim]:
    return Claim.objects.public().for_timeline().prefetch_related("answer_actors")


def _pairs() -> QuerySet[Contradiction]:
    sides = (Prefetch("first", _claims()), Prefetch("second", _claims()))
    return Contradiction.objects.public().select_related("event").prefetch_related(*sides)


def _verdicts() -> QuerySet[Verdict]:
    evidence = Evidence.objects.filter(is_public=True).defer("file")
    rows = Verdict.objects.public().select_related("claim")
    return rows.prefetch_related(Prefetch("evidence", evidence))


# What is told first: a claim's question and claimant before the claim, claims before pairs.
KINDS: dict[type[Public], tuple[str, Callable[[], QuerySet[Any]]]] = {
    Event: ("event", Event.objects.public),
    Actor: ("actor", lambda: public_actors().prefetch_related("names")),
    Question: ("question", lambda: Question.objects.public().select_related("event")),
    Claim: ("claim", _claims),
    Contradiction: ("contradiction", _pairs),
    Verdict: ("verdict", _verdicts),
}


def name_of(obj: Public) -> str:
    """What the log calls this kind of object."""
    return KINDS[type(obj)][0]


def rank_of(obj: Public) -> int:
    """Where this kind of object stands when several are told at once."""
    return list(KINDS).index(type(obj))


def public_now(kind: type[Public], ids: Iterable[int]) -> Iterator[Public]:
    """Those of these rows that are public at this moment, fresh from the database."""
    wanted = list(ids)
    for start in range(0, len(wanted), CHUNK):
        rows = list(KINDS[kind][1]().filter(pk__in=wanted[start : start + CHUNK]))
        attach_disputes(_claims_in(rows))
        yield from rows


def _claims_in(rows: list[Any]) -> list[Claim]:
    claims = [row for row in rows if isinstance(row, Claim)]
    pairs = [row for row in rows if isinstance(row, Contradiction)]
    return claims + [side for pair in pairs for side in (pair.first, pair.second)]
