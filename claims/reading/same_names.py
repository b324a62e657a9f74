"""One name for one claimant over the articles of an event, where one reading is possible.

An article may call by surname, by initials or in another transliteration whom another article of
the same event names in full.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.reading.names import NameIndex
from claims.values import UNKNOWN, Answer, ClaimantName, QuestionSlot, Read, ReadClaim
from events.choices import ActorKind
from events.directory import Directory
from events.latin import sound

Pairs = tuple[tuple[str, str], ...]
TWO_NAMES = 2


def short_names(index: NameIndex, directory: Directory) -> Pairs:
    """What an article lets short names stand for: (surname, full name), (acronym, name)."""
    persons = {(short, name) for name in _persons(index) for short in [name.rpartition(" ")[2]]}
    acronyms = {pair for pair in index.acronyms.items() if not directory.find(pair[0])}
    return tuple(sorted(persons | acronyms))


def _persons(index: NameIndex) -> Iterable[str]:
    return (name for names in index.full_names.values() for name in names)


def unified(reads: Sequence[Read]) -> list[Read]:
    """The same readings, each claimant and each actor of an answer by one name in all of them."""
    names = Names(read.short_names for read in reads)
    return [replace(read, claims=tuple(map(names.claim, read.claims))) for read in reads]


class Names:
    """What each name becomes by the short names of some articles; of two spellings the first."""

    def __init__(self, articles: Iterable[Pairs]) -> None:
        pairs = [pair for article in articles for pair in article]
        self.names = _canonical(name for _, name in pairs)
        self.known: dict[str, set[str]] = {}
        for short, name in pairs:
            self.known.setdefault(sound(short), set()).add(self.names[name])

    def name(self, name: str) -> str:
        """The full name that a name stands for, itself where that is open."""
        if name in self.names:
            return self.names[name]
        found = self.known.get(sound(name), set()) if " " not in name else set()
        return next(iter(found)) if len(found) == 1 else name

    def key(self, key: str) -> str:
        """A key of nobody in the directory, by that name."""
        if not key.startswith(UNKNOWN):
            return key
        return UNKNOWN + self.name(key.removeprefix(UNKNOWN))

    def claimant(self, who: ClaimantName | None) -> ClaimantName | None:
        """A claimant by that name; one that turns out a person is one."""
        if who is None or self.key(who.key) == who.key:
            return who
        name = self.name(who.name)
        person = who.kind == ActorKind.OTHER and " " not in who.name and not who.name.isupper()
        kind = ActorKind.PERSON if person else who.kind
        return replace(who, key=UNKNOWN + name, name=name, kind=kind)

    def claim(self, claim: ReadClaim) -> ReadClaim:
        """A claim with its claimant, its answer and its question by these names."""
        keys = {key: self.key(key) for key in claim.answer.actors}
        return replace(
            claim,
            claimant=self.claimant(claim.claimant),
            answer=self._answer(claim.answer, keys),
            question=_question(claim.question, keys),
        )

    def _answer(self, answer: Answer, keys: dict[str, str]) -> Answer:
        actors = tuple(dict.fromkeys(keys[key] for key in answer.actors))
        return replace(answer, actors=actors) if actors != answer.actors else answer


def _question(question: QuestionSlot | None, keys: dict[str, str]) -> QuestionSlot | None:
    for old, new in keys.items():
        if question is not None and old != new and old in question.key:
            text = _named(question.text, old.removeprefix(UNKNOWN), new.removeprefix(UNKNOWN))
            question = replace(question, key=_named(question.key, old, new), text=text)
    return question


def _named(text: str, old: str, new: str) -> str:
    """The text with one whole name for another: "Li" is no part of "Lima"."""
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, text)


def _canonical(names: Iterable[str]) -> dict[str, str]:
    """Each name with the first spelling of it: "Ilya Leontiev" is "Ilya Leontyev" again."""
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for name in names:
        found[name] = first.setdefault(sound(_ends(name)), name)
    return found


def _ends(name: str) -> str:
    """First and last of a person's names: "Ana Ruiz" of "Ana M. Ruiz"."""
    parts = name.split()
    middle = all(part.rstrip(".").isalpha() and part.endswith(".") for part in parts[1:-1])
    return f"{parts[0]} {parts[-1]}" if len(parts) > TWO_NAMES and middle else name
