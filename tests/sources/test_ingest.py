import json
from datetime import timedelta

import pytest
from django.utils import timezone
from kombu.exceptions import OperationalError

from sources import ingest, jobs, leases, sending, tasks
from sources.choices import Gone, IngestState
from sources.fetching import FetchFailed, FetchRefused, Reason
from sources.models import Article, ArticleVersion, IngestJob, Outlet
from tests.factories import make_event, make_outlet, make_user
from tests.sources.fakes import BODY, Web, fetched, page

pytestmark = pytest.mark.django_db

URL = "https://outlet.example/1"


@pytest.fixture
def sent(monkeypatch) -> list[tuple[str, int]]:
    """The messages that would be sent."""
    messages: list[tuple[str, int]] = []
    monkeypatch.setattr(sending, "send", lambda task, pk: messages.append((task, pk)))
    return messages


def work(job: IngestJob, *answers) -> IngestJob:
    ingest.work(job.pk, fetch=Web(list(answers)))
    job.refresh_from_db()
    return job


def ask_again(job: IngestJob, *answers) -> IngestJob:
    return work(ingest.request_url(job.url, event=job.event), *answers)


def ripen(job: IngestJob) -> None:
    """Let the wait before the next attempt be over."""
    IngestJob.objects.filter(pk=job.pk).update(next_try_at=timezone.now() - timedelta(seconds=1))


# --- the request -------------------------------------------------------------------------------


def test_a_request_is_a_row_and_a_message_once_it_is_committed(
    sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        job = ingest.request_url(URL, event=make_event(), published="2023-05-22")
        assert sent == []

    assert sent == [(jobs.TASK, job.pk)]
    assert (job.state, job.url, job.published) == (IngestState.QUEUED, URL, "2023-05-22")


def test_a_dead_broker_neither_fails_a_request_nor_is_asked_again_at_once(
    monkeypatch, django_capture_on_commit_callbacks
):
    asked = []

    def refuse(*args, **options):
        asked.append(args)
        raise OperationalError("gone")

    monkeypatch.setattr(sending._Broker, "away_until", 0.0)
    monkeypatch.setattr(tasks.ingest, "apply_async", refuse)

    with django_capture_on_commit_callbacks(execute=True):
        first = ingest.request_url(URL)
        second = ingest.request_url("https://outlet.example/2")

    assert len(asked) == 1
    assert {first.state, second.state} == {IngestState.QUEUED}


def test_asking_twice_gives_the_same_unsettled_job(sent):
    event = make_event()
    first = ingest.request_url(URL, event=event)

    assert ingest.request_url(URL, event=event) == first
    assert ingest.request_url(URL, event=make_event()) != first


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://outlet.example/1", "unsupported_scheme"),
        ("file:///etc/passwd", "unsupported_scheme"),
        ("http:///nothing", "bad_url"),
        ("https://outlet.example:22/", "unsupported_port"),
    ],
)
def test_an_address_that_can_never_be_asked_is_refused_at_once(url, reason):
    job = ingest.request_url(url)

    assert (job.state, job.reason) == (IngestState.REFUSED, reason)
    assert job.reason_text
    assert job.settled_at is not None


@pytest.mark.parametrize("url", ["", " ", "https://outlet.example/" + "x" * 2000])
def test_what_is_no_address_is_not_taken(url):
    with pytest.raises(ingest.IngestError, match="web address"):
        ingest.request_url(url)


@pytest.mark.parametrize("published", ["soon", "2023-13-01", "3023-01-01"])
def test_a_bad_date_is_not_taken(published):
    with pytest.raises(ingest.IngestError) as caught:
        ingest.request_url(URL, published=published)

    assert caught.value.code == "bad_date"


def test_a_file_that_is_too_large_is_refused_without_its_bytes():
    job = ingest.request_file("big.txt", b"x" * (ingest.MAX_PAYLOAD + 1))

    assert (job.state, job.reason, job.payload) == (IngestState.REFUSED, "too_large", None)


def test_a_file_of_another_kind_is_not_taken():
    with pytest.raises(ingest.IngestError, match=r"Only \.txt"):
        ingest.request_file("report.pdf", b"%PDF-")


# --- the work ----------------------------------------------------------------------------------


def test_a_page_becomes_an_article_with_its_version_and_bytes():
    event = make_event()
    head = '<meta property="article:published_time" content="2023-05-22T10:00:00Z">'
    head += '<meta property="og:site_name" content="The Outlet">'
    brought = page(head=head, etag='"a"', last_modified="Mon, 22 May 2023 10:00:00 GMT")

    job = work(ingest.request_url(URL, event=event), brought)

    version = ArticleVersion.objects.get()
    assert (job.state, job.outcome, job.version) == (IngestState.READING, "new", version)
    assert (version.number, version.text.split("\n")[-1]) == (1, BODY)
    assert version.raw_bytes() == brought.content
    assert (version.etag, version.language) == ('"a"', "en")
    article = version.article
    assert (article.canonical_url, article.title) == (URL, "A raid")
    assert (article.published, article.published_found_by) == ("2023-05-22T10:00:00Z", "metadata")
    assert (article.outlet.name, article.outlet.domains) == ("The Outlet", ["outlet.example"])
    assert list(article.events.all()) == [event]
    assert article.origin is not None


def test_an_unchanged_page_makes_no_version():
    job = work(ingest.request_url(URL, event=make_event()), page())
    IngestJob.objects.update(state=IngestState.DONE)
    before = Article.objects.get().last_fetched_at

    again = ask_again(job, page())

    assert (again.outcome, again.version) == ("unchanged", job.version)
    assert Article.objects.get().last_fetched_at > before
    assert ArticleVersion.objects.count() == 1


def test_a_page_that_says_it_is_unchanged_is_believed():
    job = work(ingest.request_url(URL, event=make_event()), page(etag='"a"'))
    IngestJob.objects.update(state=IngestState.DONE)
    web = Web([fetched(not_modified=True, etag='"a"')])

    again = ingest.request_url(URL, event=job.event)
    ingest.work(again.pk, fetch=web)
    again.refresh_from_db()

    assert web.asked == [(URL, {"etag": '"a"', "last_modified": ""})]
    assert (again.outcome, again.version) == ("unchanged", job.version)


def test_a_changed_page_makes_a_new_version_and_keeps_the_old_one():
    job = work(ingest.request_url(URL, event=make_event()), page())
    IngestJob.objects.update(state=IngestState.DONE)

    again = ask_again(job, page(BODY.replace("70", "more than 70"), title="A raid, revised"))

    assert (again.outcome, again.version.number) == ("changed", 2)
    assert ArticleVersion.objects.get(number=1).text.count("70 attackers") == 1
    assert Article.objects.get().title == "A raid, revised"


def test_a_page_may_not_pass_for_another_sites():
    head = '<link rel="canonical" href="https://other.example/famous">'

    work(ingest.request_url(URL, event=make_event()), page(head=head))

    assert Article.objects.get().canonical_url == URL


def test_given_facts_come_before_those_of_the_page():
    outlet = make_outlet(name="Given")
    head = '<meta property="article:published_time" content="2023-05-23T10:00:00Z">'
    job = ingest.request_url(URL, event=make_event(), outlet=outlet, published="2023-05-22")

    work(job, page(head=head))

    article = Article.objects.get()
    assert (article.outlet, article.published) == (outlet, "2023-05-22")
    assert article.published_found_by == "given"


def test_articles_of_one_site_share_the_outlet():
    for number in (1, 2):
        url = f"https://www.outlet.example/{number}"
        job = ingest.request_url(url, event=make_event())
        work(job, page(f"Number {number}. {BODY}", url=url, final_url=url))

    assert Outlet.objects.get().domains == ["outlet.example"]


def test_copies_of_one_report_share_their_origin():
    for host in ("one", "two"):
        url = f"https://{host}.example/1"
        job = ingest.request_url(url, event=make_event())
        work(job, page(BODY + f" {host}.", url=url, final_url=url))
    other = ingest.request_url("https://three.example/1", event=make_event())
    text = "Quite another matter altogether. " * 20
    work(other, page(text, url=other.url, final_url=other.url))

    origins = list(Article.objects.order_by("pk").values_list("origin", flat=True))
    assert origins[0] == origins[1] != origins[2]


@pytest.mark.parametrize(
    ("answer", "state", "reason"),
    [
        (FetchRefused(Reason.PRIVATE_ADDRESS, "no"), IngestState.REFUSED, "private_address"),
        (FetchRefused(Reason.TOO_LARGE, "no"), IngestState.REFUSED, "too_large"),
        (FetchFailed(Reason.TOO_SLOW, "no"), IngestState.FAILED, "too_slow"),
        (fetched(b"<html></html>"), IngestState.REFUSED, "no_text"),
        (fetched(b"%PDF-1.4 ..."), IngestState.REFUSED, "not_text"),
        (RuntimeError("bug"), IngestState.FAILED, "error"),
    ],
)
def test_what_goes_wrong_is_named_and_nothing_is_stuck(answer, state, reason):
    job = work(ingest.request_url(URL, event=make_event()), answer)

    assert (job.state, job.reason, bool(job.reason_text)) == (state, reason, True)
    assert (job.lease_until, job.lease_token) == (None, "")
    assert not Article.objects.exists()


def test_a_failure_waits_as_long_as_the_publisher_asks():
    asked = timedelta(minutes=30)
    job = work(ingest.request_url(URL), FetchFailed(Reason.HTTP_429, "less often", asked))

    wait = job.next_try_at - timezone.now()
    assert asked - timedelta(seconds=5) < wait <= asked
    ingest.work(job.pk, fetch=Web([]))
    job.refresh_from_db()
    assert job.attempts == 1


def test_a_job_that_keeps_failing_is_quarantined_and_can_be_retried():
    job = ingest.request_url(URL, event=make_event())
    for _ in range(leases.MAX_ATTEMPTS):
        ripen(job)
        work(job, FetchFailed(Reason.HTTP_5XX, "The server has a problem."))
    assert (job.state, job.reason) == (IngestState.QUARANTINED, "http_5xx")

    ingest.retry(job, by=make_user())
    work(job, page())

    assert (job.state, job.attempts, job.reason) == (IngestState.READING, 1, "")


def test_a_job_at_work_is_not_retried():
    job = ingest.request_url(URL)

    with pytest.raises(ingest.IngestError, match="not retried"):
        ingest.retry(job, by=make_user())


def test_waiting_for_a_hosts_turn_is_no_failed_attempt():
    job = work(ingest.request_url(URL), FetchFailed(Reason.HOST_BUSY, "busy"))

    assert (job.state, job.attempts, job.reason) == (IngestState.QUEUED, 0, "")
    assert job.next_try_at > timezone.now()


def test_a_page_that_is_gone_is_noted_and_our_copy_stays():
    job = work(ingest.request_url(URL, event=make_event()), page())
    IngestJob.objects.update(state=IngestState.DONE)

    ask_again(job, FetchRefused(Reason.HTTP_404, "The server gives no page (HTTP 404)."))

    article = Article.objects.get()
    assert (article.gone, article.gone_at is not None) == (Gone.NOT_FOUND, True)
    assert article.versions.count() == 1


def test_hostile_text_is_stored_as_plain_text():
    body = "<script>alert(1)</script>".replace("<", "&lt;") + "\0 " + BODY + " &#55357;"
    job = ingest.request_url(URL, event=make_event())

    work(job, page(body, title="T" * 3000 + "&lt;script&gt;\0"))

    version = ArticleVersion.objects.get()
    assert "<script>alert(1)</script>" in version.text
    assert "\0" not in version.text
    assert len(version.title) <= 1000


# --- files -------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [bytes(range(256)) * 400, b"\x89PNG\r\n\x1a\n" + b"a" * 200])
def test_a_file_that_is_no_text_is_refused_as_such_a_page_is(content):
    job = work(ingest.request_file("a.txt", content, event=make_event()))

    assert (job.state, job.reason) == (IngestState.REFUSED, "not_text")
    assert not Article.objects.exists()


def test_a_file_in_cyrillic_utf_16_is_text():
    text = "Міст через річку закрили вранці. " * 20

    work(ingest.request_file("a.txt", text.encode("utf-16"), event=make_event()))

    assert ArticleVersion.objects.get().text.strip() == text.strip()


def test_a_text_file_is_stored_unchanged_so_that_offsets_stay_true():
    content = "\ufeffA title\r\n\r\n" + BODY + "\n\n"

    work(ingest.request_file("a.txt", content.encode(), event=make_event()))

    version = ArticleVersion.objects.get()
    assert version.text == content[1:]
    assert version.title == "A title"
    assert version.article.canonical_url.startswith("urn:sha256:")
    assert version.article.web_url == ""


@pytest.mark.parametrize(
    "content", [b"ab\0cd " * 50, b"\xff\xfe" + "text ".encode("utf-16-le") * 50]
)
def test_a_text_file_of_any_charset_can_be_stored(content):
    job = work(ingest.request_file("a.txt", content, event=make_event()))

    assert job.state == IngestState.READING
    assert "\0" not in ArticleVersion.objects.get().text


def test_the_same_file_twice_changes_nothing():
    event = make_event()
    job = work(ingest.request_file("a.txt", BODY.encode(), event=event))
    IngestJob.objects.update(state=IngestState.DONE)

    again = work(ingest.request_file("b.txt", BODY.encode(), event=event))

    assert again.pk != job.pk
    assert (again.outcome, again.version) == ("unchanged", job.version)


def test_a_row_is_the_article_of_its_address():
    row = {"id": "A1", "url": URL + "?utm_source=x", "outlet": "The Outlet", "title": "A raid",
           "published": "2023-05-22", "text": "  " + BODY}  # fmt: skip
    content = json.dumps(row).encode()

    work(ingest.request_file("r.jsonl#A1", content, media_type="application/json"))

    version = ArticleVersion.objects.select_related("article__outlet").get()
    assert (version.text, version.title) == (row["text"], "A raid")
    assert (version.article.canonical_url, version.article.published) == (URL, "2023-05-22")
    assert version.article.outlet.name == "The Outlet"


@pytest.mark.parametrize("text", ["", "   ", None, 5])
def test_a_row_without_text_is_refused(text):
    content = json.dumps({"text": text}).encode()

    job = work(ingest.request_file("r.jsonl#1", content, media_type="application/json"))

    assert (job.state, job.reason) == (IngestState.REFUSED, "no_text")


def test_a_row_with_hostile_letters_is_stored():
    content = json.dumps({"text": "a\0b \ud800 " + BODY, "title": "\udfff\0", "url": "nonsense"})

    work(ingest.request_file("r.jsonl#1", content.encode(), media_type="application/json"))

    text = ArticleVersion.objects.get().text
    assert text.endswith(BODY)
    assert not {"\0", "\ud800"} & set(text)


# --- which event -------------------------------------------------------------------------------


def test_without_an_event_a_clear_match_is_taken():
    event = make_event(title="Raid on the border at Ruritown", place="Ruritown")
    body = BODY + " The raid began at the border near Ruritown."

    job = work(ingest.request_url(URL), page(body))

    assert (job.state, job.event) == (IngestState.READING, event)
    link = job.article.article_events.get()
    assert (link.decided_by, link.score > 0.6) == (None, True)
    assert "ruritown" in link.reason


def test_without_a_clear_match_an_editor_is_asked_with_suggestions():
    make_event(title="Raid on the border", place="Elsewhere")
    make_event(title="Storm over the harbour")

    job = work(ingest.request_url(URL), page(BODY + " It was a raid on the border."))

    assert (job.state, job.event) == (IngestState.NEEDS_EVENT, None)
    assert [one["title"] for one in job.suggestions] == ["Raid on the border"]
    assert job.settled_at is not None


def test_an_editor_says_which_event_it_is():
    job = work(ingest.request_url(URL), page())
    event, editor = make_event(), make_user()

    job = ingest.assign_event(job, event, by=editor)

    assert (job.state, job.event) == (IngestState.READING, event)
    link = job.article.article_events.get()
    assert (link.event, link.decided_by) == (event, editor)


def test_an_event_cannot_be_given_to_what_is_not_stored():
    with pytest.raises(ingest.IngestError, match="no article yet"):
        ingest.assign_event(ingest.request_url(URL), make_event(), by=make_user())


def test_assigning_an_event_while_the_same_is_asked_for_again_keeps_both():
    job = work(ingest.request_url(URL), page())
    ingest.request_url(URL)

    job = ingest.assign_event(job, make_event(), by=make_user())

    assert job.state == IngestState.READING


def test_a_known_article_stays_with_its_event():
    event = make_event()
    work(ingest.request_url(URL, event=event), page())

    job = work(ingest.request_url(URL), page(BODY + " More."))

    assert (job.state, job.event, job.outcome) == (IngestState.READING, event, "changed")


def test_a_merged_events_article_goes_to_the_survivor():
    survivor = make_event()
    merged = make_event(merged_into=survivor)

    job = work(ingest.request_url(URL, event=merged), page())

    assert job.event == survivor
