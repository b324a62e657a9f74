"""What in two wordings leaves room for both to hold: a "may", other days, parts of a group."""

import re
from collections.abc import Iterable

from claims.comparing.alignment import YEAR, Words

MODAL = re.compile(r"\b(?:may|might|could|would|should)\b")  # "May" is a month
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DAY = re.compile(
    rf"\b(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}|{MONTH}"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b"
)
QUANTIFIER = re.compile(
    r"\b(?<!at )(?:most|few|some(?! \d)|all|many|several|every|half|both)\b", re.IGNORECASE
)
LEADING_WORDS = "the a an this that these those of in on at to from by near over across under"
LEADING = frozenset(LEADING_WORDS.split())


def room_for_both(left: Words, right: Words) -> bool:
    """Whether one of them is only possible, or they tell other days or parts of a group."""
    if MODAL.search(left.text) or MODAL.search(right.text):
        return True
    days, others = set(DAY.findall(left.text)), set(DAY.findall(right.text))
    if days and others and days != others:
        return True
    return _quantified(left) != _quantified(right)


def other_years(left: Words, right: Words) -> bool:
    """Whether both tell years, and not the same."""
    years, others = set(YEAR.findall(left.text)), set(YEAR.findall(right.text))
    return bool(years and others) and years != others


def names_a_thing(words: Words, stems: Iterable[str]) -> bool:
    """Whether one of the stems stands where a thing is named: "the old bridge", "the father"."""
    wanted = set(stems)
    before = ("the", *words.words)
    return any(
        stem in wanted and (prior.casefold() in LEADING or prior.endswith(("’s", "'s")))
        for prior, stem in zip(before, words.stems, strict=False)
    )


def _quantified(words: Words) -> set[str]:
    return {found.casefold() for found in QUANTIFIER.findall(words.text)}
