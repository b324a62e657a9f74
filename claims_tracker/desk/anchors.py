"""Words that an article no longer has: found when it has changed, settled by an editor."""

from dataclasses import dataclass
from datetime import timedelta

import pghistory
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from rapidfuzz import fuzz

from claims import intake
from claims.choices import Review
from claims.models import Quote
from claims.permissions import DecisionError, require
from claims_tracker.desk.models import LostAnchor
from events.teams import Person
from sources.models import ArticleVersion

SETTLE = "desk.change_lostanchor"
# The likest words of the new text are offered from here: below it they say something else.
LIKE = 70.0
AGAIN = timedelta(days=2)  # how far the sweeper looks back for what a dead worker left


class AnchorError(DecisionError):
    """It cannot be settled so; the text says why."""


@dataclass(frozen=True, slots=True)
class Now:
    """The words of the new text that are likest to the lost ones."""

    start: int
    end: int
    text: str
    likeness: float


def look(version: ArticleVersion) -> int:
    """Note which words of the article's earlier texts the new one lacks. Twice is harmless.

    Words that are back are lost no more, unless an editor has settled them. Returns how many lack.
    """
    earlier = Quote.objects.filter(
        version__article=version.article_id, version__number__lt=version.number,
        claim__review__in=[Review.PROPOSED, Review.PUBLISHED],
    ).exclude(exact="")  # fmt: skip
    words = list(earlier.only("pk", "exact"))
    lost = [quote for quote in words if quote.exact not in version.text]
    back = {quote.pk for quote in words} - {quote.pk for quote in lost}
    LostAnchor.objects.filter(quote__in=back, settled_at=None).delete()
    rows = [LostAnchor(quote=quote, version=version) for quote in lost]
    LostAnchor.objects.bulk_create(rows, ignore_conflicts=True)
    return len(lost)


def look_again() -> int:
    """Look at what changed lately, in case a worker died between storing and looking."""
    since = timezone.now() - AGAIN
    return sum(look(version) for version in _changed().filter(fetched_at__gte=since).iterator())


def look_at(version_id: int) -> None:
    """Look at one text, if it is a changed one and was not taken down."""
    for version in _changed().filter(pk=version_id):
        look(version)


def likest(lost: LostAnchor) -> Now | None:
    """Where the new text says nearly the same; None where nothing is near it."""
    text, words = lost.version.text, lost.quote.exact
    if not text or not words:
        return None
    found = fuzz.partial_ratio_alignment(words, text, score_cutoff=LIKE)
    if found is None or found.dest_end <= found.dest_start:
        return None
    start, end = _whole_words(text, found.dest_start, found.dest_end)
    return Now(start, end, text[start:end], round(found.score / 100, 2))


def keep(lost: LostAnchor, *, by: Person) -> LostAnchor:
    """Say that the words as fetched are enough: the claim stands on them as before."""
    return _settle(lost, by, "The words as fetched are kept.")


def anchor(lost: LostAnchor, *, by: Person) -> LostAnchor:
    """Let the claim stand on the likest words of the new text too."""
    with transaction.atomic():
        settled = _settle(lost, by, "Anchored in the new text.")
        now = likest(settled)
        if now is None:
            raise AnchorError("Nothing in the new text is like it.")
        intake.add_span(settled.quote.claim, settled.version, now.start, now.end, by=by)
    return settled


def open_again(lost: LostAnchor, *, by: Person) -> LostAnchor:
    """Let it wait for an editor again, as who settled it wants."""
    with pghistory.context(user=by.pk, reason="Undone."), transaction.atomic():
        held = _held(lost, by)
        if held.settled_by_id not in {None, by.pk}:
            raise AnchorError(f"{held.settled_by} has settled this since.")
        held.settled_at = held.settled_by = None
        held.save(update_fields=["settled_at", "settled_by"])
    return held


def _settle(lost: LostAnchor, by: Person, reason: str) -> LostAnchor:
    with pghistory.context(user=by.pk, reason=reason), transaction.atomic():
        held = _held(lost, by)
        if held.settled_at is not None:
            raise AnchorError(f"{held.settled_by} has settled this already.")
        held.settled_at, held.settled_by_id = timezone.now(), by.pk
        held.save(update_fields=["settled_at", "settled_by"])
    return held


def _held(lost: LostAnchor, by: Person) -> LostAnchor:
    rows = LostAnchor.objects.select_for_update(of=("self",))
    held = rows.select_related("quote__claim__event", "version", "settled_by").get(pk=lost.pk)
    require(by, SETTLE, held.quote.claim.event)
    return held


def _changed() -> "QuerySet[ArticleVersion]":
    rows = ArticleVersion.objects.filter(number__gt=1, taken_down_at=None)
    return rows.only("pk", "article", "number", "text")


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without half words and blanks at its ends."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - (len(inner) - len(inner.rstrip()))
