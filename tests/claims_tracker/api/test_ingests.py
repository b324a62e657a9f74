"""Asking for articles over the API: a token, a role, an event one may add to."""

import pytest
from django.db import connection

from claims_tracker.accounts.models import ApiToken
from claims_tracker.accounts.tokens import make_token
from sources.models import IngestJob
from tests.factories import make_event, make_ingest, make_user

pytestmark = pytest.mark.django_db
URL = "/api/v1/ingests/"


def bearer(user) -> dict[str, str]:
    token = make_token(user, name="test")
    return {"Authorization": f"Bearer {token}"}


def test_asking_is_answered_202_with_a_job_and_twice_with_the_same(client):
    event = make_event()
    headers = bearer(make_user("reporter"))
    wish = {"url": "https://outlet.example/a?utm_source=x", "event": event.slug}

    first = client.post(URL, wish, "application/json", headers=headers)
    again = client.post(URL, wish, "application/json", headers=headers)

    assert (first.status_code, again.status_code) == (202, 202)
    job = first.json()
    assert (job["state"], job["event"]) == ("queued", event.slug)
    assert again.json()["id"] == job["id"]
    assert IngestJob.objects.count() == 1
    seen = client.get(
        first["Location"].partition("127.0.0.1:8000")[2] or first["Location"], headers=headers
    )
    assert seen.json()["id"] == job["id"]
    assert seen.json()["reason"] is None


@pytest.mark.parametrize(
    ("wish", "pointer"),
    [
        ({}, "url"),
        ({"url": "not an address"}, "url"),
        ({"url": "file:///etc/passwd"}, "url"),
        ({"url": "https://outlet.example/a", "event": "no-such-event"}, "event"),
        ({"url": "https://outlet.example/a", "published": "one day"}, "published"),
        ({"url": "https://outlet.example/\x00"}, "url"),
        ({"url": "https://outlet.example/a", "evnt": "raid"}, "evnt"),
    ],
)
def test_a_wish_that_cannot_be_taken_is_refused_with_a_pointer(client, wish, pointer):
    response = client.post(URL, wish, "application/json", headers=bearer(make_user("reporter")))

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert f"#/{pointer}" in {row["pointer"] for row in response.json()["errors"]}
    assert not IngestJob.objects.exists()


@pytest.mark.parametrize("body", [b"{", b"[1]", b'{"url": "\\ud800"}', b"\xff\xfe"])
def test_a_body_that_is_no_object_is_refused(client, body):
    headers = bearer(make_user("reporter"))

    response = client.post(URL, body, "application/json", headers=headers)

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"


def test_what_is_wrong_with_the_whole_body_is_pointed_at_as_the_whole(client):
    headers = bearer(make_user("reporter"))

    response = client.post(URL, b"[1]", "application/json", headers=headers)

    assert [row["pointer"] for row in response.json()["errors"]] == ["#"]


def test_without_a_token_there_is_nothing(client):
    job = make_ingest()

    for response in (
        client.get(URL),
        client.get(f"{URL}{job.public_id}/"),
        client.post(URL, {"url": "https://outlet.example/a"}, "application/json"),
        client.get(URL, headers={"Authorization": "Bearer nonsense"}),
    ):
        assert response.status_code == 401
        assert response["WWW-Authenticate"].startswith("Bearer")
        assert job.url not in response.content.decode()


def test_a_session_does_not_count_as_a_token(client):
    client.force_login(make_user("administrator"))

    assert client.get(URL).status_code == 401


def test_a_role_without_the_permission_and_a_closed_account_are_refused(client):
    wish = {"url": "https://outlet.example/a"}
    nobody = make_user("reporter")
    without_role = bearer(nobody)
    nobody.groups.clear()
    gone = make_user("editor")
    headers = bearer(gone)
    gone.is_active = False
    gone.save()

    assert client.post(URL, wish, "application/json", headers=without_role).status_code == 403
    assert client.post(URL, wish, "application/json", headers=headers).status_code == 401
    assert not IngestJob.objects.exists()


def test_another_teams_event_is_not_told_apart_from_none(client):
    event = make_event()
    event.team.add(make_user("editor"))
    headers = bearer(make_user("editor"))
    job = make_ingest(event=event)

    response = client.post(
        URL,
        {"url": "https://outlet.example/a", "event": event.slug},
        "application/json",
        headers=headers,
    )

    assert response.status_code == 400
    assert client.get(f"{URL}{job.public_id}/", headers=headers).status_code == 404


def test_following_a_job_costs_no_quota(client, settings):
    settings.API_LIMITS = {"anonymous": 1, "token": 2}
    headers = bearer(make_user("reporter"))

    for _ in range(5):
        assert client.get(URL, headers=headers).status_code == 200


def test_a_token_shows_the_public_nothing_more(client):
    event = make_event(visibility="draft")
    headers = bearer(make_user("administrator"))

    anonymous = client.get("/api/v1/events/")
    known = client.get("/api/v1/events/", headers=headers)

    assert event.slug not in known.content.decode()
    assert known["ETag"] == anonymous["ETag"]


def test_the_token_itself_is_nowhere_in_the_database():
    token = make_token(make_user("reporter"), name="test")

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(
                f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', [f"%{token}%"]
            )
            assert cursor.fetchone()[0] == 0, table


@pytest.mark.parametrize("body", ["[" * 100_000, '{"url":' * 100_000], ids=["lists", "objects"])
def test_a_body_nested_without_end_is_a_problem_of_the_caller(client, body):
    headers = bearer(make_user("reporter"))

    answer = client.post(URL, body, "application/json", headers=headers)

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["type"].endswith("/parse_error/")


@pytest.mark.parametrize("token", ["\xff", "\xed\xa0\x80", "a" * 7 + "\xe9"])
def test_a_token_that_is_no_text_is_refused_like_a_wrong_one(client, token):
    answer = client.get("/api/v1/claims/", headers={"Authorization": f"Bearer {token}"})

    assert answer.status_code == 401
    assert answer.json()["type"].endswith("/authentication_failed/")


def test_a_token_to_read_with_may_not_ask_and_its_use_is_kept(client):
    reporter = make_user("reporter")
    token = make_token(reporter, name="reader", scope="read")
    headers = {"Authorization": f"Bearer {token}"}
    before = ApiToken.objects.get().last_used_at

    refused = client.post(URL, {"url": "https://a.example/"}, "application/json", headers=headers)

    assert (refused.status_code, client.get(URL, headers=headers).status_code) == (403, 403)
    assert client.get("/api/v1/claims/", headers=headers).status_code == 200
    assert before is None
    assert ApiToken.objects.get().last_used_at is not None
    assert not IngestJob.objects.exists()
