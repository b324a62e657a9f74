"""X had a part in it; X had none."""

import re

from claims.choices import Kind, Rung, Severity, Topic
from claims.comparing.judging import NOT_MINE, Clash, Judgement, agree, sides
from claims.comparing.parties import (
    actor_pairs,
    allegedly_one_voice,
    claims_own_act,
    is_described,
    one_voice,
    voices,
)
from claims.comparing.sentences import named
from claims.values import Abstention, Party, Statement

TIE = "tie"
PARTS = frozenset({Topic.RESPONSIBILITY, Topic.INVOLVEMENT, Topic.PRESENCE, Topic.CAUSE})
LADDER = tuple(Rung)  # the highest part first
IMPLIED_RUNG = {
    Topic.RESPONSIBILITY: Rung.CARRIED_OUT,
    Topic.CAUSE: Rung.CARRIED_OUT,
    Topic.PRESENCE: Rung.TOOK_PART,
}
FORMAL = re.compile(r"\b(?:no|not|any|without)(?: an?)? (?:formal|official)", re.IGNORECASE)
BOTH = "Of one event, both cannot be true."


def involvement_denied(left: Statement, right: Statement) -> Judgement:
    """Find a part in the act that is said of an actor and denied of it.

    Who denies does not matter, only of whom: Kyiv's denial of its own part says nothing of
    other groups. See ``excluded_by_denial`` for the ladder.
    """
    pair = sides(left, right)
    if pair is None or not {left.topic, right.topic} <= PARTS:
        return NOT_MINE
    yes, no = pair
    if TIE in {yes.answer.value, no.answer.value}:
        return _tie_denied(yes, no)
    if {yes.topic, no.topic} == {Topic.CAUSE} and not (yes.answer.actors or no.answer.actors):
        return NOT_MINE  # what brought it about, not who
    if not (yes.answer.actors and no.answer.actors):
        return Abstention("unknown_actor", "One of them does not say whose part is meant.")
    if not _rungs_exclude(yes, no):
        return Abstention("other_rung", "The part that is denied is not the part that is claimed.")
    return _strongest([_of_actors(yes, p, n) for p, n in actor_pairs(yes, no)])


def excluded_by_denial(rung: Rung | None) -> frozenset[Rung]:
    """The parts that a denial of this one rules out; None denies any part and rules out all.

    Who does more has done the less: a denial excludes its own rung and, by contraposition,
    every higher one ("did not know of it" leaves nothing). One exception: an order can be given
    without taking part, so denying the deed (carried out, took part) leaves "ordered" open.
    A denied high rung leaves the lower ones open ("did not order it" may still have supported).
    """
    if rung is None:
        return frozenset(LADDER)
    excluded = frozenset(LADDER[: LADDER.index(rung) + 1])
    return excluded - {Rung.ORDERED} if rung in {Rung.CARRIED_OUT, Rung.TOOK_PART} else excluded


def stated_rung(statement: Statement) -> Rung | None:
    """The part an answer speaks of; None is "a part" without saying which."""
    return statement.answer.rung or IMPLIED_RUNG.get(statement.topic)


def _rungs_exclude(yes: Statement, no: Statement) -> bool:
    denied = excluded_by_denial(stated_rung(no))
    claimed = stated_rung(yes)
    return Rung.KNEW in denied if claimed is None else claimed in denied


def _of_actors(yes: Statement, doer: Party, denied: Party) -> Judgement:
    if denied.key in voices(doer) or (is_described(denied) and one_voice(doer, denied)):
        return Clash(Kind.INVOLVEMENT, BOTH)
    if doer.key in voices(denied):
        condition = f"Compatible only if another part of {named(doer)} than {named(denied)} acted."
        return Clash(Kind.INVOLVEMENT, BOTH, score=0.75, condition=condition)
    if allegedly_one_voice(doer, denied) and not claims_own_act(yes):
        why = f"They exclude each other only if {named(doer)} acts for {named(denied)}."
        return Clash(Kind.INVOLVEMENT, why, severity=Severity.TENSION, score=0.5)
    if doer.nation and doer.nation in voices(denied) and not claims_own_act(yes):
        why = f"They exclude each other only if {named(doer)} acted for {named(denied)}."
        return Clash(Kind.INVOLVEMENT, why, severity=Severity.TENSION, score=0.4)
    words = f"The part of {named(denied)} is denied; the other speaks of {named(doer)}."
    return Abstention("other_actor", words)


def _tie_denied(yes: Statement, no: Statement) -> Judgement:
    """A group's tie to an organisation, against its denial or the organisation's own."""
    if yes.answer.value == no.answer.value:
        if not any(one_voice(a, b) for a, b in actor_pairs(yes, no)):
            return Abstention("other_actor", "They speak of different groups.")
        if FORMAL.search(no.words):
            why = "Only a formal tie is denied; the other does not say of what kind it is."
            return Clash(Kind.INVOLVEMENT, why, severity=Severity.TENSION, score=0.5)
        return Clash(Kind.INVOLVEMENT, "A tie cannot both exist and not exist.", score=0.8)
    if no.answer.value == TIE:
        return agree("Having had a part does not need the tie that is denied.")
    if yes.answer.object not in no.answer.actors:
        return Abstention("other_actor", "The denial is of another actor.")
    why = "A tie is not yet a part in this act, but it weakens the denial."
    return Clash(Kind.INVOLVEMENT, why, severity=Severity.TENSION, score=0.5)


def _strongest(judgements: list[Judgement]) -> Judgement:
    clashes = [j for j in judgements if isinstance(j, Clash)]
    return max(clashes, key=lambda clash: clash.score, default=judgements[0])
