"""Whatever may be compared lies within reach of both sides, and little else does."""

from dataclasses import replace
from itertools import combinations, product

import pytest

from claims.choices import Stance, Topic
from claims.comparing import candidates, reach_of
from claims.comparing.bridges import BRIDGES, bridge_between
from claims.values import Statement
from tests.claims.comparing.builders import ARLAND, BORVIA, claim

DISPUTES = ("", ":dam", ":convoy")
REJECTION = claim(Topic.OTHER, BORVIA, "account:arland", dispute="account", actors=(ARLAND,),
                  value="account", stance=Stance.DENIES, id="rejection")  # fmt: skip
HEADS = {Topic.INVOLVEMENT: "responsibility", Topic.PRESENCE: "responsibility"}
EVERY = [
    *(
        claim(topic, ARLAND, f"{topic}{about}", dispute=f"{HEADS.get(topic, topic)}{about}",
              id=f"{topic}{about}")
        for topic, about in product(Topic, DISPUTES)
    ),
    *(
        claim(Topic.CAUSE, ARLAND, f"cause{about}", dispute=f"cause{about}", value="natural",
              id=f"mishap{about}")
        for about in DISPUTES
    ),
    REJECTION,
]  # fmt: skip


def within(one: Statement, other: Statement) -> bool:
    """Whether the ledger's index finds the other from the one."""
    reach = reach_of(one)
    return (
        other.dispute in reach.disputes
        or other.topic in reach.topics
        or (reach.rejections and other.id == REJECTION.id)
    )


def test_whatever_a_bridge_joins_is_found_from_either_side():
    joined = [pair for pair in combinations(EVERY, 2) if bridge_between(*pair)]

    names = {bridge_between(*pair).name for pair in joined}
    assert {bridge.name for bridge in BRIDGES if bridge.across} <= names
    assert [pair for pair in joined if not (within(*pair) and within(*reversed(pair)))] == []


@pytest.mark.parametrize("topic", [Topic.RESPONSIBILITY, Topic.CAUSE, Topic.DAMAGE])
def test_who_did_one_act_reaches_nothing_of_another(topic):
    one = claim(topic, ARLAND, f"{topic}:dam", dispute=f"{topic}:dam")

    assert reach_of(one).disputes == {"responsibility:dam", "cause:dam", "damage:dam"}
    assert reach_of(one).topics == frozenset()


def test_a_claim_without_a_question_reaches_nothing():
    unasked = replace(claim(Topic.CONTROL, ARLAND, id="x"), dispute="")

    assert not any(within(unasked, one) for one in EVERY)


def test_of_new_claims_each_pair_comes_once_and_old_ones_are_left_alone():
    everything = {frozenset({a.id, b.id}) for a, b in candidates(EVERY)}
    new = {EVERY[0].id, REJECTION.id}

    found = [frozenset({a.id, b.id}) for a, b in candidates(EVERY, new=new)]

    assert len(found) == len(set(found))
    assert set(found) == {pair for pair in everything if pair & new}
