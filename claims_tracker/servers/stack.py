"""Both servers together: start what has no address yet, and stop it again."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from claims_tracker.servers import binaries, places, state
from claims_tracker.servers.account import Account, server_account
from claims_tracker.servers.child import no_hurry, servers_of
from claims_tracker.servers.parts import Parts
from claims_tracker.servers.postgres import Postgres, quiet_environment
from claims_tracker.servers.valkey import Valkey

ADDRESSES = ("DATABASE_URL", "REDIS_URL")


@dataclass(slots=True)
class Stack:
    """What runs for us: its folder, its processes, and the addresses of the servers among them."""

    home: Path
    parts: Parts = field(default_factory=Parts)
    addresses: dict[str, str] = field(default_factory=dict)

    def add(self, variable: str, server: Postgres | Valkey) -> None:
        """Start a server; ``variable`` is to hold its address."""
        self.parts.add(server.start)
        self.addresses[variable] = server.url


def is_complete(environ: Mapping[str, str]) -> bool:
    """Whether there is nothing left to start."""
    return all(environ.get(name) for name in ADDRESSES)


@contextmanager
def lasting(environ: Mapping[str, str], *, hurry: Callable[[], bool] = no_hurry) -> Iterator[Stack]:
    """The servers of this checkout's demo, on data that stay."""
    account = server_account()
    home = places.make_home(places.home(account=account), account=account)
    with ExitStack() as held:
        held.enter_context(places.locked(home))
        state.forget(home)  # of a demo that was killed
        short = held.enter_context(places.temporary(account=account))
        stack = Stack(home)
        held.callback(stack.parts.stop, hurry=hurry)
        start(stack, environ, short, account=account, keep=True)
        yield stack


@contextmanager
def passing(environ: Mapping[str, str]) -> Iterator[Stack]:
    """Servers for tests: fast, empty, and gone at the end."""
    account = server_account()
    with ExitStack() as held:
        short = held.enter_context(places.temporary(account=account))
        places.need_room(short)
        stack = Stack(short)
        held.callback(stack.parts.stop)
        start(stack, environ, short, account=account, keep=False)
        yield stack


def start(
    stack: Stack, environ: Mapping[str, str], short: Path, *, account: Account | None, keep: bool
) -> None:
    """Start the servers whose address is not given; ``short`` takes the socket's folder."""
    quiet = quiet_environment(environ)
    if not environ.get("DATABASE_URL"):
        programs = binaries.find_postgres(environ, account=account)
        sockets = places.make_room_for(short / "s", account=account)
        postgres = Postgres(programs, stack.home, sockets, account, quiet, keep)
        stack.add("DATABASE_URL", postgres)
    if not environ.get("REDIS_URL"):
        program = binaries.find_valkey(environ, account=account)
        stack.add("REDIS_URL", Valkey(program, stack.home, account, quiet, keep))


def clean() -> Path | None:
    """Remove the demo's data. Returns its folder, None when there was none.

    Raises ServerError while a demo runs.
    """
    account = server_account()
    home = places.home(account=account)
    if not home.is_dir():
        return None
    with places.locked(home):
        shutil.rmtree(home)
    if account is not None:
        remove_unused(home.parent)
    return home


def remove_unused(state_folder: Path) -> None:
    """Remove root's copies of the programs once no checkout has data and no server runs them."""
    copies = set(state_folder.glob(binaries.COPIES))
    if copies == set(state_folder.iterdir()):
        for copy in copies:
            if not servers_of(copy):
                shutil.rmtree(copy)
