"""A checkout with our servers and a product of thirty lines, to see the supervisor at work on it."""

import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from claims_tracker import servers

LIMIT = 60  # seconds after which a hanging supervisor is killed, so that the test ends
APP = """
import os
from celery import Celery
celery_app = app = Celery("claims_tracker", broker=os.environ.get("REDIS_URL"))
"""
WSGI = """
def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"up"]
"""
# Each command adds a row and counts its own, so that lost data would be seen.
MANAGE = """
import os, sys, psycopg2
link = psycopg2.connect(os.environ["DATABASE_URL"])
cursor = link.cursor()
cursor.execute("create table if not exists runs (command text)")
cursor.execute("insert into runs values (%s)", [sys.argv[1]])
cursor.execute("select count(*) from runs where command = %s", [sys.argv[1]])
print(sys.argv[1], "run", cursor.fetchone()[0], flush=True)
link.commit()
if sys.argv[1] == "demo":
    print("loaded before:", os.path.exists(os.environ["DEMO_READY_FILE"]), flush=True)
"""
PUBLISHERS = """
import signal
signal.pause()
"""


@dataclass(frozen=True, slots=True)
class Checkout:
    """The folder, and the mark that everything started from it carries in its environment."""

    folder: Path
    demos: "list[RunningDemo]" = field(default_factory=list)

    @property
    def mark(self) -> str:
        return f"CHECKOUT_UNDER_TEST={self.folder}"

    @property
    def environ(self) -> dict[str, str]:
        return {"PATH": os.environ["PATH"], "CHECKOUT_UNDER_TEST": str(self.folder)}

    def words(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "claims_tracker.servers", *arguments]

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run the servers' command line to its end."""
        return subprocess.run(
            self.words(*arguments),
            cwd=self.folder,
            env=self.environ | more,
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )

    def python(self, code: str, *options: str) -> subprocess.CompletedProcess[str]:
        """Run some Python between `exec` and the servers' end."""
        return self.run("exec", *options, "--", sys.executable, "-c", code)

    def start_demo(self, port: int) -> "RunningDemo":
        """Start a demo as a terminal would, in a process group of its own."""
        process = subprocess.Popen(
            self.words("demo", "--port", str(port)),
            cwd=self.folder,
            env=self.environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        demo = RunningDemo(process, threading.Timer(LIMIT, self.end_all))
        demo.guard.daemon = True
        demo.guard.start()
        self.demos.append(demo)
        return demo

    def close(self) -> None:
        """End whatever a failed test left running, and remove the data."""
        for demo in self.demos:
            demo.close()
        self.end_all()
        wait_for_end(self.processes(), 5)
        self.run("clean")

    def end_all(self) -> None:
        """Kill whatever was started from here: one that lives on would keep a pipe open."""
        for pid in self.processes():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def processes(self) -> list[int]:
        """All living processes that were started from this checkout."""
        found = []
        for entry in Path("/proc").glob("[0-9]*/environ"):
            with suppress(OSError):
                if self.mark.encode() in entry.read_bytes().split(b"\0"):
                    found.append(int(entry.parent.name))
        return found


@dataclass(slots=True)
class RunningDemo:
    """A demo's supervisor and the lines it has printed."""

    process: subprocess.Popen[str]
    guard: threading.Timer
    lines: list[str] = field(default_factory=list)

    def read_until(self, text: str) -> str:
        """Read on to the first line with a text in it, and return that line."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip())
            if text in line:
                return self.lines[-1]
        raise AssertionError("\n".join(["no line with", text, "in", *self.lines]))

    def interrupt(self) -> float:
        """Press Ctrl-C, read what it says to the end, and tell how many seconds that took."""
        began = time.monotonic()
        os.killpg(self.process.pid, signal.SIGINT)
        self.read_to_end()
        return time.monotonic() - began

    def close(self) -> None:
        """End it at once."""
        self.guard.cancel()
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def read_to_end(self) -> None:
        assert self.process.stdout is not None
        self.lines += [line.rstrip() for line in self.process.stdout]
        self.process.wait(LIMIT)


def make(folder: Path) -> Checkout:
    """Lay out the checkout in a folder that only its owner may enter."""
    folder.mkdir(mode=0o700)
    package = folder / "claims_tracker"
    shutil.copytree(Path(servers.__file__).parent, package / "servers")
    (package / "__init__.py").write_text(APP)
    (package / "wsgi.py").write_text(WSGI)
    (package / "demo").mkdir()
    (package / "demo/publishers.py").write_text(PUBLISHERS)
    (folder / "manage.py").write_text(MANAGE)
    return Checkout(folder)


def wait_for_end(pids: list[int], seconds: float) -> list[int]:
    """Those of some processes that still live after the given time."""
    handles = {}
    for pid in pids:
        with suppress(ProcessLookupError):
            handles[os.pidfd_open(pid)] = pid
    deadline = time.monotonic() + seconds
    try:
        while handles:
            ended, _, _ = select.select(list(handles), [], [], max(0, deadline - time.monotonic()))
            if not ended:
                break
            for handle in ended:
                handles.pop(handle)
                os.close(handle)
        return list(handles.values())
    finally:
        for handle in handles:
            os.close(handle)
