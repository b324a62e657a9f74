"""The tagger's weights, and the one file they are kept in: JSON, compressed.

Weights are whole thousandths and the file has no time stamp, so the same training writes the
same bytes.
"""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

from claims.reading.lexicon import FOLDER
from claims.reading.tagging.chain import NOTHING, Four, Steps
from claims.reading.tagging.words import Vocabulary

PATH = FOLDER / "en" / "attributions.json.gz"
UNIT = 1000


@dataclass(frozen=True, slots=True)
class Side:
    """The weights of the roles of tokens on one side of a cue.

    ``steps`` are exponentials of the weights from role to role, ``border`` those between the
    cue and the token beside it.
    """

    weights: Mapping[str, Four]
    steps: Steps
    border: Four


@dataclass(frozen=True, slots=True)
class Model:
    """All that training has learned: of words, cues, roles, and which answers to keep."""

    vocabulary: Vocabulary
    cues: Mapping[str, float]
    left: Side
    right: Side
    keep: Mapping[str, float]
    threshold: float


@cache
def shipped() -> Model | None:
    """The model of this package; None where its file is missing."""
    return load(PATH) if PATH.is_file() else None


def load(path: Path) -> Model:
    """Read a model's file."""
    return unpacked(json.loads(gzip.decompress(path.read_bytes())))


def unpacked(kept: Mapping[str, Any]) -> Model:
    """A model from the plain values that its file holds."""
    groups = {word: (coarse, fine) for word, (coarse, fine) in kept["groups"].items()}
    return Model(
        Vocabulary(groups, _fractions(kept["rates"])),
        _fractions(kept["cues"]),
        _side(kept["left"]),
        _side(kept["right"]),
        _fractions(kept["keep"]),
        kept["threshold"] / UNIT,
    )


def _fractions(whole: Mapping[str, int]) -> dict[str, float]:
    return {name: value / UNIT for name, value in whole.items()}


def _side(kept: Mapping[str, Any]) -> Side:
    one, two, three, four = (_exponentials(row) for row in kept["steps"])
    return Side(
        {name: _four(pairs) for name, pairs in kept["weights"].items()},
        (one, two, three, four),
        _exponentials(kept["border"]),
    )


def _four(pairs: list[int]) -> Four:
    """Weights kept as role, weight, role, weight; the other roles have none."""
    values = list(NOTHING)
    for at in range(0, len(pairs), 2):
        values[pairs[at]] = pairs[at + 1] / UNIT
    a, b, c, d = values
    return a, b, c, d


def _exponentials(row: list[int]) -> Four:
    a, b, c, d = (exp(value / UNIT) for value in row)
    return a, b, c, d


def save(path: Path, kept: Mapping[str, Any]) -> None:
    """Write a model's file from plain values, in the shape that ``load`` reads."""
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
