"""Where in its event the claims lie that one claim can meet, so that an index finds them.

This is what ``bridges`` declares, said in the ledger's keys: whatever a bridge joins lies within
the reach of both its sides (a law of the tests).
"""

from dataclasses import dataclass, replace

from claims.choices import Topic
from claims.comparing import plain_text
from claims.comparing.bridges import (
    ACCOUNT_TOPICS,
    CAUSE,
    OF_AN_ACT,
    act_told,
    is_account_rejection,
    is_mishap,
)
from claims.values import Statement

ACTS = ("responsibility", "cause", "damage")  # what disputes about one act begin with
TOLD = ACCOUNT_TOPICS | {Topic.RESPONSIBILITY, Topic.CAUSE}  # what an account may be about


@dataclass(frozen=True, slots=True)
class Reach:
    """Claims in one of these disputes, on one of these topics, or that reject an account.

    ``words`` find plain claims: those that share enough of them.
    """

    disputes: frozenset[str]
    topics: frozenset[Topic] = frozenset()
    rejections: bool = False
    words: frozenset[str] = frozenset()


def reach_of(statement: Statement) -> Reach:
    """What a claim can meet: by its question, and, where no answer is typed, by its words."""
    words = plain_text.keys(statement)
    if not statement.dispute:
        return Reach(frozenset(), words=words)
    return replace(_reach_of_question(statement), words=words)


def _reach_of_question(statement: Statement) -> Reach:
    if is_account_rejection(statement):
        return Reach(frozenset({statement.dispute}), TOLD)
    disputes = {statement.dispute}
    if statement.topic in OF_AN_ACT or statement.topic == Topic.DAMAGE:
        act = act_told(statement)
        disputes |= {f"{kind}:{act}" if act else kind for kind in ACTS}
    if is_mishap(statement):
        disputes.add(CAUSE)
    unsaid = is_mishap(statement) and not act_told(statement)
    topics = {
        Topic.CAUSE: frozenset({Topic.CAUSE}) if unsaid else frozenset(),
        Topic.OUTCOME: frozenset({Topic.CONTROL}),
        Topic.CONTROL: frozenset({Topic.OUTCOME}),
    }.get(statement.topic, frozenset())
    return Reach(frozenset(disputes), topics, statement.topic in TOLD)
