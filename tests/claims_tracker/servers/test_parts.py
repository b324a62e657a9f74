"""Parts are started again with patience, and stopped in reverse."""

import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from claims_tracker.servers import child
from claims_tracker.servers.errors import ServerError
from claims_tracker.servers.parts import PATIENCE, Parts
from claims_tracker.servers.terminal import WIDTH

QUICK = ((signal.SIGTERM, 5.0),)
WAITS = "import signal; print('up', flush=True); signal.pause()"
DEAF = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {WAITS}"


@dataclass
class Recorder:
    """Starts Python processes and notes their names as they start and stop."""

    notes: list[str]

    def part(self, name: str, code: str = "") -> Callable[[], child.Child]:
        def start() -> child.Child:
            self.notes.append(name)
            return python(name, code)

        return start


def python(name: str, code: str, stops: child.Stops = QUICK) -> child.Child:
    started = child.start(
        name,
        [sys.executable, "-S", "-c", code],
        stops=stops,
        folder=Path("/"),
        environ={},
        output=subprocess.PIPE,
    )
    if "up" in code:
        assert started.process.stdout is not None
        started.process.stdout.readline()
    return started


def close(*children: child.Child) -> None:
    for each in children:
        each.kill()
        assert each.process.stdout is not None
        each.process.stdout.close()


def test_a_part_that_ends_is_started_again_until_patience_ends(capsys):
    recorder, parts = Recorder([]), Parts()
    begun: list[child.Child] = []

    def short_lived() -> child.Child:
        begun.append(recorder.part("short")())
        begun[-1].process.wait()
        return begun[-1]

    parts.add(short_lived)
    for _ in range(PATIENCE - 1):
        parts.revive()
    with pytest.raises(ServerError, match="short ends again and again, lastly with status 0"):
        parts.revive()
    close(*begun)

    assert recorder.notes == ["short"] * PATIENCE
    assert (
        capsys.readouterr().out
        == f"{'short':<{WIDTH}} | ended with status 0, starting it again\n" * (PATIENCE - 1)
    )


def test_the_last_started_is_stopped_first(monkeypatch):
    recorder, parts = Recorder([]), Parts()
    stopped = []
    for name in ("first", "second", "third"):
        parts.add(recorder.part(name, WAITS))
    children = [part.child for part in parts.parts]
    kill = child.Child.kill

    def noted_kill(self: child.Child) -> None:
        stopped.append(self.name)
        kill(self)

    monkeypatch.setattr(child.Child, "kill", noted_kill)

    parts.stop()
    monkeypatch.undo()
    close(*children)

    assert stopped == ["third", "second", "first"]
    assert [each.process.returncode for each in children] == [-signal.SIGTERM] * 3


def test_a_part_that_will_not_stop_is_killed_with_its_children():
    # Deaf before it has a child: whichever of the two says "up" first, both are.
    deaf = DEAF.replace(WAITS, f"import os; os.fork(); {WAITS}")
    started = python("deaf", deaf, stops=((signal.SIGTERM, 0.05),))

    started.stop()

    # The pipe ends only when the last process that holds it has ended.
    assert started.process.stdout is not None
    started.process.stdout.read()
    assert started.process.returncode == -signal.SIGKILL
    close(started)


def test_a_hurried_operator_waits_only_for_the_last_signal():
    stops = ((signal.SIGTERM, 60.0), (signal.SIGQUIT, 60.0))
    started = python("busy", DEAF, stops=stops)

    started.stop(hurry=lambda: True)

    assert started.process.returncode == -signal.SIGQUIT
    close(started)


def test_a_program_is_told_to_end_also_where_we_ignore_the_signal():
    before = signal.signal(signal.SIGQUIT, signal.SIG_IGN)  # as a shell does in the background
    try:
        started = python("plain", WAITS, stops=((signal.SIGQUIT, 60.0),))
    finally:
        signal.signal(signal.SIGQUIT, before)

    started.stop()

    assert started.process.returncode == -signal.SIGQUIT
    close(started)
