"""Which words of a text changed. Plain values in, plain values out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# A figure is one word: "0.5" became "0.6", not its last digit another.
TOKEN = re.compile(r"\s+|\d+(?:[.,:]\d+)+|\w+|[^\w\s]")
LONGEST = 4000  # tokens of both texts together; comparing more takes seconds
ALIKE = 0.3  # of the shorter text's letters; with less in common, marking words only confuses


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in a row, changed or not."""

    text: str
    changed: bool = False


def marked(before: str, after: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both texts in runs: what is gone in the first, what is new in the second.

    The runs of each put together give its text. Texts that have little in common, or are very
    long, are marked whole.
    """
    if before == after:
        return _runs([(before, False)]), _runs([(after, False)])
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    if not old or not new or len(old) + len(new) > LONGEST:
        return _runs([(before, True)]), _runs([(after, True)])
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    kept = sum(
        _letters(old[place : place + size]) for place, _, size in matcher.get_matching_blocks()
    )
    if kept < ALIKE * min(_letters(old), _letters(new)):
        return _runs([(before, True)]), _runs([(after, True)])
    codes = matcher.get_opcodes()
    return (
        _runs([("".join(old[a:b]), tag != "equal") for tag, a, b, _, _ in codes]),
        _runs([("".join(new[c:d]), tag != "equal") for tag, _, _, c, d in codes]),
    )


def _letters(tokens: Sequence[str]) -> int:
    return sum(len(token) for token in tokens if not token.isspace())


def _runs(pieces: Sequence[tuple[str, bool]]) -> tuple[Run, ...]:
    return tuple(Run(text, changed) for text, changed in pieces if text)
