"""Had a part in it, had none: raids, coups, leaks, rigged votes and strikes."""

from claims.choices import Modality, Rung, Stance, Topic
from tests.claims.comparing.builders import (
    ARLAND,
    ARLAND_ARMY,
    BORVIA,
    BORVIA_MINISTRY,
    BORVIA_SPY,
    BORVIAN_UNIT,
    BORVIANS,
    CASTRA,
    DAWN,
    GREY_WOLVES,
    claim,
    did_it,
    had_part,
    no_part,
    party,
)

OFFICERS = party("~Castran officers", "Castran officers", "castra")
COMPANY = party("~Ferrol Mining", "Ferrol Mining")
UNION = party("~the miners' union", "the miners’ union")
NO = {"stance": Stance.DENIES, "denied": True}


def there(claimant, actor, words="its soldiers were there", **given):
    return claim(
        Topic.PRESENCE, claimant, f"presence:{actor.key}", dispute="responsibility",
        actors=(actor,), words=words, **given,
    )  # fmt: skip


def tied(claimant, group, body, words="a unit of its army", **given):
    return had_part(claimant, group, value="tie", object=body.key, words=words, **given)


CASES = (
    ("done, denied", did_it(ARLAND, BORVIA, words="Borvia attacked the pier"),
     no_part(BORVIA, BORVIA, words="any involvement"), "contradiction"),
    ("a part in a coup", had_part(ARLAND, CASTRA, words="Castra had a hand in the coup"),
     no_part(CASTRA, CASTRA, words="had nothing to do with the coup"), "contradiction"),
    ("its officers did it", did_it(ARLAND, OFFICERS), no_part(CASTRA, CASTRA), "contradiction"),
    ("ordered, order denied", had_part(ARLAND, CASTRA, Rung.ORDERED),
     no_part(CASTRA, CASTRA, Rung.ORDERED), "contradiction"),
    ("supported, any part denied", had_part(ARLAND, CASTRA, Rung.SUPPORTED),
     no_part(CASTRA, CASTRA), "contradiction"),
    ("took part, support denied", had_part(ARLAND, CASTRA, Rung.TOOK_PART),
     no_part(CASTRA, CASTRA, Rung.SUPPORTED), "contradiction"),
    ("knew of it, knowledge denied", had_part(UNION, COMPANY, Rung.KNEW, words="it knew of the leak"),
     no_part(COMPANY, COMPANY, Rung.KNEW, words="did not know of the leak"), "contradiction"),
    ("encouraged, encouragement denied", had_part(COMPANY, UNION, Rung.ENCOURAGED),
     no_part(UNION, UNION, Rung.ENCOURAGED), "contradiction"),
    ("were there, were not there", there(ARLAND, BORVIA),
     there(BORVIA, BORVIA, "none of its soldiers was there", **NO), "contradiction"),
    ("did it, was not there", did_it(ARLAND, BORVIA), there(CASTRA, BORVIA, **NO), "contradiction"),
    ("the cause names who", claim(Topic.CAUSE, ARLAND, "cause:pier", actors=(BORVIA,), value="strike",
                                  dispute="cause"),
     no_part(BORVIA, BORVIA), "contradiction"),
    ("cleared by a third", did_it(ARLAND, BORVIA), no_part(CASTRA, BORVIA), "contradiction"),
    ("a service blamed, the state denies", did_it(ARLAND, BORVIA_SPY), no_part(BORVIA, BORVIA),
     "contradiction"),
    ("the state blamed, its service denies its own", did_it(ARLAND, BORVIA),
     no_part(BORVIA_SPY, BORVIA_SPY), "contradiction"),
    ("a tie told and denied", tied(ARLAND, DAWN, CASTRA),
     tied(GREY_WOLVES, DAWN, CASTRA, "no unit of that army", **NO), "contradiction"),
    ("highly likely, denied", had_part(ARLAND, BORVIA, modality=Modality.HEDGED,
                                       words="It was highly likely their work"),
     no_part(BORVIA, BORVIA), "contradiction"),
    # Traps
    ("one denies, another claims it", did_it(GREY_WOLVES, GREY_WOLVES), no_part(BORVIA, BORVIA),
     "other_actor"),
    ("a third state denies its own part", did_it(ARLAND, BORVIA), no_part(CASTRA, CASTRA),
     "other_actor"),
    ("support is no order", had_part(ARLAND, CASTRA, Rung.SUPPORTED),
     no_part(CASTRA, CASTRA, Rung.ORDERED), "other_rung"),
    ("knowing is no support", had_part(UNION, COMPANY, Rung.KNEW),
     no_part(COMPANY, COMPANY, Rung.SUPPORTED), "other_rung"),
    ("encouraging is no deed", had_part(COMPANY, UNION, Rung.ENCOURAGED),
     no_part(UNION, UNION, Rung.CARRIED_OUT), "other_rung"),
    ("an order from afar", had_part(ARLAND, CASTRA, Rung.ORDERED), there(CASTRA, CASTRA, **NO),
     "other_rung"),
    ("some part, not the deed", had_part(ARLAND, CASTRA), no_part(CASTRA, CASTRA, Rung.CARRIED_OUT),
     "other_rung"),
    ("its weapons, not its hand", claim(Topic.WEAPONS, ARLAND, "weapons:castra", actors=(CASTRA,),
                                        value="made", words="Castran rifles were found"),
     no_part(CASTRA, CASTRA), "different_question"),
    ("no comment", had_part(ARLAND, BORVIA), had_part(BORVIA, BORVIA, stance=Stance.NO_COMMENT),
     "no_comment"),
    ("another raid", did_it(ARLAND, BORVIA, event="the raid of May"), no_part(BORVIA, BORVIA),
     "different_event"),
    ("two denials", no_part(CASTRA, CASTRA), no_part(BORVIA, BORVIA), "not_comparable"),
    ("knowing is not doing", had_part(UNION, COMPANY, Rung.KNEW),
     no_part(COMPANY, COMPANY, Rung.CARRIED_OUT), "other_rung"),
    ("nobody is named", had_part(ARLAND, CASTRA), did_it(BORVIA, **NO), "unknown_actor"),
    ("both say so", had_part(ARLAND, BORVIA), had_part(CASTRA, BORVIA), "not_comparable"),
    ("a ministry and its state", did_it(BORVIA_MINISTRY, BORVIA), no_part(BORVIA, BORVIA),
     "linked_claimants"),
    ("an admission after a denial", no_part(BORVIA, BORVIA, said=None),
     had_part(BORVIA, BORVIA, said=None), "same_claimant"),
    ("doubted", had_part(ARLAND, BORVIA), had_part(CASTRA, BORVIA, stance=Stance.DOUBTS), "tension"),
    ("its people, not the state", did_it(ARLAND, BORVIANS), no_part(BORVIA, BORVIA), "tension"),
    ("an alleged tool", did_it(ARLAND, DAWN), no_part(BORVIA, BORVIA), "tension"),
    ("may have", had_part(ARLAND, BORVIA, modality=Modality.HEDGED, words="may have helped"),
     no_part(BORVIA, BORVIA), "tension"),
    ("a tie is not yet a part", tied(ARLAND, DAWN, BORVIA), no_part(BORVIA, BORVIA), "tension"),
    ("only a formal tie is denied", tied(ARLAND, DAWN, CASTRA),
     tied(GREY_WOLVES, DAWN, CASTRA, "has no formal tie to the army", **NO), "tension"),
    ("a tie of another group", tied(ARLAND, DAWN, CASTRA),
     tied(CASTRA, GREY_WOLVES, CASTRA, **NO), "other_actor"),
    ("a unit of the army, another army's denial", did_it(ARLAND, BORVIAN_UNIT),
     no_part(ARLAND_ARMY, ARLAND_ARMY), "linked_claimants"),
)  # fmt: skip
