"""One verdict on several claims that give the same answer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.alike import same_answer
from claims.joint_verdicts import approve_together, propose_together, together_with
from claims.models import Claim, Evidence, Verdict
from claims.verification import VerdictError
from tests.factories import make_actor, make_claim, make_event, make_question, make_user

pytestmark = pytest.mark.django_db
WHY = "The wreck was filmed from two sides and located by its road signs."
SEVENTY = {"count_low": 70, "count_high": 70, "measure": "killed", "population": "attackers"}


@pytest.fixture
def asked():
    return make_question(event=make_event())


def answer(question, **fields):
    return make_claim(event=question.event, question=question, claimant=make_actor(), **fields)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (SEVENTY, SEVENTY, True),
        (SEVENTY, SEVENTY | {"statement": "Seventy of them fell."}, True),
        (SEVENTY, SEVENTY | {"low_exclusive": True, "count_high": None}, False),
        (SEVENTY, SEVENTY | {"measure": "injured"}, False),
        (SEVENTY, SEVENTY | {"population": "civilians"}, False),
        (SEVENTY, SEVENTY | {"stance": "denies"}, False),
        (SEVENTY, SEVENTY | {"holds": "2023-05-22"}, False),
        (SEVENTY, SEVENTY | {"review": "proposed"}, False),
        (SEVENTY, SEVENTY | {"lifecycle": "retracted"}, False),
        ({"count_low": 0, "count_high": 0}, {"count_low": 0, "count_high": 0}, True),
        ({"statement": "The bridge stands."}, {"statement": "the bridge  stands"}, True),
        ({"statement": "The bridge stands."}, {"statement": "The bridge fell."}, False),
        ({"answer_names": ["The Legion"]}, {"answer_names": ["the legion"]}, True),
        ({"answer_names": ["The Legion"]}, {"answer_names": ["The Corps"]}, False),
    ],
)
def test_claims_give_the_same_answer_when_what_they_answer_is_equal(asked, first, second, same):
    one, other = answer(asked, **first), answer(asked, **second)
    make_claim(event=asked.event, **first)

    assert same_answer(one) == ([other] if same else [])


def test_one_proposal_and_one_approval_decide_for_all(asked, client):
    one, other, third = (answer(asked, **SEVENTY) for _ in range(3))
    editor, reviewer = make_user("editor"), make_user("reviewer")
    film = Evidence.objects.create(
        claim=one, kind="link", description="A film of it.", url="https://film.example/1"
    )

    lead = propose_together(
        one, [other], status="verified", rationale=WHY, evidence=[film], by=editor
    )

    (follower,) = together_with(lead)
    assert list(together_with(follower)) == [lead]
    assert [one.url for one in follower.evidence.all()] == [film.url]
    client.force_login(reviewer)
    page = client.get(reverse("admin:claims_verdictproposal_change", args=[lead.pk])).text
    assert "Proposed together" in page
    assert "Approve with those proposed together" in page

    verdicts = approve_together(follower, reviewer=reviewer)

    assert {verdict.claim_id for verdict in verdicts} == {one.pk, other.pk}
    told = Claim.objects.filter(question=asked).values_list("pk", "status")
    assert dict(told) == {one.pk: "verified", other.pk: "verified", third.pk: "unverified"}


def test_one_that_cannot_be_decided_holds_up_all(asked):
    one, other = answer(asked, **SEVENTY), answer(asked, **SEVENTY)
    editor = make_user("reviewer")
    different = answer(asked, **SEVENTY | {"count_low": 12, "count_high": 12})
    given = {"status": "refuted", "rationale": WHY, "no_evidence_because": "None yet."}
    with pytest.raises(VerdictError, match="does not give the same answer"):
        propose_together(one, [different], by=editor, **given)
    lead = propose_together(one, [other], by=editor, **given)

    with pytest.raises(VerdictError, match="Someone else"):
        approve_together(lead, reviewer=editor)

    assert not Verdict.objects.exists()
    assert together_with(lead).count() == 1


def test_the_form_offers_the_claims_with_the_same_answer(asked, client):
    one, other = answer(asked, **SEVENTY), answer(asked, **SEVENTY)
    client.force_login(make_user("editor"))
    page = reverse("admin:claims_claim_decide", args=[one.pk, "propose"])
    values = {"status": "inconclusive", "rationale": WHY, "no_evidence_because": "None.",
              "row_version": one.row_version}  # fmt: skip

    offered = client.get(page).context["form"].fields["also"].choices
    client.post(page, values | {"also": [other.pk]})

    assert [pk for pk, _ in offered] == [other.pk]
    assert one.proposals.get().followers.get().claim == other


def test_all_claims_are_held_at_once_so_that_two_proposers_do_not_block_each_other(asked):
    one, other = (answer(asked, **SEVENTY) for _ in range(2))
    with CaptureQueriesContext(connection) as asked_for:
        propose_together(
            other, [one], status="inconclusive", rationale=WHY,
            no_evidence_because="Nobody has any.", by=make_user("editor"),
        )  # fmt: skip

    held = next(row["sql"] for row in asked_for if 'FOR UPDATE OF "claims_claim"' in row["sql"])
    assert f"IN ({one.pk}, {other.pk})" in held or f"IN ({other.pk}, {one.pk})" in held
