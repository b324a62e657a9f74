"""How well each role fits each token: the weights of its features, summed."""

from collections.abc import Iterable, Mapping
from math import exp

from claims.reading.tagging.chain import EVEN, NOTHING, Four, add, marginals
from claims.reading.tagging.cue_names import cue_names
from claims.reading.tagging.model import Model
from claims.reading.tagging.prepared import Prepared
from claims.reading.tagging.role_names import (
    Anchor,
    Stretch,
    anchor_of,
    own_names,
    place_names,
    stretch_names,
    stretches_of,
    word_names,
)
from claims.reading.tagging.words import KNOWN_WORDS

CERTAIN: Four = (0.0, 0.0, 0.0, 1.0)
Both = tuple[Four, Four]


def probability(weights: Mapping[str, float], names: Iterable[str]) -> float:
    """How likely something with these features is, by a logistic model."""
    return logistic(sum(weights.get(name, 0.0) for name in names))


def logistic(score: float) -> float:
    """The probability of a score."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))


class Scorer:
    """Scores with one model; remembers what words weigh wherever they stand."""

    def __init__(self, model: Model) -> None:
        """A scorer that has met no word yet."""
        self.model = model
        self._words: dict[tuple[int, str, str], Both] = {}

    def cue(self, prepared: Prepared, at: int) -> float:
        """How likely a token heads a cue."""
        names = cue_names(prepared, at, self.model.vocabulary)
        return probability(self.model.cues, names)

    def standing(self, prepared: Prepared) -> list[Both]:
        """What each token's own features and neighbours weigh, left and right of any cue."""
        lowers, tokens = prepared.lowers, prepared.tokens
        words = [
            [self._word(away, low, token.text) for low, token in zip(lowers, tokens, strict=True)]
            for away in (-1, 0, 1)
        ]
        found: list[Both] = []
        for at in range(prepared.size):
            parts = [self._both(place_names(prepared, at)), words[1][at]]
            if at:
                parts.append(words[0][at - 1])
            if at + 1 < prepared.size:
                parts.append(words[2][at + 1])
            left, right = NOTHING, NOTHING
            for part in parts:
                left, right = add(left, part[0]), add(right, part[1])
            found.append((left, right))
        return found

    def roles(self, prepared: Prepared, at: int, standing: list[Both]) -> list[Four]:
        """How likely each token has each role relative to the cue at ``at``."""
        anchor = anchor_of(prepared, at)
        stretches = stretches_of(anchor)
        model = self.model
        left, right = model.left, model.right
        before = _scores(anchor, left.weights, [own[0] for own in standing[:at]], stretches, 0)
        own_right = [own[1] for own in standing[at + 1 :]]
        after = _scores(anchor, right.weights, own_right, stretches, at + 1)
        return [
            *marginals(before, left.steps, EVEN, left.border),
            CERTAIN,
            *marginals(after, right.steps, right.border, EVEN),
        ]

    def _word(self, away: int, lower: str, text: str) -> Both:
        key = (away, lower, text)
        found = self._words.get(key)
        if found is None:
            if len(self._words) >= KNOWN_WORDS:
                self._words.clear()
            names = word_names(away, lower, text, self.model.vocabulary)
            found = self._words[key] = self._both(names)
        return found

    def _both(self, names: list[str]) -> Both:
        return total(self.model.left.weights, names), total(self.model.right.weights, names)


def _scores(
    anchor: Anchor,
    weights: Mapping[str, Four],
    standing: list[Four],
    stretches: list[Stretch],
    first: int,
) -> list[Four]:
    """The scores of the tokens on one side of a cue, the first of which is ``first``."""
    known: dict[Stretch, Four] = {}
    found: list[Four] = []
    for at, own in enumerate(standing, start=first):
        stretch = stretches[at]
        shared = known.get(stretch)
        if shared is None:
            shared = known[stretch] = total(weights, stretch_names(anchor, stretch))
        found.append(add(add(own, shared), total(weights, own_names(anchor, at, stretch))))
    return found


def total(weights: Mapping[str, Four], names: Iterable[str]) -> Four:
    """The summed weights of some features."""
    a = b = c = d = 0.0
    for name in names:
        four = weights.get(name)
        if four is not None:
            a += four[0]
            b += four[1]
            c += four[2]
            d += four[3]
    return a, b, c, d
