"""One text as it was read: its lines with marks and numbers, and the claims beside them.

Plain values: the page (``claims.admin.reading_view``) loads the rows and writes the addresses.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import ascii_lowercase

from claims.admin.segments import LINE_END, Mark, Segment, paragraphs, segments
from claims.choices import Review

QUOTE, CUE, SPEAKER = "quote", "cue", "speaker"
OUTLET, OUTLET_SURE = "outlet", "outlet-sure"  # it says that it could not verify, that it has
ASIDE = (CUE, SPEAKER, OUTLET, OUTLET_SURE)
HIGH, MEDIUM = 0.8, 0.6  # named and typed; attributed to somebody
# Of quotes on the same words the one that waits for somebody gives the colour.
ORDER = (Review.PROPOSED, Review.PUBLISHED, Review.REJECTED, Review.MERGED)


@dataclass(frozen=True, slots=True)
class Place:
    """One quote of the text as far as marking it goes; ``claim`` is the claim's id."""

    quote: int
    start: int
    end: int
    claim: int
    review: Review
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure the reader was: ``level`` for the colour, ``words`` for people."""

    level: str
    words: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """The number at the beginning of a mark, which leads to its claim in the list."""

    quote: int
    claim: int
    number: str
    review: Review
    sure: Sure

    @property
    def words(self) -> str:
        """The label for who does not see the colour."""
        return f"Claim {self.number}, {self.review.label.lower()}, {self.sure.words}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line and the classes it is drawn by; ``quoted`` where a claim stands on it.

    ``statements`` are the keys of the outlet's own statements that begin here.
    """

    text: str
    classes: str = ""
    quoted: bool = False
    labels: tuple[Label, ...] = ()
    statements: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text; ``start`` is where it begins in the version, in code points."""

    start: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Numbering:
    """The labels of a text's quotes: claims count in text order, "3" and "3b" are one claim's."""

    places: Sequence[Place]

    @cached_property
    def labels(self) -> dict[int, Label]:
        """Each quote's label, by the quote's id, in text order."""
        numbers: dict[int, int] = {}
        told: dict[int, int] = {}
        found = {}
        for place in self.places:
            number = numbers.setdefault(place.claim, len(numbers) + 1)
            nth = told[place.claim] = told.get(place.claim, 0) + 1
            found[place.quote] = Label(
                quote=place.quote,
                claim=place.claim,
                number=f"{number}{_nth(nth)}",
                review=place.review,
                sure=sure(place.confidence),
            )
        return found

    def of_claims(self, places: Iterable[Place]) -> dict[int, list[Label]]:
        """The labels of these places by their claims' ids, in the order of the places."""
        found: dict[int, list[Label]] = {}
        for place in places:
            found.setdefault(place.claim, []).append(self.labels[place.quote])
        return found

    def tally(self) -> dict[Review, int]:
        """How many claims are in each state, all states named."""
        states = {place.claim: place.review for place in self.places}
        return {state: list(states.values()).count(state) for state in ORDER}


def sure(confidence: float | None) -> Sure:
    """The reader's confidence in words and as a figure; a person's own claim has none."""
    if confidence is None:
        return Sure("person", "logged by a person")
    level = "high" if confidence >= HIGH else "medium" if confidence >= MEDIUM else "low"
    return Sure(level, f"confidence {confidence:.2f}, {level}", f"{confidence:.2f}".lstrip("0"))


def lines(
    text: str, marks: Iterable[Mark], labels: Mapping[int, Label], *, offset: int = 0
) -> list[tuple[Piece, ...]]:
    """The text line by line in pieces; marks of quotes are keyed by the quote's id.

    ``offset`` is where the text begins in the version. Empty lines stay, without pieces.
    """
    cut = paragraphs(segments(text, marks, offset=offset))
    return [tuple(_piece(segment, labels) for segment in line) for line in cut]


def placed(found: Iterable[Sequence[Piece]], *, offset: int = 0) -> list[Line]:
    """The lines that have words, each with its place; ``offset`` is where the first begins."""
    kept, start = [], offset
    for line in found:
        if line:
            kept.append(Line(start, tuple(line)))
        start += sum(len(piece.text) for piece in line) + len(LINE_END)
    return kept


def share_marked(found: Iterable[Sequence[Piece]]) -> int:
    """How much of the text claims stand on, in per cent."""
    pieces = [piece for line in found for piece in line]
    marked = sum(len(piece.text) for piece in pieces if piece.quoted)
    return round(100 * marked / max(sum(len(piece.text) for piece in pieces), 1))


def _piece(segment: Segment, labels: Mapping[int, Label]) -> Piece:
    quotes = [labels[mark.key] for mark in segment.over if mark.kind == QUOTE]
    kinds = {mark.kind for mark in segment.over}
    classes = [kind for kind in ASIDE if kind in kinds]
    if quotes:
        first = min(quotes, key=lambda label: ORDER.index(label.review))
        classes += [first.review, f"sure-{first.sure.level}"]
        classes += ["several"] if len(quotes) > 1 else []
        classes += ["ends"] if any(mark.kind == QUOTE for mark in segment.ends) else []
    return Piece(
        segment.text,
        " ".join(classes),
        quoted=bool(quotes),
        labels=tuple(labels[mark.key] for mark in segment.begins if mark.kind == QUOTE),
        statements=tuple(m.key for m in segment.begins if m.kind in {OUTLET, OUTLET_SURE}),
    )


def _nth(number: int) -> str:
    """Nothing for the first place of a claim, then b, c, ... z, .27, .28 and so on."""
    if number == 1:
        return ""
    return ascii_lowercase[number - 1] if number <= len(ascii_lowercase) else f".{number}"
