"""The board of questions of one event, loaded for its page."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Min, Value, When
from django.db.models.functions import Coalesce

from claims.board import Clash, Layout, Place, Tally, Tie, arrange
from claims.choices import Lifecycle
from claims.models import Claim, Contradiction
from claims.pages.rows import Row
from claims.querysets import ClaimQuerySet
from events.models import Event

ALL = 100  # rows, when the reader asks for all of them
REST = 12  # names beyond the positions of a row, unless the reader asks for all questions


@dataclass(frozen=True, slots=True)
class Claimant:
    """Somebody who speaks about the event, as the filter offers them."""

    name: str
    slug: str
    claims: int


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the board heads a row with it."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Position:
    """One voice in a row of the board. ``answers`` names its question where the row has others."""

    place: Place
    row: Row
    answers: str = ""

    @property
    def more(self) -> int:
        """How many other claims of this voice answer the row's questions."""
        return self.place.claims - 1


@dataclass(frozen=True, slots=True)
class Other:
    """A voice that the row has no room for: its name, and where its claims are read.

    ``slug`` picks them in the list of claims; ``claim`` is the one of a source without a name.
    """

    name: str
    slug: str = ""
    claim: str = ""


@dataclass(frozen=True, slots=True)
class BoardLine:
    """Positions side by side, with the brackets over them."""

    positions: tuple[Position, ...]
    ties: tuple[Tie, ...]
    crossed: bool

    @property
    def deep(self) -> bool:
        """Whether the brackets need two storeys."""
        return len(self.ties) > 1 and self.ties[0].span > self.ties[-1].span


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One row of the board, ready to be shown."""

    question: Question
    others: tuple[Question, ...]
    lines: tuple[BoardLine, ...]
    layout: Layout
    rest: tuple[Other, ...] = ()

    @property
    def voices(self) -> int:
        """How many have spoken on it."""
        return len(self.layout.voices) + len(self.layout.rest)

    @property
    def left(self) -> int:
        """How many of the rest are not named."""
        return len(self.layout.rest) - len(self.rest)

    @property
    def columns(self) -> int:
        """How many stand side by side; two for a lone voice, whose neighbour is silence."""
        return max(2, *(len(line.positions) for line in self.lines))


@dataclass(frozen=True, slots=True)
class Census:
    """Who has spoken about an event and how often, from two queries.

    ``named`` counts the claimants, as the API names them; of ``nameless`` claims the source
    names none, and whether two of them come from one mouth nobody knows.
    """

    tallies: tuple[Tally, ...]
    clashes: tuple[Clash, ...]
    questions: dict[int, Question]
    claimants: tuple[Claimant, ...]
    voices: dict[int, Other]
    claims: int
    retracted: int
    named: int
    nameless: int

    @property
    def contradictions(self) -> int:
        """Confirmed ones; tensions are not counted."""
        return sum(clash.pairs for clash in self.clashes)


def with_voice(claims: ClaimQuerySet) -> Any:
    """Add ``voice``: the claimant's id, or minus the claim's own where nobody is named."""
    return claims.annotate(voice=Coalesce(F("claimant"), -F("pk")))


def census(event: Event) -> Census:
    """Count voices, questions and contradictions of an event. Retracted claims stand apart."""
    claims = with_voice(Claim.objects.public().filter(event=event))
    rows = list(
        claims.values(
            "question",
            "question__text",
            "question__public_id",
            "voice",
            "lifecycle",
            "claimant__name",
            "claimant__slug",
        )
        .annotate(
            first=Min("sort_at"),
            n=Count("pk"),
            page=Min("public_id"),
            called=Min("claimant_text"),
        )
        .order_by()
    )
    standing = [each for each in rows if each["lifecycle"] != Lifecycle.RETRACTED]
    asked = [each for each in rows if each["question"]]
    tallies = [Tally(r["question"], r["voice"], r["first"], r["n"]) for r in asked]
    return Census(
        tallies=tuple(tallies),
        clashes=tuple(_clashes(event)),
        questions={
            r["question"]: Question(r["question__text"], r["question__public_id"]) for r in asked
        },
        claimants=_claimants(rows),
        voices={r["voice"]: _other(r) for r in asked},
        claims=sum(r["n"] for r in standing),
        retracted=sum(r["n"] for r in rows) - sum(r["n"] for r in standing),
        named=len({r["voice"] for r in standing if r["claimant__slug"]}),
        nameless=sum(r["n"] for r in standing if not r["claimant__slug"]),
    )


def _claimants(rows: list[dict[str, object]]) -> tuple[Claimant, ...]:
    said: dict[tuple[str, str], int] = {}
    for each in rows:
        if each["claimant__slug"]:
            key = (str(each["claimant__name"]), str(each["claimant__slug"]))
            said[key] = said.get(key, 0) + int(str(each["n"]))
    return tuple(Claimant(name, slug, n) for (name, slug), n in sorted(said.items()))


def _other(row: dict[str, Any]) -> Other:
    if row["claimant__slug"]:
        return Other(row["claimant__name"], slug=row["claimant__slug"])
    return Other(row["called"] or "Claimant not named in the source", claim=row["page"])


def _clashes(event: Event) -> list[Clash]:
    rows = (
        Contradiction.objects.public()
        .hard()
        .filter(event=event)
        .annotate(
            left=Coalesce(F("first__claimant"), -F("first")),
            right=Coalesce(F("second__claimant"), -F("second")),
        )
        .values("first__question", "second__question", "left", "right")
        .annotate(page=Min("public_id"), n=Count("pk"))
        .order_by("page")
    )
    return [
        Clash(
            (r["first__question"], r["second__question"]),
            (r["left"], r["right"]),
            r["page"],
            r["n"],
        )
        for r in rows
    ]


def layouts(counted: Census, *, everything: bool) -> tuple[list[Layout], int]:
    """The board's rows as ids, the most contested first, and how many there are in all."""
    limit = {"rows": ALL} if everything else {}
    return arrange(counted.tallies, counted.clashes, **limit)


def representatives(event: Event, rows: list[Layout]) -> dict[tuple[int, int], int]:
    """For each row (by its first question) and voice, the claim that stands for it: one query.

    A claim that still stands before a revised one, a contested one before others, a later one
    before an earlier: what the voice says now, where it collides.
    """
    heads = {question: row.questions[0] for row in rows for question in row.questions}
    voices = {voice for row in rows for voice in row.voices}
    rank = Case(
        When(lifecycle=Lifecycle.CURRENT, then=Value(0)),
        When(lifecycle=Lifecycle.REVISED, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    claims = with_voice(Claim.objects.public().filter(event=event, question__in=heads))
    claims = claims.filter(voice__in=voices).with_contested().annotate(rank=rank)
    best = (
        claims.order_by(
            "question",
            "voice",
            "rank",
            "-contested",
            Coalesce("made_at_from", "made_at_to").desc(nulls_last=True),
            "pk",
        )
        .distinct("question", "voice")
        .values_list("question", "voice", "rank", "contested", "pk")
    )
    order = {question: at for row in rows for at, question in enumerate(row.questions)}
    ranked = sorted(best, key=lambda each: (each[2], not each[3], order[each[0]]))
    chosen: dict[tuple[int, int], int] = {}
    shown = {(row.questions[0], voice) for row in rows for voice in row.voices}
    for question, voice, *_, pk in ranked:
        if (heads[question], voice) in shown:
            chosen.setdefault((heads[question], voice), pk)
    return chosen


def board(
    plan: list[Layout],
    chosen: dict[tuple[int, int], int],
    rows: dict[int, Row],
    counted: Census,
    *,
    everything: bool = False,
) -> list[BoardRow]:
    """The board's rows with their claims; ``everything`` names every voice left out of them."""
    room = None if everything else REST
    return [_board_row(layout, chosen, rows, counted, room) for layout in plan]


def _board_row(
    layout: Layout,
    chosen: dict[tuple[int, int], int],
    rows: dict[int, Row],
    counted: Census,
    room: int | None,
) -> BoardRow:
    head = layout.questions[0]
    lines = []
    for line in layout.lines:
        positions = tuple(
            _position(place, rows[chosen[head, place.voice]], head)
            for place in line.places
            if (head, place.voice) in chosen and chosen[head, place.voice] in rows
        )
        lines.append(BoardLine(positions, line.ties, line.crossed))
    asked = counted.questions
    others = tuple(asked[question] for question in layout.questions[1:])
    rest = tuple(counted.voices[voice] for voice in layout.rest[:room])
    return BoardRow(asked[head], others, tuple(lines), layout, rest)


def _position(place: Place, row: Row, head: int) -> Position:
    question = row.claim.question
    other = question is not None and question.pk != head
    return Position(place, row, question.text if other and question else "")
