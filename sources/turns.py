"""What several workers share about sites: whose turn it is at a host, and its robots.txt.

A turn is an advisory lock of the database's session, so a killed worker gives its turn back by
being gone. Robots rules and pauses lie in the cache: losing them costs one more request.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep, time

from django.core.cache import cache
from django.db import connection

from sources.fetching import FetchFailed, Reason

# A worker that waits longer for a host had better do something else meanwhile.
LONGEST_WAIT_S = 5.0
LONGEST_PAUSE_S = 60.0
LOOK_S = 0.1


class SharedRobots:
    """The robots rules of sites, in the cache."""

    def get(self, origin: str) -> str | None:
        """The rules of ``scheme://host[:port]`` as text; None when not kept (any more)."""
        rules = cache.get(_key("robots", origin))
        return rules if isinstance(rules, str) else None

    def put(self, origin: str, rules: str, *, seconds: int) -> None:
        """Keep the rules so long."""
        cache.set(_key("robots", origin), rules, seconds)


class SharedTurns:
    """Turns among all workers of one database."""

    @contextmanager
    def turn(self, host: str, *, wait_s: float) -> Iterator[None]:
        """Hold the host's turn; raises FetchFailed(HOST_BUSY) when it is not free in time."""
        until = monotonic() + min(wait_s, LONGEST_WAIT_S)
        if time() < float(cache.get(_key("pause", host)) or 0):
            raise _busy()
        while not _ask("pg_try_advisory_lock", host):
            if monotonic() > until:
                raise _busy()
            sleep(LOOK_S)
        try:
            yield
        finally:
            _ask("pg_advisory_unlock", host)


def pause(host: str, seconds: float | None) -> None:
    """Leave the host alone so long, as its robots.txt asks for between two requests."""
    if seconds and seconds > 0:
        rest = min(seconds, LONGEST_PAUSE_S)
        cache.set(_key("pause", host), time() + rest, int(rest) + 1)


def _busy() -> FetchFailed:
    return FetchFailed(Reason.HOST_BUSY, "Another request to this host is under way.")


def _ask(function: str, host: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(hashtext('host'), hashtext(%s))", [host])
        return bool(cursor.fetchone()[0])


def _key(kind: str, name: str) -> str:
    """A key the cache takes, whatever letters a host has."""
    return f"{kind}:{hashlib.sha256(name.encode()).hexdigest()}"
