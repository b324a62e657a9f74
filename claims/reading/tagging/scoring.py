"""How well each role fits each token: the weights of its features, summed."""

from collections.abc import Iterable, Mapping
from math import exp

from claims.reading.tagging.chain import EVEN, NOTHING, Four, add, marginals
from claims.reading.tagging.cue_names import cue_names
from claims.reading.tagging.model import Model
from claims.reading.tagging.prepared import Prepared
from claims.reading.tagging.role_names import (
    Anchor,
    Place,
    Stretch,
    anchor_names,
    anchor_of,
    own_names,
    place_names,
    place_of,
    stretch_names,
    stretches_of,
    word_names,
)
from claims.reading.tagging.words import KNOWN_WORDS

CERTAIN: Four = (0.0, 0.0, 0.0, 1.0)
Both = tuple[Four, Four]


def probability(weights: Mapping[str, float], names: Iterable[str]) -> float:
    """How likely something with these features is, by a logistic model."""
    score = 0.0
    for name in names:
        score += weights.get(name, 0.0)
    return logistic(score)


def logistic(score: float) -> float:
    """The probability of a score."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))


class Scorer:
    """Scores with one model; remembers what words and places weigh wherever they stand."""

    def __init__(self, model: Model) -> None:
        """A scorer that has met no word yet."""
        self.model = model
        self._words: dict[tuple[int, str, str], Both] = {}
        self._places: dict[Place, Both] = {}

    def cue(self, prepared: Prepared, at: int) -> float:
        """How likely a token heads a cue."""
        names = cue_names(prepared, at, self.model.vocabulary)
        return probability(self.model.cues, names)

    def standing(self, prepared: Prepared) -> list[Both]:
        """What each token's own features and neighbours weigh, left and right of any cue."""
        texts = [token.text for token in prepared.tokens]
        before, own, after = (
            [self._word(away, low, text) for low, text in zip(prepared.lowers, texts, strict=True)]
            for away in (-1, 0, 1)
        )
        before.insert(0, (NOTHING, NOTHING))
        after.append((NOTHING, NOTHING))
        return [
            _sum(own[at], before[at], after[at + 1], self._place(place_of(prepared, at)))
            for at in range(prepared.size)
        ]

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

    def _place(self, place: Place) -> Both:
        found = self._places.get(place)
        if found is None:
            if len(self._places) >= KNOWN_WORDS:
                self._places.clear()
            found = self._places[place] = self._both(place_names(place))
        return found

    def _both(self, names: list[str]) -> Both:
        return total(self.model.left.weights, names), total(self.model.right.weights, names)


def _sum(*parts: Both) -> Both:
    (a, b, c, d), (e, f, g, h) = parts[0]
    for (i, j, k, m), (n, o, p, q) in parts[1:]:
        a, b, c, d = a + i, b + j, c + k, d + m
        e, f, g, h = e + n, f + o, g + p, h + q
    return (a, b, c, d), (e, f, g, h)


def _scores(
    anchor: Anchor,
    weights: Mapping[str, Four],
    standing: list[Four],
    stretches: list[Stretch],
    first: int,
) -> list[Four]:
    """The scores of the tokens on one side of a cue, the first of which is ``first``."""
    constant = total(weights, anchor_names(anchor))
    known: dict[Stretch, Four] = {}
    found: list[Four] = []
    for at, own in enumerate(standing, start=first):
        stretch = stretches[at]
        shared = known.get(stretch)
        if shared is None:
            shared = add(constant, total(weights, stretch_names(anchor, stretch)))
            known[stretch] = shared
        found.append(add(add(own, shared), total(weights, own_names(anchor, at, stretch))))
    return found


def total(weights: Mapping[str, Four], names: Iterable[str]) -> Four:
    """The summed weights of some features."""
    a = b = c = d = 0.0
    for name in names:
        four = weights.get(name)
        if four is not None:
            e, f, g, h = four
            a, b, c, d = a + e, b + f, c + g, d + h
    return a, b, c, d
