"""Who did it: one act and two authors, of blasts, killings, hacks and derailments."""

from claims.choices import Modality, Rung, Stance, Topic
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
    DAWN,
    GREY_WOLVES,
    claim,
    day,
    did_it,
    had_part,
    party,
)

CASTRANS = party("~Castran divers", "Castran divers", "castra")
OPPOSITION = party("~opposition supporters", "opposition supporters")
POLICE = party("~the riot police", "the riot police")
RED_HAND = party("~Red Hand", "Red Hand")
HACKERS = party("~Night Owl", "Night Owl", "castra")


def caused(claimant, *actors, value="explosives", **given):
    return claim(
        Topic.CAUSE, claimant, "cause", dispute="cause", actors=actors, value=value, **given
    )


def of(target, claimant, *actors):
    key = f"responsibility:{target}"
    return did_it(claimant, *actors, question=key, dispute=key)


CASES = (
    ("each blames the other", did_it(ARLAND, BORVIA, words="Borvia shelled the station"),
     did_it(BORVIA, ARLAND, words="Arland shelled the station"), "contradiction"),
    ("a group claims what is laid to a state",
     did_it(ARLAND, BORVIA), did_it(RED_HAND, RED_HAND, words="We set the charges"), "contradiction"),
    ("two states in the eyes of two others", did_it(ARLAND_ARMY, BORVIA), did_it(BORVIA_SPY, CASTRA),
     "contradiction"),
    ("divers of one state, agents of another", did_it(ARLAND, CASTRANS), did_it(CASTRA, BORVIA_SPY),
     "contradiction"),
    ("police or protesters", did_it(None, POLICE, claimant_text="The opposition"),
     did_it(ARLAND, OPPOSITION, words="Its own supporters lit the fire"), "contradiction"),
    ("the cause names one, the blame another", caused(ARLAND, BORVIA, words="Borvia mined the pier"
                                                      " and blew it up"),
     caused(BORVIA, ARLAND, words="Arland blew up the pier"), "contradiction"),
    ("by its rung", had_part(ARLAND, BORVIA, Rung.CARRIED_OUT), did_it(CASTRA, RED_HAND),
     "contradiction"),
    ("two services of one state differ", did_it(ARLAND_ARMY, BORVIA), did_it(ARLAND_POLICE, RED_HAND),
     "contradiction"),
    ("hackers of one land or of another", did_it(ARLAND, HACKERS), did_it(CASTRA, BORVIA_SPY),
     "contradiction"),
    ("two are blamed, a third claims it", did_it(ARLAND, BORVIA, CASTRA), did_it(RED_HAND, RED_HAND),
     "contradiction"),
    ("one source is not named", did_it(None, BORVIA), did_it(CASTRA, RED_HAND), "contradiction"),
    ("confirmed by one, claimed by another", did_it(ARLAND, RED_HAND, stance=Stance.CONFIRMS),
     did_it(GREY_WOLVES, GREY_WOLVES), "contradiction"),
    ("days later", did_it(ARLAND, BORVIA, said=day(1)), did_it(BORVIA, CASTRA, said=day(9)),
     "contradiction"),
    ("an alleged tool takes it upon itself", did_it(ARLAND, BORVIA),
     did_it(DAWN, DAWN, words="The brigade claimed responsibility"), "contradiction"),
    # Traps
    ("two groups claim it", did_it(RED_HAND, RED_HAND), did_it(GREY_WOLVES, GREY_WOLVES),
     "claimed_together"),
    ("one of two that were named claims it", did_it(ARLAND, RED_HAND, GREY_WOLVES),
     did_it(GREY_WOLVES, GREY_WOLVES), "answers_agree"),
    ("a state and its army", did_it(BORVIA, ARLAND), did_it(CASTRA, ARLAND_ARMY), "answers_agree"),
    ("a state and its spies", did_it(ARLAND, BORVIA), did_it(CASTRA, BORVIA_SPY), "answers_agree"),
    ("a unit of a state", did_it(ARLAND, BORVIA), did_it(CASTRA, BORVIAN_UNIT), "answers_agree"),
    ("two spellings of one group", did_it(ARLAND, party("~Azrak Front")),
     did_it(CASTRA, party("~Azraq Front")), "answers_agree"),
    ("citizens and a corps of one land", did_it(ARLAND, BORVIANS),
     did_it(CASTRA, party("~Borvian Youth Corps")), "may_be_same"),
    ("people of a state, and the state", did_it(ARLAND, BORVIANS), did_it(CASTRA, BORVIA), "may_be_same"),
    ("ordered by one, done by another", had_part(ARLAND, BORVIA, Rung.ORDERED),
     did_it(RED_HAND, RED_HAND), "not_comparable"),
    ("paid by one, done by another", had_part(ARLAND, BORVIA, Rung.SUPPORTED),
     did_it(RED_HAND, RED_HAND), "not_comparable"),
    ("a tie names no author", had_part(ARLAND, DAWN, value="tie", object="borvia"),
     did_it(CASTRA, RED_HAND), "not_comparable"),
    ("nobody is named", did_it(ARLAND), did_it(CASTRA, BORVIA), "not_comparable"),
    ("another act", of("pier", ARLAND, BORVIA),
     of("bridge", BORVIA, ARLAND), "different_question"),
    ("an act without its target", of("pier", ARLAND, BORVIA),
     did_it(BORVIA, ARLAND), "needs_target"),
    ("its own two versions", did_it(ARLAND, BORVIA), did_it(ARLAND, CASTRA), "same_claimant"),
    ("its later version", did_it(ARLAND, BORVIA, said=day(1)), did_it(ARLAND, CASTRA, said=day(4)),
     "revision"),
    ("a spokesman and his state", did_it(BORVIA, ARLAND), did_it(BORVIA_MINISTRY, CASTRA),
     "linked_claimants"),
    ("an alleged tool tells of its doings", did_it(ARLAND, BORVIA),
     did_it(DAWN, DAWN, words="We have crossed the river"), "tension"),
    ("who mined it need not have blown it up", caused(ARLAND, BORVIA, words="Borvia mined the pier"),
     caused(BORVIA, ARLAND, words="Arland blew up the pier"), "tension"),
    ("may have been", did_it(ARLAND, BORVIA, modality=Modality.HEDGED, words="it may have been Borvia"),
     did_it(BORVIA, CASTRA), "tension"),
)  # fmt: skip
