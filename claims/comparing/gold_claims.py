"""Gold claims in the place of what was read, so that comparing is scored alone.

Where a claim stands, whose it is, its stance and its figure are taken from the gold; what the words
answer, the engine types by reading them. A gold claim whose words it cannot type is left with its
question and stance only.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from claims.choices import Modality, Stance, Topic
from claims.comparing.candidates import candidates
from claims.comparing.engine import compare
from claims.reading.actors import party
from claims.reading.article import read_article
from claims.reading.inputs import NamedArticle, load
from claims.reading.statements import statement
from claims.values import Answer, Count, Finding, Party, ReadClaim, Statement
from events.directory import Directory, starter

EVENT = "event"
NOBODY = "unattributed"
Row = Mapping[str, Any]
Spans = list[tuple[int, int, ReadClaim]]


def output_from_gold(articles: Path, gold: Path) -> dict[str, Any]:
    """Claims as the gold has them and the pairs that comparing finds among them.

    ``gold`` is a gold file (claims with ``appearances``) or a list of claims in the output's own
    form. Raises InputError and ValueError for files that hold neither.
    """
    directory = starter()
    named = {one.id: one for one in load(articles)}
    read = {key: _spans(one, directory) for key, one in named.items()}
    rows = json.loads(gold.read_text(encoding="utf-8-sig"))["claims"]
    statements = [_statement(row, named, read, directory) for row in rows]
    return {
        "claims": [found for row in rows for found in _places(row)],
        "contradictions": list(_pairs(statements, {row["id"]: row for row in rows})),
    }


def _spans(named: NamedArticle, directory: Directory) -> Spans:
    claims = read_article(named.article, directory).claims
    return [(quote.start, quote.end, claim) for claim in claims for quote in claim.quotes]


def _places(row: Row) -> Iterator[dict[str, Any]]:
    """The claim at each of its places, one row each."""
    for number, place in enumerate(_appearances(row)):
        yield {
            "id": f"{row['id']}-{number}",
            "article": place["article"],
            "start": place["start"],
            "end": place["end"],
            "claimant": row["claimant"],
            "stance": row["stance"],
            "count": row.get("count"),
        }


def _appearances(row: Row) -> list[Row]:
    return list(row["appearances"]) if "appearances" in row else [row]


def _pairs(statements: list[Statement], rows: Mapping[str, Row]) -> Iterator[dict[str, Any]]:
    for left, right in candidates(statements):
        result = compare(left, right)
        if isinstance(result, Finding):
            first, second = (f"{rows[side.id]['id']}-0" for side in (left, right))
            yield {"first": first, "second": second, "severity": str(result.severity)}


def _statement(
    row: Row, named: Mapping[str, NamedArticle], read: Mapping[str, Spans], directory: Directory
) -> Statement:
    claimant = _claimant(row["claimant"], directory)
    found = _typed(row, read)
    if found is None:
        return _untyped(row, claimant)
    article, claim = found
    made = statement(
        claim,
        id=row["id"],
        event=EVENT,
        directory=directory,
        published=named[article].article.published,
    )
    answer = replace(made.answer, count=_count(row, made.answer.count))
    return replace(made, claimant=claimant, stance=Stance(row["stance"]), answer=answer)


def _typed(row: Row, read: Mapping[str, Spans]) -> tuple[str, ReadClaim] | None:
    """The claim that answers something and meets the gold's words best, with its article."""
    best: tuple[float, str, ReadClaim] | None = None
    for place in _appearances(row):
        for start, end, claim in read.get(place["article"], []):
            shared = min(end, place["end"]) - max(start, place["start"])
            likeness = shared / (max(end, place["end"]) - min(start, place["start"]))
            better = best is None or likeness > best[0]
            if shared > 0 and claim.question is not None and better:
                best = likeness, place["article"], claim
    return best[1:] if best else None


def _untyped(row: Row, claimant: Party | None) -> Statement:
    question = str(row.get("question") or row.get("topic") or "")
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
    )


def _claimant(name: str, directory: Directory) -> Party | None:
    if name == NOBODY:
        return None
    found = directory.find(name)
    return party(found[0].actor.key if len(found) == 1 else f"~{name}", directory, name)


def _count(row: Row, read: Count | None) -> Count | None:
    count = row.get("count")
    if not count:
        return None
    exclusive = read is not None and read.low == count["low"] and read.low_exclusive
    unit = read.unit if read else str(count.get("unit", "person"))
    return Count(
        count["low"],
        count["high"],
        low_exclusive=exclusive and count["high"] is None,
        approximate=bool(count.get("approx")),
        unit=unit,
    )
