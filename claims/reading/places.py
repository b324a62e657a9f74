"""Which named place "the town" stands for: the one that the article names as such."""

from collections.abc import Iterator

from claims.reading.lexicon import verb_forms, words
from claims.reading.names import Run
from claims.reading.scene import Reader
from claims.reading.text import Token

Named = tuple[int, str, str]  # the sentence, the name, its kind ("city") or "" where unsaid
APPOSED = 6


def the_place(reader: Reader, number: int, kind: str) -> str:
    """The name that "the city" stands for in a sentence; "" when there is none or several.

    What its paragraph names comes first.
    """
    found = [named for named in _named(reader) if named[2] in {"", kind}]
    block = reader.sentences[number].block
    here = {name for at, name, _ in found if reader.sentences[at].block == block and at <= number}
    anywhere = {name for _, name, _ in found}
    for names in (here, anywhere):
        if len(names) == 1:
            return names.pop()
    return ""


def _named(reader: Reader) -> Iterator[Named]:
    """The places that are told as such: "the city of Mir", "Mir, a town", "captured Mir"."""
    for run in reader.index.runs:
        kind = _kind(reader, run)
        if kind is not None and not _is_somebody(reader, run.text):
            yield run.sentence, run.text, kind


def _is_somebody(reader: Reader, name: str) -> bool:
    known = name in reader.index.groups or name in reader.index.acronyms
    return known or bool(reader.find(name)) or name in reader.index.full_names


def _kind(reader: Reader, run: Run) -> str | None:
    tokens = reader.sentences[run.sentence].tokens
    settlements = words("topics", "settlements")
    before = [token.lower for token in tokens[max(0, run.first - 2) : run.first]]
    if before[-1:] == ["of"] and before[0] in settlements:
        return before[0]
    if before[-1:] and before[-1] in settlements:
        return before[-1]
    apposed = _apposed(tokens, run.last)
    if apposed:
        return apposed
    taken = {**verb_forms("topics", "capture"), **verb_forms("topics", "lose")}
    nouns = words("topics", "capture nouns")
    if before and before[-1] in taken:
        return ""
    if before[-1:] == ["of"] and before[0] in nouns | {"control"}:
        return ""
    return None


def _apposed(tokens: tuple[Token, ...], at: int) -> str:
    """The kind that "Mir, a town in the east" gives; "" for none."""
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return ""
    if tokens[at + 1].lower not in {"a", "an", "the"}:
        return ""
    for token in tokens[at + 2 : at + APPOSED]:
        if token.lower in words("topics", "settlements"):
            return token.lower
        if not token.text.islower():
            return ""
    return ""
