"""The directory of actors as plain values: who is meant by a name, and who speaks for whom.

Reading resolves claimants against it. It is made from the shipped starter file or from the
database (``events.actors.directory``), and needs neither to be tested.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from events.choices import ActorKind, LinkKind, NameKind

STARTER = Path(__file__).parent / "data" / "actors.json"
ONE_VOICE = (LinkKind.SPEAKS_FOR, LinkKind.PART_OF)


def fold(name: str) -> str:
    """A name as it is looked up: case, accents of Latin letters, apostrophes and space aside."""
    text = unicodedata.normalize("NFKD", name.replace("\u2019", "'").casefold())
    text = "".join(c for c in text if not unicodedata.combining(c) or c >= "\u0400")
    text = unicodedata.normalize("NFC", text.replace(".", ""))
    return " ".join(text.removeprefix("the ").split())


@dataclass(frozen=True, slots=True)
class DirectoryName:
    """One name of an actor; ``language`` is an ISO 639-1 code, "" for any."""

    text: str
    kind: NameKind = NameKind.NAME
    language: str = ""


@dataclass(frozen=True, slots=True)
class DirectoryLink:
    """How an actor stands to the organisation of that key."""

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


@dataclass(frozen=True)
class Directory:
    """All known actors, by key and by any of their names."""

    actors: Mapping[str, DirectoryActor] = field(default_factory=dict)

    @classmethod
    def of(cls, actors: Iterable[DirectoryActor]) -> "Directory":
        """A directory of these actors; a later one of the same key wins."""
        return cls({actor.key: actor for actor in actors})

    @cached_property
    def _by_name(self) -> dict[str, list[NameMatch]]:
        index: dict[str, list[NameMatch]] = {}
        for actor in self.actors.values():
            kinds = {fold(actor.name): NameKind.NAME}
            for name in actor.names:
                kinds.setdefault(fold(name.text), name.kind)
            for folded, kind in kinds.items():
                index.setdefault(folded, []).append(NameMatch(actor, kind))
        return index

    def find(self, name: str) -> tuple[NameMatch, ...]:
        """Every actor this name may stand for; more than one is an ambiguity, never a choice."""
        return tuple(self._by_name.get(fold(name), ()))

    def lineage(self, key: str) -> frozenset[str]:
        """The actor and all above it that it speaks for, is part of, or has as parent."""
        return self._walk(key, ONE_VOICE)

    def claimed_lineage(self, key: str) -> frozenset[str]:
        """Those tied to the actor only if an allegation of command is true."""
        above = {
            actor.key
            for actor in self.actors.values()
            for link in actor.links
            if link.kind == LinkKind.ALLEGEDLY_COMMANDS and link.organisation == key
        }
        return frozenset(above)

    def _walk(self, key: str, kinds: tuple[LinkKind, ...]) -> frozenset[str]:
        seen: set[str] = set()
        waiting = [key]
        while waiting:
            current = waiting.pop()
            if current in seen:
                continue
            seen.add(current)
            actor = self.actors.get(current)
            if actor is None:
                continue
            if actor.parent:
                waiting.append(actor.parent)
            waiting += [link.organisation for link in actor.links if link.kind in kinds]
            # "commands" runs downwards: the commanded speaks with its commander's voice.
        return frozenset(seen)


def parse(rows: Iterable[Mapping[str, object]]) -> Directory:
    """A directory from the starter file's rows (its schema stands in ``events/data/README.md``)."""
    return Directory.of(_actor(dict(row)) for row in rows)


def _actor(row: dict[str, object]) -> DirectoryActor:
    names = row.get("names") or []
    links = row.get("links") or []
    assert isinstance(names, list) and isinstance(links, list)
    return DirectoryActor(
        key=str(row["key"]),
        name=str(row["name"]),
        kind=ActorKind(str(row["kind"])),
        parent=str(row["parent"]) if row.get("parent") else None,
        country=str(row.get("country") or ""),
        wikidata_id=str(row.get("wikidata_id") or ""),
        names=tuple(
            DirectoryName(n["text"], NameKind(n["kind"]), n.get("language", "")) for n in names
        ),
        links=tuple(
            DirectoryLink(link["organisation"], LinkKind(link["kind"]), link.get("title", ""))
            for link in links
        ),
    )


@cache
def starter() -> Directory:
    """The directory that ships: states with capitals and demonyms, ministries, main bodies."""
    return parse(json.loads(STARTER.read_text(encoding="utf-8")))
