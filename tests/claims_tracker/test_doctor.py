"""The doctor names what is broken and says what to do."""

import json
from io import StringIO

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from claims_tracker import doctor
from claims_tracker.doctor import State, examine
from sources import liveness
from tests.factories import make_user


def states(*names: str) -> list[tuple[str, State]]:
    return [(finding.check, finding.state) for finding in examine(names)]


@pytest.mark.django_db
def test_a_database_in_order_is_well():
    assert states("database", "migrations") == [("database", "ok"), ("migrations", "ok")]


@pytest.mark.django_db
def test_pending_migrations_are_named_with_the_command(monkeypatch):
    plan = [("sources.0001_initial", False)] * 4
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: plan)

    (finding,) = examine(["migrations"])

    assert finding.says.startswith("4 pending: sources.0001_initial, ")
    assert (finding.state, finding.do) == ("broken", "Run `manage.py migrate`.")


def test_a_database_that_is_away_is_told_in_one_line(monkeypatch):
    def fail() -> None:
        raise DatabaseError("connection refused\n\tIs the server running?")

    monkeypatch.setattr(connection, "cursor", fail)

    (finding,) = examine(["database"])

    assert (finding.state, finding.says) == ("broken", "connection refused")
    assert "DATABASE_URL" in finding.do


def test_without_an_address_it_says_how_to_get_one(monkeypatch):
    monkeypatch.setattr(settings, "DATABASES", {})

    (finding,) = examine(["people"])

    assert (finding.state, finding.says) == ("broken", "There is no database.")
    assert "DATABASE_URL" in finding.do


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("", "REDIS_URL is not set."),
        ("redis://127.0.0.1:1/0", "It does not answer: Error"),
        ("http://127.0.0.1", "It does not answer: Redis URL must specify"),
    ],
)
def test_a_broker_that_is_away_is_broken(monkeypatch, address, says):
    monkeypatch.setattr(settings, "REDIS_URL", address)

    (finding,) = examine(["broker"])

    assert finding.state == "broken"
    assert finding.says.startswith(says)


def test_a_worker_and_a_clock_are_known_by_their_signs_of_life():
    cache.clear()
    assert states("worker", "beat") == [("worker", "broken"), ("beat", "broken")]

    liveness.mark("worker")

    assert states("worker", "beat") == [("worker", "ok"), ("beat", "broken")]


@pytest.mark.django_db
def test_a_ledger_without_administrator_is_told_how_to_make_one(django_user_model):
    assert states("people") == [("people", "warning")]

    django_user_model.objects.create_superuser("ada", "ada@example.org", "a long password of hers")

    assert states("people") == [("people", "ok")]


@pytest.mark.django_db
def test_an_administrator_by_role_is_one_and_one_without_password_is_not_yet():
    person = make_user("administrator", password="a long password of hers")
    assert states("people") == [("people", "ok")]

    person.set_unusable_password()
    person.save()

    assert states("people") == [("people", "warning")]


@pytest.mark.django_db
def test_it_counts_who_lacks_the_second_factor_that_is_asked_of_all(settings):
    make_user("administrator", password="a long password of hers")
    make_user("editor", is_active=False)
    settings.REQUIRE_SECOND_FACTOR = True

    _, finding = examine(["people"])

    assert (finding.state, finding.says[:2]) == (State.WARNING, "1 ")


def test_a_nearly_full_disk_is_a_warning(monkeypatch):
    monkeypatch.setattr(doctor, "ROOM", float("inf"))

    assert ("storage", State.WARNING) in states("storage")


def test_the_command_fails_when_something_is_broken_and_tells_programs_so(monkeypatch):
    monkeypatch.setattr(settings, "REDIS_URL", "")
    said = StringIO()

    with pytest.raises(SystemExit) as ended:
        call_command("doctor", "--json", "--only", "broker", stdout=said)

    assert ended.value.code == 1
    assert json.loads(said.getvalue()) == [
        {
            "check": "broker",
            "state": "broken",
            "says": "REDIS_URL is not set.",
            "do": "Set it; see the README.",
        }
    ]


def test_the_command_waits_for_what_is_late(monkeypatch):
    answers = iter([State.BROKEN, State.OK])
    late = [doctor.Finding("broker", state, "...") for state in answers]
    monkeypatch.setitem(doctor.CHECKS, "broker", lambda: [late.pop(0)])
    monkeypatch.setattr("time.sleep", lambda _: None)
    said, complained = StringIO(), StringIO()

    call_command("doctor", "--only", "broker", "--wait", "9", stdout=said, stderr=complained)

    assert complained.getvalue() == "waiting for broker: ...\n"
    assert said.getvalue() == "ok       broker      ...\n"
