"""The figures of all tables, as ``docs/contradictions.md`` has them."""

import sys

from tests.claims.comparing.cases import figures
from tests.claims.comparing.cases.tables import TABLES


def main() -> None:
    """Print one line a kind."""
    lines = ["| kind | found | traps silent |", "| --- | --- | --- |"]
    for kind, rows in TABLES.items():
        got = figures(kind, rows)
        lines.append(
            f"| {kind} | {got.found} of {got.of_findings} | {got.silent} of {got.of_traps} |"
        )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
