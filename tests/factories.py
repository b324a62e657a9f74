"""Plain builders: ``make_claim(status=...)`` keeps a test's set-up in sight.

Each call makes what it needs; every name is new, so that tests may run in any order.
"""

import hashlib
import zlib
from datetime import UTC, datetime
from itertools import count
from typing import Any

from django.contrib.auth.models import Group

from claims.choices import ContradictionState, Kind, Review, Stance, Topic
from claims.models import Claim, Contradiction, Question, Quote
from claims.triage import place
from claims_tracker.accounts.models import User
from events.choices import ActorKind, Visibility
from events.models import Actor, ActorName, Event
from sources.models import Article, ArticleEvent, ArticleVersion, IngestJob, Outlet

numbers = count(1)
NOON = datetime(2023, 5, 22, 12, tzinfo=UTC)


def make_user(role: str = "editor", **fields: Any) -> User:
    """A person with one role's group; ``role=""`` for none."""
    number = next(numbers)
    user = User.objects.create_user(
        username=fields.pop("username", f"{role or 'nobody'}{number}"),
        email=fields.pop("email", f"person{number}@example.org"),
        password=fields.pop("password", None),
        is_staff=fields.pop("is_staff", bool(role)),
        **fields,
    )
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def make_event(**fields: Any) -> Event:
    """A public event of 22 May 2023."""
    number = next(numbers)
    values = {
        "slug": f"event-{number}",
        "title": f"Event {number}",
        "began": "2023-05-22",
        "visibility": Visibility.PUBLIC,
    } | fields
    return Event.objects.create(**values)


def make_actor(name: str = "", **fields: Any) -> Actor:
    """An actor with its name in the directory."""
    number = next(numbers)
    name = name or f"Actor {number}"
    values = {"slug": f"actor-{number}", "name": name, "kind": ActorKind.GOVERNMENT} | fields
    actor = Actor.objects.create(**values)
    ActorName.objects.create(actor=actor, text=name, kind="name")
    return actor


def make_outlet(**fields: Any) -> Outlet:
    """An outlet with one domain of its own."""
    number = next(numbers)
    values = {
        "slug": f"outlet-{number}",
        "name": f"Outlet {number}",
        "domains": [f"outlet{number}.example"],
    } | fields
    return Outlet.objects.create(**values)


def make_version(
    text: str = "The ministry said that 70 attackers were killed.", **fields: Any
) -> ArticleVersion:
    """An article's first version; ``article``, ``outlet`` and ``event`` may be given."""
    number = next(numbers)
    event = fields.pop("event", None)
    outlet = fields.pop("outlet", None)
    article = fields.pop("article", None) or Article.objects.create(
        canonical_url=f"https://outlet.example/{number}",
        outlet=outlet or make_outlet(),
        title=fields.get("title", f"Article {number}"),
        language="en",
        published="2023-05-22T12:00:00Z",
        published_found_by="metadata",
    )
    if event is not None:
        ArticleEvent.objects.get_or_create(article=article, event=event)
    values: dict[str, Any] = {
        "article": article,
        "number": article.versions.count() + 1,
        "title": article.title,
        "text": text,
        "language": "en",
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "raw_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "raw": zlib.compress(text.encode()),
        "extractor": "test 1",
        "fetched_at": NOON,
    } | fields
    return ArticleVersion.objects.create(**values)


def make_question(**fields: Any) -> Question:
    """A question about who did it."""
    number = next(numbers)
    values = {
        "text": f"Question {number}?",
        "topic": Topic.RESPONSIBILITY,
        "key": f"responsibility:{number}",
        "dispute_key": "responsibility",
    } | fields
    values.setdefault("event", None)
    values["event"] = values["event"] or make_event()
    return Question.objects.create(**values)


def make_claim(*, quoted: bool = True, **fields: Any) -> Claim:
    """A published claim with one quote, unless told otherwise."""
    event = fields.pop("event", None) or make_event()
    statement = fields.pop("statement", "70 attackers were killed")
    review = fields.get("review", Review.PUBLISHED)
    if review == Review.PUBLISHED:
        fields.setdefault("published_by", make_user())
        fields.setdefault("published_at", NOON)
    if "claimant" not in fields:
        fields["claimant"] = make_actor()
    values = {
        "stance": Stance.ASSERTS,
        "made_at": "2023-05-22T10:00:00Z",
        "review": review,
    } | fields
    claim = Claim.objects.create(event=event, statement=statement, **values)
    if quoted:
        make_quote(claim, statement)
    return claim


def make_quote(claim: Claim, exact: str, version: ArticleVersion | None = None) -> Quote:
    """A quote of the claim in a version that holds its words."""
    version = version or make_version(f"A spokesman said that {exact}.", event=claim.event)
    start = version.text.index(exact)
    return Quote.objects.create(
        claim=claim,
        version=version,
        start=start,
        end=start + len(exact),
        exact=exact,
        exact_sha256=hashlib.sha256(exact.encode()).hexdigest(),
        accepted_at=claim.published_at,
        accepted_by=claim.published_by,
    )


def make_contradiction(**fields: Any) -> Contradiction:
    """A confirmed pair of published claims of one event, unless told otherwise."""
    event = fields.pop("event", None) or make_event()
    first = fields.pop("first", None) or make_claim(event=event)
    second = fields.pop("second", None) or make_claim(event=event, stance=Stance.DENIES)
    state = fields.get("state", ContradictionState.CONFIRMED)
    if state in {ContradictionState.CONFIRMED, ContradictionState.DISMISSED}:
        fields.setdefault("decided_by", make_user())
        fields.setdefault("decided_at", NOON)
    values: dict[str, Any] = {
        "kind": Kind.INVOLVEMENT,
        "reason": "One denies what the other asserts.",
        "score": 0.9,
        "detector": "rules 1",
        "sides_digest": "0" * 64,
        "state": state,
    } | fields
    first, second = sorted((first, second), key=lambda claim: claim.pk)
    pair = Contradiction.objects.create(event=event, first=first, second=second, **values)
    place([pair])
    pair.refresh_from_db()
    return pair


def make_ingest(**fields: Any) -> IngestJob:
    """A queued ingest of an address."""
    number = next(numbers)
    values = {"url": f"https://outlet.example/{number}", "request_key": f"{number:064d}"} | fields
    return IngestJob.objects.create(**values)
