"""Fields that are filled by typing, and lists narrowed by days."""

import pytest
from django.urls import reverse

from tests.factories import (
    make_actor,
    make_claim,
    make_event,
    make_outlet,
    make_question,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    person = make_user("editor")
    client.force_login(person)
    return person


def offered(client, label, field, term):
    app, model = label.split(".")
    given = {"app_label": app, "model_name": model, "field_name": field, "term": term}
    rows = client.get(reverse("admin:autocomplete"), given).json()["results"]
    return {row["text"]: int(row["id"]) for row in rows}


def test_namesakes_are_told_apart_and_either_script_finds_them(client, editor):
    one = make_actor("Гладков Віктор", kind="person", country="UA")
    other = make_actor("Hladkov Works", kind="company", country="RU")
    make_actor("Hladkov", kind="person", merged_into=one)
    paper = make_outlet(name="Правда", slug="pravda", domains=["pravda.example"], country="UA")
    raid = make_event(title="Рейд на Орсу", slug="reid-na-orsu", began="2023-05-22", place="Orsa")
    question = make_question(event=raid, text="Who burned the depot?")

    for term in ("Hladkov", "Гладков"):
        found = offered(client, "claims.claim", "claimant", term)
        assert found == {
            "Гладков Віктор · Person · UA": one.pk, "Hladkov Works · Company · RU": other.pk,
        }  # fmt: skip
    for term in ("pravda", "Правда"):
        assert offered(client, "sources.feed", "outlet", term) == {
            "Правда · pravda.example · UA": paper.pk
        }
    for term in ("reid na", "Рейд"):
        assert offered(client, "claims.claim", "event", term) == {
            "Рейд на Орсу · 2023-05-22 · Orsa": raid.pk
        }
    assert offered(client, "claims.claim", "question", "depot") == {
        "Who burned the depot? · Рейд на Орсу": question.pk
    }


def test_what_another_team_works_on_is_not_offered(client, editor):
    event = make_event(title="Quiet raid")
    make_question(event=event, text="Was it quiet?")
    assert len(offered(client, "claims.claim", "event", "quiet")) == 1
    event.team.add(make_user("editor"))

    assert offered(client, "claims.claim", "event", "quiet") == {}
    assert offered(client, "claims.claim", "question", "quiet") == {}


def test_a_list_is_narrowed_to_days_and_keeps_its_other_filters(client, editor):
    address = reverse("admin:claims_claim_changelist")
    early = make_claim(made_at="2023-05-22T23:59:00Z", review="proposed")
    make_claim(made_at="2023-05-23", review="proposed")
    make_claim(made_at="2023-05-22")
    days = "made_at_from__since=2023-05-01&made_at_from__until=2023-05-22"

    answer = client.get(f"{address}?review__exact=proposed&{days}")

    assert list(answer.context["cl"].queryset) == [early]
    assert '<input type="hidden" name="review__exact" value="proposed">' in answer.text
    assert 'value="2023-05-22"' in answer.text
    assert client.get(f"{address}?made_at_from__since=soon").status_code == 302
    assert client.get(f"{address}?_facets=True&{days}").status_code == 200
