"""How likely each token of a chain has each of four roles: forwards and backwards through it.

A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001), written out for
four roles: at that size plain numbers are faster here than any matrix.
"""

from collections.abc import Sequence
from math import exp

Four = tuple[float, float, float, float]
Steps = tuple[Four, Four, Four, Four]
NOTHING: Four = (0.0, 0.0, 0.0, 0.0)
EVEN: Four = (1.0, 1.0, 1.0, 1.0)


def add(left: Four, right: Four) -> Four:
    """The sums of two fours."""
    return (left[0] + right[0], left[1] + right[1], left[2] + right[2], left[3] + right[3])


def exponentials(scores: Four) -> Four:
    """The exponentials of scores, the greatest taken for nothing so that none overflows."""
    top = max(scores)
    a, b, c, d = scores
    return (exp(a - top), exp(b - top), exp(c - top), exp(d - top))


def marginals(scores: Sequence[Four], steps: Steps, entry: Four, leaving: Four) -> list[Four]:
    """The probabilities of the four roles of each token.

    ``steps[i][j]``, ``entry`` and ``leaving`` are exponentials of the weights of going from role
    i to role j, of beginning and of ending with a role.
    """
    emitted = [exponentials(score) for score in scores]
    ahead = _backwards(emitted, steps, leaving)
    found: list[Four] = []
    before = entry
    for here, after in zip(emitted, ahead, strict=True):
        reached = _times(before, here)
        found.append(_normal(_times(reached, after)))
        before = _forwards(_normal(reached), steps)
    return found


def _times(left: Four, right: Four) -> Four:
    return (left[0] * right[0], left[1] * right[1], left[2] * right[2], left[3] * right[3])


def _normal(values: Four) -> Four:
    a, b, c, d = values
    total = a + b + c + d
    return (a / total, b / total, c / total, d / total)


def _forwards(from_: Four, steps: Steps) -> Four:
    a, b, c, d = from_
    one, two, three, four = steps
    return (
        a * one[0] + b * two[0] + c * three[0] + d * four[0],
        a * one[1] + b * two[1] + c * three[1] + d * four[1],
        a * one[2] + b * two[2] + c * three[2] + d * four[2],
        a * one[3] + b * two[3] + c * three[3] + d * four[3],
    )


def _backwards(emitted: Sequence[Four], steps: Steps, leaving: Four) -> list[Four]:
    """For each token how likely what follows it is from each role, up to a factor."""
    after = leaving
    found = [after]
    for here in reversed(emitted[1:]):
        a, b, c, d = _times(here, after)
        after = _normal(
            (
                a * steps[0][0] + b * steps[0][1] + c * steps[0][2] + d * steps[0][3],
                a * steps[1][0] + b * steps[1][1] + c * steps[1][2] + d * steps[1][3],
                a * steps[2][0] + b * steps[2][1] + c * steps[2][2] + d * steps[2][3],
                a * steps[3][0] + b * steps[3][1] + c * steps[3][2] + d * steps[3][3],
            )
        )
        found.append(after)
    return found[::-1] if emitted else []
