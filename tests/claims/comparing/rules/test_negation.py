import pytest

from claims.choices import Kind, Stance, Topic
from claims.comparing import compare
from tests.claims.comparing.builders import (
    ARLAND,
    ARLAND_ARMY,
    BORVIA,
    CASTRA,
    CONTRADICTION,
    GREY_WOLVES,
    TENSION,
    claim,
    day,
    did_it,
    figure,
    outcome,
)


def said(claimant, **given):
    return claim(given.pop("topic", Topic.OTHER), claimant, "other:talks", **given)


def weapon(claimant, owner, value, **given):
    return claim(Topic.WEAPONS, claimant, "weapons:castra", actors=(owner,), value=value, **given)


def account_rejected(claimant, teller, **given):
    given.setdefault("stance", Stance.DENIES)
    return claim(
        Topic.OTHER, claimant, f"account:{teller.key}", actors=(teller,), value="account", **given
    )


DENIED = {"stance": Stance.DENIES}
BEATEN = claim(Topic.OUTCOME, ARLAND, "outcome", value="defeated", said=day(1))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(said(ARLAND), said(BORVIA, **DENIED), id="said and denied"),
        pytest.param(said(ARLAND), said(BORVIA, denied=True), id="said and said not to be"),
        pytest.param(said(ARLAND, stance=Stance.CONFIRMS), said(BORVIA, **DENIED), id="confirmed"),
        pytest.param(said(ARLAND), said(BORVIA, **DENIED, said=day(3)), id="denied later"),
        pytest.param(said(None), said(BORVIA, **DENIED), id="nobody is named on one side"),
        pytest.param(
            weapon(ARLAND, CASTRA, "used"), weapon(CASTRA, CASTRA, "used", **DENIED), id="use"
        ),
        pytest.param(
            weapon(ARLAND, CASTRA, "supplied"),
            weapon(CASTRA, CASTRA, "supplied", **DENIED),
            id="supply",
        ),
        pytest.param(
            figure(ARLAND, 7), figure(BORVIA, 0, None, denied=True), id="any losses denied"
        ),
        pytest.param(BEATEN, account_rejected(GREY_WOLVES, ARLAND), id="an account rejected"),
        pytest.param(
            figure(ARLAND_ARMY, 70),
            account_rejected(GREY_WOLVES, ARLAND),
            id="a figure of that account",
        ),
        pytest.param(
            did_it(ARLAND, BORVIA),
            account_rejected(GREY_WOLVES, ARLAND, object="responsibility"),
            id="the rejection names what it rejects",
        ),
        pytest.param(
            said(ARLAND, topic=Topic.EVACUATION),
            said(BORVIA, topic=Topic.EVACUATION, **DENIED),
            id="any other topic",
        ),
    ],
)
def test_what_is_said_and_denied_is_found(left, right):
    assert outcome(left, right) == CONTRADICTION


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        pytest.param(said(ARLAND), said(BORVIA), "not_comparable", id="both say it"),
        pytest.param(
            said(ARLAND, **DENIED), said(BORVIA, denied=True), "not_comparable", id="both deny it"
        ),
        pytest.param(
            said(ARLAND), said(BORVIA, stance=Stance.NO_COMMENT), "no_comment", id="no comment"
        ),
        pytest.param(
            weapon(ARLAND, CASTRA, "made"), weapon(CASTRA, CASTRA, "used", **DENIED),
            "supply_is_not_use", id="made by, used by",
        ),
        pytest.param(
            weapon(ARLAND, CASTRA, "supplied"), weapon(CASTRA, CASTRA, "", **DENIED),
            "supply_is_not_use", id="supplied by, whatever is denied",
        ),
        pytest.param(
            said(ARLAND, place="Ostrel"), said(BORVIA, place="Dunmere", **DENIED),
            "different_place", id="denied of another place",
        ),
        pytest.param(
            did_it(ARLAND, BORVIA), account_rejected(GREY_WOLVES, ARLAND), "different_question",
            id="an account of the fighting is not who did it",
        ),
        pytest.param(
            BEATEN, account_rejected(GREY_WOLVES, BORVIA), "different_question",
            id="somebody else's account",
        ),
        pytest.param(
            BEATEN, account_rejected(GREY_WOLVES, ARLAND, stance=Stance.DOUBTS),
            "different_question", id="an account doubted",
        ),
        pytest.param(said(ARLAND), said(BORVIA, stance=Stance.DOUBTS), TENSION, id="doubted"),
        pytest.param(
            said(ARLAND, **DENIED), said(BORVIA, stance=Stance.DOUBTS), "answers_agree",
            id="denied and doubted",
        ),
        pytest.param(
            said(ARLAND, stance=Stance.DOUBTS), said(BORVIA, stance=Stance.DOUBTS),
            "answers_agree", id="both doubt",
        ),
        pytest.param(
            said(ARLAND, retracted=True), said(BORVIA, **DENIED), "retracted", id="taken back"
        ),
        pytest.param(
            said(ARLAND, not_checkable=True), said(BORVIA, **DENIED), "not_checkable", id="a wish"
        ),
        pytest.param(said(ARLAND), said(ARLAND_ARMY, **DENIED), "linked_claimants", id="one voice"),
    ],
)  # fmt: skip
def test_what_is_no_denial_is_left_alone(left, right, code):
    assert outcome(left, right) == code


def test_a_doubt_says_that_it_is_no_denial():
    finding = compare(said(ARLAND), said(BORVIA, stance=Stance.DOUBTS, words="the reports"))

    assert finding.kind == Kind.NEGATION
    assert finding.reason == (
        "Arland: “the words of the claim”; Borvia doubted “the reports”. "
        "One side says it, the other doubts it; a doubt is not a denial."
    )


def test_that_no_trace_was_found_does_not_deny_the_thing():
    said = claim(Topic.CAUSE, ARLAND, "cause:bridge", value="explosives")
    no = {"stance": Stance.DENIES, "denied": True, "value": "explosives"}

    plain = claim(Topic.CAUSE, BORVIA, "cause:bridge", words="There was no bomb", **no)
    untraced = claim(Topic.CAUSE, BORVIA, "cause:bridge", words="No traces were found", **no)

    assert (outcome(said, plain), outcome(said, untraced)) == (CONTRADICTION, TENSION)


def fair(claimant, side, words="the words", **given):
    return claim(Topic.OTHER, claimant, "matter:fair-vote", object=side, words=words, **given)


@pytest.mark.parametrize(
    ("other", "ends"),
    [
        (fair(BORVIA, "no"), CONTRADICTION),
        (fair(BORVIA, "yes", denied=True), CONTRADICTION),
        (fair(BORVIA, "yes", stance=Stance.DENIES), CONTRADICTION),
        (fair(BORVIA, "no", stance=Stance.DENIES), "answers_agree"),
        (fair(BORVIA, "no", value="forces"), "different_population"),
    ],
)
def test_a_plain_matter_is_taken_by_what_is_said_of_it_in_all(other, ends):
    assert outcome(fair(ARLAND, "yes", value="people"), other) == ends


def test_the_opposite_word_is_quoted_and_not_called_a_denial():
    found = compare(fair(ARLAND, "yes"), fair(BORVIA, "no", "the count was rigged"))

    assert "Borvia said “the count was rigged”" in found.reason


@pytest.mark.parametrize(
    ("key", "ends"),
    [("matter:permitted", CONTRADICTION), ("matter:now:ceasefire-broken", "times_apart")],
)
def test_a_matter_of_a_day_is_compared_within_that_day_only(key, ends):
    broken = claim(Topic.OTHER, ARLAND, key, object="yes", said=day(1))
    kept = claim(Topic.OTHER, BORVIA, key, object="no", said=day(4))

    assert outcome(broken, kept) == ends
