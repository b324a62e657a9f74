"""Editing a claim: nobody overwrites what they have not seen, and no reader undoes a person.

The fields here are what a claim says. Review, status and lifecycle change by decisions only
(``claims.review``, ``claims.verification``), through every door.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.db import transaction

from claims.changes import Log, decision
from claims.choices import Review
from claims.models import Claim, Question
from claims.permissions import DecisionError, require
from claims.review import ReviewError, lock, mark_revised, save, unmark_revised
from claims.signals import claim_edited
from events.teams import Person

# A slip in one of these misinforms; in the others it is a matter of desk order.
SAID = (
    "claimant",
    "claimant_text",
    "statement",
    "topic",
    "stance",
    "modality",
    "answer_actors",
    "answer_names",
    "answer_denied",
    "rung",
    "count_low",
    "count_high",
    "low_exclusive",
    "high_exclusive",
    "count_approximate",
    "count_vague",
    "unit",
    "count_text",
    "measure",
    "population",
    "basis",
    "place",
    "value",
    "made_at",
    "made_at_text",
    "holds",
    "holds_text",
    "attribution",
)
# Fields of the claim's own row; ``answer_actors`` has a table of its own.
FREE = (
    *(name for name in SAID if name != "answer_actors"),
    "question",
    "primary_source",
    "key_development",
    "revises",
    "answer_rest",
)
EDITABLE = frozenset({*FREE, "answer_actors"})


class StaleRow(DecisionError):  # noqa: N818 - says what the matter is
    """Somebody saved the row meanwhile: ``current`` is theirs, ``wanted`` yours.

    ``differing`` has, for each field on which the two part, their value and yours.
    """

    def __init__(self, current: Claim, wanted: Mapping[str, Any]) -> None:
        super().__init__(
            "Somebody else saved this claim while you were editing it. Compare the two versions "
            "and save again."
        )
        self.current = current
        self.wanted = dict(wanted)
        self.differing = {
            name: (value_of(current, name), value)
            for name, value in wanted.items()
            if value_of(current, name) != value
        }


def save_edits(
    claim: Claim,
    fields: Mapping[str, Any],
    *,
    by: Person,
    expected_version: int,
    reason: str = "",
) -> Claim:
    """Save what a person changed; ``expected_version`` is the row version their form was made of.

    Only fields of ``EDITABLE``; ``answer_actors`` takes actors in any order. What really changed
    is noted in ``edited_fields``, which reading and comparing leave alone from then on. A change
    to what a published claim says is told as a correction, with its public ``reason``.

    Raises StaleRow if somebody saved meanwhile, and Django's ValidationError for wrong values.
    """
    with decision(by, reason) as log:
        claim = lock(claim)[claim.pk]
        require(by, "claims.change_claim", claim.event)
        if claim.review == Review.PUBLISHED:
            require(by, "claims.publish_claim", claim.event)
        _is_editable(claim, fields)
        if claim.row_version != expected_version:
            raise StaleRow(claim, fields)
        changed = {
            name: value for name, value in fields.items() if value_of(claim, name) != _plain(value)
        }
        if changed:
            _apply(claim, changed, log)
            log.add(_kind(changed), claim, summary=reason or f"Changed: {_in_words(changed)}.")
            log.touch_around(claim)
            _announce(claim)
    return claim


def answers_changed(claim: Claim, *, by: Person, reason: str = "") -> Claim:
    """Note and tell that a person changed which actors the answer names, row by row.

    For doors that store the rows of ``answer_actors`` themselves, in the same transaction.
    """
    with decision(by, reason) as log:
        claim = lock(claim)[claim.pk]
        require(by, "claims.change_claim", claim.event)
        if claim.review == Review.PUBLISHED:
            require(by, "claims.publish_claim", claim.event)
        claim.edited_fields = sorted({*claim.edited_fields, "answer_actors"})
        save(claim, "edited_fields")
        log.add("corrected", claim, summary=reason or "Changed: answer actors.")
        log.touch_around(claim)
        _announce(claim)
    return claim


def edit_question(question: Question, *, by: Person, reason: str = "") -> Question:
    """Store a question as a person edited it; the machine leaves it alone from then on."""
    with decision(by, reason) as log:
        require(by, "claims.change_question", question.event)
        question.edited = True
        question.full_clean(exclude={"event", "merged_into"})
        question.save()
        log.add("changed", question, summary=reason)
        log.touch(*question.claims.defer("search"))
    return question


def _announce(claim: Claim) -> None:
    transaction.on_commit(partial(claim_edited.send_robust, sender=Claim, claim_id=claim.pk))


def value_of(claim: Claim, name: str) -> Any:
    """A field's value in a form that can be compared; actors as a set."""
    if name == "answer_actors":
        return set(claim.answer_actors.all())
    return getattr(claim, name)


def _plain(value: Any) -> Any:
    return set(value) if isinstance(value, list | tuple) and not _is_names(value) else value


def _is_names(value: list[Any] | tuple[Any, ...]) -> bool:
    return all(isinstance(item, str) for item in value)


def _is_editable(claim: Claim, fields: Mapping[str, Any]) -> None:
    other = sorted(set(fields) - EDITABLE)
    if other:
        raise ReviewError(f"{', '.join(other)} cannot be edited; it changes by a decision.")
    if claim.review == Review.MERGED:
        raise ReviewError("This claim was merged into another; edit that one.")
    for name in ("question", "revises"):
        row = fields.get(name)
        if row is not None and row.event_id != claim.event_id:
            raise ReviewError(f"The {name} must belong to the claim's event.")
    question = fields.get("question")
    if question is not None and question.merged_into is not None:
        raise ReviewError(
            f"“{question.text}” was merged into “{question.merged_into.text}”; choose that one."
        )


def _apply(claim: Claim, changed: Mapping[str, Any], log: Log) -> None:
    was_public = claim.review == Review.PUBLISHED
    if "revises" in changed and was_public:
        unmark_revised(claim, log)
    columns = [name for name in changed if name != "answer_actors"]
    for name in columns:
        setattr(claim, name, changed[name])
    claim.full_clean(exclude={"event", "published_by", "logged_by", "merged_into"})
    claim.edited_fields = sorted({*claim.edited_fields, *changed})
    save(claim, *columns, "edited_fields")
    if "answer_actors" in changed:
        claim.answer_actors.set(changed["answer_actors"])
    if "revises" in changed and was_public:
        mark_revised(claim, log)


def _kind(changed: Mapping[str, Any]) -> str:
    return "corrected" if set(SAID) & set(changed) else "changed"


def _in_words(changed: Mapping[str, Any]) -> str:
    return ", ".join(sorted(name.replace("_", " ") for name in changed))
