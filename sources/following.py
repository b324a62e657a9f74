"""Following ingests to their end, for a person at a terminal; working them where no worker is."""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from time import monotonic, sleep

from celery import current_app
from django.conf import settings
from kombu.exceptions import OperationalError

from sources import liveness
from sources.choices import SETTLED, IngestState
from sources.models import IngestJob

LOOK_S = 0.3
WORKER_ASKED_EVERY_S = 5.0
SWEEP_EVERY_S = 1.0
NO_WORKER = "No worker is running, so I do the work here."
Tell = Callable[[str], None]


class Follower:
    """Waits for ingests and tells of each as it is settled.

    Where no worker gives a sign of life, tasks run in this process instead, through the same
    functions: nothing is left to wait for somebody who is not there.
    """

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._asked = self._swept = float("-inf")
        self._alone = False
        self._told_of: set[tuple[int, int]] = set()  # failed attempts: job, number

    def prepare(self) -> None:
        """Look for a worker; without one, run each task here, at once, where it is sent."""
        if self._alone or monotonic() - self._asked < WORKER_ASKED_EVERY_S:
            return
        self._asked = monotonic()
        if not liveness.is_alive("worker"):
            self._alone = True
            self._tell(NO_WORKER)
            current_app.loader.import_default_modules()
            current_app.conf.task_always_eager = True
            # What the tasks tell an operator's log would drown the progress told here.
            for name in ("celery", "sources", "claims"):
                logging.getLogger(name).setLevel(logging.ERROR)

    def follow(self, ids: Iterable[int]) -> list[IngestJob]:
        """Wait until all are settled; returns them in the order of their ids."""
        waiting = set(ids)
        all_ids = sorted(waiting)
        while True:
            settled = IngestJob.objects.filter(pk__in=waiting, state__in=SETTLED).order_by("pk")
            for job in settled.select_related("event").defer("payload"):
                waiting.discard(job.pk)
                self._tell(f"{len(all_ids) - len(waiting)}/{len(all_ids)} {told(job)}")
            if not waiting:
                jobs = IngestJob.objects.filter(pk__in=all_ids).defer("payload").order_by("pk")
                return list(jobs.select_related("event", "article"))
            self._tell_failed(waiting)
            self.prepare()
            self._sweep()
            sleep(LOOK_S)

    def _tell_failed(self, waiting: set[int]) -> None:
        """Why one that will be tried again takes so long, once for each attempt."""
        failed = IngestJob.objects.filter(pk__in=waiting, state=IngestState.FAILED)
        for job in failed.select_related("event").defer("payload").order_by("pk"):
            if (job.pk, job.attempts) not in self._told_of:
                self._told_of.add((job.pk, job.attempts))
                self._tell(told(job))

    def _sweep(self) -> None:
        if self._alone and monotonic() - self._swept > SWEEP_EVERY_S:
            self._swept = monotonic()
            task = str(settings.CELERY_BEAT_SCHEDULE["sweep"]["task"])
            with suppress(OperationalError):
                current_app.tasks[task].apply()


def told(job: IngestJob) -> str:
    """One line on a settled ingest."""
    words = [str(job.get_state_display()).lower()]
    words += [job.outcome] if job.outcome else []
    words += [f"{job.reason}: {job.reason_text}"] if job.reason else []
    if job.suggestions and job.event is None:
        words.append("perhaps " + ", ".join(one["slug"] for one in job.suggestions))
    return f"{job}: {'; '.join(words)}"
