import pytest

from claims.choices import Stance, Topic
from tests.claims.comparing.builders import (
    ARLAND,
    BORVIA,
    CASTRA,
    CONTRADICTION,
    TENSION,
    claim,
    outcome,
)


def caused(value, claimant=BORVIA, **given):
    return claim(Topic.CAUSE, claimant, "cause:plane", value=value, **given)


def blamed(words, **given):
    given.setdefault("topic", Topic.RESPONSIBILITY)
    topic = given.pop("topic")
    question = f"{topic}:plane"
    return claim(topic, ARLAND, question, dispute=question, actors=(CASTRA,), words=words, **given)


def asked(words, value, **given):
    chance = caused(value, dispute="cause:plane", **given)
    return outcome(blamed(words, rung="carried_out"), chance)


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("accused Castra of shooting down the jet", "natural", CONTRADICTION),
        ("Castra had fired on the jet", "accident", CONTRADICTION),
        ("Castra sabotaged the jet", "accident", CONTRADICTION),
        ("blamed Castra for the crash of the jet", "accident", "answers_agree"),
        ("Castra was responsible for the crash", "natural", "answers_agree"),
        ("accused Castra of shooting down the jet", "strike", "not_comparable"),
        ("accused Castra of shooting down the jet", "", "not_comparable"),
    ],
)
def test_a_deed_excludes_mere_chance(words, value, expected):
    assert asked(words, value) == expected


def test_a_deed_and_a_denied_accident_agree():
    assert (
        asked("Castra shot it down", "accident", stance=Stance.DENIES, denied=True) != CONTRADICTION
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Castran troops mined the jet last autumn", TENSION),
        ("Castran troops had mined the jet and blew it up", CONTRADICTION),
    ],
)
def test_who_laid_the_charge_need_not_have_set_it_off(words, expected):
    mined = blamed(words, topic=Topic.CAUSE, value="explosives")
    other = claim(
        Topic.CAUSE, BORVIA, "cause:plane", dispute="cause:plane",
        actors=(ARLAND,), value="explosives", words="Arland blew up the jet",
    )  # fmt: skip
    assert outcome(mined, other) == expected
