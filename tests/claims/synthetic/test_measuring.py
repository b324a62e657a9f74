"""Measuring says what comparing costs, and that nothing planted is missed."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims.models import Contradiction
from claims.synthetic import measuring
from tests.factories import make_claim

pytestmark = pytest.mark.django_db
SMALL = ("--claims", "40", "80", "--event-size", "40", "--event-sizes", "20", "--samples", "4")


def measure(*words):
    out = StringIO()
    call_command("measure_comparing", *SMALL, *words, stdout=out)
    return out.getvalue().splitlines()


def test_each_size_is_a_line_and_all_planted_pairs_are_found():
    rows = [json.loads(line) for line in measure("--json")]

    assert [(row["claims"], row["event_size"]) for row in rows] == [(40, 40), (80, 40), (100, 20)]
    for row, planted in zip(rows, (2, 4, 1), strict=True):
        assert row["planted"] == {"planted": planted, "found": planted, "others": 0}
        assert min(row["cost"].values()) >= 0
    assert Contradiction.objects.count() == 5


def test_people_get_a_table():
    head, *lines = measure()

    assert head.split()[:3] == ["claims", "an", "event"]
    assert [line.split()[0] for line in lines] == ["40", "80", "100"]


def test_a_ledger_in_use_is_not_filled_with_made_up_claims():
    make_claim()

    with pytest.raises(CommandError, match="use an empty one"):
        measure()


def test_a_database_elsewhere_cannot_be_measured(monkeypatch):
    monkeypatch.setattr(measuring, "_is_server", lambda pid: False)

    with pytest.raises(CommandError, match="runs on another machine"):
        measure()
