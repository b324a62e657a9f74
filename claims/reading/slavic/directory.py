"""Actors of the directory in a Ukrainian or Russian sentence, in whatever case they stand.

Beside the listed names: an institution with its state ("МВС Литви", "міністерство оборони
Росії", "российская армия"), and forces of a state that are its own ("украинские военные").
"""

from dataclasses import dataclass
from functools import cache

from claims.reading.slavic.lines import Line
from events.choices import NameKind
from events.directory import Directory, DirectoryActor
from events.institutions import ROLES
from events.names import case_fits
from events.stems import is_cyrillic, stems

LONGEST = 7
LONGEST_ROLE = 4
OPENING = frozenset("«“„")
CLOSING = frozenset("»”“")
QUOTES = OPENING | CLOSING


@dataclass(frozen=True, slots=True)
class Named:
    """Some tokens that name actors; more than one is an ambiguity, never a choice.

    ``demonym`` when they only say whose something is ("українські"), ``forces`` when it is a
    state's soldiers or arms, and the state is meant.
    """

    first: int
    last: int
    actors: tuple[DirectoryActor, ...]
    demonym: bool = False
    forces: bool = False


def actor_at(line: Line, at: int, last: int, directory: Directory) -> Named | None:
    """The longest name of an actor that begins at this token."""
    first = line.stems[at]
    if first not in directory.first_stems and first not in _first_of_role():
        return None
    ahead = _ahead(line, at, last)
    whole = _institution(ahead, directory)
    listed = _listed(ahead, 0, directory)
    if listed is not None and (whole is None or listed.last >= whole.last):
        return _with_forces(line, listed, last)
    return whole


@dataclass(frozen=True, slots=True)
class _Ahead:
    """The next words without quotation marks: their stems, their texts, where each ends."""

    at: int
    stems: tuple[str, ...]
    texts: tuple[str, ...]
    ends: tuple[int, ...]

    def query(self, first: int, size: int) -> str:
        """Some of the words as they stand."""
        return " ".join(self.texts[first : first + size])


def _ahead(line: Line, at: int, last: int) -> _Ahead:
    stop = min(at + LONGEST, last)
    kept = [k for k in range(at, stop) if k == at or line.tokens[k].text not in QUOTES]
    texts = tuple(line.tokens[k].text for k in kept)
    ends = tuple(
        k + 1 + (k + 1 < stop and line.tokens[k + 1].text in CLOSING and _opened(line, at, k))
        for k in kept
    )
    return _Ahead(at, tuple(line.stems[k] for k in kept), texts, ends)


def _opened(line: Line, at: int, last: int) -> bool:
    return any(line.tokens[k].text in OPENING for k in range(at, last))


def _listed(ahead: _Ahead, first: int, directory: Directory) -> Named | None:
    for size in range(len(ahead.stems) - first, 0, -1):
        found = directory.by_stems.get(ahead.stems[first : first + size])
        if not found:
            continue
        query = ahead.query(first, size)
        fits = [m for text, m in found if case_fits(text, query) and _is_alike(text, query)]
        if fits:
            actors = {match.actor.key: match.actor for match in fits}
            demonym = all(match.kind == NameKind.DEMONYM for match in fits)
            end = ahead.ends[first + size - 1]
            return Named(ahead.at, end, tuple(actors.values()), demonym)
    return None


def _is_alike(text: str, query: str) -> bool:
    """An acronym is found as an acronym only: "ОП" is no "оп"."""
    return text.isupper() == query.isupper() or not text.isupper()


@cache
def _roles() -> dict[tuple[str, ...], tuple[str, str]]:
    return {
        stems(short): (role.suffix, short)
        for role in ROLES
        for short in role.short_names
        if is_cyrillic(short)
    }


@cache
def _first_of_role() -> frozenset[str]:
    return frozenset(name[0] for name in _roles())


def _role_at(ahead: _Ahead, first: int) -> tuple[str, int] | None:
    """An institution's short name: the end of its key, and the number of words."""
    for size in range(min(LONGEST_ROLE, len(ahead.stems) - first), 0, -1):
        suffix, short = _roles().get(ahead.stems[first : first + size], ("", ""))
        query = ahead.query(first, size)
        if suffix and case_fits(short, query) and _is_alike(short, query):
            return suffix, size
    return None


def _institution(ahead: _Ahead, directory: Directory) -> Named | None:
    """МВС Литви, российская армия, or the bare "міноборони" of whichever state is meant."""
    role = _role_at(ahead, 0)
    if role is not None:
        suffix, size = role
        owner = _listed(ahead, size, directory)
        key = _key(owner, suffix, directory)
        if owner is not None and key:
            return Named(ahead.at, owner.last, (directory.actors[key],))
        return Named(ahead.at, ahead.ends[size - 1], directory.of_role(suffix))
    owner = _listed(ahead, 0, directory)
    if owner is None or not owner.demonym:
        return None
    first = owner.last - ahead.at
    role = _role_at(ahead, first)
    key = _key(owner, role[0], directory) if role else ""
    if role is None or not key:
        return None
    return Named(ahead.at, ahead.ends[first + role[1] - 1], (directory.actors[key],))


def _key(owner: Named | None, suffix: str, directory: Directory) -> str:
    if owner is None or len(owner.actors) != 1:
        return ""
    key = f"{owner.actors[0].key}-{suffix}"
    return key if key in directory else ""


def _with_forces(line: Line, named: Named, last: int) -> Named:
    """The state itself, as in "українські військові"."""
    if not named.demonym:
        return named
    forces = line.lexicon("people", "forces")
    hit = forces.at(line.words, named.last, last) if named.last < last else None
    if hit is None:
        return named
    return Named(named.first, hit.last, named.actors, forces=True)
