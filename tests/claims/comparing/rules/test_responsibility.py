import pytest

from claims.choices import Rung, Topic
from claims.comparing import compare
from tests.claims.comparing.builders import (
    ARLAND,
    ARLAND_ARMY,
    ARLAND_POLICE,
    BORVIA,
    BORVIA_MINISTRY,
    BORVIA_SPY,
    BORVIAN_UNIT,
    BORVIANS,
    CASTRA,
    CONTRADICTION,
    DAWN,
    GREY_WOLVES,
    GUNMEN,
    TENSION,
    claim,
    did_it,
    had_part,
    outcome,
    party,
)

CASTRAN_MEN = party("~Castran saboteurs", "Castran saboteurs", "castra")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(did_it(ARLAND, BORVIAN_UNIT), did_it(GREY_WOLVES, GREY_WOLVES), id="claimed"),
        pytest.param(did_it(ARLAND, BORVIA), did_it(BORVIA, ARLAND), id="each blames the other"),
        pytest.param(did_it(ARLAND, BORVIA), did_it(CASTRA, ARLAND_ARMY), id="a third one's view"),
        pytest.param(did_it(ARLAND, BORVIAN_UNIT), did_it(BORVIA, CASTRAN_MEN), id="two nations"),
        pytest.param(
            did_it(ARLAND_ARMY, BORVIA), did_it(ARLAND_POLICE, CASTRA), id="two services disagree"
        ),
        pytest.param(
            had_part(ARLAND, BORVIA, Rung.CARRIED_OUT), did_it(CASTRA, GREY_WOLVES), id="by rung"
        ),
        pytest.param(
            did_it(ARLAND, BORVIA),
            claim(Topic.CAUSE, BORVIA, "cause:dam", actors=(ARLAND,), value="strike"),
            id="the cause names another author",
        ),
        pytest.param(did_it(None, BORVIA), did_it(CASTRA, ARLAND), id="one claimant is not named"),
        pytest.param(
            did_it(ARLAND, BORVIA, CASTRA), did_it(GREY_WOLVES, GREY_WOLVES), id="two are blamed"
        ),
        pytest.param(did_it(ARLAND, BORVIA_SPY), did_it(CASTRA, ARLAND), id="an organ is blamed"),
        pytest.param(
            did_it(ARLAND, BORVIA), did_it(BORVIA, GREY_WOLVES, DAWN), id="two groups are named"
        ),
    ],
)
def test_one_act_laid_to_two_authors_is_found(left, right):
    assert outcome(left, right) == CONTRADICTION


def test_an_alleged_tool_that_claims_the_act_only_pulls_apart():
    found = compare(did_it(ARLAND, BORVIA), did_it(DAWN, DAWN))
    assert str(found.severity) == TENSION
    assert "one command" in found.reason


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        pytest.param(
            did_it(GREY_WOLVES, GREY_WOLVES), did_it(DAWN, DAWN), "claimed_together",
            id="two groups claim it",
        ),
        pytest.param(
            did_it(BORVIA, GREY_WOLVES, DAWN), did_it(DAWN, DAWN), "answers_agree",
            id="the group that was named claims it",
        ),
        pytest.param(
            did_it(ARLAND, BORVIA), did_it(CASTRA, BORVIAN_UNIT), "answers_agree",
            id="a state and a unit of it",
        ),
        pytest.param(
            did_it(ARLAND, BORVIA), did_it(CASTRA, BORVIA_MINISTRY), "answers_agree",
            id="a state and its ministry",
        ),
        pytest.param(
            did_it(ARLAND, BORVIANS), did_it(BORVIA, party("~Borvian Freedom Corps")), "may_be_same",
            id="citizens of it and a corps of it",
        ),
        pytest.param(
            did_it(ARLAND, BORVIANS), did_it(CASTRA, BORVIA), "may_be_same",
            id="people of it and the state",
        ),
        pytest.param(
            had_part(ARLAND, BORVIA, Rung.ORDERED), did_it(GREY_WOLVES, GREY_WOLVES),
            "not_comparable", id="ordered by one, done by another",
        ),
        pytest.param(
            had_part(ARLAND, BORVIA, Rung.SUPPORTED), did_it(GREY_WOLVES, GREY_WOLVES),
            "not_comparable", id="supported by one, done by another",
        ),
        pytest.param(
            had_part(ARLAND, DAWN, value="tie", object="borvia"), did_it(CASTRA, GREY_WOLVES),
            "not_comparable", id="a tie names no author",
        ),
        pytest.param(did_it(ARLAND), did_it(CASTRA, BORVIA), "not_comparable", id="no author named"),
        pytest.param(
            did_it(ARLAND, BORVIA), did_it(ARLAND, CASTRA), "same_claimant", id="one claimant"
        ),
        pytest.param(
            did_it(ARLAND, BORVIA), did_it(CASTRA, GREY_WOLVES, event="another raid"),
            "different_event", id="another event",
        ),
        pytest.param(did_it(ARLAND, BORVIA), did_it(CASTRA, GUNMEN), TENSION, id="anybody's gunmen"),
    ],
)  # fmt: skip
def test_authors_who_may_be_one_are_left_alone(left, right, code):
    assert outcome(left, right) == code


def test_an_alleged_link_is_named_as_the_condition():
    attributed, claimed = did_it(ARLAND, BORVIA), did_it(DAWN, DAWN)

    assert (
        "Compatible only if Borvia and the Dawn Brigade act under one command, as is alleged."
        in compare(attributed, claimed).reason
    )
    assert "only if" not in compare(attributed, did_it(GREY_WOLVES, GREY_WOLVES)).reason


def test_a_group_that_takes_responsibility_parts_from_who_lays_it_to_its_alleged_masters():
    blamed = did_it(ARLAND, BORVIA)
    told = did_it(DAWN, DAWN, words="We have crossed the river")
    taken = did_it(DAWN, DAWN, words="The brigade took responsibility for the raid")

    assert outcome(blamed, told) == TENSION
    assert outcome(blamed, taken) == CONTRADICTION
    assert "act under one command, as is alleged" in compare(blamed, taken).reason
