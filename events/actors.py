"""The directory of actors as the database has it, for reading and comparing."""

from collections import defaultdict
from threading import Lock
from time import time

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from events.choices import ActorKind, LinkKind, NameKind
from events.directory import Directory
from events.models import Actor, ActorLink, ActorName
from events.names import fold
from events.values import DirectoryActor, DirectoryLink, DirectoryName

# Every change of these tables is a row of their history, whose ids only rise: the three last
# ids together are the directory's version, each found at the end of an index.
VERSION = """
    SELECT (SELECT max(pgh_id) FROM events_actorhistory),
           (SELECT max(pgh_id) FROM events_actornamehistory),
           (SELECT max(pgh_id) FROM events_actorlinkhistory)
"""
# Two changes at once may be committed against the order of their ids, and the first be missed.
LOADED_AGAIN_S = 600
Version = tuple[object, ...]


class _Kept:
    """The directory as last loaded by this process."""

    lock = Lock()
    version: Version | None = None
    directory = Directory()


def directory() -> Directory:
    """The directory as it is now; loaded again only when an actor, name or link has changed.

    A merged actor's names lead to the actor it was merged into. An actor's key is its slug.
    """
    now = _version()
    with _Kept.lock:
        if _Kept.version != now:
            _Kept.directory, _Kept.version = _load(), now
        return _Kept.directory


def resembling(name: str, rows: "QuerySet[Actor]") -> "QuerySet[Actor]":
    """Those of the rows one of whose names holds the words, in either script."""
    names = ActorName.objects.filter(actor=OuterRef("pk"), folded__contains=fold(name))
    return rows.filter(Exists(names) | Q(slug__in=directory().sounding(name)))


def _version() -> Version:
    with connection.cursor() as cursor:
        cursor.execute(VERSION)
        return (*cursor.fetchone(), int(time() / LOADED_AGAIN_S))


def _load() -> Directory:
    pairs = Actor.objects.exclude(merged_into=None).values_list("pk", "merged_into_id")
    merged = {pk: other for pk, other in pairs if other is not None}
    keys = dict(Actor.objects.filter(merged_into=None).values_list("pk", "slug"))
    names, links = _names(merged), _links(merged, keys)
    rows = Actor.objects.filter(merged_into=None).order_by("pk")
    return Directory.of(
        DirectoryActor(
            key=actor.slug,
            name=actor.name,
            kind=ActorKind(actor.kind),
            parent=keys.get(_end(actor.parent_id, merged)) if actor.parent_id else None,
            country=actor.country,
            wikidata_id=actor.wikidata_id,
            names=tuple(names[actor.pk]),
            links=tuple(links[actor.pk]),
        )
        for actor in rows
    )


def _names(merged: dict[int, int]) -> dict[int, list[DirectoryName]]:
    found: dict[int, list[DirectoryName]] = defaultdict(list)
    for name in ActorName.objects.order_by("pk"):
        shown = DirectoryName(name.text, NameKind(name.kind), name.language)
        found[_end(name.actor_id, merged)].append(shown)
    return found


def _links(merged: dict[int, int], keys: dict[int, str]) -> dict[int, list[DirectoryLink]]:
    found: dict[int, list[DirectoryLink]] = defaultdict(list)
    for link in ActorLink.objects.order_by("pk"):
        actor, other = _end(link.actor_id, merged), _end(link.organisation_id, merged)
        if actor != other and other in keys:
            found[actor].append(DirectoryLink(keys[other], LinkKind(link.kind), link.title))
    return found


def _end(pk: int, merged: dict[int, int]) -> int:
    """The actor that stands for this one in the end."""
    seen = {pk}
    while pk in merged and merged[pk] not in seen:
        pk = merged[pk]
        seen.add(pk)
    return pk
