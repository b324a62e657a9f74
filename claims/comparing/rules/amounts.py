"""A stated figure as the stretch of numbers that its wording leaves room for, in a common unit.

"About 1,300" leaves a tenth, a plain "1,300" the half of its last round place, and miles told in
kilometres the rounding of both. A wider interval always leaves more room, never less.
"""

from dataclasses import dataclass

from claims.values import Count

ABOUT = 0.1  # "about 1,300" is read as 1,170 to 1,430
ROUND_FROM = 100  # smaller figures are counted, not rounded
ROUNDING = 0.05  # no rounding is taken for more: "100,000" leaves no room for 60,000
CONVERTED = 0.02  # "five miles", turned into kilometres and back

# What is measured, by the unit that it is compared in, and how much of that another unit is.
MEASURED_IN: dict[str, dict[str, float]] = {
    "metre": {
        "millimetre": 0.001,
        "centimetre": 0.01,
        "foot": 0.3048,
        "yard": 0.9144,
        "kilometre": 1000,
        "mile": 1609.3,
    },
    "hectare": {"acre": 0.4047, "square kilometre": 100, "square mile": 259},
    "kilogram": {"pound": 0.4536, "ton": 907.2, "tonne": 1000},
    "litre": {"gallon": 3.785, "barrel": 159, "cubic metre": 1000},
    "minute": {"hour": 60, "day": 1440},
    "km/h": {"kilometre per hour": 1, "mph": 1.6093, "mile per hour": 1.6093, "knot": 1.852},
}
BASES = {unit: (base, size) for base, units in MEASURED_IN.items() for unit, size in units.items()}


@dataclass(frozen=True, slots=True)
class Amount:
    """The least and the most that fits, in the unit's base; ``last`` None where it is open."""

    first: float
    last: float | None

    def overlaps(self, other: "Amount") -> bool:
        """Whether one number fits both."""
        below = self.last is not None and self.last < other.first
        above = other.last is not None and other.last < self.first
        return not (below or above)


def base_unit(unit: str) -> str:
    """What a unit is measured in; other units are their own."""
    return BASES.get(unit, (unit, 1.0))[0]


def amount(count: Count, *, converted: bool = False) -> Amount:
    """The room that a figure leaves; a vague one has no ceiling.

    "More than five miles" is not six: what is measured comes in halves, so that a figure to be
    compared with one of another unit keeps its bounds as they are told.
    """
    if converted:
        return _converted(count)
    last = None if count.vague else count.last
    about = ABOUT if count.approximate else 0.0
    low = min(_lowest(count.first, last), count.first * (1 - about))
    high = None if last is None else max(_highest(count.first, last), last * (1 + about))
    return Amount(max(0.0, low), high)


def _converted(count: Count) -> Amount:
    """The same in the unit's base; a plain figure leaves half of its own unit on each side."""
    last = None if count.vague else count.high
    about = ABOUT if count.approximate else 0.0
    half = 0.5 if count.low == count.high else 0.0
    size = BASES.get(count.unit, (count.unit, 1.0))[1]
    low = min(_lowest(count.low, last), count.low * (1 - about), count.low - half)
    floor = max(0.0, low * size * (1 - CONVERTED))
    if last is None:
        return Amount(floor, None)
    high = max(_highest(count.low, last), last * (1 + about), last + half)
    return Amount(floor, high * size * (1 + CONVERTED))


def _lowest(first: int, last: int | None) -> float:
    """The least that rounds to a number of the interval."""
    found = float(first)
    place = 10
    while place <= max(first, ROUND_FROM) * 10:
        at = -(-first // place) * place
        if at >= ROUND_FROM and (last is None or at <= last):
            found = min(found, at - _room(at, place))
        place *= 10
    return found


def _highest(first: int, last: int) -> float:
    """The most that rounds to a number of the interval."""
    found = float(last)
    place = 10
    while place <= last:
        at = last // place * place
        if at >= max(first, ROUND_FROM):
            found = max(found, at + _room(at, place))
        place *= 10
    return found


def _room(number: int, place: int) -> float:
    return min(place / 2, number * ROUNDING)
