"""Word lists of an inflected language: every form of an entry, found with one look.

An entry is a word or phrase; a word may name the endings it takes by capital letters after a
slash ("заяви/V"), which stand in the language's ``forms.txt``. A line with a label and a colon
("dam: дамб/N") gives its entries that label.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claims.reading.lexicon import entries

NO_ENDING = "-"
Rest = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where an entry stands among some words, and its label."""

    first: int
    last: int
    label: str = ""


@dataclass(frozen=True)
class Section:
    """The entries of one section by their first word, the longest first."""

    heads: Mapping[str, tuple[tuple[Rest, str], ...]]

    def at(self, words: Sequence[str], first: int, last: int | None = None) -> Hit | None:
        """The longest entry that begins at this word, None for none."""
        end = len(words) if last is None else last
        for rest, label in self.heads.get(words[first], ()):
            stop = first + 1 + len(rest)
            if stop <= end and all(words[first + 1 + k] in forms for k, forms in enumerate(rest)):
                return Hit(first, stop, label)
        return None

    def hits(self, words: Sequence[str], first: int = 0, last: int | None = None) -> Iterator[Hit]:
        """Every entry among the words from left to right; none overlaps another."""
        end = len(words) if last is None else last
        at = first
        while at < end:
            hit = self.at(words, at, end)
            if hit is not None:
                yield hit
            at = hit.last if hit else at + 1

    def find(self, words: Sequence[str], first: int = 0, last: int | None = None) -> Hit | None:
        """The first entry among the words, None for none."""
        return next(self.hits(words, first, last), None)

    def __contains__(self, word: str) -> bool:
        return any(not rest for rest, _ in self.heads.get(word, ()))


@cache
def section(language: str, name: str, title: str) -> Section:
    """One section of a data file of a language with all forms of its entries."""
    heads: dict[str, list[tuple[Rest, str]]] = {}
    for at, line in entries(name, language):
        if at != title:
            continue
        label, colon, listed = line.partition(":")
        for entry in (listed if colon else line).split(","):
            first, *rest = (_forms(language, word) for word in entry.split())
            tail = tuple(frozenset(forms) for forms in rest)
            for form in first:
                heads.setdefault(form, []).append((tail, label.strip() if colon else ""))
    return Section(
        {word: tuple(sorted(found, key=lambda one: -len(one[0]))) for word, found in heads.items()}
    )


@cache
def numbers(language: str, title: str) -> dict[str, int]:
    """The number words of a section of ``quantities.txt`` and what they stand for."""
    return {
        form: int(line.partition(":")[0])
        for at, line in entries("quantities", language)
        if at == title
        for form in line.partition(":")[2].split()
    }


@cache
def _endings(language: str) -> dict[str, tuple[str, ...]]:
    return {
        title: tuple(ending.strip().replace(NO_ENDING, "") for ending in line.split(","))
        for title, line in entries("forms", language)
    }


def _forms(language: str, word: str) -> tuple[str, ...]:
    stem, slash, classes = word.partition("/")
    if not slash:
        return (word,)
    return tuple(
        dict.fromkeys(stem + ending for one in classes for ending in _endings(language)[one])
    )
