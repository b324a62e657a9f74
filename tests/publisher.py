"""A small publisher on loopback, well-behaved or hostile, for tests of all that fetches."""

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from sources.addresses import AllowedHost, parse_allow_hosts
from sources.fetching import FetchPolicy

USER_AGENT = "ClaimsTracker/0.1 (+http://testserver; desk@example.org)"
DRIP_S = 0.02

Answer = Callable[["Handler"], None]


@dataclass(frozen=True)
class Asked:
    """One request as it came in; header names in lower case."""

    path: str
    headers: dict[str, str] = field(hash=False)


class Handler(BaseHTTPRequestHandler):
    """Looks up what to answer by path; 404 for anything unknown."""

    protocol_version = "HTTP/1.1"
    server: "Publisher"

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append(Asked(self.path, headers))
        self.close_connection = True
        self.server.answers.get(self.path, status(404))(self)

    def log_message(self, *_args: object) -> None:
        """Keep quiet."""


class Publisher(ThreadingHTTPServer):
    """The server. ``answers`` may be changed at any time; ``asked`` lists what came in."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[Asked] = []
        self.closing = threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def allowed(self) -> tuple[AllowedHost, ...]:
        """The allow-list that lets a fetch through to this server."""
        return parse_allow_hosts([f"127.0.0.1:{self.port}"])

    def url(self, path: str, *, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def policy(self, **changes: object) -> FetchPolicy:
        """A policy that may ask this server and waits 5 seconds at most."""
        options = {"user_agent": USER_AGENT, "allow_hosts": self.allowed, "deadline_s": 5.0}
        return FetchPolicy(**{**options, **changes})  # type: ignore[arg-type]

    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def handle_error(self, *_args: object) -> None:
        """A client that breaks off is what these tests are about."""


@contextmanager
def publishing() -> Iterator[Publisher]:
    """A publisher that answers until the block ends."""
    server = Publisher()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()


def page(body: str | bytes, media_type: str = "text/html; charset=utf-8", **headers: str) -> Answer:
    """A plain page; ``ETag="..."`` and the like become headers, ``_`` in names a hyphen."""
    content = body.encode() if isinstance(body, str) else body

    def answer(handler: Handler) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        length = {"Content-Length": str(len(content))}
        head(handler, 200, {"Content-Type": media_type, **length, **named})
        handler.wfile.write(content)

    return answer


def zipped(body: bytes, **headers: str) -> Answer:
    """A page sent with gzip."""
    return page(gzip.compress(body), Content_Encoding="gzip", **headers)


def status(code: int, **headers: str) -> Answer:
    """An empty answer with this status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: head(handler, code, {"Content-Length": "0", **named})


def moved(location: str, code: int = 302) -> Answer:
    """A redirect."""
    return status(code, Location=location)


def conditional(body: str, etag: str) -> Answer:
    """A page that answers 304 to those who have this version."""

    def answer(handler: Handler) -> None:
        same = handler.headers.get("If-None-Match") == etag
        (status(304, ETag=etag) if same else page(body, ETag=etag))(handler)

    return answer


def raw(content: bytes) -> Answer:
    """Exactly these bytes instead of an HTTP answer."""
    return lambda handler: _write(handler, content)


def endless(piece: bytes = b"x" * 65536, start: bytes = b"") -> Answer:
    """A body that never ends, as fast as the client takes it."""

    def answer(handler: Handler) -> None:
        head(handler, 200, {"Content-Type": "text/html"})
        _write(handler, start)
        while not handler.server.closing.is_set():
            handler.wfile.write(piece)

    return answer


def dripping(content: bytes) -> Answer:
    """These raw bytes one at a time, then the last one again for ever."""

    def answer(handler: Handler) -> None:
        place = 0
        while not handler.server.closing.wait(DRIP_S):
            last = min(place, len(content) - 1)
            _write(handler, content[last : last + 1])
            place += 1

    return answer


def silent() -> Answer:
    """A server that takes the request and says nothing."""
    return lambda handler: _until_closing(handler.server.closing)


def head(handler: Handler, code: int, headers: dict[str, str]) -> None:
    """Send the status line and headers."""
    handler.send_response(code, HTTPStatus(code).phrase)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()


def _write(handler: Handler, content: bytes) -> None:
    handler.wfile.write(content)
    handler.wfile.flush()


def _until_closing(closing: threading.Event) -> None:
    closing.wait(30)
