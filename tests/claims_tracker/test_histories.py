"""The history of a row: what changed, by whom and why; compared, and brought back by an edit."""

import pytest
from django.test import Client
from django.urls import reverse

from claims import review
from claims.choices import Review
from claims.models import Change, Claim
from events.administration import history
from tests.claims_tracker.desk_forms import page, sent
from tests.factories import make_actor, make_claim, make_event, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def olena(client):
    """An editor at the desk."""
    person = make_user("editor", username="olena", first_name="Olena")
    client.force_login(person)
    return person


def steps(row):
    """The numbers of the row's steps, oldest first."""
    return list(row.history.order_by("pgh_id").values_list("pgh_id", flat=True))


def restore(row, number):
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_restore", args=[row.pk, number])


def test_any_two_versions_are_compared_and_readers_version_is_offered(client, olena):
    claim = make_claim(review=Review.PROPOSED, statement="The bridge fell at noon")
    client.post(page(claim), sent(client, claim, statement="The bridge fell at one"))
    review.publish(claim, by=olena)
    client.post(page(claim), sent(client, claim, place="Orsa", statement="The old bridge fell"))
    made, edited, published, last = steps(claim)

    shown = client.get(page(claim, "history"), {"from": edited, "to": made})

    two = shown.context["compared"]
    assert [one.name for one in two.differences] == ["statement"]
    assert "fell at <del>noon</del>" in shown.text and "fell at <ins>one</ins>" in shown.text
    assert shown.context["shown"] == (published, "As readers saw it first")
    assert [step.public for step in shown.context["told"].steps] == [True, True, False, False]
    assert shown.context["newest"] == last
    review.withdraw(claim, by=olena, reason="Not so.")
    claim.refresh_from_db()
    assert history.shown_to_readers(claim) == (steps(claim)[-2], "As readers saw it last")
    for nonsense in ({"from": made, "to": 10**17}, {"from": "x", "to": made}, {"from": made}):
        answer = client.get(page(claim, "history"), nonsense)
        assert answer.status_code == 200 and "Choose two versions" in answer.text


def test_an_earlier_version_is_brought_back_as_a_new_edit(client, olena):
    claim = make_claim(statement="The bridge fell at noon", place="Orsa")
    client.post(page(claim), sent(client, claim, statement="The bridge stands", place="Lind"))
    first, second = steps(claim)
    offered = client.get(restore(claim, first))
    form = {"row_version": claim.row_version + 1, "names": ["statement"]}

    assert [one.name for one in offered.context["differing"]] == ["statement", "place"]
    assert client.post(restore(claim, first), form | {"why": ""}).status_code == 400
    done = client.post(restore(claim, first), form | {"why": "It was a slip."})

    assert done.status_code == 302
    claim.refresh_from_db()
    assert (claim.statement, claim.place) == ("The bridge fell at noon", "Lind")
    assert len(steps(claim)) == 3 and steps(claim)[:2] == [first, second]
    step = claim.history.order_by("pgh_id").last()
    assert step.pgh_context.metadata["reason"] == "It was a slip."
    assert step.pgh_context.metadata["user"] == olena.pk
    assert Change.objects.filter(object_id=claim.public_id).last().after["statement"] == (
        "The bridge fell at noon"
    )


def test_bringing_back_is_stopped_when_somebody_saved_meanwhile(client, olena):
    event = make_event(title="Fire")
    client.post(page(event), sent(client, event, title="Flood"))
    type(event).objects.filter(pk=event.pk).update(title="Storm")
    form = {"row_version": event.row_version + 1, "names": ["title"], "why": "A slip."}

    answer = client.post(restore(event, steps(event)[0]), form)

    assert answer.status_code == 400 and "Somebody changed this" in answer.text
    event.refresh_from_db()
    assert event.title == "Storm"
    again = answer.context["form"].data
    assert client.post(restore(event, steps(event)[0]), again).status_code == 302
    event.refresh_from_db()
    assert event.title == "Fire"


def test_bringing_back_needs_the_right_to_edit_and_a_step_of_that_row(client, olena):
    guarded, other = make_claim(), make_actor()
    guarded.event.team.add(make_user("editor"))
    merged = make_claim(review=Review.PROPOSED)
    Claim.objects.filter(pk=merged.pk).update(review=Review.MERGED, merged_into=guarded)
    for row in (guarded, merged):
        form = {"row_version": 1, "names": ["statement"], "why": "Mine."}
        assert client.get(restore(row, steps(row)[0])).status_code == 403
        assert client.post(restore(row, steps(row)[0]), form).status_code == 403
        assert "/restore/" not in client.get(page(row, "history")).text
    assert client.get(restore(make_claim(), steps(other)[0])).status_code == 404
    reporter = Client()
    reporter.force_login(make_user("reporter"))
    assert reporter.post(restore(other, steps(other)[0]), {}).status_code == 403


def test_a_decision_that_came_late_says_what_changed(client, olena):
    claim = make_claim(review=Review.PROPOSED, statement="The bridge fell")
    Claim.objects.filter(pk=claim.pk).update(statement="The bridge stands")

    answer = client.post(page(claim, "decide", "reject"), {"row_version": 1, "reason": "No."})

    assert "The bridge <del>fell</del>" in answer.text
    assert "The bridge <ins>stands</ins>" in answer.text
    assert "No." in answer.text


@pytest.mark.parametrize("number", [2, 3000])
def test_the_history_of_thousands_of_steps_costs_the_same(
    client, olena, django_assert_max_num_queries, number
):
    claim = make_claim(review=Review.PROPOSED)
    model, first = claim.history.model, claim.history.get()
    fields = {field.attname: getattr(first, field.attname) for field in model._meta.concrete_fields}
    fields.pop("pgh_id")
    model.objects.bulk_create(
        model(**fields | {"statement": f"Wording {n}", "row_version": n + 2}) for n in range(number)
    )
    newest = model.objects.order_by("-pgh_id").first().pgh_id

    with django_assert_max_num_queries(15):
        shown = client.get(page(claim, "history"), {"from": first.pgh_id, "to": newest})

    assert len(shown.context["told"].steps) == min(number + 1, history.STEPS)
    assert shown.context["compared"].second.number == newest
    if number > history.STEPS:
        older = client.get(page(claim, "history"), {"before": shown.context["told"].before})
        assert len(older.context["told"].steps) == history.STEPS
