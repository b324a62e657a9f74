"""`python -m claims_tracker.servers`: the servers' own command line."""

import argparse
import os
import sys
from collections.abc import Sequence

from claims_tracker.servers import stack
from claims_tracker.servers.errors import ServerError, in_words
from claims_tracker.servers.execute import execute

USAGE_ERROR = 2


def parser() -> argparse.ArgumentParser:
    """What can be asked of us."""
    top = argparse.ArgumentParser(prog="python -m claims_tracker.servers", description=__doc__)
    commands = top.add_subparsers(dest="action", required=True)
    run = commands.add_parser("exec", help="run a command with PostgreSQL and Valkey around it")
    run.add_argument("--test", action="store_true", help="on empty servers that are thrown away")
    run.add_argument("command", nargs=argparse.REMAINDER, help="after --")
    commands.add_parser("clean", help="remove the demo's data")
    return top


def main(words: Sequence[str]) -> int:
    """Do what is asked; what goes wrong is one line and exit status 2."""
    asked = parser().parse_args(words)
    try:
        if asked.action == "exec":
            command = asked.command[1:] if asked.command[:1] == ["--"] else asked.command
            if not command:
                raise ServerError("Say what to run: exec [--test] -- COMMAND...")
            return execute(command, os.environ, test=asked.test)
        removed = stack.clean()
        print(f"Removed {removed}." if removed else "There is no demo data.")
    except ServerError as error:
        print(error, file=sys.stderr)
        return USAGE_ERROR
    except OSError as error:
        print(in_words(error), file=sys.stderr)
        return USAGE_ERROR
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
