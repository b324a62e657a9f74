"""When it was: a blast, a vote, a landing, a siege, by day and by the clock."""

from claims.choices import Modality, Stance, Topic
from tests.claims.comparing.builders import (
    ARLAND,
    BORVIA,
    BORVIA_MINISTRY,
    CASTRA,
    claim,
    day,
    did_it,
    party,
)

CREW = party("~the crew", "the crew")
COASTGUARD = party("~the coastguard", "the coastguard")
NO = {"stance": Stance.DENIES, "denied": True}


def when(claimant, value="", *, measure="happened", **given):
    given.setdefault("words", f"it {measure} at {value}")
    thing = given.pop("thing", "blast")
    return claim(
        Topic.OTHER, claimant, f"when:{measure}:{thing}", value=value, measure=measure, **given
    )


def on(claimant, number, clock="", **given):
    return when(claimant, clock, holds=day(number), **given)


CASES = (
    ("two days", on(ARLAND, 1), on(BORVIA, 3), "contradiction"),
    ("two days, told as dates", when(ARLAND, "2024-03-04"), when(BORVIA, "2024-03-08"), "contradiction"),
    ("a day that follows the other", on(ARLAND, 1), on(BORVIA, 2), "contradiction"),
    ("two months", when(CREW, "2024-01"), when(COASTGUARD, "2024-03"), "contradiction"),
    ("a month and a day outside of it", when(CREW, "2024-01"), on(COASTGUARD, 2), "contradiction"),
    ("two years", when(CREW, "2019"), when(COASTGUARD, "2021"), "contradiction"),
    ("morning and evening of one day", on(CREW, 1, "T06"), on(COASTGUARD, 1, "T19"), "contradiction"),
    ("to the minute", on(CREW, 1, "T06:40"), on(COASTGUARD, 1, "T08:10"), "contradiction"),
    ("two times of no stated day", when(CREW, "T06:40"), when(COASTGUARD, "T11"), "contradiction"),
    ("before noon, in the evening", on(CREW, 1, "../T12"), on(COASTGUARD, 1, "T20"), "contradiction"),
    ("after a day, before it", when(CREW, "2024-03-09/.."), on(COASTGUARD, 2), "contradiction"),
    ("by two clocks that are told", on(CREW, 1, "T06:00+02:00"), on(COASTGUARD, 1, "T09:00Z"),
     "contradiction"),
    ("about a day, weeks apart", when(CREW, "2024-03-04~"), when(COASTGUARD, "2024-03-20"),
     "contradiction"),
    ("it began on two days", on(ARLAND, 1, measure="began"), on(BORVIA, 4, measure="began"),
     "contradiction"),
    ("the very day is denied", on(ARLAND, 1), on(BORVIA, 1, **NO), "contradiction"),
    ("days apart, whatever the clock", on(CREW, 1, "T06[Ostrel]"), on(COASTGUARD, 5, "T09Z"),
     "contradiction"),
    # Traps
    ("a day and an hour of it", on(ARLAND, 1), on(BORVIA, 1, "T06:40"), "answers_agree"),
    ("a month and a day of it", when(CREW, "2024-03"), on(COASTGUARD, 2), "answers_agree"),
    ("at six, and twenty past", on(CREW, 1, "T06"), on(COASTGUARD, 1, "T06:20"), "answers_agree"),
    ("before eight, at six", on(CREW, 1, "../T08"), on(COASTGUARD, 1, "T06"), "answers_agree"),
    ("since Monday, on Wednesday", when(CREW, "2024-03-04/.."), on(COASTGUARD, 3), "answers_agree"),
    ("in the night to Tuesday, early on Tuesday", on(CREW, 1, "T22/T05"), on(COASTGUARD, 2, "T03"),
     "answers_agree"),
    ("at night of no stated day", when(CREW, "T23/T04"), when(COASTGUARD, "T02:10"), "answers_agree"),
    ("about a day, the next", when(CREW, "2024-03-04~"), when(COASTGUARD, "2024-03-05"),
     "answers_agree"),
    ("three o'clock here, one by Greenwich", on(CREW, 1, "T03:00+02:00"), on(COASTGUARD, 1, "T01:00Z"),
     "answers_agree"),
    ("whose clock is not told", on(CREW, 1, "T14:50[Ostrel]"), on(COASTGUARD, 1, "T13:50"),
     "other_clock"),
    ("two watches", on(CREW, 1, "T06:40"), on(COASTGUARD, 1, "T07:05"), "tension"),
    ("shortly before midnight, the next day", on(CREW, 1, "T23:30"), on(COASTGUARD, 2), "tension"),
    ("beginning and end", on(CREW, 1, measure="began", thing="siege"),
     on(COASTGUARD, 4, measure="ended", thing="siege"), "different_question"),
    ("began and ended under one question", claim(Topic.OTHER, CREW, "q", measure="began", holds=day(1)),
     claim(Topic.OTHER, COASTGUARD, "q", measure="ended", holds=day(4)), "different_measure"),
    ("a day and an hour of no day", on(CREW, 1), when(COASTGUARD, "T06"), "needs_time"),
    ("nothing that can be read", when(CREW, "at dawn"), on(COASTGUARD, 1), "needs_time"),
    ("another day is denied", on(ARLAND, 1), on(BORVIA, 3, **NO), "answers_agree"),
    ("another blast", on(ARLAND, 1), on(BORVIA, 3, thing="second blast"), "different_question"),
    ("doubted", on(ARLAND, 1), on(BORVIA, 1, stance=Stance.DOUBTS), "tension"),
    ("may have been", on(ARLAND, 1, modality=Modality.HEDGED, words="may have been on Monday"),
     on(BORVIA, 3), "tension"),
    ("a state and its ministry", on(BORVIA, 1), on(BORVIA_MINISTRY, 3), "linked_claimants"),
    ("its own later word", on(CREW, 3, said=day(4)), on(CREW, 1, said=day(6)), "revision"),
    ("said on two days of one blast", on(ARLAND, 1, said=day(2)), on(CASTRA, 1, said=day(9)),
     "answers_agree"),
    ("who did it is another matter", on(ARLAND, 1), did_it(BORVIA, CASTRA), "different_question"),
)  # fmt: skip
