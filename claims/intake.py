"""A person logs a claim from an article, and adds words or evidence to one."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from claims import review
from claims.changes import decision
from claims.choices import Attribution, Lifecycle, Review, Status
from claims.editing import EDITABLE
from claims.models import Claim, Evidence, Quote
from claims.permissions import DecisionError, require
from claims.review import locked
from claims.signals import announce_edit
from claims.storing import one_at_a_time
from claims.values import Span
from events import naming
from events.choices import ActorKind
from events.models import Actor, Event
from events.teams import Person
from sources.models import ArticleEvent, ArticleVersion

AS_LOGGED = {
    "review": Review.PROPOSED,
    "status": Status.UNVERIFIED,
    "lifecycle": Lifecycle.CURRENT,
    "merged_into_id": None,
    "published_by_id": None,
    "found_by": "",
}


class IntakeError(DecisionError):
    """The claim, quote or evidence cannot be logged as given."""


def log_claim(
    claim: Claim,
    *,
    by: Person,
    actors: Iterable[Actor] = (),
    reason: str = "",
    constraints: bool = True,
) -> Claim:
    """Store a claim by a person's hand; it waits for an editor, and is compared, like any other.

    ``claim`` is new, with its event and what it says; ``actors`` are those its answer names.
    Raises Django's ValidationError for wrong values. Who has checked what the constraints ask
    for sets ``constraints`` to False: Django asks the database thrice for each.
    """
    with decision(by, reason):
        require(by, "claims.add_claim", claim.event)
        other = [name for name, value in AS_LOGGED.items() if getattr(claim, name) != value]
        if claim.pk is not None or other:
            raise IntakeError("A new claim waits for an editor; its state changes by a decision.")
        for name, row in (("question", claim.question), ("revised claim", claim.revises)):
            if row is not None and row.event_id != claim.event_id:
                raise IntakeError(f"The {name} must belong to the claim's event.")
        claim.logged_by_id = by.pk
        claim.edited_fields = sorted(EDITABLE)
        claim.full_clean(exclude={"event", "logged_by"}, validate_constraints=constraints)
        claim.save()
        claim.answer_actors.set(actors)
        announce_edit(claim.pk, sender=Claim)
    return claim


@dataclass(frozen=True, slots=True)
class Logged:
    """A claim on words of an article; ``is_new`` unless the person had logged the same before."""

    claim: Claim
    quote: Quote
    is_new: bool


def log_passage(
    claim: Claim,
    version: ArticleVersion,
    span: Span,
    *,
    by: Person,
    actors: Iterable[Actor] = (),
    publish: bool = False,
    reason: str = "",
) -> Logged:
    """Log a claim on the words ``version.text[start:end]`` of an article of its event.

    ``claim`` and ``actors`` are as in ``log_claim``. The same person, the same words and the same
    claim are one: sent twice, it is stored once. With ``publish`` it is published too, by who may.
    """
    with decision(by, reason):
        require(by, "claims.add_claim", claim.event)
        text = _text_of(version, claim.event)
        if not 0 <= span[0] < span[1] <= len(text) or not text[slice(*span)].strip():
            raise IntakeError("Mark the words in the article's text first.")
        one_at_a_time(claim.event_id)
        known = _logged_before(claim, version, span, by)
        logged = known or log_claim(claim, by=by, actors=actors, reason=reason)
        attribution = Attribution(claim.attribution)
        quote = add_span(logged, version, *span, by=by, attribution=attribution)
        if publish:
            logged = review.publish(logged, by=by, reason=reason)
    return Logged(logged, quote, is_new=known is None)


def new_actor(name: str, kind: ActorKind | str, *, event: Event, by: Person) -> Actor:
    """An actor of this name, for a claim about the event; the one that has it already, if any."""
    with decision(by, f"Named in a claim about “{event.title}”."):
        require(by, "events.add_actor", event)
        known = list(Actor.objects.named(name)[:2])
        if len(known) > 1:
            raise IntakeError(f"Several actors are called “{name}”; choose one of them.")
        if not known and kind not in ActorKind.values:
            raise IntakeError("Say what kind of actor it is.")
        try:
            return known[0] if known else naming.add_actor(name, ActorKind(kind))
        except naming.NamingError as error:
            raise IntakeError(str(error)) from None


def _text_of(version: ArticleVersion, event: Event) -> str:
    """The text as it is now, held against a takedown until the transaction ends."""
    rows = ArticleVersion.objects.select_for_update(of=("self",), no_key=True)
    now = rows.only("text", "taken_down_at", "takedown_reason", "article").get(pk=version.pk)
    if now.taken_down_at is not None:
        raise IntakeError(f"This text was taken down, so nothing is logged from it: "
                          f"{now.takedown_reason}")  # fmt: skip
    if not ArticleEvent.objects.filter(article=now.article_id, event=event).exists():
        raise IntakeError(f"The article does not belong to “{event.title}”; say so first.")
    return now.text


def _logged_before(claim: Claim, version: ArticleVersion, span: Span, by: Person) -> Claim | None:
    """The same claim on the same words by the same person, as when a form is sent twice."""
    quotes = Quote.objects.filter(
        version=version, start=span[0], end=span[1], claim__logged_by=by.pk,
        claim__event=claim.event_id, claim__claimant=claim.claimant_id,
        claim__claimant_text=claim.claimant_text, claim__statement=claim.statement,
        claim__stance=claim.stance, claim__question=claim.question_id,
    )  # fmt: skip
    found = quotes.exclude(claim__review=Review.MERGED).select_related("claim").order_by("pk")
    quote = found.first()
    return quote.claim if quote is not None else None


def add_quote(
    claim: Claim,
    version: ArticleVersion,
    words: str,
    *,
    by: Person,
    nth: int = 1,
    attribution: Attribution = Attribution.PARAPHRASE,
) -> Quote:
    """Add these words of the article to the claim: where they stand for the ``nth`` time."""
    found = [match.start() for match in re.finditer(re.escape(words), version.text)]
    if not words.strip() or not found:
        raise IntakeError(
            "These words do not stand in the article. Copy them exactly as they are there."
        )
    if not 1 <= nth <= len(found):
        raise IntakeError(f"These words stand in the article {len(found)} times, not {nth}.")
    start = found[nth - 1]
    return add_span(claim, version, start, start + len(words), by=by, attribution=attribution)


def add_span(
    claim: Claim,
    version: ArticleVersion,
    start: int,
    end: int,
    *,
    by: Person,
    attribution: Attribution = Attribution.PARAPHRASE,
) -> Quote:
    """Add the words ``version.text[start:end]`` to the claim; the same words twice are one quote.

    Adding to a published claim needs the right to publish, as readers see it at once.
    """
    with decision(by) as log:
        claim = locked(claim)
        require(by, "claims.add_quote", claim.event)
        _may_add(claim, by)
        exact = version.text[start:end]
        if not (0 <= start < end <= len(version.text)) or not exact.strip():
            raise IntakeError("Mark the words in the article's text first.")
        quote, is_new = Quote.objects.get_or_create(
            claim=claim,
            version=version,
            start=start,
            end=end,
            defaults={
                "exact": exact,
                "exact_sha256": hashlib.sha256(exact.encode()).hexdigest(),
                "attribution": attribution,
                "added_by_id": by.pk,
                **_accepted(claim, by),
            },
        )
        if not is_new and quote.accepted_at is None and claim.review == Review.PUBLISHED:
            Quote.objects.filter(pk=quote.pk).update(**_accepted(claim, by))
            is_new = True
        if is_new:
            log.add("changed", claim, summary="A quote was added.")
    return quote


def _accepted(claim: Claim, by: Person) -> dict[str, Any]:
    """What a person adds to a published claim readers see at once; else when it is published."""
    if claim.review != Review.PUBLISHED:
        return {}
    return {"accepted_at": timezone.now(), "accepted_by_id": by.pk}


def give_evidence(evidence: Evidence, *, by: Person, reason: str = "") -> Evidence:
    """Store new or changed material for or against a claim, with a file's hash.

    It is private unless ``is_public``, and showing it needs the right to publish.
    """
    with decision(by, reason or evidence.description) as log:
        claim = locked(Claim(pk=evidence.claim_id))
        is_new = evidence.pk is None
        require(by, f"claims.{'add' if is_new else 'change'}_evidence", claim.event)
        if evidence.is_public:
            _may_add(claim, by)
        if is_new:
            evidence.added_by_id = by.pk
        if is_new and evidence.file:
            evidence.sha256 = hashlib.sha256(bytes(evidence.file)).hexdigest()
        evidence.full_clean(exclude={"claim", "version", "added_by", "file"})
        evidence.save()
        log.touch(claim, *evidence.verdicts.select_related("claim"))
    return evidence


def _may_add(claim: Claim, by: Person) -> None:
    if claim.review == Review.MERGED:
        raise IntakeError("This claim was merged into another; add it there.")
    if claim.review == Review.PUBLISHED:
        require(by, "claims.publish_claim", claim.event)
