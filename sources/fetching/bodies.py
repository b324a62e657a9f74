"""Reading a body under limits, compressed or not."""

import zlib
from collections.abc import Callable, Iterator
from http.client import HTTPResponse

from sources.fetching.policy import FetchFailed, FetchPolicy, FetchRefused, Reason

CHUNK = 64 * 1024
# Small bodies may be as repetitive as they like: a ratio says little about them.
RATIO_COUNTS_FROM = 256 * 1024
GZIP, ZLIB, RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS
ENCODINGS = ("gzip", "x-gzip", "deflate")
ACCEPTED = "gzip, deflate"


def read_body(response: HTTPResponse, *, policy: FetchPolicy, cut: bool = False) -> bytes:
    """The whole body, decompressed; with ``cut`` its beginning when it is too long.

    Raises FetchRefused for a body that is too large, unpacks out of proportion or is encoded
    in a way we did not ask for; FetchFailed for one that ends too early.
    """
    encoding = (response.getheader("Content-Encoding") or "").strip().lower()
    if encoding not in ("", "identity", *ENCODINGS):
        words = "The page is compressed in a way we did not ask for."
        raise FetchRefused(Reason.UNSUPPORTED_ENCODING, words)
    announced = _length(response)
    if announced > policy.max_body_bytes and not cut:
        raise _too_large(policy)
    wire = _chunks(response, announced)
    pieces = wire if encoding in ("", "identity") else _inflated(wire, encoding, policy)
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > policy.max_body_bytes:
            if cut:
                return bytes(body[: policy.max_body_bytes])
            raise _too_large(policy)
    return bytes(body)


def _length(response: HTTPResponse) -> int:
    text = response.getheader("Content-Length") or ""
    return int(text) if text.isascii() and text.isdigit() else 0


def _chunks(response: HTTPResponse, announced: int) -> Iterator[bytes]:
    """The bytes as they come over the wire, each piece as soon as it is there."""
    transfer = (response.getheader("Transfer-Encoding") or "chunked").strip().lower()
    if transfer != "chunked":
        raise FetchFailed(Reason.BAD_RESPONSE, "The answer is sent in an unknown way.")
    received = 0
    while piece := response.read1(CHUNK):
        received += len(piece)
        yield piece
    if not response.chunked and received < announced:
        raise _truncated()


def _inflated(wire: Iterator[bytes], encoding: str, policy: FetchPolicy) -> Iterator[bytes]:
    """Decompress in small steps, so that a bomb is known after its first quarter megabyte."""
    first = next(wire, b"")
    start = _starter(first, encoding)
    stream, received, given, pending = start(), 0, 0, first
    while pending:
        received += len(pending)
        while pending:
            piece = _step(stream, pending)
            given += len(piece)
            consumed = received - len(stream.unconsumed_tail)
            if given > max(RATIO_COUNTS_FROM, consumed * policy.max_ratio):
                words = "The page unpacks to many times its size, as no text does."
                raise FetchRefused(Reason.BAD_ENCODING_RATIO, words)
            yield piece
            pending = stream.unconsumed_tail
            if stream.eof:
                # Servers may send several gzip members one after another, or pad with zeros.
                pending = stream.unused_data.lstrip(b"\0")
                stream = start() if pending else stream
        pending = next(wire, b"")
    if first and not stream.eof:
        raise _truncated()


def _starter(first: bytes, encoding: str) -> Callable[[], "zlib._Decompress"]:
    """How to begin: "deflate" means zlib (RFC 9110), but some servers send it bare."""
    bits = ZLIB if encoding == "deflate" else GZIP
    if encoding == "deflate":
        try:
            zlib.decompressobj(ZLIB).decompress(first[:2])
        except zlib.error:
            bits = RAW
    return lambda: zlib.decompressobj(bits)


def _step(stream: "zlib._Decompress", data: bytes) -> bytes:
    try:
        return stream.decompress(data, CHUNK)
    except zlib.error:
        words = "The compressed page is damaged."
        raise FetchFailed(Reason.BAD_RESPONSE, words) from None


def _too_large(policy: FetchPolicy) -> FetchRefused:
    limit = policy.max_body_bytes // (1024 * 1024)
    return FetchRefused(Reason.TOO_LARGE, f"The page is larger than {limit} MiB.")


def _truncated() -> FetchFailed:
    return FetchFailed(Reason.TRUNCATED, "The answer broke off before its end.")
