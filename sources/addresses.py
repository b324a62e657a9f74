"""Which machines of the network may be asked: those everybody can reach, and those allowed.

Every spelling of an address is brought to one form before it is judged, so a loopback address
stays one however it is written. Names are looked up once and the connection goes to the very
address that was judged, so a name cannot change its meaning in between.
"""

import socket
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from queue import Empty, SimpleQueue
from threading import Thread

from requests_hardened.ip_filter import EXTRA_BLOCKED_NET_RANGES

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Sequence[str]]

GLOBAL_UNICAST = IPv6Network("2000::/3")  # RFC 4291, as IANA assigns it
# Prefixes that carry an IPv4 address in their last 32 bits.
NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052
COMPATIBLE = IPv6Network("::/96")  # RFC 4291, long out of use
# The library keeps ranges the standard library calls global by mistake or by age; NAT64 is
# judged by the address it carries, since networks without IPv4 reach everything through it.
NEVER_PUBLIC = tuple(net for net in EXTRA_BLOCKED_NET_RANGES if net != NAT64)
MAX_PORT = 65535


class ZoneError(ValueError):
    """An address with a zone id: it means another machine on every machine."""


class AllowHostsError(ValueError):
    """An entry of the allow-list is not an address or network with a port; says which."""


@dataclass(frozen=True, slots=True)
class AllowedHost:
    """A network and the one port on it that may be asked although it is not public."""

    network: IPv4Network | IPv6Network
    port: int

    def covers(self, address: Address, port: int) -> bool:
        """Whether this entry allows the address, in any spelling, and the port."""
        return port == self.port and (address in self.network or carried(address) in self.network)


def parse_allow_hosts(entries: Iterable[str]) -> tuple[AllowedHost, ...]:
    """The allow-list from its entries: ``127.0.0.1:8000``, ``10.1.0.0/16:80``, ``[::1]:8000``.

    Names are not taken: what they lead to is decided elsewhere. Raises AllowHostsError.
    """
    return tuple(_allowed(entry.strip()) for entry in entries if entry.strip())


def carried(address: Address) -> Address:
    """The IPv4 address inside an IPv6 one that only carries it; else the address itself.

    Mapped (``::ffff:127.0.0.1``), compatible, NAT64, 6to4 and Teredo forms are unwrapped.
    """
    if isinstance(address, IPv4Address):
        return address
    if address in NAT64 or (address in COMPATIBLE and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo_client = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo_client or address


def is_public(address: Address) -> bool:
    """Whether everybody reaches the same machine under this address.

    6to4 and Teredo addresses never count, whatever they carry: where such a packet comes out
    is for a relay to decide.
    """
    inner = carried(address)
    if isinstance(address, IPv6Address) and (address.sixtofour or address.teredo):
        return False
    if isinstance(inner, IPv6Address) and inner not in GLOBAL_UNICAST:
        return False
    blocked = any(inner in network for network in NEVER_PUBLIC if network.version == inner.version)
    return inner.is_global and not inner.is_multicast and not inner.is_reserved and not blocked


def may_be_asked(address: Address, port: int, allowed: Iterable[AllowedHost]) -> bool:
    """Whether the address is public or on the allow-list with this port."""
    return is_public(address) or any(entry.covers(address, port) for entry in allowed)


def literal(host: str) -> Address | None:
    """The address a host spells, or None when it is a name.

    Takes what browsers and resolvers take: dotted, short (``127.1``), whole (``2130706433``),
    octal and hexadecimal IPv4, and IPv6 without its brackets. A host that ends like a number
    but is no address raises ValueError, as the URL standard demands, and so does a zone id.
    """
    if ":" in host:
        return IPv6Address(_without_zone(host))
    last = host.rpartition(".")[2]
    if not (last.isdigit() or last.startswith("0x")):
        return None
    try:
        return IPv4Address(socket.inet_aton(host))
    except OSError:
        raise ValueError("The host ends like a number but is no address.") from None


def system_addresses(host: str, port: int) -> Sequence[str]:
    """What the system's resolver knows of a name, in its order of preference."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def look_up(host: str, port: int, *, seconds: float, resolve: Resolve) -> list[Address]:
    """The addresses of a name, waiting so long at most.

    Raises OSError when there are none (TimeoutError when the resolver was too slow). The
    resolver has no time limit of its own that we could set, so it runs beside us.
    """
    answers: SimpleQueue[Sequence[str] | OSError] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolve(host, port))
        except (OSError, UnicodeError) as error:
            answers.put(OSError(str(error)))

    Thread(target=ask, daemon=True, name="look-up").start()
    try:
        answer = answers.get(timeout=max(seconds, 0.001))
    except Empty:
        raise TimeoutError("The name was not resolved in time.") from None
    if isinstance(answer, OSError):
        raise answer
    return [ip_address(_without_zone(text)) for text in answer]


def _allowed(entry: str) -> AllowedHost:
    head, colon, port = entry.rpartition(":")
    if not colon or not port.isascii() or not port.isdigit() or not 0 < int(port) <= MAX_PORT:
        raise AllowHostsError(f"“{entry}” has no port: write an address, a colon and a port.")
    bare = head[1:-1] if head.startswith("[") and head.endswith("]") else head
    if ":" in bare and bare == head:
        raise AllowHostsError(f"“{entry}”: an IPv6 address needs brackets, as in [::1]:8000.")
    try:
        return AllowedHost(ip_network(bare), int(port))
    except ValueError:
        words = "is neither an address nor a network; names are not taken."
        raise AllowHostsError(f"“{entry}”: “{bare}” {words}") from None


def _without_zone(text: str) -> str:
    if "%" in text:
        raise ZoneError("The address has a zone id.")
    return text
