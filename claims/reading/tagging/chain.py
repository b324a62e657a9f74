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
    (aa, ab, ac, ad), (ba, bb, bc, bd), (ca, cb, cc, cd), (da, db, dc, dd) = steps
    found: list[Four] = []
    p, q, r, s = entry
    for (i, j, k, m), (e, f, g, h) in zip(emitted, _ahead(emitted, steps, leaving), strict=True):
        a, b, c, d = i * p, j * q, k * r, m * s
        total = a * e + b * f + c * g + d * h
        found.append((a * e / total, b * f / total, c * g / total, d * h / total))
        # Only the proportions matter; without a scale long chains would run into nothing.
        scale = a + b + c + d
        a, b, c, d = a / scale, b / scale, c / scale, d / scale
        p, q = a * aa + b * ba + c * ca + d * da, a * ab + b * bb + c * cb + d * db
        r, s = a * ac + b * bc + c * cc + d * dc, a * ad + b * bd + c * cd + d * dd
    return found


def _ahead(emitted: Sequence[Four], steps: Steps, leaving: Four) -> list[Four]:
    """For each token how likely what follows it is from each role, up to a factor."""
    if not emitted:
        return []
    (aa, ab, ac, ad), (ba, bb, bc, bd), (ca, cb, cc, cd), (da, db, dc, dd) = steps
    found = [leaving]
    p, q, r, s = leaving
    for i, j, k, m in reversed(emitted[1:]):
        a, b, c, d = i * p, j * q, k * r, m * s
        scale = a + b + c + d
        a, b, c, d = a / scale, b / scale, c / scale, d / scale
        p, q = a * aa + b * ab + c * ac + d * ad, a * ba + b * bb + c * bc + d * bd
        r, s = a * ca + b * cb + c * cc + d * cd, a * da + b * db + c * dc + d * dd
        found.append((p, q, r, s))
    return found[::-1]
