"""Who may change an event and what hangs on it."""

from collections.abc import Iterable
from typing import Any, Protocol

from events.models import Event

TEAM_SHOWN = 50


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


def members(event: Event) -> list[str]:
    """Who works on the event, with their roles: "Rosa Lind (rosa), a reporter".

    [] is an event without a team, which is every editor's. The first fifty are told.
    """
    people = event.team.prefetch_related("groups").order_by("username")[:TEAM_SHOWN]
    return [person.in_words() for person in people]


def what_changed(before: Iterable[Any], after: Iterable[Any]) -> str:
    """A change of the team in words, for the history: "Team: with rosa, without edwin."; or ""."""
    old, new = ({person.pk: str(person) for person in people} for people in (before, after))
    came = sorted(new[pk] for pk in new.keys() - old.keys())
    went = sorted(old[pk] for pk in old.keys() - new.keys())
    words = [f"with {', '.join(came)}"] * bool(came) + [f"without {', '.join(went)}"] * bool(went)
    return f"Team: {', '.join(words)}." if words else ""
