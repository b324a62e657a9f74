"""What was public once answers 410, in the API as on its page; what never was answers 404."""

import json

import pytest

from claims import contradictions, event_publication, merging, review, verification
from claims.choices import ContradictionState, Review, Status
from tests.factories import make_claim, make_contradiction, make_event, make_question, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """What an editor published of one event and then withdrew, and their addresses."""
    editor, event = make_user("editor"), make_event()
    one, other = (
        make_claim(event=event, review=Review.PROPOSED, question=make_question(event=event))
        for _ in range(2)
    )
    for claim in (one, other):
        review.publish(claim, by=editor)
    pair = make_contradiction(event=event, first=one, second=other, state=ContradictionState.OPEN)
    contradictions.confirm(pair, by=editor)
    proposal = verification.propose(
        one,
        status=Status.INCONCLUSIVE,
        rationale="Nobody but the claimant was at the place that day.",
        no_evidence_because="None was given.",
        by=editor,
    )
    verdict = verification.approve(proposal, reviewer=editor)
    review.withdraw(one, by=editor, reason="Misread.")
    return {
        "event": event,
        "editor": editor,
        "claims": one,
        "contradictions": pair,
        "questions": one.question,
        "verdicts": verdict,
    }


@pytest.mark.parametrize("name", ["claims", "contradictions", "questions", "verdicts"])
def test_what_was_withdrawn_is_gone(client, told, name):
    row = told[name]
    response = client.get(f"/api/v1/{name}/{row.public_id}/")

    problem = response.json()
    assert (response.status_code, response["Content-Type"]) == (410, "application/problem+json")
    assert (problem["status"], problem["type"].split("/")[-2]) == (410, "gone")
    assert problem["detail"].startswith(f"This {row._meta.model_name} was withdrawn on ")
    assert ("Misread." in problem["detail"]) is (name == "claims")
    if hasattr(row, "get_absolute_url"):
        assert client.get(row.get_absolute_url()).status_code == 410


def test_what_never_was_public_is_not_found(client, told):
    proposed = make_claim(review=Review.PROPOSED)
    merged = make_claim(event=proposed.event, review=Review.MERGED, merged_into=proposed)

    for claim in (proposed, merged):
        assert client.get(f"/api/v1/claims/{claim.public_id}/").status_code == 404
    assert client.get("/api/v1/claims/clm_nowhere/").status_code == 404


def test_what_is_hidden_with_its_event_is_not_told_from_what_never_was(client, told):
    event_publication.hide_event(told["event"], by=told["editor"], reason="Not safe.")

    for name in ("claims", "contradictions", "verdicts"):
        assert client.get(f"/api/v1/{name}/{told[name].public_id}/").status_code == 404


def test_a_claim_merged_into_one_that_was_withdrawn_is_gone_too(client, told):
    editor = told["editor"]
    into, merged = (make_claim(event=told["event"], review=Review.PROPOSED) for _ in range(2))
    for claim in (into, merged):
        review.publish(claim, by=editor)
    merging.merge(merged, into, by=editor, reason="Twice.")
    review.withdraw(into, by=editor, reason="Misread.")

    assert client.get(f"/api/v1/claims/{merged.public_id}/").status_code == 410
    assert client.get(merged.get_absolute_url()).status_code == 410


def test_the_schema_says_so(client):
    paths = json.loads(client.get("/api/v1/schema/?format=json").content)["paths"]
    gone = {
        path for path, ways in paths.items() if "410" in ways.get("get", {}).get("responses", {})
    }

    assert gone == {
        f"/api/v1/{name}/{{id}}/" for name in ("claims", "contradictions", "questions", "verdicts")
    }
