"""Reading and comparing as durable jobs: whatever fails, each text is read once in the end."""

from datetime import timedelta

import pytest
from django.utils import timezone

from claims import readings
from claims.choices import ReadingState
from claims.models import Claim, Quote, Reading
from claims.readings import Tools
from claims.values import Count, Read
from events.directory import Directory
from sources import ingest, leases
from sources.choices import IngestState
from sources.models import IngestJob
from sources.signals import article_stored
from tests.claims.readers import MINISTRY, Reader
from tests.factories import make_event, make_user, make_version
from tests.sources.fakes import BODY, Web, page

pytestmark = pytest.mark.django_db

URL = "https://outlet.example/1"
SEVENTY = ("70 attackers were killed", Count(70, 70), MINISTRY)


@pytest.fixture
def sent(monkeypatch):
    messages = []
    monkeypatch.setattr(readings, "send", lambda task, pk: messages.append(pk) is None)
    return messages


def tools(reader=None, **fields):
    return Tools(read=reader or Reader(SEVENTY), directory=Directory, **fields)


def stored(**fields) -> IngestJob:
    """An ingest whose text is stored and waits to be read."""
    job = ingest.request_url(URL, event=make_event(), **fields)
    ingest.work(job.pk, fetch=Web([page()]))
    job.refresh_from_db()
    return job


def expire(reading):
    past = timezone.now() - timedelta(seconds=1)
    Reading.objects.filter(pk=reading.pk).update(lease_until=past, next_try_at=None)


def reading_of(job) -> Reading:
    return readings.ensure(job.version_id, job.event_id)


def test_a_text_is_read_compared_and_its_ingest_settled():
    job = stored()
    reading = reading_of(job)

    readings.work(reading.pk, tools())

    reading.refresh_from_db()
    job.refresh_from_db()
    assert (reading.state, reading.outcome["new"]) == (ReadingState.DONE, 1)
    assert (job.state, job.settled_at is not None) == (IngestState.DONE, True)
    assert Claim.objects.get().quotes.get().exact == SEVENTY[0]


def test_news_of_a_stored_text_asks_for_its_reading(django_capture_on_commit_callbacks):
    job = ingest.request_url(URL, event=make_event())

    with django_capture_on_commit_callbacks(execute=True):
        ingest.work(job.pk, fetch=Web([page()]))

    assert Reading.objects.get().version == IngestJob.objects.get().version


def test_a_text_known_and_read_settles_at_once():
    job = stored()
    readings.work(reading_of(job).pk, tools())
    again = ingest.request_url(URL, event=job.event)
    ingest.work(again.pk, fetch=Web([page()]))

    article_stored.send(None, version_id=job.version_id, event_id=job.event_id)

    again.refresh_from_db()
    assert (again.state, again.outcome) == (IngestState.DONE, "unchanged")
    assert Reading.objects.count() == 1


def test_a_worker_that_dies_between_two_stages_loses_nothing(sent):
    job = stored()
    assert not Reading.objects.exists()

    assert readings.catch_up() == 1

    readings.work(Reading.objects.get().pk, tools())
    job.refresh_from_db()
    assert job.state == IngestState.DONE


def test_a_worker_that_dies_before_it_settles_the_ingest_loses_nothing():
    job = stored()
    readings.work(reading_of(job).pk, tools())
    IngestJob.objects.update(state=IngestState.READING, settled_at=None)

    readings.catch_up()

    job.refresh_from_db()
    assert (job.state, Reading.objects.count()) == (IngestState.DONE, 1)


def test_a_worker_that_dies_while_comparing_leaves_work_that_is_done_once(monkeypatch):
    job = stored()
    reading = reading_of(job)

    def die(*_args, **_options):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(readings.comparisons, "compare_claims", die)
        with pytest.raises(KeyboardInterrupt):
            readings.work(reading.pk, tools())
    reading.refresh_from_db()
    assert (reading.state, Claim.objects.count()) == (ReadingState.COMPARING, 1)
    expire(reading)

    readings.work(reading.pk, tools())

    reading.refresh_from_db()
    assert (reading.state, reading.attempts) == (ReadingState.DONE, 2)
    assert (Claim.objects.count(), Quote.objects.count()) == (1, 1)


def test_a_reading_is_one_workers_at_a_time():
    reading = reading_of(stored())
    inner = []

    def read(article, directory):
        nested = Reader(SEVENTY)
        readings.work(reading.pk, tools(nested))
        inner.append(nested.read)
        return Read(())

    readings.work(reading.pk, tools(read))

    assert inner == [[]]


def test_a_worker_that_lost_its_lease_stores_nothing():
    reading = reading_of(stored())

    def slow(article, directory):
        Reading.objects.update(lease_token="another")
        return Reader(SEVENTY)(article, directory)

    readings.work(reading.pk, tools(slow))

    assert not Claim.objects.exists()


def test_a_failing_reading_waits_and_ends_in_quarantine_with_its_ingest():
    job = stored()
    reading = reading_of(job)
    broken = Reader(error=ValueError("bad\0 letter"))

    for _ in range(leases.MAX_ATTEMPTS):
        readings.work(reading.pk, tools(broken))
        Reading.objects.update(next_try_at=None)

    reading.refresh_from_db()
    job.refresh_from_db()
    assert (reading.state, reading.reason) == (ReadingState.QUARANTINED, "error")
    assert (job.state, job.reason) == (IngestState.QUARANTINED, "error")
    assert "ValueError: bad letter" in job.reason_text
    assert len(broken.read) == leases.MAX_ATTEMPTS


def test_a_text_that_kills_its_reader_ends_in_quarantine():
    job = stored()
    reading = reading_of(job)
    for _ in range(leases.MAX_ATTEMPTS):
        assert readings._take(reading.pk)
        expire(reading)

    readings.work(reading.pk, tools())

    job.refresh_from_db()
    assert (job.state, job.reason) == (IngestState.QUARANTINED, "worker_died")


def test_a_quarantined_reading_can_be_retried(django_capture_on_commit_callbacks):
    job = stored()
    reading = reading_of(job)
    Reading.objects.update(state=ReadingState.QUARANTINED, attempts=6)
    IngestJob.objects.update(state=IngestState.QUARANTINED)

    with django_capture_on_commit_callbacks(execute=True):
        ingest.retry(job, by=make_user())
    readings.work(reading.pk, tools())

    job.refresh_from_db()
    reading.refresh_from_db()
    assert (job.state, reading.state, reading.attempts) == (
        IngestState.DONE,
        ReadingState.DONE,
        1,
    )


def test_a_language_that_is_not_read_is_said_so():
    job = stored()
    reading = reading_of(job)

    readings.work(reading.pk, tools(lambda article, directory: Read((), skipped="language: uk")))

    reading.refresh_from_db()
    job.refresh_from_db()
    assert (reading.state, reading.reason) == (ReadingState.SKIPPED, "language")
    assert (job.state, job.reason) == (IngestState.DONE, "language")
    assert "not read yet" in job.reason_text


def test_a_sweep_sends_what_waits_once(sent):
    reading = reading_of(stored())
    assert readings.send_due() == 0, "its first message is on its way"
    expire(reading)

    assert (readings.send_due(), readings.send_due()) == (1, 0)
    assert sent == [reading.pk]


def test_a_text_that_came_to_an_event_without_an_ingest_is_found():
    version = make_version(BODY, event=make_event())

    assert (readings.find_unread(), readings.find_unread()) == (1, 0)
    assert Reading.objects.get().version == version


def test_a_new_version_of_the_page_is_read_and_adds_its_words():
    job = stored()
    readings.work(reading_of(job).pk, tools())
    again = ingest.request_url(URL, event=job.event)
    ingest.work(again.pk, fetch=Web([page("Updated. " + BODY)]))
    again.refresh_from_db()

    readings.work(reading_of(again).pk, tools())

    assert (again.outcome, Claim.objects.count(), Quote.objects.count()) == ("changed", 1, 2)
