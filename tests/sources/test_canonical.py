import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.canonical import canonical_url, site_of
from sources.fetching import FetchRefused


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://News.example/a?utm_source=x&id=7&fbclid=1#top", "https://news.example/a?id=7"),
        ("https://news.example/a?b=2&a=1", "https://news.example/a?b=2&a=1"),
        ("https://news.example/a?gclid=1", "https://news.example/a"),
        ("https://news.example/a?UTM_Campaign=1&mc_cid=2&igshid=3", "https://news.example/a"),
        (
            "https://news.example/a?cid=4&source=rss&ref=x",
            "https://news.example/a?cid=4&source=rss&ref=x",
        ),
        ("https://news.example/a?id=", "https://news.example/a?id="),
        ("http://news.example:80", "http://news.example/"),
    ],
)
def test_how_a_reader_came_is_no_part_of_the_address(url, expected):
    assert canonical_url(url) == expected


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("https://news.example/story", "https://news.example/story"),
        ("/story", "https://www.news.example/story"),
        ("//news.example/story?utm_medium=x", "https://news.example/story"),
        ("https://evil.example/story", None),
        ("https://news.example.evil.org/story", None),
        ("https://www.news.example/", None),
        ("https://news.example:8443/story", None),
        ("javascript:alert(1)", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_a_page_may_name_another_address_of_its_own_site_only(declared, expected):
    own = "https://www.news.example/a?id=7"

    assert canonical_url(own, declared=declared) == (expected or own)


def test_neighbours_under_a_public_suffix_are_other_sites():
    assert site_of("a.bbc.co.uk") == "bbc.co.uk"
    assert site_of("other.co.uk") == "other.co.uk"
    assert (
        canonical_url("https://a.github.io/x", declared="https://b.github.io/y")
        == "https://a.github.io/x"
    )


def test_a_machine_without_a_domain_is_its_own_site():
    own = "http://127.0.0.1:8000/a"

    assert canonical_url(own, declared="/b") == "http://127.0.0.1:8000/b"
    assert canonical_url(own, declared="http://127.0.0.2:8000/b") == own


@given(st.text(alphabet="abc=&?/#%utm_id", max_size=30))
def test_an_address_once_canonical_stays_so(rest):
    try:
        once = canonical_url(f"https://news.example/{rest}")
    except FetchRefused:
        return
    assert canonical_url(once) == once
