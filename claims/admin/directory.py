"""Events and actors on the desk, where what is edited is told to readers."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from claims.changes import decision
from claims.event_publication import hide_event, publish_event
from claims.permissions import DecisionError
from events.admin import ActorAdmin, EventAdmin
from events.administration import Decision, LedgerAdmin, Refused
from events.administration.decisions import NoteForm, ReasonForm
from events.choices import Visibility
from events.models import Actor, Event


def _show(event: Event, person: Any, given: dict[str, Any]) -> None:
    publish_event(event, by=person, reason=given["reason"])


def _hide(event: Event, person: Any, given: dict[str, Any]) -> None:
    hide_event(event, by=person, reason=given["reason"])


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
class PublishedActorAdmin(TellsReaders, ActorAdmin):
    """Actors; a changed name is told where it is public."""
