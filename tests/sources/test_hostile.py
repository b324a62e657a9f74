"""Hostile publishers, asked by the real fetch: each ends with a named reason, nothing is stuck."""

import gzip
from functools import partial

import pytest

from sources import documents, ingest
from sources.choices import IngestState
from sources.models import Article, ArticleVersion
from tests.factories import make_event
from tests.publisher import Publisher, dripping, endless, moved, page, raw, silent, status, zipped
from tests.sources.fakes import BODY, html

pytestmark = pytest.mark.django_db

REFUSED, FAILED = IngestState.REFUSED, IngestState.FAILED
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


@pytest.fixture(autouse=True)
def allowed(publisher: Publisher, monkeypatch):
    policy = partial(publisher.policy, deadline_s=1.0)
    monkeypatch.setattr(documents, "policy", policy)
    documents.SharedRobots().put(publisher.url(""), "", seconds=60)


def take_in(publisher, answer, path="/1"):
    publisher.answers[path] = answer
    job = ingest.request_url(publisher.url(path), event=make_event())
    ingest.work(job.pk)
    job.refresh_from_db()
    return job


@pytest.mark.parametrize(
    ("answer", "state", "reason"),
    [
        (page(b"x" * (50 * 1024 * 1024)), REFUSED, "too_large"),
        (endless(), REFUSED, "too_large"),
        (zipped(b"0" * (60 * 1024 * 1024)), REFUSED, "bad_encoding_ratio"),
        (dripping(HEAD + b"<html>"), FAILED, "too_slow"),
        (dripping(b"HTTP/1.1 200 OK\r\nX: y"), FAILED, "too_slow"),
        (silent(), FAILED, "too_slow"),
        (raw(b"SSH-2.0-OpenSSH_9.2\r\n"), FAILED, "bad_response"),
        (page(b"\x00\x01", "application/pdf"), REFUSED, "unsupported_media_type"),
        (page(b"%PDF-1.7 \x00\x01\x02", "text/html"), REFUSED, "not_text"),
        (page("<div>" * 20_000), REFUSED, "too_deep"),
        (page(""), REFUSED, "no_text"),
        (moved("http://169.254.169.254/latest/meta-data"), REFUSED, "private_address"),
        (moved("http://[::ffff:127.0.0.1]:8000/"), REFUSED, "private_address"),
        (moved("file:///etc/passwd"), REFUSED, "unsupported_scheme"),
        (moved("/1"), REFUSED, "redirect_loop"),
        (status(451), REFUSED, "http_451"),
        (status(503, Retry_After="120"), FAILED, "http_5xx"),
    ],
)
def test_what_a_hostile_publisher_sends_has_a_name(publisher, answer, state, reason):
    job = take_in(publisher, answer)

    assert (job.state, job.reason, bool(job.reason_text)) == (state, reason, True)
    assert (job.lease_until, job.lease_token) == (None, "")
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "017700000001", "[::1]", "[::ffff:7f00:1]"],
)
def test_no_spelling_of_a_private_address_is_asked(host):
    job = ingest.request_url(f"http://{host}:8000/1", event=make_event())
    ingest.work(job.pk)

    job.refresh_from_db()
    assert (job.state, job.reason) == (REFUSED, "private_address")


@pytest.mark.parametrize("charset", ["utf-8", "koi8-r", "windows-1251", "no-such-charset"])
def test_a_wrong_charset_does_not_stop_an_article(publisher, charset):
    text = "Губернатор сообщил, что ранены двенадцать человек, и дороги закрыты до вечера. " * 5
    content = html(text).decode().encode("windows-1251")

    job = take_in(publisher, page(content, f"text/html; charset={charset}"))

    assert job.state == IngestState.READING
    # A claim of another eight-bit charset cannot be told from the truth; nothing else breaks.
    assert len(ArticleVersion.objects.get().text) >= len(text) - 1


def test_scripts_in_title_and_text_are_kept_as_letters(publisher):
    shown = "&lt;script&gt;alert('it')&lt;/script&gt;"

    take_in(publisher, page(html(f"{shown} {BODY}", title=shown)))

    version = ArticleVersion.objects.get()
    assert version.title == "<script>alert('it')</script>"
    assert version.title in version.text


def test_a_compressed_page_and_one_with_nul_bytes_are_articles(publisher):
    zip_bytes = gzip.compress(html())
    assert (
        take_in(publisher, page(zip_bytes, Content_Encoding="gzip"), "/a").state
        == IngestState.READING
    )
    nul = html().replace(b"ministry", b"mini\0stry")

    assert take_in(publisher, page(nul), "/b").state == IngestState.READING
    assert "\0" not in ArticleVersion.objects.latest("pk").text
