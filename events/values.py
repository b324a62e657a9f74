"""The plain values of the directory: actors, their names and their links."""

from dataclasses import dataclass

from events.choices import ActorKind, LinkKind, NameKind


@dataclass(frozen=True, slots=True)
class DirectoryName:
    """One name of an actor; ``language`` is an ISO 639-1 code, "" for any."""

    text: str
    kind: NameKind = NameKind.NAME
    language: str = ""


@dataclass(frozen=True, slots=True)
class DirectoryLink:
    """How an actor stands to the organisation of that key: the actor ``kind`` the organisation."""

    organisation: str
    kind: LinkKind
    title: str = ""


@dataclass(frozen=True, slots=True)
class DirectoryActor:
    """One actor. ``key`` is its slug, ``country`` an ISO 3166 alpha-2 code or ""."""

    key: str
    name: str
    kind: ActorKind
    parent: str | None = None
    country: str = ""
    wikidata_id: str = ""
    names: tuple[DirectoryName, ...] = ()
    links: tuple[DirectoryLink, ...] = ()


@dataclass(frozen=True, slots=True)
class NameMatch:
    """An actor that a name may stand for, and how it does."""

    actor: DirectoryActor
    kind: NameKind
