"""Which questions meet: the same one, or two that a declared bridge joins.

Half of the contradictions in real events join two differently worded questions (who did it, and
was Kyiv involved). A bridge is a line of data here and a line of cases in its test.
"""

from collections.abc import Callable
from dataclasses import dataclass

from claims.choices import Stance, Topic
from claims.comparing.parties import answer_parties, one_voice
from claims.values import Statement

ACCOUNT = "account"
CAUSE = "cause"
VOTES = "votes"  # the dispute of who won which share
# Topics that all speak of one act: who did it, who had a part, what brought it about.
OF_AN_ACT = frozenset({Topic.RESPONSIBILITY, Topic.INVOLVEMENT, Topic.PRESENCE, Topic.CAUSE})
# Causes that are nobody's deed: an event has one, while it can have several deeds.
MISHAPS = frozenset(
    {"natural", "accident", "technical", "human", "neglect", "overload", "collision"}
)
# What "the ministry's account" of an event is about, unless the rejection names something else.
ACCOUNT_TOPICS = frozenset({Topic.OUTCOME, Topic.CASUALTIES, Topic.CONTROL})


@dataclass(frozen=True, slots=True)
class Bridge:
    """Topics whose questions can exclude one another.

    ``across`` joins different disputes of one event; otherwise the dispute has to be the same.
    ``holds`` is a further condition on the two statements, in either order. ``words`` say to a
    reader how the two belong together; without them, their topics do.
    """

    name: str
    topics: frozenset[Topic]
    across: bool = False
    holds: Callable[[Statement, Statement], bool] | None = None
    words: str = ""

    def joins(self, left: Statement, right: Statement) -> bool:
        """Whether the two questions meet on this bridge."""
        if not {left.topic, right.topic} <= self.topics:
            return False
        if not self.across and left.dispute != right.dispute:
            return False
        if not (left.dispute and right.dispute):
            return False
        return self.holds is None or self.holds(left, right) or self.holds(right, left)

    def told(self, left: Statement, right: Statement) -> str:
        """Why the two are compared, for a reader of the pair."""
        if self.words or left.topic == right.topic:
            return self.words or "Two questions about one matter"
        one, other = (f"“{side.topic.label.lower()}”" for side in (left, right))
        return f"Two questions that bear on each other: {one} and {other}"


def is_account_rejection(statement: Statement) -> bool:
    """Whether it rejects what somebody told as a whole ("rejects the ministry's account")."""
    rejects = statement.stance == Stance.DENIES or statement.answer.denied
    return rejects and statement.topic == Topic.OTHER and statement.answer.value == ACCOUNT


def _rejects_account_of(rejection: Statement, told: Statement) -> bool:
    if not is_account_rejection(rejection) or told.claimant is None:
        return False
    about = rejection.answer.object
    topics = ACCOUNT_TOPICS if about not in set(Topic) else frozenset({Topic(about)})
    teller = told.claimant
    return told.topic in topics and any(one_voice(p, teller) for p in answer_parties(rejection))


def _part_of_population(whole: Statement, part: Statement) -> bool:
    return whole.answer.measure == part.answer.measure


def _different_topics(left: Statement, right: Statement) -> bool:
    return left.topic != right.topic


def _shares_of_one_vote(one: Statement, other: Statement) -> bool:
    return one.dispute == VOTES and one.answer.measure == other.answer.measure


def act_told(statement: Statement) -> str:
    """Which act a statement speaks of ("dam"), by its dispute; "" for one that nothing tells apart.

    Key and dispute of such questions are made of the topic's own word and the act, or the thing
    that was damaged.
    """
    told = statement.topic in OF_AN_ACT or statement.topic == Topic.DAMAGE
    return statement.dispute.partition(":")[2] if told else ""


def _of_one_act(left: Statement, right: Statement) -> bool:
    """Who shelled the city says nothing of what brought the dam down."""
    return left.topic != right.topic and act_told(left) == act_told(right)


def is_mishap(statement: Statement) -> bool:
    """Whether it tells a cause that is nobody's deed, of the event itself.

    An effect beside the event ("deaths") has a dispute of its own.
    """
    of_event = statement.dispute.partition(":")[0] == CAUSE
    return of_event and statement.answer.value in MISHAPS


def _cause_of_the_event(unsaid: Statement, said: Statement) -> bool:
    """Of one mishap each tells a cause, whatever the thing is called that only one names."""
    mishaps = is_mishap(unsaid) and is_mishap(said)
    return mishaps and not act_told(unsaid) and bool(act_told(said))


def act_unsaid(left: Statement, right: Statement) -> bool:
    """Whether two speak of acts, and just one of them says what its act was done to."""
    of_acts = {left.topic, right.topic} <= OF_AN_ACT
    return of_acts and bool(act_told(left)) != bool(act_told(right))


BRIDGES = (
    Bridge(
        "attribution - involvement - presence",
        frozenset({Topic.RESPONSIBILITY, Topic.INVOLVEMENT, Topic.PRESENCE}),
    ),
    Bridge(
        "attribution - cause - damage",
        frozenset({Topic.RESPONSIBILITY, Topic.INVOLVEMENT, Topic.CAUSE, Topic.DAMAGE}),
        across=True,
        holds=_of_one_act,
    ),
    Bridge(
        "a cause - the cause of the event",
        frozenset({Topic.CAUSE}),
        across=True,
        holds=_cause_of_the_event,
        words="Two causes of one event",
    ),
    Bridge(
        "outcome - control",
        frozenset({Topic.OUTCOME, Topic.CONTROL}),
        across=True,
        holds=_different_topics,
    ),
    Bridge(
        "an account - its rejection",
        ACCOUNT_TOPICS | {Topic.RESPONSIBILITY, Topic.CAUSE, Topic.OTHER},
        across=True,
        holds=_rejects_account_of,
        words="One tells what happened, the other rejects that account",
    ),
    Bridge(
        "a part - the whole",
        frozenset({Topic.CASUALTIES}),
        holds=_part_of_population,
        words="The number of some, and the number of all",
    ),
    Bridge(
        "two shares of one vote",
        frozenset({Topic.OTHER}),
        holds=_shares_of_one_vote,
        words="Two shares of one vote",
    ),
)


def bridge_between(left: Statement, right: Statement) -> Bridge | None:
    """The first declared bridge the two meet on; None when there is none."""
    return next((bridge for bridge in BRIDGES if bridge.joins(left, right)), None)


def same_question(left: Statement, right: Statement) -> bool:
    """Whether both answer one question; a claim without a question or dispute shares none."""
    keys = (left.question, left.dispute, left.topic)
    return all(keys) and keys == (right.question, right.dispute, right.topic)
