"""The parts that run together, in the order of their start: watched, and stopped in reverse."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from claims_tracker.servers.child import Child, no_hurry
from claims_tracker.servers.errors import ServerError
from claims_tracker.servers.terminal import say

PATIENCE = 5  # ends of one part within the period before all is given up
PERIOD = 60.0  # seconds


@dataclass(slots=True)
class Part:
    """One process of the family, and how to start it anew."""

    start: Callable[[], Child]
    child: Child
    ends: list[float] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is called on the terminal."""
        return self.child.name


@dataclass(slots=True)
class Parts:
    """All that runs, the first started first."""

    parts: list[Part] = field(default_factory=list)

    def add(self, start: Callable[[], Child]) -> None:
        """Start one more."""
        self.parts.append(Part(start, start()))

    def revive(self) -> None:
        """Start again what ended by itself. Raises ServerError for what will not stay up."""
        for part in self.parts:
            if part.child.running:
                continue
            now = time.monotonic()
            part.ends = [*(end for end in part.ends if now - end < PERIOD), now]
            status = part.child.process.returncode
            part.child.kill()  # children it left behind
            if len(part.ends) >= PATIENCE:
                raise ServerError(f"{part.name} ends again and again, lastly with status {status}.")
            say(f"ended with status {status}, starting it again", name=part.name)
            part.child = part.start()

    def stop(self, *, hurry: Callable[[], bool] = no_hurry) -> None:
        """Stop all, the last started first."""
        while self.parts:
            self.parts[-1].child.stop(hurry=hurry)
            self.parts.pop()
