"""A forgotten password, and too many wrong ones."""

import importlib
import re
from typing import Any

import pytest
from django.conf import global_settings, settings
from django.contrib.auth.hashers import make_password
from django.urls import reverse

from tests.factories import make_user

pytestmark = pytest.mark.django_db
OLD, NEW = "the old password 1", "the new password 2"
PAGES = [
    reverse("password_reset"),
    reverse("password_reset_done"),
    reverse("password_reset_complete"),
    reverse("password_reset_confirm", args=["MQ", "set-password"]),
]


@pytest.fixture
def person() -> Any:
    return make_user("editor", password=OLD, username="edda", email="edda@example.org")


def log_in(client: Any, password: Any, address: Any = "10.0.0.1") -> Any:
    return client.post(
        reverse("admin:login"),
        {"username": "edda", "password": password, "next": "/admin/"},
        REMOTE_ADDR=address,
    )


def mailed_link(client: Any, mailoutbox: Any) -> Any:
    client.post(reverse("password_reset"), {"email": "edda@example.org"})
    return re.findall(r"https?://\S+", mailoutbox[-1].body)[0]


def test_a_forgotten_password_is_set_anew_by_mail(client, person, mailoutbox):
    link = mailed_link(client, mailoutbox)
    assert mailoutbox[0].to == ["edda@example.org"]
    assert mailoutbox[0].subject == f"New password for {settings.SITE_NAME}"
    assert link.startswith(f"{settings.SITE_URL}/accounts/password/")

    path = client.get(link.removeprefix(settings.SITE_URL)).url
    saved = client.post(path, {"new_password1": NEW, "new_password2": NEW}, follow=True)

    assert "Password saved" in saved.content.decode()
    person.refresh_from_db()
    assert person.check_password(NEW)
    assert log_in(client, NEW).url == "/admin/"


def test_a_stranger_learns_nothing_of_who_has_an_account(client, person, mailoutbox):
    known = client.post(reverse("password_reset"), {"email": "edda@example.org"})
    unknown = client.post(reverse("password_reset"), {"email": "nobody@example.org"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert len(mailoutbox) == 1


def test_the_link_does_not_believe_the_host_header(client, person, mailoutbox, settings):
    settings.ALLOWED_HOSTS = ["*"]

    client.post(reverse("password_reset"), {"email": "edda@example.org"}, HTTP_HOST="evil.example")

    assert "evil.example" not in mailoutbox[0].body


def test_a_deactivated_person_gets_no_mail(client, person, mailoutbox):
    person.is_active = False
    person.save()

    client.post(reverse("password_reset"), {"email": "edda@example.org"})

    assert mailoutbox == []


def test_a_weak_password_is_refused_in_words_beside_its_field(client, person, mailoutbox):
    link = mailed_link(client, mailoutbox)
    path = client.get(link.removeprefix(settings.SITE_URL)).url

    page = client.post(path, {"new_password1": "edda", "new_password2": "edda"})

    assert 'role="alert"' in page.content.decode()
    assert "too short" in page.content.decode()
    person.refresh_from_db()
    assert person.check_password(OLD)


@pytest.mark.parametrize("path", PAGES)
def test_the_pages_keep_the_strict_policy(client, path):
    page = client.get(path)

    body = page.content.decode()
    assert page.status_code == 200
    assert "default-src 'none'" in page["Content-Security-Policy"]
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", body)
    assert re.search(r'<html lang="en">', body)
    assert len(re.findall("<h1", body)) == 1


def test_the_login_page_links_to_the_forgotten_password(client):
    assert reverse("password_reset") in client.get(reverse("admin:login")).content.decode()


def test_too_many_wrong_passwords_lock_and_say_so(client, person):
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        assert log_in(client, "wrong").status_code == 200

    locked = log_in(client, "wrong")
    assert locked.status_code == 429
    assert "Too many attempts" in locked.content.decode()
    assert f"wrong {settings.AXES_FAILURE_LIMIT} times" in locked.content.decode()
    assert log_in(client, OLD).status_code == 429


def test_a_lock_shuts_out_nobody_else(client, person):
    for _ in range(settings.AXES_FAILURE_LIMIT):
        log_in(client, "wrong", address="10.0.0.9")

    assert log_in(client, OLD, address="10.0.0.1").url == "/admin/"


def test_a_new_password_opens_the_lock(client, person, mailoutbox):
    for _ in range(settings.AXES_FAILURE_LIMIT):
        log_in(client, "wrong")

    link = mailed_link(client, mailoutbox)
    path = client.get(link.removeprefix(settings.SITE_URL)).url
    client.post(path, {"new_password1": NEW, "new_password2": NEW})

    assert log_in(client, NEW).url == "/admin/"


def test_passwords_are_kept_by_a_slow_hash(settings):
    # As deployed: for tests alone a fast one is set (tests/conftest.py).
    ours = importlib.import_module("claims_tracker.settings")
    default = global_settings.PASSWORD_HASHERS
    settings.PASSWORD_HASHERS = getattr(ours, "PASSWORD_HASHERS", default)

    assert make_password(NEW).startswith("pbkdf2_sha256$")


@pytest.mark.parametrize("length", [151, 300, 100_000])
def test_a_name_longer_than_any_account_is_a_wrong_one(client, length):
    answer = client.post(reverse("admin:login"), {"username": "x" * length, "password": OLD})

    assert answer.status_code == 200
    assert "correct" in answer.content.decode()


@pytest.mark.parametrize("key", [r'"abcdefgh\000"', r'"\000"'])
@pytest.mark.parametrize("page", [reverse("admin:index"), reverse("admin:login"), PAGES[0], "/"])
def test_a_session_cookie_that_spells_a_nul_is_no_session(client, page, key):
    answer = client.get(page, headers={"Cookie": f"sessionid={key}"})

    assert answer.status_code in {200, 302}


def test_a_next_page_of_another_site_leads_to_the_desk(client, person):
    answer = client.post(
        reverse("admin:login"),
        {"username": person.username, "password": OLD, "next": "https://elsewhere.example/"},
    )

    assert answer["Location"] == reverse("admin:index")


@pytest.mark.parametrize(
    ("proxies", "forwarded", "shut"),
    [
        (["10.0.0.0/8"], "203.0.113.{}, 198.51.100.7", "all"),  # the proxy's word, not the caller's
        (["10.0.0.0/8"], "198.51.100.{}", "one"),
        (["10.0.0.0/8"], "2001:db8:1:2::{}", "all"),  # one line has 2^64 addresses
        (["10.0.0.0/8"], "2001:db8:1:{}::7", "one"),
        ([], "198.51.100.{}", "all"),  # nobody's word is believed
    ],
)
@pytest.mark.usefixtures("person")
def test_a_lock_is_for_the_callers_own_address(client, settings, proxies, forwarded, shut):
    settings.TRUSTED_PROXIES = proxies

    def attempt(password: str, last: int) -> Any:
        given = {"username": "edda", "password": password}
        return client.post(
            reverse("admin:login"), given, REMOTE_ADDR="10.0.0.1",
            headers={"X-Forwarded-For": forwarded.format(last)},
        ).status_code  # fmt: skip

    for _ in range(settings.AXES_FAILURE_LIMIT):
        attempt("wrong", 1)

    assert attempt(OLD, 1) == 429
    assert attempt(OLD, 2) == (429 if shut == "all" else 302)
