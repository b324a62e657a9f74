"""What the supervisor writes on its terminal: its own lines, and those of its parts with names."""

import sys
import threading
from contextlib import suppress
from typing import IO

WIDTH = len("publishers")
_one_line_at_a_time = threading.Lock()


def say(line: str, *, name: str = "") -> None:
    """Print one line, with the name of the part that says it in front."""
    text = f"{name:<{WIDTH}} | {line}\n" if name else f"{line}\n"
    # A reader that went away (`make demo | head`) is no reason to lose the servers.
    with _one_line_at_a_time, suppress(OSError, ValueError):
        sys.stdout.write(text)
        sys.stdout.flush()


def complain(line: str) -> None:
    """Print one line to standard error."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


def follow(output: IO[bytes], *, name: str) -> None:
    """Print what a part writes, line by line, until it closes; returns at once."""

    def copy() -> None:
        with output:
            for line in output:
                say(line.decode("utf-8", "replace").rstrip(), name=name)

    threading.Thread(target=copy, name=f"output of {name}", daemon=True).start()
