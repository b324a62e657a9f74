"""Thresholds and the record of the detector on the desk."""

import pytest
from django.urls import reverse

from claims.choices import ContradictionState, DismissalReason, Kind
from claims.models import Threshold
from tests.claims.test_triage import accused
from tests.factories import make_contradiction, make_event, make_user

pytestmark = pytest.mark.django_db
TRUST = "/admin/claims/contradiction/trust/"


@pytest.fixture
def threshold():
    return Threshold.objects.get_or_create(kind=Kind.INVOLVEMENT)[0]


@pytest.fixture
def administrator(client):
    person = make_user("administrator")
    client.force_login(person)
    return person


def decided(confirmed, dismissed, **fields):
    for number in range(confirmed + dismissed):
        state = ContradictionState.CONFIRMED if number < confirmed else ContradictionState.DISMISSED
        why = "" if number < confirmed else DismissalReason.DIFFERENT_TIME
        make_contradiction(state=state, dismissal_reason=why, **fields)


def setting(threshold):
    return reverse("admin:claims_threshold_decide", args=[threshold.pk, "set"])


def test_the_effect_is_shown_before_anything_is_saved(client, administrator, threshold):
    decided(2, 1, score=0.5)
    decided(1, 0, score=0.9)
    accused(make_event(), 3, score=0.5)

    shown = client.get(setting(threshold), {"score": "0.6"})

    assert "What a threshold of 0.60 would do" in shown.text
    assert "2 of 3, 67 % (95 % sure of 21 to 94 %)" in shown.text
    assert "1 of 1, 100 % (95 % sure of 21 to 100 %)" in shown.text
    assert "3 hidden, 0 in the queue" in shown.text
    assert "0 hidden, 3 in the queue" in shown.text
    threshold.refresh_from_db()
    assert threshold.score == 0

    given = {"score": "0.6", "row_version": threshold.row_version, "reason": "Noise."}
    assert client.post(setting(threshold), given).status_code == 302
    threshold.refresh_from_db()
    assert threshold.score == 0.6
    history = client.get(reverse("admin:claims_threshold_history", args=[threshold.pk])).text
    assert "Noise." in history and "0.6" in history


@pytest.mark.parametrize("score", ["-1", "2", "many", ""])
def test_a_threshold_that_is_none_is_refused_in_words(client, administrator, threshold, score):
    assert client.get(setting(threshold), {"score": score}).status_code == 200
    given = {"score": score, "row_version": threshold.row_version}

    answer = client.post(setting(threshold), given)

    assert answer.status_code == 400
    assert "errorlist" in answer.text


def test_who_comes_second_looks_again(client, administrator, threshold):
    given = {"score": "0.6", "row_version": threshold.row_version}
    client.post(setting(threshold), given)

    assert client.post(setting(threshold), given | {"score": "0.2"}).status_code == 400
    threshold.refresh_from_db()
    assert threshold.score == 0.6


def test_the_record_of_each_version_is_told_with_count_and_interval(client, administrator):
    decided(12, 3, detector="rules 1")
    decided(0, 1, detector="rules 2")
    decided(5, 5, detector="")

    shown = client.get(TRUST)

    kinds = [
        (kind, [(bar.record.detector, bar.share, bar.between) for bar in bars])
        for kind, _, bars in shown.context["kinds"]
    ]
    assert kinds == [
        ("Involvement", [("rules 2", "0 %", "0 to 79 %"), ("rules 1", "80 %", "55 to 93 %")])
    ]
    assert "80 % confirmed, 95 % sure of 55 to 93 %" in shown.text


@pytest.mark.parametrize(("role", "sees"), [("editor", False), ("administrator", True)])
def test_the_way_to_thresholds_is_shown_to_who_may_change_them(client, threshold, role, sees):
    decided(1, 0)
    client.force_login(make_user(role))

    assert (setting(threshold) in client.get(TRUST).text) == sees


def test_the_dashboard_and_each_pair_lead_to_the_record(client, administrator):
    (pair,) = accused(make_event(), 1)

    for address in ("/admin/", reverse("admin:claims_contradiction_change", args=[pair.pk])):
        assert f'href="{TRUST}"' in client.get(address).text
