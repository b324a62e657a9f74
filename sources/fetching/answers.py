"""What an answer's status and headers mean."""

from datetime import UTC, datetime, timedelta
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPResponse

from sources.fetching.policy import (
    MEDIA_TYPES,
    Accept,
    FetchFailed,
    FetchRefused,
    Reason,
)

REDIRECTS = frozenset({301, 302, 303, 307, 308})
OK, NOT_MODIFIED, TOO_MANY = 200, 304, 429
# A server says with these that another time may do better (RFC 9110; RFC 8470 for 425).
TRANSIENT = frozenset({408, 425})
KEPT_HEADERS = ("Cache-Control", "Content-Language", "Date", "Link", "X-Robots-Tag")
MAX_HEADER_TEXT = 1000
SERVER_ERRORS = range(500, 600)
CLIENT_ERRORS = range(400, 500)


def retry_after(header: str, *, now: datetime) -> timedelta | None:
    """How long a publisher asks us to wait, read from its ``Retry-After`` header.

    The header holds whole seconds or an HTTP date (RFC 9110, section 10.2.3). ``now`` is
    aware. A date gone by gives zero; a header in neither form gives None.
    """
    text = header.strip()
    try:
        if text.isascii() and text.isdigit():
            return timedelta(seconds=int(text))
        until = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    aware = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(aware - now, timedelta())


def check_status(response: HTTPResponse, *, conditional: bool) -> None:
    """Pass a page or "not modified"; raise FetchFailed or FetchRefused for all else."""
    status = response.status
    if status == OK or (status == NOT_MODIFIED and conditional):
        return
    wait = retry_after(header(response, "Retry-After"), now=datetime.now(UTC))
    if status == TOO_MANY:
        raise FetchFailed(Reason.HTTP_429, "The server asks us to come less often.", wait)
    if status in SERVER_ERRORS or status in TRANSIENT:
        words = f"The server has a problem of its own (HTTP {status})."
        raise FetchFailed(Reason.HTTP_5XX, words, wait)
    raise FetchRefused(_final_reason(status), f"The server gives no page (HTTP {status}).")


def _final_reason(status: int) -> Reason:
    other = Reason.HTTP_4XX if status in CLIENT_ERRORS else Reason.HTTP_UNEXPECTED
    return next((reason for reason in Reason if reason == f"http_{status}"), other)


def media_type(response: HTTPResponse, accept: Accept) -> tuple[str, str]:
    """Media type and claimed charset, both lower case; raises FetchRefused for unwanted types.

    An answer without a type is given as "" and judged by whoever parses it.
    """
    message = Message()
    message["Content-Type"] = header(response, "Content-Type")
    named = message["Content-Type"].partition(";")[0].strip().lower()
    wanted = MEDIA_TYPES[accept]
    if named and wanted and named not in wanted:
        words = f"This is no {accept}: the server sends {named[:80]}."
        raise FetchRefused(Reason.UNSUPPORTED_MEDIA_TYPE, words)
    charset = message.get_param("charset", "")
    return named, charset.strip().lower() if isinstance(charset, str) else ""


def header(response: HTTPResponse, name: str) -> str:
    """One header as clean text, "" when absent; control characters out, cut to 1,000."""
    text = response.getheader(name) or ""
    return "".join(letter for letter in text if letter.isprintable())[:MAX_HEADER_TEXT].strip()


def kept_headers(response: HTTPResponse) -> dict[str, str]:
    """The few headers worth keeping, without the absent ones."""
    pairs = ((name, header(response, name)) for name in KEPT_HEADERS)
    return {name: text for name, text in pairs if text}
