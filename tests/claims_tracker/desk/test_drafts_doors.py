"""Scripts keep a form's words for who typed them, and hear who else is there."""

import json

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from claims_tracker.desk import drafts, presence
from claims_tracker.desk.models import Draft
from tests.claims_tracker.desk_forms import page, sent
from tests.factories import make_claim, make_user

pytestmark = pytest.mark.django_db
FIELDS = {"statement": {"values": ["Half a sen"]}, "password": {"values": ["hunter2"]},
          "names-0-api_token": {"values": ["t"]}}  # fmt: skip


@pytest.fixture
def olena(client):
    person = make_user("editor", username="olena", first_name="Olena")
    client.force_login(person)
    return person


def keep(client, form, fields=FIELDS):
    return client.post(reverse("admin:desk_draft"), {"form": form, "fields": json.dumps(fields)})


def left(client, form):
    return client.get(reverse("admin:desk_draft"), {"form": form}).json()


def test_a_draft_is_the_persons_own_and_goes_when_the_form_is_stored(client, olena):
    claim = make_claim(review="proposed")
    form, other = page(claim), Client()
    other.force_login(make_user("administrator"))

    assert keep(client, form).status_code == 204
    assert left(client, form)["fields"] == {"statement": FIELDS["statement"]}
    assert "fields" not in left(other, form) and "hunter2" not in str(Draft.objects.values())
    refused = client.post(form, sent(client, claim, statement=""))
    assert refused.status_code == 200 and "fields" in left(client, form)
    assert client.post(form, sent(client, claim, place="Orsa")).status_code == 302
    now = left(client, form)
    assert "fields" not in now and now["sent_at"] <= now["now"]

    decision = page(claim, "decide", "reject")
    keep(client, decision, {"reason": {"values": ["Because"]}})
    claim.refresh_from_db()
    client.post(decision, {"reason": "Because.", "row_version": claim.row_version})
    assert "fields" not in left(client, decision)


def test_a_draft_can_be_forgotten_and_there_are_not_too_many(client, olena):
    for number in range(drafts.MOST + 2):
        drafts.keep(f"/admin/{number}/", {"x": {"values": []}}, by=olena)
    assert Draft.objects.filter(person=olena).count() == drafts.MOST
    form = reverse("admin:claims_claim_add")
    keep(client, form)

    client.post(reverse("admin:desk_draft"), {"form": form, "forget": "yes"})

    assert "fields" not in left(client, form)


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        ("/admin/claims/claim/add/", "no json"),
        ("/admin/claims/claim/add/", "[1]"),
        ("/admin/claims/claim/add/", '{"statement": "bare"}'),
        ("/admin/claims/claim/add/", '{"statement": {"values": ["\\u0000"]}}'),
        ("/admin/claims/claim/add/", '{"s": {"values": ["\\ud800"]}}'),
        ("/admin/claims/claim/add/", json.dumps({"s": {"values": ["x" * drafts.LIMIT]}})),
        ("/events/", "{}"),
        ("nowhere", "{}"),
        ("", "{}"),
        ("/admin/\0/", "{}"),
    ],
)
def test_what_is_no_draft_is_refused_in_words(client, olena, form, fields):
    answer = client.post(reverse("admin:desk_draft"), {"form": form, "fields": fields})

    assert answer.status_code == 400 and answer.text.endswith(".")
    assert not Draft.objects.exists()


def test_colleagues_see_each_other_until_they_leave(client, olena, monkeypatch):
    petro, form = Client(), page(make_claim())
    petro.force_login(make_user("reviewer", username="petro"))
    address = reverse("admin:desk_here")

    def speak(who, **more):
        answer = who.post(address, {"form": form, **more})
        return answer.json()["others"] if answer.content else None

    assert speak(client, unsaved="yes") == []
    assert speak(petro, unsaved="no") == [{"name": "Olena", "unsaved": True}]
    assert speak(client, unsaved="no") == [{"name": "petro", "unsaved": False}]
    assert client.post(address, {"form": page(make_claim()), "unsaved": "no"}).json() == {
        "others": []
    }
    speak(client, leave="yes")
    assert speak(petro) == []
    speak(client)
    monkeypatch.setattr(presence, "HERE_FOR_S", 0)
    assert speak(petro) == []
    assert client.get(address).status_code == 400
    cache.clear()
    assert speak(petro) == []


def test_nobody_outside_the_desk_has_drafts_or_is_seen(client):
    for name in ("admin:desk_draft", "admin:desk_here"):
        answer = client.post(reverse(name), {"form": "/admin/", "fields": "{}"})
        assert answer.status_code == 302 and "/login/" in answer["Location"]


def test_keeping_and_speaking_are_cheap(client, olena, django_assert_max_num_queries):
    form = page(make_claim())
    keep(client, form)
    with django_assert_max_num_queries(8):
        keep(client, form)
    with django_assert_max_num_queries(3):
        client.post(reverse("admin:desk_here"), {"form": form, "unsaved": "no"})
