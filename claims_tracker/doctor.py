"""What an operator would look at first, each with what to do about it.

Every check is one function and one line in `CHECKS`; none of them changes anything.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import redis
from django.conf import settings
from django.core import checks
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from claims_tracker.accounts.models import User
from claims_tracker.accounts.people import administrators
from claims_tracker.environment import NO_DATABASE
from sources import liveness

OLDEST_POSTGRES = 15
CLOCKS_APART = timedelta(seconds=5)  # more than a slow answer explains
ROOM = 2**30  # bytes free below which an operator should know
TIMEOUT = 3.0  # seconds for the broker to answer


class State(StrEnum):
    """How a thing is."""

    OK = "ok"
    WARNING = "warning"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: how it is, in words, and what to do if it is not well."""

    check: str
    state: State
    says: str
    do: str = ""


def look_at_settings() -> Iterator[Finding]:
    """What Django's own checks say; those for a public site only where one is configured."""
    public = settings.SITE_URL.startswith("https://") and not settings.DEBUG
    messages = checks.run_checks(include_deployment_checks=public)
    for message in messages:
        state = State.BROKEN if message.level >= checks.ERROR else State.WARNING
        yield Finding("settings", state, f"{message.id}: {message.msg}", message.hint or "")
    if settings.DEBUG:
        yield Finding("settings", State.WARNING, "DEBUG is on.", "Set DEBUG=0 for readers.")
    if not messages:
        yield Finding("settings", State.OK, f"The site is {settings.SITE_URL}.")


def look_at_database() -> Iterator[Finding]:
    """Whether it answers, is recent enough, speaks UTF-8 and knows what time it is."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('server_version_num')::int / 10000,"
            " current_setting('server_encoding'), clock_timestamp(),"
            " pg_size_pretty(pg_database_size(current_database()))"
        )
        version, encoding, clock, size = cursor.fetchone()
    if version < OLDEST_POSTGRES:
        do = f"Move to PostgreSQL {OLDEST_POSTGRES} or newer."
        yield Finding("database", State.BROKEN, f"It is PostgreSQL {version}.", do)
    if encoding != "UTF8":
        do = "Create the database with --encoding=UTF8 and restore a backup into it."
        yield Finding("database", State.BROKEN, f"Its encoding is {encoding}.", do)
    apart = abs(timezone.now() - clock)
    if apart > CLOCKS_APART:
        do = "Let both machines keep time by NTP: leases and the log of changes depend on it."
        yield Finding("database", State.WARNING, f"Its clock is {apart} away from ours.", do)
    yield Finding("database", State.OK, f"PostgreSQL {version} answers, {size}.")


def look_at_migrations() -> Iterator[Finding]:
    """Whether the tables are those of this version."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        names = ", ".join(str(migration) for migration, _ in plan[:3])
        says = f"{len(plan)} pending: {names}{' ...' if len(plan) > 3 else ''}."  # noqa: PLR2004 - as many as named
        yield Finding("migrations", State.BROKEN, says, "Run `manage.py migrate`.")
    else:
        yield Finding("migrations", State.OK, "None is pending.")


def look_at_broker() -> Iterator[Finding]:
    """Whether Redis answers. Pages do without it; new articles wait for the next sweep."""
    if not settings.REDIS_URL:
        yield Finding("broker", State.BROKEN, "REDIS_URL is not set.", "Set it; see the README.")
        return
    try:
        link = redis.Redis.from_url(
            settings.REDIS_URL, socket_timeout=TIMEOUT, socket_connect_timeout=TIMEOUT
        )
        link.ping()
    except (redis.RedisError, ValueError) as error:
        do = "Start Redis or Valkey, or correct REDIS_URL. Until then articles are only queued."
        yield Finding("broker", State.BROKEN, f"It does not answer: {error}.", do)
    else:
        yield Finding("broker", State.OK, "Redis answers.")


def look_at_worker() -> Iterator[Finding]:
    """Whether a worker gave a sign of life lately."""
    yield _sign_of_life("worker")


def look_at_beat() -> Iterator[Finding]:
    """Whether the clock, which finds what was never sent, gave a sign of life lately."""
    yield _sign_of_life("beat")


def _sign_of_life(part: str) -> Finding:
    """What the cache knows of a part; a cache that is away knows nothing."""
    seen = liveness.last_seen(part)
    if seen is not None and liveness.is_alive(part):
        seconds = (timezone.now() - seen).total_seconds()
        return Finding(part, State.OK, f"Seen {seconds:.0f} s ago.")
    says = f"Not seen since {seen:%Y-%m-%d %H:%M} UTC." if seen else "Not seen for a day."
    do = f"Start `celery --app=claims_tracker {part}`, and look at what it prints."
    return Finding(part, State.BROKEN, says, do)


def look_at_storage() -> Iterator[Finding]:
    """Whether there is room, and whether the static files are where they are served from."""
    free = shutil.disk_usage(settings.BASE_DIR).free
    state = State.OK if free >= ROOM else State.WARNING
    do = "" if state == State.OK else "Free some space on this machine."
    yield Finding("storage", state, f"{free // 2**20} MB are free here.", do)
    if not settings.STATIC_ROOT.is_dir() and not settings.DEMO_NOTICE:
        do = "Run `manage.py collectstatic --noinput`, then start the site again."
        yield Finding("storage", State.WARNING, "Static files are not collected.", do)


def look_at_people() -> Iterator[Finding]:
    """Whether somebody can sign in and let others in."""
    count = administrators().count()
    if count:
        yield Finding("people", State.OK, f"{count} active administrator(s).")
    else:
        do = "Run `manage.py prepare`, which prints a link that works once."
        yield Finding("people", State.WARNING, "There is no administrator yet.", do)
    without = User.objects.filter(is_active=True, is_staff=True, second_factor_at=None).count()
    if settings.REQUIRE_SECOND_FACTOR and without:
        says = f"{without} active account(s) have no second factor yet."
        do = "They are led to set one up when they next log in; deactivate who never will."
        yield Finding("people", State.WARNING, says, do)


Check = Callable[[], Iterable[Finding]]
CHECKS: dict[str, Check] = {
    "settings": look_at_settings,
    "database": look_at_database,
    "migrations": look_at_migrations,
    "broker": look_at_broker,
    "worker": look_at_worker,
    "beat": look_at_beat,
    "storage": look_at_storage,
    "people": look_at_people,
}
NEED_DATABASE = frozenset({"database", "migrations", "people"})


def examine(names: Iterable[str] = tuple(CHECKS)) -> list[Finding]:
    """Run some checks. One that cannot look because the database is away says so itself."""
    findings: list[Finding] = []
    for name in names:
        if name in NEED_DATABASE and not settings.DATABASES:
            findings.append(Finding(name, State.BROKEN, "There is no database.", NO_DATABASE))
            continue
        try:
            findings.extend(CHECKS[name]())
        except DatabaseError as error:
            says = str(error).strip().partition("\n")[0]
            do = "Start PostgreSQL or correct DATABASE_URL, then run `manage.py migrate`."
            findings.append(Finding(name, State.BROKEN, says, do))
    return findings
