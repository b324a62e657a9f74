"""Two free texts: do they contradict, does the first entail the second, or neither.

Simple, general signals (negation, opposites, numbers, swapped names, words of refutation, how
far the words meet) are weighed by two small logistic regressions. The one for contradiction sees
symmetric signals only. The weights stand in ``data/free_text.json``; ``fitting.py`` makes them.
"""

import json
import math
import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from claims.choices import Kind
from claims.comparing.alignment import Alignment, Figure, Words, align, figures, read, stem
from claims.comparing.rules.counts import shown
from claims.values import Count

DATA = Path(__file__).parent / "data"
NEGATIONS = frozenset(
    ["not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "without", "cannot"]
)
REFUTES = re.compile(
    r"\b(?:hoax(?:es)?|fake[ds]?|false(?:ly)?|untrue|debunk\w*|den(?:y|ies|ied)|fabricat\w+|bogus"
    r"|satir\w+|refut\w+|mislead\w*|myth|rumou?rs?|made up|mistaken(?:ly)?|disprov\w+|photoshopp\w+"
    r"|prank|dismiss\w*|reject\w*)\b",
    re.IGNORECASE,
)
TURNS = re.compile(
    r"\b(?:but|however|although|despite|instead|rather|contrary|actually)\b", re.IGNORECASE
)
HEDGES = re.compile(
    r"\b(?:may|might|could|possibl[ey]|perhaps|reportedly|allegedly|claim\w*|report\w*|unconfirmed"
    r"|whether|investigat\w+|suggest\w*|appear\w*)\b",
    re.IGNORECASE,
)
# Where one text alone speaks of a hoax or a denial, the share of contradictions among news rumours
# (half of a labelled set; the other half confirmed it). No set with free weights teaches it.
REFUTED = 0.6
ONLY = frozenset({"only", "just", "solely", "exclusively"})
PLAIN = (
    ("negated", (Kind.NEGATION, "One text negates what the other says.")),
    ("refutes", (Kind.AUTHENTICITY, "One text rejects what the other reports as fact.")),
    ("name", (Kind.IDENTITY, "They say the same of different names.")),
)


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
    """Both regressions, and from where each is believed."""

    contradiction: Weights
    entailment: Weights
    contradiction_from: float
    entailment_from: float


def compare_texts(premise: str, hypothesis: str) -> TextComparison:
    """What the premise does to the hypothesis. Contradiction is the same in either order."""
    model = weights()
    aligned = align(premise, hypothesis)
    signals = parting_signals(aligned)
    against = max(model.contradiction.probability(signals), REFUTED * signals["refutes"])
    told = _told(aligned, signals)
    if against >= model.contradiction_from and told:
        kind, words = told
        return TextComparison("contradiction", round(against, 3), kind, words)
    entailed = model.entailment.probability(entailing_signals(premise, hypothesis, aligned))
    if entailed * (1 - against) >= model.entailment_from:
        words = f"The first text says {aligned.cover:.0%} of what the second says."
        return TextComparison("entailment", round(entailed * (1 - against), 3), "", words)
    score = round(max(0.0, 1 - against - entailed * (1 - against)), 3)
    return TextComparison(
        "neutral", score, "", "Nothing shows that they exclude or entail each other."
    )


@cache
def weights() -> Model:
    """The fitted weights as shipped."""
    stored = json.loads((DATA / "free_text.json").read_text(encoding="utf-8"))
    return Model(
        Weights(**stored["contradiction"]),
        Weights(**stored["entailment"]),
        stored["contradiction_from"],
        stored["entailment_from"],
    )


def parting_signals(aligned: Alignment) -> dict[str, float]:
    """Signals that two texts part; the same whichever of the two is given first."""
    long, short, cover = aligned.long, aligned.short, aligned.cover
    negated = abs(_negations(long) - _negations(short)) % 2
    number = parted_figures(aligned, same_noun=False) is not None
    same_noun = parted_figures(aligned, same_noun=True) is not None
    opposed = bool(opposites(aligned))
    rejecting = (bool(REFUTES.search(aligned.whole)), bool(REFUTES.search(short.text)))
    refuted = rejecting[0] != rejecting[1]
    left_over = (len(aligned.only_long), len(aligned.only_short))
    signals = {
        "cover": cover,
        "cover_squared": cover * cover,
        "negated": negated,
        "negated_short": _negations(short) > 0,
        "negated_cover": negated * cover,
        "negated_close": negated * cover**3,
        "opposed": opposed,
        "opposed_cover": opposed * cover,
        "number": number,
        "number_cover": number * cover,
        "number_of_one_noun": same_noun,
        "number_of_one_noun_cover": same_noun * cover,
        "name": _names_swapped(aligned),
        "name_cover": _names_swapped(aligned) * cover,
        "refutes": refuted,
        "refutes_cover": refuted * cover,
        "refutes_both": all(rejecting),
        "one_swapped": left_over[0] <= 1 and left_over[1] == 1,
        "few_swapped": max(left_over) <= 2 and left_over[1] > 0,  # noqa: PLR2004 -- few
        "hedged": bool(HEDGES.search(long.text)) or bool(HEDGES.search(short.text)),
        "only": _has(long, ONLY) != _has(short, ONLY),
        "turn": bool(TURNS.search(long.text)) and not TURNS.search(short.text),
        "left_over_short": min(left_over[1], 6) / 6,
        "longer": min(4.0, math.log1p(len(long.words) / max(1, len(short.words)))),
    }
    return {name: float(value) for name, value in signals.items()}


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
        "negated": abs(_negations(aligned.long) - _negations(aligned.short)) % 2,
        "hedged": bool(HEDGES.search(premise)) and not HEDGES.search(hypothesis),
        "left_over": min(len(second.content - first.content), 6) / 6,
    }
    return {name: float(value) for name, value in signals.items()}


def _states_new_figure(premise: str, hypothesis: str) -> bool:
    known = [figure.count for figure in figures(premise)]
    return any(not any(figure.count.overlaps(k) for k in known) for figure in figures(hypothesis))


def opposites(aligned: Alignment) -> tuple[str, str] | None:
    """A word left over on one side and one on the other that exclude each other."""
    sides = _opposite_sides()
    theirs = _stems_only_in(aligned.short, aligned.long)
    for word in sorted(_stems_only_in(aligned.long, aligned.short)):
        for group, side in sides.get(word, ()):
            for other in sorted(theirs):
                if any(g == group and s != side for g, s in sides.get(other, ())):
                    return word, other
    return None


@cache
def _opposite_sides() -> dict[str, list[tuple[int, int]]]:
    table: dict[str, list[tuple[int, int]]] = {}
    lines = (DATA / "opposites.txt").read_text(encoding="utf-8").splitlines()
    for group, line in enumerate(line for line in lines if line and not line.startswith("#")):
        for side, listed in enumerate(line.split("|")):
            for word in listed.split():
                table.setdefault(stem(word), []).append((group, side))
    return table


def _stems_only_in(ours: Words, theirs: Words) -> set[str]:
    return set(ours.stems) - set(theirs.stems)


def _negations(words: Words) -> int:
    return sum(w.casefold() in NEGATIONS or w.casefold() in {"n't", "n’t"} for w in words.words)


def _has(words: Words, wanted: frozenset[str]) -> bool:
    return any(word.casefold() in wanted for word in words.words)


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


def _names_swapped(aligned: Alignment) -> bool:
    ours = aligned.only_long & aligned.long.names
    theirs = aligned.only_short & aligned.short.names
    return bool(ours and theirs)


def _told(aligned: Alignment, signals: dict[str, float]) -> tuple[str, str] | None:
    """The kind and the sentence of the plainest signal; None where nothing can be named.

    What cannot be explained is not called a contradiction, however likely it seems.
    """
    found = opposites(aligned)
    if found:
        return Kind.NEGATION, _each_has(aligned, *found)
    parted = parted_figures(aligned, same_noun=False)
    if parted:
        one, other = (shown(figure.count) for figure in parted)
        return Kind.COUNT, f"The figures differ: {one} in one text, {other} in the other."
    plain = next((told for signal, told in PLAIN if signals[signal]), None)
    if plain is None and signals["one_swapped"] and aligned.only_long:
        swapped = next(iter(aligned.only_long)), next(iter(aligned.only_short))
        return Kind.IDENTITY, _each_has(aligned, *swapped)
    return plain


def _each_has(aligned: Alignment, ours: str, theirs: str) -> str:
    one, other = _as_written(ours, aligned.long), _as_written(theirs, aligned.short)
    return f"One text has “{one}” where the other has “{other}”."


def _as_written(wanted: str, words: Words) -> str:
    pairs = zip(words.words, words.stems, strict=True)
    return next(word for word, written in pairs if written == wanted)
