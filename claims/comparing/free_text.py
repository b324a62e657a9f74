"""Two free texts: do they contradict, does the first entail the second, or neither.

Many signals (negation and what it reaches, opposites, numbers, swapped words and names, how far
and in which order the words meet) are weighed by small decision trees; what one text calls untrue
that the other tells stands beside them. All of that is the same in either order of the texts.
Whether the first entails the second is a logistic regression of its own. Trees and weights stand
in ``data/free_text.json``; ``fitting.py`` makes them.
"""

import json
import math
import re
from dataclasses import dataclass
from functools import cache
from itertools import product

from claims.choices import Kind
from claims.comparing.alignment import (
    FUNCTION_WORDS,
    Alignment,
    Figure,
    Words,
    align,
    figures,
    read,
)
from claims.comparing.rejections import Side, rejection
from claims.comparing.rules.counts import shown
from claims.comparing.signals import (
    DATA,
    clashing,
    negations,
    opposites,
    parting_signals,
    prefixed,
)
from claims.comparing.slots import Swap, slots, swaps
from claims.comparing.trees import Forest
from claims.values import Count

HEDGES = re.compile(
    r"\b(?:may|might|could|possibl[ey]|perhaps|reportedly|allegedly|claim\w*|report\w*|unconfirmed"
    r"|whether|investigat\w+|suggest\w*|appear\w*)\b",
    re.IGNORECASE,
)
# Of news rumours where one text alone calls untrue what the other tells, this share contradicts:
# 89 of 97 in the half of a labelled set that the words were collected from, 62 of 72 in the other.
REJECTED = 0.86
# Told with reserve, or of another matter for all one can see: of these about every third does.
RESERVED_AT_MOST, RESERVED_AT_LEAST = 0.7, 0.5
BOUNDS = re.compile(
    r"\b(?:at least|at most|more than|fewer than|less than|up to|over|under|about|around|nearly"
    r"|almost|some|roughly|approximately|exactly)\b"
)
BOTH_REJECT = 0.4  # what is left of the score where both call it untrue
NEAR = 0.34  # share of the shorter text's words met, for a word of one to stand in another's place


@dataclass(frozen=True, slots=True)
class TextComparison:
    """What came of a pair: label, the score of that label, the kind and the reason in words."""

    label: str
    score: float
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Weights:
    """One logistic regression: a bias and a weight for each signal."""

    bias: float
    signals: dict[str, float]

    def probability(self, signals: dict[str, float]) -> float:
        """How likely the label is for a text with these signals."""
        total = self.bias + sum(self.signals.get(name, 0) * v for name, v in signals.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class Model:
    """What was fitted, and from where each is believed."""

    contradiction: Forest
    entailment: Weights
    contradiction_from: float
    entailment_from: float


@dataclass(frozen=True, slots=True)
class Told:
    """What two texts part by, as can be named: the kind, and a sentence that quotes both."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class Parting:
    """How likely two texts exclude each other, and what can be named for it.

    What cannot be explained is not called a contradiction, however likely it seems.
    """

    score: float
    told: Told | None


def compare_texts(premise: str, hypothesis: str) -> TextComparison:
    """What the premise does to the hypothesis. Contradiction is the same in either order."""
    model = weights()
    aligned = align(premise, hypothesis)
    parted = parting(aligned)
    against = parted.score
    if against >= model.contradiction_from and parted.told:
        told = parted.told
        return TextComparison("contradiction", round(against, 3), told.kind, told.words)
    entailed = model.entailment.probability(entailing_signals(premise, hypothesis, aligned))
    if entailed >= model.entailment_from:
        words = f"The first text says {aligned.cover:.0%} of what the second says."
        return TextComparison("entailment", round(entailed * (1 - against), 3), "", words)
    score = round(max(0.0, 1 - against - entailed * (1 - against)), 3)
    return TextComparison(
        "neutral", score, "", "Nothing shows that they exclude or entail each other."
    )


def parting(aligned: Alignment) -> Parting:
    """How likely the two texts exclude each other, and by what; the same in either order."""
    if same_wording(aligned):
        return Parting(0.0, None)
    score = weights().contradiction.probability(parting_signals(aligned))
    side = rejection(aligned)
    if side == Side.FIRM:
        score = max(score, REJECTED)
    elif side == Side.OPEN:
        score = min(max(score, RESERVED_AT_LEAST), RESERVED_AT_MOST)
    elif side == Side.BOTH:
        score *= BOTH_REJECT
    return Parting(score, named(aligned))


def same_wording(aligned: Alignment) -> bool:
    """Whether the two say the same, of figures that one number satisfies ("70", "at least 39")."""
    one, other = (_but_figures(words) for words in (aligned.long, aligned.short))
    if one != other:
        return False
    ours, theirs = figures(aligned.long.text), figures(aligned.short.text)
    pairs = zip(ours, theirs, strict=False)
    return len(ours) == len(theirs) and all(_one_figure(a.count, b.count) for a, b in pairs)


def _but_figures(words: Words) -> tuple[str, ...]:
    bounds = {word for text in (words.text,) for word in BOUNDS.findall(text.casefold())}
    counted = {part for found in bounds for part in found.split()}
    pairs = zip(words.words, words.stems, strict=True)
    return tuple(s for w, s in pairs if w.casefold() not in counted and not w[0].isdigit())


@cache
def weights() -> Model:
    """The fitted trees and weights as shipped."""
    stored = json.loads((DATA / "free_text.json").read_text(encoding="utf-8"))
    return Model(
        Forest.load(stored["contradiction"]),
        Weights(**stored["entailment"]),
        stored["contradiction_from"],
        stored["entailment_from"],
    )


def entailing_signals(premise: str, hypothesis: str, aligned: Alignment) -> dict[str, float]:
    """Signals that the premise says what the hypothesis says."""
    first, second = read(premise), read(hypothesis)
    met = len(second.content & first.content) / max(1, len(second.content))
    pairs = set(zip(second.stems, second.stems[1:], strict=False))
    shared = pairs & set(zip(first.stems, first.stems[1:], strict=False))
    signals = {
        "met": met,
        "met_squared": met * met,
        "cover": aligned.cover,
        "all_met": met == 1,
        "pairs": len(shared) / max(1, len(pairs)),
        "new_name": bool(second.names - set(first.stems)),
        "new_number": _states_new_figure(premise, hypothesis),
        "shorter": len(second.words) <= len(first.words),
        "negated": abs(negations(aligned.long) - negations(aligned.short)) % 2,
        "hedged": bool(HEDGES.search(premise)) and not HEDGES.search(hypothesis),
        "left_over": min(len(second.content - first.content), 6) / 6,
    }
    return {name: float(value) for name, value in signals.items()}


def _states_new_figure(premise: str, hypothesis: str) -> bool:
    known = [figure.count for figure in figures(premise)]
    return any(not any(figure.count.overlaps(k) for k in known) for figure in figures(hypothesis))


def parted_figures(aligned: Alignment, *, same_noun: bool) -> tuple[Figure, Figure] | None:
    """Two figures that exclude each other, where no two agree; of one noun, if so wanted."""
    pairs = [
        (ours, theirs)
        for ours, theirs in product(figures(aligned.long.text), figures(aligned.short.text))
        if (
            ours.counted == theirs.counted
            if same_noun
            else bool(ours.counted) == bool(theirs.counted)
        )
    ]
    if not pairs or any(_one_figure(ours.count, theirs.count) for ours, theirs in pairs):
        return None
    return pairs[0]


def _one_figure(ours: Count, theirs: Count) -> bool:
    """Whether one number satisfies both; "70" and "more than 70" are wordings of one figure."""
    return ours.overlaps(theirs) or ours.low == theirs.low


def named(aligned: Alignment) -> Told | None:
    """The plainest thing that the two texts part by; None where nothing can be named."""
    found = opposites(aligned)
    if found:
        return Told(Kind.NEGATION, _each_has(aligned, *found))
    near = aligned.cover >= NEAR
    parted = parted_figures(aligned, same_noun=not near)
    if parted:
        one, other = (shown(figure.count) for figure in parted)
        kind = Kind.COUNT if parted[0].counted else Kind.DATE
        return Told(kind, f"The figures differ: {one} in one text, {other} in the other.")
    if rejection(aligned) in {Side.FIRM, Side.OPEN}:
        return Told(Kind.AUTHENTICITY, "One text rejects what the other reports as fact.")
    if (
        clashing(aligned)
        or prefixed(aligned)
        or (negations(aligned.long) - negations(aligned.short))
    ):
        return Told(Kind.NEGATION, "One text negates what the other says.")
    return _replaced(aligned) if near else None


def _replaced(aligned: Alignment) -> Told | None:
    """A word or a name in the place of another."""
    for slot in slots(aligned.short, read(aligned.whole)):
        return Told(Kind.IDENTITY, _told_each(slot.theirs, slot.ours))
    for swap in swaps(aligned.short, aligned.long)[0]:
        if _means(swap):
            return Told(Kind.IDENTITY, _told_each(" ".join(swap.theirs), " ".join(swap.ours)))
    ours, theirs = aligned.only_long & aligned.long.names, aligned.only_short & aligned.short.names
    if ours and theirs:
        return Told(Kind.IDENTITY, _each_has(aligned, min(ours), min(theirs)))
    return None


def _means(swap: Swap) -> bool:
    sides = (swap.ours, swap.theirs)
    return all(any(word.casefold() not in FUNCTION_WORDS for word in side) for side in sides)


def _each_has(aligned: Alignment, ours: str, theirs: str) -> str:
    return _told_each(_as_written(ours, aligned.long), _as_written(theirs, aligned.short))


def _told_each(one: str, other: str) -> str:
    return f"One text has “{one}” where the other has “{other}”."


def _as_written(wanted: str, words: Words) -> str:
    pairs = zip(words.words, words.stems, strict=True)
    return next(word for word, written in pairs if written == wanted)
