"""What the page of a pair shows of its two claims and of what was decided near them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.urls import reverse

from claims.admin import marks
from claims.admin.passages import Passage, first_passages
from claims.choices import ContradictionState
from claims.models import Claim, Contradiction
from claims.pages.moments import moment
from claims.trust import record_of
from events.administration.paging import QUEUE_CAP

NEAR_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a pair as the page shows it."""

    letter: str
    claim: Claim
    passage: Passage | None
    label: str
    quotes: int
    answer: str

    @property
    def said(self) -> str:
        """When it was said, in words; "" where that is not stated."""
        return _when(self.claim.made_at, self.claim.made_at_from, self.claim.made_at_to)

    @property
    def holds(self) -> str:
        """When it is true of, in words."""
        return _when(self.claim.holds, self.claim.holds_from, self.claim.holds_to)

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
    """Both claims, in the order in which they were first said."""
    ids = [pair.first_id, pair.second_id]
    rows = Claim.objects.filter(pk__in=ids).select_related("claimant", "question", "event")
    claims = list(rows.defer("search").prefetch_related("answered__actor"))
    claims.sort(key=lambda claim: (claim.sort_at, claim.pk))
    words = first_passages(claims)
    return [_side(letter, claim, words) for letter, claim in zip("AB", claims, strict=True)]


def _side(letter: str, claim: Claim, words: dict[int, Passage]) -> Side:
    return Side(
        letter=letter,
        claim=claim,
        passage=words.get(claim.pk),
        label=marks.label(claim),
        quotes=claim.quotes.order_by()[: QUEUE_CAP + 1].count(),
        answer=marks.answer(claim),
    )


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


def _when(text: str, low: datetime | None, high: datetime | None) -> str:
    found = moment(text, low, high)
    return found.words if found is not None else ""


def so_far(pair: Contradiction) -> str:
    """What became of this rule's earlier finds; "" for a person's own."""
    if not pair.detector:
        return ""
    return f"Pairs of this kind so far: {record_of(pair.kind, pair.detector).words}."


def near(pair: Contradiction) -> Iterable[Contradiction]:
    """Pairs with one of these claims that were dismissed before, the latest first."""
    ids = [pair.first_id, pair.second_id]
    rows = Contradiction.objects.filter(Q(first__in=ids) | Q(second__in=ids))
    dismissed = rows.filter(state=ContradictionState.DISMISSED).exclude(pk=pair.pk)
    return list(dismissed.order_by("-decided_at")[:NEAR_SHOWN])
