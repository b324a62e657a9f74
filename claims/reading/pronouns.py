"""Whom a pronoun stands for, where one reading is possible: the last speaker or the one named."""

from claims.reading.grammar import CLOSERS, is_in, is_verb
from claims.reading.lexicon import words
from claims.reading.names import Run, is_person_name, without_title
from claims.reading.scene import NOBODY, Found, Phrase, Reader, person
from claims.reading.text import Token
from claims.values import ClaimantName
from events.choices import ActorKind

OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
SUBJECTS = {"he": "he", "him": "he", "she": "she", "her": "she"}
SPEAKING_FIRST = frozenset({"i", "we"})
REACH = 4  # sentences back in which the last speaker is still "he", if nobody else is named


def pronoun(reader: Reader, number: int, phrase: Phrase) -> Found:
    """He, she, it, they: the speaker just before, or the one person named before."""
    head = phrase.tokens[0]
    if len(phrase.tokens) > 1 or not (is_in(head, "pronouns") or head.lower in OWNERS):
        return None
    word = OWNERS.get(head.lower, head.lower)
    near = number - reader.scene.last_sentence <= 1
    last = reader.scene.last if near else NOBODY
    if word in SUBJECTS:
        return _one_person(reader, number, head)
    if word in {"it", "they", "them"}:
        return _it_or_they(reader, number, head.start, word)
    if word in SPEAKING_FIRST and head.quoted:
        # Direct speech that goes on in its paragraph is still the same speaker's.
        return last if reader.sentences[number].block == reader.scene.last_block else NOBODY
    return NOBODY


def _one_person(reader: Reader, number: int, head: Token) -> Found:
    """Whom "he", "him", "her" or "his" stands for; in "“He told us so,” she said" that is open."""
    word = SUBJECTS[OWNERS.get(head.lower, head.lower)]
    if head.quoted and head.lower in SUBJECTS:
        return NOBODY
    if _answers(reader, number, head.start):
        return _accused(reader, number, head.start, word)
    return _he_or_she(reader, number, head.start, word)


def _answers(reader: Reader, number: int, start: int) -> bool:
    """Whether a pronoun begins ", which she denied": nobody denies what they have just said."""
    tokens = reader.sentences[number].tokens
    at = next(k for k, token in enumerate(tokens) if token.start == start)
    return at > 0 and tokens[at - 1].lower == "which" and number == reader.scene.last_sentence


def _accused(reader: Reader, number: int, start: int, word: str) -> Found:
    """The one person named before it in the sentence who is not its speaker."""
    speakers = {name.name for name in reader.scene.last}
    others = set(_persons(reader, range(number, number + 1), start, word)) - speakers
    return (person(reader, others.pop()),) if len(others) == 1 else NOBODY


def owner_of(reader: Reader, number: int, start: int, word: str) -> ClaimantName | None:
    """Whose "his office" at an offset is: the one person who can be meant, None where two can.

    Who is named in the same sentence before it owns it rather than who spoke last.
    """
    if _has_holder_before(reader, number, start):
        return None  # "The president is safe, his office says": whoever that is
    here = _persons(reader, range(number, number + 1), start, SUBJECTS.get(word, word))
    if here:
        known = len(here) == 1
        return person(reader, here[0]) if known else None
    found = _he_or_she(reader, number, start, word)
    return found[0] if len(found) == 1 else None


def _has_holder_before(reader: Reader, number: int, start: int) -> bool:
    """Whether a sentence begins with "The president", so that "his" later on is that one's."""
    tokens = reader.sentences[number].tokens
    head = tokens[1:3]
    return (
        len(head) > 1
        and tokens[0].lower == "the"
        and tokens[0].start < start
        and head[0].lower in words("people", "posts")
        and (is_verb(tokens, 2) or not head[1].is_word)
    )


def _it_or_they(reader: Reader, number: int, start: int, word: str) -> tuple[ClaimantName, ...]:
    scene = reader.scene
    tokens = reader.sentences[number].tokens
    at = next(k for k, token in enumerate(tokens) if token.start == start)
    aside = at > 0 and tokens[at - 1].text in CLOSERS | {","}
    if number - scene.last_sentence > 1:
        return NOBODY
    if word == "it" and scene.document and len(scene.last) == 1:
        return scene.last  # "according to the message. It adds that ..."
    # "..., it added" goes on with the speaker of the sentence before.
    same = number == scene.last_sentence or aside
    bodies = tuple(name for name in scene.last if name.kind != ActorKind.PERSON)
    plural = len(bodies) > 1
    return bodies if bodies and (same or plural == (word != "it")) else NOBODY


def _he_or_she(reader: Reader, number: int, start: int, word: str) -> tuple[ClaimantName, ...]:
    scene = reader.scene
    last = tuple(name for name in scene.last if _may_be(reader, name, word))
    gap = number - scene.last_sentence
    if scene.nameless_last and gap <= 1:
        return NOBODY  # after "A guard said" he is the guard, or it is open
    if len(last) == 1 and gap <= 1:
        return last
    since = _persons(reader, range(max(scene.last_sentence, 0), number + 1), start, word)
    if len(last) == 1 and gap <= REACH and set(since) <= {last[0].name}:
        return last
    named = _persons(reader, range(max(number - 1, 0), number + 1), start, word)
    if len(named) == 1 and _is_subject(reader, number - 1, named[0]):
        return (person(reader, named[0]),)
    block = _persons(reader, _block_before(reader, number), start, word)
    found = named if len(named) == 1 and set(block) <= set(named) else block
    if not found:
        found = _persons(reader, _block_above(reader, number), start, word)
    proven = len(found) == 1 and reader.index.is_proven(found[0])
    return (person(reader, found[0]),) if proven else NOBODY


def _is_subject(reader: Reader, number: int, name: str) -> bool:
    """Whether a sentence begins with a person, who is then its subject: "Lis stood by it."."""
    run = next(iter(reader.runs_by_sentence.get(number, [])), None)
    tokens = reader.sentences[number].tokens
    if run is None or run.first or _person_of(reader, run) != name or run.last >= len(tokens):
        return False
    return is_verb(tokens, run.last) and reader.index.is_proven(name)


def _may_be(reader: Reader, name: ClaimantName, word: str) -> bool:
    """Whether a speaker can be "he": a person, or a word alone that no directory knows."""
    alone = " " not in name.name and not name.name.isupper()
    surname = name.kind == ActorKind.OTHER and alone and reader.actor(name.name) is None
    return (name.kind == ActorKind.PERSON or surname) and reader.index.fits(name.name, word)


def named_since(reader: Reader, first: int, number: int, start: int, word: str) -> bool:
    """Whether anybody who can be "he" or "she" is named from a sentence on up to an offset."""
    return bool(_persons(reader, range(first, number + 1), start, word))


def _block_before(reader: Reader, number: int) -> range:
    first = number
    while first and reader.sentences[first - 1].block == reader.sentences[number].block:
        first -= 1
    return range(first, number + 1)


def _block_above(reader: Reader, number: int) -> range:
    """The paragraph before the one of a sentence, if it is short enough to be in mind."""
    first = _block_before(reader, number).start
    above = _block_before(reader, first - 1) if first else range(0)
    return above if len(above) <= REACH else range(0)


def _persons(reader: Reader, numbers: range, before: int, word: str) -> list[str]:
    """The persons named in some sentences up to an offset who can be "he" or "she"."""
    found: list[str] = []
    for number in numbers:
        for run in reader.runs_by_sentence.get(number, []):
            tokens = reader.sentences[number].tokens
            if tokens[run.last : run.last + 1] and tokens[run.last].lower in words(
                "people", "named after"
            ):
                continue
            head = tokens[run.first]
            name = _person_of(reader, run)
            if head.quoted or head.start >= before or not name or name in found:
                continue
            if reader.index.fits(name, word):
                found.append(name)
    return found


def _person_of(reader: Reader, run: Run) -> str:
    name = reader.index.expand(without_title(run.text))
    if name in reader.index.things:
        return ""
    known = name in reader.index.titled or is_person_name(name, reader.directory)
    return name if known and not reader.find(name) else ""
