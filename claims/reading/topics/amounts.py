"""Measured amounts: how long help took, how much was spilled, how fast it went, how strong it was.

Each has its question in ``en/amounts.txt``. A figure keeps the unit in which it is told; comparing
turns hours into minutes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from claims.choices import Topic
from claims.reading.clauses import Proposition
from claims.reading.lexicon import entries
from claims.reading.quantities import find_quantities
from claims.reading.text import Token
from claims.reading.topics.common import Answered, Terms
from claims.reading.topics.patterns import Patterns
from claims.values import Answer, Count, QuestionSlot

WORDS, NEVER = "words", "not"
AMOUNT = "amount"
BARE = "-"  # an amount of no unit, after or before its own word
NEAR_UNIT = 3  # tokens of a unit: "410,000 cubic metres", "90 km/h"
NEAR_BARE = 4  # tokens from "magnitude" to its number
TENTHS = 10
DECIMAL = re.compile(r"\d+\.\d+")
ABOVE = frozenset({"above", "over", "beyond"})


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount: its key, its question and unit, the name of each unit's word, its context."""

    key: str
    ask: str
    unit: str
    units: dict[str, str]
    of: frozenset[str]


def amount(p: Proposition, terms: Terms) -> list[Answered]:
    """The first amount that the proposition states."""
    named: set[int] = set()
    never: set[int] = set()
    for (number, kind), _ in _patterns().found(p.lowers):
        (named if kind == WORDS else never).add(number)
    for number in sorted(named - never):
        one = _amounts()[number]
        if one.of and not one.of & _around(terms):
            continue
        count = _bare(p.tokens) if BARE in one.units else _counted(p.tokens, one)
        if count is not None:
            key = f"{AMOUNT}:{one.key}"
            question = QuestionSlot(key, key, one.ask, Topic.OTHER, one.unit)
            return [Answered(Answer(count=count, measure=one.key), question)]
    return []


def _around(terms: Terms) -> set[str]:
    """The words of the sentence and of the one before it."""
    sentences = terms.reader.sentences[max(0, terms.number - 1) : terms.number + 1]
    return {token.lower for sentence in sentences for token in sentence.tokens}


def _counted(tokens: Sequence[Token], one: Amount) -> Count | None:
    """The first figure that a word for a unit of this amount follows."""
    for quantity in find_quantities(tokens):
        after = [token.lower for token in tokens[quantity.last : quantity.last + NEAR_UNIT]]
        told = ("-".join(after[:2]), "".join(after), "".join(after[:1]))
        unit = next((one.units[word] for word in told if word in one.units), "")
        if unit:
            return replace(quantity.count, unit=unit)
    return None


def _bare(tokens: Sequence[Token]) -> Count | None:
    """The figure of "magnitude 4.6", "no tremor above 3.0", in tenths."""
    known = Count(0, 0, unit="tenth of a magnitude")
    for at, token in enumerate(tokens):
        if not DECIMAL.fullmatch(token.text):
            continue
        value = round(float(token.text) * TENTHS)
        before = [t.lower for t in tokens[max(0, at - NEAR_BARE) : at]]
        if before[-1:] and before[-1] in ABOVE:
            none = {"no", "not", "nothing", "never"} & {t.lower for t in tokens[:at]}
            low, high = (0, value) if none else (value, None)
            return replace(known, low=low, high=high, text=token.text)
        return replace(known, low=value, high=value, text=token.text)
    return None


@cache
def _amounts() -> tuple[Amount, ...]:
    return tuple(
        Amount(key, one["ask"], one["unit"], _units(one["units"]), frozenset(one["of"].split()))
        for key, one in _told().items()
    )


def _units(line: str) -> dict[str, str]:
    """The name of a unit for each of its words."""
    named = (entry.split() for entry in line.split(",") if entry.strip())
    return {word: entry[0].replace("-", " ") for entry in named for word in entry}


@cache
def _patterns() -> Patterns:
    found = Patterns()
    for number, one in enumerate(_told().values()):
        for kind in (WORDS, NEVER):
            for entry in filter(str.strip, one[kind].split(",")):
                found.add(entry, (number, kind))
    return found


@cache
def _told() -> dict[str, dict[str, str]]:
    told: dict[str, dict[str, str]] = {}
    for key, line in entries("amounts"):
        name, _, rest = line.partition(":")
        told.setdefault(key, {"of": "", NEVER: ""})[name] = rest.strip()
    return told
