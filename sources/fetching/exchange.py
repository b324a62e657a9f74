"""One request to one already judged address, and its answer's head.

The standard library's HTTP reads and writes; what it has no limits for is counted here, below
it: every read of the socket waits no longer than the deadline has left, so a byte a second
ends as surely as silence does, and the head may only be so long.
"""

import io
import socket
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPResponse, LineTooLong
from typing import cast

import certifi

from sources.addresses import Address
from sources.fetching.policy import Deadline, FetchFailed, FetchRefused, Reason, too_slow
from sources.fetching.targets import Target


class _Meter(io.RawIOBase):
    """The bytes of a socket, read under a deadline and a budget."""

    def __init__(self, sock: socket.socket, deadline: Deadline, budget: int) -> None:
        self._sock = sock
        self._deadline = deadline
        self.budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        """Read what is there; raises FetchRefused when the budget of the head is used up."""
        if self.budget <= 0:
            raise headers_too_large()
        self._sock.settimeout(self._deadline.left())
        count = self._sock.recv_into(cast(bytearray, buffer))
        self.budget -= count
        return count


class _Source:
    """What ``HTTPResponse`` takes for a socket: it only ever asks it for a file."""

    def __init__(self, meter: _Meter) -> None:
        self._meter = meter

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self._meter)


@contextmanager
def exchange(
    target: Target,
    addresses: Sequence[Address],
    headers: Mapping[str, str],
    *,
    deadline: Deadline,
    max_header_bytes: int,
) -> Iterator[HTTPResponse]:
    """Ask once and give the answer, its head read and its body still to come.

    The first address that takes the connection is asked; the name is looked up no more. The
    body is read under the same deadline, and closed with the block. Raises FetchFailed, and
    FetchRefused for a head without end.
    """
    with _failures(), closing(_connect(target, addresses, deadline)) as sock:
        _send(sock, target, headers)
        meter = _Meter(sock, deadline, max_header_bytes)
        response = HTTPResponse(cast(socket.socket, _Source(meter)), method="GET")
        with closing(response):
            response.begin()
            # How long the body may be is for its reader to say.
            meter.budget = 1 << 62
            yield response


def headers_too_large() -> FetchRefused:
    """The refusal of an answer whose head is too long to be a page's."""
    return FetchRefused(Reason.HEADERS_TOO_LARGE, "The answer's headers are too long.")


@contextmanager
def _failures() -> Iterator[None]:
    """Turn the network's many errors into ours; no detail of our own network gets out."""
    try:
        yield
    except TimeoutError:
        raise too_slow() from None
    except ssl.SSLError:
        words = "No safe connection: the certificate is not valid, or the server breaks it off."
        raise FetchFailed(Reason.TLS, words) from None
    except HTTPException as error:
        # The library's own limits on a head: 64 KiB a line, and a hundred lines.
        if isinstance(error, LineTooLong) or type(error) is HTTPException:
            raise headers_too_large() from None
        words = "The answer is no whole, well-formed HTTP."
        raise FetchFailed(Reason.BAD_RESPONSE, words) from None
    except OSError:
        raise FetchFailed(Reason.CONNECT, "The server cannot be reached.") from None


def _connect(target: Target, addresses: Sequence[Address], deadline: Deadline) -> socket.socket:
    error: OSError = OSError("no address")
    for address in addresses:
        try:
            plain = socket.create_connection((str(address), target.port), deadline.left())
        except TimeoutError:
            raise
        except OSError as refused:
            error = refused
        else:
            return _secured(plain, target, deadline)
    raise error


def _secured(plain: socket.socket, target: Target, deadline: Deadline) -> socket.socket:
    if target.scheme != "https":
        return plain
    try:
        plain.settimeout(deadline.left())
        return _tls().wrap_socket(plain, server_hostname=target.host)
    except BaseException:
        plain.close()
        raise


@cache
def _tls() -> ssl.SSLContext:
    """The system's authorities and the packaged ones: a bare container has none of its own."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _send(sock: socket.socket, target: Target, headers: Mapping[str, str]) -> None:
    connection = HTTPConnection(target.host, target.port)
    connection.sock = sock
    connection.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
    for name, value in {"Host": target.authority, **headers, "Connection": "close"}.items():
        connection.putheader(name, value)
    connection.endheaders()
