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
from claims.reading.tagging.chain import Four, Steps
from claims.reading.tagging.packed import LEFT, RIGHT, UNIT, pack
from claims.reading.tagging.words import Vocabulary

Weights = Mapping[str, list[int]]
PATH = FOLDER / "en" / "attributions.json.gz"


@dataclass(frozen=True, slots=True)
class Side:
    """How roles follow each other on one side of a cue.

    ``steps`` are exponentials of the weights from role to role, ``border`` those between the
    cue and the token beside it.
    """

    steps: Steps
    border: Four


@dataclass(frozen=True, slots=True)
class Model:
    """All that training has learned: of words, cues, roles, and which answers to keep.

    ``cues`` are in whole thousandths; ``roles`` has for each feature the packed weights of the
    roles on both sides of a cue.
    """

    vocabulary: Vocabulary
    cues: Mapping[str, int]
    roles: Mapping[str, int]
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
        kept["cues"],
        _roles(kept["left"]["weights"], kept["right"]["weights"]),
        _side(kept["left"]),
        _side(kept["right"]),
        _fractions(kept["keep"]),
        kept["threshold"] / UNIT,
    )


def _fractions(whole: Mapping[str, int]) -> dict[str, float]:
    return {name: value / UNIT for name, value in whole.items()}


def _roles(left: Weights, right: Weights) -> dict[str, int]:
    found = {name: _packed(LEFT, flat) for name, flat in left.items()}
    for name, flat in right.items():
        found[name] = found.get(name, 0) + _packed(RIGHT, flat)
    return found


def _packed(side: int, flat: list[int]) -> int:
    """Weights kept as role, weight, role, weight; the other roles have none."""
    return pack(side, zip(flat[::2], flat[1::2], strict=True))


def _side(kept: Mapping[str, Any]) -> Side:
    one, two, three, four = (_exponentials(row) for row in kept["steps"])
    return Side((one, two, three, four), _exponentials(kept["border"]))


def _exponentials(row: list[int]) -> Four:
    a, b, c, d = (exp(value / UNIT) for value in row)
    return a, b, c, d


def save(path: Path, kept: Mapping[str, Any]) -> None:
    """Write a model's file from plain values, in the shape that ``load`` reads."""
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
