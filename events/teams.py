"""Who may change an event and what hangs on it."""

from typing import Any, Protocol

from events.models import Event


class Person(Protocol):
    """Somebody who asks for a change: an editor's account, or the anonymous visitor."""

    @property
    def pk(self) -> Any:
        """The account's id; None for the visitor."""

    def has_perm(self, perm: str, /) -> bool:
        """Whether the account's role has the permission; never for a deactivated one."""


def may_edit(person: Person, event: Event) -> bool:
    """Whether the person is on the event's team; an event without a team is every editor's.

    What the person may do there is the role's matter (``has_perm``); both are asked.
    """
    return Event.objects.editable_by(person).filter(pk=event.pk).exists()
