"""A PostgreSQL of our own: made, started, stopped; reached over a socket in a private folder."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from claims_tracker.servers import child, launch
from claims_tracker.servers.account import Account
from claims_tracker.servers.binaries import PostgresPrograms
from claims_tracker.servers.child import Child
from claims_tracker.servers.errors import ServerError
from claims_tracker.servers.places import make_room_for

NAME = "claims"  # of the database and of its one user
STARTS_WITHIN = 60  # seconds, recovery after a crash included
MADE_WITHIN = 120
PID_FILE_STATUS_LINE = 7  # of postmaster.pid, counted from 0: "ready" once connections are taken
# Fast shutdown, then immediate: the next start recovers from the log, nothing is lost.
STOPS = ((signal.SIGINT, 3.0), (signal.SIGQUIT, 2.0))
SETTINGS = {"listen_addresses": "", "unix_socket_permissions": "0700", "log_timezone": "UTC"}
# Tests throw their data away, so they need not wait for the disk. Never for data to keep.
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True, slots=True)
class Postgres:
    """Where one PostgreSQL lives. ``keep`` is whether its data must outlive a power cut."""

    programs: PostgresPrograms
    home: Path
    sockets: Path
    account: Account | None
    environ: Mapping[str, str]
    keep: bool

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.home / "postgres"

    @property
    def log(self) -> Path:
        """What the server said since its last start."""
        return self.home / "postgres.log"

    @property
    def url(self) -> str:
        """Its DATABASE_URL. There is no password: the socket's folder is closed to others."""
        return f"postgresql://{NAME}@{quote(str(self.sockets), safe='')}/{NAME}"

    def start(self) -> Child:
        """Start it on its data, made first where there are none, and wait until it answers."""
        child.end_orphans(self.data, signal.SIGINT, signal.SIGQUIT)
        self._make()
        # We hold the lock of the home and no server is left, so this file is a dead one's; its
        # number may belong to a stranger by now, and PostgreSQL would refuse to start.
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        settings = SETTINGS | {"unix_socket_directories": str(self.sockets)}
        settings |= {} if self.keep else FORGETFUL
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with self.log.open("wb") as log:
            started = child.start(
                "postgres",
                [str(self.programs.folder / "postgres"), "-D", str(self.data), *options],
                stops=STOPS,
                account=self.account,
                folder=self.data,
                environ=self.environ,
                output=log,
            )
        self._await(started)
        return started

    def _await(self, started: Child) -> None:
        """Return when connections are taken; raise ServerError when it ends instead."""
        deadline = time.monotonic() + STARTS_WITHIN
        while started.running and time.monotonic() < deadline:
            if _status(self.data / "postmaster.pid") == "ready":
                return
            time.sleep(child.POLL)
        started.stop()
        raise ServerError(f"PostgreSQL did not start: {last_complaint(self.log)} (see {self.log})")

    def _make(self) -> None:
        """Make the data folder, whole or not at all; refuse one of another major version."""
        if self.data.exists():
            self._check_version()
            return
        room = make_room_for(self.home / "postgres.new", account=self.account)
        self._run("initdb", "-D", str(room), "-U", NAME, "--auth-local=trust",
                  "--auth-host=reject", "--encoding=UTF8", "--locale=C.UTF-8",
                  *(() if self.keep else ("--no-sync",)))  # fmt: skip
        single = ("--single", "-D", str(room), *(() if self.keep else ("-F",)), "postgres")
        self._run("postgres", *single, typed=f"CREATE DATABASE {NAME}\n")
        room.rename(self.data)

    def _check_version(self) -> None:
        made_by = int((self.data / "PG_VERSION").read_text())
        if made_by != self.programs.major:
            raise ServerError(
                f"{self.data} was made by PostgreSQL {made_by}, but {self.programs.folder} is "
                f"PostgreSQL {self.programs.major}: set CT_PG_BIN to the folder of a PostgreSQL "
                f"{made_by}, or remove the demo's data with `make demo-clean`."
            )

    def _run(self, name: str, *arguments: str, typed: str = "") -> None:
        """Run one of the programs to its end as the account."""
        words = launch.command(
            [str(self.programs.folder / name), *arguments],
            death_signal=signal.SIGKILL,
            ids=self.account.ids if self.account else None,
            folder=str(self.home),
        )
        with self.log.open("w+b") as log:
            done = subprocess.run(  # noqa: S603 - words of our own, no shell
                words, input=typed.encode(), stdout=log, stderr=log, timeout=MADE_WITHIN,
                env=dict(self.environ), check=False,
            )  # fmt: skip
        if done.returncode != 0:
            shutil.rmtree(self.home / "postgres.new", ignore_errors=True)
            raise ServerError(f"{name} failed: {last_complaint(self.log)} (see {self.log})")


def _status(pid_file: Path) -> str:
    """What the server says of itself in its postmaster.pid."""
    try:
        lines = pid_file.read_text().splitlines()
    except FileNotFoundError:
        return ""
    return lines[PID_FILE_STATUS_LINE].strip() if len(lines) > PID_FILE_STATUS_LINE else ""


def last_complaint(log: Path) -> str:
    """The line of a log that says most about a failure: the last fatal one, else the last."""
    lines = [line.strip() for line in log.read_text("utf-8", "replace").splitlines()]
    lines = [line for line in lines if line]
    grave = [line for line in lines if any(w in line for w in ("FATAL:", "PANIC:", "error:"))]
    chosen = (grave or lines or ["it said nothing"])[-1]
    for word in ("FATAL:", "PANIC:", "error:"):
        chosen = chosen.partition(word)[2].strip() or chosen
    return chosen


def quiet_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """An environment for servers: English messages, none of a user's own PG settings."""
    kept = {name: value for name, value in environ.items() if not name.startswith(("PG", "LC_"))}
    return kept | {"LC_ALL": "C", "HOME": os.sep}
