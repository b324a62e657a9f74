"""What a person recognises a log-in by: the device in plain words, the address without its end."""

import ipaddress

from django.http import HttpRequest

from claims_tracker.middleware import client_address

UNKNOWN = "An unknown device"
# The order matters: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
PROGRAMS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chromium", "Chromium"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
    ("curl", "curl"),
    ("python", "A script"),
)
# Android calls itself Linux, and an iPhone is "like Mac OS X".
MACHINES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)
IPV6_KEPT = 48  # what one customer is given at most
IPV6_LINE = 64  # and at least


def in_words(user_agent: str) -> str:
    """The browser and the machine, such as "Firefox on Windows". Never the header's own words."""
    program = _first(PROGRAMS, user_agent)
    machine = _first(MACHINES, user_agent)
    if not program and not machine:
        return UNKNOWN
    return f"{program or 'A browser'} on {machine}" if machine else program


def shortened(address: str) -> str:
    """The network that an address lies in: "203.0.113.x", "2001:db8:1::x"; "" for no address."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(known, ipaddress.IPv6Address) and known.ipv4_mapped:
        known = known.ipv4_mapped
    if isinstance(known, ipaddress.IPv4Address):
        return f"{known.exploded.rpartition('.')[0]}.x"
    network = ipaddress.ip_network((known, IPV6_KEPT), strict=False)
    return f"{network.network_address.compressed.removesuffix('::')}::x"


def counted_by(request: HttpRequest) -> str:
    """The address by which failed log-ins are counted: of IPv6 the network of one line.

    Whoever has one address there has 2^64, and could try from a new one each time.
    """
    address = client_address(request)
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(known, ipaddress.IPv4Address):
        return address
    if known.ipv4_mapped:
        return str(known.ipv4_mapped)
    return str(ipaddress.ip_network((known, IPV6_LINE), strict=False).network_address)


def _first(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((words for sign, words in names if sign in user_agent), "")
