"""Run one command with servers around it."""

import os
import secrets
import signal
import subprocess
from collections.abc import Mapping, Sequence

from claims_tracker.servers import launch, stack, state
from claims_tracker.servers.errors import ServerError

NOT_FOUND = 127
BY_SIGNAL = 128  # added to a signal's number in a shell's exit status


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
    with servers(environ) as (_, running):
        return run(command, {**defaults(test=test), **environ, **running.addresses()})


def defaults(*, test: bool) -> dict[str, str]:
    """What a command needs in its environment besides addresses, where nothing is set."""
    return {"SECRET_KEY": secrets.token_urlsafe(50), "DEBUG": "0"} if test else {}


def run(command: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run it in our own terminal and wait. A Ctrl-C there reaches it without our help."""
    words = launch.command(command, death_signal=signal.SIGTERM, folder=os.getcwd())
    keep = {number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGINT,)}
    process = subprocess.Popen(words, env=dict(environ))
    signal.signal(signal.SIGTERM, lambda number, _: process.send_signal(number))
    try:
        status = process.wait()
    finally:
        for number, handler in keep.items():
            signal.signal(number, handler)
    if status == launch.CANNOT_RUN and not command:
        raise ServerError("Nothing to run.")
    return status if status >= 0 else BY_SIGNAL - status
