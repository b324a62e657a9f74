"""What the page of a pair shows of its two claims and of what was decided near them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from claims.admin import marks
from claims.admin.passages import Passage, first_passages
from claims.choices import ContradictionState
from claims.models import AnswerActor, Claim, Contradiction, Quote
from claims.pages.moments import moment
from claims.trust import record_of

NEAR_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a pair as the page shows it."""

    letter: str
    claim: Claim
    passage: Passage | None
    label: str
    quotes: int
    origins: int
    answer: str

    @property
    def said(self) -> str:
        """When it was said, in words; "" where that is not stated."""
        return when(self.claim.made_at, self.claim.made_at_from, self.claim.made_at_to)

    @property
    def holds(self) -> str:
        """When it is true of, in words."""
        return when(self.claim.holds, self.claim.holds_from, self.claim.holds_to)

    @property
    def page(self) -> str:
        """The claim's page on the desk."""
        return reverse("admin:claims_claim_change", args=[self.claim.pk])


@dataclass(frozen=True, slots=True)
class Line:
    """One field of both claims; ``parts`` where they differ in a way the page points out."""

    field: str
    first: str
    second: str
    parts: bool = False


def sides(pair: Contradiction) -> list[Side]:
    """Both claims, in the order in which they were first said: four queries."""
    quotes = Quote.objects.filter(claim=OuterRef("pk")).order_by().values("claim")
    number = Coalesce(Subquery(quotes.annotate(number=Count("pk")).values("number")), 0)
    rows: QuerySet[Any] = Claim.objects.filter(pk__in=[pair.first_id, pair.second_id])
    rows = rows.select_related("claimant", "question", "event")
    rows = rows.annotate(quoted=number, reported=reports_of("pk"))
    told = Prefetch("answered", AnswerActor.objects.select_related("actor"))
    claims = list(rows.defer("search").prefetch_related(told))
    claims.sort(key=lambda claim: (claim.sort_at, claim.pk))
    words, labels = first_passages(claims), marks.labels(claims)
    return [
        Side(
            letter=letter,
            claim=claim,
            passage=words.get(claim.pk),
            label=labels[claim.pk],
            quotes=claim.quoted,
            origins=claim.reported,
            answer=marks.answer(claim),
        )
        for letter, claim in zip("AB", claims, strict=True)
    ]


def reports_of(claim: str) -> Coalesce:
    """For a query set: in how many independent reports its claims are quoted, parties' too."""
    quotes = Quote.objects.filter(claim=OuterRef(claim)).order_by().values("claim")
    report = Coalesce("version__article__origin", -F("version__article"))
    number = quotes.annotate(number=Count(report, distinct=True)).values("number")
    return Coalesce(Subquery(number), 0)


def lines(both: list[Side]) -> list[Line]:
    """The two claims field by field; empty fields of both are left out."""
    first, second = (side.claim for side in both)
    answers = [side.answer for side in both]
    pairs = [
        ("Question", str(first.question or ""), str(second.question or "")),
        ("Answer", answers[0], answers[1]),
        ("Stance", first.get_stance_display(), second.get_stance_display()),
        ("Modality", first.get_modality_display(), second.get_modality_display()),
        ("Said", both[0].said, both[1].said),
        ("True of", both[0].holds, both[1].holds),
        ("Place", first.place, second.place),
        ("Attribution", first.get_attribution_display(), second.get_attribution_display()),
        ("Found by", marks.found_by(first), marks.found_by(second)),
    ]
    parting = {"Stance", "Answer"}
    return [
        Line(field, one or "not stated", other or "not stated",
             parts=field in parting and one != other)
        for field, one, other in pairs if one or other
    ]  # fmt: skip


def when(text: str, low: datetime | None, high: datetime | None) -> str:
    """A date as known, in words; "" where it is not stated."""
    found = moment(text, low, high)
    return found.words if found is not None else ""


def so_far(pair: Contradiction) -> str:
    """What became of this rule's earlier finds; "" for a person's own."""
    if not pair.detector:
        return ""
    return f"Pairs of this kind so far: {record_of(pair.kind, pair.detector).words}."


def near(pair: Contradiction) -> Iterable[Contradiction]:
    """Pairs with one of these claims that were dismissed before, the latest first."""
    return list(near_rows(pair))


def near_rows(pair: Contradiction) -> "QuerySet[Contradiction]":
    """The same, not yet looked up."""
    ids = [pair.first_id, pair.second_id]
    rows = Contradiction.objects.filter(Q(first__in=ids) | Q(second__in=ids))
    dismissed = rows.filter(state=ContradictionState.DISMISSED).exclude(pk=pair.pk)
    return dismissed.order_by("-decided_at")[:NEAR_SHOWN]
