"""Statements for the tables of cases: short to write, one default event, named parties."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from claims.choices import Modality, Severity, Stance, Topic
from claims.comparing import compare
from claims.values import Answer, Count, Finding, Party, Period, Statement


def party(key, name="", *above, claimed=(), nation=""):
    shown = name or key.removeprefix("~").replace("-", " ").title()
    return Party(key, shown, frozenset({key, *above}), frozenset(claimed), nation)


ARLAND = party("arland", "Arland")
BORVIA = party("borvia", "Borvia")
CASTRA = party("castra", "Castra")
ARLAND_ARMY = party("arland-army", "Arland's army", "arland")
ARLAND_POLICE = party("arland-police", "Arland's police", "arland")
BORVIA_MINISTRY = party("borvia-ministry", "Borvian Defence Ministry", "borvia")
BORVIA_SPY = party("borvia-intelligence", "Borvian intelligence", "borvia")
GREY_WOLVES = party("~Grey Wolves", "Grey Wolves")
DAWN = party("~Dawn Brigade", "Dawn Brigade", claimed=("borvia-intelligence", "borvia"))
BORVIAN_UNIT = party("~a Borvian nationalist unit", "a Borvian nationalist unit", "borvia")
BORVIANS = party("~Borvian citizens", "Borvian citizens", nation="borvia")
GUNMEN = party("~gunmen", "gunmen")
MONDAY = datetime(2024, 3, 4, tzinfo=UTC)


def day(number, hour=None):
    """The day so many after the first; with an hour, that one hour of it."""
    start = MONDAY + timedelta(days=number - 1)
    if hour is None:
        return Period(start, start + timedelta(hours=23, minutes=59))
    return Period(start + timedelta(hours=hour), start + timedelta(hours=hour + 1))


def claim(topic, claimant=ARLAND, question="", *, dispute="", **given):
    """A statement; answer fields are given by their names, actors as parties."""
    fields = Answer.__dataclass_fields__
    answer = {name: given.pop(name) for name in tuple(given) if name in fields}
    actors = answer.pop("actors", ())
    statement = Statement(
        id="",
        event="raid",
        claimant=claimant,
        words="the words of the claim",
        stance=Stance.ASSERTS,
        modality=Modality.ASSERTED,
        topic=topic,
        question=question or str(topic),
        dispute=dispute or (question or str(topic)).split(":", maxsplit=1)[0],
        answer=Answer(actors=tuple(p.key for p in actors), **answer),
        answer_parties=tuple(actors),
    )
    statement = replace(statement, **given)
    return statement if statement.id else replace(statement, id=f"clm_{hash_of(statement)}")


def hash_of(statement):
    return hashlib.sha256(repr(statement).encode()).hexdigest()[:8]


def did_it(claimant, *actors, **given):
    return claim(Topic.RESPONSIBILITY, claimant, actors=actors, **given)


def had_part(claimant, actor, rung=None, **given):
    question = f"involvement:{actor.key}"
    given.setdefault("dispute", "responsibility")
    return claim(Topic.INVOLVEMENT, claimant, question, actors=(actor,), rung=rung, **given)


def no_part(claimant, actor, rung=None, **given):
    return had_part(claimant, actor, rung, stance=Stance.DENIES, denied=True, **given)


def figure(claimant, low, high="same", *, measure="killed", population="attackers", **given):
    """A count of the dead, as of the first day; ``high`` None leaves it open."""
    count_fields = {k: given.pop(k) for k in tuple(given) if k in Count.__dataclass_fields__}
    count = Count(low, low if high == "same" else high, **count_fields)
    given.setdefault("said", day(1))
    question = given.pop("question", f"casualties:{measure}:{population}")
    return claim(
        Topic.CASUALTIES, claimant, question,
        count=count, measure=measure, population=population, **given,
    )  # fmt: skip


def outcome(left, right):
    """How a pair ends, in a word: the severity of a finding, else the abstention's code."""
    result = compare(left, right)
    if isinstance(result, Finding):
        return str(result.severity)
    return getattr(result, "code", "revision")


CONTRADICTION, TENSION = str(Severity.CONTRADICTION), str(Severity.TENSION)
