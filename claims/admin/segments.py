"""A text cut where its marks begin and end, so that marks may overlap without breaking markup.

Plain values in and out. Offsets are code points, half-open, as everywhere in the ledger.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

LINE_END = "\n"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something said of ``text[start:end]``. ``key`` is the caller's own, ``kind`` its sort."""

    start: int
    end: int
    key: int
    kind: str = "quote"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that no mark begins or ends within.

    ``over`` are the marks that cover all of it, ``begins`` those of them that begin with it and
    ``ends`` those that end with it.
    """

    text: str
    over: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()


def segments(text: str, marks: Iterable[Mark], *, offset: int = 0) -> Iterator[Segment]:
    """Cut the text at every mark's ends; the segments put together are the text again.

    ``offset`` is where the text begins in the longer one that the marks are of. What of a mark
    lies outside is left out, and so are marks of nothing. A mark that began before the text
    begins nowhere in it.
    """
    inside = [
        (max(mark.start - offset, 0), min(mark.end - offset, len(text)), mark) for mark in marks
    ]
    inside = [(start, end, mark) for start, end, mark in inside if start < end]
    starting, ending = defaultdict(list), defaultdict(list)
    for start, end, mark in inside:
        starting[start].append(mark)
        ending[end].append(mark)
    active: dict[Mark, None] = {}
    for low, high in pairwise(sorted({0, len(text), *starting, *ending})):
        for mark in ending[low]:
            active.pop(mark, None)
        active |= dict.fromkeys(starting[low])
        yield Segment(
            text[low:high],
            tuple(active),
            tuple(mark for mark in starting[low] if mark.start - offset == low),
            tuple(mark for mark in ending[high] if mark.end - offset == high),
        )


def paragraphs(found: Iterable[Segment]) -> list[tuple[Segment, ...]]:
    """The segments line by line; the lines joined by line ends are the text again.

    A mark over several lines is in each of them, and begins in the first that has words of it.
    """
    lines: list[list[Segment]] = [[]]
    waiting: tuple[Mark, ...] = ()
    for segment in found:
        waiting = (*waiting, *segment.begins)
        for number, piece in enumerate(segment.text.split(LINE_END)):
            if number:
                lines.append([])
            if piece:
                lines[-1].append(replace(segment, text=piece, begins=waiting))
                waiting = ()
    return [tuple(line) for line in lines]


def parts(text: str, size: int) -> list[tuple[int, int]]:
    """Where to cut a long text so that no part is longer than ``size``.

    After a line, if it can be, else after a word. Together the parts are the text; a text that
    fits is one part, an empty one too.
    """
    found, start = [], 0
    while len(text) - start > size:
        ends = (text.rfind(space, start, start + size) + 1 for space in (LINE_END, " "))
        end = next((end for end in ends if end > start), start + size)
        found.append((start, end))
        start = end
    return [*found, (start, len(text))]


def part_of(cuts: Sequence[tuple[int, int]], place: int) -> int:
    """The number, from 0, of the part that a place lies in; the last one for a place beyond."""
    return next((number for number, (_, end) in enumerate(cuts) if place < end), len(cuts) - 1)
