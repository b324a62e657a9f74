"""The board of questions as plain values: which questions, whose positions, who contradicts whom.

No database here: two small tables come in (what each voice said to each question, counted, and
which voices' claims contradict each other), and the board's arrangement comes out. Questions
whose answers in fact collide stand as one row, so that both sides are seen together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from string import ascii_uppercase

ROWS = 12
COLUMNS = 3
# Positions shown in a row; more voices are counted in words. With all twelve rows full, the board
# and fifty claims stay below 2,500 nodes.
IN_FIRST_ROWS, FIRST_ROWS, IN_LATER_ROWS = 6, 4, 3


@dataclass(frozen=True, slots=True)
class Tally:
    """How often, and when first, one voice answered one question.

    ``voice`` is the claimant's id, or the negative id of a claim whose claimant is not named:
    two unnamed sources are never taken for one.
    """

    question: int
    voice: int
    first: datetime
    claims: int


@dataclass(frozen=True, slots=True)
class Clash:
    """Confirmed contradictions between two voices over one or two questions.

    ``page`` is the public id of one of them, ``pairs`` how many there are.
    """

    questions: tuple[int | None, int | None]
    voices: tuple[int, int]
    page: str
    pairs: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two letters of one line of the board that contradict each other: a bracket over them.

    ``start`` counts columns from 1; ``span`` is 2 for neighbours, 3 for the outer two.
    ``left_shared`` and ``right_shared`` say that another bracket ends on the same side.
    """

    start: int
    span: int
    left_shared: bool = False
    right_shared: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One voice's place in a row: its letter, and whom it contradicts (letter, page)."""

    letter: str
    voice: int
    claims: int
    against: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Up to three places side by side, and the brackets over them.

    ``crossed`` says that somebody in it contradicts somebody in a line above.
    """

    places: tuple[Place, ...]
    ties: tuple[Tie, ...] = ()
    crossed: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """One row of the board. ``questions`` has the heading's first, ``rest`` who is left out."""

    questions: tuple[int, ...]
    lines: tuple[Line, ...]
    contradictions: int
    claims: int
    rest: tuple[int, ...] = ()

    @property
    def voices(self) -> tuple[int, ...]:
        """The voices shown, in order."""
        return tuple(place.voice for line in self.lines for place in line.places)


@dataclass(slots=True)
class Group:
    """Questions that collide, with everything that was said to them."""

    questions: list[int] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)

    @property
    def weight(self) -> tuple[int, int]:
        """How contested it is, then how much was said: the board's order."""
        return sum(clash.pairs for clash in self.clashes), sum(t.claims for t in self.tallies)


def arrange(
    tallies: Sequence[Tally], clashes: Sequence[Clash], *, rows: int = ROWS
) -> tuple[list[Layout], int]:
    """The most contested rows in order, and how many rows there are in all."""
    groups = _groups(tallies, clashes)
    ranked = sorted(groups, key=lambda group: (*(-n for n in group.weight), group.questions[0]))
    plan = [
        _layout(group, IN_FIRST_ROWS if at < FIRST_ROWS else IN_LATER_ROWS)
        for at, group in enumerate(ranked[:rows])
    ]
    return plan, len(ranked)


def _groups(tallies: Sequence[Tally], clashes: Sequence[Clash]) -> list[Group]:
    """Questions joined by a contradiction stand together (a union of sets)."""
    leader = {tally.question: tally.question for tally in tallies}

    def find(question: int) -> int:
        while leader[question] != question:
            leader[question] = leader[leader[question]]
            question = leader[question]
        return question

    for clash in clashes:
        left, right = clash.questions
        if left in leader and right in leader:
            one, other = sorted((find(left), find(right)))
            leader[other] = one
    found: dict[int, Group] = defaultdict(Group)
    for tally in tallies:
        found[find(tally.question)].tallies.append(tally)
    for clash in clashes:
        for question in dict.fromkeys(q for q in clash.questions if q in leader):
            group = found[find(question)]
            if clash not in group.clashes:
                group.clashes.append(clash)
    for group in found.values():
        group.questions = _headed(group)
    return list(found.values())


def _headed(group: Group) -> list[int]:
    """The group's questions, the one that most contradictions touch first, then most claims."""
    said: dict[int, int] = defaultdict(int)
    contested: dict[int, int] = defaultdict(int)
    for tally in group.tallies:
        said[tally.question] += tally.claims
    for clash in group.clashes:
        for question in clash.questions:
            if question is not None:
                contested[question] += clash.pairs
    return sorted(said, key=lambda question: (-contested[question], -said[question], question))


def _layout(group: Group, room: int) -> Layout:
    first: dict[int, datetime] = {}
    said: dict[int, int] = defaultdict(int)
    for tally in group.tallies:
        said[tally.voice] += tally.claims
        first[tally.voice] = min(first.get(tally.voice, tally.first), tally.first)
    voices = _shown(first, group.clashes, room)
    letters = dict(zip(voices, ascii_uppercase, strict=False))
    against = _against(letters, group.clashes)
    places = [Place(letters[v], v, said[v], tuple(sorted(against[v].items()))) for v in voices]
    lines = [places[at : at + COLUMNS] for at in range(0, len(places), COLUMNS)]
    contradictions, claims = group.weight
    return Layout(
        questions=tuple(group.questions),
        lines=tuple(Line(tuple(line), ties(line), crossed(line)) for line in lines),
        contradictions=contradictions,
        claims=claims,
        rest=tuple(voice for voice in _by_time(first) if voice not in letters),
    )


def _shown(first: dict[int, datetime], clashes: Iterable[Clash], room: int) -> list[int]:
    """At most ``room`` voices as they first spoke, chosen by how many contradictions they are in.

    The choice says who the dispute is between; the order says nothing but the time.
    """
    collides: Counter[int] = Counter()
    for clash in clashes:
        for voice in set(clash.voices):
            collides[voice] += clash.pairs
    by_time = _by_time(first)
    chosen = sorted(by_time, key=lambda voice: -collides[voice])[:room]
    return [voice for voice in by_time if voice in chosen]


def _by_time(first: dict[int, datetime]) -> list[int]:
    return sorted(first, key=lambda voice: (first[voice], abs(voice)))


def _against(letters: dict[int, str], clashes: Iterable[Clash]) -> dict[int, dict[str, str]]:
    against: dict[int, dict[str, str]] = defaultdict(dict)
    for clash in clashes:
        left, right = clash.voices
        if left in letters and right in letters and left != right:
            against[left].setdefault(letters[right], clash.page)
            against[right].setdefault(letters[left], clash.page)
    return against


def ties(line: Sequence[Place]) -> tuple[Tie, ...]:
    """The brackets over one line: each pair of it that contradicts, the wide one first."""
    column = {place.letter: at for at, place in enumerate(line, start=1)}
    pairs = [
        (column[place.letter], column[letter])
        for place in line
        for letter, _ in place.against
        if letter in column and column[letter] > column[place.letter]
    ]
    ends = [end for pair in pairs for end in pair]
    return tuple(
        Tie(left, right - left + 1, ends.count(left) > 1, ends.count(right) > 1)
        for left, right in sorted(pairs, key=lambda pair: pair[0] - pair[1])
    )


def crossed(line: Sequence[Place]) -> bool:
    """Whether a letter of the line contradicts one of a line above it."""
    return any(letter < line[0].letter for place in line for letter, _ in place.against)
