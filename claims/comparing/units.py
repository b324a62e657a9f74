"""Two figures in one unit: three hours and fifty minutes, knots and miles an hour."""

from dataclasses import replace

from claims.values import Count

# What each unit is worth, and in which other unit.
WORTH = {
    "hour": (60.0, "minute"),
    "day": (1440.0, "minute"),
    "knot": (1.852, "km/h"),
    "mph": (1.609, "km/h"),
    "cubic metre": (1000.0, "litre"),
    "barrel": (159.0, "litre"),
    "gallon": (3.785, "litre"),
    "centimetre": (10.0, "millimetre"),
}


def in_one_unit(left: Count, right: Count) -> tuple[Count, Count]:
    """Both as they are where their units agree or nothing is known of these, else both turned."""
    if left.unit == right.unit:
        return left, right
    return _turned(left), _turned(right)


def _turned(count: Count) -> Count:
    worth, unit = WORTH.get(count.unit, (1.0, count.unit))
    high = None if count.high is None else round(count.high * worth)
    return replace(count, low=round(count.low * worth), high=high, unit=unit)
