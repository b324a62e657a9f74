"""API tokens are shown once and kept as a hash."""

import json
from datetime import timedelta

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command
from django.utils import timezone

from claims_tracker.accounts.models import ApiToken
from claims_tracker.accounts.people import AccountError
from claims_tracker.accounts.tokens import make_token
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_the_command_prints_the_token_and_nothing_keeps_it(capsys):
    make_user("reporter", username="rosa")

    call_command("make_token", "rosa", "--name", "archive script")

    token = capsys.readouterr().out.strip()
    row = ApiToken.objects.get()
    assert (row.user.username, row.name, row.expiry) == ("rosa", "archive script", None)
    kept = json.loads(serializers.serialize("json", [row]))
    assert len(token) == 64
    assert token not in json.dumps(kept)


def test_a_token_may_expire(capsys):
    make_user("reporter", username="rosa")

    call_command("make_token", "rosa", "--name", "trial", "--expires", "30")

    left = ApiToken.objects.get().expiry - timezone.now()
    assert timedelta(days=29) < left <= timedelta(days=30)


@pytest.mark.parametrize(
    ("role", "fields", "words"),
    [
        ("", {}, "has no role"),
        ("editor", {"is_active": False}, "is deactivated"),
    ],
)
def test_who_may_do_nothing_gets_no_token(role, fields, words):
    with pytest.raises(AccountError, match=words):
        make_token(make_user(role, **fields), name="script")


@pytest.mark.parametrize(
    "words",
    [["nobody", "--name", "x"], ["rosa", "--name", " "], ["rosa", "--name", "x", "--expires", "0"]],
)
def test_bad_input_ends_with_2_and_one_line(words):
    make_user("reporter", username="rosa")

    with pytest.raises(CommandError) as refusal:
        call_command("make_token", *words)

    assert refusal.value.returncode == 2
    assert len(str(refusal.value).splitlines()) == 1
    assert not ApiToken.objects.exists()
