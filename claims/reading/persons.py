"""Phrases that name a person: pronouns, posts, names with an apposition."""

from claims.reading.grammar import CLOSERS, is_in
from claims.reading.lexicon import words
from claims.reading.names import is_person_name, runs_of
from claims.reading.scene import (
    NOBODY,
    UNKNOWN,
    Found,
    Phrase,
    Reader,
    of_actor,
    person,
    runs_in,
    slice_of,
    without_article,
)
from claims.reading.text import Sentence, Token
from claims.values import ClaimantName
from events.choices import ActorKind

OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}


def pronoun(reader: Reader, number: int, phrase: Phrase) -> Found:
    """He, she, it, they: the speaker just before, or the one person named before."""
    word = phrase.lowers[0]
    known = is_in(phrase.tokens[0], "pronouns") or word in OWNERS
    if len(phrase.tokens) > 1 or not known:
        return None
    word = OWNERS.get(word, word)
    near = number - reader.scene.last_sentence <= 1
    last = reader.scene.last if near else NOBODY
    if word in {"he", "she", "him", "her"}:
        persons = tuple(name for name in last if name.kind == ActorKind.PERSON)
        if len(persons) == 1:
            return persons
        if len(last) == 1 and _is_surname(reader, last[0]):
            return last
        return _only_person(reader, number, phrase.tokens[0].start)
    if word in {"it", "they", "them"}:
        sentence = reader.sentences[number]
        at = next(k for k, t in enumerate(sentence.tokens) if t.start == phrase.tokens[0].start)
        # "..., it added" goes on with the speaker of the sentence before.
        aside = at > 0 and sentence.tokens[at - 1].text in CLOSERS | {","}
        same = number == reader.scene.last_sentence or aside
        bodies = tuple(n for n in last if n.kind != ActorKind.PERSON)
        plural = len(bodies) > 1
        return bodies if bodies and (same or plural == (word != "it")) else NOBODY
    return NOBODY


def _is_surname(reader: Reader, name: ClaimantName) -> bool:
    """A name of one word that the directory lacks: with "he said" after it, a person's."""
    alone = " " not in name.name and not name.name.isupper()
    return name.kind == ActorKind.OTHER and alone and reader.actor(name.name) is None


def _only_person(reader: Reader, number: int, before: int) -> tuple[ClaimantName, ...]:
    """The one person named earlier in this paragraph; nobody when there are two."""
    block = reader.sentences[number].block
    found: list[str] = []
    for run in reader.runs_by_block.get(block, []):
        if reader.sentences[run.sentence].tokens[run.first].start >= before:
            continue
        name = reader.index.expand(run.text)
        if is_person_name(name, reader.directory) and name not in found:
            found.append(name)
    return (person(reader, found[0]),) if len(found) == 1 else NOBODY


def post(reader: Reader, number: int, phrase: Phrase) -> Found:
    """A post with a name ("State Department spokesman Matthew Miller") or of a known body."""
    at = _post_at(phrase.lowers)
    office = phrase.lowers[-1] in words("people", "definite bodies") and "'s" in phrase.lowers
    if at is None or office:  # "the prime minister's office" is a body
        return None
    after = phrase.tokens[at + 1 :]
    organisation = organisation_of(reader, number, phrase.tokens[:at]) or organisation_of(
        reader, number, _after_of(after)
    )
    name = _name_at(reader, after) or _name_at(reader, phrase.apposition)
    if _name_at(reader, after):
        organisation = organisation or _first_actor(reader, phrase.apposition)
    if name and (_name_at(reader, after) or is_person_name(name, reader.directory)):
        return (person(reader, name, organisation),)
    if phrase.lowers[at] in words("people", "spokespeople") - {"representative"} or (
        phrase.lowers[at] == "representative" and organisation
    ):
        return _body_spoken_for(reader, organisation)
    return _holder(reader, phrase, at)


def _post_at(lowers: list[str]) -> int | None:
    posts = words("people", "posts") | words("people", "spokespeople")
    found = [k for k, word in enumerate(lowers) if word in posts]
    if not found:
        return None
    at = found[0]
    while at + 1 in found:
        at += 1
    return at


def _after_of(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    if tokens and tokens[0].lower in {"of", "for", "at", "in", "from"}:
        return tokens[1:]
    return ()


def _name_at(reader: Reader, tokens: tuple[Token, ...]) -> str:
    """The name that begins these tokens, "" when none does."""
    if not tokens or not tokens[0].is_capitalised:
        return ""
    runs = [run for run in runs_of(Sentence(tokens, 0), 0, reader.text) if run.first == 0]
    return runs[0].text if runs else ""


def organisation_of(reader: Reader, number: int, tokens: tuple[Token, ...]) -> str:
    """The key of the body that stands before or after a post, "" when it is not known."""
    kept = tuple(t for t in tokens if t.lower != "'s" or t is not tokens[-1])
    while kept and is_in(kept[0], "determiners") and not is_in(kept[0], "possessives"):
        kept = kept[1:]
    if not kept:
        return ""
    if kept[0].lower in {"its", "their", "his", "her"}:
        near = number - reader.scene.last_sentence <= 1
        bodies = [n for n in reader.scene.last if n.kind != ActorKind.PERSON]
        return bodies[0].key if near and len(bodies) == 1 else ""
    for first in range(len(kept)):
        actor = reader.actor(reader.index.expand(slice_of(reader, kept[first:])))
        if actor is not None:
            return actor.key
    actor = reader.actor(slice_of(reader, kept[:1]))
    return actor.key if actor is not None else ""


def _body_spoken_for(reader: Reader, organisation: str) -> tuple[ClaimantName, ...]:
    actor = reader.directory.actors.get(organisation)
    return (of_actor(actor),) if actor is not None else NOBODY


def _holder(reader: Reader, phrase: Phrase, at: int) -> tuple[ClaimantName, ...]:
    """Who holds a post without being named here: the one person named with it, or the office."""
    head = phrase.lowers[at]
    definite = not (set(phrase.lowers) & {"a", "an", "one", "some", "another", "senior"})
    if not definite or head.endswith("s"):
        return NOBODY
    holders = reader.index.posts.get(head, [])
    if len(holders) == 1:
        return (person(reader, holders[0]),)
    named = any(t.is_capitalised and t.lower not in {"the", head} for t in phrase.tokens)
    if holders or not named or head in words("people", "singular officials"):
        return NOBODY
    office = without_article(phrase.text)
    return (ClaimantName(UNKNOWN + office, office, phrase.text, ActorKind.PERSON),)


def person_with_apposition(reader: Reader, number: int, phrase: Phrase) -> Found:
    """A person's name, with or without "of the Presidential Office" or ", adviser to ..."."""
    runs = [r for r in runs_of(Sentence(phrase.tokens, 0), 0, reader.text) if r.first == 0]
    if not runs:
        return None
    name = reader.index.expand(runs[0].text)
    owns = phrase.lowers[runs[0].last : runs[0].last + 1] == ["'s"]  # "Lis's lawyer" is not Lis
    if owns or not is_person_name(name, reader.directory):
        return None
    rest = _after_of(phrase.tokens[runs[0].last :])
    organisation = organisation_of(reader, number, rest) or _first_actor(reader, phrase.apposition)
    return (person(reader, name, organisation),)


def person_in_apposition(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """His main rival, Jan Lis: the name that stands for a noun of one person."""
    if not phrase.apposition or any(token.is_capitalised for token in phrase.tokens[1:]):
        return None
    if is_in(phrase.tokens[-1], "time words") or not phrase.tokens[-1].is_word:
        return None
    runs = [run for run in runs_in(reader, phrase.apposition) if run.first == 0]
    if not runs:
        return None
    rest = phrase.apposition[runs[0].last :]
    if rest and rest[0].is_word:
        return None
    name = reader.index.expand(runs[0].text)
    return (person(reader, name),) if is_person_name(name, reader.directory) else None


def person_at_end(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """Opposition candidate Jan Lis, survivor Mia Lund: a noun and a name."""
    runs = runs_in(reader, phrase.tokens)
    if not runs or runs[-1].last != len(phrase.tokens) or not runs[-1].first:
        return None
    before = phrase.tokens[: runs[-1].first]
    if not before[-1].text.isalpha() or not before[-1].text.islower():
        return None
    if any(is_in(token, "prepositions") or is_in(token, "conjunctions") for token in before):
        return None
    name = reader.index.expand(runs[-1].text)
    return (person(reader, name),) if is_person_name(name, reader.directory) else None


def _first_actor(reader: Reader, tokens: tuple[Token, ...]) -> str:
    for run in runs_in(reader, tokens):
        actor = reader.actor(run.text)
        if actor is not None:
            return actor.key
    return ""
