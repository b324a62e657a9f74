"""Where data, sockets and state lie, and who may hold them.

A home belongs to one checkout and keeps its data; a temporary folder goes with its run. Both are
laid out alike: `lock`, `demo.json`, `postgres/`, `valkey/`, logs. The lock is the kernel's, so it
is free again the moment its holder dies, in whatever way.
"""

import fcntl
import hashlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claims_tracker.servers.account import Account, can_enter
from claims_tracker.servers.errors import ServerError, in_words

CHECKOUT = Path(__file__).resolve().parents[2]
ROOT_STATE = Path("/var/lib/claims-tracker")  # a folder that other users can reach
PREFIX = "ct-"
LONGEST = 60  # bytes of a folder for temporary ones: a socket's whole path has room for 107
LOCK_TRIES = 3
YOUNG = 60  # seconds; a folder this young may be about to be locked
ROOM_NEEDED = 200 * 1024 * 1024  # bytes: a new PostgreSQL is 40 MB, its log files 80 MB more


def home(checkout: Path = CHECKOUT, *, account: Account | None) -> Path:
    """The lasting folder of one checkout: below /var/lib for root, else inside the checkout."""
    if account is None:
        return checkout / ".run"
    name = hashlib.sha256(os.fsencode(checkout)).hexdigest()[:16]
    return ROOT_STATE / name


def make_home(folder: Path, *, account: Account | None) -> Path:
    """Create a home where it is missing. Its owner is us; the servers' account may pass through."""
    try:
        if account is not None:
            make_public(folder.parent)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700 if account is None else 0o711)
    except OSError as error:
        raise ServerError(f"No place for the data: {in_words(error)}.") from None
    need_room(folder)
    return folder


def make_public(folder: Path) -> None:
    """Create a folder of root's that every account may pass through, whatever root's umask is."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)


def need_room(folder: Path) -> None:
    """Refuse a disk that a new PostgreSQL would fill."""
    free = shutil.disk_usage(folder).free
    if free < ROOM_NEEDED:
        raise ServerError(
            f"{folder}: the disk is nearly full, {free // 2**20} MB free of the "
            f"{ROOM_NEEDED // 2**20} MB needed."
        )


def make_room_for(folder: Path, *, account: Account | None) -> Path:
    """A folder that the servers' account owns and nobody else may open."""
    folder.mkdir(mode=0o700, exist_ok=True)
    folder.chmod(0o700)
    if account is not None:
        os.chown(folder, account.uid, account.gid)
    return folder


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder alone. Raises ServerError when another process holds it."""
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        for attempt in range(LOCK_TRIES):
            with suppress(BlockingIOError):
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            if attempt < LOCK_TRIES - 1:
                time.sleep(0.1)  # a sweep of old folders holds a lock for an instant
        else:
            raise ServerError(f"{folder} is in use by another process.")
        yield
    finally:
        os.close(handle)


def temporary_parent(account: Account | None) -> Path:
    """A folder for temporary ones that is short enough for sockets and open to the account."""
    for parent in (Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")):  # noqa: S108 - mkdtemp makes names below
        short = len(os.fsencode(parent)) <= LONGEST
        if short and parent.is_dir() and (account is None or can_enter(parent, account)):
            return parent
    raise ServerError("There is no short temporary folder: set TMPDIR to one such as /tmp.")


@contextmanager
def temporary(*, account: Account | None) -> Iterator[Path]:
    """A short folder that is locked while in use and removed at the end.

    What a killed run left behind is removed first.
    """
    parent = temporary_parent(account)
    sweep(parent)
    try:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
    except OSError as error:
        raise ServerError(f"No place for sockets: {in_words(error)}.") from None
    try:
        folder.chmod(0o700 if account is None else 0o711)
        with locked(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(parent: Path) -> None:
    """Remove our temporary folders that no living process holds."""
    for folder in parent.glob(f"{PREFIX}*"):
        with suppress(OSError, ServerError):
            status = folder.lstat()
            mine = status.st_uid == os.geteuid() and stat.S_ISDIR(status.st_mode)
            if not mine or time.time() - status.st_mtime < YOUNG:
                continue
            with locked(folder):
                shutil.rmtree(folder)
