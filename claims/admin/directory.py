"""Events, actors and outlets on the desk, where what is edited or merged is told to readers."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from claims import directory_merging
from claims.admin.directory_forms import MergeActorForm, MergeOutletForm
from claims.changes import decision
from claims.event_publication import hide_event, publish_event
from claims.permissions import DecisionError
from events.admin import ActorAdmin, EventAdmin
from events.administration import Decision, LedgerAdmin, Refused
from events.administration.decisions import NoteForm, ReasonForm
from events.choices import Visibility
from events.models import Actor, Event
from sources.admin import OutletAdmin
from sources.models import Outlet


def _show(event: Event, person: Any, given: dict[str, Any]) -> None:
    publish_event(event, by=person, reason=given["reason"])


def _hide(event: Event, person: Any, given: dict[str, Any]) -> None:
    hide_event(event, by=person, reason=given["reason"])


def _merge(row: Any, person: Any, given: dict[str, Any]) -> None:
    directory_merging.merge(row, given["into"], by=person, reason=given["reason"])


def _unmerge(row: Any, person: Any, given: dict[str, Any]) -> None:
    directory_merging.unmerge(row, by=person, reason=given["reason"])


def _stands_alone(row: Any) -> bool:
    return row.merged_into_id is None


def _was_merged(row: Any) -> bool:
    return row.merged_into_id is not None


def _merging(permission: str, form: Any, words: str) -> tuple[Decision, Decision]:
    """The decisions to merge a row of the directory into another, and to undo it."""
    return (
        Decision(
            name="merge", label="Merge…", permission=permission, do=_merge, form=form,
            done="The two are one now.", fits=_stands_alone,
            explain=f"For one {words} entered twice. All that is listed here points at the other "
                    "afterwards, and this address leads to it. It can be taken apart again.",
        ),
        Decision(
            name="unmerge", label="Take out of the merge…", permission=permission, do=_unmerge,
            form=ReasonForm, done="It stands by itself again.", fits=_was_merged,
            explain="What the merge moved comes back, unless somebody has moved it on since.",
        ),
    )  # fmt: skip


class Merges(LedgerAdmin):
    """Rows that can be merged: the page of the decision lists what would move."""

    def decision_context(self, decision: Decision, row: Any) -> dict[str, Any]:
        """What points at the row, before anything is decided."""
        if decision.do is not _merge:
            return {}
        return {"moves": directory_merging.what_moves(row), "moves_cap": directory_merging.CAP}


def _is(visibility: Visibility) -> Any:
    return lambda event: event.visibility == visibility and event.merged_into_id is None


class TellsReaders(LedgerAdmin):
    """Rows whose public form is part of the log of changes: saving them writes its line."""

    refusals = (Refused, DecisionError)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:  # noqa: FBT001 - Django's hook
        """Save what hangs on the row, then tell of it, last in the transaction."""
        with decision(request.user, form.cleaned_data.get("why", "")) as log:
            super().save_related(request, form, formsets, change)
            log.touch(form.instance)


admin.site.unregister(Event)
admin.site.unregister(Actor)
admin.site.unregister(Outlet)


@admin.register(Event)
class PublishedEventAdmin(TellsReaders, EventAdmin):
    """Events, with the decision whether readers see them."""

    decisions = (
        Decision(
            name="publish", label="Show to readers…", permission="events.change_event", do=_show,
            done="Readers can see the event.", form=NoteForm, fits=_is(Visibility.DRAFT),
            primary=True, explain="Shows the event with all claims that are published in it.",
        ),
        Decision(
            name="hide", label="Hide from readers…", permission="events.change_event", do=_hide,
            done="The event is hidden.", form=ReasonForm, fits=_is(Visibility.PUBLIC),
            explain="Takes the event and all in it off the public pages. Readers see the reason.",
        ),
    )  # fmt: skip


@admin.register(Actor)
class PublishedActorAdmin(Merges, TellsReaders, ActorAdmin):
    """Actors; a changed name is told where it is public."""

    decisions = _merging("events.change_actor", MergeActorForm, "actor")


@admin.register(Outlet)
class MergedOutletAdmin(Merges, OutletAdmin):
    """Outlets, with the decision that two are one."""

    refusals = (Refused, DecisionError)
    decisions = _merging("sources.change_outlet", MergeOutletForm, "outlet")
