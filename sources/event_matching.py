"""Which open event an article is about, by its words, its place, its actors and its date.

Two things speak for an event: what an editor wrote of it, and what its articles so far say. It is
given only when much speaks for it and little for another; otherwise an editor is asked, with the
best suggestions.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sources.grouping.evidence import Text
from sources.grouping.known import resemblance
from sources.grouping.terms import weighed

WORD = re.compile(r"[^\W\d_]{3,}")
# Words that say nothing of an event.
COMMON = frozenset(
    WORD.findall(
        "the and for with that this from have has had was were are been will would could should "
        "their they them there which what when where who whom whose why how not but its his her "
        "about after before into over under between during against also more most than then some "
        "said says say news new one two three first last year years day days week month people "
        "attack event"
    )
)
ENDINGS = ("'s", "’s", "ing", "es", "ed", "s")
SHORT = 4
ENOUGH = 0.6
LEAD = 0.15
WORTH_SUGGESTING = 0.2
SUGGESTIONS = 3
BEFORE = timedelta(days=1)
LONG_AFTER = timedelta(days=45)
# With so much likeness to its articles the event's place need not be named.
CLEARLY_LIKE = 0.9
WEIGHTS = {"title": 0.5, "place": 0.2, "actors": 0.15, "summary": 0.15}


@dataclass(frozen=True, slots=True)
class EventProfile:
    """What is known of an open event; ``actors`` are the names of its participants.

    ``reports`` are those of its articles that are most like the one to be matched.
    """

    id: int
    title: str
    summary: str = ""
    place: str = ""
    actors: tuple[str, ...] = ()
    began: datetime | None = None
    ended: datetime | None = None
    reports: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much speaks for an event, from 0 to 1, and what, in words for an editor.

    ``certain`` is whether the event may be chosen unasked: its place is named, or the text is
    clearly like its articles.
    """

    event_id: int
    score: float
    reason: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Assignment:
    """The event, when one is sure enough, and the best guesses, best first."""

    chosen: Likeness | None
    suggestions: tuple[Likeness, ...]


def assign(
    title: str, text: str, published: datetime | None, events: Iterable[EventProfile]
) -> Assignment:
    """Choose among open events; the choice needs a clear lead and, where known, the place."""
    article = _Article(weighed(title, text), text.casefold(), _stems(f"{title}\n{text}"))
    judged = [_likeness(event, article, published) for event in events]
    ranked = sorted(judged, key=lambda one: (-one.score, one.event_id))
    best = tuple(one for one in ranked if one.score >= WORTH_SUGGESTING)[:SUGGESTIONS]
    second = ranked[1].score if len(ranked) > 1 else 0.0
    sure = bool(best) and best[0].score >= ENOUGH and best[0].score - second >= LEAD
    return Assignment(best[0] if sure and best[0].certain else None, best)


@dataclass(frozen=True, slots=True)
class _Article:
    weighed: Text
    folded: str
    stems: frozenset[str]


def _likeness(event: EventProfile, article: _Article, published: datetime | None) -> Likeness:
    described, reason, place_named = _described(event, article)
    factor, when = _timeliness(event, published)
    told = resemblance(article.weighed, event.reports) if event.reports else None
    alike = told.probability if told else 0.0
    words = f"{told.reason} {reason} {when}" if told else f"{reason} {when}"
    score = round(max(described, alike) * factor, 3)
    return Likeness(event.id, score, words, place_named or alike >= CLEARLY_LIKE)


def _described(event: EventProfile, article: _Article) -> tuple[float, str, bool]:
    """How well the text fits what an editor wrote of the event, why, and if its place is named."""
    title, place, summary = _stems(event.title), _stems(event.place), _stems(event.summary)
    stems = article.stems
    named = [name for name in event.actors if name.casefold() in article.folded]
    place_named = not place or bool(place & stems)
    shares = {
        "title": _share(title, stems),
        "place": float(place_named) if place else None,
        "actors": min(len(named), 2) / min(len(event.actors), 2) if event.actors else None,
        "summary": min(_share(summary, stems) or 0.0, 0.5) * 2 if summary else None,
    }
    known = {part: share for part, share in shares.items() if share is not None}
    whole = sum(WEIGHTS[part] for part in known) or 1.0
    score = sum(WEIGHTS[part] * share for part, share in known.items()) / whole
    words = ", ".join(sorted(title & stems)) or "none"
    reason = f"Words of its title: {words}. Its place is {'' if place_named else 'not '}named."
    reason += f" Its actors: {', '.join(named)}." if named else ""
    return score, reason, place_named


def _timeliness(event: EventProfile, published: datetime | None) -> tuple[float, str]:
    if published is None or event.began is None:
        return 0.9, "One of the two is undated."
    if published < event.began - BEFORE:
        return 0.0, "Published before the event."
    if published > (event.ended or event.began) + LONG_AFTER:
        return 0.6, "Published long after the event."
    return 1.0, "Published in the days of the event."


def _share(wanted: frozenset[str], found: frozenset[str]) -> float | None:
    return len(wanted & found) / len(wanted) if wanted else None


def _stems(text: str) -> frozenset[str]:
    words = WORD.findall(text.casefold())
    return frozenset(_stem(word) for word in words if word not in COMMON)


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORT:
            return word.removesuffix(ending)
    return word
