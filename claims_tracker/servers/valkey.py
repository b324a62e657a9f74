"""A Valkey of our own: a free port of the loopback, a password made for this start.

It listens on a port and not on a socket because one form of address then serves the broker, the
cache and production alike; Celery, Django and redis-py each spell a socket's address differently.
"""

import os
import secrets
import signal
import socket
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from claims_tracker.servers import child
from claims_tracker.servers.account import Account
from claims_tracker.servers.child import Child
from claims_tracker.servers.errors import ServerError
from claims_tracker.servers.places import make_room_for
from claims_tracker.servers.postgres import last_complaint

LOOPBACK = "127.0.0.1"
STARTS_WITHIN = 20  # seconds, reading a long log included
STOPS = ((signal.SIGTERM, 2.0),)


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Valkey:
    """Where one Valkey lives. ``keep`` is whether it writes its data to disk."""

    program: Path
    home: Path
    account: Account | None
    environ: Mapping[str, str]
    keep: bool
    port: int = field(default_factory=free_port)
    password: str = field(default_factory=secrets.token_hex, repr=False)

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.home / "valkey"

    @property
    def log(self) -> Path:
        """What the server said since its last start."""
        return self.home / "valkey.log"

    @property
    def url(self) -> str:
        """Its REDIS_URL."""
        return f"redis://:{self.password}@{LOOPBACK}:{self.port}/0"

    def start(self) -> Child:
        """Start it and wait until it answers."""
        child.end_orphans(self.data, signal.SIGTERM, signal.SIGKILL)
        make_room_for(self.data, account=self.account)
        with self.log.open("wb") as log:
            started = child.start(
                "valkey",
                [str(self.program), str(self._configure())],
                stops=STOPS,
                account=self.account,
                folder=self.data,
                environ=self.environ,
                output=log,
            )
        self._await(started)
        return started

    def _configure(self) -> Path:
        """Write the settings to a file: arguments, with the password, anyone may read."""
        settings = {
            "bind": LOOPBACK,
            "port": self.port,
            "requirepass": self.password,
            "dir": self.data,
            "daemonize": "no",
            "save": '""',
            "appendonly": "yes" if self.keep else "no",
            # Its arguments stay to be seen, by which a next start finds an orphan.
            "set-proc-title": "no",
        }
        path = self.data / "valkey.conf"
        path.touch(mode=0o600)
        path.write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
        if self.account is not None:
            os.chown(path, self.account.uid, self.account.gid)
        return path

    def _await(self, started: Child) -> None:
        deadline = time.monotonic() + STARTS_WITHIN
        while started.running and time.monotonic() < deadline:
            if self.answers():
                return
            time.sleep(child.POLL)
        started.stop()
        raise ServerError(f"Valkey did not start: {last_complaint(self.log)} (see {self.log})")

    def answers(self) -> bool:
        """Whether it accepts our password and has read its data."""
        with suppress(OSError), socket.create_connection((LOOPBACK, self.port), timeout=1) as link:
            link.sendall(f"AUTH {self.password}\r\nPING\r\n".encode())
            answer = b""
            while answer.count(b"\r\n") < 2 and (more := link.recv(256)):  # noqa: PLR2004 - one line for each command
                answer += more
            return answer == b"+OK\r\n+PONG\r\n"
        return False
