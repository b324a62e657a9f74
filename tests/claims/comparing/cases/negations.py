"""Said and denied, or two words of which only one can be: talks, damage, measures, weapons, votes."""

from claims.choices import Modality, Stance, Topic
from tests.claims.comparing.builders import (
    ARLAND,
    ARLAND_ARMY,
    BORVIA,
    BORVIA_MINISTRY,
    CASTRA,
    GREY_WOLVES,
    claim,
    day,
    figure,
    party,
)

UNION = party("~the teachers' union", "the teachers’ union")
BOARD = party("~the school board", "the school board")
OBSERVERS = party("~the observers", "the observers")
NO = {"stance": Stance.DENIES, "denied": True}


def talks(claimant, words="the talks took place", **given):
    return claim(given.pop("topic", Topic.OTHER), claimant, "other:talks", words=words, **given)


def bridge(claimant, value, **given):
    given.setdefault("said", day(1))
    return claim(
        Topic.DAMAGE, claimant, "damage:bridge", value=value, object="bridge",
        words=f"the bridge is {value}", **given,
    )  # fmt: skip


def curfew(claimant, value, **given):
    return claim(
        Topic.MEASURE,
        claimant,
        "measure:curfew",
        value=value,
        words=f"a curfew is {value}",
        **given,
    )


def weapon(claimant, value, **given):
    return claim(
        Topic.WEAPONS, claimant, "weapons:castra", actors=(CASTRA,), value=value,
        words=f"the rockets were {value}", **given,
    )  # fmt: skip


def fair(claimant, side, words, **given):
    return claim(Topic.OTHER, claimant, "matter:fair-vote", object=side, words=words, **given)


def account(claimant, teller, **given):
    given.setdefault("stance", Stance.DENIES)
    return claim(
        Topic.OTHER, claimant, f"account:{teller.key}", actors=(teller,), value="account",
        words=f"the account of {teller.name}", **given,
    )  # fmt: skip


OUTCOME = claim(Topic.OUTCOME, ARLAND, "outcome", value="defeated", said=day(1))

CASES = (
    ("talks, denied", talks(ARLAND), talks(BORVIA, "any talks", **NO), "contradiction"),
    ("confirmed, denied", talks(ARLAND, stance=Stance.CONFIRMS),
     talks(BORVIA, "any talks", **NO), "contradiction"),
    ("denied later", talks(UNION, said=day(1)), talks(BOARD, "any talks", said=day(3), **NO),
     "contradiction"),
    ("destroyed or whole", bridge(ARLAND, "destroyed"), bridge(BORVIA, "intact"), "contradiction"),
    ("damaged or whole", bridge(ARLAND, "damaged"), bridge(BORVIA, "intact"), "contradiction"),
    ("not destroyed", bridge(ARLAND, "destroyed"), bridge(BORVIA, "destroyed", **NO), "contradiction"),
    ("a curfew in force and lifted on one day", curfew(ARLAND, "in_force", holds=day(1)),
     curfew(BORVIA, "lifted", holds=day(1)), "contradiction"),
    ("not lifted", curfew(ARLAND, "lifted"), curfew(BORVIA, "lifted", **NO), "contradiction"),
    ("used, denied", weapon(ARLAND, "used"), weapon(CASTRA, "used", **NO), "contradiction"),
    ("supplied, denied", weapon(ARLAND, "supplied"), weapon(CASTRA, "supplied", **NO), "contradiction"),
    ("fair or rigged", fair(ARLAND, "yes", "The vote was fair"), fair(OBSERVERS, "no", "It was rigged"),
     "contradiction"),
    ("rigging, denied", fair(OBSERVERS, "no", "It was rigged"),
     fair(ARLAND, "no", "the rigging", stance=Stance.DENIES), "contradiction"),
    ("an account rejected", OUTCOME, account(GREY_WOLVES, ARLAND), "contradiction"),
    ("a figure of a rejected account", figure(ARLAND_ARMY, 70), account(GREY_WOLVES, ARLAND),
     "contradiction"),
    ("one source unnamed", talks(None), talks(BORVIA, "any talks", **NO), "contradiction"),
    # Traps
    ("both say it", talks(ARLAND), talks(BORVIA), "not_comparable"),
    ("both deny it", talks(ARLAND, **NO), talks(BORVIA, **NO), "not_comparable"),
    ("one denial, twice negative", talks(ARLAND, stance=Stance.DENIES), talks(BORVIA, denied=True),
     "not_comparable"),
    ("no comment", talks(ARLAND), talks(BORVIA, stance=Stance.NO_COMMENT), "no_comment"),
    ("whole at first", bridge(ARLAND, "intact"), bridge(BORVIA, "destroyed", said=day(3)), "times_apart"),
    ("hit and whole", bridge(ARLAND, "hit"), bridge(BORVIA, "intact"), "answers_agree"),
    ("damaged and destroyed", bridge(ARLAND, "damaged"), bridge(BORVIA, "destroyed"), "answers_agree"),
    ("destroyed denied, damage told", bridge(ARLAND, "damaged"), bridge(BORVIA, "destroyed", **NO),
     "answers_agree"),
    ("declared, then lifted", curfew(ARLAND, "declared"), curfew(BORVIA, "lifted"), "state_change"),
    ("one span whole, another gone", bridge(ARLAND, "intact", place="east span"),
     bridge(BORVIA, "destroyed", place="west span"), "different_place"),
    ("of no stated day", bridge(ARLAND, "intact", said=None), bridge(BORVIA, "destroyed"),
     "needs_time"),
    ("lifted the next day", curfew(ARLAND, "in_force", holds=day(1)),
     curfew(BORVIA, "lifted", holds=day(2)), "times_apart"),
    ("made by them, not used by them", weapon(ARLAND, "made"), weapon(CASTRA, "used", **NO),
     "supply_is_not_use"),
    ("denied of another place", talks(ARLAND, place="Ostrel"), talks(BORVIA, place="Dunmere", **NO),
     "different_place"),
    ("armed police, unarmed marchers", fair(ARLAND, "yes", "They were armed", value="forces"),
     fair(BORVIA, "no", "They were unarmed", value="people"), "different_population"),
    ("fair, said twice", fair(ARLAND, "yes", "It was fair"), fair(BORVIA, "yes", "It was clean"),
     "answers_agree"),
    ("somebody else's account", OUTCOME, account(GREY_WOLVES, BORVIA), "different_question"),
    ("an account doubted", OUTCOME, account(GREY_WOLVES, ARLAND, stance=Stance.DOUBTS),
     "different_question"),
    ("doubted", talks(ARLAND), talks(BORVIA, "the talks", stance=Stance.DOUBTS), "tension"),
    ("may have", talks(ARLAND, "talks may have taken place", modality=Modality.HEDGED),
     talks(BORVIA, "any talks", **NO), "tension"),
    ("no evidence of it", talks(ARLAND), talks(BORVIA, "There is no evidence of talks", **NO), "tension"),
    ("one voice", talks(BORVIA), talks(BORVIA_MINISTRY, "any talks", **NO), "linked_claimants"),
    ("its later word", talks(UNION, said=day(1)), talks(UNION, "any talks", said=day(2), **NO),
     "revision"),
    ("a demand", talks(UNION, "there must be talks", not_checkable=True), talks(BOARD, **NO),
     "not_checkable"),
)  # fmt: skip
