"""Both servers together: start what has no address yet, in order, and stop it again."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from claims_tracker.servers import binaries, places
from claims_tracker.servers.account import Account, server_account
from claims_tracker.servers.child import Child
from claims_tracker.servers.postgres import Postgres, quiet_environment
from claims_tracker.servers.valkey import Valkey

ADDRESSES = ("DATABASE_URL", "REDIS_URL")


@dataclass(slots=True)
class Stack:
    """The servers that run for us, in the order in which they were started."""

    servers: dict[str, Postgres | Valkey] = field(default_factory=dict)
    children: dict[str, Child] = field(default_factory=dict)

    def start(self, variable: str, server: Postgres | Valkey) -> None:
        """Start one server, to be known by the variable that holds its address."""
        self.children[variable] = server.start()
        self.servers[variable] = server

    def addresses(self) -> dict[str, str]:
        """DATABASE_URL and REDIS_URL of what was started."""
        return {variable: server.url for variable, server in self.servers.items()}

    def stop(self) -> None:
        """Stop them, the last started first."""
        for child in reversed(self.children.values()):
            child.stop()

    def kill(self) -> None:
        """Stop them at once; PostgreSQL recovers at its next start."""
        for child in reversed(self.children.values()):
            child.kill()


def is_complete(environ: Mapping[str, str]) -> bool:
    """Whether there is nothing left to start."""
    return all(environ.get(name) for name in ADDRESSES)


@contextmanager
def lasting(environ: Mapping[str, str]) -> Iterator[tuple[Path, Stack]]:
    """The servers of this checkout's demo, on data that stay. Yields its folder and them."""
    account = server_account()
    home = places.make_home(places.home(account=account), account=account)
    with places.locked(home), places.temporary(account=account) as short:
        with started(environ, home, short, account=account, keep=True) as stack:
            yield home, stack


@contextmanager
def passing(environ: Mapping[str, str]) -> Iterator[tuple[Path, Stack]]:
    """Servers for tests: fast, empty, and gone at the end. Yields their folder and them."""
    account = server_account()
    with places.temporary(account=account) as short:
        places.need_room(short)
        with started(environ, short, short, account=account, keep=False) as stack:
            yield short, stack


@contextmanager
def started(
    environ: Mapping[str, str], home: Path, short: Path, *, account: Account | None, keep: bool
) -> Iterator[Stack]:
    """Start the servers whose address is not given; ``short`` takes the socket's folder."""
    quiet = quiet_environment(environ)
    stack = Stack()
    with ExitStack() as ending:
        ending.callback(stack.stop)
        if not environ.get("DATABASE_URL"):
            programs = binaries.find_postgres(environ, account=account)
            sockets = places.make_room_for(short / "s", account=account)
            postgres = Postgres(programs, home, sockets, account, quiet, keep)
            stack.start("DATABASE_URL", postgres)
        if not environ.get("REDIS_URL"):
            program = binaries.find_valkey(environ, account=account)
            stack.start("REDIS_URL", Valkey(program, home, account, quiet, keep))
        yield stack


def clean() -> Path | None:
    """Remove the demo's data. Returns its folder, None when there was none.

    Raises ServerError while a demo runs.
    """
    import shutil  # noqa: PLC0415

    home = places.home(account=server_account())
    if not home.is_dir():
        return None
    with places.locked(home):
        shutil.rmtree(home)
    os.sync()
    return home
