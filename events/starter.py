"""Bringing the starter directory into the database, as often as one likes.

What an editor renamed, deleted or merged stays so: the history of actors, names and links says
what was once there, and what was once there is not brought again.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pghistory
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Manager, Model

from events.choices import NameKind
from events.directory import Directory, fold
from events.models import Actor, ActorLink, ActorName
from events.values import DirectoryActor, DirectoryName

# Any number will do, as long as nothing else locks the same: two loads must not interleave.
LOCK = 7_032_023


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows were added; what was there already is not counted."""

    actors: int
    names: int
    links: int


def load(directory: Directory) -> Loaded:
    """Add to the database what it has never had of this directory."""
    with transaction.atomic(), pghistory.context(reason="starter directory of actors"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        actors = _add_actors(directory)
        ours = {actor.slug: actor for actor in Actor.objects.filter(starter=True)}
        return Loaded(actors, _add_names(directory, ours), _add_links(directory, ours))


def _add_actors(directory: Directory) -> int:
    """Create the actors whose slug nobody ever had, parents before their parts."""
    known = set(_history("ActorHistory").values_list("slug", flat=True))
    waiting = [actor for key, actor in directory.actors.items() if key not in known]
    added = len(waiting)
    while waiting:
        unready = {actor.key for actor in waiting}
        wave = [actor for actor in waiting if actor.parent not in unready]
        if not wave:
            raise ValueError(f"these actors are their own ancestors: {', '.join(sorted(unready))}")
        waiting = [actor for actor in waiting if actor.parent in unready]
        parents = Actor.objects.in_bulk([a.parent for a in wave if a.parent], field_name="slug")
        Actor.objects.bulk_create(_row(actor, parents) for actor in wave)
    return added


def _row(actor: DirectoryActor, parents: dict[str, Actor]) -> Actor:
    return Actor(
        slug=actor.key,
        name=actor.name,
        kind=actor.kind,
        parent=parents.get(actor.parent or ""),
        country=actor.country,
        wikidata_id=actor.wikidata_id,
        starter=True,
    )


def _add_names(directory: Directory, ours: dict[str, Actor]) -> int:
    known = set(_history("ActorNameHistory").values_list("actor_id", "folded"))
    rows = [
        ActorName(
            actor=ours[key],
            text=name.text,
            folded=fold(name.text),
            kind=name.kind,
            language=name.language,
        )
        for key, actor in directory.actors.items()
        if key in ours
        for name in _names(actor)
        if (ours[key].pk, fold(name.text)) not in known
    ]
    return len(ActorName.objects.bulk_create(rows))


def _names(actor: DirectoryActor) -> Iterable[DirectoryName]:
    return (DirectoryName(actor.name, NameKind.NAME), *actor.names)


def _add_links(directory: Directory, ours: dict[str, Actor]) -> int:
    known = set(_history("ActorLinkHistory").values_list("actor_id", "organisation_id", "kind"))
    rows = [
        ActorLink(actor=ours[key], organisation=whole, kind=link.kind, title=link.title)
        for key, actor in directory.actors.items()
        if key in ours
        for link in actor.links
        if (whole := ours.get(link.organisation))
        and (ours[key].pk, whole.pk, link.kind) not in known
    ]
    return len(ActorLink.objects.bulk_create(rows))


def _history(model: str) -> Manager[Model]:
    """What the audit triggers kept; the models are made by pghistory and have no import."""
    history: Manager[Model] = apps.get_model("events", model).objects
    return history
