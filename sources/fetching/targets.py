"""From an address as somebody wrote it to the one machine, port and path that it means."""

import re
from dataclasses import dataclass
from ipaddress import IPv6Address
from urllib.parse import quote, urljoin, urlsplit

import idna

from sources.addresses import ZoneError, literal
from sources.fetching.policy import FetchRefused, Reason

MAX_URL_LENGTH = 2048
DEFAULT_PORTS = {"http": 80, "https": 443}
FIRST_FREE_PORT = 1024
NAME = re.compile(
    r"(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*"
)
# Blanks and control characters inside an address, and the backslash, are read differently by
# different programs; so are more than one way to write the host.
AMBIGUOUS = re.compile(r"[\x00-\x20\x7f-\x9f\\\u2028\u2029\ud800-\udfff]")
SAFE = "%/:=&?~+!$,;'@()*[]|"


@dataclass(frozen=True, slots=True)
class Target:
    """One machine by name or address, a port, and the path to ask for; all ASCII."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port as a URL and the Host header have them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The address in its one spelling, without a fragment."""
        return self.origin + self.path


def parse_target(url: str) -> Target:
    """Read an address strictly; raises FetchRefused for what two programs could read apart.

    User names in it are refused: they hide the true host from the reader's eye.
    """
    text = url.strip(" \t\r\n")
    if len(text) > MAX_URL_LENGTH or AMBIGUOUS.search(text):
        raise _bad("The address is too long or has letters that do not belong in one.")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise _bad("This is not a web address.") from None
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS:
        raise FetchRefused(
            Reason.UNSUPPORTED_SCHEME, "Only addresses with http:// or https:// are fetched."
        )
    if "@" in parts.netloc:
        raise _bad("An address with a user name in it is not fetched.")
    path = quote(parts.path or "/", safe=SAFE)
    query = f"?{quote(parts.query, safe=SAFE)}" if parts.query else ""
    target_port = _checked_port(scheme, port)
    return Target(scheme, _host(parts.hostname or ""), target_port, path + query)


def redirected(target: Target, location: str) -> Target:
    """Where a redirect leads; raises FetchRefused."""
    return parse_target(urljoin(target.url, location.strip(" \t\r\n")))


def _checked_port(scheme: str, port: int | None) -> int:
    number = DEFAULT_PORTS[scheme] if port is None else port
    # Below 1024 live mail, name and file services that would read our request as theirs.
    if number < FIRST_FREE_PORT and number not in DEFAULT_PORTS.values():
        raise FetchRefused(Reason.UNSUPPORTED_PORT, "No web server is expected on this port.")
    return number


def _host(text: str) -> str:
    """The host in one spelling: lower case, ASCII, no last dot, addresses in their short form."""
    try:
        host = text if ":" in text else _ascii(text)
        address = literal(host)
    except ZoneError:
        words = "The address leads to a network that is not public."
        raise FetchRefused(Reason.PRIVATE_ADDRESS, words) from None
    except ValueError:
        raise _bad("The host of this address is not one.") from None
    if address is None:
        if not NAME.fullmatch(host):
            raise _bad("The host of this address is not one.")
        return host
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(address)


def _ascii(text: str) -> str:
    """An international name in its ASCII form; full-width letters and digits become plain."""
    lowered = text.lower() if text.isascii() else _idna(text)
    return lowered.removesuffix(".")


def _idna(text: str) -> str:
    plain = idna.uts46_remap(text, std3_rules=False, transitional=False)
    return plain if plain.isascii() else idna.encode(plain, uts46=True).decode("ascii")


def _bad(words: str) -> FetchRefused:
    return FetchRefused(Reason.BAD_URL, words)
