"""The log as readers read it, written by the very decisions that editors take."""

import html5lib
import pytest

from claims import contradictions, review, verification
from claims.changes import record
from claims.choices import ContradictionState, Review, Status
from claims.models import Change
from claims.pages.news import in_words, told
from claims.takedown import take_down
from events.choices import Visibility
from tests.factories import make_actor, make_claim, make_contradiction, make_event, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_user("editor")


def proposed(event, name):
    return make_claim(event=event, review=Review.PROPOSED, claimant=make_actor(name))


def lines(event):
    return [
        f"{one.words} {one.subject}{one.reason}" for one in in_words(told().filter(event=event))
    ]


def test_a_published_claim_and_a_confirmed_pair_are_told_with_their_names(client, editor):
    event = make_event()
    one, other = proposed(event, "The East"), proposed(event, "The West")
    pair = make_contradiction(event=event, first=one, second=other, state=ContradictionState.OPEN)
    review.publish(one, by=editor)
    review.publish(other, by=editor)
    contradictions.confirm(pair, by=editor)

    assert lines(event) == [
        "New contradiction: The East and The West",
        "New claim: The West asserts: 70 attackers were killed",
        "New claim: The East asserts: 70 attackers were killed",
    ]
    body = client.get(event.get_absolute_url()).content.decode()
    assert f'<a href="{pair.get_absolute_url()}">The East and The West</a>' in body


def test_of_a_long_claim_the_beginning_is_told(editor):
    claim = make_claim(review=Review.PROPOSED, statement="the mill burnt " * 20)
    review.publish(claim, by=editor)

    told_as = lines(claim.event)[0]
    assert told_as.endswith(f"asserts: {'the mill burnt ' * 4}the mill…")


def test_of_a_withdrawn_claim_only_the_withdrawal_is_told(client, editor):
    event = make_event()
    claim = proposed(event, "The East")
    review.publish(claim, by=editor)
    review.withdraw(claim, by=editor, reason="Misread.")

    assert lines(event) == ["Claim withdrawn: Misread."]
    shown = client.get("/corrections/").content.decode()
    assert "Misread." in shown and "The East" not in shown


def test_a_withdrawal_is_one_line_whatever_goes_with_it(client, editor):
    event = make_event()
    one, other = proposed(event, "The East"), proposed(event, "The West")
    for claim in (one, other):
        review.publish(claim, by=editor)
    contradictions.confirm(
        make_contradiction(event=event, first=one, second=other, state=ContradictionState.OPEN),
        by=editor,
    )
    proposal = verification.propose(
        one,
        status=Status.INCONCLUSIVE,
        rationale="Nobody but the claimant was at the place that day.",
        no_evidence_because="None was given.",
        by=editor,
    )
    verification.approve(proposal, reviewer=editor)
    review.withdraw(one, by=editor, reason="Misread.")

    gone = Change.objects.filter(after__isnull=True).values_list("object_kind", flat=True)
    assert {"claim", "contradiction", "verdict"} <= set(gone)
    assert lines(event) == [
        "Claim withdrawn: Misread.",
        f"New claim: The West asserts: {other.statement}",
    ]
    assert client.get("/corrections/").content.decode().count("<time ") == 1


def test_of_words_taken_down_no_earlier_line_is_told(editor):
    event = make_event()
    claim = proposed(event, "The East")
    review.publish(claim, by=editor)
    take_down(claim.quotes.get().version, by=make_user("administrator"), reason="Court order.")

    assert not [line for line in lines(event) if "70 attackers" in line]


def test_a_reversal_is_a_correction(client):
    claim = make_claim(status=Status.VERIFIED)
    record("published", claim)
    record("corrected", claim, summary="Verified → Refuted")

    tree = html5lib.parse(client.get("/corrections/").content.decode(), namespaceHTMLElements=False)
    text = " ".join("".join(tree.find("body").itertext()).split())
    assert f"Verified → Refuted: {claim.claimant_name} asserts" in text


def test_nothing_is_told_of_an_event_that_is_hidden_again(client, editor):
    event = make_event()
    claim = proposed(event, "The East")
    review.publish(claim, by=editor)
    review.withdraw(claim, by=editor, reason="Misread.")
    type(event).objects.filter(pk=event.pk).update(visibility=Visibility.DRAFT)

    assert lines(event) == []
    assert "Misread." not in client.get("/corrections/").content.decode()
