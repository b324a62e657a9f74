from itertools import pairwise, product
from math import exp, prod

import pytest

from claims.reading.tagging.chain import EVEN, exponentials, marginals

STEPS = tuple(
    exponentials(row) for row in ((0, 1, 2, -1), (1, 0, 0, 3), (-2, 1, 4, 0), (0, 0, 1, 1))
)
SCORES = [(0.5, -1.0, 2.0, 0.0), (3.0, 0.1, 0.2, 1.0), (-4.0, 2.0, 0.0, 1.0)]
ENTRY, LEAVING = exponentials((1, 0, 2, 0)), exponentials((0, 3, 0, 1))


def by_counting(scores, steps, entry, leaving):
    """The marginals by going through every sequence of roles."""
    totals = [[0.0] * 4 for _ in scores]
    for roles in product(range(4), repeat=len(scores)):
        weight = entry[roles[0]] * leaving[roles[-1]]
        weight *= prod(exp(score[role]) for score, role in zip(scores, roles, strict=True))
        weight *= prod(steps[a][b] for a, b in pairwise(roles))
        for at, role in enumerate(roles):
            totals[at][role] += weight
    return [[value / sum(row) for value in row] for row in totals]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_marginals_are_those_of_all_sequences_counted(size):
    found = marginals(SCORES[:size], STEPS, ENTRY, LEAVING)

    wanted = by_counting(SCORES[:size], STEPS, ENTRY, LEAVING)
    assert [list(row) for row in found] == [pytest.approx(row) for row in wanted]


def test_no_tokens_have_no_marginals():
    assert marginals([], STEPS, EVEN, EVEN) == []


def test_great_scores_and_long_chains_do_not_overflow():
    found = marginals([(900.0, -900.0, 0.0, 0.0)] * 3000, STEPS, EVEN, EVEN)

    assert found[1500] == pytest.approx((1.0, 0.0, 0.0, 0.0))
