from dataclasses import replace

from claims.choices import Topic
from claims.comparing import candidates
from tests.claims.comparing.builders import ARLAND, BORVIA, CASTRA, claim, did_it, figure, no_part


def ids(statements):
    return [(left.id, right.id) for left, right in candidates(statements)]


def test_claims_of_one_dispute_meet_once_each():
    ledger = [
        did_it(ARLAND, BORVIA, id="a"),
        no_part(BORVIA, BORVIA, id="b"),
        did_it(CASTRA, ARLAND, id="c"),
    ]

    assert ids(ledger) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_claims_of_two_disputes_meet_on_a_bridge_only():
    ledger = [
        claim(Topic.OUTCOME, ARLAND, "outcome", value="defeated", id="outcome"),
        claim(Topic.CONTROL, BORVIA, "control:ostrel", value="held", id="control"),
        figure(BORVIA, 3, id="figure"),
    ]

    assert ids(ledger) == [("outcome", "control")]


def test_claims_of_two_events_never_meet():
    ledger = [did_it(ARLAND, BORVIA, id="a"), did_it(CASTRA, ARLAND, id="b", event="another")]

    assert ids(ledger) == []


def test_claims_without_a_dispute_meet_where_they_share_words():
    words = {"a": "the bridge is open", "b": "the bridge is closed", "c": "the road is closed"}
    keyed = [claim(Topic.OTHER, ARLAND, "q", id=name, words=text) for name, text in words.items()]

    assert ids(keyed) == [("a", "b"), ("a", "c"), ("b", "c")]
    assert ids([replace(one, dispute="") for one in keyed]) == [("a", "b")]
    assert ids([replace(one, dispute="", event=one.id) for one in keyed]) == []


def test_many_disputes_cost_no_more_than_their_own_pairs():
    ledger = [
        figure(
            who,
            3,
            question=f"casualties:{number}",
            dispute=f"casualties:{number}",
            id=f"{number}{who.key}",
        )
        for number in range(300)
        for who in (ARLAND, BORVIA)
    ]

    assert len(ids(ledger)) == 300
