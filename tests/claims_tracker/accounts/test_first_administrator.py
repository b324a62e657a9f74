"""The first administrator comes from the environment or by a one-time link; no default password."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.management import CommandError, call_command

from claims_tracker.accounts.first_administrator import ensure_admin
from claims_tracker.accounts.models import User
from claims_tracker.accounts.people import AccountError
from claims_tracker.environment import Environment
from tests.factories import make_user

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"
GIVEN = {"ADMIN_USER": "ada", "ADMIN_PASSWORD": PASSWORD, "ADMIN_EMAIL": "ada@example.org"}


def ensure(**values: Any) -> Any:
    return ensure_admin(Environment(values))


def path_of(link: Any) -> Any:
    assert link.startswith(settings.SITE_URL)
    return link.removeprefix(settings.SITE_URL)


def set_password(client: Any, link: Any, password: Any = PASSWORD) -> Any:
    """Follow the link as a browser does, and send the form."""
    page = client.get(path_of(link), follow=True)
    address = page.redirect_chain[-1][0] if page.redirect_chain else path_of(link)
    sent = client.post(address, {"new_password1": password, "new_password2": password})
    return page, sent


def test_name_and_password_come_from_the_environment():
    outcome = ensure(**GIVEN)

    person = User.objects.get()
    assert (outcome.username, outcome.is_new, outcome.link) == ("ada", True, "")
    assert (person.is_staff, person.is_superuser) == (True, False)
    assert (person.role, person.email) == ("administrator", "ada@example.org")
    assert person.check_password(PASSWORD)


def test_the_password_may_lie_in_a_file(tmp_path):
    file = tmp_path / "password"
    file.write_text(f"{PASSWORD}\n")

    ensure(ADMIN_USER="ada", ADMIN_PASSWORD_FILE=str(file))

    assert User.objects.get().check_password(PASSWORD)


def test_a_later_start_changes_nothing():
    ensure(**GIVEN)

    outcome = ensure(ADMIN_USER="eve", ADMIN_PASSWORD="another long one")

    assert (outcome.username, outcome.is_new) == ("ada", False)
    assert User.objects.get().check_password(PASSWORD)


def test_without_a_password_a_link_sets_it_once(client):
    outcome = ensure()
    person = User.objects.get()
    assert (person.username, person.has_usable_password()) == ("administrator", False)

    page, sent = set_password(client, outcome.link)
    assert "New password" in page.content.decode()
    assert sent.status_code == 302
    person.refresh_from_db()
    assert person.check_password(PASSWORD)

    client.logout()
    again, _ = set_password(client, outcome.link, "another long one")
    assert "no longer works" in again.content.decode()
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_a_link_that_was_lost_is_printed_anew():
    first, second = ensure(), ensure()

    assert (first.is_new, second.is_new, bool(second.link)) == (True, False, True)
    assert User.objects.count() == 1


def test_a_link_ends_after_three_days(client, monkeypatch):
    outcome = ensure()
    late = default_token_generator._now() + timedelta(days=3, seconds=1)
    monkeypatch.setattr(default_token_generator, "_now", lambda: late)

    page, _ = set_password(client, outcome.link)

    assert "no longer works" in page.content.decode()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"ADMIN_PASSWORD": "secret"}, "ADMIN_PASSWORD: This password is too short"),
        ({"ADMIN_PASSWORD": "12345678901"}, "ADMIN_PASSWORD: .*entirely numeric"),
        ({"ADMIN_USER": "a b"}, "ADMIN_USER: "),
        ({"ADMIN_EMAIL": "nobody"}, "ADMIN_EMAIL: "),
        ({"ADMIN_PASSWORD": "", "ADMIN_PASSWORD_FILE": "/nowhere"}, "cannot be read"),
        ({"ADMIN_PASSWORD": "", "ADMIN_PASSWORD_FILE": "/dev/null"}, "is empty"),
    ],
)
def test_values_that_cannot_be_used_are_refused_and_make_nobody(values, words):
    with pytest.raises(AccountError, match=words):
        ensure(**(GIVEN | values))

    assert not User.objects.exists()


def test_an_account_of_another_role_is_not_raised():
    make_user("reporter", username="ada")

    with pytest.raises(AccountError, match="exists and is no administrator"):
        ensure(**GIVEN)


def test_an_address_of_somebody_else_is_refused():
    make_user("reporter", email="ada@example.org")

    with pytest.raises(AccountError, match="belongs to another account"):
        ensure(**GIVEN)


def test_the_command_prints_one_line_or_the_link(capsys, monkeypatch):
    monkeypatch.delenv("ADMIN_USER", raising=False)
    call_command("ensure_admin")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert re.fullmatch(re.escape(settings.SITE_URL) + r"/accounts/password/\w+/[\w-]+/", lines[1])

    for name, value in GIVEN.items():
        monkeypatch.setenv(name, value)
    call_command("ensure_admin")
    call_command("ensure_admin")
    assert capsys.readouterr().out.splitlines() == [
        "Made the administrator ada.",
        "There is an administrator: ada.",
    ]


def test_the_command_ends_with_2_for_a_bad_value(monkeypatch):
    monkeypatch.setenv("ADMIN_PASSWORD", "secret")

    with pytest.raises(CommandError, match="too short") as refusal:
        call_command("ensure_admin")

    assert refusal.value.returncode == 2
