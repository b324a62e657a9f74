"""Phrases that name a person: surnames, names with or in an apposition."""

from claims.reading.grammar import is_in
from claims.reading.lexicon import words
from claims.reading.names import Run, is_person_name, runs_of, without_title
from claims.reading.posts import after_of, first_actor, organisation_of
from claims.reading.runs import is_compound
from claims.reading.scene import (
    Found,
    Phrase,
    Reader,
    named,
    person,
    runs_in,
)
from claims.reading.text import Sentence, Token

APPOSED = frozenset({"a", "an", "one"})
BEFORE_NAME = frozenset({"and", "but", "that", "while", "as", "said", "says"})


def surname(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """Guterres, or "Guterres in his speech": the one person of that name in the article."""
    head, after = phrase.tokens[0], phrase.tokens[1:2]
    if not head.is_capitalised or (after and not is_in(after[0], "prepositions")):
        return None
    known = reader.index.is_surname(head.text)
    return (person(reader, head.text),) if known else None


def before_apposition(reader: Reader, number: int, first: int) -> Found:
    """Of "Ana Ruiz, a nurse from Mir, said", whose found subject is the nurse: Ana Ruiz."""
    tokens = reader.sentences[number].tokens
    if first < 2 or tokens[first - 1].text != ",":  # noqa: PLR2004  # a name and its comma
        return None
    head = tokens[first]
    if head.lower not in APPOSED and not head.text.isdigit():
        return None
    end = first - 1
    if end > 2 and tokens[end - 1].text.isdigit() and tokens[end - 2].text == ",":  # noqa: PLR2004  # a name, a comma, an age
        end -= 2
    runs = reader.runs_by_sentence.get(number, [])
    run = next((run for run in runs if run.last == end), None)
    if run is None or not _begins_phrase(tokens, run.first):
        return None
    name = reader.index.expand(without_title(run.text))
    return (person(reader, name),) if is_person_name(name, reader.directory) else None


def _begins_phrase(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a name is no object: nothing, a sign or a conjunction stands before it."""
    if at == 0:
        return True
    before = tokens[at - 1]
    return not before.is_word or before.lower in BEFORE_NAME or before.lower in words(
        "people", "posts"
    )  # fmt: skip


def person_with_apposition(reader: Reader, number: int, phrase: Phrase) -> Found:
    """A person's name, with or without "of the Presidential Office" or ", adviser to ..."."""
    runs = [r for r in runs_of(Sentence(phrase.tokens, 0), 0, reader.text) if r.first == 0]
    if not runs:
        return None
    name = reader.index.expand(without_title(runs[0].text))
    after = phrase.tokens[runs[0].last : runs[0].last + 1]
    # "Lis's lawyer" and "Lis lawyer Ola Berg" are not Lis.
    owns = bool(after) and not is_in(after[0], "prepositions")
    if owns or not is_person_name(name, reader.directory):
        return None
    rest = after_of(phrase.tokens[runs[0].last :])
    organisation = organisation_of(reader, number, rest) or first_actor(reader, phrase.apposition)
    return (person(reader, name, organisation),)


def in_apposition(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """His main rival, Jan Lis; Chile's copper giant, Codelco: the name that stands for a noun."""
    if not phrase.apposition or not _is_noun_phrase(phrase.tokens):
        return None
    apposed = phrase.apposition
    if [token.lower for token in apposed[:2]] == ["known", "as"] and apposed[2:]:
        apposed = apposed[3 if apposed[2].lower == "the" else 2 :]
    if apposed[0].text[0].isdigit():  # "19-year-old Jan Lis"
        apposed = apposed[next((k for k, t in enumerate(apposed) if t.is_capitalised), 0) :]
    if len(apposed) > 1 and is_compound(apposed[0].text):  # "Mir-based Norwing"
        apposed = apposed[1:]
    runs = [run for run in runs_in(reader, apposed) if run.first == 0]
    if not runs:
        return None
    rest = apposed[runs[0].last :]
    if rest and rest[0].is_word:
        return None
    return _who_is(reader, phrase, runs[0])


def given_name(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """A worker who gave his name only as Ramiro, identified only as Mia: the name given."""
    lowers = [token.lower for token in phrase.apposition]
    if not {"name", "identified", "named"} & set(lowers) or "as" not in lowers:
        return None
    after = phrase.apposition[lowers.index("as") + 1 :]
    runs = [run for run in runs_in(reader, after) if run.first == 0]
    return (person(reader, runs[0].text),) if runs else None


def _who_is(reader: Reader, phrase: Phrase, run: Run) -> Found:
    name = reader.index.expand(without_title(run.text))
    if is_person_name(name, reader.directory) or reader.index.is_surname(name):
        return (person(reader, name),)
    body = phrase.lowers[-1] in words("people", "labels") | words("people", "bodies")
    body = body or any(word in words("people", "labels") for word in phrase.lowers)
    return (named(reader, run.text),) if body else None


def _is_noun_phrase(tokens: tuple[Token, ...]) -> bool:
    """Whether a phrase ends in a common noun, with no name of somebody but an owner's."""
    last = tokens[-1]
    if not last.text.islower() or is_in(last, "time words") or not last.is_word:
        return False
    determined = is_in(tokens[0], "determiners") or any(t.lower == "'s" for t in tokens)
    return determined or not any(token.is_capitalised for token in tokens[1:])


def person_at_end(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """Opposition candidate Jan Lis, survivor Mia Lund: a noun and a name."""
    runs = runs_in(reader, phrase.tokens)
    if not runs or runs[-1].last != len(phrase.tokens) or not runs[-1].first:
        return None
    before = phrase.tokens[: runs[-1].first]
    if not before[-1].text.islower() or not before[-1].text[0].isalpha():
        return None
    if any(is_in(token, "prepositions") or _joins_plural(before, k) for k, token in
           enumerate(before)):  # fmt: skip
        return None
    name = reader.index.expand(without_title(runs[-1].text))
    known = is_person_name(name, reader.directory)
    return (person(reader, name),) if known else None


def kin(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """His wife Mia: a first name after a word for kin."""
    tokens = phrase.tokens
    if len(tokens) < 2 or tokens[-2].lower not in words("people", "kin"):  # noqa: PLR2004  # "wife Mia"
        return None
    return (person(reader, tokens[-1].text),) if tokens[-1].is_capitalised else None


def _joins_plural(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "and" here joins two persons: "residents and mayor" but "lawyer and activist"."""
    if not is_in(tokens[at], "conjunctions"):
        return False
    return not at or not tokens[at - 1].text.islower() or tokens[at - 1].lower.endswith("s")
