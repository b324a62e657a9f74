"""Work on a row belongs to one worker at a time, for a while.

A lease is a token and an end, written and committed before the work begins. Who stores a result
shows the token in the same transaction, so a worker whose lease was given to another stores
nothing. The ``SENT`` token is no worker's: it says that a message is on its way, so that the
sweeper does not send it again at once.
"""

import secrets
from datetime import datetime, timedelta
from typing import TypeVar

from django.db import models
from django.db.models import Q

SENT = "sent"
SENT_FOR = timedelta(seconds=30)
# Longer than a task may take (`sources.tasks`), so that a slow worker is dead, not slow.
LEASE = timedelta(seconds=60)
MAX_ATTEMPTS = 6
FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(hours=1)
# A publisher may ask for more patience than our own back-off has, within reason.
LONGEST_ASKED = timedelta(hours=24)

Row = TypeVar("Row", bound=models.Model)


class LeaseLost(Exception):  # noqa: N818 - no error: another worker has the row
    """The lease ran out and the row was given to another worker, whose result counts."""


def free(now: datetime) -> Q:
    """Rows that nobody is working on; a message may be on its way."""
    return Q(lease_until=None) | Q(lease_until__lt=now) | Q(lease_token=SENT)


def ripe(now: datetime) -> Q:
    """Rows that need not wait (any more) before the next attempt."""
    return Q(next_try_at=None) | Q(next_try_at__lte=now)


def new_token() -> str:
    """A token nobody else has."""
    return secrets.token_hex(16)


def hold(rows: "models.QuerySet[Row]", pk: int, token: str) -> Row:
    """Lock the row for the rest of the transaction; raises LeaseLost if it is another's by now."""
    row = rows.filter(pk=pk, lease_token=token).select_for_update().first()
    if row is None:
        raise LeaseLost
    return row


def wait(attempts: int, *, asked: timedelta | None = None) -> timedelta:
    """How long to wait after that many attempts; at least as long as the publisher asked."""
    doublings: int = 2 ** max(attempts - 1, 0)
    own = min(FIRST_WAIT * doublings, LONGEST_WAIT)
    return max(own, min(asked, LONGEST_ASKED)) if asked else own
