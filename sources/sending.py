"""Messages to the workers. They are hints: when one cannot be sent, the sweeper finds the row."""

from functools import partial
from importlib import import_module
from time import monotonic

import structlog
from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

log = structlog.get_logger(__name__)

# After a failure nobody waits for the broker again for so many seconds.
REST_S = 10.0


class _Broker:
    """What this process knows of the broker."""

    away_until = 0.0


def send(task: str, row_id: int) -> bool:
    """Tell a worker about a row; false, and a line in the log, when the broker is away.

    ``task`` is the task's full name. Nothing is raised and nobody waits long: the row is the
    truth, and the sweeper sends what was not sent.
    """
    if monotonic() < _Broker.away_until:
        return False
    import_module(task.rpartition(".")[0])  # registers the task where no worker did
    try:
        current_app.tasks[task].apply_async((row_id,), retry=False)
    except (OperationalError, RedisError, OSError) as error:
        _Broker.away_until = monotonic() + REST_S
        log.warning("the broker is away", task=task, error=type(error).__name__)
        return False
    return True


def send_on_commit(task: str, row_id: int) -> None:
    """Send once the row is really there for the worker to find."""
    transaction.on_commit(partial(send, task, row_id), robust=True)
