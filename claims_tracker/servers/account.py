"""Who the servers run as, and where that account can reach.

PostgreSQL refuses to run as root, so root lends it an ordinary account that exists already.
"""

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path

from claims_tracker.servers.errors import ServerError

ORDINARY = ("postgres", "nobody")  # in order of preference


@dataclass(frozen=True, slots=True)
class Account:
    """A user of the machine."""

    name: str
    uid: int
    gid: int

    @property
    def ids(self) -> tuple[int, int]:
        """User and group id."""
        return self.uid, self.gid


def server_account() -> Account | None:
    """The account to lend the servers; None when we are an ordinary user ourselves."""
    if os.geteuid() != 0:
        return None
    for name in ORDINARY:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    raise ServerError(
        "PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody: "
        "run this as an ordinary user."
    )


def can_enter(folder: Path, account: Account) -> bool:
    """Whether the account may pass through a folder and all those above it."""
    return all(_open_to(path.stat(), account) for path in (folder, *folder.parents))


def _open_to(status: os.stat_result, account: Account) -> bool:
    """Whether the mode bits let the account search a folder; access lists are not looked at."""
    if status.st_uid == account.uid:
        return bool(status.st_mode & stat.S_IXUSR)
    if status.st_gid == account.gid:
        return bool(status.st_mode & stat.S_IXGRP)
    return bool(status.st_mode & stat.S_IXOTH)
