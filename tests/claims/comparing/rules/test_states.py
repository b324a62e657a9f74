import pytest

from claims.choices import Kind, Stance, Topic
from claims.comparing import compare
from tests.claims.comparing.builders import (
    ARLAND,
    ARLAND_ARMY,
    ARLAND_POLICE,
    BORVIA,
    CASTRA,
    CONTRADICTION,
    GREY_WOLVES,
    claim,
    day,
    outcome,
)

NO = {"stance": Stance.DENIES, "denied": True}


def holds(claimant, holder, value="held", place="Ostrel", **given):
    given.setdefault("said", day(1))
    question = given.pop("question", f"control:{place.casefold()}")
    actors = (holder,) if holder else ()
    return claim(
        Topic.CONTROL, claimant, question, actors=actors, value=value, place=place, **given
    )


def ended(claimant, value, **given):
    given.setdefault("said", day(1))
    return claim(Topic.OUTCOME, claimant, "outcome", value=value, **given)


def caused(claimant, value, *actors, **given):
    return claim(Topic.CAUSE, claimant, "cause:dam", value=value, actors=actors, **given)


def shown(claimant, value="", **given):
    return claim(Topic.AUTHENTICITY, claimant, "authenticity:video", value=value, **given)


def damaged(claimant, value, **given):
    given.setdefault("said", day(1))
    return claim(Topic.DAMAGE, claimant, "damage:bridge", value=value, object="bridge", **given)


def measure(claimant, value, **given):
    return claim(Topic.MEASURE, claimant, "measure:curfew", value=value, **given)


CONTROL_FOUND = [
    pytest.param(holds(ARLAND, ARLAND, "taken"), holds(BORVIA, BORVIA), id="taken, still held"),
    pytest.param(holds(ARLAND, ARLAND), holds(BORVIA, BORVIA), id="held by both"),
    pytest.param(holds(ARLAND, ARLAND, "taken"), holds(BORVIA, ARLAND, "taken", **NO), id="denied"),
    pytest.param(
        holds(ARLAND, ARLAND, "taken", said=None),
        holds(BORVIA, ARLAND, "taken", said=None, **NO),
        id="denied, both undated",
    ),
    pytest.param(
        holds(ARLAND, ARLAND, "taken"),
        holds(BORVIA, None, "", said=day(9), stance=Stance.DENIES),
        id="disputed days later without saying what instead",
    ),
    pytest.param(
        holds(ARLAND, ARLAND, "taken"),
        holds(BORVIA, ARLAND, "taken", said=None, **NO),
        id="a denial needs no date",
    ),
    pytest.param(holds(ARLAND, BORVIA), holds(BORVIA, BORVIA, "lost"), id="held and lost"),
    pytest.param(
        holds(ARLAND, ARLAND, holds=day(2)), holds(BORVIA, BORVIA, holds=day(2)), id="of one day"
    ),
    pytest.param(holds(ARLAND_ARMY, ARLAND), holds(CASTRA, BORVIA), id="a third one's view"),
    pytest.param(
        ended(ARLAND, "defeated"), holds(GREY_WOLVES, GREY_WOLVES), id="beaten, still holding"
    ),
    pytest.param(
        ended(ARLAND, "defeated", said=None),
        holds(GREY_WOLVES, GREY_WOLVES, said=None),
        id="beaten, still holding, undated",
    ),
    pytest.param(
        holds(None, ARLAND, "taken"), holds(BORVIA, BORVIA), id="one claimant is not named"
    ),
]

CONTROL_LEFT = [
    pytest.param(
        holds(GREY_WOLVES, GREY_WOLVES, "taken"), holds(ARLAND, GREY_WOLVES, "lost"),
        "state_sequence", id="taken and then lost",
    ),
    pytest.param(
        holds(GREY_WOLVES, GREY_WOLVES, "taken"), ended(ARLAND, "defeated"),
        "state_sequence", id="taken and then beaten",
    ),
    pytest.param(
        holds(ARLAND, ARLAND, "taken", said=day(3)), holds(BORVIA, BORVIA), "times_apart",
        id="held until it was taken",
    ),
    pytest.param(
        holds(ARLAND, ARLAND, "taken", said=None), holds(BORVIA, BORVIA), "needs_time",
        id="only one is dated",
    ),
    pytest.param(
        holds(ARLAND, ARLAND, "taken"), holds(BORVIA, BORVIA, place="Dunmere"),
        "different_question", id="two places",
    ),
    pytest.param(
        holds(ARLAND, ARLAND, question="q"), holds(BORVIA, BORVIA, place="Ostrel region", question="q"),
        "different_place", id="a town and its region",
    ),
    pytest.param(
        holds(ARLAND, ARLAND, "taken"), holds(BORVIA, BORVIA, "lost"), "answers_agree",
        id="one gains what the other lost",
    ),
    pytest.param(
        holds(ARLAND, ARLAND), holds(CASTRA, ARLAND_ARMY), "answers_agree", id="a state, its army"
    ),
    pytest.param(
        ended(ARLAND, "defeated"), holds(ARLAND_ARMY, ARLAND), "linked_claimants", id="one voice"
    ),
    pytest.param(
        holds(ARLAND_ARMY, ARLAND), holds(ARLAND_POLICE, BORVIA), "linked_claimants",
        id="two bodies of one state tell a story as it goes on",
    ),
    pytest.param(
        ended(ARLAND, "defeated"), holds(CASTRA, ARLAND), "answers_agree", id="the victor holds it"
    ),
    pytest.param(
        holds(ARLAND, ARLAND, "taken", said=day(3)), holds(BORVIA, ARLAND, "taken", **NO),
        "times_apart", id="denied before it was said",
    ),
    pytest.param(
        holds(ARLAND, ARLAND, "taken"), holds(BORVIA, CASTRA, "taken", **NO), "other_actor",
        id="denied of somebody else",
    ),
    pytest.param(
        holds(ARLAND, ARLAND, "taken"), holds(BORVIA, ARLAND, "lost", **NO), "answers_agree",
        id="the loss is denied, not the taking",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right"), CONTROL_FOUND)
def test_a_place_held_by_two_at_once_is_found(left, right):
    assert outcome(left, right) == CONTRADICTION
    assert compare(left, right).kind == Kind.CONTROL


@pytest.mark.parametrize(("left", "right", "code"), CONTROL_LEFT)
def test_a_place_that_may_have_changed_hands_is_left_alone(left, right, code):
    assert outcome(left, right) == code


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(ended(ARLAND, "defeated"), ended(GREY_WOLVES, "continuing"), id="outcome"),
        pytest.param(ended(ARLAND, "withdrawn"), ended(GREY_WOLVES, "continuing"), id="withdrawn"),
        pytest.param(ended(ARLAND, "defeated"), ended(GREY_WOLVES, "defeated", **NO), id="denied"),
        pytest.param(caused(ARLAND, "explosives"), caused(BORVIA, "strike"), id="cause"),
        pytest.param(caused(ARLAND, "accident"), caused(BORVIA, "deliberate"), id="deliberate"),
        pytest.param(caused(ARLAND, "natural"), caused(BORVIA, "neglect"), id="rain or greed"),
        pytest.param(caused(ARLAND, "human"), caused(BORVIA, "technical"), id="pilot or engine"),
        pytest.param(caused(ARLAND, "collision"), caused(BORVIA, "overload"), id="reef or load"),
        pytest.param(
            caused(ARLAND, "strike", BORVIA), caused(BORVIA, "accident"), id="a strike, an accident"
        ),
        pytest.param(shown(ARLAND, "genuine"), shown(BORVIA, "fake"), id="authenticity"),
        pytest.param(
            shown(ARLAND, "genuine"), shown(BORVIA, "genuine", **NO), id="denied authenticity"
        ),
        pytest.param(damaged(ARLAND, "destroyed"), damaged(BORVIA, "intact"), id="damage"),
        pytest.param(damaged(ARLAND, "destroyed"), damaged(BORVIA, "destroyed", **NO), id="not hit"),
        pytest.param(
            measure(ARLAND, "in_force", holds=day(2)), measure(BORVIA, "lifted", holds=day(2)),
            id="a measure in force and lifted on one day",
        ),
        pytest.param(measure(ARLAND, "lifted"), measure(BORVIA, "lifted", **NO), id="not lifted"),
    ],
)  # fmt: skip
def test_states_of_which_one_can_be_are_found(left, right):
    assert outcome(left, right) == CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        pytest.param(
            measure(ARLAND, "declared"), measure(None, "lifted"), "state_change", id="then lifted"
        ),
        pytest.param(
            measure(ARLAND, "in_force", holds=day(1)), measure(None, "lifted", holds=day(2)),
            "times_apart", id="in force, and lifted the next day",
        ),
        pytest.param(
            ended(ARLAND, "defeated", said=day(3)), ended(GREY_WOLVES, "continuing"),
            "times_apart", id="it went on until it ended",
        ),
        pytest.param(
            ended(ARLAND, "defeated"), ended(CASTRA, "withdrawn"), "answers_agree", id="both over"
        ),
        pytest.param(
            caused(ARLAND, "explosives", BORVIA), caused(CASTRA, "strike", BORVIA),
            "answers_agree", id="one author, two means",
        ),
        pytest.param(
            caused(ARLAND, "explosives"), caused(CASTRA, "deliberate"), "answers_agree",
            id="charges are deliberate",
        ),
        pytest.param(
            damaged(ARLAND, "intact"), damaged(BORVIA, "destroyed", said=day(4)), "times_apart",
            id="whole at first",
        ),
        pytest.param(
            damaged(ARLAND, "hit"), damaged(BORVIA, "intact"), "answers_agree", id="hit and whole"
        ),
        pytest.param(
            damaged(ARLAND, "hit"), caused(BORVIA, "accident"), "answers_agree",
            id="that it was hit is not why it broke",
        ),
        pytest.param(
            shown(ARLAND, "genuine"), shown(BORVIA, stance=Stance.DOUBTS), "tension", id="doubted"
        ),
        pytest.param(shown(ARLAND, "genuine"), shown(BORVIA, "genuine"), "answers_agree", id="alike"),
        pytest.param(
            shown(ARLAND, "fake"), shown(BORVIA, "genuine", **NO), "answers_agree", id="both say no"
        ),
    ],
)  # fmt: skip
def test_states_that_can_follow_one_another_are_left_alone(left, right, code):
    assert outcome(left, right) == code


@pytest.mark.parametrize(
    ("on", "ends"),
    [
        (ended(BORVIA, "continuing", said=day(2), words="The fight is not over"), CONTRADICTION),
        (holds(BORVIA, BORVIA, said=day(2), words="They still hold a village"), CONTRADICTION),
        (ended(BORVIA, "continuing", said=day(2), words="Fighting goes on"), "times_apart"),
        (
            ended(BORVIA, "continuing", said=day(1), words="They are still fighting"),
            "times_apart",
        ),
    ],
)
def test_still_reaches_back_before_an_end_that_was_told_earlier(on, ends):
    over = ended(ARLAND, "defeated", said=day(1 if on.said != day(1) else 2))

    assert outcome(over, on) == ends
