"""Phrases that tell a post: its holder by name, whom a spokesman speaks for, the office alone."""

from functools import cache

from claims.reading.grammar import is_in
from claims.reading.lexicon import Phrases, match, words
from claims.reading.name_kinds import kind_of_name
from claims.reading.names import is_person_name, runs_of, without_title
from claims.reading.offices import holder
from claims.reading.runs import is_compound
from claims.reading.scene import (
    NOBODY,
    Found,
    Phrase,
    Reader,
    named,
    of_actor,
    person,
    runs_in,
    slice_of,
    without_article,
)
from claims.reading.text import Sentence, Token
from claims.values import UNKNOWN, ClaimantName
from events.choices import ActorKind, NameKind

INDEFINITE = frozenset({"a", "an", "one", "some", "another", "senior", "several", "two", "top"})
OWNERS = frozenset({"owner", "agent", "founder", "manager"})  # a company may be one too
NOTED_BODIES = (ActorKind.OTHER, ActorKind.PERSON)


def post(reader: Reader, number: int, phrase: Phrase) -> Found:
    """A post with a name ("State Department spokesman Matthew Miller") or of a known body."""
    at = post_at(phrase)
    if at is None:
        return None
    after = phrase.tokens[at + 1 :]
    organisation = organisation_of(reader, number, phrase.tokens[:at]) or organisation_of(
        reader, number, after_of(after)
    )
    name = _name_after(reader, after)
    if name:
        if not is_person_name(name, reader.directory) and _is_body(reader, name):
            return (named(reader, name),)
        return (person(reader, name, organisation or first_actor(reader, phrase.apposition)),)
    told = _in_apposition(reader, phrase, at, organisation)
    if told is not None:
        return told
    if phrase.lowers[at] in words("people", "spokespeople") and organisation:
        return _body_spoken_for(reader, organisation)
    return _holder(reader, phrase, at)


def _in_apposition(reader: Reader, phrase: Phrase, at: int, organisation: str) -> Found:
    """The governor, Jan Lis; the owner of the ship, Polarline: the name that stands for a post."""
    apposed = phrase.apposition
    placed = len(apposed) > 1 and is_compound(apposed[0].text)  # "Mir-based Norwing"
    name = without_title(_name_at(reader, apposed[placed:]))
    if not name:
        return None
    if is_person_name(name, reader.directory):
        return (person(reader, name, organisation),)
    if phrase.lowers[at] in OWNERS:
        return (named(reader, name),)
    return None if _is_body(reader, name) else (person(reader, name, organisation),)


def _is_body(reader: Reader, name: str) -> bool:
    return bool(reader.find(name)) or kind_of_name(name) not in NOTED_BODIES


def post_at(phrase: Phrase) -> int | None:
    """Where the last word of a phrase's post stands, None when it tells none.

    In "the student union" and "the prime minister's office" the post only qualifies a noun.
    """
    at = 0
    while at < len(phrase.tokens):
        end = at
        while size := _post_size(phrase.lowers, end):
            end += size
        if end > at and _can_end(phrase.tokens, end):
            return end - 1
        if at and _begins_aside(phrase.tokens[at]):
            return None  # "a pastor backing Mr Lis"
        at = max(end, at + 1)
    return None


def _begins_aside(token: Token) -> bool:
    return is_in(token, "prepositions") or (token.lower.endswith("ing") and token.text.islower())


def _post_size(lowers: list[str], at: int) -> int:
    if at >= len(lowers):
        return 0
    if lowers[at] in _posts():
        return max(1, match(lowers, at, _long_posts()))
    return match(lowers, at, _long_posts())


@cache
def _posts() -> frozenset[str]:
    return words("people", "posts") | words("people", "spokespeople")


@cache
def _long_posts() -> Phrases:
    posts = (tuple(entry.split()) for entry in words("people", "posts"))
    return Phrases.of(entry for entry in posts if len(entry) > 1)


def _can_end(tokens: tuple[Token, ...], at: int) -> bool:
    if at >= len(tokens) or is_in(tokens[at], "prepositions"):
        return True
    return tokens[at].is_capitalised or not (tokens[at].is_word or tokens[at].lower == "'s")


def after_of(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """What follows "of", "for", "at", "in", "from" at the head of some tokens."""
    if tokens and tokens[0].lower in {"of", "for", "at", "in", "from"}:
        return tokens[1:]
    return ()


def _name_after(reader: Reader, tokens: tuple[Token, ...]) -> str:
    """The name after a post: "governor Ana Ruiz", "President of Chile Gabriela Soto"."""
    name = _name_at(reader, tokens)
    if name or not after_of(tokens):
        return name
    parts = _name_at(reader, after_of(tokens)).split()
    for cut in range(1, len(parts) - 1):
        rest = " ".join(parts[cut:])
        if reader.find(" ".join(parts[:cut])) and is_person_name(rest, reader.directory):
            return rest
    return ""


def _name_at(reader: Reader, tokens: tuple[Token, ...]) -> str:
    """The name that begins these tokens, after its titles; "" when none does."""
    while len(tokens) > 1 and tokens[0].lower in words("people", "posts"):
        tokens = tokens[1:]
    if not tokens or not tokens[0].is_capitalised:
        return ""
    if tokens[0].lower in words("people", "bodies"):
        return ""  # "the General Command" is no general
    runs = [run for run in runs_of(Sentence(tokens, 0), 0, reader.text) if run.first == 0]
    owns = runs and [token.lower for token in tokens[runs[0].last : runs[0].last + 1]] == ["'s"]
    return runs[0].text if runs and not owns else ""


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
        if kept[first:][0].lower in words("people", "local services"):
            return ""  # some town's police
        actor = reader.actor(reader.index.expand(slice_of(reader, kept[first:])))
        if actor is not None:
            return actor.key
    owner = slice_of(reader, kept[:1])
    metonym = any(match.kind == NameKind.METONYM for match in reader.find(owner))
    if metonym and "'s" not in [token.lower for token in tokens]:
        return ""  # a "Nortown police chief" is no voice of the state
    actor = reader.actor(owner)
    return actor.key if actor is not None else ""


def _body_spoken_for(reader: Reader, organisation: str) -> tuple[ClaimantName, ...]:
    actor = reader.directory.actors.get(organisation)
    return (of_actor(actor),) if actor is not None else NOBODY


def _holder(reader: Reader, phrase: Phrase, at: int) -> Found:
    """Who holds a post without being named here: the one person who has it, or the office."""
    head, after = phrase.lowers[at], phrase.tokens[at + 1 : at + 2]
    if after and not is_in(after[0], "prepositions"):
        return None  # "President Berg's party" is no president
    if set(phrase.lowers[:at]) & INDEFINITE or head.endswith("s"):
        return NOBODY
    if head in words("people", "spokespeople") and at:
        return None if after else NOBODY
    name, held = holder(reader.index.offices, phrase.tokens, reader.directory)
    if name:
        return (person(reader, name),)
    owned = any(t.is_capitalised and t.lower not in {"the", head} for t in phrase.tokens)
    if held or not owned or head in words("people", "singular officials"):
        return NOBODY
    office = without_article(phrase.text)
    return (ClaimantName(UNKNOWN + office, office, phrase.text, ActorKind.PERSON),)


def first_actor(reader: Reader, tokens: tuple[Token, ...]) -> str:
    """The key of the first actor of the directory among some tokens, "" for none."""
    for run in runs_in(reader, tokens):
        actor = reader.actor(run.text)
        if actor is not None:
            return actor.key
    return ""
