"""`python -m claims_tracker.servers`: the servers' own command line."""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

from claims_tracker.servers import stack
from claims_tracker.servers.demo import demo, refuse_a_second
from claims_tracker.servers.errors import ServerError, in_words
from claims_tracker.servers.execute import BY_SIGNAL, execute
from claims_tracker.servers.probe import probe
from claims_tracker.servers.terminal import complain, say

REFUSED = 2
PORT = 8000


def parser() -> argparse.ArgumentParser:
    """What can be asked of us."""
    top = argparse.ArgumentParser(prog="python -m claims_tracker.servers", description=__doc__)
    actions = top.add_subparsers(dest="action", required=True)
    run = actions.add_parser("exec", help="run a command with PostgreSQL and Valkey around it")
    run.add_argument("--test", action="store_true", help="on empty servers that are thrown away")
    run.add_argument("command", nargs="+", help="after --")
    site = actions.add_parser("demo", help="run the demonstration site until Ctrl-C")
    site.add_argument("--port", type=int, default=PORT, help=f"of the site, {PORT} by default")
    health = actions.add_parser("probe", help="ask whether the site on this machine answers")
    health.add_argument("--port", type=int, default=PORT, help=f"of the site, {PORT} by default")
    actions.add_parser("clean", help="remove the demonstration's data")
    return top


def act(asked: argparse.Namespace) -> int:
    """Do what is asked. Returns the exit status."""
    if asked.action == "exec":
        return execute(asked.command, os.environ, test=asked.test)
    if asked.action == "demo":
        return demo(os.environ, port=asked.port)
    if asked.action == "probe":
        probe(os.environ, port=asked.port)
        return 0
    refuse_a_second()
    removed = stack.clean()
    say(f"Removed {removed}." if removed else "There is no demo data.")
    return 0


def end(number: int, _frame: FrameType | None) -> None:
    """Leave in an orderly way, stopping what was started, when asked to by a signal."""
    sys.exit(BY_SIGNAL + number)


def main(words: Sequence[str]) -> int:
    """Act on the command line; what goes wrong is one line and exit status 2."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)
    try:
        return act(parser().parse_args(words))
    except KeyboardInterrupt:
        return BY_SIGNAL + signal.SIGINT
    except ServerError as error:
        complain(str(error))
    except OSError as error:
        complain(in_words(error))
    return REFUSED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
