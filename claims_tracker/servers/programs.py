"""The product's own processes, as the demo runs them: web, worker, beat, single commands."""

import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from claims_tracker.servers import child
from claims_tracker.servers.child import Child, Stops
from claims_tracker.servers.places import CHECKOUT
from claims_tracker.servers.terminal import follow

# Each gets a moment to end what it is doing; together with the servers' it is below 10 s.
WEB_STOPS: Stops = ((signal.SIGTERM, 2.0),)
BEAT_STOPS: Stops = ((signal.SIGTERM, 1.0),)
# A warm shutdown, then a cold one: an unfinished task is taken up again after its lease.
WORKER_STOPS: Stops = ((signal.SIGTERM, 2.5), (signal.SIGQUIT, 0.5))
PUBLISHERS_STOPS: Stops = ((signal.SIGTERM, 0.5),)
COMMAND_STOPS: Stops = ((signal.SIGTERM, 1.0),)


@dataclass(frozen=True, slots=True)
class Programs:
    """Starts the product's processes with one environment; ``home`` takes their files."""

    environ: Mapping[str, str]
    home: Path
    bind: str

    def web(self) -> Child:
        """The site: two processes of four threads."""
        options = ("--worker-class=gthread", "--workers=2", "--threads=4", "--graceful-timeout=1",
                   "--log-level=warning", "--no-control-socket", f"--bind={self.bind}")  # fmt: skip
        return self._part("web", WEB_STOPS, "gunicorn", *options, "claims_tracker.wsgi:application")

    def worker(self) -> Child:
        """The worker of the pipeline, two tasks at a time."""
        options = ("--pool=prefork", "--concurrency=2", "--without-gossip", "--without-mingle")
        return self._celery("worker", WORKER_STOPS, *options)

    def beat(self) -> Child:
        """The clock, which sends the sweeps."""
        return self._celery("beat", BEAT_STOPS, f"--schedule={self.home / 'beat'}")

    def publishers(self, *, settled: bool) -> Child:
        """The demonstration publishers; ``settled`` once the demo has seen their page change."""
        options = [f"--port={self.environ['DEMO_SITE_PORT']}", *(["--settled"] if settled else [])]
        return self._part(
            "publishers", PUBLISHERS_STOPS, "claims_tracker.demo.publishers", *options
        )

    def command(self, *words: str) -> Child:
        """One manage.py command, writing straight to the terminal for its progress bars."""
        return child.start(
            words[0],
            [sys.executable, "manage.py", *words],
            stops=COMMAND_STOPS,
            folder=CHECKOUT,
            environ=self.environ,
        )

    def _celery(self, name: str, stops: Stops, *options: str) -> Child:
        level = f"--loglevel={self.environ.get('LOG_LEVEL', 'INFO')}"
        return self._part(name, stops, "celery", "--app=claims_tracker", "--quiet", name, level,
                          *options)  # fmt: skip

    def _part(self, name: str, stops: Stops, module: str, *words: str) -> Child:
        """A lasting process, whose lines appear under its name."""
        started = child.start(
            name,
            [sys.executable, "-m", module, *words],
            stops=stops,
            folder=CHECKOUT,
            environ=self.environ,
            # Without us there is no broker and no database left to end a task with.
            orphaned=stops[-1][0],
            output=subprocess.PIPE,
        )
        if started.process.stdout is not None:
            follow(started.process.stdout, name=name)
        return started
