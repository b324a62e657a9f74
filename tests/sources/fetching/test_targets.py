import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.fetching import FetchRefused, Reason
from sources.fetching.targets import parse_target, redirected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://example.org", "http://example.org/"),
        ("HTTPS://Example.ORG:443/A?b=C#d", "https://example.org/A?b=C"),
        ("http://example.org.:8080/", "http://example.org:8080/"),
        (" http://example.org/a\n", "http://example.org/a"),
        (
            "http://пример.рф/страница",
            "http://xn--e1afmkfd.xn--p1ai/%D1%81%D1%82%D1%80%D0%B0%D0%BD%D0%B8%D1%86%D0%B0",
        ),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("http://[::ffff:1.1.1.1]/", "http://1.1.1.1/"),
        ("http://0x01010101/", "http://1.1.1.1/"),
        ("http://１．１．１．１/", "http://1.1.1.1/"),
        ("http://example.org/a%20b?q=%2F", "http://example.org/a%20b?q=%2F"),
    ],
)
def test_an_address_is_brought_to_its_one_spelling(url, expected):
    assert parse_target(url).url == expected


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://example.org/", Reason.UNSUPPORTED_SCHEME),
        ("file:///etc/passwd", Reason.UNSUPPORTED_SCHEME),
        ("gopher://127.0.0.1:6379/_x", Reason.UNSUPPORTED_SCHEME),
        ("javascript:alert(1)", Reason.UNSUPPORTED_SCHEME),
        ("example.org", Reason.UNSUPPORTED_SCHEME),
        ("", Reason.UNSUPPORTED_SCHEME),
        ("http://", Reason.BAD_URL),
        ("http:///path", Reason.BAD_URL),
        ("http://user@example.org/", Reason.BAD_URL),
        ("http://example.org@127.0.0.1/", Reason.BAD_URL),
        ("http://example.org\\@127.0.0.1/", Reason.BAD_URL),
        ("http://exa mple.org/", Reason.BAD_URL),
        ("http://example.org/\r\nHost: x", Reason.BAD_URL),
        ("http://example.org/\x00", Reason.BAD_URL),
        ("http://example.org/\ud800", Reason.BAD_URL),
        ("http://%31%32%37.0.0.1/", Reason.BAD_URL),
        ("http://a..b/", Reason.BAD_URL),
        ("http://1.2.3.4.5/", Reason.BAD_URL),
        ("http://[::1/", Reason.BAD_URL),
        ("http://[1.2.3.4]/", Reason.BAD_URL),
        ("http://example.org:99999/", Reason.BAD_URL),
        ("http://example.org:x/", Reason.BAD_URL),
        ("http://example.org/" + "a" * 3000, Reason.BAD_URL),
        ("http://example.org:25/", Reason.UNSUPPORTED_PORT),
        ("http://example.org:0/", Reason.UNSUPPORTED_PORT),
        ("http://[fe80::1%25eth0]/", Reason.PRIVATE_ADDRESS),
        ("http://[fe80::1%eth0]/", Reason.PRIVATE_ADDRESS),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(url, reason):
    with pytest.raises(FetchRefused) as caught:
        parse_target(url)

    assert caught.value.code == reason


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/b", "http://example.org/b"),
        ("c?d", "http://example.org/a/c?d"),
        ("//other.example/x", "http://other.example/x"),
        ("https://other.example/ü", "https://other.example/%C3%BC"),
    ],
)
def test_a_redirect_is_resolved_against_where_it_came_from(location, expected):
    assert redirected(parse_target("http://example.org/a/b"), location).url == expected


@given(st.text())
def test_any_text_is_an_address_or_refused(text):
    try:
        target = parse_target(text)
    except FetchRefused:
        return
    assert parse_target(target.url) == target


@given(st.text(min_size=1, max_size=30))
def test_any_host_keeps_its_one_spelling(host):
    try:
        target = parse_target(f"http://{host}/x")
    except FetchRefused:
        return
    assert target.url.isascii()
    assert parse_target(target.url) == target
