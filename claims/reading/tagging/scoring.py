"""How well each role fits each token: the weights of its features, summed."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from claims.reading.tagging.chain import EVEN, Four, marginals
from claims.reading.tagging.cue_names import (
    AWAY,
    Head,
    head_names,
    head_values,
    neighbour,
    placed_names,
    quotation_names,
    quotation_values,
    rated_names,
    rest_names,
)
from claims.reading.tagging.cue_names import NEAR as CLOSE
from claims.reading.tagging.model import Model
from claims.reading.tagging.packed import MOST_SUMS, UNIT, Sums, on_left, on_right, total
from claims.reading.tagging.prepared import Prepared
from claims.reading.tagging.role_names import (
    NEAR,
    Anchor,
    Stretch,
    anchor_names,
    anchor_of,
    beside_names,
    distance_of,
    kind_names,
    mark_names,
    mark_of,
    near_names,
    pair_names,
    place_names,
    place_of,
    rule_names,
    rule_values,
    stretch_of,
    stretch_values,
    turn_names,
    way_names,
    word_names,
)

CERTAIN: Four = (0.0, 0.0, 0.0, 1.0)
# What a word weighs as the neighbour before, as itself and as the neighbour after.
Three = tuple[int, int, int]


def logistic(score: float) -> float:
    """The probability of a score."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))


@dataclass(frozen=True, slots=True)
class Standing:
    """What each token of a sentence weighs wherever the cue is, and its marks."""

    weights: Sequence[int]
    marks: Sequence[int]


class CueScorer:
    """Weighs words as heads of cues; remembers what features weigh together."""

    def __init__(self, model: Model) -> None:
        """A scorer that has met no word yet."""
        self.weights, self.vocabulary = model.cues, model.vocabulary
        self._heads: Sums[Head] = Sums(self.weights, lambda head: head_names(head, self.vocabulary))
        self._placed, self._rated = (
            Sums(self.weights, placed_names),
            Sums(self.weights, rated_names),
        )
        self._quotations = Sums(self.weights, quotation_names)

    def chance(self, prepared: Prepared, at: int) -> float:
        """How likely a token heads a cue."""
        rate = self.vocabulary.step(prepared.lowers[at])
        score = total(self.weights, rest_names(prepared, at, rate))
        score += self._heads[head_values(prepared, at, rate)]
        score += self._quotations[quotation_values(prepared, at, rate)]
        for away in AWAY:
            word, group, kind = neighbour(prepared, at + away)
            score += self._placed[away, word, group, kind]
            if -CLOSE <= away <= CLOSE:
                score += self._rated[away, rate, group, kind]
        return logistic(score / UNIT)


class RoleScorer:
    """Weighs tokens for their roles beside a cue; remembers what features weigh together."""

    def __init__(self, model: Model) -> None:
        """A scorer that has met no word yet."""
        weights, self.vocabulary = model.roles, model.vocabulary
        self.weights = weights
        self._words: dict[tuple[str, str], Three] = {}
        self._places, self._rules = Sums(weights, place_names), Sums(weights, rule_names)
        self._ways, self._besides = Sums(weights, way_names), Sums(weights, beside_names)
        self._turns, self._pairs = Sums(weights, turn_names), Sums(weights, pair_names)
        self._kinds, self._marks = Sums(weights, kind_names), Sums(weights, mark_names)

    def standing(self, prepared: Prepared) -> Standing:
        """What stays the same for all cues of a sentence."""
        words = [self._word(*one) for one in zip(prepared.lowers, prepared.texts, strict=True)]
        before = [0, *[word[0] for word in words[:-1]]]
        after = [*[word[2] for word in words[1:]], 0]
        places = [self._places[place_of(prepared, at)] for at in range(prepared.size)]
        own = [word[1] for word in words]
        weights = [sum(parts) for parts in zip(before, own, after, places, strict=True)]
        return Standing(weights, [mark_of(prepared, at) for at in range(prepared.size)])

    def _word(self, lower: str, text: str) -> Three:
        found = self._words.get((lower, text))
        if found is None:
            if len(self._words) >= MOST_SUMS:
                self._words.clear()
            before, own, after = (
                total(self.weights, word_names(away, lower, text, self.vocabulary))
                for away in (-1, 0, 1)
            )
            found = self._words[lower, text] = before, own, after
        return found

    def scores(self, anchor: Anchor, standing: Standing, tokens: range) -> list[int]:
        """What the tokens of one side of a cue weigh."""
        prepared, form, centre = anchor.prepared, anchor.form, anchor.at
        groups, kinds, turns = prepared.groups, prepared.classes, prepared.turns
        head, head_kind, told = groups[centre], kinds[centre], centre in prepared.told
        constant = total(self.weights, anchor_names(anchor))
        known: dict[Stretch, int] = {}
        stretch, shared = None, 0
        found: list[int] = []
        for at in tokens:
            # Between the first token beside the cue and itself nothing is quoted or not.
            if stretch is None or turns[at] or at == centre + 2:
                stretch = stretch_of(anchor, at)
                if stretch not in known:
                    known[stretch] = constant + self._shared(anchor, stretch)
                shared = known[stretch]
            away = at - centre
            score = standing.weights[at] + shared + self._pairs[groups[at], head, form]
            score += self._kinds[kinds[at], head_kind, stretch[0], form, distance_of(away)]
            score += self._marks[standing.marks[at], told, form, stretch[8], stretch[4]]
            score += self._rules[rule_values(anchor, at)]
            if -NEAR <= away <= NEAR:
                score += total(self.weights, near_names(anchor, at))
            found.append(score)
        return found

    def _shared(self, anchor: Anchor, stretch: Stretch) -> int:
        """What the features of a stretch weigh."""
        way, beside, turn = stretch_values(anchor, stretch)
        return self._ways[way] + self._besides[beside] + self._turns[turn]


class Scorer:
    """Scores with one model."""

    def __init__(self, model: Model) -> None:
        """A scorer that has met no word yet."""
        self.model = model
        self._cues, self._roles = CueScorer(model), RoleScorer(model)

    def cue(self, prepared: Prepared, at: int) -> float:
        """How likely a token heads a cue."""
        return self._cues.chance(prepared, at)

    def standing(self, prepared: Prepared) -> Standing:
        """What stays the same for all cues of a sentence."""
        return self._roles.standing(prepared)

    def roles(self, prepared: Prepared, at: int, standing: Standing) -> list[Four]:
        """How likely each token has each role relative to the cue at ``at``."""
        anchor = anchor_of(prepared, at)
        before = self._roles.scores(anchor, standing, range(at))
        after = self._roles.scores(anchor, standing, range(at + 1, prepared.size))
        left, right = self.model.left, self.model.right
        return [
            *marginals([on_left(one) for one in before], left.steps, EVEN, left.border),
            CERTAIN,
            *marginals([on_right(one) for one in after], right.steps, right.border, EVEN),
        ]
