"""Notices that a claimant changed a statement, above all that a figure fell."""

from typing import Any

from django.contrib import admin

from claims import notices
from claims.choices import NoticeState
from claims.models import RevisionNotice
from claims.permissions import DecisionError
from events.administration import Decision, KeptAdmin, Refused
from events.administration.decisions import DecisionForm


def _see(notice: RevisionNotice, person: Any, _given: dict[str, Any]) -> None:
    notices.see(notice, by=person)


def _is_open(notice: RevisionNotice) -> bool:
    return notice.state == NoticeState.OPEN


@admin.register(RevisionNotice)
class RevisionNoticeAdmin(KeptAdmin):
    """What the software noticed; an editor takes note of it, and edits the claims if need be."""

    refusals = (Refused, DecisionError)
    list_display = ("sentence", "event", "downward", "state", "created_at")
    list_filter = ("state", "downward")
    list_select_related = ("event",)
    ordering = ("created_at", "pk")
    search_fields = ("reason",)
    fields = readonly_fields = (
        "reason", "event", "earlier", "later", "downward", "detector", "state", "seen_by",
        "seen_at", "created_at",
    )  # fmt: skip
    decisions = (
        Decision(
            name="see", label="Seen", permission=notices.SEE, do=_see, done="Taken note of.",
            form=DecisionForm, fits=_is_open, direct=True, primary=True, bulk="are marked as seen",
            explain="Takes it off the queue. It comes back if it says something else.",
        ),
    )  # fmt: skip

    @admin.display(description="Revision", ordering="reason")
    def sentence(self, notice: RevisionNotice) -> str:
        """What the claimant said before and after."""
        return notice.reason
