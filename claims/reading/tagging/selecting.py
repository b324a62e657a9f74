"""Which candidates to keep: the features of a whole answer, weighed once more."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from math import log

from claims.reading.tagging.chain import Four
from claims.reading.tagging.decoding import Candidate
from claims.reading.tagging.prepared import CONTENT, SPEAKER, roles_by_rule
from claims.reading.tagging.scoring import logistic

Features = dict[str, float]
LENGTHS = (0, 1, 2, 3, 5, 8, 14, 25)
MEANS = (0.3, 0.45, 0.6, 0.7, 0.8, 0.9, 0.95)
CHANCES = (0.08, 0.12, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97)
SHARES = (0.0, 0.3, 0.9)
AGREEMENTS = (0.2, 0.5, 0.9)
NEAR = 3
RIVAL = 0.5
ENCLOSING = 0.3  # chance from which a candidate counts as saying what stands in it


def chances(weights: Mapping[str, float], found: Sequence[Candidate]) -> list[float]:
    """How likely each candidate is right; those of one sentence stand together in ``found``."""
    return [
        logistic(sum(weights.get(name, 0.0) * value for name, value in features.items()))
        for features in features_of(found)
    ]


def features_of(found: Sequence[Candidate]) -> list[Features]:
    """The features of each candidate, in order."""
    return [
        {**_spans(one), **_form(one), **_rivals(one, together)}
        for together in _by_sentence(found)
        for one in together
    ]


def _by_sentence(found: Sequence[Candidate]) -> list[list[Candidate]]:
    return [list(group) for _, group in groupby(found, key=lambda one: one.number)]


def _step(name: str, value: float, steps: Sequence[float]) -> str:
    return f"{name}>{sum(value > step for step in steps)}"


def _spans(one: Candidate) -> Features:
    """How sure content and speaker are."""
    said = one.said
    content = [role[CONTENT] for role in one.roles]
    speaker = [role[SPEAKER] for role in one.roles]
    named = range(*one.speaker) if one.speaker else range(0)
    mean = sum(content[k] for k in said) / max(1, len(said))
    features = {
        "b": 1.0,
        "lp": log(one.chance / (1 - min(one.chance, 0.9999))),
        "mc": mean,
        "ms": sum(speaker[k] for k in named) / max(1, len(named)),
        "mx": max(speaker),
        "rest": sum(p for k, p in enumerate(content) if k not in said) / 5,
        _step("n", len(said), LENGTHS): 1.0,
        _step("mcb", mean, MEANS): 1.0,
        _step("pb", one.chance, CHANCES): 1.0,
        "S" if one.speaker else "noS": 1.0,
    }
    return features | _edges(one.roles, said) if said else features


def _edges(roles: Sequence[Four], said: frozenset[int]) -> Features:
    """How sharply the content begins and ends."""
    first, last = min(said), max(said)
    before = roles[first - 1][CONTENT] if first else 0.0
    after = roles[last + 1][CONTENT] if last + 1 < len(roles) else 0.0
    return {"e0": roles[first][CONTENT] - before, "e1": roles[last][CONTENT] - after}


def _form(one: Candidate) -> Features:
    """What kind of cue it is, on which side what is said, and whether the rules agree."""
    prepared, at, said = one.prepared, one.at, one.said
    side = "".join("L" if first < at else "R" for first, _ in one.content) or "0"
    quoted = sum(prepared.tokens[k].quoted for k in said) / max(1, len(said))
    kind = prepared.classes[at]
    before = prepared.classes[at - 1] if at else "^"
    features = {
        f"side={side}": 1.0,
        _step("q", quoted, SHARES) + ("Q" if prepared.tokens[at].quoted else "q"): 1.0,
        f"co={kind}": 1.0,
        f"k={prepared.groups[at]}": 1.0,
        f"pos{'v' if 'v' in kind else 'n'}{before}": 1.0,
    }
    roles = roles_by_rule(prepared, at)
    if roles is None:
        return features | {f"norule{'Q' in kind}": 1.0}
    ruled = frozenset(k for k, role in enumerate(roles) if role == CONTENT)
    return features | {"rule": 1.0, _step("rule", _agreement(one, ruled), AGREEMENTS): 1.0}


def _rivals(one: Candidate, together: Sequence[Candidate]) -> Features:
    """Whether others of the sentence stand near, say the same, or have it in what they say."""
    others = [other for other in together if other is not one]
    better = [other for other in others if other.chance > one.chance]
    rivals = [other.chance for other in better if _agreement(one, other.said) > RIVAL]
    near = any(abs(other.at - one.at) <= NEAR for other in better)
    within = any(one.at in other.said and other.chance > ENCLOSING for other in others)
    inside = f"{int(within)}{'Q' if one.prepared.tokens[one.at].quoted else ''}"
    return {
        f"near{int(near)}": 1.0,
        f"inn{inside}": 1.0,
        f"riv{int(bool(rivals))}": 1.0,
        "rivp": max(rivals, default=0.0),
    }


def _agreement(one: Candidate, said: frozenset[int]) -> float:
    """Jaccard of the letters of a candidate's content and of other tokens."""
    tokens, own = one.prepared.tokens, one.said
    union = sum(tokens[k].end - tokens[k].start for k in own | said)
    return sum(tokens[k].end - tokens[k].start for k in own & said) / max(1, union)
