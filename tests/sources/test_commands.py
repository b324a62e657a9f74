"""What an operator types, and what comes back."""

import json
from io import StringIO

import pytest
from celery import current_app
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import override_settings

from claims.models import Reading
from sources import following
from sources.choices import IngestState
from sources.ingest import request_url
from sources.models import Article, Feed, IngestJob
from tests.factories import make_event
from tests.publisher import page
from tests.sources.fakes import BODY, html

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _not_eager():
    """The command may make this process work its own tasks; the next test starts afresh."""
    yield
    current_app.conf.task_always_eager = False


def run(*words, **options):
    out, err = StringIO(), StringIO()
    call_command(*words, stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def refused(*words):
    with pytest.raises(CommandError) as caught:
        run(*words)
    return caught.value.returncode, str(caught.value)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(BODY)
    return str(path)


@pytest.mark.django_db(transaction=True)
def test_without_a_worker_waiting_means_working(article):
    make_event(slug="raid")

    out, _ = run("ingest", article, "--event", "raid", "--wait")

    assert "No worker is running, so I do the work here." in out
    assert "1/1 article.txt: done; new" in out
    assert Reading.objects.get().state == "done"


@pytest.mark.django_db(transaction=True)
def test_a_page_is_fetched_and_told_as_json(publisher):
    publisher.answers["/1"] = page(html().decode())
    make_event(slug="raid")
    allowed = [f"127.0.0.1:{publisher.port}"]

    with override_settings(FETCH_ALLOW_HOSTS=allowed):
        out, err = run("ingest", publisher.url("/1"), "--event", "raid", "--wait", "--json")

    (row,) = json.loads(out)
    assert (row["state"], row["outcome"], row["event"]) == ("done", "new", "raid")
    assert row["article"] == Article.objects.get().public_id
    assert "1/1" in err


@pytest.mark.django_db(transaction=True)
def test_each_row_of_a_file_is_an_article(tmp_path):
    make_event(slug="raid")
    rows = [
        {"id": f"A{n}", "url": f"https://outlet.example/{n}", "text": f"{n}. {BODY}"}
        for n in (1, 2)
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)) + "\n\n")

    run("ingest", str(path), "--event", "raid", "--outlet", "The Outlet", "--wait")

    assert set(Article.objects.values_list("canonical_url", "outlet__name")) == {
        (row["url"], "The Outlet") for row in rows
    }


@pytest.mark.django_db(transaction=True)
def test_an_ingest_that_ends_badly_is_exit_status_1(tmp_path):
    path = tmp_path / "empty.html"
    path.write_text("<html></html>")

    status, words = refused("ingest", str(path), "--wait")

    assert status == 1
    assert words == (
        "1 of 1 not taken in; the first: empty.html: refused; no_text: No article was found on "
        "the page."
    )


@pytest.mark.django_db(transaction=True)
def test_who_waits_is_told_of_a_failure_once_while_it_is_tried_again(monkeypatch):
    job = request_url("https://outlet.example/1")
    failing = {"state": IngestState.FAILED, "attempts": 1, "reason": "dns", "reason_text": "Gone."}
    told, looks = [], iter([failing, failing, {"state": IngestState.DONE, "reason": ""}])
    monkeypatch.setattr(following.Follower, "prepare", lambda self: None)

    def later(_seconds):
        IngestJob.objects.filter(pk=job.pk).update(**next(looks))

    monkeypatch.setattr(following, "sleep", later)

    following.Follower(told.append).follow([job.pk])

    assert [line.split(": ", 1)[1] for line in told] == [
        "failed, will be tried again; dns: Gone.",
        "done",
    ]


def test_without_waiting_articles_are_queued(article):
    out, _ = run("ingest", article, "https://outlet.example/1")

    assert "2 queued." in out
    assert set(IngestJob.objects.values_list("state", flat=True)) == {IngestState.QUEUED}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nowhere.txt"], "nowhere.txt cannot be read: no such file or directory."),
        (["report.pdf"], "report.pdf is neither an address (https://...) nor a .txt"),
        (["https://outlet.example/1", "--event", "no"], "There is no event “no”."),
        (["https://outlet.example/1", "--published", "soon"], "“soon” is no date I can read"),
    ],
)
def test_bad_input_is_one_clear_line_and_exit_status_2(words, message):
    status, said = refused("ingest", *words)

    assert status == 2
    assert message in said
    assert not IngestJob.objects.exists()


@pytest.mark.parametrize("line", ["{", "[]", '{"text": 5}', "[" * 100_000])
def test_a_bad_row_is_named_by_its_line(tmp_path, line):
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "fine"}\n' + line)

    status, said = refused("ingest", str(path))

    assert (status, "line 2 is no article" in said) == (2, True)


def test_a_feed_is_added_once():
    make_event(slug="raid")
    words = ("add_feed", "https://outlet.example/feed", "--event", "raid")

    assert run(*words)[0] == "Watching https://outlet.example/feed\n"
    assert run(*words)[0] == "Already watched: https://outlet.example/feed\n"
    feed = Feed.objects.get()
    assert (feed.event.slug, feed.outlet.name) == ("raid", "outlet.example")


@pytest.mark.parametrize(
    "words", [["ftp://outlet.example/feed"], ["https://outlet.example/feed", "--event", "no"]]
)
def test_a_bad_feed_is_exit_status_2(words):
    assert refused("add_feed", *words)[0] == 2


def test_feeds_are_polled_by_hand(publisher):
    item = f"<item><link>{publisher.url('/1')}</link></item>"
    rss = f'<rss version="2.0"><channel><title>N</title>{item}</channel></rss>'
    publisher.answers["/feed"] = page(rss, "application/rss+xml")
    with override_settings(FETCH_ALLOW_HOSTS=[f"127.0.0.1:{publisher.port}"]):
        run("add_feed", publisher.url("/feed"))
        first, second, third = (
            run("poll_feeds")[0],
            run("poll_feeds")[0],
            run("poll_feeds", "--now")[0],
        )

    assert "1 articles asked for" in first
    assert second == ""
    assert "1 articles asked for" in third
