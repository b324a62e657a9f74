"""The open events that an article may be about: found by an index, judged one by one.

Looked up are events whose articles share telling words with it, and events whose own title,
summary or place do. So the cost does not grow with the number of events or articles stored.
"""

from collections import defaultdict
from datetime import datetime, timedelta

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db import connection

from events.choices import Progress
from events.models import Event
from sources.choices import KeyKind
from sources.event_matching import Assignment, EventProfile, Likeness, assign
from sources.grouping.evidence import Text
from sources.grouping.terms import term_numbers, weighed
from sources.grouping.words import COMMON, TOKEN, background, stem
from sources.models import Article, ArticleVersion
from sources.sharing import SHARING, asked

# Enough that the right event is among them; each costs a comparison with some of its articles.
CANDIDATES = 8
REPORTS = 4
LOOKED_AT = 60
# An event of which nothing came in for so long is found by its own words only. This bounds what is
# looked up in a ledger where every article names the same few people.
WINDOW = timedelta(days=120)
# The title and the first paragraphs name what an editor calls the event by.
LEAD_CHARACTERS = 1_500
LEAD_WORDS = 40
# Of the events that have one of these words so many of the newest are weighed.
RANKED = 100
LONGEST_WORD = 40
WORDS = SearchVector("title", "summary", "place", config="simple")
# Of versions that share a telling term, those that share most.
NEAREST = f"""
    {SHARING}
    SELECT link.event_id, version.id
    FROM sharing
    JOIN sources_articleversion version ON version.id = sharing.version_id
    JOIN sources_articleevent link ON link.article_id = version.article_id
    JOIN events_event event ON event.id = link.event_id
    WHERE version.article_id <> %s AND version.taken_down_at IS NULL
        AND version.fetched_at >= COALESCE(%s::timestamptz, '-infinity')
        AND event.progress = %s AND event.merged_into_id IS NULL
    ORDER BY sharing.shared DESC, version.id DESC
    LIMIT %s
"""  # noqa: S608  # a constant of ours


def match(article: Article, version: ArticleVersion) -> Assignment:
    """Match a text against the open events it may be about."""
    return match_text(
        version.title,
        version.text,
        article.published_from,
        article_id=article.pk,
        since=version.fetched_at - WINDOW,
    )


def match_text(
    title: str,
    text: str,
    published: datetime | None,
    *,
    article_id: int = 0,
    since: datetime | None = None,
) -> Assignment:
    """The same for a text; ``article_id`` is its own article, which is no evidence.

    Articles fetched before ``since`` are not looked up.
    """
    told = _reports(article_id, weighed(title, text), since)
    chosen = [*told, *_described(f"{title}\n{text}")]
    events = Event.objects.open().filter(pk__in=chosen).prefetch_related("participations__actor")
    profiles = [_profile(event, told.get(event.pk, ())) for event in events.order_by("pk")]
    return assign(title, text, published, profiles)


def suggestions(assignment: Assignment) -> list[dict[str, object]]:
    """What is shown to an editor of the best guesses, best first."""
    events = Event.objects.in_bulk([one.event_id for one in assignment.suggestions])

    def shown(one: Likeness) -> dict[str, object]:
        event = events[one.event_id]
        return {"id": event.public_id, "slug": event.slug, "title": event.title,
                "score": one.score, "reason": one.reason}  # fmt: skip

    return [shown(one) for one in assignment.suggestions]


def _reports(article_id: int, text: Text, since: datetime | None) -> dict[int, tuple[Text, ...]]:
    """For each event found by its articles, those most like the text; the likest event first."""
    terms = asked(KeyKind.TERM, term_numbers(text))
    with connection.cursor() as cursor:
        cursor.execute(NEAREST, [*terms, article_id, since, Progress.DEVELOPING.value, LOOKED_AT])
        rows = cursor.fetchall()
    found: defaultdict[int, list[int]] = defaultdict(list)
    for event, version in rows:
        if (event in found or len(found) < CANDIDATES) and len(found[event]) < REPORTS:
            found[event].append(version)
    versions = ArticleVersion.objects.defer("raw", "bands", "terms")
    texts = versions.in_bulk([version for some in found.values() for version in some])
    return {
        event: tuple(weighed(texts[one].title, texts[one].text) for one in some)
        for event, some in found.items()
    }


def _described(text: str) -> list[int]:
    """Open events whose own words stand in the beginning of the text, the likest first."""
    words = _lead_words(text)
    if not words:
        return []
    wanted = SearchQuery(" | ".join(words), search_type="raw", config="simple")
    having = Event.objects.open().annotate(found=WORDS).filter(found=wanted).order_by("-pk")
    ranked = Event.objects.filter(pk__in=having.values("pk")[:RANKED])
    order = ranked.order_by(-SearchRank(WORDS, wanted), "-pk")
    return list(order.values_list("pk", flat=True)[:CANDIDATES])


def _lead_words(text: str) -> list[str]:
    """The words of the first paragraphs that are rarest in the news: every title has an "in"."""
    found = TOKEN.findall(text[:LEAD_CHARACTERS].casefold())
    plain = (word for word in found if word.isalnum() and len(word) <= LONGEST_WORD)
    words = dict.fromkeys(word for word in plain if word not in COMMON)
    return sorted(words, key=lambda word: background().get(stem(word), (0.0, 1.0))[0])[:LEAD_WORDS]


def _profile(event: Event, reports: tuple[Text, ...]) -> EventProfile:
    actors = {part.actor.name: None for part in event.participations.all()}
    return EventProfile(
        id=event.pk,
        title=event.title,
        summary=event.summary,
        place=event.place,
        actors=tuple(actors),
        began=event.began_from,
        ended=event.ended_to or event.began_to,
        reports=reports,
    )
