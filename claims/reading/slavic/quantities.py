"""Quantities in a Ukrainian or Russian sentence, as intervals of whole numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.reading.slavic.forms import numbers
from claims.reading.slavic.lines import DASHES, Line, is_finite
from claims.values import Count

YEARS = range(1900, 2101)
LARGEST = 10**12
GROUP = 3  # digits after a thousands space
AHEAD = 4  # words after a number among which its noun stands
QUALIFIER = 3
HUNDRED = 100
REACHED = 3  # words between "зросла" and its "до"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count and the tokens that state it, its "more than" included."""

    first: int
    last: int
    count: Count


def find_quantities(line: Line, first: int, last: int) -> list[Quantity]:
    """All quantities of a stretch from left to right; years, dates and measures are none."""
    found: list[Quantity] = []
    at = first
    while at < last:
        quantity = _range(line, at, last) or _number(line, at, last) or _vague(line, at, last)
        if quantity is None:
            at += 1
            continue
        end = quantity.last
        if _counts(line, quantity, last):
            qualified = _qualified(line, quantity, first)
            found.append(_with_unit(line, qualified, last))
        at = end
    return found


def _value(line: Line, at: int, last: int) -> tuple[int, int] | None:
    """The whole number that begins here and the token after it."""
    if at >= last:
        return None
    if line.tokens[at].text[0].isdigit():
        return _digits(line, at, last)
    return _spelled(line, at, last)


def _digits(line: Line, at: int, last: int) -> tuple[int, int] | None:
    tokens = line.tokens
    text = tokens[at].text
    if ":" in text:
        return None
    end = at + 1
    while end < last and _is_group(line, end):
        text += tokens[end].text
        end += 1
    scale, end = _scale(line, end, last)
    try:
        number = float(text.replace(",", ".")) * scale
    except ValueError:
        return None
    whole = number == int(number) and number <= LARGEST
    return (int(number), end) if whole else None


def _is_group(line: Line, at: int) -> bool:
    """As in "1 200": three digits one space after a number."""
    token, before = line.tokens[at], line.tokens[at - 1]
    spaced = token.start == before.end + 1
    return spaced and len(token.text) == GROUP and token.text.isdigit() and before.text.isdigit()


def _scale(line: Line, at: int, last: int) -> tuple[int, int]:
    """As in "16 тыс.": the factor, and the token after it and its full stop."""
    scale = numbers(line.language, "scales").get(line.words[at]) if at < last else None
    if scale is None:
        return 1, at
    dotted = at + 1 < last and line.tokens[at + 1].text == "."
    return scale, at + (2 if dotted else 1)


def _spelled(line: Line, at: int, last: int) -> tuple[int, int] | None:
    """A number in words: "сто двадцять три", "дві тисячі"."""
    known, scales = numbers(line.language, "numbers"), numbers(line.language, "scales")
    total = part = 0
    smallest = LARGEST
    end = at
    while end < last:
        word = line.words[end]
        if word in known and _fits(known[word], smallest):
            part, smallest = part + known[word], known[word]
        elif word in scales and (end > at or (line.words[at] == word and _is_one(line, at))):
            total, part, smallest = total + max(part, 1) * scales[word], 0, LARGEST
        else:
            break
        end += 1
    return (total + part, end) if end > at else None


def _fits(number: int, smallest: int) -> bool:
    """Whether a number word goes on with the one before it: hundreds, tens, ones."""
    if smallest == LARGEST:
        return True
    return (smallest >= HUNDRED > number) or (20 <= smallest < HUNDRED and number < 10)  # noqa: PLR2004  # twenty, ten


def _is_one(line: Line, at: int) -> bool:
    """Whether "тысяча" alone is a thousand; the plural "тысячи" is vague."""
    return line.words[at] not in numbers(line.language, "vague")


def _number(line: Line, at: int, last: int) -> Quantity | None:
    value = _value(line, at, last)
    if value is None:
        return None
    number, end = value
    return Quantity(at, end, Count(number, number))


def _range(line: Line, at: int, last: int) -> Quantity | None:
    """Від трьох до п'яти, между 5 и 10, 5-10."""
    words = line.words
    opened = "" if words[at] in numbers(line.language, "numbers") else words[at]
    from_, between = line.lexicon("quantities", "from"), line.lexicon("quantities", "between")
    leads = opened in from_ or opened in between
    low = _value(line, at + 1 if leads else at, last)
    if low is None or low[1] + 1 >= last:
        return None
    joint = words[low[1]]
    title = "and" if opened in between else "to"
    fits = joint in line.lexicon("quantities", title) if leads else joint in DASHES
    high = _value(line, low[1] + 1, last) if fits else None
    if high is None or high[0] <= low[0]:
        return None
    return Quantity(at, high[1], Count(low[0], high[0]))


def _vague(line: Line, at: int, last: int) -> Quantity | None:
    floor = numbers(line.language, "vague").get(line.words[at])
    if floor is None:
        return None
    scale, end = _scale(line, at + 1, last)
    return Quantity(at, end, Count(floor * scale, None, vague=True))


def _counts(line: Line, quantity: Quantity, last: int) -> bool:
    """Whether it counts something: no year, date, age, length, sum of money or ordinal."""
    words, end = line.words, quantity.last
    if quantity.count.low in YEARS and quantity.count.low == quantity.count.high:
        digits = line.tokens[quantity.first].text.isdigit()
        if digits and end - quantity.first == 1 and not _is_counted(line, end, last):
            return False
    if end < len(words) and words[end] in DASHES and not line.is_break(end):
        return False
    following = words[end : min(end + 2, last)]
    none = line.lexicon("quantities", "no counts")
    months = line.lexicon("quantities", "months")
    return not (
        (following and (following[0] in none or following[0] in months))
        or "$" in words[max(0, quantity.first - 1) : quantity.first]
    )


def _is_counted(line: Line, at: int, last: int) -> bool:
    persons = line.lexicon("quantities", "persons")
    return any(word in persons for word in line.words[at : min(at + 2, last)])


def _qualified(line: Line, quantity: Quantity, floor: int) -> Quantity:
    """The count with the words before it: "more than", "at least", "up to", "about"."""
    count, first = quantity.count, quantity.first
    for size in range(QUALIFIER, 0, -1):
        start = first - size
        if start < floor:
            continue
        for title, change in QUALIFIERS:
            hit = line.lexicon("quantities", title).at(line.words, start, first)
            if title == "up to" and _is_level(line, start):
                return _stated(line, quantity)
            if hit is not None and hit.last == first:
                return _stated(line, Quantity(start, quantity.last, _changed(count, change)))
    return _stated(line, quantity)


def _is_level(line: Line, at: int) -> bool:
    """As in "зросла до 27": where the number stands now, no limit."""
    reached = line.lexicon("quantities", "reached")
    return reached.find(line.words, max(0, at - REACHED), at) is not None


def _changed(count: Count, change: str) -> Count:
    if change == "more":
        return replace(count, high=None, low_exclusive=not count.vague)
    if change == "least":
        return replace(count, high=None)
    if change == "up":
        return replace(count, low=0, high=count.high)
    if change == "fewer":
        return replace(count, low=0, high_exclusive=count.high is not None)
    return replace(count, approximate=True)


QUALIFIERS = (
    ("at least", "least"),
    ("up to", "up"),
    ("more than", "more"),
    ("fewer than", "fewer"),
    ("about", "about"),
)


def _stated(line: Line, quantity: Quantity) -> Quantity:
    pieces = (token.text for token in line.tokens[quantity.first : quantity.last])
    return replace(quantity, count=replace(quantity.count, text=" ".join(pieces)))


def _with_unit(line: Line, quantity: Quantity, last: int) -> Quantity:
    """The count with what is counted: people unless its noun is a thing that can be damaged."""
    end = min(quantity.last + AHEAD, last)
    persons = line.lexicon("quantities", "persons")
    units = line.lexicon("quantities", "units")
    for at in range(quantity.last, end):
        if line.words[at] in line.lexicon("quantities", "percent") or line.words[at] == "%":
            return replace(quantity, last=at + 1, count=replace(quantity.count, unit="percent"))
        hit = units.at(line.words, at, end)
        if hit is not None:
            return replace(quantity, count=replace(quantity.count, unit=hit.label))
        if line.words[at] in persons or line.is_break(at) or is_finite(line, at):
            break
        if line.words[at] in line.lexicon("people", "prepositions"):
            break
    return quantity


def counted(quantities: Sequence[Quantity], *, people: bool) -> list[Quantity]:
    """Those that count people, or those that count things that can be damaged."""
    return [
        q for q in quantities if q.count.unit != "percent" and (q.count.unit == "person") == people
    ]
