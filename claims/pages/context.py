"""A quote among the words around it: no more of the article than quotation needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.reading.text import blocks, sentences

SENTENCES = 2  # on each side
LETTERS = 600  # on each side, however long the sentences are
WINDOW = 4000  # letters read on each side to find them
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text: ``role`` is "words" (the quote), "cue" (the verb of saying) or ""."""

    text: str
    role: str = ""


def excerpt(text: str, start: int, end: int, cue: tuple[int, int] | None = None) -> list[Piece]:
    """The quote at ``text[start:end]`` with up to two sentences on each side, in pieces.

    Joined, the pieces are a slice of the text; where it was cut, a piece of one "…" stands. An
    empty list after a takedown.
    """
    if not text[start:end]:
        return []
    first, last = _bounds(text, start, end)
    marks = [(start, end, "words")]
    if cue is not None and (first <= cue[0] < cue[1] <= start or end <= cue[0] < cue[1] <= last):
        marks.append((*cue, "cue"))
    pieces = [Piece(f"{ELLIPSIS} " if text[:first].strip() else "")]
    at = first
    for low, high, role in sorted(marks):
        pieces += [Piece(text[at:low]), Piece(text[low:high], role)]
        at = high
    pieces += [Piece(text[at:last]), Piece(f" {ELLIPSIS}" if text[last:].strip() else "")]
    return [piece for piece in pieces if piece.text]


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences around the quote begin and end."""
    low, high = max(0, start - WINDOW), min(len(text), end + WINDOW)
    spans = _spans(text[low:high], low)
    inside = [at for at, (a, b) in enumerate(spans) if a < end and b > start]
    if not inside:
        return start, end
    first = spans[max(0, inside[0] - SENTENCES)][0]
    last = spans[min(len(spans) - 1, inside[-1] + SENTENCES)][1]
    return min(start, max(first, start - LETTERS)), max(end, min(last, end + LETTERS))


def _spans(text: str, shift: int) -> Sequence[tuple[int, int]]:
    return [
        (sentence.start + shift, sentence.end + shift)
        for block in blocks(text)
        for sentence in sentences(block)
    ]
