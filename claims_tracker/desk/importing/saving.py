"""The rows of a plan as claims: all in one transaction, each as by hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from django.core.exceptions import ValidationError

from claims.changes import decision
from claims.choices import Attribution, Bearing, EvidenceKind, Topic
from claims.finding import find
from claims.intake import add_span, give_evidence, log_claim, new_actor
from claims.models import Claim, Evidence
from claims.permissions import DecisionError, require
from claims.question_editing import ask
from claims.storing import one_at_a_time
from claims_tracker.desk.importing.lookups import address_of
from claims_tracker.desk.importing.plan import NEW, Asked, Plan, Planned, claim_of, make_plan
from claims_tracker.desk.importing.tables import Table
from events.models import Actor
from events.names import fold
from events.teams import Person

T = TypeVar("T")
NO_WORDS = "Named as the source where this was imported from."


class NotImportedError(DecisionError):
    """A row could not be stored, so none was; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What the import stored, and the plan as it stood then."""

    claims: Sequence[Claim]
    plan: Plan


def save(table: Table, asked: Asked, *, by: Person, source: str) -> Saved:
    """Log every row that is new, in one transaction; ``source`` names the file in the history.

    What the ledger has is looked up again under the lock that logging takes, so that a file sent
    twice, even at once, is stored once. Raises NotImportedError, and then nothing is stored.
    """
    reason = f"Imported from {source}."
    with decision(by, reason):
        events = {row.event.pk: row.event for row in make_plan(table, asked, by=by).of(NEW)
                  if row.event is not None}  # fmt: skip
        for pk in sorted(events):
            require(by, "claims.add_claim", events[pk])
            one_at_a_time(pk)
        plan = make_plan(table, asked, by=by)
        actors: dict[str, Actor] = {}
        rows = [_told(_made, row, actors, by) for row in plan.of(NEW)]
        claims = [_told(_log, row, reason, by) for row in rows]
    return Saved(claims, plan)


def _told(do: Callable[..., T], row: Planned, *given: Any) -> T:
    """What ``do`` makes of the row; where it refuses, its number and the reason."""
    try:
        return do(row, *given)
    except ValidationError as error:
        raise NotImportedError(f"Row {row.entry.number}: {' '.join(error.messages)}") from None
    except DecisionError as error:
        raise NotImportedError(f"Row {row.entry.number}: {error}") from None


def _log(row: Planned, reason: str, by: Person) -> Claim:
    claim = log_claim(claim_of(row), by=by, reason=reason, constraints=False)
    _stand(claim, row, reason, by)
    return claim


def _made(row: Planned, actors: dict[str, Actor], by: Person) -> Planned:
    """The row with the actor and the question that had to be made for it."""
    event = row.event
    assert event is not None
    if row.actor_kind:
        key = fold(row.entry.claimant)
        if key not in actors:
            actors[key] = new_actor(row.entry.claimant, row.actor_kind, event=event, by=by)
        row = replace(row, claimant=actors[key])
    if row.question_text:
        topic = row.entry.values.get("topic", Topic.OTHER)
        row = replace(row, question=ask(event, row.question_text, topic, by=by))
    return row


def _stand(claim: Claim, row: Planned, reason: str, by: Person) -> None:
    """Tie the claim to its source: the very words of an article we have, else a link."""
    places = find(row.version.text, row.entry.quote).places if row.version else ()
    if row.version and places:
        add_span(claim, row.version, *places[0], by=by, attribution=Attribution(claim.attribution))
    elif row.entry.source:
        give_evidence(
            Evidence(
                claim=claim, kind=EvidenceKind.LINK, bearing=Bearing.CONTEXT,
                description=row.entry.quote or NO_WORDS, url=address_of(row.entry.source),
            ),
            by=by,
            reason=reason,
        )  # fmt: skip
