"""Fitted weights as the plain values of a model's file: whole thousandths, small ones left out."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from claims.reading.tagging.packed import UNIT
from claims.reading.tagging.training.fitting import HEAD, NO_HEAD, ROLES, Weights
from claims.reading.tagging.words import Vocabulary

LEAST = 10  # thousandths; what weighs less changes no answer

Packed = dict[str, Any]


def pack(
    vocabulary: Vocabulary, cues: Weights, roles: Weights, keep: Mapping[str, float], at: float
) -> Packed:
    """All weights and the threshold ``at`` in the shape that ``model.unpacked`` reads."""
    return {
        "groups": {word: list(groups) for word, groups in vocabulary.groups.items()},
        "rates": _whole(vocabulary.rates),
        "cues": {k: v for k, v in _whole(_as_head(cues)).items() if abs(v) >= LEAST},
        "left": _side(roles, "L"),
        "right": _side(roles, "R"),
        "keep": _whole(keep),
        "threshold": round(at * UNIT),
    }


def _whole(weights: Mapping[str, float]) -> dict[str, int]:
    return {name: round(weight * UNIT) for name, weight in weights.items()}


def _as_head(cues: Weights) -> dict[str, float]:
    """How much more each feature speaks for a head than against."""
    found: dict[str, float] = defaultdict(float)
    for (name, label), weight in cues.features.items():
        found[name] += weight if label == HEAD else -weight if label == NO_HEAD else 0.0
    return found


def _side(roles: Weights, side: str) -> Packed:
    weights: dict[str, list[int]] = defaultdict(list)
    for (name, label), weight in sorted(roles.features.items()):
        whole = round(weight * UNIT)
        if label[0] == side and abs(whole) >= LEAST:
            weights[name] += (ROLES.index(label[1]), whole)
    labels = [side + role for role in ROLES]
    borders = [(one, HEAD) if side == "L" else (HEAD, one) for one in labels]
    return {
        "weights": dict(weights),
        "steps": [[_step(roles, (one, other)) for other in labels] for one in labels],
        "border": [_step(roles, pair) for pair in borders],
    }


def _step(roles: Weights, pair: tuple[str, str]) -> int:
    return round(roles.steps.get(pair, 0.0) * UNIT)
