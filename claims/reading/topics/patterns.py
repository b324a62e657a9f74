"""Patterns of words as the data files write them, and where they stand among some words.

A pattern is words with spaces between: ``a|b`` is either, ``word*`` what begins so, ``@take-took``
any form of a verb, and ``..`` stands for up to four words of one clause.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.reading.lexicon import conjugate

GAP = 4  # words that ".." stands for
ENDS = frozenset({";", ":", "?", "!"})


@dataclass(frozen=True, slots=True)
class Piece:
    """One word of a pattern: the words it stands for, their beginnings, and what may lie before."""

    exact: frozenset[str]
    begins: tuple[str, ...]
    gap: int

    def fits(self, word: str) -> bool:
        """Whether a word is meant."""
        return word in self.exact or (bool(self.begins) and word.startswith(self.begins))


Pattern = tuple[Piece, ...]
Meaning = tuple[int, str]


@dataclass(slots=True)
class Patterns:
    """Patterns with what each stands for, a number and a name, by the word they begin with."""

    by_word: dict[str, list[tuple[Pattern, Meaning]]] = field(default_factory=dict)
    by_beginning: list[tuple[Pattern, Meaning]] = field(default_factory=list)

    def add(self, text: str, meaning: Meaning) -> None:
        """Note one pattern."""
        pattern = parse(text)
        for word in pattern[0].exact:
            self.by_word.setdefault(word, []).append((pattern, meaning))
        if pattern[0].begins:
            self.by_beginning.append((pattern, meaning))

    def found(self, lowers: Sequence[str]) -> Iterator[tuple[Meaning, tuple[int, ...]]]:
        """What each pattern stands for that the words have, with the places of its own words."""
        for at, word in enumerate(lowers):
            begun = [one for one in self.by_beginning if one[0][0].fits(word)]
            for pattern, meaning in (*self.by_word.get(word, ()), *begun):
                places = _places(pattern, lowers, at)
                if places:
                    yield meaning, places


def parse(text: str) -> Pattern:
    """A pattern as it is written."""
    pieces: list[Piece] = []
    gap = 0
    for part in text.split():
        if part == "..":
            gap = GAP
            continue
        pieces.append(_piece(part, gap))
        gap = 0
    return tuple(pieces)


def _piece(part: str, gap: int) -> Piece:
    exact: set[str] = set()
    begins: list[str] = []
    for option in part.split("|"):
        if option.startswith("@"):
            exact.update(conjugate(option[1:].split("-")))
        elif option.endswith("*"):
            begins.append(option[:-1])
        else:
            exact.add(option)
    return Piece(frozenset(exact), tuple(begins), gap)


def _places(pattern: Pattern, lowers: Sequence[str], first: int) -> tuple[int, ...]:
    """Where each word of a pattern stands that begins at a word; () where it does not go on."""
    places = [first]
    for piece in pattern[1:]:
        at = places[-1] + 1
        for k in range(at, min(at + piece.gap + 1, len(lowers))):
            if piece.fits(lowers[k]):
                places.append(k)
                break
            if lowers[k] in ENDS:
                return ()
        else:
            return ()
    return tuple(places)
