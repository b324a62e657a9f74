"""Feeds, fetched from a real publisher on loopback."""

import json
from datetime import timedelta

import pytest
from django.test import override_settings
from django.utils import timezone

from sources import leases, polling
from sources.choices import FeedState, IngestState
from sources.models import Feed, IngestJob
from tests.factories import make_event, make_outlet
from tests.publisher import Publisher, conditional, page, status

pytestmark = pytest.mark.django_db

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>One</title><link>{base}/one</link><guid>1</guid>
<pubDate>Mon, 22 May 2023 10:00:00 GMT</pubDate></item>
<item><title>Two</title><link>https://other.example/two</link><guid>2</guid></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><id>1</id>
<title>One</title><link href="{base}/one"/><updated>2023-05-22T10:00:00Z</updated></entry></feed>"""
BOMB = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'


@pytest.fixture(autouse=True)
def allowed(publisher: Publisher):
    with override_settings(FETCH_ALLOW_HOSTS=[f"127.0.0.1:{publisher.port}"]):
        yield


def feed_of(publisher, body=RSS, media_type="application/rss+xml", **fields) -> Feed:
    base = publisher.url("")
    publisher.answers["/feed"] = page(body.replace("{base}", base), media_type)
    values = {
        "outlet": make_outlet(),
        "url": publisher.url("/feed"),
        "next_poll_at": timezone.now(),
    }
    return Feed.objects.create(**values | fields)


def poll(feed: Feed, **options) -> list[IngestJob]:
    jobs = polling.poll(feed.pk, **options)
    feed.refresh_from_db()
    return jobs


def ripen(feed: Feed) -> None:
    Feed.objects.filter(pk=feed.pk).update(next_poll_at=timezone.now())


def test_a_feeds_entries_are_asked_for_with_all_that_it_knows(publisher):
    event = make_event()
    feed = feed_of(publisher, event=event)

    own, others = poll(feed)

    assert (own.url, own.published) == (publisher.url("/one"), "2023-05-22T10:00:00Z")
    assert (own.event, own.feed, own.outlet) == (event, feed, feed.outlet)
    assert (others.url, others.outlet, others.published) == ("https://other.example/two", None, "")
    assert (feed.failures, feed.last_error, feed.state) == (0, "", FeedState.ACTIVE)
    assert feed.next_poll_at > timezone.now()
    assert feed.lease_token == ""


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (ATOM, "application/atom+xml"),
        (
            json.dumps({"version": "https://jsonfeed.org/version/1.1",
                        "items": [{"id": "1", "url": "{base}/one"}]}),
            "application/feed+json",
        ),
    ],
)  # fmt: skip
def test_atom_and_json_feeds_are_read_too(publisher, body, media_type):
    feed = feed_of(publisher, body, media_type)

    assert [job.url for job in poll(feed)] == [publisher.url("/one")]


def test_a_feed_that_has_not_changed_is_not_sent_again(publisher):
    feed = feed_of(publisher)
    publisher.answers["/feed"] = conditional(RSS.replace("{base}", publisher.url("")), '"v1"')

    assert len(poll(feed)) == 2
    assert feed.etag == '"v1"'
    ripen(feed)
    assert poll(feed) == []
    assert publisher.asked[-1].headers["if-none-match"] == '"v1"'


def test_an_entry_is_not_asked_for_again_at_once_but_after_a_while(publisher):
    feed = feed_of(publisher)
    poll(feed)
    IngestJob.objects.update(state=IngestState.DONE)
    ripen(feed)
    assert poll(feed) == []

    IngestJob.objects.update(created_at=timezone.now() - polling.LOOK_AGAIN)
    ripen(feed)
    assert len(poll(feed)) == 2


def test_polling_by_hand_asks_for_everything_again(publisher):
    feed = feed_of(publisher)
    poll(feed)
    IngestJob.objects.update(state=IngestState.DONE)

    assert len(poll(feed, force=True)) == 2


def test_a_failing_feed_is_polled_less_often_and_stopped_in_the_end(publisher):
    feed = feed_of(publisher)
    publisher.answers["/feed"] = status(500)
    waits = []
    for _ in range(polling.STOPPED_FROM):
        ripen(feed)
        poll(feed)
        waits.append(round((feed.next_poll_at - timezone.now()) / timedelta(minutes=1)))

    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (20, 24 * 60)
    assert (feed.state, feed.failures) == (FeedState.STOPPED, polling.STOPPED_FROM)
    assert "HTTP 500" in feed.last_error


def test_a_feed_that_works_again_is_active_again(publisher):
    feed = feed_of(publisher, failures=3, state=FeedState.FAILING, last_error="away")

    poll(feed)

    assert (feed.failures, feed.state, feed.last_error) == (0, FeedState.ACTIVE, "")


def test_a_feed_waits_as_long_as_its_publisher_asks(publisher):
    feed = feed_of(publisher)
    publisher.answers["/feed"] = status(429, Retry_After="7200")

    poll(feed)

    wait = feed.next_poll_at - timezone.now()
    assert timedelta(seconds=7100) < wait <= timedelta(seconds=7200)


def test_a_feed_that_is_gone_is_stopped(publisher):
    feed = feed_of(publisher)
    publisher.answers["/feed"] = status(410)

    poll(feed)

    assert feed.state == FeedState.STOPPED


@pytest.mark.parametrize("body", [BOMB, "not a feed", "<html><body>Hello</body></html>"])
def test_what_is_no_feed_counts_as_a_failure_with_its_reason(publisher, body):
    feed = feed_of(publisher, body)

    assert poll(feed) == []
    assert (feed.failures, bool(feed.last_error)) == (1, True)


def test_a_feed_is_one_workers_at_a_time(publisher):
    feed = feed_of(publisher)
    until = timezone.now() + leases.LEASE
    Feed.objects.filter(pk=feed.pk).update(lease_token="another", lease_until=until)

    assert poll(feed) == []
    assert publisher.asked == []


def test_paused_and_early_feeds_are_left_alone(publisher, monkeypatch):
    sent = []
    monkeypatch.setattr(polling, "send", lambda task, pk: sent.append(pk) is None)
    due = feed_of(publisher)
    feed_of(publisher, url="https://a.example/feed", state=FeedState.PAUSED)
    later = timezone.now() + timedelta(minutes=1)
    feed_of(publisher, url="https://b.example/feed", next_poll_at=later)

    assert (polling.send_due(), polling.send_due()) == (1, 0)
    assert sent == [due.pk]
