"""``docs/contradictions.md`` names what the code does: each kind, abstention and figure."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from claims import comparing
from claims.choices import Kind
from tests.claims.comparing.cases import figures
from tests.claims.comparing.cases.tables import TABLES

COMPARING = Path(comparing.__file__).parent
PAGE = COMPARING.parents[1] / "docs" / "contradictions.md"
NAMED = {"Abstention", "Check"}


def reasons() -> Iterator[str]:
    """The first word of every abstention and check that the code makes."""
    for path in COMPARING.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                first = node.args[0] if node.args else None
                if node.func.id in NAMED and isinstance(first, ast.Constant):
                    yield str(first.value)


def test_every_kind_and_every_reason_stands_in_the_page():
    page = PAGE.read_text(encoding="utf-8")
    kinds = re.findall(r"^\*\*(\w+)\*\* - ", page, re.MULTILINE)
    told = set(re.findall(r"^\| `(\w+)`", page, re.MULTILINE))

    assert kinds == [str(kind) for kind in Kind]
    assert set(reasons()) - told == {"answers_clash"}
    assert told <= set(reasons())
    assert len(page.splitlines()) <= 300


def test_the_page_has_the_figures_of_the_tables():
    page = PAGE.read_text(encoding="utf-8")

    for kind, rows in TABLES.items():
        got = figures(kind, rows)
        line = f"| {kind} | {got.found} of {got.of_findings} | {got.silent} of {got.of_traps} |"
        assert line in page
