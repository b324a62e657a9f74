"""Phrases that name a body: directory names, groups, short forms, bodies of a state or region."""

from claims.reading.grammar import is_in
from claims.reading.lexicon import words
from claims.reading.name_kinds import kind_of_name
from claims.reading.names import Run
from claims.reading.runs import is_compound
from claims.reading.scene import (
    NOBODY,
    Found,
    Phrase,
    Reader,
    named,
    of_actor,
    runs_in,
    slice_of,
    without_article,
)
from claims.reading.short_forms import local_service
from claims.reading.text import Token
from claims.values import UNKNOWN, ClaimantName
from events.choices import ActorKind
from events.directory import DirectoryActor, fold

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
    if len(phrase.tokens) == 1:
        if phrase.lowers[0] in words("people", "collectives"):
            return NOBODY  # "officials" without a word of whose
        if phrase.lowers[0] in words("people", "local services"):
            return local_service(reader, phrase.lowers[0])
        if phrase.lowers[0] in words("people", "platforms"):
            return (named(reader, phrase.text, ActorKind.COMPANY),)
    for name in dict.fromkeys((text, reader.index.expand(text))):
        actor = reader.actor(name)
        if actor is not None:
            return (of_actor(_voice(reader, actor, phrase.lowers[-1])),)
    return _its_officials(reader, phrase)


def _voice(reader: Reader, actor: DirectoryActor, noun: str) -> DirectoryActor:
    """The state itself for "Norish officials": they speak for it as "Nortown" does."""
    state = reader.directory.actors.get(actor.parent or "")
    if noun not in words("people", "voices") or state is None or state.kind != ActorKind.STATE:
        return actor
    return state if actor.kind == ActorKind.GOVERNMENT else actor


def _its_officials(reader: Reader, phrase: Phrase) -> Found:
    """World Union officials, the militia's leadership: the body they are of."""
    owner = phrase.tokens[:-1]
    if owner and owner[-1].lower == "'s":
        owner = owner[:-1]
    if phrase.lowers[-1] not in words("people", "voices") or not owner:
        return None
    if owner[0].lower in words("people", "local services"):
        return local_service(reader, owner[0].lower) if len(owner) == 1 else None
    actor = reader.actor(without_article(slice_of(reader, owner)))
    return (of_actor(actor),) if actor is not None else None


def tail_in_directory(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """Yemen's Houthi movement, the separatist Northern Front: the name at the phrase's end."""
    if phrase.lowers[-1] in words("people", "voices"):
        return NOBODY  # "two Norish officials" are not the state
    for first in range(1, len(phrase.tokens)):
        before = phrase.tokens[first - 1]
        if not phrase.tokens[first].is_capitalised or is_in(before, "prepositions"):
            continue
        if before.is_capitalised and not _places(reader, before.text):
            continue  # "Relief Norland" is no Norland
        if any(_leads_elsewhere(token) for token in phrase.tokens[:first]):
            return None
        actor = reader.actor(slice_of(reader, phrase.tokens[first:]))
        if actor is not None:
            return (of_actor(actor),)
    return None


def _leads_elsewhere(token: Token) -> bool:
    """Whether what follows is not what the phrase names: "of", "and"."""
    return is_in(token, "prepositions") or is_in(token, "conjunctions")


def _places(reader: Reader, word: str) -> bool:
    """Whether a word before a name only tells where it is from: "Norish", "Suland-based"."""
    states = (match.actor.kind == ActorKind.STATE for match in reader.find(word))
    return is_compound(word) or any(states)


def body_of_state(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """Officials in Kyiv, someone speaking for the ministry: the body that is spoken for."""
    lowers = phrase.lowers
    collective = words("people", "collectives") - words("people", "singular officials")
    marks = [k for k, word in enumerate(lowers) if word in {"in", "of", "for"} and k]
    speaks_for = "speaking" in lowers[:3]
    for mark in marks:
        if lowers[mark] == "in" and lowers[mark - 1] in words("people", "elsewhere"):
            return NOBODY
        if not speaks_for and lowers[mark - 1] not in collective:
            seated = _seated_body(reader, phrase, mark) if lowers[mark] == "in" else None
            if seated is not None:
                return seated
            continue
        actor = _named_after(reader, phrase.tokens[mark + 1 :])
        if actor is None:
            continue
        if not speaks_for:
            noun = lowers[mark - 1]
            known = reader.actor(f"{actor.name} {noun}") or reader.actor(f"{actor.name} government")
            actor = _voice(reader, known, noun) if known else actor
        return (of_actor(actor),)
    return None


def _named_after(reader: Reader, tokens: tuple[Token, ...]) -> DirectoryActor | None:
    """The actor that some tokens name, an adjective before it aside: "neighbouring Suland"."""
    actor = reader.actor(without_article(slice_of(reader, tokens)))
    if actor is not None or len(tokens) != 2 or not tokens[0].text.islower():  # noqa: PLR2004  # an adjective and a name
        return actor
    return reader.actor(tokens[1].text)


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
    if run.first == 0 and phrase.tokens[0].start == reader.sentences[number].start:
        if _may_be_noun(reader, run.text):
            return NOBODY
        return (named(reader, _without_label(reader, run.text)),)
    return (named(reader, run.text),)


def _may_be_noun(reader: Reader, text: str) -> bool:
    """A first word that is no known name: "Rescuers", "Research"."""
    if text.casefold() in words("people", "mere nouns"):
        return text not in reader.index.inner
    if " " in text or not text.isalpha() or text.isupper() or not text.endswith("s"):
        return False
    singular = text.casefold().endswith(("ss", "us", "is"))
    return not (singular or text in reader.index.inner or reader.actor(text))


def _without_label(reader: Reader, text: str) -> str:
    """Norwing, where a sentence begins with "Airline Norwing"."""
    first, _, rest = text.partition(" ")
    label = first.casefold() in words("people", "labels") and text not in reader.index.inner
    return rest if label and rest and rest[0].isupper() else text


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
    return (_of_kind(name, phrase),)


def _of_kind(name: str, phrase: Phrase) -> ClaimantName:
    kind = kind_of_name(name)
    kind = ActorKind.ORGANISATION if kind == ActorKind.OTHER else kind
    return ClaimantName(UNKNOWN + name, name, phrase.text, kind)


def definite_body(_reader: Reader, _number: int, phrase: Phrase) -> Found:
    """The regional prosecutor's office: one body, so described that it needs no other name."""
    tokens = phrase.tokens
    specific = words("people", "definite bodies")
    if tokens[0].lower != "the" or len(tokens) < 3 or tokens[-1].lower not in specific:  # noqa: PLR2004  # "the", what kind, a body
        return None
    if any(is_in(token, "prepositions") for token in tokens) or tokens[1].lower in {"same", "new"}:
        return NOBODY
    return (_of_kind(without_article(phrase.text), phrase),)
