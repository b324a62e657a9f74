import gzip
import pickle
import socket
import threading
import zlib
from dataclasses import replace
from datetime import timedelta
from time import monotonic

import pytest

from sources.addresses import parse_allow_hosts
from sources.fetching import (
    Accept,
    FetchFailed,
    FetchPolicy,
    FetchRefused,
    ProcessTurns,
    Reason,
    RememberedRobots,
    fetch,
)
from tests.publisher import (
    USER_AGENT,
    Publisher,
    conditional,
    dripping,
    endless,
    moved,
    page,
    publishing,
    raw,
    silent,
    status,
    zipped,
)

HTML_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def by_reason(value: object) -> str:
    """Names of cases that are the same in every process; answers have none."""
    return value.value if isinstance(value, Reason) else ""


def refusal(publisher: Publisher, path: str, **changes: object) -> Reason:
    with pytest.raises(FetchRefused) as caught:
        fetch(publisher.url(path), policy=publisher.policy(**changes))
    assert str(caught.value)
    return caught.value.code


def failure(publisher: Publisher, path: str, **changes: object) -> FetchFailed:
    with pytest.raises(FetchFailed) as caught:
        fetch(publisher.url(path), policy=publisher.policy(**changes))
    return caught.value


def test_a_page_comes_back_with_what_its_headers_say(publisher):
    publisher.answers["/a?b=c"] = page(
        "<p>Ї</p>", ETag='"1"', Last_Modified="Tue, 23 May 2023 10:00:00 GMT", Link="<x>; rel=y"
    )

    fetched = fetch(publisher.url("/a?b=c#fragment"), policy=publisher.policy())

    assert fetched.content == "<p>Ї</p>".encode()
    assert (fetched.status, fetched.media_type, fetched.charset) == (200, "text/html", "utf-8")
    assert (fetched.etag, fetched.last_modified) == ('"1"', "Tue, 23 May 2023 10:00:00 GMT")
    assert fetched.url == publisher.url("/a?b=c#fragment")
    assert fetched.final_url == publisher.url("/a?b=c")
    assert fetched.headers["Link"] == "<x>; rel=y"
    assert (fetched.redirects, fetched.not_modified) == ((), False)


def test_requests_are_honest_and_carry_no_more_than_needed(publisher):
    publisher.answers["/a"] = page("x")

    fetch(publisher.url("/a"), policy=publisher.policy())

    asked = publisher.asked[-1].headers
    assert asked["user-agent"] == USER_AGENT
    assert asked["host"] == f"127.0.0.1:{publisher.port}"
    assert sorted(asked) == ["accept", "accept-encoding", "connection", "host", "user-agent"]


def test_an_unchanged_page_is_not_sent_again(publisher):
    publisher.answers["/a"] = conditional("x", '"7"')

    again = fetch(
        publisher.url("/a"), policy=publisher.policy(), etag='"7"', last_modified="yesterday"
    )

    assert again.not_modified
    assert (again.status, again.content) == (304, b"")
    assert (again.etag, again.last_modified) == ('"7"', "yesterday")


def test_not_modified_without_a_condition_is_no_answer(publisher):
    publisher.answers["/a"] = status(304)

    assert refusal(publisher, "/a") == Reason.HTTP_UNEXPECTED


@pytest.mark.parametrize(
    ("encoding", "compress"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("GZIP", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body)[2:-4]),
        ("gzip", lambda body: gzip.compress(body[:9]) + gzip.compress(body[9:]) + b"\0" * 8),
        ("identity", bytes),
    ],
)
def test_compressed_pages_are_unpacked(publisher, encoding, compress):
    body = b"The ministry said so. " * 1000
    publisher.answers["/a"] = page(compress(body), Content_Encoding=encoding)

    assert fetch(publisher.url("/a"), policy=publisher.policy()).content == body


def test_a_page_sent_in_chunks_is_put_together(publisher):
    publisher.answers["/a"] = raw(
        HTML_HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    )

    assert fetch(publisher.url("/a"), policy=publisher.policy()).content == b"abcde"


def test_redirects_are_followed_and_listed(publisher):
    publisher.answers |= {"/a": moved("/b", 301), "/b": moved("c", 307), "/c": page("x")}

    fetched = fetch(publisher.url("/a"), policy=publisher.policy())

    assert fetched.redirects == (publisher.url("/b"), publisher.url("/c"))
    assert fetched.final_url == publisher.url("/c")
    assert fetched.url == publisher.url("/a")


def test_five_redirects_are_followed_and_six_are_not(publisher):
    publisher.answers |= {f"/{n}": moved(f"/{n + 1}") for n in range(1, 9)}
    publisher.answers["/7"] = page("x")

    assert len(fetch(publisher.url("/2"), policy=publisher.policy()).redirects) == 5
    assert refusal(publisher, "/1") == Reason.TOO_MANY_REDIRECTS


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"/a": moved("/a")}, Reason.REDIRECT_LOOP),
        ({"/a": moved("/b"), "/b": moved("/a#x")}, Reason.REDIRECT_LOOP),
        ({"/a": status(302)}, Reason.BAD_REDIRECT),
        ({"/a": moved("file:///etc/passwd")}, Reason.UNSUPPORTED_SCHEME),
        ({"/a": moved("http://169.254.169.254/latest/meta-data/")}, Reason.PRIVATE_ADDRESS),
        ({"/a": moved("//[::1]/")}, Reason.PRIVATE_ADDRESS),
        ({"/a": moved("http://2130706433/")}, Reason.PRIVATE_ADDRESS),
        ({"/a": moved("http://localhost:1/")}, Reason.UNSUPPORTED_PORT),
        ({"/a": moved("http://localhost/")}, Reason.PRIVATE_ADDRESS),
    ],
)
def test_a_redirect_is_judged_like_a_first_address(publisher, answers, reason):
    publisher.answers |= answers

    assert refusal(publisher, "/a") == reason


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "017700000001",
        "0x7f.0.0.1",
        "0177.0.0.01",
        "127.0.0.1.",
        "１２７.0.0.1",
        "127。0。0。1",
        "①②⑦.0.0.1",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[2001:0:0:0:0:0:80ff:fffe]",
        "[fe80::1]",
        "[fe80::1%25lo]",
        "[fd00::1]",
        "localhost",
        "LOCALHOST.",
        "ｌｏｃａｌｈｏｓｔ",
        "0",
        "0.0.0.0",
        "[::]",
        "169.254.169.254",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.0.1",
        "100.64.0.1",
    ],
)
def test_private_addresses_are_not_asked_in_any_spelling(publisher, host):
    publisher.answers["/secret"] = page("secret")
    policy = publisher.policy(allow_hosts=())

    with pytest.raises(FetchRefused) as caught:
        fetch(publisher.url("/secret", host=host), policy=policy)

    assert caught.value.code == Reason.PRIVATE_ADDRESS
    assert host not in caught.value.words
    assert publisher.asked == []


def test_a_name_with_one_private_address_is_not_asked(publisher):
    with pytest.raises(FetchRefused) as caught:
        fetch(
            publisher.url("/", host="news.example"),
            policy=publisher.policy(allow_hosts=()),
            resolve=lambda host, port: ["1.1.1.1", "127.0.0.1"],
        )

    assert caught.value.code == Reason.PRIVATE_ADDRESS


def test_the_connection_goes_to_the_address_that_was_judged(publisher):
    publisher.answers["/a"] = page("x")
    answers = iter([["127.0.0.1"], ["127.0.0.1"]])  # robots.txt and the page: one look each

    fetched = fetch(
        publisher.url("/a", host="news.example"),
        policy=publisher.policy(),
        resolve=lambda host, port: next(answers),
    )

    assert fetched.content == b"x"
    assert publisher.asked[-1].headers["host"] == f"news.example:{publisher.port}"


def test_a_name_that_turns_private_between_robots_and_page_is_not_asked(publisher):
    publisher.answers["/a"] = page("secret")
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])

    with pytest.raises(FetchRefused) as caught:
        fetch(
            publisher.url("/a", host="news.example"),
            policy=publisher.policy(),
            resolve=lambda host, port: next(answers),
        )

    assert caught.value.code == Reason.PRIVATE_ADDRESS
    assert publisher.paths() == []


def test_a_proxy_of_the_environment_is_not_used(publisher, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    publisher.answers["/a"] = page("x")

    assert fetch(publisher.url("/a"), policy=publisher.policy()).content == b"x"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (page(b"x" * 50_000_000), Reason.TOO_LARGE),
        (endless(), Reason.TOO_LARGE),
        (raw(HTML_HEAD + b"\r\n" + b"x" * 6_000_000), Reason.TOO_LARGE),
        (zipped(b"\0" * 100_000_000), Reason.BAD_ENCODING_RATIO),
        (
            page(zlib.compress(b"\0" * 100_000_000), Content_Encoding="deflate"),
            Reason.BAD_ENCODING_RATIO,
        ),
        (page(gzip.compress(b"x"), Content_Encoding="gzip, gzip"), Reason.UNSUPPORTED_ENCODING),
        (page("x", Content_Encoding="br"), Reason.UNSUPPORTED_ENCODING),
        (page(b"%PDF-1.7", "application/pdf"), Reason.UNSUPPORTED_MEDIA_TYPE),
        (page("x", "image/svg+xml"), Reason.UNSUPPORTED_MEDIA_TYPE),
        (raw(b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * 70_000), Reason.HEADERS_TOO_LARGE),
        (
            raw(b"HTTP/1.1 200 OK\r\n" + (b"X: " + b"a" * 2000 + b"\r\n") * 90),
            Reason.HEADERS_TOO_LARGE,
        ),
        (raw(b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 200 + b"\r\n"), Reason.HEADERS_TOO_LARGE),
        (raw(b"HTTP/1.1 100 Continue\r\n\r\n" * 9000), Reason.HEADERS_TOO_LARGE),
        (status(401), Reason.HTTP_401),
        (status(404), Reason.HTTP_404),
        (status(410), Reason.HTTP_410),
        (status(451), Reason.HTTP_451),
        (status(418), Reason.HTTP_4XX),
        (status(204), Reason.HTTP_UNEXPECTED),
    ],
    ids=by_reason,
)
def test_an_answer_that_is_no_use_is_refused_with_its_reason(publisher, answer, reason):
    publisher.answers["/a"] = answer

    assert refusal(publisher, "/a") == reason


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (status(500), Reason.HTTP_5XX),
        (status(503), Reason.HTTP_5XX),
        (status(408), Reason.HTTP_5XX),
        (status(429), Reason.HTTP_429),
        (raw(b""), Reason.BAD_RESPONSE),
        (raw(b"SSH-2.0-OpenSSH_9.2\r\n"), Reason.BAD_RESPONSE),
        (raw(b"HTTP/1.1 abc\r\n\r\n"), Reason.BAD_RESPONSE),
        (raw(HTML_HEAD + b"Content-Length: 10\r\n\r\nabc"), Reason.TRUNCATED),
        (raw(HTML_HEAD + b"Transfer-Encoding: chunked\r\n\r\n9\r\nabc"), Reason.BAD_RESPONSE),
        (raw(HTML_HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc"), Reason.BAD_RESPONSE),
        (
            raw(HTML_HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
            Reason.BAD_RESPONSE,
        ),
        (page(b"no gzip at all", Content_Encoding="gzip"), Reason.BAD_RESPONSE),
        (page(gzip.compress(b"x" * 999)[:-9], Content_Encoding="gzip"), Reason.TRUNCATED),
    ],
    ids=by_reason,
)
def test_an_answer_that_may_be_better_next_time_is_a_failure(publisher, answer, reason):
    publisher.answers["/a"] = answer

    assert failure(publisher, "/a").code == reason


@pytest.mark.parametrize(
    "answer",
    [
        dripping(HTML_HEAD + b"\r\nx"),
        dripping(b"HTTP/1.1 200 OK\r\nX-Slow: y"),
        dripping(HTML_HEAD + b"Transfer-Encoding: chunked\r\n\r\n1"),
        silent(),
    ],
    ids=["body", "headers", "chunk", "silence"],
)
def test_a_byte_now_and_then_does_not_keep_us_waiting(publisher, answer):
    publisher.answers["/a"] = answer
    started = monotonic()

    assert failure(publisher, "/a", deadline_s=0.3).code == Reason.TOO_SLOW
    assert monotonic() - started < 3


def test_a_slow_robots_txt_counts_against_the_same_deadline(publisher):
    publisher.answers |= {"/robots.txt": silent(), "/a": page("x")}

    assert failure(publisher, "/a", deadline_s=0.2).code == Reason.TOO_SLOW
    assert publisher.paths() == []


def test_a_publisher_that_asks_for_patience_is_heard(publisher):
    publisher.answers["/a"] = status(429, Retry_After="120")

    assert failure(publisher, "/a").retry_after == timedelta(seconds=120)


def test_a_machine_that_takes_no_connection_is_a_failure():
    with publishing() as gone:
        url, policy = gone.url("/a"), gone.policy()

    with pytest.raises(FetchFailed) as caught:
        fetch(url, policy=policy)
    assert caught.value.code == Reason.CONNECT


def test_a_second_address_is_tried_when_the_first_takes_no_connection(publisher):
    publisher.answers["/a"] = page("x")
    allowed = parse_allow_hosts([f"127.0.0.0/8:{publisher.port}"])

    fetched = fetch(
        publisher.url("/a", host="news.example"),
        policy=publisher.policy(allow_hosts=allowed),
        resolve=lambda host, port: ["127.0.0.9", "127.0.0.1"],
    )

    assert fetched.content == b"x"


def test_an_unknown_name_is_a_failure():
    def resolve(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(FetchFailed) as caught:
        fetch("http://news.example/", policy=FetchPolicy(USER_AGENT), resolve=resolve)
    assert caught.value.code == Reason.DNS


def test_a_server_that_speaks_no_tls_is_a_failure(publisher):
    url = publisher.url("/a").replace("http://", "https://")

    with pytest.raises(FetchFailed) as caught:
        fetch(url, policy=publisher.policy())
    assert caught.value.code == Reason.TLS


def test_feeds_and_pages_take_different_kinds(publisher):
    publisher.answers["/feed"] = page("<rss/>", "application/rss+xml")

    assert refusal(publisher, "/feed") == Reason.UNSUPPORTED_MEDIA_TYPE
    fetched = fetch(publisher.url("/feed"), policy=publisher.policy(), accept=Accept.FEED)
    assert fetched.media_type == "application/rss+xml"


def test_a_page_without_a_type_is_left_to_who_reads_it(publisher):
    publisher.answers["/a"] = raw(b"HTTP/1.1 200 OK\r\n\r\n<p>x")

    fetched = fetch(publisher.url("/a"), policy=publisher.policy())

    assert (fetched.media_type, fetched.charset, fetched.content) == ("", "", b"<p>x")


def test_control_characters_in_headers_do_not_get_in(publisher):
    publisher.answers["/a"] = raw(HTML_HEAD + b'ETag: "a\x00b\x1b"\r\n\r\nx')

    assert fetch(publisher.url("/a"), policy=publisher.policy()).etag == '"ab"'


def test_robots_txt_is_obeyed_and_remembered(publisher):
    publisher.answers |= {
        "/robots.txt": page("User-agent: *\nDisallow: /no\nCrawl-delay: 7", "text/plain"),
        "/no": page("x"),
        "/yes": page("x"),
    }
    robots, policy = RememberedRobots(), publisher.policy()

    with pytest.raises(FetchRefused) as caught:
        fetch(publisher.url("/no"), policy=policy, robots=robots)
    allowed = fetch(publisher.url("/yes"), policy=policy, robots=robots)

    assert caught.value.code == Reason.ROBOTS
    assert allowed.crawl_delay_s == 7
    assert [asked.path for asked in publisher.asked] == ["/robots.txt", "/yes"]


def test_robots_txt_is_obeyed_after_a_redirect_too(publisher):
    publisher.answers |= {
        "/robots.txt": page("User-agent: ClaimsTracker\nDisallow: /no", "text/plain"),
        "/a": moved("/no"),
        "/no": page("x"),
    }

    assert refusal(publisher, "/a") == Reason.ROBOTS
    assert publisher.paths() == ["/a"]


@pytest.mark.parametrize(
    "answer",
    [
        status(404),
        status(403),
        moved("/robots.txt"),
        moved("http://10.0.0.1/robots.txt"),
        page("<html>Not found</html>"),
        page(b"\x00\xff\xfe", "application/octet-stream"),
        page("x", Content_Encoding="br"),
    ],
    ids=by_reason,
)
def test_a_site_without_readable_rules_allows_everything(publisher, answer):
    publisher.answers |= {"/robots.txt": answer, "/a": page("x")}

    assert fetch(publisher.url("/a"), policy=publisher.policy()).content == b"x"


def test_endless_rules_are_read_as_far_as_they_must_be(publisher):
    start = b"User-agent: *\nDisallow: /a\n"
    publisher.answers |= {"/robots.txt": endless(b"#" * 65536, start), "/a": page("x")}

    assert refusal(publisher, "/a") == Reason.ROBOTS


def test_a_site_whose_rules_cannot_be_asked_is_left_alone(publisher):
    publisher.answers |= {"/robots.txt": status(503, Retry_After="60"), "/a": page("x")}

    failed = failure(publisher, "/a")

    assert (failed.code, failed.retry_after) == (Reason.HTTP_5XX, timedelta(minutes=1))
    assert publisher.paths() == []


def test_a_host_is_asked_one_thing_at_a_time(publisher):
    turns, policy = ProcessTurns(), publisher.policy(deadline_s=0.2)
    publisher.answers["/a"] = page("x")

    with turns.turn("127.0.0.1", wait_s=1), pytest.raises(FetchFailed) as caught:
        fetch(publisher.url("/a"), policy=policy, turns=turns)
    freed = fetch(publisher.url("/a"), policy=policy, turns=turns)

    assert caught.value.code == Reason.HOST_BUSY
    assert freed.content == b"x"


def test_many_fetches_from_one_host_come_one_after_another(publisher):
    running, most, guard = 0, 0, threading.Lock()

    def answer(handler):
        nonlocal running, most
        with guard:
            running += 1
            most = max(most, running)
        handler.server.closing.wait(0.01)
        with guard:
            running -= 1
        page("x")(handler)

    publisher.answers["/a"] = answer
    turns = ProcessTurns()
    robots = RememberedRobots()
    robots.put(publisher.url(""), "", seconds=60)

    def ask():
        fetch(publisher.url("/a"), policy=publisher.policy(), turns=turns, robots=robots)

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert publisher.paths() == ["/a"] * 6
    assert most == 1


def test_a_failure_survives_being_sent_between_processes():
    failed = FetchFailed(Reason.HTTP_429, "Later.", timedelta(seconds=5))

    copy = pickle.loads(pickle.dumps(failed))

    assert (copy.code, copy.words, copy.retry_after) == (
        failed.code,
        failed.words,
        failed.retry_after,
    )


def test_a_policy_can_be_changed_in_one_point():
    policy = FetchPolicy(USER_AGENT)

    assert policy.robot == "ClaimsTracker"
    assert replace(policy, deadline_s=1).max_body_bytes == 5 * 1024 * 1024
