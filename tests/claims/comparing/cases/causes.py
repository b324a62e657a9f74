"""What caused it: a crash, a dam, a fire, a collapse, an outbreak."""

from claims.choices import Modality, Rung, Stance, Topic
from tests.claims.comparing.builders import (
    ARLAND,
    ARLAND_ARMY,
    BORVIA,
    BORVIA_MINISTRY,
    CASTRA,
    claim,
    day,
    did_it,
    party,
)

AIRLINE = party("~Vale Air", "Vale Air")
INSPECTORS = party("~the crash inspectors", "the crash inspectors")
OWNER = party("~the mine's owner", "the mine’s owner")
UNION = party("~the miners' union", "the miners’ union")
NO = {"stance": Stance.DENIES, "denied": True}


def cause(claimant, value, *actors, **given):
    given.setdefault("words", f"it was {value}")
    thing = given.pop("thing", "plane")
    key = f"cause:{thing}"
    return claim(Topic.CAUSE, claimant, key, dispute=key, value=value, actors=actors, **given)


def damage(claimant, value, **given):
    key = "damage:plane"
    return claim(Topic.DAMAGE, claimant, key, dispute=key, value=value, said=day(1), **given)


def blamed(claimant, actor, words):
    key = "responsibility:plane"
    return did_it(claimant, actor, question=key, dispute=key, rung=Rung.CARRIED_OUT, words=words)


CASES = (
    ("a bomb or a fault", cause(INSPECTORS, "explosives"), cause(AIRLINE, "accident"), "contradiction"),
    ("a bomb or a missile", cause(ARLAND, "explosives"), cause(CASTRA, "strike"), "contradiction"),
    ("a missile or the weather", cause(ARLAND, "strike"), cause(CASTRA, "natural"), "contradiction"),
    ("a missile or a fault", cause(ARLAND, "strike"), cause(CASTRA, "accident"), "contradiction"),
    ("a charge or the flood", cause(ARLAND, "explosives", thing="dam"),
     cause(BORVIA, "natural", thing="dam"), "contradiction"),
    ("lit on purpose or by lightning", cause(ARLAND, "deliberate", thing="fire"),
     cause(CASTRA, "natural", thing="fire"), "contradiction"),
    ("lit on purpose or by neglect", cause(UNION, "deliberate", thing="fire"),
     cause(OWNER, "accident", thing="fire"), "contradiction"),
    ("the quake or bad upkeep", cause(OWNER, "natural", thing="mine"),
     cause(UNION, "accident", thing="mine"), "contradiction"),
    ("a bomb, denied", cause(INSPECTORS, "explosives"), cause(AIRLINE, "explosives", **NO),
     "contradiction"),
    ("a strike, denied later", cause(ARLAND, "strike", said=day(1)),
     cause(BORVIA, "strike", said=day(4), **NO), "contradiction"),
    ("probably a bomb", cause(INSPECTORS, "explosives", modality=Modality.HEDGED,
                              words="It was probably a bomb"),
     cause(AIRLINE, "accident"), "contradiction"),
    ("shot down or a bird", blamed(ARLAND, CASTRA, "Castra shot down the plane"),
     cause(CASTRA, "natural"), "contradiction"),
    ("sabotage or a fault", blamed(ARLAND, CASTRA, "Castran agents sabotaged the plane"),
     cause(AIRLINE, "accident"), "contradiction"),
    ("another one's missile or a bomb", cause(ARLAND, "strike", BORVIA),
     cause(CASTRA, "explosives"), "contradiction"),
    # Traps
    ("a bomb is deliberate", cause(INSPECTORS, "explosives"), cause(AIRLINE, "deliberate"),
     "answers_agree"),
    ("a strike is deliberate", cause(ARLAND, "strike"), cause(CASTRA, "deliberate"), "answers_agree"),
    ("one author, two means", cause(ARLAND, "explosives", BORVIA), cause(CASTRA, "strike", BORVIA),
     "answers_agree"),
    ("blamed for the crash, by neglect", blamed(ARLAND, CASTRA, "Castra is to blame for the crash"),
     cause(AIRLINE, "accident"), "answers_agree"),
    ("it was hit, that is not why it fell", damage(ARLAND, "hit"), cause(AIRLINE, "accident"),
     "answers_agree"),
    ("another cause is denied", cause(INSPECTORS, "explosives"), cause(AIRLINE, "strike", **NO),
     "answers_agree"),
    ("of two things", cause(ARLAND, "explosives", thing="dam"),
     cause(BORVIA, "natural", thing="bridge"), "different_question"),
    ("of a thing that is not told", cause(ARLAND, "explosives", thing="dam"),
     claim(Topic.CAUSE, BORVIA, "cause", value="natural"), "needs_target"),
    ("both say a bomb", cause(ARLAND, "explosives"), cause(BORVIA, "explosives"), "answers_agree"),
    ("both rule it out", cause(ARLAND, "strike", **NO), cause(BORVIA, "strike", **NO),
     "not_comparable"),
    ("no trace of a bomb", cause(INSPECTORS, "explosives"),
     cause(AIRLINE, "explosives", words="There was no trace of explosives", **NO), "tension"),
    ("may have been a bomb", cause(INSPECTORS, "explosives", modality=Modality.HEDGED,
                                   words="It may have been a bomb"),
     cause(AIRLINE, "accident"), "tension"),
    ("a bomb is doubted", cause(INSPECTORS, "explosives"),
     cause(AIRLINE, "explosives", stance=Stance.DOUBTS), "tension"),
    ("its ministry's other cause", cause(BORVIA, "accident"), cause(BORVIA_MINISTRY, "natural"),
     "linked_claimants"),
    ("its later finding", cause(INSPECTORS, "accident", said=day(1)),
     cause(INSPECTORS, "explosives", said=day(6)), "revision"),
    ("an opinion", cause(INSPECTORS, "accident"), cause(UNION, "deliberate", not_checkable=True),
     "not_checkable"),
    ("no comment on a bomb", cause(INSPECTORS, "explosives"),
     cause(ARLAND_ARMY, "explosives", stance=Stance.NO_COMMENT), "no_comment"),
)  # fmt: skip
