"""Proposed claims on the review desk: publish, reject with a reason, edit, or merge."""

from typing import Any

from django.db.models import Case, Prefetch, QuerySet, When
from django.http import HttpRequest

from claims import merging, review
from claims.admin import marks
from claims.admin.pair_page import when
from claims.admin.passages import passages
from claims.choices import Review, Topic
from claims.models import AnswerActor, Claim
from claims_tracker.accounts.models import User
from claims_tracker.desk.review.places import oldest_first
from claims_tracker.desk.review.queue import (
    Act,
    Asked,
    Mark,
    ReviewQueue,
    as_left,
    narrowed,
    row_version,
    said,
    simply,
    with_reader,
)

SINCE = "created_at"
LIKE_IT = 4
PASSAGES = 2
UNDONE = "Undone on the review desk."
TWICE = "The same claim, found twice."
REASONS = (
    ("Not a claim", "Not a claim: it states nothing that could be checked."),
    ("Misread", "Misread: the article does not say this."),
    ("Wrong claimant", "Somebody else says this in the article."),
    ("Other event", "It is about another event."),
    ("Nothing new", "The ledger has it already."),
)


def rows(person: User, asked: Asked) -> "QuerySet[Any]":
    """What software or reporters proposed in the person's events, the oldest first."""
    found = Claim.objects.proposed().editable_by(person).order_by(SINCE, "pk")
    return narrowed(found, person, asked, kind="topic")


def one(person: User) -> "QuerySet[Any]":
    """All claims of the person's events, with what their page shows of them."""
    told = Prefetch("answered", AnswerActor.objects.select_related("actor"))
    found = Claim.objects.editable_by(person).select_related(
        "event", "claimant", "question", "logged_by", "merged_into"
    )
    return with_reader(found.defer("search").prefetch_related(told))


def show(claim: Claim, _request: HttpRequest) -> dict[str, Any]:
    """The words it stands on, what it answers, and claims that may be the same."""
    return {
        "passages": passages(claim, shown=PASSAGES),
        "answer": marks.answer(claim),
        "said": when(claim.made_at, claim.made_at_from, claim.made_at_to),
        "found": marks.found_by(claim),
        "pairs": marks.told_pairs(claim, shown_at_most=LIKE_IT),
        "alike": _alike(claim),
        "reasons": [(str(key), *words) for key, words in enumerate(REASONS, start=1)],
    }


def _alike(claim: Claim) -> list[tuple[str, Claim]]:
    """Claims that answer the same question, those of the same claimant first; with their keys."""
    same = {"question": claim.question_id} if claim.question_id else {"claimant": claim.claimant_id}
    if not any(same.values()):
        return []
    found = Claim.objects.filter(
        event=claim.event_id, review__in=[Review.PUBLISHED, Review.PROPOSED], **same
    ).exclude(pk=claim.pk)
    own = Case(When(claimant=claim.claimant_id, then=0), default=1)
    told = found.select_related("claimant").defer("search").order_by(own, "-pk")[:LIKE_IT]
    return [(str(key), other) for key, other in enumerate(told, start=1)]


def _undo_publishing(claim: Claim, person: User, mark: Mark) -> None:
    as_left(review.locked(claim), mark)
    review.withdraw(claim, by=person, reason=UNDONE, to=Review.PROPOSED)


def _undo_rejecting(claim: Claim, person: User, mark: Mark) -> None:
    as_left(review.locked(claim), mark)
    review.restore(claim, by=person, reason=UNDONE)


def _undo_merging(claim: Claim, person: User, mark: Mark) -> None:
    as_left(review.lock(claim, merging.survivor(claim))[claim.pk], mark)
    merging.unmerge(claim, by=person, reason=UNDONE)


def _reason(given: dict[str, Any]) -> dict[str, Any]:
    """A reason from the list, else the words that were typed."""
    chosen = given.get("preset", "")
    words = dict(REASONS).get(chosen, "")
    return given | {"reason": " ".join(part for part in (words, given.get("note", "")) if part)}


def _same(given: dict[str, Any]) -> dict[str, Any]:
    return given | {"reason": given.get("note") or TWICE}


QUEUE = ReviewQueue(
    name="claims",
    title="New claims",
    asks="Does the article say this?",
    model=Claim,
    part="claim",
    rows=rows,
    one=one,
    show=show,
    order=oldest_first(SINCE),
    as_list="admin:claims_claim_changelist",
    list_query="?review__exact=proposed",
    kinds=tuple((str(topic.value), str(topic.label)) for topic in Topic),
    acts={
        "publish": Act(simply("publish"), said("Published."), row_version, _undo_publishing),
        "reject": Act(simply("reject"), said("Rejected."), row_version, _undo_rejecting, _reason),
        "merge": Act(simply("merge"), said("Merged."), row_version, _undo_merging, _same),
    },
)
