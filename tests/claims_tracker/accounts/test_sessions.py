"""Where one is logged in: told in words, ended at once, kept without any key."""

import json
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import serializers
from django.urls import reverse

from claims_tracker.accounts import devices, sessions
from claims_tracker.accounts.models import ApiToken, DeskSession
from tests.factories import make_event, make_user

pytestmark = pytest.mark.django_db
PASSWORD = "the old password 1"
NEW = "the new password 2"
PAGE = reverse("account")
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def edda() -> Any:
    return make_user("editor", password=PASSWORD, username="edda")


def sit_down(client: Any, *, agent: str = FIREFOX, address: str = "203.0.113.77") -> Any:
    """Log in with another browser."""
    browser = type(client)(headers={"User-Agent": agent}, REMOTE_ADDR=address)
    given = {"username": "edda", "password": PASSWORD}
    assert browser.post(reverse("admin:login"), given).status_code == 302
    return browser


def is_in(browser: Any) -> bool:
    return browser.get("/admin/").status_code == 200


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (FIREFOX, "Firefox on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
         "Chrome on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1",
         "Safari on iPhone"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        ("curl/8.5.0", "curl"),
        ("<script>alert(1)</script>", "An unknown device"),
        ("", "An unknown device"),
    ],
)  # fmt: skip
def test_a_device_is_told_in_plain_words(agent, words):
    assert devices.in_words(agent) == words


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("203.0.113.77", "203.0.113.x"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::x"),
        ("::ffff:203.0.113.77", "203.0.113.x"),
        ("unix:", ""),
        ("", ""),
    ],
)
def test_an_address_loses_its_end(address, words):
    assert devices.shortened(address) == words


def test_a_person_sees_where_they_are_logged_in_and_ends_it(client, edda):
    here, there = sit_down(client), sit_down(client, agent="curl/8.5.0", address="198.51.100.9")
    stranger = make_user("editor")
    client.force_login(stranger)

    page = here.get(PAGE)

    assert [(one.device, one.address, own) for one, own in page.context["sessions"]] == [
        ("Firefox on Windows", "203.0.113.x", True),
        ("curl", "198.51.100.x", False),
    ]
    which = page.context["sessions"][1][0].pk
    end = reverse("account_session")
    assert client.post(end, {"which": which}).status_code == 404
    assert is_in(there)
    assert here.post(end, {"which": which}).status_code == 302
    assert not is_in(there)
    assert here.post(end, {"which": which}).status_code == 404
    assert here.post(end, {"which": "x"}).status_code == 404
    another = sit_down(client)
    here.post(end, {"which": "others"})
    assert (is_in(here), is_in(another), is_in(client)) == (True, False, True)


def test_no_key_is_kept_beside_the_session_or_shown(client, edda):
    here = sit_down(client)
    key = here.cookies[settings.SESSION_COOKIE_NAME].value
    row = DeskSession.objects.get()

    assert row.key_hash == sessions.hash_of(key)
    assert key not in json.dumps(serializers.serialize("json", [row]))
    assert key not in here.get(PAGE).text
    assert row.key_hash not in here.get(PAGE).text


def test_a_new_password_ends_all_sessions_but_the_one_that_set_it(client, edda):
    here, there = sit_down(client), sit_down(client)

    here.post(
        reverse("admin:password_change"),
        {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW},
    )

    assert (is_in(here), is_in(there)) == (True, False)
    assert [own for _, own in here.get(PAGE).context["sessions"]] == [True]
    assert Session.objects.count() == 1


def test_deactivating_ends_sessions_and_tokens_whatever_way(client, edda):
    there = sit_down(client)
    ApiToken.objects.create(user=edda, name="script")

    edda.is_active = False
    edda.save()

    assert not is_in(there)
    assert not Session.objects.exists()
    assert not ApiToken.objects.exists()


def test_an_administrator_ends_somebodys_sessions_with_a_reason(client, edda):
    there = sit_down(client)
    client.force_login(make_user("administrator"))

    page = reverse("admin:accounts_user_decide", args=[edda.pk, "end-sessions"])
    assert client.post(page, {}).status_code == 400
    assert is_in(there)
    client.post(page, {"reason": "A laptop was stolen."})

    assert not is_in(there)
    assert is_in(client)
    history = client.get(reverse("admin:accounts_user_history", args=[edda.pk])).text
    assert "A laptop was stolen." in history


def test_the_page_costs_the_same_however_much_there_is(client, edda, django_assert_num_queries):
    here = sit_down(client)
    is_in(here)
    for number in range(4):
        sit_down(client)
        ApiToken.objects.create(user=edda, name=f"script {number}")
        make_event().team.add(edda)

    with django_assert_num_queries(9):
        page = here.get(PAGE)

    assert len(page.context["sessions"]) == 5


def test_last_seen_is_written_once_in_a_while(client, edda, django_assert_num_queries):
    here = sit_down(client)
    DeskSession.objects.update(last_seen_at="2023-05-22T00:00Z")
    here.get(PAGE)
    assert DeskSession.objects.get().last_seen_at.year == 2023  # it was written at the log-in

    sessions.cache.clear()
    here.get(PAGE)
    assert DeskSession.objects.get().last_seen_at.year > 2023


def test_logging_in_clears_sessions_that_have_run_out(client, edda):
    Session.objects.create(session_key="old", session_data="", expire_date="2020-01-01T00:00Z")

    here = sit_down(client)

    assert [one.session_key for one in Session.objects.all()] == [here.session.session_key]


def test_tokens_are_made_shown_once_and_revoked_by_their_owner_alone(client, edda):
    here = sit_down(client)

    made = here.post(reverse("account_token"), {"name": "script", "scope": "read", "days": "30"})

    token, row = made.context["token"], ApiToken.objects.get()
    assert token in made.text
    assert token not in here.get(PAGE).text
    assert (row.user, row.scope) == (edda, "read")
    client.force_login(make_user("editor"))
    revoke = reverse("account_revoke")
    for which in (row.pk, "\0"):
        assert client.post(revoke, {"which": which}).status_code == 404
    assert here.post(revoke, {"which": row.pk}).status_code == 302
    assert not ApiToken.objects.exists()


def test_a_guest_gets_no_token(client):
    client.force_login(make_user("guest"))

    refused = client.post(reverse("account_token"), {"name": "x", "scope": "read", "days": ""})

    assert (refused.status_code, ApiToken.objects.exists()) == (400, False)
    assert "change nothing" in client.get(PAGE).text


def test_one_changes_ones_own_name_and_shortcuts_and_nothing_else(client, edda):
    client.force_login(edda)

    client.post(PAGE, {"first_name": "Edda", "is_superuser": "on", "username": "root"})

    edda.refresh_from_db()
    assert (edda.first_name, edda.keyboard_shortcuts) == ("Edda", False)
    assert (edda.username, edda.is_superuser) == ("edda", False)


@pytest.mark.parametrize("path", [PAGE, reverse("account_second_factor")])
def test_a_stranger_is_led_to_the_login(client, path):
    answer = client.get(path)

    assert (answer.status_code, answer.url) == (302, f"{reverse('admin:login')}?next={path}")
