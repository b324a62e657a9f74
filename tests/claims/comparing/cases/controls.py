"""Who holds a place: a town, an airport, a region, a palace in a coup."""

from claims.choices import Modality, Stance, Topic
from tests.claims.comparing.builders import (
    ARLAND,
    ARLAND_ARMY,
    ARLAND_POLICE,
    BORVIA,
    BORVIA_MINISTRY,
    CASTRA,
    GREY_WOLVES,
    claim,
    day,
    party,
)

JUNTA = party("~the junta", "the junta")
GUARD = party("~the palace guard", "the palace guard")
NO = {"stance": Stance.DENIES, "denied": True}


def holds(claimant, holder, value="held", place="Ostrel", **given):
    given.setdefault("said", day(1))
    question = given.pop("question", f"control:{place.casefold()}")
    return claim(
        Topic.CONTROL, claimant, question, actors=(holder,) if holder else (), value=value,
        place=place, words=given.pop("words", f"{place} is {value}"), **given,
    )  # fmt: skip


def beaten(claimant, **given):
    given.setdefault("said", day(1))
    return claim(Topic.OUTCOME, claimant, "outcome", value="defeated", **given)


CASES = (
    ("held by both", holds(ARLAND, ARLAND), holds(BORVIA, BORVIA), "contradiction"),
    ("taken, still held", holds(ARLAND, ARLAND, "taken"), holds(BORVIA, BORVIA), "contradiction"),
    ("the palace in a coup", holds(JUNTA, JUNTA, "taken", "palace"), holds(GUARD, GUARD, place="palace"),
     "contradiction"),
    ("the airport", holds(ARLAND, ARLAND, place="airport"), holds(GREY_WOLVES, GREY_WOLVES, "taken",
                                                                   "airport"), "contradiction"),
    ("held, lost", holds(BORVIA, BORVIA), holds(ARLAND, BORVIA, "lost"), "contradiction"),
    ("taken, denied", holds(ARLAND, ARLAND, "taken"), holds(BORVIA, ARLAND, "taken", **NO), "contradiction"),
    ("lost, denied", holds(ARLAND, BORVIA, "lost"), holds(BORVIA, BORVIA, "lost", **NO), "contradiction"),
    ("denied without a date", holds(ARLAND, ARLAND, "taken"),
     holds(BORVIA, ARLAND, "taken", said=None, **NO), "contradiction"),
    ("denied days later", holds(ARLAND, ARLAND, "taken"), holds(BORVIA, ARLAND, "taken", said=day(5), **NO),
     "contradiction"),
    ("of one day, told on two", holds(ARLAND, ARLAND, holds=day(2)),
     holds(BORVIA, BORVIA, said=day(6), holds=day(2)), "contradiction"),
    ("both undated", holds(ARLAND, ARLAND, said=None), holds(BORVIA, BORVIA, said=None), "contradiction"),
    ("a third one's view", holds(CASTRA, ARLAND), holds(BORVIA, BORVIA), "contradiction"),
    ("beaten, still holding", beaten(ARLAND), holds(GREY_WOLVES, GREY_WOLVES), "contradiction"),
    ("one source unnamed", holds(None, ARLAND, "taken"), holds(BORVIA, BORVIA), "contradiction"),
    ("taken by two at once", holds(ARLAND, ARLAND, "taken"), holds(GREY_WOLVES, GREY_WOLVES, "taken"),
     "contradiction"),
    # Traps
    ("taken, then lost", holds(GREY_WOLVES, GREY_WOLVES, "taken"), holds(ARLAND, GREY_WOLVES, "lost"),
     "state_sequence"),
    ("held until it was taken", holds(BORVIA, BORVIA), holds(ARLAND, ARLAND, "taken", said=day(3)),
     "times_apart"),
    ("a town and its region", holds(ARLAND, ARLAND, question="q"),
     holds(BORVIA, BORVIA, place="Ostrel region", question="q"), "different_place"),
    ("two towns", holds(ARLAND, ARLAND), holds(BORVIA, BORVIA, place="Dunmere"), "different_question"),
    ("part of a town", holds(ARLAND, ARLAND, place="eastern Ostrel", question="q"),
     holds(BORVIA, BORVIA, question="q"), "different_place"),
    ("one's gain, the other's loss", holds(ARLAND, ARLAND, "taken"), holds(BORVIA, BORVIA, "lost"),
     "answers_agree"),
    ("a state and its army", holds(ARLAND, ARLAND), holds(CASTRA, ARLAND_ARMY), "answers_agree"),
    ("the victor holds it", beaten(ARLAND), holds(CASTRA, ARLAND), "answers_agree"),
    ("taken, then beaten", holds(GREY_WOLVES, GREY_WOLVES, "taken"), beaten(ARLAND), "state_sequence"),
    ("only one is dated", holds(ARLAND, ARLAND), holds(BORVIA, BORVIA, said=None), "needs_time"),
    ("denied of another", holds(ARLAND, ARLAND, "taken"), holds(BORVIA, CASTRA, "taken", **NO),
     "other_actor"),
    ("denied before it was said", holds(ARLAND, ARLAND, "taken", said=day(4)),
     holds(BORVIA, ARLAND, "taken", **NO), "times_apart"),
    ("the loss is denied, not the taking", holds(ARLAND, ARLAND, "taken"),
     holds(BORVIA, ARLAND, "lost", **NO), "answers_agree"),
    ("nobody says who holds it", holds(ARLAND, None), holds(BORVIA, BORVIA), "unknown_actor"),
    ("army and police tell one story", holds(ARLAND_ARMY, ARLAND), holds(ARLAND_POLICE, BORVIA),
     "linked_claimants"),
    ("a state and its ministry", holds(BORVIA, BORVIA), holds(BORVIA_MINISTRY, ARLAND, "taken"),
     "linked_claimants"),
    ("its own later word", holds(BORVIA, BORVIA), holds(BORVIA, BORVIA, "lost", said=day(3)),
     "revision"),
    ("doubted", holds(ARLAND, ARLAND, "taken"), holds(BORVIA, ARLAND, "taken", stance=Stance.DOUBTS),
     "tension"),
    ("may have been taken", holds(ARLAND, ARLAND, "taken", words="It may have been taken",
                                  modality=Modality.HEDGED),
     holds(BORVIA, BORVIA), "tension"),
    ("wants to take it", holds(ARLAND, ARLAND, "taken", not_checkable=True), holds(BORVIA, BORVIA),
     "not_checkable"),
)  # fmt: skip
