"""What the words of an accusation tell of the deed itself: done on purpose, or only prepared."""

import re
from dataclasses import replace

from claims.choices import Kind, Severity, Topic
from claims.comparing.judging import NOT_MINE, Clash, Judgement, agree, both_positive
from claims.values import Statement

CHANCE = frozenset({"accident", "natural", "technical", "human", "neglect", "overload"})
# Deeds that nobody does by neglect. "Blamed for the crash" may speak of mere carelessness.
PURPOSE = re.compile(
    r"\b(?:shot|shoot(?:ing)?|fir(?:ed|ing) (?:on|at|upon)|shell(?:ed|ing)"
    r"|bomb(?:ed|ing|arded|arding)|blew|blow(?:n|ing)|sabotag(?:e|ed|ing)|ramm(?:ed|ing)|torpedo(?:ed|ing)|attack(?:ed|ing|s)?"
    r"|hijack(?:ed|ing)|torch(?:ed|ing)|arson|ambush(?:ed|ing)?|poison(?:ed|ing)|airstrikes?"
    r"|(?:plant|laid|lay|set)\w* (?:the |an? )?(?:explosives?|bombs?|charges?)|saboteurs?"
    r"|missiles?|rockets?|detonat(?:ed|ing)"
    r"|br(?:ing|inging|ought) (?:\w+ ){0,4}down|down(?:ed|ing) the|derailing|sinking the)\b",
    re.IGNORECASE,
)
MINED = re.compile(r"\b(?:mined|mining|laid mines|planted mines)\b", re.IGNORECASE)
SET_OFF = re.compile(
    r"\b(?:blew|blow(?:n|ing)?|explo\w+|detonat\w+|destr\w+|set off|collaps\w+|caus\w+)\b",
    re.IGNORECASE,
)


def deed_against_chance(left: Statement, right: Statement) -> Judgement:
    """Find somebody's deed and a mere accident told of the same thing.

    Who is blamed without a word of what he did may be blamed for neglect, which an accident fits.
    """
    if not both_positive(left, right) or Topic.CAUSE not in {left.topic, right.topic}:
        return NOT_MINE
    chance, deed = (left, right) if left.answer.value in CHANCE else (right, left)
    if chance.topic != Topic.CAUSE or chance.answer.value not in CHANCE or chance.answer.actors:
        return NOT_MINE
    if deed.topic != Topic.RESPONSIBILITY or not deed.answer.actors:
        return NOT_MINE
    if not PURPOSE.search(deed.words):
        return agree("Who is to blame for an accident may have been careless.")
    why = "It was either somebody's deed or mere chance, not both."
    return Clash(Kind.CAUSE, why, score=0.8)


def only_prepared(statement: Statement) -> bool:
    """Whether it only tells that something was mined, not that it was blown up."""
    of_deed = statement.topic in {Topic.CAUSE, Topic.RESPONSIBILITY}
    return of_deed and bool(MINED.search(statement.words)) and not SET_OFF.search(statement.words)


def softened(judged: Judgement) -> Judgement:
    """The clash as a tension: who laid the charge need not be who set it off."""
    if not isinstance(judged, Clash) or judged.severity == Severity.TENSION:
        return judged
    return replace(judged, severity=Severity.TENSION, score=min(judged.score, 0.5))
