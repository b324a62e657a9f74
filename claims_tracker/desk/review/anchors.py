"""Words that an article no longer has, on the review desk: keep them, or anchor the claim anew."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from claims.admin.passages import passage as in_context
from claims.admin.passages import with_windows
from claims.choices import Review
from claims.models import Claim, Quote
from claims_tracker.accounts.models import User
from claims_tracker.desk import anchors
from claims_tracker.desk.models import LostAnchor
from claims_tracker.desk.review.places import oldest_first
from claims_tracker.desk.review.queue import (
    Act,
    Asked,
    Mark,
    ReviewQueue,
    narrowed,
    said,
    simply,
    with_reader,
)

SINCE = "found_at"
AROUND = 200  # letters of the new text on either side
STANDING = (Review.PROPOSED, Review.PUBLISHED)
HEAVY = ("version__raw", "version__bands", "version__terms", "quote__claim__search")


def rows(person: User, asked: Asked) -> "QuerySet[Any]":
    """Lost words of claims that stand, and have no words in the new text; the oldest first."""
    anew = Quote.objects.filter(claim=OuterRef("quote__claim"), version=OuterRef("version"))
    found = _of(person).filter(settled_at=None, quote__claim__review__in=STANDING)
    found = found.exclude(quote__exact="").filter(~Exists(anew)).order_by(SINCE, "pk")
    return narrowed(found, person, asked, event="quote__claim__event")


def one(person: User) -> "QuerySet[Any]":
    """All lost words of the person's events, with both texts' names and the new one's words."""
    found = _of(person).select_related(
        "quote__claim__event", "quote__claim__claimant", "version__article", "settled_by"
    )
    return with_reader(found.defer(*HEAVY))


def show(lost: LostAnchor, _request: HttpRequest) -> dict[str, Any]:
    """The words as fetched, in context, and what the text says there now."""
    now = anchors.likest(lost)
    text = lost.version.text
    quote = with_windows(Quote.objects.filter(pk=lost.quote_id)).get()
    return {
        "claim": lost.quote.claim,
        "passage": in_context(quote),
        "now": now,
        "before_now": text[max(0, now.start - AROUND) : now.start] if now else "",
        "after_now": text[now.end : now.end + AROUND] if now else "",
    }


def _of(person: User) -> "QuerySet[Any]":
    claims = Claim.objects.editable_by(person)
    found: QuerySet[Any] = LostAnchor.objects.filter(quote__claim__in=claims)
    return found


def _undo(lost: LostAnchor, person: User, _mark: Mark) -> None:
    anchors.open_again(lost, by=person)


QUEUE = ReviewQueue(
    name="anchors",
    title="Lost anchors",
    asks="The article has changed: does the claim still stand on it?",
    model=LostAnchor,
    part="anchor",
    rows=rows,
    one=one,
    show=show,
    order=oldest_first(SINCE),
    as_list="admin:desk_lostanchor_changelist",
    list_query="?settled_at__isempty=1",
    acts={
        "keep": Act(simply("keep"), said("The words as fetched are kept."), undo=_undo),
        "anchor": Act(simply("anchor"), said("Anchored in the new text.")),
    },
)
