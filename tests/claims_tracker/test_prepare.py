"""The start chain prepares an empty database, and a prepared one is left as it is."""

from io import StringIO

import pytest
from django.core.management import call_command

from claims_tracker.accounts.models import User
from events.models import Actor


@pytest.mark.django_db(transaction=True)
def test_it_can_run_again_and_changes_nothing(monkeypatch):
    monkeypatch.setenv("ADMIN_USER", "olena")
    monkeypatch.setenv("ADMIN_EMAIL", "olena@newsroom.example")
    monkeypatch.delenv("ADMIN_PASSWORD", raising=False)
    said = StringIO()

    call_command("prepare", wait=1, stdout=said)
    actors = Actor.objects.count()
    call_command("prepare", wait=1, stdout=StringIO())

    assert User.objects.get().username == "olena"
    assert "/accounts/" in said.getvalue()
    assert Actor.objects.count() == actors > 500
