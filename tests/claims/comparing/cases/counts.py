"""How many: figures of floods, marches, strikes, sieges and votes."""

from claims.choices import Basis, Modality, Stance, Topic
from claims.values import Count
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
    figure,
    party,
)

RESCUERS = party("~the rescue service", "the rescue service")
HOSPITAL = party("~Vale hospital", "Vale hospital")
UNION = party("~the dockers' union", "the dockers’ union")
PORT = party("~the port authority", "the port authority")
MAYOR = party("~Ada Lom", "Ada Lom")


def dead(claimant, low, high="same", **given):
    given.setdefault("population", "unknown")
    given.setdefault("words", f"{low} people were killed")
    return figure(claimant, low, high, **given)


def hurt(claimant, low, high="same", **given):
    return dead(claimant, low, high, measure="injured", **given)


def crowd(claimant, low, high="same", **given):
    given.setdefault("words", f"{low} took part in the march")
    return figure(claimant, low, high, measure="attended", population="", **given)


def length(claimant, number, unit, **given):
    """How long the oil slick is."""
    return claim(
        Topic.OTHER, claimant, "slick", measure="length", said=day(1),
        words=f"The slick is {number} {unit}s long", count=Count(number, number, unit=unit), **given,
    )  # fmt: skip


CASES = (
    ("a flood", dead(RESCUERS, 12), dead(MAYOR, 31), "contradiction"),
    ("a crowd at a rally", crowd(PORT, 4000), crowd(UNION, 20000), "contradiction"),
    ("a ceiling", dead(ARLAND, 0, 3), dead(CASTRA, 17), "contradiction"),
    ("fewer than", crowd(PORT, 0, 500, high_exclusive=True), crowd(UNION, 800), "contradiction"),
    ("an open floor", dead(ARLAND, 90, None), dead(BORVIA, 40), "contradiction"),
    (
        "more than a number is not that number less one",
        dead(ARLAND, 60, None, low_exclusive=True), dead(BORVIA, 59), "contradiction",
    ),
    ("two ranges", crowd(PORT, 200, 300), crowd(UNION, 700, 900), "contradiction"),
    ("too far for a round figure", crowd(PORT, 100_000), crowd(UNION, 60_000), "contradiction"),
    ("about", crowd(PORT, 1000, approximate=True), crowd(UNION, 1300), "contradiction"),
    ("nobody hurt", hurt(ARLAND_POLICE, 0, words="Nobody was hurt"), hurt(HOSPITAL, 6), "contradiction"),
    (
        "no losses, denied with a zero",
        dead(ARLAND, 0, stance=Stance.DENIES, words="any losses"), dead(BORVIA, 25), "contradiction",
    ),
    ("beyond any rounding", crowd(PORT, 100_000), crowd(UNION, 60_000), "contradiction"),
    ("kilometres and miles", length(PORT, 8, "kilometre"), length(UNION, 12, "mile"), "contradiction"),
    (
        "a total that fell over night",
        dead(RESCUERS, 40, said=day(1)), dead(MAYOR, 22, said=day(3)), "contradiction",
    ),
    (
        "one town, two figures",
        dead(RESCUERS, 9, place="Ostrel"), dead(MAYOR, 16, place="ostrel"), "contradiction",
    ),
    ("two services of one state", hurt(ARLAND_ARMY, 3), hurt(ARLAND_POLICE, 11), "contradiction"),
    # Traps
    ("at least holds more", dead(RESCUERS, 12, None), dead(MAYOR, 31), "answers_agree"),
    ("up to holds less", crowd(PORT, 0, 5000), crowd(UNION, 300), "answers_agree"),
    ("ranges that touch", crowd(PORT, 200, 300), crowd(UNION, 300, 400), "answers_agree"),
    ("a round figure and the exact one", crowd(PORT, 1300), crowd(UNION, 1287), "answers_agree"),
    ("two round figures", crowd(PORT, 40_000), crowd(UNION, 41_000), "answers_agree"),
    (
        "about and the exact figure",
        crowd(PORT, 1000, approximate=True), crowd(UNION, 1080), "answers_agree",
    ),
    ("a mile, told as two kilometres", length(PORT, 2, "kilometre"), length(UNION, 1, "mile"), "answers_agree"),
    ("five miles are eight kilometres", length(PORT, 8, "kilometre"), length(UNION, 5, "mile"), "answers_agree"),
    (
        "acres are no kilometres",
        length(PORT, 8, "kilometre"), length(UNION, 5, "acre"), "different_unit",
    ),
    ("dead and injured", dead(RESCUERS, 12, question="q"), hurt(MAYOR, 40, question="q"), "different_measure"),
    (
        "civilians and soldiers",
        dead(ARLAND, 3, population="troops"), dead(BORVIA, 20, population="civilians"),
        "different_population",
    ),
    (
        "civilians are some of all the dead",
        dead(ARLAND, 30), dead(BORVIA, 20, population="civilians"), "part_of_whole",
    ),
    (
        "a town is a part of the flooded land",
        dead(RESCUERS, 30), dead(MAYOR, 9, place="Ostrel"), "part_of_whole",
    ),
    (
        "two towns", dead(RESCUERS, 9, place="Ostrel"), dead(MAYOR, 16, place="Dunmere"),
        "different_place",
    ),
    ("more in a town than in all", dead(RESCUERS, 4), dead(MAYOR, 9, place="Ostrel"), "tension"),
    ("dozens is no figure", dead(ARLAND, 24, None, vague=True), dead(BORVIA, 5), "tension"),
    (
        "may have been", dead(ARLAND, 50, modality=Modality.HEDGED, words="50 may have died"),
        dead(BORVIA, 8), "tension",
    ),
    (
        "doubted", dead(ARLAND, 50), dead(BORVIA, 50, stance=Stance.DOUBTS, words="the figure of 50"),
        "tension",
    ),
    (
        "three more, and nine in all",
        dead(RESCUERS, 3, basis=Basis.INCREMENT), dead(MAYOR, 9), "different_basis",
    ),
    (
        "this year and so far today",
        dead(RESCUERS, 80, basis=Basis.PERIOD), dead(MAYOR, 9), "different_basis",
    ),
    ("it rose by morning", dead(RESCUERS, 12, said=day(1)), dead(MAYOR, 20, said=day(2)), "times_apart"),
    ("only one is dated", dead(RESCUERS, 12, said=None), dead(MAYOR, 20), "needs_time"),
    ("its own later figure", dead(RESCUERS, 12), dead(RESCUERS, 20, said=day(2)), "revision"),
    ("its own figure corrected", dead(RESCUERS, 20), dead(RESCUERS, 14, said=day(2)), "notice"),
    (
        "the state repeats its ministry, later",
        dead(BORVIA_MINISTRY, 12), dead(BORVIA, 15, said=day(2)), "revision",
    ),
    ("a state and its army on one day", dead(ARLAND, 8), dead(ARLAND_ARMY, 12), "linked_claimants"),
    ("no source on either side", dead(None, 8), dead(None, 12), "needs_claimant"),
    (
        "no comment", dead(ARLAND, 8), dead(BORVIA, 8, stance=Stance.NO_COMMENT), "no_comment",
    ),
    (
        "the missing become fewer", figure(ARLAND, 30, measure="missing", said=day(1)),
        figure(BORVIA, 12, measure="missing", said=day(3)), "times_apart",
    ),
    (
        "told later, true of the first day",
        dead(RESCUERS, 12, said=day(1)), dead(MAYOR, 20, said=day(5), holds=day(4)), "times_apart",
    ),
    ("not that many", dead(ARLAND, 3, None), dead(BORVIA, 40, stance=Stance.DENIES), "answers_agree"),
    (
        "its own losses and those it caused",
        dead(ARLAND, 3, population="own", question="q"),
        dead(BORVIA, 90, population="troops", question="q"), "different_population",
    ),
    (
        "its own floor raised", dead(RESCUERS, 12, None), dead(RESCUERS, 13, None, said=day(2)),
        "revision",
    ),
    (
        "its own figure and more than it", dead(RESCUERS, 70),
        dead(RESCUERS, 70, None, low_exclusive=True, said=day(2)), "same_claimant",
    ),
    (
        "army and police, one larger the next day", hurt(ARLAND_ARMY, 3),
        hurt(ARLAND_POLICE, 11, said=day(2)), "times_apart",
    ),
    ("taken back", dead(GREY_WOLVES, 80), dead(ARLAND, 2, retracted=True), "retracted"),
    (
        "a forecast", dead(RESCUERS, 12), dead(MAYOR, 100, not_checkable=True, words="100 will die"),
        "not_checkable",
    ),
)  # fmt: skip
