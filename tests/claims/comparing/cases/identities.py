"""Who or what somebody is: suspects, the dead, a ship's owner, a plane's crew."""

from claims.choices import Modality, Stance, Topic
from tests.claims.comparing.builders import (
    ARLAND,
    ARLAND_ARMY,
    BORVIA,
    BORVIA_MINISTRY,
    CASTRA,
    GREY_WOLVES,
    GUNMEN,
    claim,
    day,
    did_it,
    party,
)

PETROV = party("~Ivan Petrol", "Ivan Petrol")
LOM = party("~Ada Lom", "Ada Lom")
FAMILY = party("~the man's family", "the man’s family")
PROSECUTOR = party("~the prosecutor", "the prosecutor")
RED_HAND = party("~Red Hand", "Red Hand")
NO = {"stance": Stance.DENIES, "denied": True}


def named(claimant, *actors, value="named", **given):
    about = given.pop("object", "suspect")
    given.setdefault("words", f"the {about} is {' and '.join(a.name for a in actors) or 'known'}")
    return claim(
        Topic.OTHER, claimant, f"who:{about}", actors=actors, value=value, measure="who",
        object=about, **given,
    )  # fmt: skip


def member(claimant, group, **given):
    return named(claimant, group, value="member", **given)


def citizen(claimant, state, **given):
    return named(claimant, state, value="citizen", **given)


def was(claimant, people, **given):
    given.setdefault("words", f"the dead were {people}")
    return claim(
        Topic.OTHER, claimant, "who:dead", value="kind", measure="who", population=people,
        object="dead", **given,
    )  # fmt: skip


CASES = (
    ("two names for the suspect", named(PROSECUTOR, PETROV), named(FAMILY, LOM), "contradiction"),
    ("two names for the owner", named(ARLAND, LOM, object="ship's owner"),
     named(BORVIA, PETROV, object="ship's owner"), "contradiction"),
    ("one name of the directory", named(ARLAND, GREY_WOLVES), named(CASTRA, RED_HAND),
     "contradiction"),
    ("civilians or soldiers", was(ARLAND, "civilians"), was(BORVIA, "troops"), "contradiction"),
    ("fighters or medics", was(ARLAND, "fighters"), was(CASTRA, "medics"), "contradiction"),
    ("protesters or police", was(PROSECUTOR, "protesters"), was(FAMILY, "police"), "contradiction"),
    ("journalists or attackers", was(ARLAND, "attackers"), was(CASTRA, "journalists"),
     "contradiction"),
    ("not one of us", member(ARLAND, RED_HAND), member(RED_HAND, RED_HAND, **NO), "contradiction"),
    ("not our citizen", citizen(ARLAND, BORVIA), citizen(BORVIA, BORVIA, **NO), "contradiction"),
    ("not that man", named(PROSECUTOR, PETROV), named(FAMILY, PETROV, **NO), "contradiction"),
    ("were no soldiers", was(ARLAND, "troops"), was(BORVIA, "troops", **NO), "contradiction"),
    ("confirmed and denied", named(PROSECUTOR, PETROV, stance=Stance.CONFIRMS),
     named(FAMILY, PETROV, stance=Stance.DENIES), "contradiction"),
    ("one source unnamed", named(None, PETROV), named(FAMILY, LOM), "contradiction"),
    # Traps
    ("where he came from and whose citizen he is", named(ARLAND, BORVIA, value="from"),
     citizen(CASTRA, CASTRA), "route_is_not_nationality"),
    ("his name and his group", named(PROSECUTOR, PETROV), member(FAMILY, RED_HAND), "other_respect"),
    ("children are civilians", was(ARLAND, "civilians"), was(BORVIA, "children"), "answers_agree"),
    ("guards and policemen", was(ARLAND, "guards"), was(BORVIA, "police"), "answers_agree"),
    ("people of a sort nobody knows", was(ARLAND, "civilians"), was(BORVIA, "migrants"),
     "answers_agree"),
    ("not said what they were", was(ARLAND, "civilians"), was(BORVIA, ""), "answers_agree"),
    ("two spellings", named(PROSECUTOR, party("~Mikhailo Hanko")),
     named(FAMILY, party("~Mikhaylo Hanko")), "answers_agree"),
    ("his first name or his brother's", named(PROSECUTOR, PETROV),
     named(FAMILY, party("~Oleg Petrol")), "may_be_same"),
    ("described only", named(PROSECUTOR, PETROV), named(FAMILY, GUNMEN), "may_be_same"),
    ("a man of that army", member(CASTRA, ARLAND), member(BORVIA, ARLAND_ARMY), "answers_agree"),
    ("two passports", citizen(ARLAND, BORVIA), citizen(CASTRA, CASTRA), "tension"),
    ("two groups", member(ARLAND, RED_HAND), member(CASTRA, GREY_WOLVES), "tension"),
    ("gunmen may be anybody", did_it(ARLAND, BORVIA), did_it(CASTRA, GUNMEN), "tension"),
    ("doubted", named(PROSECUTOR, PETROV), named(FAMILY, PETROV, stance=Stance.DOUBTS), "tension"),
    ("may have been", was(ARLAND, "troops", modality=Modality.HEDGED, words="may have been soldiers"),
     was(BORVIA, "civilians"), "tension"),
    ("denied of another man", named(PROSECUTOR, PETROV), named(FAMILY, LOM, **NO), "other_actor"),
    ("another suspect", named(PROSECUTOR, PETROV), named(FAMILY, LOM, object="second suspect"),
     "different_question"),
    ("nobody is named", named(PROSECUTOR, PETROV), named(FAMILY), "unknown_actor"),
    ("one voice", was(BORVIA, "troops"), was(BORVIA_MINISTRY, "civilians"), "linked_claimants"),
    ("its later word", was(BORVIA, "troops", said=day(1)), was(BORVIA, "civilians", said=day(3)),
     "revision"),
    ("who did it is another matter", did_it(ARLAND, RED_HAND), named(CASTRA, PETROV),
     "different_question"),
)  # fmt: skip
