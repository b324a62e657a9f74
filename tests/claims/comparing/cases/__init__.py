"""Pairs of claims as an editor thinks of them, a table for each kind of contradiction.

Each case is what it is about, two claims, and how the pair has to end: "contradiction", "tension",
"revision", "notice" (a revision downward) or the code of an abstention. A case that must not end
as a contradiction is a trap. ``python -m tests.claims.comparing.cases`` prints the figures.
"""

from dataclasses import dataclass

from claims.choices import Kind
from claims.comparing import compare
from claims.values import Finding, Revision, Statement
from tests.claims.comparing.builders import CONTRADICTION

Row = tuple[str, Statement, Statement, str]


@dataclass(frozen=True, slots=True)
class Ending:
    """How a pair ends, and as which kind where something is found."""

    word: str
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """How many cases of a table end as they have to."""

    found: int
    of_findings: int
    silent: int
    of_traps: int


def ending(left: Statement, right: Statement) -> Ending:
    """What comparing makes of a pair."""
    result = compare(left, right)
    if isinstance(result, Finding):
        return Ending(str(result.severity), result.kind)
    if isinstance(result, Revision):
        return Ending("notice" if result.downward else "revision")
    return Ending(result.code)


def is_trap(row: Row) -> bool:
    """Whether the pair must not be called a contradiction."""
    return row[3] != CONTRADICTION


def figures(kind: Kind, rows: tuple[Row, ...]) -> Figures:
    """Contradictions found with the right kind, and traps that raised none."""
    due = [row for row in rows if not is_trap(row)]
    traps = [row for row in rows if is_trap(row)]
    right = Ending(CONTRADICTION, kind)
    found = sum(ending(left, other) == right for _, left, other, _ in due)
    silent = sum(ending(left, other).word != CONTRADICTION for _, left, other, _ in traps)
    return Figures(found, len(due), silent, len(traps))
