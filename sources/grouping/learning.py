"""Learn the weights of ``evidence`` from labelled articles, the same ones on every machine.

``python -m sources.grouping.learning ARTICLES.jsonl`` prints them, and what grouping is worth on
topics left out of the learning. The rows need "text", "event" and "topic".
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from sources.grouping.evidence import Group, Text, compare, join
from sources.grouping.grouper import LINKED
from sources.grouping.pairs import Pair, Pairs
from sources.grouping.profiles import profile
from sources.grouping.vectors import Frequencies

SEED = 7
PAIRS_A_TOPIC = 150
SIZES = (1, 1, 1, 2, 2, 3, 4, 6, 8, 12)
STEPS = 12
RIDGE = 2.0

Example = tuple[tuple[float, ...], bool]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with the event it is about."""

    number: int
    text: Text
    event: str
    topic: str


def labelled(path: Path) -> list[Labelled]:
    """The rows of a file, weighed as they come."""
    frequencies = Frequencies()
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        seen = profile("", row["text"])
        text = Text(seen, frequencies.vector(seen))
        found.append(Labelled(number, text, row["event"], row["topic"]))
    return found


def examples(rows: Sequence[Labelled]) -> dict[str, list[Example]]:
    """For each topic, pairs of groups of one event, and of two that are alike."""
    chance = random.Random(SEED)  # noqa: S311 - examples, no secrets
    by_topic: defaultdict[str, defaultdict[str, list[int]]]
    by_topic = defaultdict(lambda: defaultdict(list))
    for row in rows:
        by_topic[row.topic][row.event].append(row.number)
    return {topic: list(_pairs(events, rows, chance)) for topic, events in by_topic.items()}


def learn(pairs: Sequence[Example]) -> tuple[float, ...]:
    """The bias and the weights of a ridge logistic regression, by Newton's method."""
    rows = [(1.0, *map(float, features)) for features, _ in pairs]
    found = [0.0] * len(rows[0])
    for _ in range(STEPS):
        odds = [1 / (1 + exp(-sum(map(float.__mul__, found, row)))) for row in rows]
        slope = [
            sum(
                (same - share) * row[i]
                for (_, same), share, row in zip(pairs, odds, rows, strict=True)
            )
            - (RIDGE * weight if i else 0.0)
            for i, weight in enumerate(found)
        ]
        curve = [
            [
                sum(p * (1 - p) * row[i] * row[j] for p, row in zip(odds, rows, strict=True))
                + (RIDGE if i == j and i else 0.0)
                for j in range(len(found))
            ]
            for i in range(len(found))
        ]
        found = [old + step for old, step in zip(found, _solved(curve, slope), strict=True)]
    return tuple(found)


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a small system of linear equations with a positive definite matrix."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for at, pivot in enumerate(rows):
        for other in rows[at + 1 :]:
            factor = other[at] / pivot[at]
            other[at:] = [a - factor * b for a, b in zip(other[at:], pivot[at:], strict=True)]
    found = [0.0] * len(rows)
    for at in reversed(range(len(rows))):
        rest = sum(a * b for a, b in zip(rows[at][at + 1 : -1], found[at + 1 :], strict=True))
        found[at] = (rows[at][-1] - rest) / rows[at][at]
    return found


def _pairs(
    events: Mapping[str, list[int]], rows: Sequence[Labelled], chance: random.Random
) -> Iterator[Example]:
    def pair(one: int, other: int) -> Pair:
        return rows[one].text.beside(rows[other].text)

    for _ in range(PAIRS_A_TOPIC):
        same = chance.random() < 1 / 2 or len(events) == 1
        sides = _of_one(events, chance) if same else _of_two(events, chance)
        if sides and any(pair(a, b).likeness >= LINKED for a in sides[0] for b in sides[1]):
            left, right = (_group(side, rows, pair) for side in sides)
            yield compare(left, right, pair).features, same


def _of_one(
    events: Mapping[str, list[int]], chance: random.Random
) -> tuple[list[int], list[int]] | None:
    texts = list(events[chance.choice(sorted(events))])
    if len(texts) == 1:
        return None
    chance.shuffle(texts)
    cut = _size(len(texts) - 1, chance)
    return texts[:cut], texts[cut : cut + _size(len(texts) - cut, chance)]


def _of_two(events: Mapping[str, list[int]], chance: random.Random) -> tuple[list[int], list[int]]:
    left, right = (events[name] for name in chance.sample(sorted(events), 2))
    return (
        chance.sample(left, _size(len(left), chance)),
        chance.sample(right, _size(len(right), chance)),
    )


def _size(most: int, chance: random.Random) -> int:
    return min(most, chance.choice(SIZES))


def _group(side: Sequence[int], rows: Sequence[Labelled], pairs: Pairs) -> Group:
    first, *others = side
    group = Group.of(first, rows[first].text)
    for number in others:
        group = join(group, Group.of(number, rows[number].text), pairs)
    return group


def main(path: Path) -> None:
    """Print the bias and the weights."""
    pairs = [pair for topic in examples(labelled(path)).values() for pair in topic]
    print(json.dumps([round(weight, 3) for weight in learn(pairs)]))  # noqa: T201 - its one output


if __name__ == "__main__":
    main(Path(sys.argv[1]))
