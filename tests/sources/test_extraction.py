from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.choices import FoundBy
from sources.extraction import Extracted, ExtractionRefused, Unreadable, extract
from sources.pages import MAX_ELEMENTS

URL = "https://www.courier.example/2023/raid?utm_source=feed"
SAID = "The ministry said on Tuesday that seventy of the attackers were killed near the border."
DENIED = "Officials in the capital said that they had no part in the raid and knew nothing of it."
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Raid on a border town | The Courier</title>
<meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2023-05-23T10:00:00Z">
<link rel="canonical" href="https://courier.example/2023/raid"></head>
<body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Raid on a border town</h1><p>{SAID}</p><p>{DENIED}</p><p>{SAID.replace("seventy", "eighty")}</p></article>
<footer>We use cookies. Subscribe to our newsletter.</footer></body></html>"""


def page(body: str, title: str = "T") -> bytes:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


def read(content: bytes | str, **options: object) -> Extracted:
    return extract(content, **{"url": URL, "media_type": "text/html", **options})  # type: ignore[arg-type]


def refusal(content: bytes, **options: object) -> Unreadable:
    with pytest.raises(ExtractionRefused) as caught:
        read(content, **options)
    assert str(caught.value)
    return caught.value.code


def test_an_article_is_read_with_all_that_its_page_says():
    article = read(PAGE.encode())

    assert article.text.split("\n")[-3:] == [SAID, DENIED, SAID.replace("seventy", "eighty")]
    assert "cookies" not in article.text
    assert "World" not in article.text
    assert article.title == "Raid on a border town"
    assert article.outlet_name == "The Courier"
    assert article.language == "en"
    assert article.canonical_url == "https://courier.example/2023/raid"
    assert (article.published.text, article.published.found_by) == (
        "2023-05-23T10:00:00Z",
        FoundBy.METADATA,
    )
    assert article.extractor == "trafilatura"


def test_bytes_and_text_give_the_same_article():
    assert read(PAGE) == read(PAGE.encode("utf-16"), charset="utf-8")


def test_scripts_in_title_and_text_stay_letters():
    attack = "&lt;script&gt;alert(1)&lt;/script&gt;"
    article = read(
        page(
            f"<h1>A {attack}</h1><p>{SAID} {attack}</p><p>{DENIED}</p><script>alert(2)</script>",
            f"A {attack}",
        )
    )

    assert article.title == "A <script>alert(1)</script>"
    assert f"{SAID} <script>alert(1)</script>" in article.text
    assert "alert(2)" not in article.text


@pytest.mark.parametrize("dirt", ["\0", "&#0;", "&#1;", "&#xD800;", "&#xFFFE;", "\x1b", "\x0b"])
def test_no_control_character_or_lone_surrogate_comes_through(dirt):
    article = read(page(f"<p>{SAID}{dirt}</p><p>{dirt}{DENIED}</p>", f"Raid{dirt}"))

    assert SAID in article.text
    assert DENIED in article.text
    for text in (article.title, article.text):
        assert text.encode().decode() == text
        assert all(letter.isprintable() or letter == "\n" for letter in text)


def test_text_with_lone_surrogates_is_taken():
    assert read(f"{SAID}\ud800", media_type="text/plain").text == f"{SAID}\ufffd"


@pytest.mark.parametrize("charset", ["windows-1251", "utf-8", "iso-8859-1", ""])
def test_a_page_in_a_charset_wrongly_claimed_is_read(charset):
    said = "Министерство заявило, что семьдесят нападавших были убиты во время рейда на границе. "
    content = page(f"<p>{said * 4}</p>").decode().encode("cp1251")

    article = read(content, charset=charset)

    assert article.text == (said * 4).strip()
    assert article.language == "ru"


def test_a_plain_text_stays_as_it_is():
    text = f"Raid on a border town\n\n{SAID}\n\n  {DENIED}"

    article = read(text.encode(), media_type="text/plain")

    assert article.text == text
    assert article.title == "Raid on a border town"
    assert article.extractor == "plain"
    assert article.published.text == ""


@pytest.mark.parametrize(
    ("content", "extractor"),
    [
        (PAGE, "trafilatura"),
        (f"\n<html>{PAGE}", "trafilatura"),
        (f"{SAID}\n<b>no page</b>", "plain"),
    ],
)
def test_a_file_without_a_type_is_known_by_how_it_begins(content, extractor):
    assert read(content, media_type="", url="").extractor == extractor


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Unreadable.NO_TEXT),
        (b"   \n ", Unreadable.NO_TEXT),
        (page(""), Unreadable.NO_TEXT),
        (page("<script>let a = 1;</script>"), Unreadable.NO_TEXT),
        (b"<!--" * 50_000, Unreadable.NO_TEXT),
        (b"%PDF-1.7\n...", Unreadable.NOT_TEXT),
        (b"\x89PNG\r\n\x1a\n", Unreadable.NOT_TEXT),
        (bytes(range(1, 32)) * 50, Unreadable.NOT_TEXT),
        (bytes(range(256)) * 400, Unreadable.NOT_TEXT),
        (page("<div>" * 100_000 + SAID), Unreadable.TOO_DEEP),
        (page("<table><tr><td>" * 1000 + SAID), Unreadable.TOO_DEEP),
        (page("<p>a</p>" * (MAX_ELEMENTS + 1)), Unreadable.TOO_COMPLEX),
        (
            page("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">" + SAID),
            Unreadable.TOO_COMPLEX,
        ),
        (page(f"<p {' '.join(f'a{n}=1' for n in range(400))}>{SAID}"), Unreadable.TOO_COMPLEX),
        (page(f"<p>{SAID * 6000}</p>"), Unreadable.TOO_LONG),
    ],
    ids=lambda value: value.value if isinstance(value, Unreadable) else "",
)
def test_a_page_that_is_no_article_is_refused_with_its_reason(content, reason):
    assert refusal(content) == reason


def test_linked_data_nested_without_end_does_not_stop_the_reading():
    nested = (
        '<script type="application/ld+json">'
        + '{"@type":"NewsArticle","a":[' * 20_000
        + "</script>"
    )

    assert SAID in read(page(f"{nested}<p>{SAID}</p><p>{DENIED}</p>")).text


def test_an_address_that_is_none_of_its_site_is_not_taken():
    content = PAGE.replace("https://courier.example/2023/raid", "https://evil.example/")

    assert read(content).canonical_url == "https://www.courier.example/2023/raid"


def test_the_time_of_fetching_bounds_the_date():
    before = datetime(2023, 5, 22, tzinfo=UTC)

    assert read(PAGE, not_after=before).published.text == ""


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="<>/=\"' &;#x0pdivbrscriptaé\0\ud800", max_size=200))
def test_any_page_is_read_or_refused(markup):
    try:
        article = read(f"<html><body>{markup}</body></html>")
    except ExtractionRefused:
        return
    assert article.text.strip()
    assert "\0" not in article.text


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Two killed in raid", "Two killed in raid"),
        ("Who did it?", "Who did it?"),
        ("Two people were killed in a raid on Monday.", ""),
    ],
)
def test_the_first_sentence_of_a_plain_text_is_no_title(first, title):
    found = extract(f"{first}\n\nThe mayor said so.", url="", media_type="text/plain")
    assert found.title == title
    assert found.text.startswith(first)
