"""One child process of the supervisor, in a session of its own, and how it is stopped.

In its own session a Ctrl-C at the terminal does not reach it: only the supervisor stops it, in
its order.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from claims_tracker.servers import launch
from claims_tracker.servers.account import Account

POLL = 0.02  # seconds between two looks at a process that is starting or stopping
HURRIED = 0.5  # seconds that a process is given when the operator cannot wait
Stops = tuple[tuple[signal.Signals, float], ...]


def no_hurry() -> bool:
    """The operator can wait."""
    return False


@dataclass(frozen=True, slots=True)
class Child:
    """A started process. ``stops`` are signals in turn, each with the seconds it is given."""

    name: str
    process: subprocess.Popen[bytes]
    stops: Stops

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self.process.poll() is None

    def stop(self, *, hurry: Callable[[], bool] = no_hurry) -> None:
        """End it and all of its own children, politely as long as it has time.

        Once ``hurry`` answers yes only the last, most pressing signal is tried.
        """
        for number, seconds in self.stops:
            if not self.running or (hurry() and number != self.stops[-1][0]):
                continue
            self.process.send_signal(number)
            self._wait(seconds, hurry)
        self.kill()

    def _wait(self, seconds: float, hurry: Callable[[], bool]) -> None:
        began = time.monotonic()
        while self.running and time.monotonic() - began < (HURRIED if hurry() else seconds):
            time.sleep(POLL)

    def kill(self) -> None:
        """End what is left of it at once."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def start(
    name: str,
    program: Sequence[str],
    *,
    stops: Stops,
    folder: Path,
    environ: Mapping[str, str],
    account: Account | None = None,
    orphaned: signal.Signals | None = None,
    output: IO[bytes] | int | None = None,
) -> Child:
    """Start a program; it gets ``orphaned``, else the first of its ``stops``, when we die.

    ``output`` takes what it writes, standard error included; None is our own terminal.
    """
    words = launch.command(
        program,
        death_signal=orphaned or stops[0][0],
        ids=account.ids if account else None,
        folder=str(folder),
    )
    process = subprocess.Popen(  # noqa: S603 - words of our own, no shell
        words,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=None if output is None else subprocess.STDOUT,
        start_new_session=True,
        env=dict(environ),
    )
    return Child(name, process, stops)


def servers_of(folder: Path) -> list[int]:
    """Processes that were started on a data folder: those with a path in it as an argument.

    The folder of a process (`/proc/PID/cwd`) would say it more directly, but in a container
    root may not read that of another account.
    """
    wanted = os.fsencode(folder)
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            words = entry.read_bytes().split(b"\0")
            if any(word == wanted or word.startswith(wanted + b"/") for word in words):
                found.append(int(entry.parent.name))
    return [pid for pid in found if pid != os.getpid()]


def end_orphans(folder: Path, *signals: signal.Signals, seconds: float = 5) -> None:
    """Wait for servers that a killed supervisor left on a folder, sending the signals in turn.

    They were told to stop when it died, so mostly they are about to be gone.
    """
    for number in (None, *signals):
        for pid in servers_of(folder):
            if number is not None:
                with suppress(ProcessLookupError):
                    os.kill(pid, number)
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if not servers_of(folder):
                return
            time.sleep(POLL)
