"""The small file by which other commands find a running demo."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from claims_tracker.servers.account import server_account
from claims_tracker.servers.errors import ServerError
from claims_tracker.servers.places import home

NAME = "demo.json"
# In /proc/PID/stat, counted behind the name in brackets (proc_pid_stat(5)).
STATE_FIELD = 0
STARTED_FIELD = 19
DEAD = frozenset("ZX")


def began(pid: int) -> str | None:
    """When a process began, in the kernel's ticks; "" where that is not told, None if it is gone.

    One that has ended and waits for its parent to ask is gone too. With the number this names one
    process for ever, where a number alone is given out again.
    """
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        pass
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return None if fields[STATE_FIELD] in DEAD else fields[STARTED_FIELD]


def write(folder: Path, environ: Mapping[str, str]) -> None:
    """Tell other commands what to put in their environment. Only our own user may read it."""
    known = {"pid": os.getpid(), "began": began(os.getpid()), "environ": dict(environ)}
    new = folder / f"{NAME}.new"
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(known, file, indent=1)
    new.rename(folder / NAME)


def forget(folder: Path) -> None:
    """The demo is over."""
    (folder / NAME).unlink(missing_ok=True)


def read(folder: Path) -> dict[str, str] | None:
    """The environment of the demo that runs from a home; None when none does."""
    try:
        known = json.loads((folder / NAME).read_text())
        pid, since, environ = int(known["pid"]), known["began"], dict(known["environ"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return environ if began(pid) == since else None


def running_demo() -> dict[str, str] | None:
    """The environment variables of this checkout's running demo; None when none runs.

    Holds DATABASE_URL, REDIS_URL and SECRET_KEY among others. Costs one small file.
    """
    try:
        return read(home(account=server_account()))
    except ServerError:
        return None
