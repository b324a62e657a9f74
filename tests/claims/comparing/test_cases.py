"""Every kind against its table of cases: the right kind found, and the traps left alone."""

import pytest

from claims.choices import Kind
from claims.comparing import compare
from claims.values import Finding
from tests.claims.comparing.builders import CONTRADICTION, TENSION
from tests.claims.comparing.cases import Ending, ending, figures, is_trap
from tests.claims.comparing.cases.tables import TABLES

ENOUGH = 25  # cases a kind
EVERY = [
    pytest.param(kind, *row[1:], id=f"{kind}: {row[0]}")
    for kind, rows in TABLES.items()
    for row in rows
]


@pytest.mark.parametrize(("kind", "left", "right", "expected"), EVERY)
def test_a_pair_ends_as_an_editor_would_have_it(kind, left, right, expected):
    found = ending(left, right)

    assert found.word == expected
    assert found == ending(right, left)
    if expected in {CONTRADICTION, TENSION}:
        assert found == Ending(expected, kind)


@pytest.mark.parametrize(("kind", "left", "right", "expected"), EVERY)
def test_a_finding_names_both_claimants_and_ends_as_a_sentence(kind, left, right, expected):
    result = compare(left, right)
    if isinstance(result, Finding):
        named = [side.claimant.name.casefold() for side in (left, right) if side.claimant]
        assert all(name in result.reason.casefold() for name in named)
        assert result.reason.count("“") == result.reason.count("”") >= 2
        assert result.reason.endswith(".")


def test_every_kind_has_a_table_and_half_of_it_are_traps():
    assert set(TABLES) == set(Kind)
    for rows in TABLES.values():
        names = [row[0] for row in rows]
        traps = sum(is_trap(row) for row in rows)
        assert len(rows) >= ENOUGH
        assert len(set(names)) == len(names)
        assert traps >= len(rows) // 2
        assert len(rows) - traps >= ENOUGH // 2


def test_nearly_all_are_found_and_no_trap_is_raised():
    got = [figures(kind, rows) for kind, rows in TABLES.items()]

    assert sum(one.found for one in got) >= 0.95 * sum(one.of_findings for one in got)
    assert [one for one in got if one.silent < one.of_traps] == []
