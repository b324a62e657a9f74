"""Show an event to readers with all that is published in it, or hide it again."""

from claims.changes import Log, decision
from claims.models import Claim, Question
from claims.permissions import DecisionError, require
from events.choices import Visibility
from events.models import Event
from events.teams import Person


class EventError(DecisionError):
    """The event is not in a state in which this can be done."""


def publish_event(event: Event, *, by: Person, reason: str = "") -> Event:
    """Show the event, its published claims and what else is public through it."""
    return _turn(event, Visibility.PUBLIC, by, reason)


def hide_event(event: Event, *, by: Person, reason: str) -> Event:
    """Make the event a draft again; the reason is public."""
    if not reason.strip():
        raise EventError("Say why you hide it.")
    return _turn(event, Visibility.DRAFT, by, reason)


def _turn(event: Event, visibility: Visibility, by: Person, reason: str) -> Event:
    with decision(by, reason) as log:
        event = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
        require(by, "events.change_event", event)
        if event.visibility == visibility:
            return event
        if event.merged_into is not None:
            raise EventError(f"This event was merged into {event.merged_into.title}.")
        event.visibility = visibility
        event.save(update_fields=["visibility", "updated_at"])
        log.add("published" if visibility == Visibility.PUBLIC else "withdrawn", event,
                summary=reason)  # fmt: skip
        touch_all_of(event, log)
    return event


def touch_all_of(event: Event, log: Log) -> None:
    """Tell of all that became public, or is public no more, with the event."""
    log.touch(*Question.objects.filter(event=event))
    log.touch_around(*Claim.objects.filter(event=event).defer("search"))
