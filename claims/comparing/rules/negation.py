"""The same proposition, said and denied; an account and its rejection; a doubt."""

import re

from claims.choices import Kind, Severity, Stance, Topic
from claims.comparing.asking import Form, asked_apart, form_of, questions_share
from claims.comparing.bridges import is_account_rejection, same_question
from claims.comparing.judging import (
    NOT_MINE,
    Clash,
    Judgement,
    agree,
    is_negative,
    sides,
    takes_side,
)
from claims.comparing.parties import actor_pairs, one_voice
from claims.comparing.rules.identities import WHO
from claims.comparing.rules.involvement import PARTS
from claims.comparing.rules.places import WHERE
from claims.comparing.times import WHENS, Timing
from claims.values import Abstention, Statement

KINDS = {
    Topic.RESPONSIBILITY: Kind.RESPONSIBILITY,
    Topic.INVOLVEMENT: Kind.INVOLVEMENT,
    Topic.PRESENCE: Kind.INVOLVEMENT,
    Topic.CONTROL: Kind.CONTROL,
    Topic.OUTCOME: Kind.OUTCOME,
    Topic.CAUSE: Kind.CAUSE,
    Topic.AUTHENTICITY: Kind.AUTHENTICITY,
    Topic.CASUALTIES: Kind.COUNT,
}
# Answers with rules of their own, told by what they are the measure of.
MEASURED = {**dict.fromkeys(WHENS, Kind.DATE), WHERE: Kind.PLACE, WHO: Kind.IDENTITY}
NOT_YET_USE = frozenset({"made", "supplied"})
NO_TRACE = re.compile(
    r"\b(?:no|any|without)(?: \w+)? (?:traces?|evidence|signs?|proof|indications?)\b", re.IGNORECASE
)
YES, NO = "yes", "no"
OF_A_DAY = "matter:now:"  # questions whose answer can change, as reading asks them
BOTH = "What one side says, the other denies."


def matters_exclude(left: Statement, right: Statement) -> Judgement:
    """Find a plain matter of yes or no on which the two take different sides.

    "The vote was fair" parts from "it was rigged", and "denied that it was rigged" does too.
    """
    if not (is_matter(left) and same_question(left, right)):
        return NOT_MINE
    if not (takes_side(left) and takes_side(right)):
        return NOT_MINE
    one, other = left.answer.value, right.answer.value
    if one and other and one != other:
        return Abstention("different_population", f"One speaks of {one}, the other of {other}.")
    if _says_yes(left) == _says_yes(right):
        return agree("Both say the same of it.")
    why = "One says that it was so, the other that it was not."
    timing = Timing.STATE if left.question.startswith(OF_A_DAY) else Timing.TIMELESS
    return Clash(Kind.NEGATION, why, score=0.8, timing=timing)


def is_matter(statement: Statement) -> bool:
    """Whether it takes a side on a plain matter, whose words may name either side of it."""
    return statement.topic == Topic.OTHER and statement.answer.object in {YES, NO}


def _says_yes(statement: Statement) -> bool:
    return (statement.answer.object == YES) != is_negative(statement)


def proposition_denied(left: Statement, right: Statement) -> Judgement:
    """Find what one side asserts and the other denies, of the same actors, place and value.

    Parts in an act have a ladder of their own (``involvement_denied``). That a weapon was made
    or supplied by somebody is not that he used it.
    """
    pair = sides(left, right)
    if pair is None or not same_question(left, right) or left.topic in PARTS - {Topic.CAUSE}:
        return NOT_MINE
    yes, no = pair
    if _asked_otherwise(yes, no):
        return NOT_MINE
    if is_account_rejection(no) or is_matter(no) or yes.answer.measure in MEASURED:
        return NOT_MINE
    other = _other_proposition(yes, no)
    if other is not None:
        return other
    if yes.answer.count is not None or no.answer.count is not None:
        return _figure_denied(yes, no)
    return _denied(yes, no)


def _asked_otherwise(yes: Statement, no: Statement) -> bool:
    """Whether a person asked in words that show the denial to be of something else.

    It was only reading that made one question of two without a word in common; and of a question
    for somebody or something what is denied is told by the answer.
    """
    if asked_apart(yes, no) and not questions_share(yes, no):
        return True
    return no.asked is not None and form_of(no.asked.question) not in {Form.YES_OR_NO, Form.HEADING}


def _denied(yes: Statement, no: Statement) -> Clash:
    """One proposition, said and denied."""
    kind = KINDS.get(yes.topic, Kind.NEGATION)
    if NO_TRACE.search(no.words):
        why = "That no trace of it was found does not yet deny it."
        return Clash(kind, why, Severity.TENSION, 0.5)
    return Clash(kind, BOTH, timing=Timing.REPLY)


def account_rejected(left: Statement, right: Statement) -> Judgement:
    """Find an account that the other side rejects as a whole."""
    rejection, told = (left, right) if is_account_rejection(left) else (right, left)
    if not is_account_rejection(rejection) or same_question(left, right):
        return NOT_MINE
    if told.stance not in {Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES}:
        return NOT_MINE
    why = "One side rejects the other's account, of which this is a part."
    return Clash(Kind.NEGATION, why, score=0.7, timing=Timing.REPLY)


def doubted(left: Statement, right: Statement) -> Judgement:
    """Find what one side asserts and the other doubts: a tension, for doubt is not denial."""
    if not same_question(left, right) and left.topic != right.topic:
        return NOT_MINE
    doubt, said = (left, right) if left.stance == Stance.DOUBTS else (right, left)
    if doubt.stance != Stance.DOUBTS:
        return NOT_MINE
    if said.stance == Stance.DOUBTS or is_negative(said):
        return agree("Neither accepts it.")
    if _other_proposition(said, doubt) is not None:
        return agree("The doubt is about something else.")
    why = "One side says it, the other doubts it; a doubt is not a denial."
    kind = MEASURED.get(said.answer.measure) or KINDS.get(said.topic, Kind.NEGATION)
    return Clash(kind, why, Severity.TENSION, 0.5)


def _other_proposition(yes: Statement, no: Statement) -> Abstention | None:
    said, denied = yes.answer, no.answer
    if yes.topic == Topic.WEAPONS and said.value in NOT_YET_USE and denied.value != said.value:
        return Abstention("supply_is_not_use", "Made or supplied by somebody is not used by him.")
    if denied.value and said.value and denied.value != said.value:
        return agree(f"What is denied (“{denied.value}”) is not what is said (“{said.value}”).")
    pairs = tuple(actor_pairs(yes, no))
    if pairs and not any(one_voice(a, b) for a, b in pairs):
        return Abstention("other_actor", "The denial is of somebody else.")
    if denied.place and said.place and denied.place.casefold() != said.place.casefold():
        return Abstention("different_place", "The denial is of another place.")
    if denied.measure and said.measure and denied.measure != said.measure:
        return Abstention("different_measure", "The denial is of another measure.")
    return None


def _figure_denied(yes: Statement, no: Statement) -> Judgement:
    """A figure against the denial of it, or of any at all."""
    said, denied = yes.answer.count, no.answer.count
    if said is None or (denied is not None and denied.last == 0):
        return NOT_MINE  # zero is a figure of its own, compared as one
    if denied is None:
        if said.first < 1:
            return agree("The figure leaves room for none.")
        return Clash(Kind.COUNT, BOTH, score=0.85, timing=Timing.REPLY)
    inside = denied.first <= said.first and (
        denied.last is None or (said.last is not None and said.last <= denied.last)
    )
    if not inside:
        return agree("The figure that is denied is another one.")
    return Clash(Kind.COUNT, BOTH, score=0.85, timing=Timing.REPLY)
