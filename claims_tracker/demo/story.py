"""The demo's story, told by the real parts: feeds polled, pages fetched, read and compared.

Everything goes the way of any article, through the worker; the demo's people then decide with the
functions behind an editor's buttons. Telling it again changes nothing but the passwords.
"""

import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from claims.choices import ReadingState, Role
from claims.models import Change, Claim, Reading
from claims_tracker.demo import cast, desk
from claims_tracker.demo.library import articles
from claims_tracker.demo.publishers import TURN
from events.models import Event
from sources import ingest, polling
from sources.choices import UNSETTLED, IngestState
from sources.models import Article, ArticleVersion, Feed, IngestJob

Tell = Callable[[str], None]
PATIENCE_S = 180.0
LOOK_S = 0.2
UNREAD = (
    ReadingState.QUEUED,
    ReadingState.READING,
    ReadingState.COMPARING,
    ReadingState.FAILED,
)


class StoryError(Exception):
    """The story did not come to its end; the words say where it stuck."""


@dataclass(frozen=True, slots=True)
class Told:
    """How the story ended."""

    cast: cast.Cast
    events: list[Event]


def tell(site: str, *, say: Tell) -> Told:
    """Load the demo from the demonstration site at ``site``. Raises StoryError when it sticks."""
    people = cast.hire()
    say("Four people hired, one a role.")
    events = cast.set_the_stage()
    say("The directory of actors and two events are in place.")
    feeds = cast.subscribe(site, people.people[Role.REVIEWER])
    if not Change.objects.filter(object_kind="claim").exists():
        _take_in(site, feeds, events, people, say=say)
        _decide(people, say=say)
    return Told(people, list(events.values()))


def _take_in(
    site: str, feeds: list[Feed], events: dict[str, Event], people: cast.Cast, *, say: Tell
) -> None:
    # A start that was broken off may have left them waiting.
    Feed.objects.filter(pk__in=[feed.pk for feed in feeds]).update(next_poll_at=timezone.now())
    polling.send_due()
    expected = len(articles())
    _wait(lambda: IngestJob.objects.count() >= expected, say, f"polling {len(feeds)} feeds")
    _wait(_is_settled, say, "fetching, reading and comparing")
    _say_which_event(site, events, people, say)
    _wait(_is_settled, say, "reading and comparing")
    _turn_the_page(site, events, people, say)
    _wait(_is_settled, say, "reading the changed page")
    say(
        f"{Article.objects.count()} articles in {ArticleVersion.objects.count()} versions, "
        f"{Claim.objects.count()} claims read."
    )


def _say_which_event(site: str, events: dict[str, Event], people: cast.Cast, say: Tell) -> None:
    """The editor answers "which event?" where the match was not sure enough."""
    where = {f"{site}{article.path}": article.event for article in articles()}
    waiting = IngestJob.objects.filter(state=IngestState.NEEDS_EVENT).select_related("article")
    answered = 0
    for job in waiting:
        event = events.get(where.get(job.url, ""))
        if event is not None:
            ingest.assign_event(job, event, by=people.people[Role.EDITOR])
            answered += 1
    if answered:
        say(f"An editor said of {answered} articles which event they are about.")


def _turn_the_page(site: str, events: dict[str, Event], people: cast.Cast, say: Tell) -> None:
    """One page changes; a reporter asks to look at it again."""
    request = urllib.request.Request(f"{site}{TURN}", method="POST")  # noqa: S310 - our own site
    with urllib.request.urlopen(request, timeout=10):  # noqa: S310
        pass
    for article in articles():
        if article.edition > 1:
            url = f"{site}{article.path}"
            known = Article.objects.filter(canonical_url=url).first()
            ingest.request_url(
                url,
                event=events[article.event],
                outlet=known.outlet if known else None,
                requested_by=people.people[Role.REPORTER],
            )
    say("A publisher has changed a page; it was asked for again.")


def _decide(people: cast.Cast, *, say: Tell) -> None:
    editor, reviewer = people.people[Role.EDITOR], people.people[Role.REVIEWER]
    published = desk.publish_claims(editor)
    desk.show_new_words(editor)
    rejected = desk.reject_claims(editor)
    confirmed, dismissed = desk.judge_pairs(editor)
    verdicts = desk.give_verdicts(editor, reviewer)
    say(
        f"{published} claims published, {rejected} rejected; {confirmed} contradictions confirmed, "
        f"{dismissed} dismissed; {verdicts} verdicts."
    )
    left = ", ".join(f"{number} {what}" for what, number in desk.open_work().items())
    say(f"Left on the desk: {left}.")


def _is_settled() -> bool:
    jobs = IngestJob.objects.filter(state__in=UNSETTLED)
    return not jobs.exists() and not Reading.objects.filter(state__in=UNREAD).exists()


def _wait(done: Callable[[], bool], say: Tell, what: str) -> None:
    say(f"{what[0].upper()}{what[1:]} ...")
    ends = time.monotonic() + PATIENCE_S
    while not done():
        if time.monotonic() > ends:
            raise StoryError(f"Stuck while {what}: see the queues in the admin.")
        time.sleep(LOOK_S)
