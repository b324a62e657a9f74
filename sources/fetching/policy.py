"""What a fetch may do and cost, and the reasons it can end with."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from threading import Lock
from time import monotonic
from typing import Protocol

from sources.addresses import AllowedHost

KIB = 1024
MIB = 1024 * KIB


class Reason(StrEnum):
    """Why a fetch ended without content; the codes are stored and shown, so they stay."""

    BAD_URL = "bad_url"
    UNSUPPORTED_SCHEME = "unsupported_scheme"
    UNSUPPORTED_PORT = "unsupported_port"
    PRIVATE_ADDRESS = "private_address"
    ROBOTS = "robots"
    BAD_REDIRECT = "bad_redirect"
    REDIRECT_LOOP = "redirect_loop"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    HEADERS_TOO_LARGE = "headers_too_large"
    TOO_LARGE = "too_large"
    UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type"
    UNSUPPORTED_ENCODING = "unsupported_encoding"
    BAD_ENCODING_RATIO = "bad_encoding_ratio"
    HTTP_401 = "http_401"
    HTTP_403 = "http_403"
    HTTP_404 = "http_404"
    HTTP_410 = "http_410"
    HTTP_451 = "http_451"
    HTTP_4XX = "http_4xx"
    HTTP_UNEXPECTED = "http_unexpected"
    HTTP_429 = "http_429"
    HTTP_5XX = "http_5xx"
    DNS = "dns"
    CONNECT = "connect"
    TLS = "tls"
    TOO_SLOW = "too_slow"
    TRUNCATED = "truncated"
    BAD_RESPONSE = "bad_response"
    HOST_BUSY = "host_busy"


class FetchError(Exception):
    """A fetch that brought nothing: ``code`` for programs, ``words`` for an editor."""

    def __init__(self, code: Reason, words: str) -> None:
        super().__init__(code, words)
        self.code = code
        self.words = words

    def __str__(self) -> str:
        return self.words


class FetchRefused(FetchError):  # noqa: N818 - says what happened, beside FetchFailed
    """Final: asking again brings the same. Ours to refuse, or the publisher's."""


class FetchFailed(FetchError):  # noqa: N818 - says what happened, beside FetchRefused
    """Worth another try; ``retry_after`` when the publisher said how long to wait."""

    def __init__(self, code: Reason, words: str, retry_after: timedelta | None = None) -> None:
        super().__init__(code, words)
        self.retry_after = retry_after


class Accept(StrEnum):
    """What kind of document is wanted, and so which media types are taken."""

    PAGE = "page"
    FEED = "feed"
    ROBOTS = "robots"


MEDIA_TYPES: dict[Accept, frozenset[str]] = {
    Accept.PAGE: frozenset({"text/html", "application/xhtml+xml", "text/plain"}),
    # Many feeds are sent as plain XML, JSON, text or even as HTML; parsing decides.
    Accept.FEED: frozenset(
        {
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/xml",
            "text/xml",
            "application/feed+json",
            "application/json",
            "text/plain",
            "text/html",
        }
    ),
    # Whatever it is called, it is read as lines of rules (RFC 9309, section 2.3).
    Accept.ROBOTS: frozenset(),
}


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """The limits of one fetch. The defaults are the product's; tests set shorter ones.

    ``deadline_s`` bounds everything together: names, robots.txt, redirects, waiting for the
    host's turn, and the last byte of the body. ``max_ratio`` is how many times larger a
    compressed body may become; text seldom passes 30.
    """

    user_agent: str
    allow_hosts: tuple[AllowedHost, ...] = ()
    deadline_s: float = 30.0
    max_redirects: int = 5
    max_header_bytes: int = 64 * KIB
    max_body_bytes: int = 5 * MIB
    max_ratio: int = 100

    @property
    def robot(self) -> str:
        """The name by which robots.txt knows us: the product's name in the User-Agent."""
        return self.user_agent.partition("/")[0].strip()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back. ``content`` is decompressed; empty when ``not_modified``.

    ``charset`` is what the header claims, "" when it claims nothing; ``redirects`` are the
    addresses on the way, without the first and with the last. ``crawl_delay_s`` is the pause
    that the site's robots.txt asks for between two requests.
    """

    url: str
    final_url: str
    status: int
    headers: dict[str, str] = field(hash=False)
    content: bytes
    media_type: str
    charset: str
    etag: str
    last_modified: str
    not_modified: bool
    redirects: tuple[str, ...]
    crawl_delay_s: float | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment on the monotonic clock that nothing may pass."""

    ends: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """The deadline so many seconds from now."""
        return cls(monotonic() + seconds)

    def left(self) -> float:
        """Seconds that remain; raises FetchFailed when there are none."""
        seconds = self.ends - monotonic()
        if seconds <= 0:
            raise too_slow()
        return seconds


def too_slow() -> FetchFailed:
    """The failure of a server that lets us wait."""
    return FetchFailed(Reason.TOO_SLOW, "The server took longer than we wait.")


class HostTurns(Protocol):
    """Sees to it that a host answers one request of ours at a time."""

    def turn(self, host: str, *, wait_s: float) -> AbstractContextManager[None]:
        """Hold the host's turn; raises FetchFailed(HOST_BUSY) when it is not free in time."""
        ...


class ProcessTurns:
    """Turns among the threads of one process. Several processes need a shared keeper."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._locks: dict[str, tuple[Lock, int]] = {}

    @contextmanager
    def turn(self, host: str, *, wait_s: float) -> Iterator[None]:
        """Hold the host's turn; raises FetchFailed(HOST_BUSY) when it is not free in time."""
        lock = self._enter(host)
        try:
            if not lock.acquire(timeout=wait_s):
                raise FetchFailed(Reason.HOST_BUSY, "Another request to this host is under way.")
            try:
                yield
            finally:
                lock.release()
        finally:
            self._leave(host)

    def _enter(self, host: str) -> Lock:
        with self._guard:
            lock, users = self._locks.get(host, (Lock(), 0))
            self._locks[host] = (lock, users + 1)
            return lock

    def _leave(self, host: str) -> None:
        with self._guard:
            lock, users = self._locks.pop(host)
            if users > 1:
                self._locks[host] = (lock, users - 1)
