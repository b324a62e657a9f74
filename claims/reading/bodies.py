"""Phrases that name a body: directory names, groups, short forms, bodies of a state or region."""

from claims.reading.grammar import is_in
from claims.reading.lexicon import words
from claims.reading.names import Run
from claims.reading.scene import (
    NOBODY,
    UNKNOWN,
    Found,
    Phrase,
    Reader,
    group_size,
    named,
    of_actor,
    runs_in,
    slice_of,
    without_article,
)
from claims.values import ClaimantName
from events.choices import ActorKind
from events.directory import fold

REGIONS = {
    "regional": frozenset({"region", "oblast", "province", "krai"}),
    "provincial": frozenset({"province"}),
    "district": frozenset({"district"}),
    "state": frozenset({"state"}),
    "county": frozenset({"county"}),
}


def in_directory(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """The phrase is a name of the directory ("Russia's defence ministry", "Kyiv", "the RVC")."""
    text = without_article(phrase.text)
    if phrase.lowers[0] in words("people", "collectives") and len(phrase.tokens) == 1:
        return NOBODY  # "officials" without a word of whose
    for name in dict.fromkeys((text, reader.index.expand(text))):
        actor = reader.actor(name)
        if actor is not None:
            return (of_actor(actor),)
    return None


def tail_in_directory(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """Yemen's Houthi movement, the separatist Northern Front: the name at the phrase's end."""
    for first in range(1, len(phrase.tokens)):
        before = phrase.tokens[first - 1]
        if not phrase.tokens[first].is_capitalised or is_in(before, "prepositions"):
            continue
        if any(is_in(token, "prepositions") for token in phrase.tokens[:first]):
            return None
        actor = reader.actor(slice_of(reader, phrase.tokens[first:]))
        if actor is not None:
            return (of_actor(actor),)
    return None


def groups(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """Both groups, the group: those the article names, when their number fits."""
    size = group_size(phrase)
    if not size:
        return None
    names = reader.index.groups
    if len(names) == size:
        return tuple(named(reader, name) for name in names)
    armed = [body for body in reader.scene.bodies if body.kind == ActorKind.ARMED_GROUP]
    return tuple(armed) if len(armed) == size and not names else NOBODY


def short_form(reader: Reader, number: int, phrase: Phrase) -> Found:
    """The ministry, the Legion, the statement: the one body or speaker it can stand for."""
    lowers = phrase.lowers
    if lowers[0] != "the" or len(lowers) != 2:  # noqa: PLR2004  # "the" and one word
        return None
    head = lowers[1]
    near = number - reader.scene.last_sentence <= 1
    if head in words("people", "documents") or head in words("people", "singular officials"):
        return reader.scene.last if near and len(reader.scene.last) == 1 else NOBODY
    group = reader.index.group_called(head)
    if group:
        return (named(reader, group),)
    known = [body for body in reader.scene.bodies if head in _words_of(body)]
    if len(known) == 1:
        return (known[0],)
    if head not in words("people", "bodies"):
        return None
    return _of_the_only_state(reader, head) if not known else NOBODY


def _words_of(body: ClaimantName) -> list[str]:
    return fold(f"{body.name} {body.text}").split()


def _of_the_only_state(reader: Reader, head: str) -> tuple[ClaimantName, ...]:
    """The government, in an article that speaks of one state only."""
    if len(reader.states - {""}) != 1:
        return NOBODY
    state = reader.directory.actors[next(iter(reader.states - {""}))]
    actor = reader.actor(f"{state.name}'s {head}")
    return (of_actor(actor),) if actor is not None else NOBODY


def body_of_state(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """Officials in Kyiv, someone speaking for the ministry: the body that is spoken for."""
    lowers = phrase.lowers
    collective = words("people", "collectives") - words("people", "singular officials")
    marks = [k for k, word in enumerate(lowers) if word in {"in", "of", "for"} and k]
    speaks_for = "speaking" in lowers[:3]
    for mark in marks:
        if not speaks_for and lowers[mark - 1] not in collective:
            seated = _seated_body(reader, phrase, mark) if lowers[mark] == "in" else None
            if seated is not None:
                return seated
            continue
        actor = reader.actor(without_article(slice_of(reader, phrase.tokens[mark + 1 :])))
        if actor is None:
            continue
        if not speaks_for:
            composed = f"{actor.name} {lowers[mark - 1]}"
            actor = reader.actor(composed) or reader.actor(f"{actor.name} government") or actor
        return (of_actor(actor),)
    return None


def _seated_body(reader: Reader, phrase: Phrase, mark: int) -> Found:
    """The defence ministry in Kyiv: that of the state whose name or capital follows."""
    head = without_article(slice_of(reader, phrase.tokens[:mark]))
    state = reader.actor(slice_of(reader, phrase.tokens[mark + 1 :]))
    if state is None or state.kind != ActorKind.STATE or phrase.lowers[0] != "the":
        return None
    if head.lower() != head or phrase.lowers[mark - 1] not in words("people", "definite bodies"):
        return None
    composed = reader.actor(f"{state.name}'s {head}")
    if composed is not None:
        return (of_actor(composed),)
    lineage = reader.directory.lineage
    known = [
        body
        for body in reader.scene.bodies
        if fold(head) in fold(body.name) and state.key in lineage(body.key)
    ]
    if len(known) == 1:
        return (known[0],)
    return NOBODY if " " not in head else None


def proper_name(reader: Reader, number: int, phrase: Phrase) -> Found:
    """A name that the directory does not know: "Kommersant", "the channel Baza"."""
    runs = runs_in(reader, phrase.tokens)
    if not runs:
        return None
    run = runs[-1]
    if run.last != len(phrase.tokens):
        return _named_body(reader, phrase, runs)
    before = phrase.tokens[run.first - 1].lower if run.first else ""
    only_name = run.first == 0 or (run.first == 1 and before == "the")
    labelled = before in words("people", "bodies") | words("people", "posts")
    if not (only_name or labelled):
        return _named_body(reader, phrase, runs)
    # A first word that is no known name and stands alone in the plural may be any noun.
    if run.first == 0 and phrase.tokens[0].start == reader.sentences[number].start:
        text = run.text
        if " " not in text and text.endswith("s") and text.isalpha() and not text.isupper():
            return (named(reader, text),) if reader.actor(text) else NOBODY
    return (named(reader, run.text),)


def regional(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """The regional government: that of the one region the article names."""
    lowers = phrase.lowers
    if lowers[:1] != ["the"] or len(lowers) != 3 or lowers[1] not in REGIONS:  # noqa: PLR2004  # "the", "regional", a body
        return None
    if lowers[2] not in words("people", "bodies") | words("people", "collectives"):
        return None
    kinds = REGIONS[lowers[1]]
    places = set().union(*(reader.regions.get(kind, set()) for kind in kinds))
    if len(places) != 1:
        return NOBODY
    name = f"{places.pop()} {lowers[1]} {lowers[2]}"
    return (ClaimantName(UNKNOWN + name, name, phrase.text, ActorKind.REGION),)


def _named_body(reader: Reader, phrase: Phrase, runs: list[Run]) -> tuple[ClaimantName, ...]:
    """A body known by a name and a common noun: "Belgorod regional government"."""
    bodies = words("people", "bodies") - words("people", "group heads") | {"authorities"}
    indefinite = phrase.lowers[0] in {"a", "an", "some", "several", "many", "one", "another"}
    tokens = phrase.tokens
    mark = next((k for k, t in enumerate(tokens) if t.lower in {"of", "in", "for"}), len(tokens))
    head = tokens[mark - 1].lower if mark else ""
    if head not in bodies or indefinite or (mark < len(tokens) and runs[-1].first <= mark):
        return NOBODY
    first = 1 if tokens[0].lower in {"the", "a", "an"} else 0
    while tokens[-1].is_capitalised and mark == len(tokens) and tokens[first].text.islower():
        first += 1  # "opposition Republican People's Party" is a party and an adjective
    name = without_article(slice_of(reader, tokens[first:]))
    return (ClaimantName(UNKNOWN + name, name, phrase.text, ActorKind.ORGANISATION),)


def definite_body(_reader: Reader, _number: int, phrase: Phrase) -> Found:
    """The regional prosecutor's office: one body, so described that it needs no other name."""
    tokens = phrase.tokens
    specific = words("people", "definite bodies")
    if tokens[0].lower != "the" or len(tokens) < 3 or tokens[-1].lower not in specific:  # noqa: PLR2004  # "the", what kind, a body
        return None
    if any(is_in(token, "prepositions") for token in tokens) or tokens[1].lower in {"same", "new"}:
        return NOBODY
    name = without_article(phrase.text)
    return (ClaimantName(UNKNOWN + name, name, phrase.text, ActorKind.ORGANISATION),)
