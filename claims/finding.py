"""Where words that a person selected or pasted stand in a text.

Plain values; offsets are code points, half-open, as everywhere in the ledger. Words come from a
page: other line ends, other quotation marks and dashes than in the text, or marks around them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claims.values import Span

MOST = 50  # places that are offered; words that stand more often are too few to be a quote
SPACING, MARKS, CASE = "spacing", "marks", "case"
SINGLE = "'\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4"
DOUBLE = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033'
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
ALIKE = {ord(char): kind[0] for kind in (SINGLE, DOUBLE, DASHES) for char in kind} | {
    ord("\u2026"): "..."
}
AROUND = SINGLE + DOUBLE + "\u2026. \t\r\n\u00a0"
TWO_SINGLE = re.compile("''|``")


@dataclass(frozen=True, slots=True)
class Found:
    """The places of some words, and how far they were bent to find them: "" for not at all."""

    places: tuple[Span, ...] = ()
    bent: str = ""


@dataclass(frozen=True, slots=True)
class Flat:
    """A text flattened for comparing, and where each of its letters began and ended."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def find(text: str, words: str) -> Found:
    """The first places where the words stand: as they are, else with less and less care.

    First as given but for the white space around; then any white space is as good as any other;
    then any quotation mark or dash, what is not seen (soft hyphens) aside, without the marks
    around the words; then small letters for capitals too.
    """
    exact = words.strip()
    if not exact:
        return Found()
    if places := _places(text, exact):
        return Found(places)
    for bent, flat in WAYS:
        if places := _flat_places(flat(text), flat(exact).text.strip()):
            return Found(places, bent)
    bare = exact.strip(AROUND)
    for bent, flat in WAYS[1:]:
        if places := _flat_places(flat(text), flat(bare).text.strip()):
            return Found(places, bent)
    return Found()


def place_of(text: str, start: int, end: int, words: str) -> Span | None:
    """The place that a person selected, trimmed; ``words`` are what she saw there.

    Where the offsets do not hold these words, their nearest place; None where they stand nowhere.
    """
    if 0 <= start < end <= len(text) and same(text[start:end], words):
        return trimmed(text, start, end)
    places = find(text, words).places
    return min(places, key=lambda place: abs(place[0] - start), default=None)


def same(left: str, right: str) -> bool:
    """Whether two texts are the same words, whatever the white space."""
    return left.split() == right.split()


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without the white space at its ends; None where nothing is left."""
    start, end = max(start, 0), min(end, len(text))
    inner = text[start:end]
    if not inner.strip():
        return None
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def _places(text: str, words: str) -> tuple[Span, ...]:
    found: list[Span] = []
    at = text.find(words)
    while at >= 0 and len(found) < MOST:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1)
    return tuple(found)


def _flat_places(flat: Flat, words: str) -> tuple[Span, ...]:
    places = _places(flat.text, words) if words else ()
    # A place begins and ends with whole letters of the text: "ﬁ" is not found by its "i" alone.
    return tuple(
        (flat.starts[start], flat.ends[end - 1])
        for start, end in places
        if (not start or flat.starts[start - 1] != flat.starts[start])
        and (end == len(flat.text) or flat.starts[end - 1] != flat.starts[end])
    )


def _spaced(text: str) -> Flat:
    return _flat(text, lambda char: char)


def _unmarked(text: str) -> Flat:
    return _flat(text, _alike)


def _caseless(text: str) -> Flat:
    return _flat(text, lambda char: _alike(char).casefold())


def _alike(char: str) -> str:
    return "" if char in UNSEEN else char.translate(ALIKE)


WAYS: tuple[tuple[str, Callable[[str], Flat]], ...] = (
    (SPACING, _spaced),
    (MARKS, _unmarked),
    (CASE, _caseless),
)


def _flat(text: str, letters: Callable[[str], str]) -> Flat:
    """Each run of white space as one space, two single marks as one double one."""
    kept: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, piece in _pieces(text, letters):
        for letter in piece:
            if letter == " " and kept and kept[-1] == " ":
                ends[-1] = end
                continue
            kept.append(letter)
            starts.append(start)
            ends.append(end)
    return Flat("".join(kept), tuple(starts), tuple(ends))


def _pieces(text: str, letters: Callable[[str], str]) -> Iterator[tuple[int, int, str]]:
    pairs = {match.start() for match in TWO_SINGLE.finditer(text)}
    skip = -1
    for at, char in enumerate(text):
        if at == skip:
            continue
        if at in pairs and letters("'") == letters("\u2019"):
            skip = at + 1
            yield at, at + 2, DOUBLE[0]
        else:
            yield at, at + 1, " " if char.isspace() else letters(char)
