"""Quantities in a stretch of tokens, as intervals of whole numbers."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache

from text_to_num import text2num

from claims.reading.lexicon import match, phrases, verb_forms, words
from claims.reading.text import Token
from claims.reading.times import MONTHS
from claims.values import Count

# Vague words give a floor only (Merriam-Webster: two dozen make "dozens", two hundred "hundreds").
VAGUE = {
    "several": 3,
    "numerous": 3,
    "many": 3,
    "few": 2,
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "multiple": 2,
}
SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
DOZEN = 12
OPENING = frozenset({"a", "an", "between", "from"})
FRACTIONS = {
    ("half", "a", "million"): 500_000,
    ("quarter", "of", "a", "million"): 250_000,
    ("a", "million"): 1_000_000,
    ("a", "thousand"): 1_000,
    ("a", "hundred"): 100,
}
YEARS = range(1900, 2101)
LONGEST_PREFIX = 4
CHANGE_REACH = 12  # tokens from "revised" to its "from 12 to nine"
LARGEST = 10**12
JOINTS = frozenset({"to", "-", "\u2013"})
NO_COUNT_AFTER = frozenset({"$", "\u20ac", "\u00a3", "aged", "age", "("})
NO_COUNT_BEFORE = frozenset({"year-old", "-year-old", ":"})
LONGEST_UNIT = 3  # tokens of "km/h"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count and the tokens that state it, its "more than" included."""

    first: int
    last: int
    count: Count


def find_quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """All quantities from left to right; years, ages, times and dates are none."""
    found: list[Quantity] = []
    at = 0
    begins = _beginnings()
    while at < len(tokens):
        lower = tokens[at].lower
        if not (lower[0].isdigit() or lower in begins or "-" in lower):
            at += 1
            continue
        quantity = _range(tokens, at) or _number(tokens, at) or _vague(tokens, at)
        if quantity is None:
            at += 1
            continue
        found.append(qualified(tokens, quantity))
        at = quantity.last
    return found


@cache
def _beginnings() -> frozenset[str]:
    """Every word that a quantity in words can begin with."""
    fractions = {named[0] for named in FRACTIONS}
    return words("quantities", "number words") | VAGUE.keys() | fractions | OPENING


def number_at(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The whole number that begins here and the token after it."""
    text = tokens[at].text
    if text[0].isdigit():
        return _digits(tokens, at)
    if text.casefold() in {"a", "an"} and at + 1 < len(tokens) and tokens[at + 1].lower == "dozen":
        return DOZEN, at + 2
    return _half(tokens, at) or _spelled(tokens, at)


def _half(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Half a million, a quarter of a million, a million."""
    if tokens[at].lower not in {"half", "quarter", "a"}:
        return None
    lowers = tuple(token.lower for token in tokens[at : at + 4])
    for named, number in FRACTIONS.items():
        if lowers[: len(named)] == named:
            return number, at + len(named)
    return None


def _digits(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    text = tokens[at].text
    if ":" in text:
        return None
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    scale = SCALES.get(following, 1)
    groups = text.split(",")
    thousands = len(groups) > 1 and all(len(group) == 3 for group in groups[1:])  # noqa: PLR2004  # 1,300
    plain = text.replace(",", "") if thousands else text
    try:
        number = float(plain) * scale
    except ValueError:
        return None
    if number > LARGEST or number != int(number):
        return None
    return int(number), at + (2 if scale > 1 else 1)


def _spelled(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A number in words; the longest run of number words that makes one."""
    numbers = words("quantities", "number words")
    end = at
    while end < len(tokens) and end < at + 8:
        lower = tokens[end].lower
        joined = lower == "and" and end > at and tokens[end - 1].lower == "hundred"
        if not joined and not all(part in numbers for part in lower.split("-")):
            break
        end += 1
    while end > at:
        phrase = " ".join(token.lower for token in tokens[at:end])
        try:
            number = int(text2num(phrase.replace("-", " "), "en"))
        except (ValueError, AttributeError, TypeError):
            end -= 1
            continue
        if end < len(tokens) and tokens[end].lower == "dozen":
            return number * DOZEN, end + 1
        return number, end
    return None


def _number(tokens: Sequence[Token], at: int) -> Quantity | None:
    value = number_at(tokens, at)
    if value is None or _is_no_count(tokens, at, value):
        return None
    number, end = value
    unit = "person"
    if number == 1 and _is_denied(tokens, at, end):
        return Quantity(at - 1, end, Count(0, 0))
    if end < len(tokens) and (tokens[end].text == "%" or tokens[end].lower in {"percent", "per"}):
        unit = "percent"
        end += 2 if tokens[end].lower == "per" else 1
    return Quantity(at, min(end, len(tokens)), Count(number, number, unit=unit))


def _is_denied(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "not one of them", but not "not one but two"."""
    after = tokens[end].lower if end < len(tokens) else ""
    return at > 0 and tokens[at - 1].lower == "not" and after not in {"but", "or"}


def _is_no_count(tokens: Sequence[Token], at: int, value: tuple[int, int]) -> bool:
    """Years, ages, days of a month, times, ordinals and amounts of money count nobody."""
    number, end = value
    before = tokens[at - 1].lower if at else ""
    after = tokens[end].lower if end < len(tokens) else ""
    if before in NO_COUNT_AFTER or after in NO_COUNT_BEFORE or _is_compound(tokens, at, end):
        return True
    year = tokens[at].text[0].isdigit() and number in YEARS and "," not in tokens[at].text
    if year or _is_date(tokens, at, end) or _is_age(tokens, at, end):
        return True
    named = at > 0 and before != "the" and tokens[at].lower == "one"
    if named and after in {"of", "another", "side"}:
        return True
    # "a woman of 82": an age, not a number of women; "the bodies of 3 miners" counts miners.
    people = words("quantities", "persons")
    counted = after in people or (
        after.endswith("s") and after not in words("grammar", "auxiliaries")
    )
    return before == "of" and at > 1 and tokens[at - 2].lower in people and not counted


def _is_compound(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether it is a part of "$4 million", "a 30-metre wall"; not of "the 40-strong crew"."""
    if at and tokens[at].lower in SCALES and tokens[at - 1].text[0].isdigit():
        return True  # "$4 million", which is no million
    if at > 1 and tokens[at - 1].text == "-":
        return True
    joined = end < len(tokens) and tokens[end].text == "-"
    following = tokens[end + 1].lower if joined and end + 1 < len(tokens) else ""
    return joined and following not in words("quantities", "after a hyphen")


def _is_age(tokens: Sequence[Token], at: int, end: int) -> bool:
    """As in "Jan Lis, 66, of Mir": a number between commas after a name."""
    if at < 2 or tokens[at - 1].text != "," or not tokens[at].text.isdecimal():  # noqa: PLR2004  # a name and its comma
        return False
    closes = end >= len(tokens) or not tokens[end].is_word
    return closes and tokens[at - 2].is_capitalised


def _is_date(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a month stands right before or after a number."""
    near = [*tokens[max(0, at - 1) : at], *tokens[end : end + 1]]
    months = (*MONTHS, *(month[:3] for month in MONTHS), "sept")
    return any(token.lower.rstrip(".") in months and token.is_capitalised for token in near)


def _range(tokens: Sequence[Token], at: int) -> Quantity | None:
    """Between five and ten, 5 to 10, 5-10."""
    opens = tokens[at].lower in {"between", "from"}
    first = at + 1 if opens else at
    low = number_at(tokens, first) if first < len(tokens) else None
    if low is None or low[1] + 1 >= len(tokens):
        return None
    joint = _joint_after(tokens, low[1], JOINTS | {"and"} if opens else JOINTS | {"or"})
    high = number_at(tokens, joint + 1) if joint else None
    if high is None or not _is_unit_again(tokens, (low[1], joint), high[1]):
        return None
    if opens and (high[0] < low[0] or _changes(tokens, at)):
        return Quantity(joint + 1, high[1], Count(high[0], high[0]))  # "from 12 to nine"
    if high[0] <= low[0] or _is_date(tokens, at, high[1]) or high[0] in YEARS:
        return None
    return Quantity(at, high[1], Count(low[0], high[0]))


def _joint_after(tokens: Sequence[Token], at: int, joints: AbstractSet[str]) -> int:
    """The "to" of a range, past a unit that both ends may have: "90 km/h to 120 km/h"; else 0."""
    last = min(at + LONGEST_UNIT + 1, len(tokens) - 1)
    return next((k for k in range(at, last) if tokens[k].lower in joints), 0)


def _is_unit_again(tokens: Sequence[Token], unit: tuple[int, int], at: int) -> bool:
    """Whether the unit of the first number also follows the second one."""
    told = [token.lower for token in tokens[slice(*unit)]]
    return told == [token.lower for token in tokens[at : at + len(told)]]


def _changes(tokens: Sequence[Token], at: int) -> bool:
    """Whether "from" leads up to a new figure: "rose from nine", "revised the toll from 12"."""
    forms = verb_forms("quantities", "changing")
    near = [token.lower for token in tokens[max(0, at - CHANGE_REACH) : at]]
    told = not forms.keys().isdisjoint(near) or near[-1:] in (["toll"], ["count"], ["tally"])
    return tokens[at].lower == "from" and told


def _vague(tokens: Sequence[Token], at: int) -> Quantity | None:
    lower = tokens[at].lower
    if lower == "multiple" and [t.lower for t in tokens[at + 1 : at + 2]] == ["launch"]:
        return None  # "multiple launch rocket systems"
    floor = VAGUE.get(lower)
    if floor is not None:
        scaled = _tens_of(tokens, at)
        end = at + 1
        if scaled:
            end, floor = scaled
        return Quantity(at, end, Count(floor, None, vague=True))
    if lower == "a" and [t.lower for t in tokens[at + 1 : at + 3]] == ["number", "of"]:
        return Quantity(at, at + 3, Count(2, None, vague=True))
    following = [t for t in tokens[at + 1 : at + 8] if t.text != "-" and not t.text.isdigit()]
    if lower in {"a", "an"} and _singular_person(following):
        return Quantity(at, at + 1, Count(1, 1))
    return None


def _tens_of(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """As in "tens of thousands", "hundreds of thousands"."""
    inner = [t.lower for t in tokens[at + 1 : at + 3]]
    if len(inner) > 1 and inner[0] == "of" and inner[1] == "thousands":
        return at + 3, 20_000
    return None


def _singular_person(tokens: Sequence[Token]) -> bool:
    persons = words("quantities", "persons")
    for token in tokens:
        if token.lower in persons and not token.lower.endswith("s") and token.lower != "people":
            return True
        if not token.is_word or token.lower in {"of", "and", "the"}:
            return False
    return False


def qualified(tokens: Sequence[Token], quantity: Quantity) -> Quantity:
    """The count with the words before it: "more than", "at least", "up to", "about"."""
    count, first = quantity.count, quantity.first
    text_of = [t.lower for t in tokens[max(0, first - LONGEST_PREFIX) : first]]
    for section, change in QUALIFIERS:
        for size in range(len(text_of), 0, -1):
            tail = text_of[-size:]
            if match(tail, 0, phrases("quantities", section)) == size:
                first -= size
                count = change(count)
                stated = " ".join(t.text for t in tokens[first : quantity.last])
                return Quantity(first, quantity.last, replace(count, text=stated))
    stated = " ".join(t.text for t in tokens[first : quantity.last])
    return Quantity(first, quantity.last, replace(count, text=stated))


def _more_than(count: Count) -> Count:
    return replace(count, high=None, low_exclusive=True)


def _at_least(count: Count) -> Count:
    return replace(count, high=None)


def _up_to(count: Count) -> Count:
    return replace(count, low=0)


def _fewer_than(count: Count) -> Count:
    return replace(count, low=0, high_exclusive=True)


def _about(count: Count) -> Count:
    return replace(count, approximate=True)


QUALIFIERS = (
    ("at least", _at_least),
    ("up to", _up_to),
    ("more than", _more_than),
    ("fewer than", _fewer_than),
    ("about", _about),
)
