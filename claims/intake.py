"""A person logs a claim from an article, and adds words or evidence to one."""

import hashlib
from collections.abc import Mapping
from typing import Any

from claims.changes import decision
from claims.choices import Attribution, Bearing, EvidenceKind, Review
from claims.editing import EDITABLE
from claims.models import Claim, Evidence, Quote
from claims.permissions import DecisionError, require
from claims.review import locked
from events.models import Event
from events.teams import Person
from sources.models import ArticleVersion


class IntakeError(DecisionError):
    """The claim, quote or evidence cannot be logged as given."""


def log_claim(event: Event, fields: Mapping[str, Any], *, by: Person, reason: str = "") -> Claim:
    """A proposed claim by a person's hand. It waits for an editor like any other.

    ``fields`` are those of ``claims.editing.EDITABLE``; ``statement`` is required. Raises
    Django's ValidationError for wrong values.
    """
    with decision(by, reason):
        require(by, "claims.add_claim", event)
        columns = {name: value for name, value in fields.items() if name != "answer_actors"}
        other = sorted(set(fields) - EDITABLE)
        if other:
            raise IntakeError(f"{', '.join(other)} cannot be given; it changes by a decision.")
        for name in ("question", "revises"):
            if columns.get(name) is not None and columns[name].event_id != event.pk:
                raise IntakeError(f"The {name} must belong to the claim's event.")
        claim = Claim(event=event, logged_by_id=by.pk, edited_fields=sorted(fields), **columns)
        claim.full_clean(exclude={"event", "logged_by"})
        claim.save()
        claim.answer_actors.set(fields.get("answer_actors", ()))
    return claim


def add_quote(
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
            },
        )
        if is_new:
            log.add("changed", claim, summary="A quote was added.")
    return quote


def add_evidence(
    claim: Claim,
    *,
    by: Person,
    description: str,
    kind: EvidenceKind = EvidenceKind.NOTE,
    bearing: Bearing = Bearing.CONTEXT,
    is_public: bool = False,
    **fields: Any,
) -> Evidence:
    """Add material for or against the claim; private unless ``is_public``.

    A ``file`` is kept as bytes with its hash; ``url``, ``version``, ``file_name``,
    ``media_type`` and ``credibility`` are as in the model.
    """
    with decision(by, description) as log:
        claim = locked(claim)
        require(by, "claims.add_evidence", claim.event)
        if is_public:
            _may_add(claim, by)
        if fields.get("file"):
            fields["sha256"] = hashlib.sha256(fields["file"]).hexdigest()
        evidence = Evidence(
            claim=claim,
            kind=kind,
            bearing=bearing,
            description=description,
            is_public=is_public,
            added_by_id=by.pk,
            **fields,
        )
        evidence.full_clean(exclude={"claim", "version", "added_by"})
        evidence.save()
        log.touch(claim)
    return evidence


def _may_add(claim: Claim, by: Person) -> None:
    if claim.review == Review.MERGED:
        raise IntakeError("This claim was merged into another; add it there.")
    if claim.review == Review.PUBLISHED:
        require(by, "claims.publish_claim", claim.event)
