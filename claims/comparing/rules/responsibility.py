"""Who did it: one act, two authors."""

import re

from claims.choices import Kind, Rung, Severity, Topic
from claims.comparing.asking import asked_apart, questions_share
from claims.comparing.bodies import are_apart
from claims.comparing.judging import NOT_MINE, Clash, Judgement, agree, both_positive
from claims.comparing.parties import (
    actor_pairs,
    allegedly_one_voice,
    answer_parties,
    claims_own_act,
    is_nobody_in_particular,
    may_be_same,
    names,
    one_voice,
)
from claims.comparing.rules.involvement import TIE, stated_rung
from claims.comparing.sentences import named
from claims.values import Abstention, Party, Statement

RESPONSIBLE = re.compile(r"\bresponsib", re.IGNORECASE)
AUTHORS = frozenset({Topic.RESPONSIBILITY, Topic.INVOLVEMENT, Topic.CAUSE, Topic.DAMAGE})


def authors_differ(left: Statement, right: Statement) -> Judgement:
    """Find one act laid to two authors that are neither the same nor linked.

    Groups that each claim the act may have acted together. A link that is only alleged is named as
    the condition that would reconcile the two; where it would reconcile all, they only pull apart.
    """
    if not (both_positive(left, right) and _names_author(left) and _names_author(right)):
        return NOT_MINE
    pairs = tuple(actor_pairs(left, right))
    compatible = _compatible(left, right, pairs)
    if compatible is not None:
        return compatible
    first, second = names(answer_parties(left)), names(answer_parties(right))
    vague = any(is_nobody_in_particular(p) for pair in pairs for p in pair)
    if vague and not all(are_apart(a.name, b.name) for a, b in pairs):
        why = f"“{first}” and “{second}” pull apart, but one could be the other."
        return Clash(Kind.IDENTITY, why, severity=Severity.TENSION, score=0.4)
    return _two_authors(pairs, owned=_takes_it(left) or _takes_it(right))


def _compatible(
    left: Statement, right: Statement, pairs: tuple[tuple[Party, Party], ...]
) -> Abstention | None:
    """Why the two authors can both be, if they can."""
    if asked_apart(left, right) and not questions_share(left, right):
        return Abstention("different_question", "They were asked about two acts.")
    if any(one_voice(a, b) for a, b in pairs):
        return agree("Both name the same author, or one that belongs to the other.")
    if claims_own_act(left) and claims_own_act(right):
        return Abstention("claimed_together", "Several may claim one act together.")
    if any(may_be_same(a, b) for a, b in pairs):
        return Abstention("may_be_same", "One author is only described, and may be the other.")
    return None


def _two_authors(pairs: tuple[tuple[Party, Party], ...], *, owned: bool) -> Clash:
    """Whoever takes responsibility denies, for all that is alleged, that another did it."""
    condition = ""
    linked = [(a, b) for a, b in pairs if allegedly_one_voice(a, b)]
    if linked:
        condition = f"Compatible only if {_command(named(linked[0][0]), named(linked[0][1]))}."
    why = "One act has been laid to two different authors."
    if len(linked) == len(pairs) and not owned:  # both hold if the allegation does
        return Clash(Kind.RESPONSIBILITY, why, Severity.TENSION, score=0.5, condition=condition)
    return Clash(Kind.RESPONSIBILITY, why, score=0.8 if condition else 0.9, condition=condition)


def _takes_it(statement: Statement) -> bool:
    """Whether the claimant takes responsibility in so many words, not only tells of its doings."""
    return claims_own_act(statement) and bool(RESPONSIBLE.search(statement.words))


def _names_author(statement: Statement) -> bool:
    """Whether the answer says who did the deed itself, not who ordered or supported it."""
    if statement.topic not in AUTHORS or not statement.answer.actors:
        return False
    if statement.answer.value == TIE:
        return False
    rung = stated_rung(statement)
    return rung == Rung.CARRIED_OUT or (rung is None and statement.topic == Topic.DAMAGE)


def _command(one: str, other: str) -> str:
    first, second = sorted((one, other))
    return f"{first} and {second} act under one command, as is alleged"
