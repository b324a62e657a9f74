"""What a site's robots.txt lets us do (RFC 9309)."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

from protego import Protego

# "At least 500 kibibytes" are to be read (RFC 9309, section 2.5), and a day is how long they
# may be kept (section 2.4).
MAX_BYTES = 512 * 1024
KEEP_S = 24 * 3600
ALLOW_ALL = ""
MAX_REMEMBERED = 4096


class RobotsCache(Protocol):
    """Keeps the rules of a site for a while, so that they are asked for once a day."""

    def get(self, origin: str) -> str | None:
        """The rules of ``scheme://host[:port]`` as text; None when not kept (any more)."""
        ...

    def put(self, origin: str, rules: str, *, seconds: int) -> None:
        """Keep the rules so long; "" means that everything is allowed."""
        ...


class RememberedRobots:
    """The rules in this process's memory. Several processes can share a cache of their own."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._kept: dict[str, tuple[float, str]] = {}

    def get(self, origin: str) -> str | None:
        """The rules of ``scheme://host[:port]`` as text; None when not kept (any more)."""
        until, rules = self._kept.get(origin, (0.0, ""))
        return rules if self._clock() < until else None

    def put(self, origin: str, rules: str, *, seconds: int) -> None:
        """Keep the rules so long; the oldest make room when there are too many."""
        self._kept.pop(origin, None)
        while len(self._kept) >= MAX_REMEMBERED:
            self._kept.pop(next(iter(self._kept)))
        self._kept[origin] = (self._clock() + seconds, rules)


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether an address may be fetched, and the pause between two requests the site asks for."""

    allowed: bool
    crawl_delay_s: float | None = None


def permission(rules: str, url: str, *, robot: str) -> Permission:
    """What the rules say to a robot of this name about this address."""
    if not rules.strip():
        return Permission(allowed=True)
    parsed = Protego.parse(rules)
    delay = parsed.crawl_delay(robot)
    return Permission(parsed.can_fetch(url, robot), None if delay is None else float(delay))
