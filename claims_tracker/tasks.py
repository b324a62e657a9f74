"""Signs of life: the worker's and the clock's own processes each write the time to the cache."""

from time import monotonic
from typing import Any

from celery import shared_task
from celery.signals import after_task_publish, beat_init, heartbeat_sent, worker_ready

from sources import liveness

WRITTEN_EVERY_S = 10.0
TASK = "claims_tracker.tasks.heartbeat"


class _Written:
    """When this process last wrote its sign of life."""

    at = float("-inf")


@shared_task(name=TASK, ignore_result=True)
def heartbeat() -> None:
    """Show that a message of the clock's came through the broker to a worker."""
    liveness.mark("loop")


@worker_ready.connect
@heartbeat_sent.connect
def worker_is_alive(**_: Any) -> None:
    """Written by the worker's main process, so that long tasks do not make it look dead."""
    if monotonic() - _Written.at >= WRITTEN_EVERY_S:
        _Written.at = monotonic()
        liveness.mark("worker")


@beat_init.connect
def beat_is_alive(**_: Any) -> None:
    """The clock has started."""
    liveness.mark("beat")


@after_task_publish.connect
def beat_is_ticking(sender: str | None = None, **_: Any) -> None:
    """Only the clock sends heartbeats, so whoever has sent one is it."""
    if sender == TASK:
        liveness.mark("beat")
