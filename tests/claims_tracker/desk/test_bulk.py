"""Many rows at once: seen first, each by itself, others' rows untouched, and taken back in words."""

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse

from claims import review
from claims.choices import Review
from claims.models import Change, Claim, VerdictProposal
from claims_tracker.desk import teamwork
from tests.factories import make_actor, make_claim, make_event, make_question, make_user

pytestmark = pytest.mark.django_db
LIST = "admin:claims_claim_changelist"
WHY = "All of them repeat one report that was withdrawn since then."


@pytest.fixture
def editor(client):
    person = make_user("editor", username="olena")
    client.force_login(person)
    return person


@pytest.fixture
def claims():
    event = make_event()
    return [
        make_claim(event=event, review=Review.PROPOSED, statement=f"It burned {n}") for n in "ab"
    ]


def choose(client, name, rows, **given):
    data = {"action": name, "index": 0, ACTION_CHECKBOX_NAME: [row.pk for row in rows]}
    return client.post(reverse(LIST), data | given, follow=bool(given))


def confirm(client, name, rows, **given):
    """Look at the preview, then send it as it stands."""
    shown = choose(client, name, rows).context["rows"]
    return choose(client, name, rows, confirm="yes",
                  **{f"version_{row.pk}": version for row, _, version in shown}, **given)  # fmt: skip


def undo(client, answer, **given):
    (key,) = client.session["undo"]
    address = reverse("admin:claims_claim_undo", args=[key])
    assert f'href="{address}"' in answer.text
    shown = client.get(address)
    versions = {f"version_{row.pk}": version for row, _, version in shown.context["rows"]}
    return client.post(address, versions | given, follow=True)


def now(claims):
    return list(Claim.objects.filter(pk__in=[one.pk for one in claims]).order_by("pk"))


def test_claims_are_published_in_bulk_and_taken_back_by_a_new_decision(client, editor, claims):
    answer = confirm(client, "publish", claims, reason="")
    assert "2 of 2 claims published." in answer.text
    assert {one.review for one in now(claims)} == {Review.PUBLISHED}

    back = undo(client, answer, reason="Too soon.")

    assert "2 of 2 claims taken back." in back.text
    assert {one.review for one in now(claims)} == {Review.PROPOSED}
    kinds = list(
        Change.objects.filter(object_kind="claim").order_by("seq").values_list("kind", flat=True)
    )
    assert kinds == ["published", "published", "withdrawn", "withdrawn"]
    assert client.session["undo"] == {}


def test_a_claimant_and_a_question_are_changed_for_many_and_back(client, editor, claims):
    was = [one.claimant for one in claims]
    other, question = make_actor(), make_question(event=claims[0].event)
    answer = confirm(client, "reattribute", claims, claimant=other.pk, reason="A slip.")
    assert {one.claimant for one in now(claims)} == {other}
    undo(client, answer)
    assert [one.claimant for one in now(claims)] == was

    answer = confirm(client, "move", claims, to=question.pk, reason="It answers this.")
    assert {one.question for one in now(claims)} == {question}
    undo(client, answer)
    assert {one.question for one in now(claims)} == {None}

    stranger = make_claim(review=Review.PROPOSED)
    refused = confirm(client, "move", [*claims, stranger], to=question.pk, reason="All.")
    assert "These claims are about several events; choose those of one." in refused.text


def test_verdicts_are_proposed_for_many_but_none_that_verifies_or_refutes(client, editor):
    claims = [make_claim(), make_claim()]
    given = {"rationale": WHY, "no_evidence_because": "The report itself is gone."}
    for status in ("verified", "refuted"):
        confirm(client, "propose-many", claims, status=status, **given)
    assert not VerdictProposal.objects.exists()

    answer = confirm(client, "propose-many", claims, status="inconclusive", **given)

    assert VerdictProposal.objects.filter(state="pending").count() == 2
    assert {one.status for one in now(claims)} == {"unverified"}
    undo(client, answer)
    assert not VerdictProposal.objects.filter(state="pending").exists()


def test_rows_changed_since_and_rows_of_other_teams_are_left_as_they_are(client, editor, claims):
    theirs = make_claim(review=Review.PROPOSED)
    theirs.event.team.add(make_user("editor"))
    shown = choose(client, "reject", [*claims, theirs]).context["rows"]
    Claim.objects.filter(pk=claims[0].pk).update(statement="It smoked")

    answer = choose(client, "reject", [*claims, theirs], confirm="yes", reason="No words.",
                    **{f"version_{row.pk}": version for row, _, version in shown})  # fmt: skip

    assert "1 of 3 claims rejected." in answer.text
    assert "Somebody changed this since you opened it" in answer.text
    assert "Only the team of its event may decide about this." in answer.text
    assert [one.review for one in now([*claims, theirs])] == ["proposed", "rejected", "proposed"]
    assert not theirs.history.exclude(pgh_label="insert").exists()

    Claim.objects.filter(pk=claims[1].pk).update(statement="It glowed")
    assert "0 of 1 claims taken back." in undo(client, answer).text
    assert now(claims)[1].review == Review.REJECTED


def test_only_who_did_it_can_take_it_back_and_only_here(client, editor, claims):
    answer = confirm(client, "reject", claims, reason="No words.")
    (key,) = client.session["undo"]
    client.force_login(make_user("editor"))
    for label in ("claims_claim", "claims_question"):
        told = client.get(reverse(f"admin:{label}_undo", args=[key]), follow=True)
        assert "This can no longer be taken back here." in told.text
    assert "2 of 2 claims rejected." in answer.text
    assert {one.review for one in now(claims)} == {Review.REJECTED}


def test_work_is_assigned_for_many_and_given_back(client, editor, claims):
    rosa, oleh = make_user("reporter"), make_user("reporter")
    teamwork.assign(claims[0], oleh, by=editor)

    answer = confirm(client, "assign", claims, assignee=rosa.pk, due_at="2023-05-22T14:50")
    assert {work.target.pk for work in teamwork.open_work(rosa)} == {one.pk for one in claims}
    undo(client, answer)

    assert [work.target for work in teamwork.open_work(oleh)] == [claims[0]]
    assert not teamwork.open_work(rosa).exists()


def test_a_page_that_names_a_later_version_takes_no_colleagues_decision_back(client):
    client.force_login(make_user("editor"))
    claim, other = make_claim(review="proposed"), make_user("editor")
    chosen = {"action": "reject", "_selected_action": [claim.pk], "confirm": "1", "reason": "No."}
    listed = reverse("admin:claims_claim_changelist")
    client.post(listed, chosen | {f"version_{claim.pk}": claim.row_version})
    review.restore(claim, by=other)
    claim = review.reject(claim, by=other, reason="Nobody said it.")

    (key,) = client.session["undo"]
    undo = reverse("admin:claims_claim_undo", args=[key])
    client.post(undo, {f"version_{claim.pk}": claim.row_version})

    claim.refresh_from_db()
    assert claim.review == "rejected"
