"""What colleagues told each other about a row, on the row's page."""

from typing import Any

from django import template
from django.urls import reverse

from claims.models import Contradiction
from claims_tracker.desk import teamwork as domain
from claims_tracker.desk.due import due_words, is_overdue

register = template.Library()
SHOWN = 5
# Where a panel stands; on other pages it would say nothing that anybody looks for.
ROWS = ("claims.claim", "claims.contradiction", "claims.question", "events.event",
        "sources.article")  # fmt: skip


@register.inclusion_tag("admin/desk/_teamwork.html", takes_context=True)
def teamwork(context: template.Context) -> dict[str, Any]:
    """The last notes on the page's row and who is to look at it: two queries."""
    row, request = context.get("original"), context["request"]
    if row is None or row._meta.label_lower not in ROWS:  # noqa: SLF001 - Django's documented _meta
        return {"row": None}
    if isinstance(row, Contradiction) and domain.OPENED not in request.GET:
        # Triage is many pages a minute: there it is one step away, and costs nothing until then.
        return {"row": row, "closed": f"?{domain.OPENED}=on#teamwork-title"}
    newest = list(domain.notes_on(row).order_by("-created_at", "-pk")[: SHOWN + 1])
    work = domain.assigned(row)
    person, outsider = request.user, bool(context.get("outsider"))
    return {
        "row": row,
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "notes": list(reversed(newest[:SHOWN])),
        "more": len(newest) > SHOWN,
        "all_notes": f"{reverse('admin:desk_note_changelist')}?{domain.listed(row)}",
        "work": work,
        "due": due_words(work.due_at) if work else "",
        "overdue": bool(work and is_overdue(work.due_at)),
        "mine": bool(work and work.assignee_id == person.pk),
        "may_note": person.has_perm("desk.add_note") and not outsider,
        "may_assign": person.has_perm("desk.add_assignment") and not outsider,
        "may_finish": work is not None and (
            work.assignee_id == person.pk or person.has_perm("desk.change_assignment")
        ),
        "pages": {what: _page(row, what) for what in ("note", "assign", "finish")},
    }  # fmt: skip


def _page(row: Any, what: str) -> str:
    app, name = row._meta.label_lower.split(".")  # noqa: SLF001 - Django's documented _meta
    return reverse("admin:desk_teamwork", args=[app, name, row.pk, what])
