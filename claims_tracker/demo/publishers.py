"""The demonstration publishers: a small site on the loopback that the demo ingests from.

It has a first and a later edition, in which one page has changed. A ``POST`` to ``/next-edition``
turns to the later one, as does ``PublisherSite.turn``. ``python -m claims_tracker.demo.publishers``
serves it as a process of its own.
"""

import argparse
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from claims_tracker.demo.answers import PAGE, Answer, site
from claims_tracker.demo.library import FIRST, LAST

LOOPBACK = "127.0.0.1"
TURN = "/next-edition"
NOT_FOUND = b"<!DOCTYPE html><title>Not found</title><h1>There is no such page.</h1>\n"


class Handler(BaseHTTPRequestHandler):
    """Looks up the path; the query is ignored, as most publishers do."""

    protocol_version = "HTTP/1.1"
    server_version = "DemoPublishers"
    timeout = 30  # for a client that keeps the connection and asks nothing more
    server: "PublisherSite"

    def do_GET(self) -> None:
        """The page, feed or 404; or 304 for who has it."""
        answer = self.server.answers.get(urlsplit(self.path).path)
        none_match = self.headers.get("If-None-Match", "")
        modified_since = self.headers.get("If-Modified-Since", "")
        if answer is None:
            self._send(HTTPStatus.NOT_FOUND, {"Content-Type": PAGE}, NOT_FOUND)
        elif answer.is_known(none_match=none_match, modified_since=modified_since):
            self._send(HTTPStatus.NOT_MODIFIED, _validators(answer))
        else:
            headers = {"Content-Type": answer.media_type, **_validators(answer)}
            self._send(HTTPStatus.OK, headers, answer.body)

    do_HEAD = do_GET  # noqa: N815 - as above

    def do_POST(self) -> None:
        """Turn to the later edition."""
        self.close_connection = True  # a body, if there is one, stays unread
        if self.path != TURN:
            self._send(HTTPStatus.NOT_FOUND, {"Content-Type": PAGE}, NOT_FOUND)
            return
        self.server.turn()
        self._send(HTTPStatus.NO_CONTENT, {})

    def log_message(self, *_args: object) -> None:
        """Keep the terminal for the demo's own progress."""

    def _send(self, status: HTTPStatus, headers: dict[str, str], body: bytes | None = None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if body is not None:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if body is not None and self.command != "HEAD":
            self.wfile.write(body)


class PublisherSite(ThreadingHTTPServer):
    """The site. ``answers`` is everything it has to say at its present edition."""

    daemon_threads = True

    def __init__(self, port: int = 0, edition: int = FIRST) -> None:
        super().__init__((LOOPBACK, port), Handler)
        self.answers = site(edition, self.base_url)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.server_address[1])

    @property
    def base_url(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://{LOOPBACK}:{self.port}"

    def turn(self) -> None:
        """Show the later edition. Turning again changes nothing."""
        self.answers = site(LAST, self.base_url)


@contextmanager
def publishing(port: int = 0, edition: int = FIRST) -> Iterator[PublisherSite]:
    """The site, answering until the block ends. Port 0 takes a free one.

    Raises OSError when the port is taken.
    """
    server = PublisherSite(port, edition)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def main(words: Sequence[str]) -> int:
    """Serve until interrupted. Returns the exit status: 2 when the port cannot be had."""
    parser = argparse.ArgumentParser(prog="python -m claims_tracker.demo.publishers")
    parser.add_argument("--port", type=int, default=0, help="0, the default, takes a free one")
    parser.add_argument("--settled", action="store_true", help="show the later edition at once")
    asked = parser.parse_args(words)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        server = PublisherSite(asked.port, LAST if asked.settled else FIRST)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        sys.stderr.write(f"Port {asked.port} cannot be used: {reason}.\n")
        return 2
    with server, suppress(KeyboardInterrupt):
        sys.stdout.write(f"Demonstration publishers at {server.base_url}/\n")
        sys.stdout.flush()
        server.serve_forever()
    return 0


def _validators(answer: Answer) -> dict[str, str]:
    return {
        "ETag": answer.etag,
        "Last-Modified": answer.last_modified,
        "Cache-Control": "max-age=0, must-revalidate",
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
