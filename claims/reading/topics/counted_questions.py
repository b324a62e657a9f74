"""What a figure answers: "How many wells were closed?", "How wide is the crater?".

Key and text are made of what is counted or measured and of the verb that tells what befell it.
"""

from dataclasses import dataclass
from functools import cache

from claims.choices import Topic
from claims.reading import questions
from claims.reading.clauses import Proposition
from claims.reading.grammar import base_verb, is_in, is_verb
from claims.reading.lexicon import conjugate, entries, words
from claims.reading.quantities import Quantity
from claims.reading.topics.predicates import Predicate, head_of
from claims.reading.topics.units import ask_of, asked_of, kind_of
from claims.values import QuestionSlot

COUNTED, SIZE, AMOUNT = "count", "size", "amount"
PEOPLE = "people"
OBJECT = 3  # tokens from a verb to what it counts: "took only 40 samples"
NEAR = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the clause, its noun as the article has it, and the token after that.

    ``of`` where it counts some of those already spoken of.
    """

    quantity: Quantity
    nouns: tuple[str, ...]
    end: int
    of: bool = False


def unit_of(figure: Figure) -> str:
    """What one of the counted is: "person", "well", "minute"."""
    if not figure.nouns:
        return figure.quantity.count.unit
    noun = figure.nouns[-1]
    persons = words("quantities", "persons") - {"homes", "households"}
    return "person" if noun in persons else singular(noun)


def question_of(p: Proposition, told: Predicate | None, figure: Figure) -> QuestionSlot | None:
    """What the figure answers; None where the clause leaves that too wide."""
    of = "" if figure.nouns else _sized(p, figure)
    if of:
        unit = figure.quantity.count.unit
        key = _key(AMOUNT, kind_of(unit), singular(of))
        return _slot(key, f"How great was the {of}?", unit)
    if told is None:
        return None
    return _how_many(p, told, figure) if figure.nouns else _how_much(p, told, figure)


def is_leading(p: Proposition, told: Predicate, quantity: Quantity) -> bool:
    """Whether a figure opens the subject: "about 40 men were treated"."""
    return p.first + quantity.first - told.subject[0] < NEAR


def _how_many(p: Proposition, told: Predicate, figure: Figure) -> QuestionSlot | None:
    """As in "two wells were closed", "they closed two wells"."""
    at = p.first + figure.quantity.first
    leads = is_leading(p, told, figure.quantity)
    verb = _verb(p, told)
    if not verb or not (leads or (told.at < at <= told.at + OBJECT and not told.be)):
        return None
    noun = figure.nouns[-1]
    anybody = noun in words("counted", "anybody")
    named = PEOPLE if anybody else " ".join(figure.nouns)
    key = _key(COUNTED, PEOPLE if anybody else singular(noun), base_of(verb))
    done = verb if leads and not told.be else f"were {_participles().get(verb, verb)}"
    return _slot(key, f"How many {named} {done}?", unit_of(figure))


def _how_much(p: Proposition, told: Predicate, figure: Figure) -> QuestionSlot | None:
    """As in "three metres wide", "a ransom of $3 million", "oil flowed for two hours"."""
    tokens, unit = p.sentence.tokens, figure.quantity.count.unit
    at = p.first + figure.end
    subject = p.sentence.lowers(*head_of(p, told.subject))
    if is_in(tokens[told.subject[0]], "pronouns"):
        subject = []
    asked = asked_of(tokens[at].lower) if at < p.last else ""
    if asked and told.be and subject:
        thing = " ".join(subject)
        return _slot(_key(SIZE, thing, tokens[at].lower), f"{asked} the {thing}?", unit)
    verb = _verb(p, told)
    if not (verb and subject and told.at < at):
        return None
    thing = " ".join(subject)
    key = _key(AMOUNT, kind_of(unit), singular(subject[-1]), base_of(verb))
    done = f"was the {thing} {verb}" if told.be else f"did the {thing} {base_of(verb)}"
    return _slot(key, f"{ask_of(unit)} {done}?", unit)


def _sized(p: Proposition, figure: Figure) -> str:
    """The noun of "a ransom of $3 million", "put the loss at $3 million"; "" for none."""
    at = p.first + figure.quantity.first
    before = p.sentence.tokens[max(p.first, at - NEAR) : at]
    if len(before) < NEAR or before[1].lower not in {"of", "at"} or not before[0].text.islower():
        return ""
    return before[0].lower if before[0].is_word else ""


def _verb(p: Proposition, told: Predicate) -> str:
    """The main verb as it stands; "" for one that says too little for two claims to meet on."""
    tokens = p.sentence.tokens
    verb = tokens[told.at].lower
    done = told.be and verb.endswith(("ed", "en", "ing"))
    known = done or is_verb(tokens, told.at) or bool(base_verb(tokens[told.at]))
    if not known or is_in(tokens[told.at], "prepositions"):
        return ""
    return "" if base_of(verb) in words("counted", "light verbs") else verb


def singular(noun: str) -> str:
    """One of what a plural names, as far as its ending tells."""
    if noun.endswith("ies"):
        return noun.removesuffix("ies") + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun.removesuffix("es")
    return noun if noun.endswith("ss") else noun.removesuffix("s")


def base_of(verb: str) -> str:
    """A verb's base form, cut by its ending where no list has it."""
    known = _bases().get(verb)
    if known:
        return known
    for ending in ("ing", "ed"):
        if verb.endswith(ending) and len(verb) > len(ending) + NEAR:
            return verb.removesuffix(ending)
    return verb


def _key(*parts: str) -> str:
    return ":".join(questions.slot(part) for part in parts if part)


def _slot(key: str, text: str, unit: str) -> QuestionSlot:
    return QuestionSlot(key, key, text, Topic.OTHER, unit)


@cache
def _bases() -> dict[str, str]:
    return {form: forms[0] for forms in _verbs() for form in reversed(forms)}


@cache
def _participles() -> dict[str, str]:
    return {form: forms[-1] for forms in _verbs() for form in forms}


@cache
def _verbs() -> tuple[tuple[str, ...], ...]:
    return tuple(
        conjugate(entry.split())
        for section, line in entries("grammar")
        if section == "verbs"
        for entry in line.split(",")
        if entry.strip()
    )
