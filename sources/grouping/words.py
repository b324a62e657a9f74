"""How common words are in news, and how they are cut to one form."""

import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
BACKGROUND = HERE / "background.tsv"
# Initials ("U.S."), numbers with their separators, then words with an inner apostrophe.
TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)?")
# Words that say nothing of what happened.
COMMON = frozenset((HERE / "common.txt").read_text(encoding="utf-8").split())
PLURAL_IES = 5
SHORTEST_STEM = 4
ENDINGS = ("ing", "ed", "es", "s")
PARTS = 10_000


def stem(word: str) -> str:
    """The form under which a word in small letters is counted: "floods" and "flooded" are one."""
    word = word.removesuffix("'s").removesuffix("’s")
    if len(word) >= PLURAL_IES and word.endswith("ies"):
        return f"{word[:-3]}y"
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


@cache
def background() -> dict[str, tuple[float, float]]:
    """For each known stem, the share of articles that have it, and how often it is capitalised.

    The file's lines hold both in ten-thousandths; its origin stands in the README beside it.
    """
    found: dict[str, tuple[float, float]] = {}
    for line in BACKGROUND.read_text(encoding="utf-8").splitlines():
        word, share, capitals = line.split("\t")
        found[word] = (int(share) / PARTS, int(capitals) / PARTS)
    return found
