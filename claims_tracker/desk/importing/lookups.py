"""What the texts of imported rows mean in the ledger: a few queries, however many rows there are.

Events are looked for among those that the person may edit only: of others nothing is said, not
even that they are there.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Q
from rapidfuzz import fuzz

from claims.models import Claim, Question
from claims_tracker.desk.importing.entries import Entry
from events.latin import transliterated
from events.models import Actor, ActorName, Event
from events.names import fold
from events.teams import Person
from sources.canonical import canonical_url
from sources.fetching import FetchRefused
from sources.models import ArticleVersion

NEAR = 5  # actors offered for a name that nobody has
ALIKE = 60.0  # of 100: as alike as a name with a title is to the bare one
ASKED_NEAR = 60  # names for which near ones are looked up
WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger has of what the rows name."""

    events: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    actors: Mapping[str, tuple[Actor, ...]] = field(default_factory=dict)
    near: Mapping[str, tuple[Actor, ...]] = field(default_factory=dict)
    questions: Mapping[tuple[int, str], Question] = field(default_factory=dict)
    versions: Mapping[tuple[int, str], ArticleVersion] = field(default_factory=dict)


def known(rows: Iterable[Entry], *, event: str, by: Person) -> Known:
    """Everything that the rows name; ``event`` is that of rows which name none."""
    read = list(rows)
    events = _events({fold(event), *(fold(one.event) for one in read)} - {""}, by)
    actors = _actors({fold(one.claimant) for one in read} - {""})
    unknown = [name for name in {one.claimant for one in read} if name and fold(name) not in actors]
    ids = {row.pk for rows in events.values() for row in rows}
    return Known(
        events=events,
        actors=actors,
        near=_near(unknown[:ASKED_NEAR]),
        questions=_questions(ids) if any(one.question for one in read) else {},
        versions=_versions(ids, {one.source for one in read if one.source}),
    )


def _events(texts: set[str], by: Person) -> dict[str, tuple[Event, ...]]:
    """By folded slug, public id or title."""
    found: dict[str, list[Event]] = defaultdict(list)
    rows = Event.objects.editable_by(by).filter(merged_into=None)
    if not texts:
        return {}
    slugs = {text.replace(" ", "-") for text in texts} | texts
    wanted = Q(slug__in=slugs) | Q(public_id__in=slugs) | _titled(texts)
    for event in rows.filter(wanted).order_by("pk"):
        for key in {fold(event.slug), fold(event.public_id), fold(event.title)} & texts:
            found[key].append(event)
    return {key: tuple(rows) for key, rows in found.items()}


def _titled(texts: set[str]) -> Q:
    """Titles that hold the longest word of one of the texts; compared by all words afterwards."""
    words = {max(WORD.findall(text), key=len, default=text) for text in texts}
    return reduce(or_, (Q(title__icontains=word) for word in words))


def _actors(texts: set[str]) -> dict[str, tuple[Actor, ...]]:
    """By folded name; more than one where a name is shared."""
    found: dict[str, dict[int, Actor]] = defaultdict(dict)
    names = ActorName.objects.filter(folded__in=texts, actor__merged_into=None)
    for name in names.select_related("actor").order_by("pk"):
        found[name.folded][name.actor_id] = name.actor
    return {key: tuple(rows.values()) for key, rows in found.items()}


def _near(names: Iterable[str]) -> dict[str, tuple[Actor, ...]]:
    """For names that nobody has, the actors called most alike, in either script."""
    wanted = {name: max(WORD.findall(fold(name)), key=len, default="") for name in names}
    words = {word for word in wanted.values() if word}
    if not words:
        return {}
    rows = ActorName.objects.filter(
        reduce(or_, (Q(folded__contains=word) for word in words)), actor__merged_into=None
    )
    pool = list(rows.select_related("actor").order_by("pk")[: 20 * len(words)])
    return {fold(name): _most_alike(name, pool) for name in wanted}


def _most_alike(name: str, pool: Iterable[ActorName]) -> tuple[Actor, ...]:
    sound = transliterated(name)
    scored = [(fuzz.token_set_ratio(sound, transliterated(one.text)), one.actor) for one in pool]
    best = sorted((one for one in scored if one[0] >= ALIKE), key=lambda one: (-one[0], one[1].pk))
    return tuple({actor.pk: actor for _, actor in best}.values())[:NEAR]


def _questions(events: set[int]) -> dict[tuple[int, str], Question]:
    rows = Question.objects.filter(event__in=events, merged_into=None).order_by("-pk")
    found: dict[tuple[int, str], Question] = {}
    for question in rows:
        for text in (question.text, question.public_id):
            found[question.event_id, fold(text)] = question
    return found


def _versions(events: set[int], sources: set[str]) -> dict[tuple[int, str], ArticleVersion]:
    """The newest text of each source that is an article of the event."""
    addresses = {address for one in sources if (address := address_of(one))}
    if not addresses:
        return {}
    rows = ArticleVersion.objects.filter(
        article__canonical_url__in=addresses, article__article_events__event__in=events,
        taken_down_at=None,
    ).defer("raw", "bands")  # fmt: skip
    told = rows.values_list("article__article_events__event", "article__canonical_url", "pk")
    newest = {(event, url): pk for event, url, pk in told.order_by("number", "pk")}
    texts = ArticleVersion.objects.defer("raw", "bands").in_bulk(set(newest.values()))
    return {key: texts[pk] for key, pk in newest.items() if key[0] in events}


def address_of(source: str) -> str:
    """The source's address as articles are kept under it; "" for what is no web address."""
    try:
        return canonical_url(source)
    except (FetchRefused, ValueError):
        return ""


def same_claims(event: Event, statements: Iterable[str]) -> list[Claim]:
    """The event's claims, of any state, that are worded as one of these: one query."""
    rows = Claim.objects.filter(event=event, statement__in=set(statements)).defer("search")
    return list(rows.select_related("claimant", "question").order_by("pk"))
