"""Whom a gold claim's own words name as who did it, or who holds the place.

Where the words in the article leave the doer to the context, the gold's summary has him ("shelled
by Arland's army"), by a name of the directory or by one of a claimant of the same event.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from claims.choices import Rung, Topic
from claims.comparing.asking import Form, form_of
from claims.comparing.bodies import FAMILY_OF
from claims.comparing.gold_typing import NOBODY, Row, keys_of
from claims.reading.actors import party
from claims.reading.claimants import UNKNOWN
from claims.values import Statement
from events.choices import ActorKind
from events.directory import Directory, fold

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
POSSESSIVE = re.compile(r"[’']s?$")
LONGEST = 5  # words of a name
LOST = re.compile(r"\b(?:left|lost|withdr\w+|retreat\w*|driven|pulled out|gave up|abandon\w*)\b")
# People whose state has no part in what they do.
PRIVATE_WORDS = """citizens citizen nationals volunteers volunteer dissidents partisans people men
    women youths residents villagers workers guerrillas emigrants"""
PRIVATE = frozenset(PRIVATE_WORDS.split())
CONTROL = "control"
DOERS = frozenset({"attribution", "responsibility_claim"})

Names = Mapping[str, str]


def names_of(rows: Iterable[Row], directory: Directory) -> Names:
    """The claimants of an event by what they are called; what could mean two of them is left out.

    A common noun is a name only where it calls a body by what it is ("police").
    """
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["claimant"] == NOBODY:
            continue
        called = (row["claimant"], *row.get("claimant_aliases", ()))
        key = _key(called, directory)
        for name in called:
            if key and (name[:1].isupper() or name in FAMILY_OF):
                found[fold(name)].add(key)
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}


def _key(called: tuple[str, ...], directory: Directory) -> str:
    """The claimant's key; "" for several. A body that only an alias spells out has its own."""
    keys = keys_of(called[0], directory)
    known = [key for name in called for key in keys_of(name, directory) if name[:1].isupper()]
    own = Counter(key for key in known if not key.startswith(UNKNOWN))
    if len(keys) == 1 and keys[0].startswith(UNKNOWN) and len(own) == 1:
        return next(iter(own))
    return keys[0] if len(keys) == 1 else ""


def named(made: Statement, row: Row, names: Names, directory: Directory) -> Statement:
    """The claim with those whom its summary names, where its question asks for somebody."""
    made = _by_one_key(made, names, directory)
    asked = made.asked
    if asked is None or made.answer.actors or form_of(asked.question) != Form.WHO:
        return made
    actors = tuple(dict.fromkeys(_named_in(asked.told, names, directory)))[:1]
    if not actors:
        return made
    topic, value, rung = _told_of(row, asked.told)
    if topic is None:
        return made
    slot = f"{topic}:{asked.question.casefold()}"
    return replace(
        made,
        topic=topic,
        question=slot,
        dispute=slot,
        answer=replace(made.answer, actors=actors, value=value, rung=rung, place="", measure=""),
        answer_parties=tuple(party(key, directory) for key in actors),
    )


def _by_one_key(made: Statement, names: Names, directory: Directory) -> Statement:
    """The claim with everybody under the key that the event's claimants have for him."""
    claimant = made.claimant
    if claimant is not None and (key := _known(claimant.key, names)) != claimant.key:
        claimant = party(key, directory, claimant.name)
    keys = tuple(_known(key, names) for key in made.answer.actors)
    if keys == made.answer.actors:
        return replace(made, claimant=claimant)
    parties = tuple(party(key, directory) for key in keys)
    answer = replace(made.answer, actors=keys)
    return replace(made, claimant=claimant, answer=answer, answer_parties=parties)


def _known(key: str, names: Names) -> str:
    return names.get(fold(key.removeprefix(UNKNOWN)), key) if key.startswith(UNKNOWN) else key


def _told_of(row: Row, told: str) -> tuple[Topic | None, str, Rung | None]:
    if row.get("type") == CONTROL:
        return Topic.CONTROL, "lost" if LOST.search(told) else "held", None
    if row.get("type") in DOERS:
        return Topic.RESPONSIBILITY, "", Rung.CARRIED_OUT
    return None, "", None


def _named_in(text: str, names: Names, directory: Directory) -> Iterator[str]:
    """Keys in the order of the text, him first who stands after "by"."""
    head, by, agent = text.partition(" by ")
    for part in (agent, head) if by else (text,):
        words = [POSSESSIVE.sub("", word) for word in WORD.findall(part)]
        at = 0
        while at < len(words):
            size, key = _longest(words[at : at + LONGEST], names, directory)
            after = words[at + size : at + size + 2]
            if key and not PRIVATE.intersection(word.casefold() for word in after):
                yield key
            at += size


def _longest(words: list[str], names: Names, directory: Directory) -> tuple[int, str]:
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        if found := names.get(fold(name)):
            return size, found
        matches = directory.find(name) if name[:1].isupper() else ()
        if len(matches) == 1 and matches[0].actor.kind != ActorKind.MEDIA:
            return size, matches[0].actor.key
    return 1, ""
