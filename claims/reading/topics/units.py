"""Figures with the unit that they are told in: money, length, time, a share, people, things.

A figure with a part ("1.8 km") is told in the next finer unit, so that it stays a whole number;
a share with a part lies between the whole numbers around it.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claims.reading.lexicon import entries
from claims.reading.quantities import Quantity, find_quantities, number_at, qualified
from claims.reading.text import Token
from claims.values import Count

LONGEST_UNIT = 4  # tokens of "kilometres an hour"
MILLIONS = {"m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "k": 1_000}
SYMBOLS, FINER, ASKED, ASKS = "symbols", "finer", "asked", "asks"
NO_UNITS = frozenset({SYMBOLS, FINER, ASKED, ASKS})
MONEY, TIME, SHARE = "money", "time", "share"
PERCENT = "percent"
SPEED_MARK = ("km", "/", "h")
ALL = 100


def figures_in(tokens: Sequence[Token]) -> list[Quantity]:
    """All figures from left to right, each in the unit that stands by it, else of people."""
    special = [*(_priced(tokens) if _has_sign(tokens) else ()), *_with_parts(tokens)]
    plain = [
        _in_its_unit(tokens, quantity)
        for quantity in find_quantities(tokens)
        if not any(one.first <= quantity.first < one.last for one in special)
    ]
    return sorted((*plain, *special), key=lambda one: one.first)


def kind_of(unit: str) -> str:
    """What a unit measures: "length", "money"; "" of what is merely counted."""
    return _kinds().get(unit, "")


def asked_of(word: str) -> str:
    """How "wide" is asked about: "How wide is"; "" for other words."""
    return _asked().get(word, "")


def ask_of(unit: str) -> str:
    """How a unit is asked about: "How long" of minutes, "How much" of dollars."""
    return _asks().get(kind_of(unit), "How much")


def unit_at(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The unit that begins at a token, and the token after it; "" for none."""
    lowers = tuple(token.lower for token in tokens[at : at + LONGEST_UNIT])
    if lowers[: len(SPEED_MARK)] == SPEED_MARK:
        return "km/h", at + len(SPEED_MARK)
    for size in range(len(lowers), 0, -1):
        unit = _units().get(lowers[:size])
        if unit:
            return unit, at + size
    return "", at


def _in_its_unit(tokens: Sequence[Token], quantity: Quantity) -> Quantity:
    if quantity.count.unit == PERCENT:
        return quantity
    unit, end = unit_at(tokens, quantity.last)
    if not unit:
        return quantity
    stated = " ".join((quantity.count.text, *(token.text for token in tokens[quantity.last : end])))
    count = replace(quantity.count, unit=unit, text=stated)
    return Quantity(quantity.first, end, _within(tokens, quantity.first, count))


def _within(tokens: Sequence[Token], first: int, count: Count) -> Count:
    """As in "within two hours": two at the most."""
    led = first and tokens[first - 1].lower == "within"
    exact = count.low == count.high
    return replace(count, low=0) if led and exact and kind_of(count.unit) == TIME else count


def _has_sign(tokens: Sequence[Token]) -> bool:
    return any(token.lower in _signs() for token in tokens)


def _priced(tokens: Sequence[Token]) -> list[Quantity]:
    """Amounts with the sign of a currency before them: "$4 million", "€3.2bn"."""
    found: list[Quantity] = []
    for at, token in enumerate(tokens[:-1]):
        unit = _signs().get(token.lower, "")
        value = _price(tokens, at + 1) if unit and tokens[at + 1].text[0].isdigit() else None
        if value is not None:
            count = Count(value[0], value[0], unit=unit)
            found.append(qualified(tokens, Quantity(at, value[1], count)))
    return found


def _price(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    scale = MILLIONS.get(following)
    if scale is None:
        return number_at(tokens, at)
    value = _decimal(tokens[at].text)
    return None if value is None else (round(value * scale), at + 2)


def _with_parts(tokens: Sequence[Token]) -> list[Quantity]:
    """Figures that are no whole numbers, or joined to their unit: "1.8 km", "a 30-metre hole"."""
    found: list[Quantity] = []
    for at, token in enumerate(tokens[:-1]):
        hyphen = tokens[at + 1].text == "-"
        if not token.text[0].isdigit() or not ("." in token.text or hyphen):
            continue
        unit, end = unit_at(tokens, at + 1 + hyphen)
        value = _decimal(token.text) if unit else None
        if value is None:
            continue
        count = _in_whole(value, unit)
        if count is not None:
            found.append(qualified(tokens, Quantity(at, end, count)))
    return found


def _in_whole(value: float, unit: str) -> Count | None:
    if unit == PERCENT:
        return Count(math.floor(value), math.ceil(value), unit=unit) if value <= ALL else None
    if value.is_integer():
        return Count(int(value), int(value), unit=unit)
    finer, size = _finer().get(unit, ("", 0))
    number = round(value * size)
    return Count(number, number, unit=finer) if finer else None


def _decimal(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None


@cache
def _units() -> dict[tuple[str, ...], str]:
    """The name of a unit by the tokens of each of its words."""
    found: dict[tuple[str, ...], str] = {}
    for section, name, rest in _lines():
        if section not in NO_UNITS:
            for word in (name, *rest.split(",")):
                found.setdefault(tuple(word.split()), name)
    return found


@cache
def _kinds() -> dict[str, str]:
    return {name: kind for kind, name, _ in _lines() if kind not in NO_UNITS}


@cache
def _signs() -> dict[str, str]:
    return {
        sign.strip(): name
        for section, name, rest in _lines()
        if section == SYMBOLS
        for sign in rest.split(",")
    }


@cache
def _finer() -> dict[str, tuple[str, int]]:
    pairs = ((name, rest.rsplit(" ", 1)) for section, name, rest in _lines() if section == FINER)
    return {name: (finer, int(size)) for name, (finer, size) in pairs}


@cache
def _asked() -> dict[str, str]:
    return {name: rest for section, name, rest in _lines() if section == ASKED}


@cache
def _asks() -> dict[str, str]:
    return {kind: rest for section, kind, rest in _lines() if section == ASKS}


@cache
def _lines() -> tuple[tuple[str, str, str], ...]:
    told = ((section, *line.partition(":")) for section, line in entries("units"))
    return tuple((section, name.strip(), rest.strip()) for section, name, _, rest in told)
