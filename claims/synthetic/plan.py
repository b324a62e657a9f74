"""What a made-up event holds: questions of twenty claims, in each exactly one planted pair.

The same size, event number and seed give the same plan, claim by claim, whatever else is planned.
All but the planted two of a question can hold together with every other claim of the event.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from claims.choices import Rung, Stance, Topic
from claims.values import Answer, Count, QuestionSlot

PER_QUESTION = 20
SPEAKERS = 60
FORCES = 12
DAYS = 30  # of the event, over which its claims are made
PLANTED = 2  # claims of each question that cannot both be true


@dataclass(frozen=True, slots=True)
class PlannedClaim:
    """One claim; ``speaker`` and the answer's actors are slugs, ``day`` counts from the first."""

    number: int
    question: QuestionSlot
    speaker: str
    statement: str
    stance: Stance
    answer: Answer
    day: int
    planted: bool


@dataclass(frozen=True, slots=True)
class Part:
    """What one claim says, before it is known who says it when; None leaves that to chance."""

    statement: str
    answer: Answer
    stance: Stance = Stance.ASSERTS
    speaker: str | None = None
    day: int | None = None


Kind = Callable[[Random, str], tuple[QuestionSlot, list[Part]]]


def speaker(number: int) -> str:
    """The slug of one who speaks."""
    return f"synthetic-speaker-{number + 1:02}"


def force(number: int) -> str:
    """The slug of one who acts, and is spoken of."""
    return f"synthetic-force-{number + 1:02}"


def name_of(slug: str) -> str:
    """What readers call the actor."""
    _, kind, number = slug.split("-")
    return f"{kind.capitalize()} {int(number)}"


def plan(size: int, *, event: int, seed: int) -> Iterator[PlannedClaim]:
    """The claims of one event in order, the last question cut short where twenty do not fit.

    A question with fewer than two claims left has no planted pair.
    """
    for first in range(0, size, PER_QUESTION):
        number = first // PER_QUESTION
        drawn = Random(f"{seed}:{event}:{number}")  # noqa: S311 - the same each time is the aim
        kind = KINDS[number % len(KINDS)]
        question, parts = kind(drawn, f"sector {number + 1}")
        speakers = drawn.sample([speaker(n) for n in range(SPEAKERS)], PER_QUESTION)
        order = list(range(min(PER_QUESTION, size - first)))
        drawn.shuffle(order)
        planted = len(order) >= PLANTED
        for place, index in enumerate(order):
            part = parts[index]
            yield PlannedClaim(
                number=first + place,
                question=question,
                speaker=part.speaker or speakers[index],
                statement=part.statement,
                stance=part.stance,
                answer=part.answer,
                day=drawn.randrange(DAYS) if part.day is None else part.day,
                planted=planted and index < PLANTED,
            )


def figures(drawn: Random, place: str) -> tuple[QuestionSlot, list[Part]]:
    """How many were killed: two figures, and floors below both."""
    low = drawn.randrange(20, 60)
    high = low + drawn.randrange(20, 60)
    counts = [Count(low, low), Count(high, high)]
    floors = (drawn.randrange(1, low) for _ in range(PLANTED, PER_QUESTION))
    counts += [Count(floor, None) for floor in floors]
    key = f"casualties:killed:unknown:{place}"
    question = QuestionSlot(key, key, f"How many people were killed in {place}?", Topic.CASUALTIES,
                            unit="person", population="unknown")  # fmt: skip
    day = drawn.randrange(DAYS)  # of both planted figures: a toll may rise from day to day
    days = [day] * PLANTED + [None] * (PER_QUESTION - PLANTED)
    parts = [_figure(count, place, day=at) for count, at in zip(counts, days, strict=True)]
    return question, parts


def _figure(count: Count, place: str, *, day: int | None) -> Part:
    how_many = f"at least {count.low}" if count.high is None else f"{count.low}"
    answer = Answer(count=count, measure="killed", population="unknown", place=place)
    return Part(f"{how_many} people were killed in {place}", answer, day=day)


def authors(drawn: Random, place: str) -> tuple[QuestionSlot, list[Part]]:
    """Who did it: two authors, and eighteen who do not comment."""
    key = f"responsibility:{place}"
    question = QuestionSlot(key, key, f"Who attacked {place}?", Topic.RESPONSIBILITY)
    named = drawn.sample(range(FORCES), PLANTED)
    parts = [_author(force(number), place) for number in named]
    return question, parts + _silent(f"who attacked {place}")


def _author(slug: str, place: str) -> Part:
    answer = Answer(actors=(slug,), rung=Rung.CARRIED_OUT)
    return Part(f"{name_of(slug)} attacked {place}", answer)


def denials(drawn: Random, place: str) -> tuple[QuestionSlot, list[Part]]:
    """Whether one had a part in it: an accusation, the denial of the accused, and silence."""
    slug = force(drawn.randrange(FORCES))
    question = QuestionSlot(f"involvement:{slug}:{place}", f"responsibility:{place}",
                            f"Did {name_of(slug)} have a part in the attack on {place}?",
                            Topic.INVOLVEMENT)  # fmt: skip
    accused = Answer(actors=(slug,), rung=Rung.TOOK_PART)
    denied = Answer(actors=(slug,), denied=True)
    what = f"{name_of(slug)} took part in the attack on {place}"
    parts = [
        Part(what, accused, day=0),
        Part(what, denied, stance=Stance.DENIES, speaker=slug),
    ]
    return question, parts + _silent(f"the part of {name_of(slug)} in {place}")


def holders(drawn: Random, place: str) -> tuple[QuestionSlot, list[Part]]:
    """Who holds the place: two on one day, the first of them on all others."""
    key = f"control:{place}"
    question = QuestionSlot(key, key, f"Who holds {place}?", Topic.CONTROL)
    one, other = (force(number) for number in drawn.sample(range(FORCES), PLANTED))
    day = drawn.randrange(DAYS)
    parts = [_holder(one, place, day), _holder(other, place, day)]
    days = [n for n in range(DAYS) if n != day]
    rest = (drawn.choice(days) for _ in range(PLANTED, PER_QUESTION))
    return question, parts + [_holder(one, place, day) for day in rest]


def _holder(slug: str, place: str, day: int) -> Part:
    answer = Answer(actors=(slug,), value="held", place=place)
    return Part(f"{name_of(slug)} holds {place}", answer, day=day)


def footage(_drawn: Random, place: str) -> tuple[QuestionSlot, list[Part]]:
    """Whether pictures are genuine: yes, no, and eighteen who do not comment."""
    key = f"authenticity:{place}"
    question = QuestionSlot(key, key, f"Are the pictures of {place} genuine?", Topic.AUTHENTICITY)
    parts = [
        Part(f"the pictures of {place} are {value}", Answer(value=value, object="pictures"))
        for value in ("genuine", "fake")
    ]
    return question, parts + _silent(f"the pictures of {place}")


def _silent(what: str) -> list[Part]:
    """Those who were asked and say nothing."""
    part = Part(f"had no comment on {what}", Answer(), stance=Stance.NO_COMMENT)
    return [part] * (PER_QUESTION - PLANTED)


KINDS: tuple[Kind, ...] = (figures, authors, denials, holders, footage)
