"""Is it genuine: a film, a leaked letter, a ballot, a photograph, a recording."""

from claims.choices import Modality, Stance, Topic
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

PAPER = party("~the Vale Courier", "the Vale Courier")
LAB = party("~the forensic laboratory", "the forensic laboratory")
MINISTER = party("~Ada Lom", "Ada Lom")
NO = {"stance": Stance.DENIES, "denied": True}


def shown(claimant, value, words="", **given):
    thing = given.pop("thing", "film")
    return claim(
        Topic.AUTHENTICITY, claimant, f"authenticity:{thing}", value=value,
        words=words or f"the {thing} is {value or 'known'}", **given,
    )  # fmt: skip


REAL, FAKE = "genuine", "fake"

CASES = (
    ("a film", shown(ARLAND, REAL), shown(BORVIA, FAKE), "contradiction"),
    ("a letter", shown(PAPER, REAL, thing="letter"), shown(MINISTER, FAKE, "It is a forgery", thing="letter"),
     "contradiction"),
    ("ballots", shown(ARLAND, REAL, thing="ballots"), shown(CASTRA, FAKE, thing="ballots"),
     "contradiction"),
    ("genuine, denied", shown(PAPER, REAL), shown(MINISTER, REAL, **NO), "contradiction"),
    ("fake, denied", shown(MINISTER, FAKE), shown(PAPER, FAKE, **NO), "contradiction"),
    ("confirmed by a laboratory", shown(LAB, REAL, stance=Stance.CONFIRMS), shown(MINISTER, FAKE),
     "contradiction"),
    ("weeks apart", shown(PAPER, REAL, said=day(1)), shown(MINISTER, FAKE, said=day(20)), "contradiction"),
    ("only one dated", shown(PAPER, REAL, said=day(1)), shown(MINISTER, FAKE), "contradiction"),
    ("almost certainly fake", shown(LAB, FAKE, "It is almost certainly a fake", modality=Modality.HEDGED),
     shown(PAPER, REAL), "contradiction"),
    ("one source unnamed", shown(None, REAL), shown(MINISTER, FAKE), "contradiction"),
    ("said to be alleged", shown(ARLAND, FAKE, modality=Modality.ALLEGED), shown(BORVIA, REAL),
     "contradiction"),
    ("the army and another state", shown(ARLAND_ARMY, FAKE), shown(BORVIA_MINISTRY, REAL), "contradiction"),
    # Traps
    ("both genuine", shown(ARLAND, REAL), shown(BORVIA, REAL), "answers_agree"),
    ("both say no", shown(ARLAND, FAKE), shown(BORVIA, REAL, **NO), "answers_agree"),
    ("both fake by denial", shown(ARLAND, REAL, **NO), shown(BORVIA, REAL, **NO), "not_comparable"),
    ("two films", shown(ARLAND, REAL), shown(BORVIA, FAKE, thing="second film"), "different_question"),
    ("a film and a photograph", shown(ARLAND, REAL), shown(BORVIA, FAKE, thing="photograph"),
     "different_question"),
    ("doubted", shown(ARLAND, REAL), shown(BORVIA, REAL, "its origin", stance=Stance.DOUBTS), "tension"),
    ("doubted without a word for what it is", shown(ARLAND, REAL),
     shown(BORVIA, "", "the footage", stance=Stance.DOUBTS), "tension"),
    ("may be fake", shown(ARLAND, REAL), shown(BORVIA, FAKE, "It may be fake", modality=Modality.HEDGED),
     "tension"),
    ("no sign of tampering is no proof", shown(ARLAND, FAKE, "It was tampered with"),
     shown(LAB, FAKE, "We found no signs of tampering", **NO), "tension"),
    ("doubted and denied", shown(ARLAND, REAL, **NO), shown(BORVIA, REAL, stance=Stance.DOUBTS),
     "answers_agree"),
    ("no comment", shown(ARLAND, REAL), shown(BORVIA, REAL, stance=Stance.NO_COMMENT), "no_comment"),
    ("taken back", shown(PAPER, REAL, retracted=True), shown(MINISTER, FAKE), "retracted"),
    ("one voice", shown(BORVIA, REAL), shown(BORVIA_MINISTRY, FAKE), "linked_claimants"),
    ("its later word", shown(PAPER, REAL, said=day(1)), shown(PAPER, FAKE, said=day(3)), "revision"),
    ("who made it", shown(ARLAND, FAKE), did_it(BORVIA, CASTRA), "different_question"),
    ("another leak", shown(ARLAND, REAL, event="the leak of May"), shown(BORVIA, FAKE),
     "different_event"),
)  # fmt: skip
