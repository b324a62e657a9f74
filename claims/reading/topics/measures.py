"""What was closed, stopped or forbidden, and who was told to leave."""

from claims.choices import Stance
from claims.reading import questions
from claims.reading.clauses import Proposition
from claims.reading.lexicon import past_phrases, phrases, words
from claims.reading.topics.common import Answered, Terms
from claims.reading.topics.predicates import (
    Predicate,
    count_of,
    head_of,
    opens_with,
    predicate_of,
    thing_of,
)
from claims.values import Answer

FORBIDDEN = frozenset({"banned", "prohibited", "forbidden", "outlawed"})
NOW = frozenset({"is", "are", "remains", "remain", "remained"})


def closure(p: Proposition, terms: Terms) -> list[Answered]:
    """The airport was closed, remains shut, has reopened; fishing was banned; flights stopped."""
    told = predicate_of(p)
    if told is None or told.open:
        return []
    subject = set(p.sentence.lowers(*head_of(p, told.subject))[-1:])
    thing = thing_of(p, terms, told.subject)
    value = name = ""
    if subject & words("topics", "closable"):
        value, name = _closed(p, told), f"closure of the {thing}"
    if not value and subject & words("topics", "suspendable"):
        value, name = _suspended(p, told), f"suspension of {thing}"
        if set(p.sentence.lowers(told.at, told.at + 1)) & FORBIDDEN:
            name = f"ban on {thing}"
    if not value or not thing:
        return []
    denied = p.stance == Stance.DENIES or told.negated
    return [Answered(Answer(value=value, object=name, denied=denied), questions.measure(name))]


def _closed(p: Proposition, told: Predicate) -> str:
    still = NOW & set(p.sentence.lowers(told.subject[1], told.at))
    if told.be and opens_with(p, told.at, phrases("topics", "closed now")):
        return "in_force" if still else "declared"
    if told.be and opens_with(p, told.at, past_phrases("topics", "closed")):
        return "declared"
    opened = opens_with(p, told.at, past_phrases("topics", "reopened"))
    reopened = p.sentence.lowers(told.at, told.at + 1) == ["reopened"]
    return "lifted" if reopened or (opened and told.be and _again(p, told)) else ""


def _again(p: Proposition, told: Predicate) -> bool:
    return "again" in p.sentence.lowers(told.at, p.last)


def _suspended(p: Proposition, told: Predicate) -> str:
    stopped = opens_with(p, told.at, past_phrases("topics", "suspended"))
    whole = stopped > 1 or told.be  # "the plant has stopped production", "trains were stopped"
    if stopped and whole:
        return "declared"
    return "lifted" if opens_with(p, told.at, past_phrases("topics", "resumed")) else ""


def told_to_go(p: Proposition, _terms: Terms) -> list[Answered]:
    """People were told to leave, were ordered out; hundreds of families have fled."""
    told = predicate_of(p)
    if told is None or told.open:
        return []
    fled = opens_with(p, told.at, past_phrases("topics", "left for safety"))
    measure = "evacuated" if fled and _are_people(p, told) else ""
    size = told.be and opens_with(p, told.at, past_phrases("topics", "told"))
    if size and _are_people(p, told):
        after = told.at + size
        to = p.sentence.lowers(after, after + 1) == ["to"]
        out = p.sentence.lowers(after, after + 1) == ["out"]
        go = to and opens_with(p, after + 1, phrases("topics", "going to safety"))
        measure = "told to leave" if go or out else measure
    if not measure:
        return []
    denied = p.stance == Stance.DENIES or told.negated
    count = count_of(p, told.subject)
    answer = Answer(count=count, measure=measure, denied=denied, population="civilians")
    return [Answered(answer, questions.EVACUATION)]


def _are_people(p: Proposition, told: Predicate) -> bool:
    """Whether the subject is those who live or stay somewhere, not police or a minister."""
    head = set(p.sentence.lowers(*head_of(p, told.subject))[-1:])
    return bool(head & words("topics", "those in danger"))
