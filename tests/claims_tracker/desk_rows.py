"""Rows for the desk's tests: at least one of every model, with hostile words if wanted."""

import json
from typing import Any

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from claims import verification
from claims.choices import ContradictionState, ReadingState, Review
from claims.models import AnswerActor, Claim, Evidence, Reading
from claims_tracker.accounts.models import ApiToken, User
from claims_tracker.desk.models import Assignment, Draft, Note
from events.models import ActorLink, Event, OldSlug, Participation
from sources.choices import FeedState, IngestState
from sources.models import Feed, Origin, ReliabilityGrade
from tests import factories

RATIONALE = "Two independent agencies were at the place and counted the same."


def ledger_admins() -> list[tuple[Any, Any]]:
    """Every model of ours with its admin, by name."""
    ours = {"events", "sources", "claims", "accounts", "desk"}
    found = [
        (model, its_admin)
        for model, its_admin in admin.site._registry.items()
        if model._meta.app_label in ours
    ]
    return sorted(found, key=lambda pair: pair[0]._meta.label)


def one_of_each(word: str = "", *, person: User | None = None) -> dict[str, Any]:
    """One row of every model, new ones at each call, tied together; by model name."""
    person = person or factories.make_user("editor")
    number = next(factories.numbers)
    event = factories.make_event(title=f"{word}Event {number}", summary=word)
    actor = factories.make_actor(f"{word}Actor {number}")
    outlet = factories.make_outlet(name=f"{word}Outlet {number}", actor=actor)
    version = factories.make_version(
        f"{word} The ministry said that 70 attackers were killed {number}.",
        title=f"{word}Article {number}",
        outlet=outlet,
        event=event,
    )
    origin = Origin.objects.create(credit=f"{word}Agency")
    question = factories.make_question(event=event, text=f"{word}How many {number}?")
    waiting = factories.make_claim(
        event=event,
        claimant=actor,
        question=question,
        quoted=False,
        review=Review.PROPOSED,
        statement=f"{word} 70 attackers were killed",
        found_by=f"{word}reader",
        confidence=0.7,
    )
    quote = factories.make_quote(waiting, f"70 attackers were killed {number}", version)
    published = factories.make_claim(event=event, claimant=actor)
    pair = factories.make_contradiction(
        event=event,
        first=waiting,
        second=published,
        state=ContradictionState.OPEN,
        reason=f"{word}One denies what the other says.",
        signals={"rule": f"{word}rule"},
    )
    evidence = Evidence.objects.create(
        claim=published, kind="note", description=f"{word}A note.", added_by=person
    )
    decided = factories.make_claim(event=event, claimant=actor)
    settled = verification.propose(
        decided,
        status="inconclusive",
        rationale=RATIONALE,
        no_evidence_because="None was given.",
        by=person,
    )
    verdict = verification.approve(settled, reviewer=person)
    proposal = verification.propose(
        published, status="verified", rationale=f"{word}{RATIONALE}", evidence=[evidence], by=person
    )
    kind = ContentType.objects.get_for_model(Claim)
    rows = [
        event, actor, outlet, version, version.article, origin, question, waiting, quote, pair,
        evidence, proposal, verdict, person, actor.names.get(),
        version.article.article_events.get(),
        AnswerActor.objects.create(claim=waiting, actor=actor),
        ActorLink.objects.create(actor=actor, organisation=factories.make_actor(), kind="part_of"),
        Participation.objects.create(event=event, actor=actor, role="party"),
        OldSlug.objects.create(kind="event", slug=f"old-{number}", object_id=event.pk,
                               changed_at=timezone.now()),
        ReliabilityGrade.objects.create(outlet=outlet, letter="B", rationale=word, by=person,
                                        on="2023-05-22"),
        Feed.objects.create(outlet=outlet, url=f"https://outlet.example/{number}.xml",
                            next_poll_at=timezone.now(), state=FeedState.FAILING,
                            last_error=f"{word}It does not answer."),
        factories.make_ingest(article=version.article, version=version, requested_by=person,
                              state=IngestState.QUARANTINED, reason="error",
                              reason_text=f"{word}It broke."),
        Reading.objects.create(version=version, event=event, reader_version="1",
                               state=ReadingState.QUARANTINED, reason_text=f"{word}It broke."),
        waiting.event.changes.model.objects.order_by("-seq").first(),
        ApiToken.objects.create(user=person, name=f"{word}token")[0],
        Note.objects.create(author=person, text=f"{word}A remark", content_type=kind,
                            object_id=waiting.pk),
        Assignment.objects.create(assignee=person, assigned_by=person, content_type=kind,
                                  object_id=waiting.pk),
        Draft.objects.create(person=person, form=f"/{number}", data=json.loads("{}")),
    ]  # fmt: skip
    found = {row._meta.model_name: row for row in rows if row is not None}
    assert isinstance(event, Event)
    return found
