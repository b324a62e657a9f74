"""`make demo`: the servers, the site, the worker and the clock in one terminal.

The supervisor takes its signals from a queue (`sigtimedwait`) and not through handlers, so none
interrupts it between two steps; whatever it waits for, it waits in `look`.
"""

import json
import secrets
import signal
import socket
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from claims_tracker.servers import stack, state
from claims_tracker.servers.errors import ServerError
from claims_tracker.servers.programs import Programs
from claims_tracker.servers.stack import Stack
from claims_tracker.servers.terminal import say
from claims_tracker.servers.valkey import LOOPBACK, free_port

ENDING = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
HIGHEST_PORT = 65535
LOOK = 1.0  # seconds between two looks at the parts when nothing happens
PREPARE = (
    ("migrate", "--verbosity=0"),
    ("collectstatic", "--noinput", "--verbosity=0"),
)
LOAD = ("demo",)
KEPT = "kept.json"
READY = "ready"  # made when the story is told; until then `/readyz` answers 503
NOTICE = "This is a demonstration: its outlets and articles are invented."


class Stopped(Exception):  # noqa: N818 - no error: the operator asked for it
    """The operator wants the demo to end."""


def demo(environ: Mapping[str, str], *, port: int) -> int:
    """Run the demo until the operator stops it. Returns the exit status.

    Raises ServerError when it cannot start or will not stay up.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {*ENDING, signal.SIGCHLD})
    refuse_a_second()
    need_port(port)
    with suppress(Stopped), stack.lasting(environ, hurry=is_pressed) as running:
        try:
            serve(running, environ, port=port)
        finally:
            state.forget(running.home)
            say("Stopping ...")
    say("Stopped.")
    return 0


def serve(running: Stack, environ: Mapping[str, str], *, port: int) -> None:
    """Prepare the database, start the product's processes, load the story, then watch."""
    known = settings(running.home, port=port) | running.addresses
    programs = Programs(
        {**known, **environ, **running.addresses}, running.home, f"{LOOPBACK}:{port}"
    )
    state.write(running.home, {name: programs.environ[name] for name in known})
    ready = running.home / READY
    told = ready.exists()  # the story was told at an earlier start
    ready.unlink(missing_ok=True)
    for command in PREPARE:
        finish(programs, running, *command)
    publishers = partial(programs.publishers, settled=told)
    for start in (publishers, programs.worker, programs.beat, programs.web):
        running.parts.add(start)
    finish(programs, running, *LOAD)
    ready.touch()
    say(f"Ready: {programs.environ['SITE_URL']}/ - Ctrl-C stops everything.")
    while True:
        look(running)


def settings(home: Path, *, port: int) -> dict[str, str]:
    """The demo's environment where the operator set nothing."""
    kept = keep(home)
    return {
        "SECRET_KEY": kept["SECRET_KEY"],
        "DEBUG": "0",
        "ALLOWED_HOSTS": "127.0.0.1,localhost,[::1]",
        "SITE_URL": f"http://{LOOPBACK}:{port}",
        "DEMO_NOTICE": NOTICE,
        # The demonstration articles are served on the loopback, which is closed to fetching.
        "DEMO_SITE_PORT": kept["DEMO_SITE_PORT"],
        "FETCH_ALLOW_HOSTS": f"{LOOPBACK}:{kept['DEMO_SITE_PORT']}",
        "DEMO_READY_FILE": str(home / READY),
        "STATIC_ROOT": str(home / "static"),
        "LOG_LEVEL": "WARNING",  # the story is told by the loading's progress
        "PYTHONUNBUFFERED": "1",
        # As root there is no other account that could enter the checkout.
        "PYTHONWARNINGS": "ignore:You're running the worker with superuser privileges",
    }


def keep(home: Path) -> dict[str, str]:
    """What must be the same at the next start: sign-ins and the articles' addresses hang on it."""
    path = home / KEPT
    with suppress(OSError, ValueError):
        return dict(json.loads(path.read_text()))
    kept = {"SECRET_KEY": secrets.token_urlsafe(50), "DEMO_SITE_PORT": str(free_port())}
    path.touch(mode=0o600)
    path.write_text(json.dumps(kept))
    return kept


def finish(programs: Programs, running: Stack, *words: str) -> None:
    """Run one manage.py command to its end. Raises ServerError when it fails."""
    command = programs.command(*words)
    try:
        while command.running:
            look(running)
    finally:
        command.stop(hurry=is_pressed)
    if command.process.returncode:
        raise ServerError(
            f"`manage.py {words[0]}` ended with status {command.process.returncode}; "
            "what it said stands above."
        )


def look(running: Stack) -> None:
    """Wait for a process to end, or a while; start again what ended. Raises Stopped when asked."""
    arrived = signal.sigtimedwait({*ENDING, signal.SIGCHLD}, LOOK)
    if arrived is not None and arrived.si_signo in ENDING:
        raise Stopped
    running.parts.revive()


def is_pressed() -> bool:
    """Whether the operator pressed Ctrl-C again while we are stopping."""
    return bool(ENDING & signal.sigpending())


def refuse_a_second() -> None:
    """Raise ServerError when a demo of this checkout runs already."""
    other = state.running_demo()
    if other is not None:
        raise ServerError(
            f"A demo of this checkout runs already at {other.get('SITE_URL')}/: "
            "open it, or stop it with Ctrl-C in its terminal."
        )


def need_port(port: int) -> None:
    """Raise ServerError when the site's port is none, taken or not ours to take."""
    if not 0 < port <= HIGHEST_PORT:
        raise ServerError(f"{port} is no port: take a number from 1 to {HIGHEST_PORT}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise ServerError(
                f"Port {port} cannot be used ({reason}): try `make demo PORT={port + 1}`."
            ) from None
