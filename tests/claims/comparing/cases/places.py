"""Where it was: a landing, a sinking, a meeting, a shooting, on whose soil."""

from claims.choices import Modality, Stance, Topic
from tests.claims.comparing.builders import (
    ARLAND,
    BORVIA,
    BORVIA_MINISTRY,
    CASTRA,
    claim,
    day,
    figure,
    party,
)

CREW = party("~the crew", "the crew")
COASTGUARD = party("~the coastguard", "the coastguard")
NO = {"stance": Stance.DENIES, "denied": True}
OPEN_SEA = {"value": "international"}


def where(claimant, place="", *soil, **given):
    given.setdefault("value", "in")
    given.setdefault("words", f"it was in {place or 'those waters'}")
    thing = given.pop("thing", "landing")
    return claim(
        Topic.OTHER, claimant, f"where:{thing}", place=place, actors=soil, measure="where", **given
    )


CASES = (
    ("two towns", where(ARLAND, "Ostrel"), where(BORVIA, "Dunmere"), "contradiction"),
    ("two towns of one region", where(ARLAND, "Ostrel, Vale region"),
     where(BORVIA, "Dunmere, Vale region"), "contradiction"),
    ("two regions", where(ARLAND, "Vale region"), where(BORVIA, "Moor province"), "contradiction"),
    ("towns of two regions", where(ARLAND, "Ostrel, Vale region"), where(BORVIA, "Moor province"),
     "contradiction"),
    ("on two states' soil", where(ARLAND, "", BORVIA), where(BORVIA, "", ARLAND), "contradiction"),
    ("in two states' waters", where(CREW, "", CASTRA), where(COASTGUARD, "", ARLAND), "contradiction"),
    ("a town of one state, another state's soil", where(CREW, "Ostrel", BORVIA),
     where(COASTGUARD, "", ARLAND), "contradiction"),
    ("the open sea or a state's waters", where(CREW, **OPEN_SEA), where(COASTGUARD, "", ARLAND),
     "contradiction"),
    ("the open sea, a town's harbour", where(CREW, **OPEN_SEA), where(COASTGUARD, "the port, Ostrel"),
     "contradiction"),
    ("that town is denied", where(ARLAND, "Ostrel"), where(BORVIA, "Ostrel", **NO), "contradiction"),
    ("a site of the town that is denied", where(ARLAND, "the school, Ostrel"),
     where(BORVIA, "Ostrel", **NO), "contradiction"),
    ("a quarter of the town that is denied", where(ARLAND, "Millside, Ostrel"),
     where(BORVIA, "Ostrel", **NO), "contradiction"),
    ("not on its soil", where(ARLAND, "", BORVIA), where(BORVIA, "", BORVIA, **NO), "contradiction"),
    ("sites of two towns", where(CREW, "the airport, Ostrel"), where(COASTGUARD, "the port, Dunmere"),
     "contradiction"),
    ("one source unnamed", where(None, "Ostrel"), where(COASTGUARD, "Dunmere"), "contradiction"),
    # Traps
    ("a town and its region", where(ARLAND, "Ostrel, Vale region"), where(BORVIA, "Vale region"),
     "answers_agree"),
    ("a site and its town", where(ARLAND, "the school, Ostrel"), where(BORVIA, "Ostrel"),
     "answers_agree"),
    ("two spellings of a town", where(ARLAND, "Grayvoran"), where(BORVIA, "Graivoran"), "answers_agree"),
    ("the city of", where(ARLAND, "the city of Ostrel"), where(BORVIA, "Ostrel"), "answers_agree"),
    ("a town and its state", where(ARLAND, "Ostrel", BORVIA), where(CASTRA, "", BORVIA),
     "answers_agree"),
    ("both on the open sea", where(CREW, **OPEN_SEA), where(COASTGUARD, **OPEN_SEA), "answers_agree"),
    ("off a coast, on the open sea", where(CREW, **OPEN_SEA), where(COASTGUARD, "", ARLAND, value="near"),
     "near_is_not_in"),
    ("another town than the one that is denied", where(ARLAND, "Millside, Dunmere"),
     where(BORVIA, "Ostrel", **NO), "answers_agree"),
    ("near a town, in the next", where(CREW, "Ostrel", value="near"), where(COASTGUARD, "Dunmere"),
     "near_is_not_in"),
    ("near a border", where(CREW, "", BORVIA, value="near"), where(COASTGUARD, "", ARLAND),
     "near_is_not_in"),
    ("two sites of a town", where(CREW, "the market, Ostrel"), where(COASTGUARD, "the square, Ostrel"),
     "may_be_same"),
    ("nobody says whether it lies there", where(CREW, "Ostrel"), where(COASTGUARD, "Moor province"),
     "needs_place"),
    ("a place and a state of which nothing is told", where(CREW, "Ostrel"), where(COASTGUARD, "", ARLAND),
     "needs_place"),
    ("another town is denied", where(ARLAND, "Ostrel"), where(BORVIA, "Dunmere", **NO), "answers_agree"),
    ("its region is told, a town of it denied", where(ARLAND, "Vale region"),
     where(BORVIA, "Ostrel, Vale region", **NO), "answers_agree"),
    ("denied of another state", where(ARLAND, "", BORVIA), where(CASTRA, "", CASTRA, **NO),
     "answers_agree"),
    *(
        (f"{one} and {other}", where(CREW, one), where(COASTGUARD, other), ending)
        for one, other, ending in (
            ("Podil, Kyiv", "Kyiv", "answers_agree"),
            ("Kyiv, Ukraine", "Ukraine", "answers_agree"),
            ("Ostrel", "northern Ostrel", "needs_place"),
            ("the outskirts of Ostrel", "the centre of Ostrel", "needs_place"),
            ("the sea", "the Black Sea", "needs_place"),
            ("Ostrel district", "Vale region", "needs_place"),
            ("Vale region", "Ostrel district, Vale region", "answers_agree"),
            ("Kyiv", "Kiev", "needs_place"),
            ("Hill 12", "Ostrel", "needs_place"),
        )
    ),
    ("another landing", where(ARLAND, "Ostrel"), where(BORVIA, "Dunmere", thing="crash"),
     "different_question"),
    ("doubted", where(ARLAND, "Ostrel"), where(BORVIA, "Ostrel", stance=Stance.DOUBTS), "tension"),
    ("may have been", where(ARLAND, "Ostrel", modality=Modality.HEDGED, words="may have been Ostrel"),
     where(BORVIA, "Dunmere"), "tension"),
    ("a state and its ministry", where(BORVIA, "Ostrel"), where(BORVIA_MINISTRY, "Dunmere"),
     "linked_claimants"),
    ("its own later word", where(CREW, "Ostrel", said=day(1)), where(CREW, "Dunmere", said=day(2)),
     "revision"),
    ("how many were hurt there", where(ARLAND, "Ostrel"), figure(BORVIA, 3, place="Dunmere"),
     "different_question"),
)  # fmt: skip
