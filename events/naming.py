"""New actors in the directory, with the name by which they are found."""

from typing import TypeVar

from django.db import IntegrityError, transaction
from django.db.models import Model, Q, QuerySet
from django.utils.text import slugify

from events.choices import ActorKind, NameKind
from events.latin import APOSTROPHES, CYRILLIC, UKRAINIAN, latin
from events.models import Actor, ActorName

SLUG_LENGTH = 100
TRIES = 100
NAMELESS = "actor"
Row = TypeVar("Row", bound=Model)


class NamingError(Exception):
    """The actor cannot be added under this name."""


@transaction.atomic
def add_actor(name: str, kind: ActorKind) -> Actor:
    """A new actor with this name, and a slug in Latin letters that nobody has."""
    shown = " ".join(name.split())
    actor = _new(shown, kind)
    ActorName.objects.create(actor=actor, text=shown, kind=NameKind.NAME)
    return actor


def slug_of(name: str) -> str:
    """The name in small Latin letters and hyphens; "actor" where it has none that we can write."""
    if CYRILLIC.search(name):
        own = UKRAINIAN & set(name.casefold().translate(APOSTROPHES))
        name = latin(name, "uk" if own else "ru")
    return slugify(name)[:SLUG_LENGTH] or NAMELESS


def by_slug(rows: "QuerySet[Row]", name: str, found: "QuerySet[Row]") -> "QuerySet[Row]":
    """What was found of the rows, and those whose slug has the name in Latin letters."""
    slug = slug_of(name) if any(char.isalpha() for char in name) else ""
    if not slug or slug == NAMELESS:
        return found
    return rows.filter(Q(pk__in=found.values("pk")) | Q(slug__contains=slug))


def _new(name: str, kind: ActorKind) -> Actor:
    base = slug_of(name)
    for number in range(1, TRIES):
        actor = Actor(slug=base if number == 1 else f"{base}-{number}", name=name, kind=kind)
        if Actor.objects.filter(slug=actor.slug).exists():
            continue
        try:
            with transaction.atomic():
                actor.full_clean()
                actor.save()
        except IntegrityError:
            continue  # somebody took the slug in this moment
        return actor
    raise NamingError("Many actors have this name; give another.")
