import socket
import threading
from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.addresses import (
    AllowHostsError,
    ZoneError,
    carried,
    is_public,
    literal,
    look_up,
    may_be_asked,
    parse_allow_hosts,
)

ipv4 = st.integers(0, 2**32 - 1).map(IPv4Address)


def spellings(address: IPv4Address) -> list[str]:
    """The many ways to write one IPv4 address that resolvers take."""
    number, parts = int(address), [int(part) for part in str(address).split(".")]
    return [
        str(address),
        str(number),
        hex(number),
        f"0{number:o}",
        ".".join(hex(part) for part in parts),
        ".".join(f"0{part:o}" for part in parts),
        f"{parts[0]}.{number & 0xFFFFFF}",
        f"{parts[0]}.{parts[1]}.{number & 0xFFFF}",
        f"{parts[0]}.{parts[1]}.0x{parts[2]:02X}.{parts[3]}".lower(),
    ]


def wrappings(address: IPv4Address) -> list[IPv6Address]:
    """The IPv6 addresses that only carry an IPv4 one."""
    number = int(address)
    return [
        IPv6Address(0xFFFF << 32 | number),
        IPv6Address(int(IPv6Address("64:ff9b::")) | number),
        IPv6Address(0x2002 << 112 | number << 80),
        IPv6Address(0x20010000 << 96 | number ^ 0xFFFFFFFF),
    ]


@given(ipv4)
def test_every_spelling_of_an_address_is_that_address(address):
    assert {literal(text) for text in spellings(address)} == {address}


@given(ipv4)
def test_a_wrapped_address_is_unwrapped(address):
    assert {carried(wrapped) for wrapped in wrappings(address)} == {address}


@given(ipv4)
def test_wrapping_never_makes_an_address_public(address):
    if not is_public(address):
        assert not any(is_public(wrapped) for wrapped in wrappings(address))


@given(ipv4)
def test_tunnels_are_never_public(address):
    mapped, nat64, sixtofour, teredo = wrappings(address)

    assert is_public(mapped) == is_public(nat64) == is_public(address)
    assert not is_public(sixtofour)
    assert not is_public(teredo)


@pytest.mark.parametrize(
    "text",
    [
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b:1::a00:1",
        "100::1",
        "2001:db8::1",
        "2001:20::1",
        "3fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ],
)
def test_addresses_that_not_everybody_reaches_are_not_public(text):
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "2a00:1450::1"])
def test_addresses_that_everybody_reaches_are_public(text):
    assert is_public(ip_address(text))


@pytest.mark.parametrize("host", ["example.org", "a1.b2c", "x-1.example", "localhost", "1.2.3.com"])
def test_a_name_is_no_address(host):
    assert literal(host) is None


@pytest.mark.parametrize("host", ["1.2.3.4.5", "256.1.1.1", "x.0x2", "1.2.3.09", "999999999999"])
def test_a_host_that_ends_like_a_number_but_is_no_address_is_refused(host):
    with pytest.raises(ValueError, match="ends like a number"):
        literal(host)


def test_a_zone_id_is_refused():
    with pytest.raises(ZoneError):
        literal("fe80::1%eth0")


def test_the_allow_list_takes_addresses_and_networks_with_a_port():
    allowed = parse_allow_hosts(["127.0.0.1:8000", " 10.1.0.0/16:80 ", "[::1]:8000", ""])

    assert [(str(entry.network), entry.port) for entry in allowed] == [
        ("127.0.0.1/32", 8000),
        ("10.1.0.0/16", 80),
        ("::1/128", 8000),
    ]


@pytest.mark.parametrize(
    ("address", "port", "expected"),
    [
        ("127.0.0.1", 8000, True),
        ("::ffff:127.0.0.1", 8000, True),
        ("127.0.0.1", 8001, False),
        ("127.0.0.2", 8000, False),
        ("10.1.255.1", 80, True),
        ("10.2.0.1", 80, False),
        ("1.1.1.1", 443, True),
    ],
)
def test_the_allow_list_opens_what_it_names_and_no_more(address, port, expected):
    allowed = parse_allow_hosts(["127.0.0.1:8000", "10.1.0.0/16:80"])

    assert may_be_asked(ip_address(address), port, allowed) is expected


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("127.0.0.1", "no port"),
        ("127.0.0.1:", "no port"),
        ("127.0.0.1:0", "no port"),
        ("127.0.0.1:70000", "no port"),
        ("127.0.0.1:http", "no port"),
        ("localhost:8000", "names are not taken"),
        ("10.0.0.1/8:80", "neither an address nor a network"),
        ("::1:8000", "needs brackets"),
    ],
)
def test_a_bad_entry_of_the_allow_list_is_named(entry, words):
    with pytest.raises(AllowHostsError, match=words) as caught:
        parse_allow_hosts([entry])

    assert entry in str(caught.value)


def test_a_name_is_looked_up_through_the_resolver_given():
    found = look_up("news.example", 80, seconds=5, resolve=lambda host, port: ["1.1.1.1", "::1"])

    assert found == [ip_address("1.1.1.1"), ip_address("::1")]


def test_a_name_nobody_knows_is_an_error_of_the_network():
    def resolve(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(OSError, match="not known"):
        look_up("news.example", 80, seconds=5, resolve=resolve)


def test_a_resolver_that_does_not_answer_is_left_alone():
    done = threading.Event()

    def resolve(host, port):
        done.wait(10)
        return ["1.1.1.1"]

    with pytest.raises(TimeoutError):
        look_up("news.example", 80, seconds=0.02, resolve=resolve)
    done.set()
