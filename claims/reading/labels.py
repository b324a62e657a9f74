"""Names that stand with a noun: "the airline Norwing", "Tass news agency", "Chile's Codelco"."""

from claims.reading.grammar import is_in
from claims.reading.lexicon import words
from claims.reading.name_kinds import kind_of_name
from claims.reading.names import Run, is_person_name, without_title
from claims.reading.posts import organisation_of
from claims.reading.scene import (
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
from claims.reading.text import Token
from events.choices import ActorKind

# "Norland's Air Force" needs its owner, "Norland's Civil Aviation Safety Board" hardly.
GENERIC_WORDS = 3
KIND_OF_LABEL = (
    ("businesses", ActorKind.COMPANY),
    ("press", ActorKind.MEDIA),
    ("parties", ActorKind.PARTY),
    ("labels", ActorKind.ORGANISATION),
)


def labelled_name(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """Chile's copper giant Codelco, the news site Mir Today, the Tass news agency."""
    runs = runs_in(reader, phrase.tokens)
    if not runs:
        return None
    run = runs[-1]
    aside = phrase.tokens[: run.first] + phrase.tokens[run.last :]
    if any(is_in(token, "prepositions") or is_in(token, "conjunctions") for token in aside):
        return None
    before, after = phrase.tokens[: run.first], phrase.tokens[run.last :]
    if after:
        return _before_label(reader, run, before, after)
    label = before[-1].lower if before else ""
    if label not in words("people", "labels") or not before[-1].text.islower():
        return None
    return (named(reader, run.text, _kind_of(label)),)


def _before_label(
    reader: Reader, run: Run, before: tuple[Token, ...], after: tuple[Token, ...]
) -> Found:
    """The Tass news agency: the name, where the noun after it only says what it is."""
    label = after[-1].lower
    if label not in words("people", "trailing labels"):
        return None
    if not all(token.text.islower() and token.is_word for token in after):
        return None
    if before and before[-1].lower not in {"'s", "the"} and not before[-1].text.islower():
        return None
    if _is_place(reader, run.text):  # "a Norish newspaper", "the Mir movement" name nobody
        return None
    return (named(reader, run.text, _kind_of(label)),)


def _is_place(reader: Reader, name: str) -> bool:
    return any(match.actor.kind == ActorKind.STATE for match in reader.find(name))


def _kind_of(label: str) -> ActorKind:
    return next((kind for section, kind in KIND_OF_LABEL if label in words("people", section)),
                ActorKind.OTHER)  # fmt: skip


def owned_name(reader: Reader, number: int, phrase: Phrase) -> Found:
    """Turkey's AFAD, the Post's Jan Lis: the name behind an owner that only places it."""
    tokens = phrase.tokens
    mark = max((k for k, token in enumerate(tokens) if token.lower == "'s"), default=-1)
    after = tokens[mark + 1 :]
    if mark < 1 or not after:
        return None
    runs = runs_in(reader, after)
    # The "People's Defence Force" is nobody's.
    within = any(run.first < mark < run.last for run in runs_in(reader, tokens))
    if within or not runs or runs[0].first or runs[0].last != len(after):
        return None
    name = runs[0].text
    bare = reader.index.expand(without_title(name))
    if is_person_name(bare, reader.directory):
        return (person(reader, bare, organisation_of(reader, number, tokens[:mark])),)
    actor = reader.actor(reader.index.expand(name))
    if actor is not None:
        return (of_actor(actor),)
    if _is_generic(name):
        whole = without_article(slice_of(reader, tokens))
        return (named(reader, whole),)
    return (named(reader, name),)


def _is_generic(name: str) -> bool:
    """Whether every state or town may have a body of that name."""
    if kind_of_name(name) == ActorKind.MINISTRY:
        return True
    parts = [part.casefold() for part in name.split()]
    common = words("people", "bodies") | words("people", "fields") | words("people", "connectors")
    common |= words("people", "generic names")
    return len(parts) <= GENERIC_WORDS and all(part in common for part in parts)
