"""How it ended: a siege, a raid, a mutiny, a strike at the port."""

from claims.choices import Modality, Stance, Topic
from tests.claims.comparing.builders import (
    ARLAND,
    ARLAND_ARMY,
    ARLAND_POLICE,
    BORVIA,
    CASTRA,
    GREY_WOLVES,
    claim,
    day,
    party,
)

MUTINEERS = party("~the mutineers", "the mutineers")
UNION = party("~the dockers' union", "the dockers’ union")
PORT = party("~the port authority", "the port authority")
NO = {"stance": Stance.DENIES, "denied": True}


def ended(claimant, value, words="", **given):
    given.setdefault("said", day(1))
    return claim(
        Topic.OUTCOME,
        claimant,
        "outcome",
        value=value,
        words=words or f"they were {value}",
        **given,
    )


def holding(claimant, value="held", place="Ostrel", **given):
    given.setdefault("said", day(1))
    return claim(
        Topic.CONTROL, claimant, f"control:{place}", actors=(claimant,), value=value, place=place,
        **given,
    )  # fmt: skip


BEATEN, ON = "defeated", "continuing"

CASES = (
    ("beaten or fighting on", ended(ARLAND, BEATEN), ended(GREY_WOLVES, ON), "contradiction"),
    ("gone or fighting on", ended(ARLAND, "withdrawn"), ended(GREY_WOLVES, ON), "contradiction"),
    ("put down or not over", ended(ARLAND, BEATEN, "The mutiny was put down"),
     ended(MUTINEERS, ON, "The mutiny goes on"), "contradiction"),
    ("the strike is over or not", ended(PORT, "withdrawn", "The dockers have gone back to work"),
     ended(UNION, ON, "The strike goes on"), "contradiction"),
    ("beaten, denied", ended(ARLAND, BEATEN), ended(GREY_WOLVES, BEATEN, **NO), "contradiction"),
    ("withdrawn, denied", ended(ARLAND, "withdrawn"), ended(GREY_WOLVES, "withdrawn", **NO),
     "contradiction"),
    ("denied the day after", ended(ARLAND, BEATEN), ended(GREY_WOLVES, BEATEN, said=day(2), **NO),
     "contradiction"),
    ("both undated", ended(ARLAND, BEATEN, said=None), ended(GREY_WOLVES, ON, said=None),
     "contradiction"),
    ("still, the day after", ended(ARLAND, BEATEN),
     ended(GREY_WOLVES, ON, "They are still fighting", said=day(2)), "contradiction"),
    ("of one day, told on two", ended(ARLAND, BEATEN, holds=day(1)),
     ended(GREY_WOLVES, ON, said=day(4), holds=day(1)), "contradiction"),
    ("a third one's view", ended(CASTRA, BEATEN), ended(BORVIA, ON), "contradiction"),
    ("most likely beaten", ended(ARLAND, BEATEN, "They are most likely beaten",
                                 modality=Modality.HEDGED),
     ended(GREY_WOLVES, ON), "contradiction"),
    ("one source unnamed", ended(None, BEATEN), ended(GREY_WOLVES, ON), "contradiction"),
    ("of one group", ended(ARLAND, "withdrawn", actors=(GREY_WOLVES,)),
     ended(CASTRA, ON, actors=(GREY_WOLVES,)), "contradiction"),
    # Traps
    ("fought until it ended", ended(ARLAND, BEATEN, said=day(3)), ended(GREY_WOLVES, ON), "times_apart"),
    ("fought on after it was called over", ended(ARLAND, BEATEN),
     ended(GREY_WOLVES, ON, said=day(4)), "times_apart"),
    ("only one is dated", ended(ARLAND, BEATEN), ended(GREY_WOLVES, ON, said=None), "needs_time"),
    ("beaten and gone", ended(ARLAND, BEATEN), ended(CASTRA, "withdrawn"), "answers_agree"),
    ("gone, not beaten", ended(ARLAND, "withdrawn"), ended(GREY_WOLVES, BEATEN, **NO),
     "answers_agree"),
    ("both going on", ended(ARLAND, ON), ended(GREY_WOLVES, ON), "answers_agree"),
    ("denied before it was said", ended(ARLAND, BEATEN, said=day(3)),
     ended(GREY_WOLVES, BEATEN, **NO), "times_apart"),
    ("taken first, then beaten", ended(ARLAND, BEATEN), holding(GREY_WOLVES, "taken"),
     "state_sequence"),
    ("lost in the defeat", ended(ARLAND, BEATEN), holding(GREY_WOLVES, "lost"), "state_sequence"),
    ("the victor holds it", ended(CASTRA, BEATEN), holding(CASTRA, said=day(2)), "same_claimant"),
    ("fighting on, holding it", ended(CASTRA, ON), holding(GREY_WOLVES), "answers_agree"),
    ("army and police tell one story", ended(ARLAND_ARMY, ON), ended(ARLAND_POLICE, BEATEN),
     "linked_claimants"),
    ("one group left, another fights on", ended(ARLAND, "withdrawn", actors=(GREY_WOLVES,)),
     ended(CASTRA, ON, actors=(MUTINEERS,)), "other_actor"),
    ("beaten in one town, fighting in another", ended(ARLAND, BEATEN, place="Ostrel"),
     ended(GREY_WOLVES, ON, place="Dunmere"), "different_place"),
    ("one group is named, and beaten", ended(ARLAND, BEATEN, actors=(GREY_WOLVES,), said=day(3)),
     ended(CASTRA, ON), "times_apart"),
    ("its own later word", ended(ARLAND, ON), ended(ARLAND, BEATEN, said=day(2)), "revision"),
    ("doubted", ended(ARLAND, BEATEN), ended(GREY_WOLVES, BEATEN, stance=Stance.DOUBTS), "tension"),
    ("may be beaten", ended(ARLAND, BEATEN, "They may be beaten", modality=Modality.HEDGED),
     ended(GREY_WOLVES, ON), "tension"),
    ("a promise", ended(ARLAND, BEATEN, "They will be beaten", not_checkable=True),
     ended(GREY_WOLVES, ON), "not_checkable"),
    ("another siege", ended(ARLAND, BEATEN, event="the siege of May"), ended(GREY_WOLVES, ON),
     "different_event"),
)  # fmt: skip
