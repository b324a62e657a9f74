"""What a command that cannot run tells the operator: one line, and exit status 2."""

import django.core.management
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import OperationalError

import manage
from claims_tracker.environment import Environment

NO_ENGINE = "settings.DATABASES is improperly configured. Please supply the ENGINE value."


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (ImproperlyConfigured("X must be 1."), 2, "claims-tracker: X must be 1.\n"),
        (OperationalError("refused\n\tIs it running?\n"), 2, "claims-tracker: refused\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_stops_a_command_is_one_line(monkeypatch, capsys, error, status, said):
    def fail(_: list[str]) -> None:
        raise error

    monkeypatch.setattr(django.core.management, "execute_from_command_line", fail)

    assert manage.main() == status
    assert capsys.readouterr().err == said


def test_a_missing_database_is_told_with_the_ways_to_get_one(monkeypatch, capsys):
    def fail(_: list[str]) -> None:
        raise ImproperlyConfigured(NO_ENGINE)

    monkeypatch.setattr(django.core.management, "execute_from_command_line", fail)

    assert manage.main() == 2
    assert "set DATABASE_URL and REDIS_URL, or start `make demo`" in capsys.readouterr().err


def test_a_broker_that_is_no_redis_is_refused_at_start():
    assert (
        Environment({"BROKER": "redis://cache:6379/0"}).broker("BROKER") == "redis://cache:6379/0"
    )
    assert Environment({}).broker("BROKER") == ""

    for value in ("cache:6379", "amqp://cache", "rubbish"):
        with pytest.raises(ImproperlyConfigured, match="BROKER must be the address of Redis"):
            Environment({"BROKER": value}).broker("BROKER")
