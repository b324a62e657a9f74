from dataclasses import replace

import pytest

from claims.choices import Stance, Topic
from claims.comparing import compare
from claims.comparing.bridges import bridge_between
from tests.claims.comparing.builders import ARLAND, ARLAND_ARMY, BORVIA, CASTRA, claim, figure

REJECTION = claim(
    Topic.OTHER, BORVIA, "account:arland", actors=(ARLAND,), value="account", stance=Stance.DENIES
)


def mishap(value, dispute):
    return claim(Topic.CAUSE, ARLAND, dispute, dispute=dispute, value=value)


def asked(topic, dispute="d1", claimant=ARLAND):
    return claim(topic, claimant, f"{topic}:anything", dispute=dispute)


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        (asked(Topic.RESPONSIBILITY), asked(Topic.INVOLVEMENT), "attribution - involvement - presence"),
        (asked(Topic.INVOLVEMENT), asked(Topic.PRESENCE), "attribution - involvement - presence"),
        (asked(Topic.RESPONSIBILITY), asked(Topic.CAUSE, "d2"), "attribution - cause - damage"),
        (asked(Topic.CAUSE), asked(Topic.DAMAGE, "d2"), "attribution - cause - damage"),
        (mishap("natural", "cause"), mishap("human", "cause:ship"), "a cause - the cause of the event"),
        (asked(Topic.OUTCOME), asked(Topic.CONTROL, "d2"), "outcome - control"),
        (asked(Topic.OUTCOME, "d2"), REJECTION, "an account - its rejection"),
        (asked(Topic.CONTROL, "d2", ARLAND_ARMY), REJECTION, "an account - its rejection"),
        (figure(CASTRA, 5), figure(BORVIA, 9, population="unknown"), "a part - the whole"),
    ],
)  # fmt: skip
def test_a_bridge_joins_two_questions_in_either_order(left, right, name):
    assert bridge_between(left, right).name == name
    assert bridge_between(right, left).name == name


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(asked(Topic.RESPONSIBILITY), asked(Topic.PRESENCE, "d2"), id="two disputes"),
        pytest.param(
            asked(Topic.RESPONSIBILITY, "responsibility:shelling"),
            asked(Topic.CAUSE, "cause"),
            id="another act",
        ),
        pytest.param(asked(Topic.RESPONSIBILITY), asked(Topic.WEAPONS), id="weapons are not deeds"),
        pytest.param(asked(Topic.CONTROL), asked(Topic.CONTROL, "d2"), id="two places"),
        pytest.param(asked(Topic.CAUSE), asked(Topic.CAUSE, "d2"), id="causes of two things"),
        pytest.param(
            mishap("natural", "cause:bridge"), mishap("human", "cause:ship"), id="two mishaps"
        ),
        pytest.param(
            mishap("explosives", "cause"), mishap("human", "cause:ship"), id="a deed, a mishap"
        ),
        pytest.param(
            mishap("natural", "cause"),
            mishap("human", "effect:outage"),
            id="of an effect beside it",
        ),
        pytest.param(
            replace(asked(Topic.OUTCOME), dispute=""),
            asked(Topic.CONTROL),
            id="one without a dispute",
        ),
        pytest.param(asked(Topic.OUTCOME, "d2", CASTRA), REJECTION, id="somebody else's account"),
        pytest.param(asked(Topic.WEAPONS, "d2"), REJECTION, id="not part of the account"),
        pytest.param(
            figure(CASTRA, 5), figure(BORVIA, 9, measure="injured"), id="dead and injured"
        ),
        pytest.param(asked(Topic.MEASURE), asked(Topic.OUTCOME), id="a measure and the outcome"),
    ],
)
def test_without_a_bridge_two_questions_do_not_meet(left, right):
    assert bridge_between(left, right) is None


def test_an_act_that_says_its_target_and_one_that_does_not_never_meet():
    dam = asked(Topic.RESPONSIBILITY, "responsibility:dam")
    for other in (asked(Topic.INVOLVEMENT, "responsibility"), asked(Topic.CAUSE, "cause")):
        result = compare(replace(dam, claimant=BORVIA, id="a"), replace(other, id="b"))
        assert result.code == "needs_target"


@pytest.mark.parametrize("act", ["dam", "shelling-city"])
def test_an_author_meets_the_cause_of_the_same_act_only(act):
    author = asked(Topic.RESPONSIBILITY, f"responsibility:{act}")
    assert bridge_between(author, asked(Topic.CAUSE, f"cause:{act}")) is not None
    assert bridge_between(author, asked(Topic.CAUSE, "cause:plane")) is None


def test_a_reader_is_told_in_words_why_two_questions_are_compared():
    across = bridge_between(asked(Topic.OUTCOME), asked(Topic.CONTROL, "d2"))
    rejected = bridge_between(asked(Topic.OUTCOME, "d2"), REJECTION)
    within = bridge_between(asked(Topic.PRESENCE), asked(Topic.INVOLVEMENT))

    told = across.told(asked(Topic.OUTCOME), asked(Topic.CONTROL, "d2"))
    assert told == "Two questions that bear on each other: “how it ended” and “who holds a place”"
    assert rejected.told(asked(Topic.OUTCOME), REJECTION) == (
        "One tells what happened, the other rejects that account"
    )
    assert within.told(asked(Topic.PRESENCE), asked(Topic.PRESENCE)) == (
        "Two questions about one matter"
    )
