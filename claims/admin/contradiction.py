# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""Flagged pairs on the desk: the queue, each pair side by side, and how far to trust the flags."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.urls.resolvers import URLPattern

from claims.admin import marks, pair_queue, trust_page
from claims.admin.pair_decisions import DECISIONS
from claims.admin.pair_page import lines, near, sides, so_far
from claims.choices import DismissalReason
from claims.group_decisions import waiting_with
from claims.models import Contradiction
from claims.permissions import DecisionError
from events.administration import Decision, KeptAdmin, Refused
from events.administration.ranges import DateRange

STAYS = ("reopen", "reopen-group")
OF_GROUP = ("confirm-group", "dismiss-group")


@admin.register(Contradiction)
class ContradictionAdmin(KeptAdmin):
    """Pairs that cannot both be true, or pull apart. They change by decisions only."""

    decisions = DECISIONS
    refusals = (Refused, DecisionError)
    list_display = ("sentence", "event", "kind", "severity", "state", "found", "created_at")
    list_filter = ("state", "severity", "kind", ("created_at", DateRange))
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

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Pairs; on the page of one, with its claims and its group."""
        rows: QuerySet[Any] = super().get_queryset(request)
        match = request.resolver_match
        if match is None or match.url_name != "claims_contradiction_change":
            return rows
        told = rows.select_related("event", "first__claimant", "second__claimant", "decided_by",
                                   "group__precedent__decided_by")  # fmt: skip
        return told.defer("first__search", "second__search")

    def get_urls(self) -> list[URLPattern]:
        """The stock addresses, the queue, and the detector's record."""
        guard = self.admin_site.admin_view
        own = [
            path("queue/", guard(self.queue_view), name="claims_contradiction_queue"),
            path("trust/", guard(self.trust_view), name="claims_contradiction_trust"),
        ]
        return [*own, *super().get_urls()]

    def queue_view(self, request: HttpRequest) -> HttpResponse:
        """What waits, a row for all pairs that say the same, the most worth a look first."""
        self._only_seen(request)
        context = self.admin_site.each_context(request) | pair_queue.page(request) | {
            "title": "Contradictions to decide",
            "opts": self.opts,
        }  # fmt: skip
        return TemplateResponse(request, "admin/claims/contradiction/queue.html", context)

    def trust_view(self, request: HttpRequest) -> HttpResponse:
        """What editors made of the software's finds, kind by kind and version by version."""
        self._only_seen(request)
        context = self.admin_site.each_context(request) | trust_page.page() | {
            "title": "How far to trust the flags",
            "opts": self.opts,
            "may_change": request.user.has_perm("claims.change_threshold"),
        }  # fmt: skip
        return TemplateResponse(request, "admin/claims/contradiction/trust.html", context)

    def _only_seen(self, request: HttpRequest) -> None:
        """Let in who may see contradictions, to look."""
        self.only_shown(request)
        if not self.has_view_permission(request):
            raise PermissionDenied

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The pair side by side, with the decision and what comes after it."""
        self.only_shown(request)
        pair: Contradiction = self.visible(request, object_id)
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
            "company": pair_queue.company(pair),
            "place": pair_queue.place(pair, pair_queue.waiting(request)),
            "query": pair_queue.query(request),
            "outsider": not self.may_decide(request, pair),
            "decisions": {one.name.replace("-", "_"): self.address(pair, "decide", one.name)
                          for one in self.offered(request, pair)},
        }  # fmt: skip
        context["lines"] = lines(context["sides"])
        return TemplateResponse(request, "admin/claims/contradiction/change_form.html", context)

    def after(self, decision: Decision, row: Any, request: HttpRequest) -> str:
        """The next pair of the queue; the pair itself when it was opened again."""
        filters = pair_queue.query(request)
        if decision.name in STAYS:
            return self.address(row) + filters
        row.refresh_from_db()
        if decision.name in OF_GROUP and (left := waiting_with(row).open().count()):
            messages.warning(request, f"Still open in the group: {left}. Decide on these too.")
        found = pair_queue.following(row, request)
        return self.address(found) + filters if found is not None else reverse("admin:index")
