"""Gold claims in the place of what was read, so that comparing is scored alone.

Where a claim stands, whose it is, its stance and its figure are taken from the gold; what the words
answer, the engine types by reading them. A gold claim whose words it cannot type is left with its
question and stance only.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from claims.choices import Modality, Rung, Stance, Topic
from claims.comparing.candidates import candidates
from claims.comparing.engine import compare
from claims.comparing.gold_names import PRIVATE, named, names_of
from claims.comparing.gold_typing import (
    NOBODY,
    Row,
    Sources,
    appearances,
    keys_of,
    polarity,
    sources_of,
    typed,
    with_question_of_peers,
)
from claims.comparing.judging import PROBABLY
from claims.reading.actors import party
from claims.reading.inputs import load
from claims.reading.statements import statement
from claims.values import Answer, Asked, Count, Finding, Party, Period, Statement
from events.directory import Directory, starter

EVENT = "event"
DAY = timedelta(hours=23, minutes=59)
UNITS = {"people": "person", "": "person", "feet": "foot", "inches": "inch"}
OWNED = "responsibility_claim"


def output_from_gold(articles: Path, gold: Path) -> dict[str, Any]:
    """Claims as the gold has them and the pairs that comparing finds among them.

    ``gold`` is a gold file (claims with ``appearances``) or a list of claims in the output's own
    form. Raises InputError and ValueError for files that hold neither.
    """
    sources = sources_of(load(articles), starter())
    rows = json.loads(gold.read_text(encoding="utf-8-sig"))["claims"]
    statements = statements_of(rows, sources)
    return {
        "claims": [found for row in rows for found in _places(row)],
        "contradictions": list(_pairs(statements, {row["id"]: row for row in rows})),
    }


def statements_of(rows: list[Row], sources: Sources) -> list[Statement]:
    """The gold claims as comparing takes them."""
    made = [_statement(row, sources) for row in rows]
    peers: dict[str, list[Statement]] = defaultdict(list)
    for row, one in zip(rows, made, strict=True):
        peers[_question(row)].append(one)
    asked = [
        with_question_of_peers(one, row, peers[_question(row)], sources.directory)
        if one.topic == Topic.OTHER and one.question == _question(row)
        else one
        for row, one in zip(rows, made, strict=True)
    ]
    names = names_of(rows, sources.directory)
    filed = [
        named(replace(one, asked=_asked(row)), row, names, sources.directory)
        for row, one in zip(rows, asked, strict=True)
    ]
    return [replace(one, dispute="") if _names_nobody(one) else one for one in filed]


def _names_nobody(one: Statement) -> bool:
    """Whether it answers who did it without a name: it can neither part from another nor agree."""
    return one.topic == Topic.OTHER and one.question.casefold().startswith("who ")


def _places(row: Row) -> Iterator[dict[str, Any]]:
    """The claim at each of its places, one row each."""
    for number, place in enumerate(appearances(row)):
        yield {
            "id": f"{row['id']}-{number}",
            "article": place["article"],
            "start": place["start"],
            "end": place["end"],
            "claimant": row["claimant"],
            "stance": row["stance"],
            "count": row.get("count"),
        }


def _pairs(statements: list[Statement], rows: Mapping[str, Row]) -> Iterator[dict[str, Any]]:
    for left, right in candidates(statements):
        result = compare(left, right)
        if isinstance(result, Finding):
            first, second = (f"{rows[side.id]['id']}-0" for side in (left, right))
            yield {"first": first, "second": second, "severity": str(result.severity)}


def _statement(row: Row, sources: Sources) -> Statement:
    claimant = _claimant(row["claimant"], sources.directory)
    found = typed(row, sources)
    if found is None:
        return _untyped(row, claimant)
    made = statement(
        found.claim,
        id=row["id"],
        event=EVENT,
        directory=sources.directory,
        published=sources.articles[found.article].article.published,
    )
    answer = replace(made.answer, count=_count(row, made.answer.count))
    if _owns_it(row, answer):
        answer = replace(answer, actors=keys_of(row["claimant"], sources.directory))
    return replace(
        made,
        claimant=claimant,
        claimant_text="",
        words=found.words if PROBABLY.search(found.words) else made.words,
        stance=polarity(row, found.claim),
        answer=answer,
        answer_parties=tuple(party(key, sources.directory) for key in answer.actors),
        said=_said(row, made.said),
    )


def _owns_it(row: Row, answer: Answer) -> bool:
    """Whether it is a claim of responsibility: the gold's claimant, and nobody less, did it."""
    return row.get("type") == OWNED and answer.rung == Rung.CARRIED_OUT and not answer.denied


def _said(row: Row, read: Period | None) -> Period | None:
    """When it was said: as read, if that is on the gold's day, else on the gold's day."""
    day = str(row.get("asserted_on") or "")
    if not day:
        return read
    start = datetime.fromisoformat(day).replace(tzinfo=UTC)
    given = Period(start, start + DAY)
    return read if read is not None and read.overlaps(given) else given


def _untyped(row: Row, claimant: Party | None) -> Statement:
    question = _question(row)
    return Statement(
        id=row["id"],
        event=EVENT,
        claimant=claimant,
        words=str(row.get("summary") or question),
        stance=Stance(row["stance"]),
        modality=Modality.ASSERTED,
        topic=Topic.OTHER,
        question=question,
        dispute=question,
        answer=Answer(count=_count(row, None)),
        said=_said(row, None),
    )


def _asked(row: Row) -> Asked | None:
    """The gold's own question and answer; None for a claim that has none."""
    question = _question(row)
    if not question:
        return None
    denies = Stance(row["stance"]) == Stance.DENIES
    counted = str((row.get("count") or {}).get("population", ""))
    return Asked(question, str(row.get("summary", "")), denies, counted)


def _question(row: Row) -> str:
    return str(row.get("question") or row.get("topic") or "")


def _claimant(name: str, directory: Directory) -> Party | None:
    if name == NOBODY:
        return None
    keys = keys_of(name, directory)
    if len(keys) > 1:
        lineage = frozenset().union(*(directory.lineage(key) for key in keys))
        return Party(f"~{name}", name, lineage)
    found = directory.find(name)
    if PRIVATE.intersection(name.casefold().split()):  # villagers do not speak for their state
        return Party(f"~{name}", name, frozenset({f"~{name}"}))
    if not found and name[:1].islower():  # "an unnamed official" speaks for nobody else
        return Party(f"~{name}", name, frozenset({f"~{name}"}))
    return party(found[0].actor.key if len(found) == 1 else f"~{name}", directory, name)


def _count(row: Row, read: Count | None) -> Count | None:
    count = row.get("count")
    if not count:
        return None
    exclusive = read is not None and read.low == count["low"] and read.low_exclusive
    return Count(
        count["low"],
        count["high"],
        low_exclusive=exclusive and count["high"] is None,
        approximate=bool(count.get("approx")),
        unit=_unit(str(count.get("unit", ""))),
    )


def _unit(given: str) -> str:
    """The gold's unit in the singular, as units are known; people are persons."""
    return UNITS.get(given) or given.removesuffix("s")
