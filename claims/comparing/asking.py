"""What a question in a person's own words asks for: a yes or no, somebody, a place, a cause.

"Did the guards leave?" wants a yes or a no, and so does a heading that tells what may have been
("guards seen leaving"). Who says no to such a question denies what all others assert.
"""

import re
from enum import Enum

from claims.comparing.alignment import FUNCTION_WORDS, read, stem
from claims.values import Asked, Statement

YES_OR_NO = re.compile(
    r"(?:did|do|does|was|were|is|are|has|have|had|can|could|will|would|should)\b", re.IGNORECASE
)
NOW = re.compile(r"(?:do|does|is|are|has|have|can)\b", re.IGNORECASE)
CAUSE = re.compile(
    r"(?:the )?(?:causes?|origins?|reasons?)\b|(?:why|what (?:\w+ed|broke|sank|set|began|brought"
    r"|led|made|lit))\b",
    re.IGNORECASE,
)
WHERE = re.compile(r"where\b|(?:\w+['’]s |the )?(?:whereabouts|location)\b", re.IGNORECASE)
WHEN = re.compile(r"when\b", re.IGNORECASE)
WHO = re.compile(r"whom?\b", re.IGNORECASE)
OTHER = re.compile(
    r"(?:what|which|whose|how|kind|size|number|amount|length|level|date|time)\b", re.IGNORECASE
)
# What nothing but its traces tells: "saw smoke", "heard a bang".
SENSED = re.compile(
    r"(?:\w+ ){0,2}(?:saw|seen|heard|smell(?:ed|t)?|felt|noticed|smoke)\b", re.IGNORECASE
)
NONE_OF = re.compile(
    r"\b(?:no|without(?: any)?|not (?:an?|any|one))\b((?:,? (?:or |nor |and )?\w+){1,5})",
    re.IGNORECASE,
)
PARTS = read("part role hand link tie involvement knowledge").content
IRREGULAR_WORDS = """shot shoot, struck strike, broke break, broken break, sank sink, sunk sink,
    blew blow, blown blow, left leave, took take, taken take, gave give, given give, fell fall,
    fallen fall, knew know, known know, held hold, led lead, lit light, lost lose, made make,
    paid pay, ran run, said say, saw see, seen see, sent send, set set, sold sell, stole steal,
    stolen steal, stood stand, stopped stop, told tell, went go, gone go, won win, written write,
    wrote write, kept keep, brought bring, bought buy, built build, burnt burn, came come, dug dig,
    drove drive, driven drive, fled flee, flew fly, flown fly, fought fight, found find, got get,
    hid hide, hidden hide, died die, dead die, death die"""
IRREGULAR = {
    stem(past): stem(verb) for past, verb in (pair.split() for pair in IRREGULAR_WORDS.split(","))
}


class Form(Enum):
    """What a question asks for."""

    YES_OR_NO = "a yes or a no"
    HEADING = "whether it was so, told as a heading"
    WHO = "somebody"
    WHERE = "a place"
    WHEN = "a day"
    CAUSE = "a cause"
    OTHER = "anything else"


FORMS = (
    (YES_OR_NO, Form.YES_OR_NO),
    (CAUSE, Form.CAUSE),
    (WHERE, Form.WHERE),
    (WHEN, Form.WHEN),
    (WHO, Form.WHO),
    (OTHER, Form.OTHER),
)


def form_of(question: str) -> Form:
    """What the question asks for; words that ask nothing name what may have been."""
    text = question.strip()
    return next((form for wording, form in FORMS if wording.match(text)), Form.HEADING)


def one_question(left: Statement, right: Statement) -> tuple[Asked, Asked] | None:
    """What both answer to one question that a person put; None for any other two."""
    if left.asked is None or right.asked is None:
        return None
    same = left.asked.question.casefold() == right.asked.question.casefold()
    return (left.asked, right.asked) if same else None


def asked_apart(left: Statement, right: Statement) -> bool:
    """Whether a person filed the two under two questions."""
    return bool(left.asked and right.asked) and one_question(left, right) is None


def questions_share(left: Statement, right: Statement) -> bool:
    """Whether two questions in a person's words have a word that means something in common."""
    told = [base_forms(read(one.asked.question).content) for one in (left, right) if one.asked]
    return bool(frozenset.intersection(*told)) if told else False


def is_of_now(question: str) -> bool:
    """Whether the answer can change from day to day ("is the road open")."""
    return bool(NOW.match(question.strip()))


def proposition(asked: Asked) -> frozenset[str]:
    """Stems of what a question with a yes or a no puts forward; empty for other questions."""
    if form_of(asked.question) not in {Form.YES_OR_NO, Form.HEADING}:
        return frozenset()
    return base_forms(read(asked.question).content)


def told_in(asked: Asked) -> frozenset[str]:
    """Stems of what somebody says by this answer to this question."""
    return base_forms(read(f"{asked.question} {asked.told}").content)


def base_forms(stems: frozenset[str]) -> frozenset[str]:
    """The stems with those of irregular past forms replaced by their verb's ("shot", "shoot")."""
    return frozenset(IRREGULAR.get(stem, stem) for stem in stems)


def ruled_out(asked: Asked) -> frozenset[str]:
    """Stems of the things of which the answer says there were none ("no money was found").

    That somebody had no part rules out no thing.
    """
    found = frozenset(
        stem(word) for found in NONE_OF.findall(asked.told) for word in read(found).words
        if word.casefold() not in FUNCTION_WORDS
    )  # fmt: skip
    return frozenset() if found & PARTS else base_forms(found)
