"""What is said, taken apart into clauses: each with a verb of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.choices import Modality, Stance
from claims.reading.slavic.lines import Line, has_verb
from claims.reading.slavic.quantities import Quantity, find_quantities
from claims.reading.slavic.scene import Scene
from claims.values import ClaimantName

Range = tuple[int, int]
PARTS = 2


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with who says it and how."""

    line: Line
    first: int
    last: int
    scene: Scene
    claimant: ClaimantName | None = None
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.ASSERTED
    frame: str = "that"

    @property
    def words(self) -> list[str]:
        """Its words."""
        return self.line.words[self.first : self.last]

    def has(self, name: str, title: str) -> bool:
        """Whether an entry of a section stands in it."""
        return (
            self.line.lexicon(name, title).find(self.line.words, self.first, self.last) is not None
        )

    def quantities(self) -> list[Quantity]:
        """Its quantities."""
        return find_quantities(self.line, self.first, self.last)

    @property
    def negated(self) -> bool:
        """Whether "не" or "жоден" stands in it."""
        negations = self.line.lexicon("cues", "negations")
        return any(word in negations for word in self.words if word != "без")


def split(line: Line, first: int, last: int) -> Iterator[Range]:
    """The clauses of a stretch: cut where a comma or link parts two verbs."""
    start = first
    for at in range(first, last):
        if at > start and _cuts(line, start, at, last):
            yield start, at
            start = at + 1
    if start < last:
        yield start, last


def _cuts(line: Line, start: int, at: int, last: int) -> bool:
    token = line.tokens[at]
    if token.text == ";" or (token.text in {".", "!", "?", "…"} and at + PARTS < last):
        return True
    if token.text not in {",", ":", "\u2013", "\u2014"} or at + PARTS >= last:
        return False
    if line.words[at + 1] in line.lexicon("cues", "subordinators") and token.text == ",":
        return False
    following = next(
        (b for b in line.breaks if at < b < last and line.tokens[b].text in {",", ";", ":"}), last
    )
    return has_verb(line, start, at) and _is_whole(line, at + 1, following, last)


def _is_whole(line: Line, first: int, end: int, last: int) -> bool:
    """Whether what follows can stand alone; "13 пропали" and "четыре машины подбиты" can."""
    return has_verb(line, first, end) or (end < last and has_verb(line, first, last))
