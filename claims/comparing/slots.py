"""One word in the place of another: where two texts run alike but for a word or a few."""

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher

from claims.comparing.alignment import FUNCTION_WORDS, Words

MOST_SWAPPED = 3  # words on a side up to which a stretch counts as swapped
AROUND = ((-2, 2), (-1, 1), (1, 1), (2, 2))  # neighbours, and what their weight is divided by
FITS = 1.5


@dataclass(frozen=True, slots=True)
class Swap:
    """A stretch of one text in the place of a stretch of the other, as written and as stems."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    our_stems: tuple[str, ...]
    their_stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A word that the other text does not have, between neighbours where it has another one."""

    fit: float
    ours: str
    theirs: str


def swaps(short: Words, long: Words) -> tuple[list[Swap], list[int], list[int]]:
    """Swapped stretches; and how many words that mean something each other stretch has.

    The first list of numbers is of stretches that only the short text has, the second of those
    that only the long one has.
    """
    swapped: list[Swap] = []
    dropped: list[int] = []
    added: list[int] = []
    matcher = SequenceMatcher(None, short.stems, long.stems, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "replace" and max(b - a, d - c) <= MOST_SWAPPED:
            sides = short.words[a:b], long.words[c:d], short.stems[a:b], long.stems[c:d]
            swapped.append(Swap(*sides))
        elif what != "equal":
            dropped += [_meaning(short.words[a:b])] if b > a else []
            added += [_meaning(long.words[c:d])] if d > c else []
    return swapped, dropped, added


def _meaning(words: tuple[str, ...]) -> int:
    return sum(word.casefold() not in FUNCTION_WORDS for word in words)


def slots(short: Words, whole: Words) -> list[Slot]:
    """Words of the short text in whose place, among the same neighbours, the long one has another.

    "Five ships sank in the bay" and "they say that two ships sank" have one: five, two.
    """
    where: dict[str, list[int]] = defaultdict(list)
    for at, its_stem in enumerate(whole.stems):
        where[its_stem].append(at)
    found = [
        _slot(short, number, whole, where)
        for number, (word, its_stem) in enumerate(zip(short.words, short.stems, strict=True))
        if its_stem not in where and word.casefold() not in FUNCTION_WORDS
    ]
    return [slot for slot in found if slot is not None]


def _slot(short: Words, number: int, whole: Words, where: dict[str, list[int]]) -> Slot | None:
    places = {
        at - step
        for step in (-1, 1)
        if 0 <= number + step < len(short.stems)
        for at in where.get(short.stems[number + step], ())
    }
    best: tuple[float, str] = (0.0, "")
    for at in sorted(places):
        if not 0 <= at < len(whole.words) or whole.words[at].casefold() in FUNCTION_WORDS:
            continue
        fit = _fit(short, number, whole, at)
        if fit > best[0]:
            best = (fit, whole.words[at])
    return Slot(best[0], short.words[number], best[1]) if best[0] >= FITS else None


def _fit(short: Words, number: int, whole: Words, at: int) -> float:
    """How many neighbours are the same; near ones and those that mean something count more."""
    fit = 0.0
    for step, far in AROUND:
        ours, theirs = number + step, at + step
        if not (0 <= ours < len(short.stems) and 0 <= theirs < len(whole.stems)):
            continue
        if short.stems[ours] == whole.stems[theirs]:
            fit += (1 if short.words[ours].casefold() in FUNCTION_WORDS else 2) / far
    return fit
