"""Storing what was read: proposed claims and the exact words they stand on, each once."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from claims import questions
from claims.choices import Attribution, Review
from claims.dating import day_of, said_on, tighter
from claims.matching import claimant_key, match, match_key
from claims.merging import survivor
from claims.models import AnswerActor, Claim, Quote
from claims.statements import CLAIMANT, NOT_CHECKABLE, OBJECT, ORGANISATION
from claims.values import UNKNOWN, Answer, Count, ReadClaim, ReadQuote
from events.models import Actor, Event
from sources.models import ArticleVersion

MAX_COUNT = 2**63 - 1  # of the database's bigint


@dataclass(frozen=True, slots=True)
class Outcome:
    """What storing a reading did: the ids of the claims it touched, and how many are new."""

    claims: tuple[int, ...]
    new: int
    quotes: int


def one_at_a_time(event_id: int) -> None:
    """Wait until no other worker stores claims of the event; held to the transaction's end.

    Two articles read at once may say the same thing, and one claim must come of it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('claims of an event', %s))",
                       [event_id])  # fmt: skip


def store(
    event: Event, version: ArticleVersion, read: Sequence[ReadClaim], *, reader: str
) -> Outcome:
    """Store what was read of a version about an event, inside the caller's transaction.

    A known claim gets the new words, which readers see when a person has accepted them, and is
    otherwise left alone.
    """
    one_at_a_time(event.pk)
    found = match(event, version, read)
    actors = _actors(read)
    touched: dict[int, Claim] = {}
    same: dict[str, Claim] = {}
    new = quotes = 0
    for one, known in zip(read, found, strict=True):
        claim = known or same.get(match_key(one))
        if claim is None:
            claim = _make(event, version, one, actors, reader)
            same[match_key(one)] = claim
            new += 1
        claim = survivor(claim)
        quotes += _add_quotes(claim, version, one.quotes, reader)
        touched[claim.pk] = claim
        if known:
            _date(claim, one, version)
    return Outcome(tuple(touched), new, quotes)


def _date(claim: Claim, read: ReadClaim, version: ArticleVersion) -> None:
    """Let an earlier article say by when it was said. What an editor dated or published stays."""
    made_at = tighter(claim.made_at, said_on(read.said_text, version.article.published_from))
    if made_at == claim.made_at or "made_at" in claim.edited_fields:
        return
    if claim.review == Review.PUBLISHED:
        return
    claim.made_at = made_at
    claim.save(update_fields=["made_at"])


def _make(
    event: Event, version: ArticleVersion, read: ReadClaim, actors: dict[str, Actor], reader: str
) -> Claim:
    published = version.article.published_from
    claimant = actors.get(read.claimant.key) if read.claimant else None
    claim = Claim.objects.create(
        event=event,
        question=questions.find_or_make(event, read.question) if read.question else None,
        claimant=claimant,
        claimant_text=_claimant_text(read)[:300],
        statement=read.statement,
        topic=read.topic,
        stance=read.stance,
        modality=read.modality,
        made_at=said_on(read.said_text, published),
        made_at_text=read.said_text[:200],
        holds=day_of(read.holds_text, published),
        holds_text=read.holds_text[:200],
        attribution=read.quotes[0].attribution if read.quotes else Attribution.PARAPHRASE,
        found_by=f"{reader} {read.rule}".strip()[:100],
        confidence=min(max(read.confidence, 0.0), 1.0),
        match_key=match_key(read),
        **answer_columns(read.answer),
        answer_rest=_rest(read),
        answer_names=[key for key in read.answer.actors if key not in actors],
    )
    named = dict.fromkeys(actors[key].pk for key in read.answer.actors if key in actors)
    AnswerActor.objects.bulk_create(AnswerActor(claim=claim, actor_id=pk) for pk in named)
    return claim


def _claimant_text(read: ReadClaim) -> str:
    """How the article names who asserts it; for one the directory lacks, the fullest name."""
    if read.claimant is None:
        return read.claimant_text
    unknown = read.claimant.key.startswith(UNKNOWN)
    return read.claimant.name if unknown else read.claimant.text


def answer_columns(answer: Answer) -> dict[str, Any]:
    """The answer as the claim's typed columns; whom it names has a table of its own."""
    count = answer.count or Count(0, None)
    return {
        "answer_denied": answer.denied,
        "rung": answer.rung or "",
        "count_low": min(count.low, MAX_COUNT) if answer.count else None,
        "count_high": None if count.high is None else min(count.high, MAX_COUNT),
        "low_exclusive": count.low_exclusive,
        "high_exclusive": count.high_exclusive,
        "count_approximate": count.approximate,
        "count_vague": count.vague,
        "unit": count.unit[:60] if answer.count else "",
        "count_text": count.text[:200],
        "measure": answer.measure[:60],
        "population": answer.population[:60],
        "basis": answer.basis,
        "place": answer.place[:200],
        "value": answer.value[:60],
    }


def _rest(read: ReadClaim) -> dict[str, Any]:
    claimant = read.claimant
    unknown = claimant_key(read) if claimant and claimant.key.startswith(UNKNOWN) else ""
    rest = {
        OBJECT: read.answer.object,
        CLAIMANT: unknown,
        ORGANISATION: claimant.organisation if claimant else "",
        NOT_CHECKABLE: read.not_checkable,
    }
    return {name: value for name, value in rest.items() if value}


def _actors(read: Sequence[ReadClaim]) -> dict[str, Actor]:
    """The directory's actors that the claims name, by key."""
    keys = {one.claimant.key for one in read if one.claimant}
    keys |= {key for one in read for key in one.answer.actors}
    return {actor.slug: actor for actor in Actor.objects.filter(slug__in=keys)}


def _add_quotes(
    claim: Claim, version: ArticleVersion, quotes: Sequence[ReadQuote], reader: str
) -> int:
    """Add the words that the claim does not have yet; returns how many."""
    have = set(Quote.objects.filter(claim=claim, version=version).values_list("start", "end"))
    fresh = {(quote.start, quote.end): quote for quote in quotes}
    rows = [_quote(claim, version, quote, reader)
            for place, quote in fresh.items() if place not in have]  # fmt: skip
    Quote.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _quote(claim: Claim, version: ArticleVersion, quote: ReadQuote, reader: str) -> Quote:
    speaker = quote.spans.speaker if quote.spans else None
    cue = quote.spans.cue if quote.spans else None
    return Quote(
        claim=claim,
        version=version,
        start=quote.start,
        end=quote.end,
        exact=quote.text,
        exact_sha256=hashlib.sha256(quote.text.encode()).hexdigest(),
        attribution=quote.attribution,
        speaker_start=speaker[0] if speaker else None,
        speaker_end=speaker[1] if speaker else None,
        cue_start=cue[0] if cue else None,
        cue_end=cue[1] if cue else None,
        found_by=reader[:100],
    )
