"""Taking back what was done to many rows at once: a new decision, on the rows that are as it left.

What can be taken back is kept in the person's session, so that nobody else can, and it ends there.
"""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from events.administration.decisions import (
    STALE,
    Decides,
    Decision,
    Given,
    NoteForm,
    Outcome,
    Refused,
    report,
)

KEPT, MOST_KEPT = "undo", 5
UNSAFE = "POST"
GONE = "This can no longer be taken back here. Decide on each row by itself."


class TakesBack(Decides):
    """What an admin adds whose bulk decisions can be taken back."""

    def offer_undo(self, request: HttpRequest, decision: Decision, outcome: Outcome) -> None:
        """Keep which rows were done and how they are now, and tell the person."""
        if decision.undo is None or not outcome.was:
            return
        rows = self.model.objects.filter(pk__in=outcome.was)
        versions = dict(rows.values_list("pk", "row_version"))
        key = secrets.token_hex(8)
        kept = dict(list(request.session.get(KEPT, {}).items())[1 - MOST_KEPT :])
        kept[key] = {
            "model": self.opts.label_lower,
            "name": decision.name,
            "rows": [[pk, versions[pk], was] for pk, was in outcome.was.items()],
        }
        request.session[KEPT] = kept
        address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_undo", args=[key])
        messages.info(request, format_html('<a href="{}">Undo: look at it first</a>', address))

    def undo_view(self, request: HttpRequest, key: str) -> HttpResponse:
        """The rows that were done; posted, the decision that takes it back."""
        listed = f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"
        kept = request.session.get(KEPT, {}).get(key, {})
        decision = self.decision_named(kept.get("name", ""))
        if decision is None or not decision.undo or kept["model"] != self.opts.label_lower:
            messages.error(request, GONE)
            return redirect(listed)
        seen = {pk: (version, was) for pk, version, was in kept["rows"]}
        back = _taking_back(decision, seen)
        rows = list(self.rows_of(request).filter(pk__in=seen).order_by("pk"))
        form = NoteForm(request.POST if request.method == UNSAFE else None)
        if form.is_bound and form.is_valid():
            report(request, back, self.take_many(back, rows, request, form), self.opts)
            request.session[KEPT] = {one: of for one, of in request.session[KEPT].items()
                                     if one != key}  # fmt: skip
            return redirect(listed)
        context = self.admin_site.each_context(request) | {
            "title": f"{back.label}: {len(rows)}",
            "opts": self.opts,
            "decision": back,
            "form": form,
            "rows": [(row, self.may_decide(request, row), seen[row.pk][0]) for row in rows],
            "cancel": reverse(listed),
        }
        return TemplateResponse(request, "admin/ledger/decide_many.html", context)

    def rows_of(self, request: HttpRequest) -> Any:
        """The rows of the list with what they show."""
        raise NotImplementedError


def _taking_back(decision: Decision, seen: Mapping[int, tuple[int, Any]]) -> Decision:
    undo = decision.undo
    assert undo is not None
    label = f"Undo “{decision.label.rstrip('…')}”"

    def do(row: Any, person: Any, given: Given) -> None:
        reason = given.get("reason") or f"{label}."
        version, was = seen[row.pk]
        if row.row_version != version:  # whatever the page says that it showed
            raise Refused(STALE)
        undo.do(row, person, {**given, "reason": reason, "was": was})

    return replace(
        decision, label=label, do=do, form=NoteForm, many=None, undo=None, bulk="taken back",
        explain="Rows that somebody changed since are left as they are, and named.",
    )  # fmt: skip
