"""Run one command with servers around it."""

import secrets
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from claims_tracker.servers import launch, stack, state
from claims_tracker.servers.parts import Parts
from claims_tracker.servers.terminal import complain

BY_SIGNAL = 128  # plus the signal's number is a shell's exit status for it


def execute(command: Sequence[str], environ: Mapping[str, str], *, test: bool) -> int:
    """Start the servers that ``environ`` has no address for, run a command, stop them again.

    A test gets servers of its own that are thrown away. Any other command gets the demo's: those
    of a running demo, else started for it on the demo's data. Returns its exit status.
    """
    if stack.is_complete(environ):
        return run(command, {**defaults(test=test), **environ})
    demo = None if test else state.running_demo()
    if demo is not None:
        return run(command, {**demo, **environ})
    servers = stack.passing if test else stack.lasting
    with servers(environ) as running:
        status = run(command, {**defaults(test=test), **environ, **running.addresses})
        complain_of_lost(running.parts)
        return status


def complain_of_lost(parts: Parts) -> None:
    """Say which server ended while the command ran: what failed then failed for that."""
    for part in parts.parts:
        if not part.child.running:
            status = part.child.process.returncode
            complain(f"{part.name} ended with status {status} while the command ran.")


def defaults(*, test: bool) -> dict[str, str]:
    """What a test needs in its environment besides addresses, where nothing is set."""
    return {"SECRET_KEY": secrets.token_urlsafe(50), "DEBUG": "0"} if test else {}


def run(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run it in our own terminal and wait for it.

    A Ctrl-C at the terminal reaches it without our help, so we only outlive it; a request to
    end us is passed on.
    """
    words = launch.command(command, death_signal=signal.SIGTERM, folder=str(Path.cwd()))
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    process = subprocess.Popen(words, env=dict(environ))  # noqa: S603 - what the operator typed
    ended = signal.signal(signal.SIGTERM, lambda number, _: process.send_signal(number))
    try:
        status = process.wait()
    finally:
        signal.signal(signal.SIGTERM, ended)
        signal.signal(signal.SIGINT, before)
    return status if status >= 0 else BY_SIGNAL - status
