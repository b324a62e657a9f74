# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""Flagged pairs on the desk: side by side, with what an editor needs to decide."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from claims import contradictions
from claims.admin import marks
from claims.admin.forms import DismissForm, PairNoteForm, ReopenForm
from claims.admin.passages import Passage, first_passages
from claims.choices import ContradictionState, DismissalReason
from claims.models import Claim, Contradiction
from claims.pages.moments import moment
from claims.permissions import DecisionError
from claims.trust import record_of
from events.administration import Decision, KeptAdmin, Refused
from events.administration.paging import QUEUE_CAP

NEXT_SHOWN = 4
CLAIMANTS = ("first__claimant", "second__claimant")
NEAR_SHOWN = 3
Given = dict[str, Any]


def _confirm(pair: Contradiction, person: Any, given: Given) -> None:
    contradictions.confirm(pair, by=person, note=given["note"])


def _dismiss(pair: Contradiction, person: Any, given: Given) -> None:
    contradictions.dismiss(pair, by=person, reason=given["reason"], note=given["note"])


def _reopen(pair: Contradiction, person: Any, given: Given) -> None:
    contradictions.reopen(pair, by=person, note=given["note"])


def _open(pair: Contradiction) -> bool:
    return pair.state == ContradictionState.OPEN


def _decided(pair: Contradiction) -> bool:
    return pair.state in {ContradictionState.CONFIRMED, ContradictionState.DISMISSED}


DECISIONS = (
    Decision(
        name="confirm", label="Confirm", permission="claims.decide_contradiction", do=_confirm,
        done="Confirmed.", form=PairNoteForm, fits=_open, direct=True, primary=True,
        explain="Readers see the pair once both claims are published.",
    ),
    Decision(
        name="dismiss", label="Dismiss…", permission="claims.decide_contradiction", do=_dismiss,
        done="Dismissed.", form=DismissForm, fits=_open,
        explain="It comes back only if a side of it changes.",
    ),
    Decision(
        name="reopen", label="Look at it again…", permission="claims.decide_contradiction",
        do=_reopen, done="The pair is open again.", form=ReopenForm, fits=_decided,
        explain="A confirmed pair leaves the public pages until it is decided anew.",
    ),
)  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pair stands in the queue: "14 of 92", "60 of 100+"."""

    number: str
    total: str
    following: list[Contradiction]
    previous: Contradiction | None


@admin.register(Contradiction)
class ContradictionAdmin(KeptAdmin):
    """Pairs that cannot both be true, or pull apart. They change by decisions only."""

    decisions = DECISIONS
    refusals = (Refused, DecisionError)
    list_display = ("sentence", "event", "kind", "severity", "state", "found", "created_at")
    list_filter = ("state", "severity", "kind")
    list_select_related = ("event",)
    ordering = ("created_at", "pk")
    search_fields = ("reason", "public_id")

    @admin.display(description="Pair", ordering="reason")
    def sentence(self, pair: Contradiction) -> str:
        """Why it was flagged."""
        return pair.reason

    @admin.display(description="Flagged by")
    def found(self, pair: Contradiction) -> str:
        """Software with its score, or a person."""
        return f"software, {pair.score:.2f}" if pair.detector else "a person"

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The pair side by side, with the decision and what comes after it."""
        self.only_shown(request)
        pair = self.visible(request, object_id)
        pair = Contradiction.objects.with_sides().get(pk=pair.pk)
        context = self.admin_site.each_context(request) | {
            "title": "Can both be true?",
            "opts": self.opts,
            "original": pair,
            "sides": sides(pair),
            "tension": marks.is_tension(pair),
            "found": marks.flagged_by(pair),
            "so_far": so_far(pair),
            "near": near(pair),
            "reasons": DismissalReason.choices,
            "place": place(pair, waiting(request)),
            "query": query(request),
            "queue": _filters(request),
            "outsider": not self.may_decide(request, pair),
            "decisions": {one.name: self.address(pair, "decide", one.name)
                          for one in self.offered(request, pair)},
        }  # fmt: skip
        context["lines"] = lines(context["sides"])
        return TemplateResponse(request, "admin/claims/contradiction/change_form.html", context)

    def after(self, decision: Decision, row: Any, request: HttpRequest) -> str:
        """The next pair of the queue; the pair itself when it was opened again or is the last."""
        if decision.name == "reopen":
            return self.address(row) + query(request)
        rows = waiting(request)
        following = rows.filter(_beyond(row)).first() or rows.first()
        if following is None:
            return reverse("admin:index")
        return self.address(following) + query(request)


def waiting(request: HttpRequest) -> "QuerySet[Contradiction]":
    """Open pairs that the person may decide, oldest first, as the address filters them."""
    rows = Contradiction.objects.open().editable_by(request.user).order_by("created_at", "pk")
    return rows.filter(**_filters(request))


def query(request: HttpRequest) -> str:
    """The queue's filters as they stand in the address."""
    kept = {name: request.GET[name] for name in ("event", "kind") if request.GET.get(name)}
    return f"?{urlencode(kept)}" if kept else ""


def _filters(request: HttpRequest) -> dict[str, str]:
    fields = {"event": "event__slug", "kind": "kind"}
    return {field: request.GET[name] for name, field in fields.items() if request.GET.get(name)}


def _beyond(pair: Contradiction) -> Q:
    later = Q(created_at=pair.created_at, pk__gt=pair.pk)
    return Q(created_at__gt=pair.created_at) | later


def _before(pair: Contradiction) -> Q:
    earlier = Q(created_at=pair.created_at, pk__lt=pair.pk)
    return Q(created_at__lt=pair.created_at) | earlier


def place(pair: Contradiction, rows: "QuerySet[Contradiction]") -> Place:
    """Where the pair stands among those that wait; counted up to a cap."""
    ahead = rows.filter(_before(pair))[: QUEUE_CAP + 1].count()
    total = rows[: QUEUE_CAP + 1].count()
    following = list(rows.filter(_beyond(pair)).select_related(*CLAIMANTS)[:NEXT_SHOWN])
    return Place(
        number="" if pair.state != ContradictionState.OPEN else _capped(ahead + 1),
        total=_capped(total),
        following=following,
        previous=rows.filter(_before(pair)).reverse().first(),
    )


def _capped(number: int) -> str:
    return f"{QUEUE_CAP}+" if number > QUEUE_CAP else str(number)


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
