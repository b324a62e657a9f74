"""What ``manage.py read`` prints: claims of some articles taken as one event, and their pairs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from claims.comparing import candidates, compare
from claims.reading.article import read_article
from claims.reading.described import description
from claims.reading.inputs import NamedArticle
from claims.reading.same_names import unified
from claims.reading.shown_names import renamed
from claims.reading.statements import statement
from claims.values import (
    Abstention,
    Answer,
    Count,
    Finding,
    Read,
    ReadClaim,
    ReadQuote,
    Revision,
    Statement,
)
from events.directory import Directory, fold

EVENT = "event"
Row = dict[str, object]


@dataclass(slots=True)
class _Told:
    """One claim over all articles: its readings with the articles they stand in."""

    id: str
    readings: list[tuple[NamedArticle, ReadClaim]] = field(default_factory=list)


def report(articles: Iterable[NamedArticle], directory: Directory) -> Row:
    """Read articles as one event, compare their claims, and give all as plain JSON values."""
    read = _read(articles, directory)
    told = _told(read)
    rows, first_rows = _claim_rows(told, directory)
    result: Row = {
        "claims": rows,
        "attributions": [row for named, one in read for row in _attributions(named, one)],
        **_pairs(told, first_rows, directory),
    }
    texts = [
        {"id": n.id, "title": n.article.title, "text": n.article.text}
        for n, _ in read
        if n.extracted
    ]
    if texts:
        result["articles"] = texts
    skipped = [{"article": n.id, "reason": one.skipped} for n, one in read if one.skipped]
    if skipped:
        result["skipped"] = skipped
    return result


def _read(
    articles: Iterable[NamedArticle], directory: Directory
) -> list[tuple[NamedArticle, Read]]:
    kept = list(articles)
    reads = unified([read_article(named.article, directory) for named in kept])
    reads = renamed(reads, (named.article.text for named in kept), directory)
    return list(zip(kept, reads, strict=True))


def _told(read: Sequence[tuple[NamedArticle, Read]]) -> list[_Told]:
    """The claims of all articles; the same answer of the same claimant is one claim."""
    known: dict[tuple[object, ...], _Told] = {}
    for named, one in read:
        for claim in one.claims:
            told = known.setdefault(_identity(claim, named.id), _Told(f"c{len(known) + 1}"))
            told.readings.append((named, claim))
    return list(known.values())


def _identity(claim: ReadClaim, article: str) -> tuple[object, ...]:
    """What makes claims of two articles one: nameless and untyped ones stay apart."""
    if claim.claimant is None or claim.question is None:
        who = claim.claimant.key if claim.claimant else f"?{article}"
        text = claim.claimant_text if claim.claimant is None else ""
        asked = claim.question.key if claim.question else ""  # one clause can answer two
        return who, text, fold(claim.statement), asked
    signature = _signature(claim.answer)
    return claim.claimant.key, claim.question.key, claim.stance, claim.modality, signature


def _signature(answer: Answer) -> tuple[object, ...]:
    count = answer.count
    figure = (count.first, count.last, count.vague, count.unit) if count else ()
    rest = (answer.rung, answer.denied, answer.basis, fold(answer.place), answer.value)
    return (*sorted(answer.actors), *figure, *rest, fold(answer.object))


def _claim_rows(told: list[_Told], directory: Directory) -> tuple[list[Row], dict[str, str]]:
    """A row for each quote, and the first row of each claim, which stands for it in pairs."""
    rows: list[Row] = []
    first_rows: dict[str, str] = {}
    for one in told:
        quotes = [(n, claim, quote) for n, claim in one.readings for quote in claim.quotes]
        for number, (named, claim, quote) in enumerate(quotes, start=1):
            row_id = f"{one.id}.{number}"
            first_rows.setdefault(one.id, row_id)
            row = _row(row_id, one.id, named, claim, quote)
            rows.append({**row, **_speaker(claim, directory)})
    return rows, first_rows


def _row(
    row_id: str, claim_id: str, named: NamedArticle, claim: ReadClaim, quote: ReadQuote
) -> Row:
    return {
        "id": row_id,
        "claim": claim_id,
        "article": named.id,
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "stance": str(claim.stance),
        "modality": str(claim.modality),
        "topic": str(claim.topic),
        "question": claim.question.text if claim.question else None,
        "count": _count(claim.answer.count, claim.answer.population),
        "confidence": claim.confidence,
    }


def _speaker(claim: ReadClaim, directory: Directory) -> Row:
    """The claimant by name, or by what tells a nameless speaker apart; None where nothing does."""
    nameless = description(claim.claimant_text, directory) or None
    who = claim.claimant.name if claim.claimant else nameless
    return {"claimant": who, "claimant_text": claim.claimant_text}


def _count(count: Count | None, population: str) -> Row | None:
    if count is None:
        return None
    return {
        "low": count.low,
        "high": count.high,
        "low_exclusive": count.low_exclusive,
        "high_exclusive": count.high_exclusive,
        "unit": count.unit,
        "population": population,
    }


def _attributions(named: NamedArticle, read: Read) -> list[Row]:
    return [
        {
            "article": named.id,
            "content": list(spans.content),
            "content_parts": [list(part) for part in spans.parts or (spans.content,)],
            "speaker": list(spans.speaker) if spans.speaker else None,
            "cue": list(spans.cue) if spans.cue else None,
        }
        for spans in read.attributions
    ]


def _pairs(told: list[_Told], first_rows: dict[str, str], directory: Directory) -> Row:
    contradictions: list[Row] = []
    abstained: list[Row] = []
    for left, right in candidates([_statement(one, directory) for one in told]):
        pair = {"first": first_rows[left.id], "second": first_rows[right.id]}
        result = compare(left, right)
        if isinstance(result, Finding):
            contradictions.append({**pair, **_finding(result)})
        elif isinstance(result, Revision):
            abstained.append({**pair, "code": "revision", "reason": result.reason})
        elif isinstance(result, Abstention):
            abstained.append({**pair, "code": result.code, "reason": result.words})
    return {"contradictions": contradictions, "abstained": abstained}


def _finding(finding: Finding) -> Row:
    return {
        "kind": str(finding.kind),
        "severity": str(finding.severity),
        "score": finding.score,
        "reason": finding.reason,
    }


def _statement(told: _Told, directory: Directory) -> Statement:
    """The claim as first published; undated articles come last."""
    dated = [r for r in told.readings if r[0].article.published is not None]
    named, claim = min(dated, key=lambda r: str(r[0].article.published), default=told.readings[0])
    return statement(
        claim, id=told.id, event=EVENT, directory=directory, published=named.article.published
    )
