"""One decision on several claims that were chosen beside their text, after one preview."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from claims.admin.reading_links import reading_page
from claims.choices import Review
from claims.models import Claim
from events.administration.decisions import BULK_CAP
from events.administration.widgets import need_ids
from sources.models import ArticleVersion

OFFERED = ("publish", "reject")
UNSAFE = "POST"
CHOSEN = "_selected_action"


def page(request: HttpRequest, version: ArticleVersion) -> HttpResponse:
    """The decision's page for the chosen claims; confirmed, the decision on each by itself."""
    back = HttpResponseRedirect(reading_page(version.pk, state=_state(request)))
    if request.method != UNSAFE:
        return back
    need_ids(request)
    claims: Any = admin.site.get_model_admin(Claim)
    name = request.POST.get("action", "")
    decision = claims.decision_named(name) if name in OFFERED else None
    if decision is None or not request.user.has_perm(decision.permission):
        raise PermissionDenied("Your role does not allow you to decide about claims.")
    chosen = request.POST.getlist(CHOSEN)[: BULK_CAP + 1]
    on_text = Claim.objects.filter(pk__in=chosen, quotes__version=version).values("pk")
    rows = Claim.objects.filter(pk__in=on_text).select_related("claimant", "event").defer("search")
    if not chosen:
        messages.error(request, "Choose claims first: tick the box of each.")
        return back
    answer: HttpResponse | None = claims.bulk(decision, request, rows)
    return answer or back


def _state(request: HttpRequest) -> str:
    state = request.GET.get("state", "")
    return state if state in Review.values else ""
