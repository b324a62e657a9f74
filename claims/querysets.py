"""Facts about many claims and contradictions, in the words of the domain.

``public()`` is the one definition of what readers may see: a public event, and in it a published
claim, a confirmed contradiction between two such claims, a verdict on one. What is public only
*through* these (articles, outlets, actors) stands in ``claims.visibility``.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q

from claims.choices import (
    ContradictionState,
    Lifecycle,
    ReadingState,
    Review,
    Severity,
)
from events.choices import Visibility
from events.models import Event

if TYPE_CHECKING:
    from claims.models import (
        Change,
        Claim,
        Contradiction,
        ContradictionGroup,
        Question,
        Reading,
        Verdict,
    )


class QuestionQuerySet(models.QuerySet["Question"]):
    """Questions."""

    def public(self) -> Self:
        """Questions that a public claim answers."""
        claims = apps.get_model("claims", "Claim").objects.public()
        return self.filter(Exists(claims.filter(question=OuterRef("pk"))), merged_into=None)


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Claims."""

    def public(self) -> Self:
        """Claims readers may see: published by an editor, in a public event."""
        return self.filter(
            review=Review.PUBLISHED,
            event__visibility=Visibility.PUBLIC,
            event__merged_into=None,
        )

    def proposed(self) -> Self:
        """Claims that wait for an editor."""
        return self.filter(review=Review.PROPOSED)

    def standing(self) -> Self:
        """Claims that still count: neither rejected, merged nor retracted."""
        return self.filter(
            review__in=[Review.PROPOSED, Review.PUBLISHED],
        ).exclude(lifecycle=Lifecycle.RETRACTED)

    def with_contested(self) -> Self:
        """Add ``contested``: whether a public, confirmed contradiction names the claim."""
        pairs = apps.get_model("claims", "Contradiction").objects.public()
        pairs = pairs.filter(severity=Severity.CONTRADICTION)
        named = Q(first=OuterRef("pk")) | Q(second=OuterRef("pk"))
        return self.annotate(contested=Exists(pairs.filter(named)))

    def for_timeline(self) -> Self:
        """Claims oldest first, with all that one timeline row shows readers: three queries."""
        quotes = (
            apps.get_model("claims", "Quote")
            .objects.accepted()
            .select_related("version__article__outlet", "version__article__origin")
            .defer("version__text", "version__raw", "version__bands")
        )
        return (
            self.select_related("claimant", "event", "question", "revises")
            .defer("search")
            .prefetch_related(Prefetch("quotes", quotes))
            .order_by("sort_at", "pk")
        )

    def editable_by(self, user: Any) -> Self:
        """Claims in events that the user may edit."""
        return self.filter(event__in=Event.objects.editable_by(user))


class ContradictionQuerySet(models.QuerySet["Contradiction"]):
    """Contradictions and tensions."""

    def public(self) -> Self:
        """Pairs confirmed by an editor, both of whose claims are public."""
        return self.filter(
            state=ContradictionState.CONFIRMED,
            event__visibility=Visibility.PUBLIC,
            event__merged_into=None,
            first__review=Review.PUBLISHED,
            second__review=Review.PUBLISHED,
        )

    def open(self) -> Self:
        """Pairs that wait for an editor."""
        return self.filter(state=ContradictionState.OPEN)

    def hard(self) -> Self:
        """Contradictions proper: tensions are shown, never counted."""
        return self.filter(severity=Severity.CONTRADICTION)

    def of(self, claim: "Claim") -> Self:
        """Pairs of which the claim is a side."""
        return self.filter(Q(first=claim) | Q(second=claim))

    def with_sides(self) -> Self:
        """Pairs with both claims, claimants and events: one query."""
        return self.select_related(
            "event",
            "first__claimant",
            "first__question",
            "second__claimant",
            "second__question",
        )

    def editable_by(self, user: Any) -> Self:
        """Pairs in events that the user may edit."""
        return self.filter(event__in=Event.objects.editable_by(user))


class GroupQuerySet(models.QuerySet["ContradictionGroup"]):
    """Groups of pairs that say the same thing."""

    def waiting(self) -> Self:
        """Groups in the queue, those that are worth most first: read off an index."""
        return self.filter(waiting__gt=0).order_by("-rank", "-pk")

    def below_threshold(self) -> Self:
        """Groups with open pairs that their scores keep out of the queue."""
        return self.filter(hidden__gt=0).order_by("-rank", "-pk")

    def after(self, rank: float, pk: int) -> Self:
        """What comes after a place in the order of the queue."""
        # The first condition says again what the second implies, in words an index understands.
        return self.filter(Q(rank__lt=rank) | Q(rank=rank, pk__lt=pk), rank__lte=rank)

    def from_place(self, rank: float, pk: int) -> Self:
        """What stands at a place in the order of the queue, and what comes after it."""
        return self.filter(Q(rank__lt=rank) | Q(rank=rank, pk__lte=pk), rank__lte=rank)

    def before(self, rank: float, pk: int) -> Self:
        """What comes before a place in the order of the queue."""
        return self.filter(Q(rank__gt=rank) | Q(rank=rank, pk__gt=pk), rank__gte=rank)

    def with_lead(self) -> Self:
        """Groups with all that one row of the queue shows: one query."""
        return self.select_related(
            "event", "lead__first__claimant", "lead__second__claimant", "precedent__decided_by"
        ).defer("lead__first__search", "lead__second__search")

    def with_names(self) -> Self:
        """Groups with who speaks in their lead, its kind and score, and nothing more: one query."""
        sides = [f"lead__{side}__{name}" for side in ("first", "second")
                 for name in ("claimant_text", "claimant__name")]  # fmt: skip
        rows = self.select_related("lead__first__claimant", "lead__second__claimant")
        return rows.only("rank", "lead__kind", "lead__score", *sides)

    def editable_by(self, user: Any) -> Self:
        """Groups in events that the user may edit."""
        return self.filter(event__in=Event.objects.editable_by(user))


class VerdictQuerySet(models.QuerySet["Verdict"]):
    """Verdicts."""

    def public(self) -> Self:
        """Verdicts on public claims, past ones included: how our view changed."""
        return self.filter(
            claim__review=Review.PUBLISHED,
            claim__event__visibility=Visibility.PUBLIC,
            claim__event__merged_into=None,
        )


class ReadingQuerySet(models.QuerySet["Reading"]):
    """Readings."""

    def due(self, now: datetime) -> Self:
        """Readings to work on now: never sent, failed and due again, or left by a dead worker."""
        states = [
            ReadingState.QUEUED,
            ReadingState.READING,
            ReadingState.COMPARING,
            ReadingState.FAILED,
        ]
        free = Q(lease_until=None) | Q(lease_until__lt=now)
        ripe = Q(next_try_at=None) | Q(next_try_at__lte=now)
        return self.filter(free, ripe, state__in=states).order_by("created_at", "pk")


class ChangeQuerySet(models.QuerySet["Change"]):
    """The public log."""

    def public(self) -> Self:
        """Lines of public events; of an event that was hidden again its tombstones stay.

        Who replays the log thus learns that things are gone, and nothing else of them.
        """
        shown = Q(event=None) | Q(event__visibility=Visibility.PUBLIC)
        return self.filter(shown | Q(after__isnull=True))

    def since(self, seq: int) -> Self:
        """Lines after ``seq``, oldest first."""
        return self.filter(seq__gt=seq).order_by("seq")
