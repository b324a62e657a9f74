import json
import os
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import feedparser
import pytest

from claims_tracker.demo.library import LAST, NOTE, articles, outlets
from claims_tracker.demo.publishers import PublisherSite, publishing
from sources.extraction import extract

CHANGING = "/oskol-gazette/2023/05/22/border-villages-emptied.html"
STEADY = "/neva-bulletin/2023/05/23/formation-crushed-ministry.html"
CHECKOUT = Path(__file__).parents[3]


@pytest.fixture
def site():
    with publishing() as server:
        yield server


def ask(
    site: PublisherSite, path: str, method: str = "GET", **headers: str
) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", site.port, timeout=5)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=named)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.key)
def test_extraction_finds_the_article_in_its_page_and_leaves_the_rest(article):
    with publishing(edition=LAST) as site:
        answer, body = ask(site, article.path)
        found = extract(body, url=site.base_url + article.path, media_type="text/html")

    blocks = [block.removeprefix("## ") for block in article.blocks]
    assert answer.status == 200
    assert [line for line in found.text.splitlines() if line] == [*blocks, NOTE]
    assert found.title == article.title
    assert found.language == article.language
    assert found.canonical_url == site.base_url + article.path
    if article.outlet.layout == "plain":  # only words for people: the day, and not for certain
        assert found.published.text == f"{article.published:%Y-%m-%d}?"
    else:
        assert found.published.earliest == article.published


@pytest.mark.parametrize("outlet", outlets(), ids=lambda outlet: outlet.slug)
def test_a_feed_lists_the_outlets_articles(site, outlet):
    answer, body = ask(site, outlet.feed_path)
    own = [article for article in articles(1) if article.outlet == outlet]
    expected = [(a.title, site.base_url + a.path) for a in own]

    assert answer.status == 200
    if outlet.feed == "json":
        assert answer.headers["Content-Type"] == "application/feed+json; charset=utf-8"
        items = json.loads(body)["items"]
        assert [(item["title"], item["url"]) for item in items] == expected
        assert len({item["id"] for item in items}) == len(items)
        return
    read = feedparser.parse(body)
    assert not read.bozo
    assert read.version == {"rss": "rss20", "atom": "atom10"}[outlet.feed]
    assert [(entry.title, entry.link) for entry in read.entries] == expected
    times = [entry.published_parsed[:6] for entry in read.entries]
    assert times == [a.published.utctimetuple()[:6] for a in own]


@pytest.mark.parametrize("path", [CHANGING, "/corvane/rss.xml", "/oskol-gazette/atom.xml", "/"])
def test_who_has_a_page_is_told_so(site, path):
    first, body = ask(site, path)
    etag, modified = first.headers["ETag"], first.headers["Last-Modified"]

    for headers in (
        {"If_None_Match": etag},
        {"If_None_Match": f'"other", W/{etag}'},
        {"If_Modified_Since": modified},
    ):
        answer, nothing = ask(site, path, **headers)
        assert (answer.status, nothing) == (304, b"")
        assert answer.headers["ETag"] == etag
    for headers in (
        {"If_None_Match": '"other"'},
        {"If_None_Match": '"other"', "If_Modified_Since": modified},
        {"If_Modified_Since": "Sun, 21 May 2023 00:00:00 GMT"},
        {"If_Modified_Since": "yesterday"},
    ):
        answer, again = ask(site, path, **headers)
        assert (answer.status, again) == (200, body)


def test_a_turned_page_is_new_to_who_had_the_old_one(site):
    old, _ = ask(site, CHANGING)
    feed, _ = ask(site, "/oskol-gazette/atom.xml")
    steady, _ = ask(site, STEADY)

    turned, _ = ask(site, "/next-edition", method="POST")
    ask(site, "/next-edition", method="POST")

    assert turned.status == 204
    for path, before, status in (
        (CHANGING, old, 200),
        ("/oskol-gazette/atom.xml", feed, 200),
        (STEADY, steady, 304),
    ):
        for name, value in (("If_None_Match", "ETag"), ("If_Modified_Since", "Last-Modified")):
            answer, body = ask(site, path, **{name: before.headers[value]})
            assert answer.status == status, (path, name)
            assert (b"welve" in body) is (status == 200)


def test_a_feed_tells_that_an_entry_was_updated(site):
    def entry() -> Any:
        return feedparser.parse(ask(site, "/oskol-gazette/atom.xml")[1]).entries[0]

    before = entry()
    site.turn()
    after = entry()

    assert before.id == after.id
    assert before.updated < after.updated
    assert before.published == after.published


def test_robots_txt_lets_articles_be_fetched(site):
    answer, body = ask(site, "/robots.txt")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert b"User-agent: *\nDisallow: /search\n" in body


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", STEADY + "?utm_source=feed", 200),
        ("HEAD", STEADY, 200),
        ("GET", "/nothing-here", 404),
        ("GET", "/next-edition", 404),
        ("POST", STEADY, 404),
        ("GET", "/../outlets.json", 404),
        ("PUT", STEADY, 501),
    ],
)
def test_other_requests(site, method, path, status):
    answer, body = ask(site, path, method=method)

    assert answer.status == status
    assert bool(body) is (method != "HEAD")


def test_every_link_on_the_front_page_leads_somewhere(site):
    _, front = ask(site, "/")

    for article in articles(1):
        assert article.path.encode() in front
        assert ask(site, article.path)[0].status == 200


@pytest.mark.system
def test_it_runs_as_a_process_until_it_is_told_to_end():
    command = [sys.executable, "-m", "claims_tracker.demo.publishers", "--settled"]
    environ = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=CHECKOUT, env=environ) as process:
        assert process.stdout is not None
        line = process.stdout.readline().decode()
        connection = HTTPConnection(line.rsplit("/", 2)[1], timeout=5)
        connection.request("GET", CHANGING)
        body = connection.getresponse().read()
        connection.close()
        process.send_signal(signal.SIGTERM)
        status = process.wait(timeout=10)

    assert line.startswith("Demonstration publishers at http://127.0.0.1:")
    assert b"Twelve people" in body
    assert status == 0


@pytest.mark.system
def test_a_taken_port_is_one_clear_line():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "claims_tracker.demo.publishers", f"--port={port}"]
        ended = subprocess.run(command, capture_output=True, text=True, cwd=CHECKOUT, check=False)

    assert ended.returncode == 2
    assert ended.stderr == f"Port {port} cannot be used: Address already in use.\n"
    assert ended.stdout == ""
