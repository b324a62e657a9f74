"""Leases: each row is one worker's, and a worker that lost it stores nothing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from sources import documents, ingest, jobs, leases, storing
from sources.choices import IngestState
from sources.models import Article, ArticleVersion, IngestJob
from tests.factories import make_event, make_ingest
from tests.sources.fakes import BODY, Web, page

URL = "https://outlet.example/1"


def expire(job: IngestJob) -> None:
    IngestJob.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


@pytest.mark.django_db
def test_a_taken_job_has_its_attempt_counted_and_is_not_taken_twice():
    job = make_ingest()

    taken = jobs.take(job.pk)

    assert (taken.state, taken.attempts, bool(taken.lease_token)) == (IngestState.FETCHING, 1, True)
    assert jobs.take(job.pk) is None


@pytest.mark.django_db
def test_a_dead_workers_job_is_sent_again_and_taken_by_another(monkeypatch):
    sent = []
    monkeypatch.setattr(jobs, "send", lambda task, pk: sent.append(pk) is None)
    job = make_ingest()
    jobs.take(job.pk)
    assert jobs.send_due() == 0
    expire(job)

    assert jobs.send_due() == 1
    assert jobs.send_due() == 0, "a message is on its way"
    assert sent == [job.pk]
    assert jobs.take(job.pk).attempts == 2


@pytest.mark.django_db
def test_an_article_that_kills_its_worker_each_time_ends_in_quarantine():
    job = make_ingest()
    for _ in range(leases.MAX_ATTEMPTS):
        assert jobs.take(job.pk) is not None
        expire(job)

    assert jobs.take(job.pk) is None

    job.refresh_from_db()
    assert (job.state, job.reason) == (IngestState.QUARANTINED, "worker_died")


@pytest.mark.django_db
def test_a_worker_that_lost_its_lease_stores_nothing():
    job = ingest.request_url(URL, event=make_event())
    slow = jobs.take(job.pk)
    document = documents.open_job(slow, fetch=Web([page()]))
    expire(job)
    quick = jobs.take(job.pk)

    with pytest.raises(leases.LeaseLost):
        storing.store(slow, document)
    assert not Article.objects.exists()
    for end in (jobs.refuse, jobs.fail):
        with pytest.raises(leases.LeaseLost):
            end(slow, "late", "Too late.")
    assert storing.store(quick, document).outcome == "new"


@pytest.mark.django_db
def test_a_sweep_is_bounded_and_takes_the_oldest_first(monkeypatch):
    sent = []
    monkeypatch.setattr(jobs, "send", lambda task, pk: sent.append(pk) is None)
    made = [make_ingest().pk for _ in range(3)]

    assert jobs.send_due(limit=2) == 2
    assert sent == made[:2]


@pytest.mark.parametrize(
    ("attempts", "asked", "seconds"),
    [
        (1, None, 15),
        (2, None, 30),
        (20, None, 3600),
        (1, timedelta(minutes=5), 300),
        (5, timedelta(seconds=1), 240),
        (1, timedelta(days=400), 86400),
    ],
)
def test_the_wait_grows_and_respects_the_publisher(attempts, asked, seconds):
    assert leases.wait(attempts, asked=asked) == timedelta(seconds=seconds)


def at_once(*calls):
    """Run the calls in threads that start together; returns what each gave."""
    barrier = Barrier(len(calls))

    def run(call):
        barrier.wait(timeout=10)
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_once_one_gets_the_job():
    job = make_ingest()

    taken = at_once(*[lambda: jobs.take(job.pk)] * 4)

    assert [one.attempts for one in taken if one] == [1]


@pytest.mark.django_db(transaction=True)
def test_two_workers_that_store_one_article_make_one_version():
    event = make_event()
    ids = [ingest.request_url(f"{URL}?utm_source={n}", event=event).pk for n in range(3)]

    at_once(*[lambda pk=pk: ingest.work(pk, fetch=Web([page()])) for pk in ids])

    assert (Article.objects.count(), ArticleVersion.objects.count()) == (1, 1)
    outcomes = IngestJob.objects.order_by("outcome").values_list("outcome", flat=True)
    assert list(outcomes) == ["new", "unchanged", "unchanged"]


@pytest.mark.django_db(transaction=True)
def test_two_copies_that_arrive_together_share_an_origin():
    event = make_event()
    urls = ["https://one.example/1", "https://two.example/1"]
    ids = [(ingest.request_url(url, event=event).pk, url) for url in urls]

    at_once(
        *[
            lambda pk=pk, url=url: ingest.work(pk, fetch=Web([page(BODY, final_url=url)]))
            for pk, url in ids
        ]
    )

    assert Article.objects.count() == 2
    assert len(set(Article.objects.values_list("origin", flat=True))) == 1
