"""Articles taken in by a real worker, beat and broker, while these are killed in mid-work.

Only the publisher runs in this process. Faults come when enough ingests are settled, so that
they strike while others are being worked on.
"""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.db import connection

from claims.matching import match_key
from claims.models import Claim, Quote, Reading
from claims.reading import read_article
from claims.readings import article_text
from claims_tracker.servers import binaries, places
from claims_tracker.servers.account import server_account
from claims_tracker.servers.postgres import quiet_environment
from claims_tracker.servers.valkey import Valkey
from events.actors import directory
from sources.choices import SETTLED
from sources.models import Article, ArticleVersion, IngestJob
from tests.publisher import Publisher, page

ROOT = Path(__file__).resolve().parents[2]
LOOK_S = 0.1
WAIT_S = 300.0
PAGE = """<!doctype html><html lang="en"><head><title>Report {n} from the border</title>
<meta property="article:published_time" content="2023-05-22T1{m}:00:00Z"></head><body><article>
<h1>Report {n} from the border</h1>
<p>The governor of the district said on Monday that {n} houses had been damaged in village number {n}.
The people of the village spent the night with relatives and friends in the nearest town.</p>
<p>The defence ministry of Ruritania said that {n} attackers were killed near village number {n}.
Roads towards the border were closed for the rest of the day, and buses did not run.</p>
<p>The foreign ministry of Ruritania denies any involvement. It gave no further details when it was
asked about the events of the night, and the office of the president did not answer at all.</p>
</article></body></html>"""


@dataclass
class Machine:
    """The processes around one database, and what was done to them."""

    environ: Mapping[str, str]
    valkey: Valkey
    celery: tuple[str, ...]
    logs: Path
    faults: Counter[str] = field(default_factory=Counter)
    last_fault: float = 0.0

    def __post_init__(self) -> None:
        self.broker = self.valkey.start()
        self.parts = {name: self._start(name) for name in ("worker", "beat")}

    def _start(self, name: str) -> subprocess.Popen[bytes]:
        options = {
            "worker": ["--pool=prefork", "--concurrency=2", "--without-gossip", "--without-mingle"],
            "beat": [f"--schedule={self.logs / 'schedule'}", f"--pidfile={self.logs / 'beat.pid'}"],
        }
        words = [*self.celery, "--app=claims_tracker", name, "--loglevel=INFO", *options[name]]
        with (self.logs / f"{name}.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, *words], env=dict(self.environ), cwd=ROOT, stdout=log,
                stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip

    def kill_worker(self) -> None:
        """`kill -9` of the worker's whole process tree; a new worker starts at once."""
        _kill(self.parts["worker"])
        self.parts["worker"] = self._start("worker")
        self._noted("worker killed")

    def revive(self) -> None:
        """Start again what ended by itself, as the supervisor and the container engine do.

        Celery's worker now and then gives up when the broker goes in the moment it connects.
        """
        for name, process in tuple(self.parts.items()):
            if process.poll() is not None:
                _kill(process)
                self.parts[name] = self._start(name)

    def wipe_broker(self) -> None:
        """The broker dies and comes back empty on the same address."""
        self.broker.kill()
        self.broker = self.valkey.start()
        self._noted("broker wiped")

    def kill_database_sessions(self) -> None:
        """Every connection to the database but ours is cut."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> "
                "pg_backend_pid() AND datname = current_database()"
            )
        self._noted("database sessions cut")

    def manage(self, *words: str) -> None:
        """Run a manage.py command to its end."""
        words = (sys.executable, "manage.py", *words)
        subprocess.run(
            words, env=dict(self.environ), cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
            timeout=WAIT_S,
        )  # fmt: skip

    def _noted(self, fault: str) -> None:
        self.faults[fault] += 1
        self.last_fault = time.monotonic()

    def stop(self) -> None:
        """End everything."""
        for part in self.parts.values():
            _kill(part)
        self.broker.stop()


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def machine(logs: Path, publisher: Publisher, *, celery: tuple[str, ...]) -> Iterator[Machine]:
    """A worker and a beat on this process's database, and a broker of their own."""
    with ExitStack() as held:
        account = server_account()
        home = held.enter_context(places.temporary(account=account))
        program = binaries.find_valkey(os.environ, account=account)
        valkey = Valkey(program, home, account, quiet_environment(os.environ), keep=False)
        environ = {
            **os.environ,
            "DATABASE_URL": _this_database(),
            "REDIS_URL": valkey.url,
            "FETCH_ALLOW_HOSTS": f"127.0.0.1:{publisher.port}",
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
            "DEBUG": "1",
        }
        running = Machine(environ, valkey, celery, logs)
        held.callback(running.stop)
        yield running


def _this_database() -> str:
    """The address of the database that Django uses here: in a test, the test's own."""
    parts = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit(parts._replace(path=f"/{connection.settings_dict['NAME']}"))


def publish(publisher: Publisher, articles: int) -> list[str]:
    """Publish so many different articles; returns their addresses."""
    for n in range(1, articles + 1):
        publisher.answers[f"/{n}"] = page(PAGE.format(n=n, m=n % 10))
    return [publisher.url(f"/{n}") for n in range(1, articles + 1)]


def settled() -> int:
    """How many ingests are settled."""
    return IngestJob.objects.filter(state__in=SETTLED).count()


def wait_until(done: Callable[[], bool], *, seconds: float = WAIT_S) -> float:
    """Wait for something; returns the seconds it took. Raises TimeoutError."""
    began = time.monotonic()
    while not done():
        if time.monotonic() - began > seconds:
            raise TimeoutError(f"only {settled()} settled: {states()}")
        time.sleep(LOOK_S)
    return time.monotonic() - began


def rounds(running: Machine, urls: list[str], faults: list[Callable[[], None]]) -> float:
    """Ask for all articles and let the faults strike, evenly spread over the work.

    Returns the seconds from the last fault until everything was settled.
    """

    def are_settled(wanted: int) -> bool:
        running.revive()
        return settled() >= wanted

    running.manage("ingest", *urls, "--event", "raid")
    for number, fault in enumerate(faults, start=1):
        wait_until(partial(are_settled, len(urls) * number // (len(faults) + 1)))
        fault()
    wait_until(partial(are_settled, len(urls)))
    return time.monotonic() - running.last_fault


def states() -> dict[str, int]:
    """How many ingests and readings are in which state."""
    jobs = IngestJob.objects.values_list("state", "reason")
    readings = Reading.objects.values_list("state", "reason")
    return {
        **{f"ingest {state} {reason}".strip(): n for (state, reason), n in Counter(jobs).items()},
        **{f"reading {s} {reason}".strip(): n for (s, reason), n in Counter(readings).items()},
    }


def tally() -> dict[str, int]:
    """What the ledger holds."""
    counted = (Article, ArticleVersion, Reading, Claim, Quote)
    return {model.__name__: model.objects.count() for model in counted}


def expected(articles: int) -> dict[str, int]:
    """What it should hold: each article once, and what reading each stored text yields, once."""
    read = [
        claim
        for version in ArticleVersion.objects.select_related("article__outlet")
        for claim in read_article(article_text(version), directory()).claims
    ]
    once = dict.fromkeys(("Article", "ArticleVersion", "Reading"), articles)
    quotes = sum(len(claim.quotes) for claim in read)
    return {**once, "Claim": len({match_key(claim) for claim in read}), "Quote": quotes}


def doubled() -> list[tuple[int, str]]:
    """Claims of one event with one key: what was said once and stored twice."""
    keys = Counter(Claim.objects.exclude(match_key="").values_list("event", "match_key"))
    return [key for key, times in keys.items() if times > 1]
