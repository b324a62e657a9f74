"""Rows for the desk's tests: at least one of every model, with hostile words if wanted."""

from typing import Any

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from claims import verification
from claims.choices import ContradictionState, Kind, ReadingState, Review
from claims.models import (
    AnswerActor,
    Change,
    Claim,
    Evidence,
    Reading,
    RevisionNotice,
    Threshold,
)
from claims_tracker.accounts.models import ApiToken, User
from claims_tracker.desk.models import Assignment, Draft, LostAnchor, Note
from events.models import ActorLink, OldSlug, Participation
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
    found: dict[str, Any] = {"user": person}
    for make in (_published, _claims, _decisions, _around_them, _machine, _desk):
        rows = make(found, word, number)
        found |= {row._meta.model_name: row for row in rows if row is not None}
    return found


def _published(_found: dict[str, Any], word: str, number: int) -> list[Any]:
    """What happened, who speaks of it, and where it is told."""
    event = factories.make_event(title=f"{word}Event {number}", summary=word)
    actor = factories.make_actor(f"{word}Actor {number}")
    outlet = factories.make_outlet(name=f"{word}Outlet {number}", actor=actor)
    version = factories.make_version(
        f"{word} The ministry said that 70 attackers were killed {number}.",
        title=f"{word}Article {number}",
        outlet=outlet,
        event=event,
    )
    article = version.article
    return [event, actor, outlet, version, article, actor.names.get(), article.article_events.get()]


def _claims(found: dict[str, Any], word: str, number: int) -> list[Any]:
    """A claim that waits, its quote, and its open contradiction to a published one."""
    event, actor = found["event"], found["actor"]
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
    words = f"70 attackers were killed {number}"
    quote = factories.make_quote(waiting, words, found["articleversion"])
    pair = factories.make_contradiction(
        event=event,
        first=waiting,
        second=factories.make_claim(event=event, claimant=actor),
        state=ContradictionState.OPEN,
        reason=f"{word}One denies what the other says.",
        signals={"rule": f"{word}rule"},
    )
    answer = AnswerActor.objects.create(claim=waiting, actor=actor)
    return [question, waiting, quote, pair, answer, *_noticed(pair, word)]


def _noticed(pair: Any, word: str) -> list[Any]:
    """A notice about the pair's claims, and the threshold for its kind."""
    notice = RevisionNotice.objects.create(
        event=pair.event,
        later=pair.second,
        earlier=pair.first,
        reason=f"{word}They said 70, then 12.",
        downward=True,
        detector="rules 1",
    )
    return [notice, Threshold.objects.get_or_create(kind=Kind.INVOLVEMENT)[0]]


def _decisions(found: dict[str, Any], word: str, _number: int) -> list[Any]:
    """A verdict on one claim, and evidence and a proposal that wait on another."""
    person, published = found["user"], found["contradiction"].second
    evidence = Evidence.objects.create(
        claim=published, kind="note", description=f"{word}A note.", added_by=person
    )
    settled = verification.propose(
        factories.make_claim(event=found["event"], claimant=found["actor"]),
        status="inconclusive",
        rationale=RATIONALE,
        no_evidence_because="None was given.",
        by=person,
    )
    verdict = verification.approve(settled, reviewer=person)
    proposal = verification.propose(
        published, status="verified", rationale=f"{word}{RATIONALE}", evidence=[evidence], by=person
    )
    return [evidence, verdict, proposal, Change.objects.order_by("-seq").first()]


def _around_them(found: dict[str, Any], word: str, number: int) -> list[Any]:
    """What is known of the event, the actor and the outlet."""
    event, actor = found["event"], found["actor"]
    return [
        Origin.objects.create(credit=f"{word}Agency"),
        ActorLink.objects.create(actor=actor, organisation=factories.make_actor(), kind="part_of"),
        Participation.objects.create(event=event, actor=actor, role="party"),
        OldSlug.objects.create(kind="event", slug=f"old-{number}", object_id=event.pk,
                               changed_at=timezone.now()),
        ReliabilityGrade.objects.create(outlet=found["outlet"], letter="B", rationale=word,
                                        by=found["user"], on="2023-05-22"),
    ]  # fmt: skip


def _machine(found: dict[str, Any], word: str, number: int) -> list[Any]:
    """A feed, an article asked for and a reading, all of them in trouble."""
    version, broke = found["articleversion"], f"{word}It broke."
    return [
        Feed.objects.create(outlet=found["outlet"], url=f"https://outlet.example/{number}.xml",
                            next_poll_at=timezone.now(), state=FeedState.FAILING,
                            last_error=f"{word}It does not answer."),
        factories.make_ingest(article=version.article, version=version,
                              requested_by=found["user"], state=IngestState.QUARANTINED,
                              reason="error", reason_text=broke),
        Reading.objects.create(version=version, event=found["event"], reader_version="1",
                               state=ReadingState.QUARANTINED, reason_text=broke),
    ]  # fmt: skip


def _desk(found: dict[str, Any], word: str, number: int) -> list[Any]:
    """What a person keeps at the desk."""
    person, on = found["user"], {
        "content_type": ContentType.objects.get_for_model(Claim), "object_id": found["claim"].pk,
    }  # fmt: skip
    return [
        LostAnchor.objects.create(quote=found["quote"], version=found["articleversion"]),
        ApiToken.objects.create(user=person, name=f"{word}token")[0],
        Note.objects.create(author=person, text=f"{word}A remark", **on),
        Assignment.objects.create(assignee=person, assigned_by=person, **on),
        Draft.objects.create(person=person, form=f"/{number}", data={}),
    ]
