"""Facts about many events and actors, in the words of the domain."""

from typing import TYPE_CHECKING, Any, Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from events.choices import Progress, Visibility
from events.directory import fold

if TYPE_CHECKING:
    from events.models import Actor, Event


class EventQuerySet(models.QuerySet["Event"]):
    """Events."""

    def public(self) -> Self:
        """Events readers may see."""
        return self.filter(visibility=Visibility.PUBLIC, merged_into=None)

    def open(self) -> Self:
        """Events to which new articles may belong."""
        return self.filter(progress=Progress.DEVELOPING, merged_into=None)

    def editable_by(self, user: Any) -> Self:
        """Events whose team the user is on, and those that every editor shares.

        Administrators may edit every event, so that none is left with a team that has gone.
        """
        if isinstance(user, AnonymousUser) or not user.is_active:
            return self.none()
        if user.has_perm("events.edit_any_event"):
            return self
        return self.filter(Q(team=user) | Q(team=None)).distinct()


class ActorQuerySet(models.QuerySet["Actor"]):
    """Actors."""

    def named(self, name: str) -> Self:
        """Actors that have this name, in any script or case, merged ones left out."""
        folded = fold(name)
        return self.filter(Q(names__folded=folded), merged_into=None).distinct()
