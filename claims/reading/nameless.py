"""Speakers without a name, carried on: "the guard" and "he" after "a guard at the gate said"."""

from claims.reading.described import description, head_of, singular
from claims.reading.grammar import is_in
from claims.reading.lexicon import words
from claims.reading.pronouns import OWNERS, named_since, owner_of
from claims.reading.scene import Nameless, Reader, slice_of
from claims.reading.subjects import main_subject
from claims.reading.text import Token

ONE = frozenset({"he", "she"})
SEVERAL = frozenset({"they"})
BODY = frozenset({"it"})
SHORT = 3  # words of "the senior official", which may point back at somebody described


def note(reader: Reader, number: int, first: int, last: int) -> None:
    """Keep how the article describes a speaker it does not name, so that he can go on speaking.

    Whoever spoke before is then no longer the last speaker. What "the guard" or "he" stands for
    is kept beside its place, for the claimant's words.
    """
    scene, sentence = reader.scene, reader.sentences[number]
    tokens = sentence.tokens[first:last]
    start, end = sentence.span(first, last)
    text = reader.text[start:end].rstrip(" ,")
    owned = _owned(reader, number, tokens, text)
    if owned:
        scene.called[start] = text = owned
    earlier = _stands_for(reader, number, tokens, text)
    if earlier is not None:
        scene.called[start] = earlier.text
        text = earlier.text
    elif not description(text, reader.directory):
        return
    found = Nameless(text, head_of(text), number, plural=_is_plural(text))
    scene.note((), number, sentence.block)
    scene.nameless.append(found)


def _stands_for(
    reader: Reader, number: int, tokens: tuple[Token, ...], text: str
) -> Nameless | None:
    """The one described before who is meant by a pronoun, or by "the" and the same noun."""
    known = reader.scene.nameless
    if len(tokens) == 1:
        return _meant_by(reader, number, tokens[0])
    if tokens[1].lower == "same" or _is_anybody(tokens):
        near = known and number - known[-1].number <= 1 and not reader.scene.last
        return known[-1] if near else None
    if tokens[0].lower not in {"the", "that", "this"} or len(tokens) > SHORT:
        return None
    if len(tokens) == 2 and tokens[1].lower in words("people", "documents"):  # noqa: PLR2004  # "the statement"
        last = known[-1:] if not reader.scene.last else []
        recent = [one for one in last if number - one.number <= reader.scene.reach(one.number)]
        return recent[0] if recent else None
    if any(is_in(token, "prepositions") for token in tokens):
        return None
    head = head_of(text)
    fitting = {one.text: one for one in known if head and one.head == head}
    same = [one for one in fitting.values() if one.plural == _is_plural(text)]
    return same[0] if len(same) == 1 and len(fitting) == 1 else None


def _is_anybody(tokens: tuple[Token, ...]) -> bool:
    """As in "this person", "the source": a noun that only points."""
    points = tokens[0].lower in {"the", "that", "this"} and len(tokens) == len(("this", "person"))
    return points and tokens[1].lower in words("people", "pointing nouns")


def _meant_by(reader: Reader, number: int, pronoun: Token) -> Nameless | None:
    """The one who spoke last without a name, or the one told of just before."""
    last = reader.scene.nameless[-1] if reader.scene.nameless else None
    if last is None or number - last.number > 1 or reader.scene.last or not _fits(pronoun, last):
        return _told_of(reader, number, pronoun)
    open_who = named_since(reader, last.number, number, pronoun.start, pronoun.lower)
    return None if open_who else last


def _told_of(reader: Reader, number: int, pronoun: Token) -> Nameless | None:
    """Market women, for "they" after "Market women lost their stalls": that sentence's subject."""
    if pronoun.lower not in ONE | SEVERAL or number == 0:
        return None
    before, sentence = reader.sentences[number - 1], reader.sentences[number]
    subject = main_subject(before, len(before.tokens))
    spoke = number - reader.scene.heard <= 1
    if subject is None or spoke or before.block != sentence.block:
        return None
    if before.tokens[subject.first].quoted:
        return None
    text = slice_of(reader, before.tokens[subject.first : subject.last])
    one = Nameless(text, head_of(text), number, plural=_is_plural(text))
    if not description(text, reader.directory) or not _fits(pronoun, one):
        return None
    other = named_since(reader, number - 1, number, pronoun.start, pronoun.lower)
    return None if other and pronoun.lower in ONE else one


def _owned(reader: Reader, number: int, tokens: tuple[Token, ...], text: str) -> str:
    """Berg's supporters, where the article has "his supporters"; "" where it is open whose."""
    head = tokens[0].lower
    if head not in {"his", "her"} or len(tokens) == 1:
        return ""
    owner = owner_of(reader, number, tokens[0].start, OWNERS[head])
    return f"{owner.name}'s {text.partition(' ')[2]}" if owner is not None else ""


def _fits(pronoun: Token, one: Nameless) -> bool:
    if pronoun.lower in SEVERAL:
        return one.plural
    return pronoun.lower in ONE and not one.plural


def _is_plural(text: str) -> bool:
    head = head_of(text)
    return head in words("people", "collective people") or (
        bool(head)
        and any(
            part != head and singular(part) == head
            for part in (word.casefold().strip(",") for word in text.split())
        )
    )
