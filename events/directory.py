"""The directory of actors as plain values: who is meant by a name, and who speaks for whom.

Reading resolves claimants against it. It is made from the shipped starter file or from the
database (``events.actors.directory``), and needs neither to be tested.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from events.choices import ActorKind, LinkKind, NameKind
from events.institutions import ROLE_OF, ROLES, institutions
from events.latin import transliterated
from events.names import case_fits, fold
from events.stems import is_cyrillic, stems
from events.values import DirectoryActor, DirectoryLink, DirectoryName, NameMatch

__all__ = [
    "Directory",
    "DirectoryActor",
    "DirectoryLink",
    "DirectoryName",
    "NameMatch",
    "fold",
    "parse",
    "starter",
]

STARTER = Path(__file__).parent / "data" / "actors.json"
ONE_VOICE = (LinkKind.SPEAKS_FOR, LinkKind.PART_OF)
# Through these a state itself speaks; a region or a party of it has a voice of its own.
STATE_ORGANS = (
    ActorKind.STATE,
    ActorKind.GOVERNMENT,
    ActorKind.MINISTRY,
    ActorKind.ARMED_FORCE,
    ActorKind.PERSON,
)
# "Ministry of Internal Affairs of the Kingdom of Saudi Arabia" has ten; a longer phrase is
# a sentence, and is not searched for a state and its institution.
MAX_WORDS = 12
SOUNDED = 3  # letters of a name below which too much sounds alike
KNOWN_NAMES = 16_384  # answers kept: an article asks for the same names again and again
# A capital has these of its own, so that its name before them is no metonym.
TOWN_BODIES = frozenset({"police", "police force"})


@dataclass(frozen=True)
class Directory:
    """All known actors, by key and by any of their names."""

    actors: Mapping[str, DirectoryActor] = field(default_factory=dict)

    @classmethod
    def of(cls, actors: Iterable[DirectoryActor]) -> "Directory":
        """A directory of these actors; a later one of the same key wins."""
        return cls({actor.key: actor for actor in actors})

    @cached_property
    def _by_name(self) -> dict[str, list[tuple[str, NameMatch]]]:
        index: dict[str, list[tuple[str, NameMatch]]] = {}
        for actor in self.actors.values():
            kinds = {fold(actor.name): (actor.name, NameKind.NAME)}
            for name in actor.names:
                kinds.setdefault(fold(name.text), (name.text, name.kind))
            for folded, (text, kind) in kinds.items():
                index.setdefault(folded, []).append((text, NameMatch(actor, kind)))
        return index

    @cached_property
    def by_stems(self) -> dict[tuple[str, ...], list[tuple[str, NameMatch]]]:
        """The Cyrillic names by the stems of their words: each as listed, and whom it names.

        Made when a Ukrainian or Russian text is first read; see ``events.stems``.
        """
        index: dict[tuple[str, ...], list[tuple[str, NameMatch]]] = {}
        for actor in self.actors.values():
            for name in (DirectoryName(actor.name), *actor.names):
                if is_cyrillic(name.text):
                    found = index.setdefault(stems(name.text), [])
                    if all(actor.key != match.actor.key for _, match in found):
                        found.append((name.text, NameMatch(actor, name.kind)))
        return index

    @cached_property
    def first_stems(self) -> frozenset[str]:
        """The stems with which a Cyrillic name begins."""
        return frozenset(name[0] for name in self.by_stems if name)

    def of_role(self, suffix: str) -> tuple[DirectoryActor, ...]:
        """The institutions of all states by the end of their key ("ministry-of-defence")."""
        return tuple(match.actor for match in self._by_role.get(suffix, ()))

    @cached_property
    def _by_role(self) -> dict[str, list[NameMatch]]:
        """The institutions of all states by the end of their key: every ministry of defence."""
        index: dict[str, list[NameMatch]] = {}
        states = [actor for actor in self.actors.values() if actor.kind == ActorKind.STATE]
        for role in ROLES:
            keys = (f"{state.key}-{role.suffix}" for state in states)
            found = [NameMatch(self.actors[key], NameKind.ALIAS) for key in keys if key in self]
            index[role.suffix] = found
        return index

    @cached_property
    def _commanders(self) -> dict[str, list[str]]:
        return self._heads(LinkKind.COMMANDS)

    @cached_property
    def _alleged_commanders(self) -> dict[str, list[str]]:
        return self._heads(LinkKind.ALLEGEDLY_COMMANDS)

    @cached_property
    def _found(self) -> dict[str, tuple[NameMatch, ...]]:
        return {}

    @cached_property
    def _lineages(self) -> dict[str, frozenset[str]]:
        return {}

    def __contains__(self, key: str) -> bool:
        return key in self.actors

    def find(self, name: str) -> tuple[NameMatch, ...]:
        """Every actor this name may stand for; more than one is an ambiguity, never a choice.

        Besides the listed names it knows the short name of an institution alone ("the defence
        ministry": one match a state) or with its state: "Russia's defence ministry", "Kyiv's
        general staff", "police of Chad", "МИД РФ".
        """
        found = self._found.get(name)
        if found is None:
            if len(self._found) >= KNOWN_NAMES:
                self._found.clear()
            found = self._listed(name) or self._of_state(name) or self._of_any_state(name)
            self._found[name] = found
        return found

    def person_sounding(self, name: str) -> DirectoryActor | None:
        """The one person listed whose full name this Cyrillic one is in Latin letters."""
        found = self._persons_by_sound.get(transliterated(name), set()) if " " in name else set()
        return self.actors[next(iter(found))] if len(found) == 1 else None

    @cached_property
    def _persons_by_sound(self) -> dict[str, set[str]]:
        index: dict[str, set[str]] = {}
        for actor in self.actors.values():
            if actor.kind == ActorKind.PERSON:
                for name in (actor.name, *(name.text for name in actor.names)):
                    index.setdefault(transliterated(name), set()).add(actor.key)
        return index

    def sounding(self, part: str) -> tuple[str, ...]:
        """The keys of actors with a name in the other script that sounds as if it held the part.

        For type-ahead: "Hladkov" and "Gladkov" find a "Гладков", and he finds them.
        """
        wanted, cyrillic = transliterated(part), is_cyrillic(part)
        if len(wanted) < SOUNDED:
            return ()
        return tuple(
            dict.fromkeys(
                key for sound, other, key in self._sounds if other != cyrillic and wanted in sound
            )
        )

    @cached_property
    def _sounds(self) -> tuple[tuple[str, bool, str], ...]:
        return tuple(
            (transliterated(text), is_cyrillic(text), actor.key)
            for actor in self.actors.values()
            for text in dict.fromkeys((actor.name, *(name.text for name in actor.names)))
        )

    def lineage(self, key: str) -> frozenset[str]:
        """The actor and all above it: its parents, those it speaks for, is part of, or obeys."""
        if key not in self._lineages:
            self._lineages[key] = self._walk(key)
        return self._lineages[key]

    def claimed_lineage(self, key: str) -> frozenset[str]:
        """Those tied to the actor only if an allegation of command is true."""
        own = self.lineage(key)
        claimed: set[str] = set()
        for commanded in own:
            for commander in self._alleged_commanders.get(commanded, ()):
                claimed |= self.lineage(commander)
        return frozenset(claimed - own)

    def one_voice(self, a: str, b: str) -> bool:
        """Whether the two count as one claimant.

        One stands in the lineage of the other, or both are organs of one state (two ministries).
        Two agencies of the UN, or a governor and a ministry, may well contradict each other.
        """
        if a in self.lineage(b) or b in self.lineage(a):
            return True
        return bool(self._states_spoken_for(a) & self._states_spoken_for(b))

    def _listed(self, name: str) -> tuple[NameMatch, ...]:
        found = self._by_name.get(fold(name), ())
        return tuple(match for text, match in found if case_fits(text, name))

    def _of_any_state(self, name: str) -> tuple[NameMatch, ...]:
        role, short = ROLE_OF.get(fold(name), (None, ""))
        if role is None or not case_fits(short, name):
            return ()
        return tuple(self._by_role[role.suffix])

    def _of_state(self, name: str) -> tuple[NameMatch, ...]:
        """Institutions named together with the one they belong to, in either order."""
        found = {
            match.actor.key: match
            for whole, part in _splits(name)
            for owner in self._listed(whole)
            for match in self._owned(owner, part)
        }
        return tuple(found.values())

    def _owned(self, owner: NameMatch, part: str) -> Iterator[NameMatch]:
        """The parts of an owner, also by a listed name that begins with it ("UN's agency")."""
        if owner.kind == NameKind.METONYM and fold(part) in TOWN_BODIES:
            return  # "Moscow police" are the city's
        yield from self._parts(owner.actor.key, part)
        for prefix in _prefixes(owner.actor):
            for match in self._listed(f"{prefix} {part}"):
                if owner.actor.key in self.lineage(match.actor.key):
                    yield match

    def _parts(self, owner: str, part: str) -> Iterator[NameMatch]:
        for match in self._listed(part):
            key = match.actor.key
            if key != owner and match.kind != NameKind.DEMONYM and owner in self.lineage(key):
                yield match
        role, short = ROLE_OF.get(fold(part), (None, ""))
        if role and case_fits(short, part) and (key := f"{owner}-{role.suffix}") in self.actors:
            yield NameMatch(self.actors[key], NameKind.ALIAS)

    def _walk(self, key: str, through: tuple[ActorKind, ...] = tuple(ActorKind)) -> frozenset[str]:
        seen: set[str] = set()
        waiting = [key]
        while waiting:
            current = waiting.pop()
            actor = self.actors.get(current)
            if current in seen or (actor and actor.kind not in through):
                continue
            seen.add(current)
            waiting += self._commanders.get(current, [])
            if actor:
                waiting += [actor.parent] if actor.parent else []
                waiting += [link.organisation for link in actor.links if link.kind in ONE_VOICE]
        return frozenset(seen)

    def _states_spoken_for(self, key: str) -> frozenset[str]:
        reached = (self.actors.get(above) for above in self._walk(key, STATE_ORGANS))
        return frozenset(actor.key for actor in reached if actor and actor.kind == ActorKind.STATE)

    def _heads(self, kind: LinkKind) -> dict[str, list[str]]:
        heads: dict[str, list[str]] = {}
        for actor in self.actors.values():
            for link in actor.links:
                if link.kind == kind:
                    heads.setdefault(link.organisation, []).append(actor.key)
        return heads


def _prefixes(actor: DirectoryActor) -> Iterator[str]:
    """What stands for an owner before a noun in listed names: "UN", "Norish"."""
    for name in actor.names:
        if name.text.isupper() or name.kind == NameKind.DEMONYM:
            yield name.text


def _splits(name: str) -> Iterator[tuple[str, str]]:
    """Every way to read a phrase as (owner, what it owns): "X's Y", "X Y", "Y of the X", "Y X"."""
    words = name.split()
    if len(words) > MAX_WORDS:
        return
    for cut in range(1, len(words)):
        first, second = words[:cut], words[cut:]
        yield _without_possessive(" ".join(first)), " ".join(second)
        if second[0] == "of":
            yield " ".join(second[1:]), " ".join(first)
        elif "а" <= second[0][0].casefold() <= "ї":
            # Ukrainian and Russian put the owner behind in the genitive: "МИД РФ".
            yield " ".join(second), " ".join(first)


def _without_possessive(name: str) -> str:
    for ending in ("'s", "’s", "'", "’"):
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def parse(rows: Iterable[Mapping[str, object]]) -> Directory:
    """A directory from the starter file's rows (its schema stands in ``events/data/README.md``)."""
    return Directory.of(_actor(row) for row in rows)


def _actor(row: Mapping[str, object]) -> DirectoryActor:
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
    """The directory that ships: states with capitals, demonyms and institutions, main bodies."""
    listed = parse(json.loads(STARTER.read_text(encoding="utf-8")))
    composed = parse(institutions(listed.actors.values()))
    return Directory({**composed.actors, **listed.actors})
