from datetime import timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from claims_tracker import celery_app, tasks
from sources import leases, liveness
from sources.tasks import HARD_S


@pytest.fixture(autouse=True)
def _nobody_seen(monkeypatch):
    cache.clear()
    monkeypatch.setattr(tasks._Written, "at", float("-inf"))


def test_a_worker_that_beats_is_alive_and_one_that_stopped_is_not(monkeypatch):
    assert not liveness.is_alive("worker")
    tasks.worker_is_alive()
    assert liveness.is_alive("worker")

    later = timezone.now() + liveness.ALIVE_FOR
    monkeypatch.setattr(liveness.timezone, "now", lambda: later)
    assert not liveness.is_alive("worker")


def test_a_worker_writes_seldom_however_often_it_beats(monkeypatch):
    marks = []
    monkeypatch.setattr(liveness, "mark", marks.append)

    for _ in range(3):
        tasks.worker_is_alive()

    assert marks == ["worker"]


def test_the_clock_is_known_by_the_heartbeats_it_sends():
    tasks.beat_is_ticking(sender="claims.tasks.sweep")
    assert liveness.last_seen("beat") is None

    tasks.beat_is_ticking(sender=tasks.TASK)
    assert timezone.now() - liveness.last_seen("beat") < timedelta(minutes=1)


def test_a_heartbeat_shows_that_messages_get_through():
    tasks.heartbeat()

    assert liveness.is_alive("loop")


def test_every_scheduled_task_exists():
    celery_app.loader.import_default_modules()

    named = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert named <= set(celery_app.tasks)


def test_no_task_outlives_a_lease():
    assert timedelta(seconds=HARD_S) < leases.LEASE
