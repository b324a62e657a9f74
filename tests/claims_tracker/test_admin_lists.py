"""Every list and page of the desk: what it costs, and that hostile text stays text."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from claims.models import Claim, Question
from tests.claims_tracker.desk_rows import ledger_admins, one_of_each
from tests.factories import make_user

pytestmark = pytest.mark.django_db
MODELS = [model for model, _ in ledger_admins()]
NAMES = [model._meta.label_lower for model in MODELS]
HOSTILE = "<script>alert(1)</script>"
SHOWN_AS = "&lt;script&gt;alert(1)&lt;/script&gt;"


def page(model, name, *args):
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{name}", args=args)


def decisions(model):
    return [one.name for one in getattr(dict(ledger_admins())[model], "decisions", ())]


@pytest.fixture
def superuser(client):
    person = make_user("administrator", is_superuser=True)
    client.force_login(person)
    return person


def queries_of(client, django_assert_max_num_queries, url, most=40):
    with django_assert_max_num_queries(most) as counted:
        response = client.get(url)
    assert response.status_code == 200
    return [query["sql"] for query in counted.captured_queries]


@pytest.mark.parametrize("model", MODELS, ids=NAMES)
def test_a_list_costs_the_same_with_one_row_and_with_three(
    client, superuser, model, django_assert_max_num_queries
):
    one_of_each(person=superuser)
    one = queries_of(client, django_assert_max_num_queries, page(model, "changelist"), 15)
    for _ in range(2):
        one_of_each(person=superuser)

    three = queries_of(client, django_assert_max_num_queries, page(model, "changelist"), 15)

    assert len(one) == len(three), "\n".join(three)


def test_a_list_is_titled_by_what_it_lists(client, superuser):
    assert client.get(page(Question, "changelist")).context["title"] == "Questions"


def test_the_forms_of_claims_and_questions_speak_plainly(client, superuser):
    rows = one_of_each(person=superuser)
    claim = client.get(page(Claim, "change", rows["claim"].pk)).text
    question = client.get(page(Question, "change", rows["question"].pk)).text

    assert "Number, at least" in claim and "Part in the act" in claim
    assert "Count low" not in claim and "Rung" not in claim
    assert "Name for the software" in question and "Dispute key" not in question
    assert "Answers to questions of one dispute are compared with each other." in question


@pytest.mark.parametrize("model", MODELS, ids=NAMES)
def test_every_row_has_a_page_and_a_history(
    client, superuser, model, django_assert_max_num_queries
):
    row = one_of_each(person=superuser)[model._meta.model_name]

    queries_of(client, django_assert_max_num_queries, page(model, "change", row.pk), 25)
    queries_of(client, django_assert_max_num_queries, page(model, "history", row.pk), 15)


@pytest.mark.parametrize("model", MODELS, ids=NAMES)
def test_hostile_words_are_shown_as_text(client, superuser, model):
    row = one_of_each(HOSTILE, person=superuser)[model._meta.model_name]

    for url in (
        page(model, "changelist"),
        page(model, "change", row.pk),
        page(model, "history", row.pk),
        *(page(model, "decide", row.pk, name) for name in decisions(model)),
        reverse("admin:index"),
    ):
        assert HOSTILE not in client.get(url).text


def test_times_stand_in_24_hours_as_on_the_pages(client, superuser):
    claim = one_of_each(person=superuser)["claim"]
    moment = datetime(2023, 5, 22, 21, 4, tzinfo=UTC)
    Claim.objects.filter(pk=claim.pk).update(updated_at=moment)

    assert "22 May 2023, 21:04" in client.get(page(Claim, "changelist")).text


def test_the_dashboard_shows_hostile_words_and_what_software_found(client, superuser):
    one_of_each(HOSTILE, person=superuser)

    body = client.get(reverse("admin:index")).text

    assert SHOWN_AS in body
    assert '<span class="machine">software</span>' in body
