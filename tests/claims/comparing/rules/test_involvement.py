import pytest

from claims.choices import Kind, Modality, Rung, Stance, Topic
from claims.comparing import compare
from claims.comparing.rules.involvement import excluded_by_denial
from tests.claims.comparing.builders import (
    ARLAND,
    BORVIA,
    BORVIA_MINISTRY,
    BORVIA_SPY,
    BORVIAN_UNIT,
    BORVIANS,
    CASTRA,
    CONTRADICTION,
    DAWN,
    GREY_WOLVES,
    TENSION,
    claim,
    did_it,
    had_part,
    no_part,
    outcome,
)


def nobody_there(claimant, actor):
    return claim(
        Topic.PRESENCE, claimant, f"presence:{actor.key}",
        dispute="responsibility", actors=(actor,), denied=True,
    )  # fmt: skip


def tied(claimant, group, organisation, **given):
    return had_part(claimant, group, value="tie", object=organisation.key, **given)


NOTHING_TO_DO_WITH_IT = no_part(BORVIA, BORVIA)


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        pytest.param(did_it(ARLAND, BORVIAN_UNIT), NOTHING_TO_DO_WITH_IT, id="a unit of the state"),
        pytest.param(did_it(ARLAND, BORVIA), NOTHING_TO_DO_WITH_IT, id="the state itself"),
        pytest.param(did_it(ARLAND, BORVIA_SPY), NOTHING_TO_DO_WITH_IT, id="one of its services"),
        pytest.param(had_part(ARLAND, BORVIA), NOTHING_TO_DO_WITH_IT, id="any part"),
        pytest.param(had_part(CASTRA, BORVIA, Rung.SUPPORTED), NOTHING_TO_DO_WITH_IT, id="support"),
        pytest.param(had_part(CASTRA, BORVIA, Rung.KNEW), NOTHING_TO_DO_WITH_IT, id="knowledge"),
        pytest.param(
            did_it(ARLAND, BORVIA), nobody_there(CASTRA, BORVIA), id="no soldier of it was there"
        ),
        pytest.param(
            had_part(ARLAND, BORVIA, Rung.CARRIED_OUT),
            no_part(BORVIA, BORVIA, Rung.SUPPORTED),
            id="who denies the less denies the more",
        ),
        pytest.param(
            had_part(ARLAND, BORVIA), no_part(BORVIA, BORVIA, Rung.KNEW), id="who took part knew"
        ),
        pytest.param(did_it(ARLAND, BORVIA), no_part(CASTRA, BORVIA), id="denied by somebody else"),
        pytest.param(
            did_it(ARLAND, BORVIA), no_part(BORVIA_SPY, BORVIA_SPY), id="its service denies"
        ),
        pytest.param(
            did_it(ARLAND, BORVIA),
            claim(Topic.RESPONSIBILITY, BORVIA, actors=(BORVIA,), stance=Stance.DENIES),
            id="denies responsibility",
        ),
        pytest.param(
            claim(Topic.CAUSE, ARLAND, "cause:dam", actors=(BORVIA,), value="strike"),
            NOTHING_TO_DO_WITH_IT,
            id="the cause names the author",
        ),
    ],
)
def test_a_part_that_is_claimed_and_denied_is_found(yes, no):
    finding = compare(yes, no)

    assert outcome(yes, no) == CONTRADICTION
    assert finding.kind == Kind.INVOLVEMENT


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        pytest.param(
            did_it(GREY_WOLVES, GREY_WOLVES), NOTHING_TO_DO_WITH_IT, "other_actor",
            id="one denies, another claims it",
        ),
        pytest.param(
            did_it(DAWN, DAWN), NOTHING_TO_DO_WITH_IT, "other_actor",
            id="a group said to be commanded by the denier claims it",
        ),
        pytest.param(
            had_part(CASTRA, BORVIA, Rung.SUPPORTED), no_part(BORVIA, BORVIA, Rung.ORDERED),
            "other_rung", id="support is not an order",
        ),
        pytest.param(
            had_part(CASTRA, BORVIA, Rung.SUPPORTED), nobody_there(ARLAND, BORVIA),
            "other_rung", id="support from outside needs no soldiers inside",
        ),
        pytest.param(
            had_part(CASTRA, BORVIA, Rung.ORDERED), no_part(BORVIA, BORVIA, Rung.TOOK_PART),
            "other_rung", id="an order needs no hand of one's own",
        ),
        pytest.param(
            had_part(ARLAND, BORVIA), no_part(BORVIA, BORVIA, Rung.CARRIED_OUT),
            "other_rung", id="some part, but not the deed",
        ),
        pytest.param(
            no_part(CASTRA, CASTRA), no_part(BORVIA, BORVIA), "not_comparable", id="two denials"
        ),
        pytest.param(
            did_it(ARLAND, BORVIA), no_part(CASTRA, CASTRA), "other_actor", id="a third state denies"
        ),
        pytest.param(
            did_it(BORVIA_MINISTRY, BORVIA), NOTHING_TO_DO_WITH_IT, "linked_claimants",
            id="a ministry and its state",
        ),
        pytest.param(
            claim(Topic.WEAPONS, ARLAND, "weapons:castra", actors=(CASTRA,), value="made"),
            no_part(CASTRA, CASTRA), "different_question", id="made by them is not done by them",
        ),
        pytest.param(
            had_part(CASTRA, BORVIA, stance=Stance.NO_COMMENT), NOTHING_TO_DO_WITH_IT,
            "no_comment", id="no comment",
        ),
        pytest.param(
            tied(ARLAND, DAWN, BORVIA, stance=Stance.DENIES), tied(CASTRA, GREY_WOLVES, BORVIA),
            "other_actor", id="ties of different groups",
        ),
        pytest.param(did_it(ARLAND, DAWN), NOTHING_TO_DO_WITH_IT, TENSION, id="an alleged link"),
        pytest.param(did_it(ARLAND, BORVIANS), NOTHING_TO_DO_WITH_IT, TENSION, id="only its people"),
        pytest.param(tied(ARLAND, DAWN, BORVIA), NOTHING_TO_DO_WITH_IT, TENSION, id="a tie"),
        pytest.param(
            had_part(ARLAND, BORVIA, modality=Modality.HEDGED, words="may have had a hand in it"),
            NOTHING_TO_DO_WITH_IT, TENSION, id="may have",
        ),
        pytest.param(
            had_part(CASTRA, BORVIA, stance=Stance.DOUBTS), had_part(ARLAND, BORVIA),
            TENSION, id="a doubt",
        ),
    ],
)  # fmt: skip
def test_what_is_no_denial_of_that_part_is_no_contradiction(left, right, code):
    assert outcome(left, right) == code


def test_a_likely_part_is_still_denied():
    likely = had_part(ARLAND, BORVIA, modality=Modality.HEDGED, words="highly likely their work")

    assert outcome(likely, NOTHING_TO_DO_WITH_IT) == CONTRADICTION
    assert compare(likely, NOTHING_TO_DO_WITH_IT).score < 0.9


def test_the_denial_of_a_part_of_the_state_names_its_condition():
    reason = compare(did_it(ARLAND, BORVIA), no_part(BORVIA_SPY, BORVIA_SPY)).reason

    assert (
        "Compatible only if another part of Borvia than the Borvian intelligence acted." in reason
    )


@pytest.mark.parametrize(
    ("rung", "left_open"),
    [
        (None, set()),
        (Rung.KNEW, set()),
        (Rung.ENCOURAGED, {Rung.KNEW}),
        (Rung.SUPPORTED, {Rung.KNEW, Rung.ENCOURAGED}),
        (Rung.TOOK_PART, {Rung.KNEW, Rung.ENCOURAGED, Rung.SUPPORTED, Rung.ORDERED}),
        (Rung.ORDERED, set(Rung) - {Rung.ORDERED}),
    ],
)
def test_a_denied_rung_rules_out_itself_and_what_needs_it(rung, left_open):
    assert set(Rung) - excluded_by_denial(rung) == left_open


def test_the_denial_of_a_formal_tie_only_pulls_at_a_tie():
    no = {"stance": Stance.DENIES, "denied": True}
    told = tied(ARLAND, DAWN, BORVIA)

    assert outcome(told, tied(CASTRA, DAWN, BORVIA, **no)) == CONTRADICTION
    formal = tied(CASTRA, DAWN, BORVIA, words="The brigade has no formal tie to it", **no)
    assert outcome(told, formal) == TENSION
