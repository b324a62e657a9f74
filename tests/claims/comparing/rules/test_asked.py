"""Two answers under the questions of a person: what parts, what only pulls apart, what fits."""

import pytest

from claims.choices import Stance, Topic
from claims.comparing import candidates
from claims.values import Asked, Count
from tests.claims.comparing.builders import (
    ARLAND,
    BORVIA,
    CONTRADICTION,
    TENSION,
    claim,
    day,
    outcome,
)


def filed(claimant, question, told, *, denies=False, counted="", **given):
    """An answer that no type fits, under the question as a person put it."""
    if "count" in given:
        given["count"] = Count(*given["count"])
    given.setdefault("stance", Stance.DENIES if denies else Stance.ASSERTS)
    asked = Asked(question, told, denies, counted)
    return claim(Topic.OTHER, claimant, question, words=told, asked=asked, **given)


def yes(told, question, **given):
    return filed(ARLAND, question, told, **given)


def no(told, question, **given):
    return filed(BORVIA, question, told, denies=True, **given)


SIREN, TANKS = "did the siren sound", "tanks on the square"
CAUSE, DEAD, ABOARD = "cause of the fire", "people killed", "people on board"
CASES = [
    ("a plain yes and no", yes("it sounded twice", SIREN), no("it was broken", SIREN), CONTRADICTION),
    ("both say no", filed(ARLAND, SIREN, "it was silent", denies=True), no("it was broken", SIREN), "answers_agree"),
    ("both say yes in other words", yes("it sounded", SIREN),
     filed(BORVIA, SIREN, "everybody heard it"), "answers_agree"),
    ("a doubt", yes("it sounded", SIREN), no("it is hard to say", SIREN, stance=Stance.DOUBTS),
     TENSION),
    ("no trace of it", yes("it sounded", SIREN), no("found no evidence of it", SIREN), TENSION),
    ("a trace that says nothing itself", yes("saw people run from the hall", SIREN),
     no("it was broken", SIREN), TENSION),
    ("now, denied after", yes("it is open", "is the road open", said=day(1)),
     no("it is shut", "is the road open", said=day(2)), CONTRADICTION),
    ("now, denied before", yes("it is open", "is the road open", said=day(2)),
     no("it is shut", "is the road open", said=day(1)), "times_apart"),
    ("a heading", yes("four tanks came", TANKS), no("no tanks came", TANKS), CONTRADICTION),
    ("a heading, of another thing", yes("four jeeps parked there", "cars on the square"),
     no("no tanks came", "cars on the square"), "answers_agree"),
    ("a heading of a figure, another's denied", yes("ninety", DEAD, count=(90, 90)),
     no("their number is an invention", DEAD), "needs_words"),
    ("a heading of a figure, this one denied", yes("ninety", DEAD, count=(90, 90)),
     no("the number of 90 is an invention", DEAD), CONTRADICTION),
    ("figures of one day", yes("9", DEAD, count=(9, 9), said=day(1)),
     filed(BORVIA, DEAD, "16", count=(16, 16), said=day(1)), CONTRADICTION),
    ("a figure that grew", yes("9", DEAD, count=(9, 9), said=day(1)),
     filed(BORVIA, DEAD, "16", count=(16, 16), said=day(2)), "times_apart"),
    ("a figure that fell", yes("16", DEAD, count=(16, 16), said=day(1)),
     filed(BORVIA, DEAD, "9", count=(9, 9), said=day(2)), CONTRADICTION),
    ("a figure of the moment", yes("9 so far", DEAD, count=(9, 9), said=day(1)),
     filed(BORVIA, DEAD, "16", count=(16, 16), said=day(1)), "needs_time"),
    ("who was on board grows no more", yes("90", ABOARD, count=(90, 90), said=day(1)),
     filed(BORVIA, ABOARD, "120", count=(120, 120), said=day(3)), CONTRADICTION),
    ("figures that one number fits", yes("at least 9", DEAD, count=(9, None)),
     filed(BORVIA, DEAD, "16", count=(16, 16)), "answers_agree"),
    ("figures of two groups", yes("9", DEAD, count=(9, 9), counted="children"),
     filed(BORVIA, DEAD, "16", count=(16, 16), counted="guards"), "different_population"),
    ("a part above all", yes("19", DEAD, count=(19, 19), counted="children", said=day(1)),
     filed(BORVIA, DEAD, "16", count=(16, 16), counted="all dead", said=day(1)), CONTRADICTION),
    ("two units", yes("9", "oil spilled", count=(9, 9, False, False, False, False, "barrel")), filed(BORVIA, "oil spilled", "9", count=(9, 9, False, False, False, False, "metre")), "different_unit"),
    ("two causes", yes("lightning", CAUSE), filed(BORVIA, CAUSE, "a bomb"), CONTRADICTION),
    ("causes that can both be", yes("faulty wires", CAUSE), filed(BORVIA, CAUSE, "negligence"),
     "answers_agree"),
    ("the cause ruled out", yes("a bomb", CAUSE), no("it was not a bomb", CAUSE), CONTRADICTION),
    ("another cause ruled out", yes("lightning", CAUSE), no("it was not a bomb", CAUSE), "needs_words"),
    ("a cause, and its being denied elsewhere", yes("heavy rain", "cause of the flood"),
     no("it was dry", "did it rain that night"), CONTRADICTION),
    ("a cause, and another power denied", yes("heavy rain", "cause of the flood"),
     no("nothing shook", "was there an earthquake"), "answers_agree"),
    ("a mishap, and a deed elsewhere", yes("lightning", CAUSE),
     filed(BORVIA, "did a missile hit the hall", "it was"), CONTRADICTION),
    ("a fault elsewhere need not be the cause", yes("lightning", CAUSE),
     filed(BORVIA, "did the wiring have a fault", "it did"), "different_question"),
    ("held and free", yes("he is in a cell", "where is the mayor"),
     filed(BORVIA, "where is the mayor", "he is safe at home"), CONTRADICTION),
    ("two rooms", yes("in the hall", "where is the mayor"),
     filed(BORVIA, "where is the mayor", "in the office"), "not_comparable"),
    ("told elsewhere, and denied", yes("the border guards", "who shot at the bus"),
     no("they fired nothing", "did the border guards shoot"), CONTRADICTION),
    ("of others, and denied", yes("the militia", "who shot at the bus"),
     no("they fired nothing", "did the border guards shoot"), "different_question"),
    ("arms of one kind, told elsewhere", yes("a drone burned two roofs", "aircraft used by Arland"),
     no("no mortars or drones were used", "heavy arms used by Arland"), CONTRADICTION),
    ("money that is still counted", yes("9 million", "money lost", count=(9, 9), said=day(1)),
     filed(BORVIA, "money lost", "16 million", count=(16, 16), said=day(4)), "times_apart"),
    ("nobody harmed, some killed", no("nobody", "civilians harmed", count=(0, 0)),
     filed(ARLAND, "villagers killed", "12", count=(12, 12)), CONTRADICTION),
    ("nobody of others harmed", no("nobody", "civilians harmed", count=(0, 0)),
     filed(ARLAND, "fighters killed", "12", count=(12, 12)), "different_question"),
    ("nobody harmed that night", no("nobody", "civilians hurt that night", count=(0, 0)),
     filed(ARLAND, "civilians injured", "12", count=(12, 12)), "different_question"),
    ("first so, then no longer", yes("200 each", "limit on tickets"),
     no("it was lifted at noon", "limit on tickets"), "state_change"),
    ("an illness ruled out by name", yes("measles in all four", "cause of death"),
     no("died of age, not of measles", "cause of death"), CONTRADICTION),
    ("two days", yes("gone on 7 June", "when the boat left"),
     filed(BORVIA, "when the boat left", "seen on 10 June"), CONTRADICTION),
    ("one day in two wordings", yes("gone on 7 June", "when the boat left"),
     filed(BORVIA, "when the boat left", "on 7 June at noon"), "answers_agree"),
    ("a picture of it is of elsewhere", yes("the school burned down", "damage in Ostrel"),
     no("filmed elsewhere", "video of the burned school", said=day(2)), CONTRADICTION),
    ("a figure of all, by another name", yes("3", "marchers killed", count=(3, 3), counted="people"),
     filed(BORVIA, "marchers killed", "none", count=(0, 0), counted="marchers"), CONTRADICTION),
    ("one names whom the other says it was not", yes("the army did", "who fired"),
     filed(BORVIA, "who fired", "guards, not the army"), CONTRADICTION),
    ("nobody says who it was not", yes("the army did", "who fired"),
     filed(BORVIA, "who fired", "some guards"), "not_comparable"),
    ("a cause that played no part", yes("water let out of the dam", "cause of the flood"),
     filed(BORVIA, "cause of the flood", "rain alone, the dam played no part"), CONTRADICTION),
    ("from two countries", yes("it came from Castra", "where did the boat come from"),
     filed(BORVIA, "where did the boat come from", "it had left Dunmere"), CONTRADICTION),
    ("open on one day, shut on the next", yes("open again on Monday", "is the road open", said=day(1)),
     no("blocked", "is the road open", said=day(2)), "times_apart"),
    ("figures under two questions", yes("9", DEAD, count=(9, 9)),
     filed(BORVIA, "bodies found", "16", count=(16, 16)), "different_question"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "wanted"), [case[1:] for case in CASES],
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_what_a_person_asked_decides(left, right, wanted):
    assert (outcome(left, right), outcome(right, left)) == (wanted, wanted)


def test_what_parts_is_found_by_index():
    parted = [case for case in CASES if case[3] == CONTRADICTION]
    missed = [name for name, left, right, _ in parted if not list(candidates([left, right]))]

    assert missed == []
