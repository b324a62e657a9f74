"""Writing made-up events to the database, one transaction an event."""

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from claims.changes import Log
from claims.choices import Attribution, Review
from claims.event_publication import touch_all_of
from claims.models import AnswerActor, Claim, Question, Quote
from claims.synthetic.plan import FORCES, SPEAKERS, PlannedClaim, force, name_of, plan, speaker
from events.choices import ActorKind, NameKind, Visibility
from events.dates import bounds
from events.models import Actor, ActorName, Event
from events.teams import Person
from sources.choices import FoundBy
from sources.models import Article, ArticleEvent, ArticleVersion, Outlet

PERSON = "synthetic-desk"
OUTLETS = 12
PER_ARTICLE = 10
PROPOSED_EACH = 10  # every tenth claim still waits for an editor
FIRST_DAY = datetime(2024, 3, 1, 8, tzinfo=UTC)
MADE_BY = "synthetic"
MADE_UP = r"^synthetic--?\d+-\d+$"  # what ``slug_of`` gives
BATCH = 1000


@dataclass(frozen=True, slots=True)
class Cast:
    """What all made-up events share."""

    actors: dict[str, Actor]
    outlets: list[Outlet]
    person: Person


def sizes(claims: int, events: int) -> list[int]:
    """The claims of each event: as equal as can be."""
    return [claims // events + (number < claims % events) for number in range(events)]


def slug_of(event: int, *, seed: int) -> str:
    """The slug of a made-up event."""
    return f"synthetic-{seed}-{event + 1}"


def in_use() -> bool:
    """Whether the ledger has an event that was not made up here."""
    return Event.objects.exclude(slug__regex=MADE_UP).exists()


def make_cast() -> Cast:
    """The actors, outlets and the one person that made-up events need, made where missing.

    The person has no password and cannot log in.
    """
    slugs = [*map(speaker, range(SPEAKERS)), *map(force, range(FORCES))]
    actors = {slug: _actor(slug) for slug in slugs}
    outlets = [_outlet(number + 1) for number in range(OUTLETS)]
    users = get_user_model().objects
    person, new = users.get_or_create(username=PERSON, defaults={"is_active": False})
    if new:
        person.set_unusable_password()
        person.save()
    return Cast(actors, outlets, person)


def _actor(slug: str) -> Actor:
    actor, new = Actor.objects.get_or_create(
        slug=slug, defaults={"name": name_of(slug), "kind": ActorKind.ORGANISATION}
    )
    if new:
        ActorName.objects.create(actor=actor, text=actor.name, kind=NameKind.NAME)
    return actor


def _outlet(number: int) -> Outlet:
    defaults = {"name": f"Synthetic outlet {number}", "domains": [f"synthetic{number}.example"]}
    outlet, _ = Outlet.objects.get_or_create(slug=f"synthetic-{number}", defaults=defaults)
    return outlet


@transaction.atomic
def seed_event(number: int, size: int, *, seed: int, cast: Cast, public: bool) -> Event | None:
    """Write one event with its claims; None where it is there already.

    ``public`` shows it to readers, with its lines in the public log.
    """
    slug = slug_of(number, seed=seed)
    if Event.objects.filter(slug=slug).exists():
        return None
    event = Event.objects.create(
        slug=slug,
        title=f"Synthetic event {seed}.{number + 1}",
        summary="Made-up claims for measuring.",
        began=f"{FIRST_DAY:%Y-%m-%d}",
        visibility=Visibility.PUBLIC if public else Visibility.DRAFT,
    )
    questions: dict[str, Question] = {}
    planned = plan(size, event=number, seed=seed)
    while batch := list(islice(planned, BATCH)):
        _write(event, batch, questions, cast)
    if public:
        log = Log()
        log.add("published", event)
        touch_all_of(event, log)
        log.write()
    return event


def _write(
    event: Event, batch: list[PlannedClaim], questions: dict[str, Question], cast: Cast
) -> None:
    """Some claims of an event, with the questions they answer and the articles they stand in."""
    _ask(event, batch, questions)
    rows = [_claim(event, planned, questions, cast) for planned in batch]
    Claim.objects.bulk_create(rows)
    AnswerActor.objects.bulk_create(
        AnswerActor(claim=row, actor=cast.actors[slug])
        for row, planned in zip(rows, batch, strict=True)
        for slug in planned.answer.actors
    )
    told = [slice(first, first + PER_ARTICLE) for first in range(0, len(batch), PER_ARTICLE)]
    versions = _versions(event, [batch[part] for part in told], cast)
    Quote.objects.bulk_create(
        quote
        for part, version in zip(told, versions, strict=True)
        for quote in _quotes(batch[part], rows[part], version)
    )


def _ask(event: Event, batch: list[PlannedClaim], questions: dict[str, Question]) -> None:
    new = {p.question.key: p.question for p in batch if p.question.key not in questions}
    rows = [
        Question(event=event, key=slot.key, dispute_key=slot.dispute, text=slot.text,
                 topic=slot.topic, unit=slot.unit, population=slot.population)
        for slot in new.values()
    ]  # fmt: skip
    questions |= {row.key: row for row in Question.objects.bulk_create(rows)}


def _claim(
    event: Event, planned: PlannedClaim, questions: dict[str, Question], cast: Cast
) -> Claim:
    published = planned.number % PROPOSED_EACH != 0
    answer, count = planned.answer, planned.answer.count
    row = Claim(
        event=event,
        question=questions[planned.question.key],
        claimant=cast.actors[planned.speaker],
        claimant_text=name_of(planned.speaker),
        statement=planned.statement,
        topic=planned.question.topic,
        stance=planned.stance,
        answer_denied=answer.denied,
        rung=answer.rung or "",
        measure=answer.measure,
        population=answer.population,
        place=answer.place,
        value=answer.value,
        answer_rest={"object": answer.object} if answer.object else {},
        made_at=f"{FIRST_DAY + timedelta(days=planned.day):%Y-%m-%d}",
        review=Review.PUBLISHED if published else Review.PROPOSED,
        published_by_id=cast.person.pk if published else None,
        published_at=FIRST_DAY + timedelta(days=planned.day) if published else None,
        found_by=MADE_BY,
        confidence=1.0,
    )
    if count is not None:
        row.count_low, row.count_high, row.unit = count.low, count.high, count.unit
    row.place_in_time()
    return row


def _lead(planned: PlannedClaim) -> str:
    return f"{name_of(planned.speaker)} said: "


def _line(planned: PlannedClaim) -> str:
    return f"{_lead(planned)}{planned.statement}."


def _quotes(
    told: list[PlannedClaim], claims: Sequence[Claim], version: ArticleVersion
) -> Iterator[Quote]:
    """The words of the claims in the article that tells them, a line each."""
    place = 0
    for planned, claim in zip(told, claims, strict=True):
        end = place + len(_line(planned))
        yield _quote(claim, version, place + len(_lead(planned)), end - 1)
        place = end + 1


def _quote(claim: Claim, version: ArticleVersion, start: int, end: int) -> Quote:
    exact = version.text[start:end]
    return Quote(
        claim=claim,
        version=version,
        start=start,
        end=end,
        exact=exact,
        exact_sha256=hashlib.sha256(exact.encode()).hexdigest(),
        attribution=Attribution.PARAPHRASE,
        found_by=MADE_BY,
        accepted_at=claim.published_at,
        accepted_by_id=claim.published_by_id,
    )


def _versions(event: Event, told: list[list[PlannedClaim]], cast: Cast) -> list[ArticleVersion]:
    """For each group of claims an article of one of the outlets that tells them."""
    articles = [_article(event, claims[0].number, cast) for claims in told]
    Article.objects.bulk_create(articles)
    ArticleEvent.objects.bulk_create(
        ArticleEvent(article=article, event=event, reason="Made up with the event.")
        for article in articles
    )
    return ArticleVersion.objects.bulk_create(
        ArticleVersion(article=article, title=article.title,
                       **_stored("\n".join(_line(planned) for planned in claims)))
        for article, claims in zip(articles, told, strict=True)
    )  # fmt: skip


def _article(event: Event, number: int, cast: Cast) -> Article:
    outlet = cast.outlets[number // PER_ARTICLE % len(cast.outlets)]
    day = f"{FIRST_DAY:%Y-%m-%d}"
    published_from, published_to = bounds(day)
    return Article(
        canonical_url=f"https://{outlet.domains[0]}/{event.slug}/{number + 1}",
        outlet=outlet,
        title=f"{event.title}, from claim {number + 1}",
        language="en",
        published=day,
        published_from=published_from,
        published_to=published_to,
        published_found_by=FoundBy.METADATA,
    )


def _stored(text: str) -> dict[str, Any]:
    """The columns of a first version with this text."""
    raw = text.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return {
        "number": 1,
        "text": text,
        "language": "en",
        "text_sha256": digest,
        "raw_sha256": digest,
        "raw": zlib.compress(raw),
        "media_type": "text/plain",
        "extractor": MADE_BY,
        "fetched_at": FIRST_DAY,
    }
