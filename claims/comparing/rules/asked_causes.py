"""Causes that are told, or ruled out, under questions in a person's own words."""

import re

from claims.choices import Kind, Severity
from claims.comparing.alignment import read
from claims.comparing.asked_causes import cause_in, excluded_cause, kin
from claims.comparing.asked_joins import cause_and_doubt
from claims.comparing.judging import NOT_MINE, Clash, Judgement, agree, takes_side
from claims.comparing.rules.negation import NO_TRACE
from claims.comparing.rules.states import EXCLUSIVE_CAUSES
from claims.values import Abstention, Asked, Statement

NOT_OF = re.compile(
    r"\bnot (?:(?:of|by|from|because of|due to|the|an?|any) ){0,2}(\w{4,})", re.IGNORECASE
)
NO_PART = re.compile(r"\b(\w{3,}) (?:played|had|has|have) no (?:part|role|share)\b", re.IGNORECASE)
ALIKE = 5  # letters: "listeria" is meant by "listeriosis"
NOT_THIS = "One names what the other says it was not."
NO_TRACE_YET = "That no trace of it was found does not yet deny it."


def cause_and_its_doubt(left: Statement, right: Statement) -> Judgement:
    """Find a cause against what, asked about under another question, would exclude or make it."""
    found = cause_and_doubt(left, right)
    if found is None or not (takes_side(left) and takes_side(right)):
        return NOT_MINE
    told, other = found
    ours, theirs = cause_in(told.told), cause_in(other.question)
    if other.denies:
        powers = {kin(told.told), kin(other.question)} - {""}
        if ours != theirs or len(powers) > 1:
            return agree("What one rules out is not the cause that the other tells.")
        if NO_TRACE.search(other.told):
            return Clash(Kind.CAUSE, NO_TRACE_YET, Severity.TENSION, 0.5)
        return Clash(Kind.CAUSE, "One tells as the cause what the other says was not.", score=0.75)
    if frozenset({ours, theirs}) not in EXCLUSIVE_CAUSES:
        return agree("Both can be so.")
    return Clash(Kind.CAUSE, "It has one of these causes, not both.", score=0.75)


def causes_told(_left: Statement, _right: Statement, one: Asked, other: Asked) -> Judgement:
    """Two answers to the question of the cause."""
    if one.denies and other.denies:
        return agree("Both only rule a cause out.")
    if one.denies or other.denies:
        return _ruled_out(one, other) if one.denies else _ruled_out(other, one)
    if names_what_is_not(one.told, other.told) or names_what_is_not(other.told, one.told):
        return Clash(Kind.CAUSE, NOT_THIS, score=0.8)
    ours, theirs = cause_in(one.told), cause_in(other.told)
    if not (ours and theirs):
        return NOT_MINE
    if frozenset({ours, theirs}) in EXCLUSIVE_CAUSES:
        return Clash(Kind.CAUSE, "It has one of these causes, not both.", score=0.8)
    return agree("Both causes can be so.")


def _ruled_out(denial: Asked, other: Asked) -> Judgement:
    told = cause_in(other.told)
    same = bool(told) and excluded_cause(denial.told) == told
    if same or names_what_is_not(denial.told, other.told):
        return Clash(Kind.CAUSE, "The very cause that one side tells, the other rules out.")
    return Abstention("needs_words", "The cause that is ruled out is not the one told.")


def names_what_is_not(denial: str, told: str) -> bool:
    """Whether one names the very thing of which the other says that it was "not of" it."""
    named = [*NOT_OF.findall(denial), *NO_PART.findall(denial)]
    excluded = {word[:ALIKE].casefold() for word in named} - {"only", "merely"}
    return bool(excluded & {word[:ALIKE].casefold() for word in read(told).words})
