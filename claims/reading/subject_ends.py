"""Where a subject ends: before "for its part", "late on Monday" and other asides."""

from claims.reading.grammar import is_adverb, is_in
from claims.reading.lexicon import match, phrases
from claims.reading.text import Token

NO_TIME = frozenset({"of", "for", "the", "about"})


def is_aside(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a parenthesis is a mere "however" or "on Tuesday", not an apposition."""
    if first >= last:
        return True
    lowers = [token.lower for token in tokens[first:last]]
    return (
        match(lowers, 0, phrases("grammar", "openers")) > 0
        or is_adverb(tokens[first])
        or is_in(tokens[first], "prepositions")
        or is_in(tokens[first], "time words")
    )


def without_aside(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The end of a subject without "for its part" or "later" at its end."""
    for k in range(first + 1, last):
        lowers = [token.lower for token in tokens[k:last]]
        if match(lowers, 0, phrases("grammar", "openers")) == last - k:
            return k
    while last > first + 1 and is_adverb(tokens[last - 1]):
        last -= 1
    return _without_time(tokens, first, last)


def _without_time(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The end of a subject without "on Tuesday", "late on Monday", "this week" at its end."""
    end = last
    while end > first + 1 and (is_in(tokens[end - 1], "time words") or _is_day(tokens[end - 1])):
        end -= 1
    if end == last:
        return last
    while end > first + 1 and (
        is_in(tokens[end - 1], "prepositions")
        or tokens[end - 1].lower in {"this", "the", "that", ","}
        or is_in(tokens[end - 1], "time words")
    ):
        end -= 1
    # "The head of the day" is a phrase of its own: only a name or noun with a preposition goes.
    return end if end == last or tokens[end].lower not in NO_TIME else last


def _is_day(token: Token) -> bool:
    return token.text.isdigit()
