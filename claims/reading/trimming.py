"""Stretches of a sentence without the signs at their ends."""

from claims.reading.cue_entries import Range
from claims.reading.grammar import CLOSERS, OPENERS
from claims.reading.text import Sentence, Token

MARKS = OPENERS | CLOSERS - {"\u2019"}


def trim(sentence: Sentence, content: Range) -> Range:
    """A range without commas, full stops and lonely quotation marks at its ends."""
    tokens = sentence.tokens
    first, last = content
    while first < last and tokens[first].text in {",", ":", ";", "\u2014", "\u2013", "."}:
        first += 1
    while first < last and tokens[last - 1].text in {",", ":", ";", "\u2014", "\u2013", "."}:
        last -= 1
    return _unquoted(sentence, first, last)


def _has_marks(tokens: tuple[Token, ...]) -> bool:
    return any(token.text in MARKS for token in tokens)


def _unquoted(sentence: Sentence, first: int, last: int) -> Range:
    """Without a quotation mark at one end whose partner is elsewhere, or a pair around it all."""
    tokens = sentence.tokens
    while last - first > 1:
        opens, closes = tokens[first].text in OPENERS, tokens[last - 1].text in CLOSERS
        if opens and closes and not _has_marks(tokens[first + 1 : last - 1]):
            first, last = first + 1, last - 1
        elif opens and not any(t.text in CLOSERS for t in tokens[first + 1 : last]):
            first += 1
        elif tokens[last - 1].text in {",", "."} or (
            closes and not any(t.text in OPENERS for t in tokens[first : last - 1])
        ):
            last -= 1
        else:
            break
    return first, last
