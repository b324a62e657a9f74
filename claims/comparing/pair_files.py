"""Pairs of texts from JSONL files, one ``{"id", "premise", "hypothesis"}`` a line."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LABELS = ("contradiction", "entailment", "neutral")


class PairFileError(ValueError):
    """A file that holds no pairs, with the line and what is wrong there."""


@dataclass(frozen=True, slots=True)
class TextPair:
    """Two texts; ``label`` and ``set`` are "" where the file has none."""

    id: str | int
    premise: str
    hypothesis: str
    label: str = ""
    set: str = ""


def read_pairs(path: Path, *, labelled: bool = False) -> Iterator[TextPair]:
    """The pairs of a file in its order; empty lines are passed over.

    Raises PairFileError with one line for people when the file or one of its lines is no good.
    """
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _pair(line, f"{path}, line {number}", labelled=labelled)
    except UnicodeDecodeError:
        raise PairFileError(f"{path}: not UTF-8 text") from None
    except OSError as error:
        raise PairFileError(f"{path}: {(error.strerror or 'unreadable').lower()}") from None


def _pair(line: str, where: str, *, labelled: bool) -> TextPair:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise PairFileError(f"{where}: not JSON") from None
    if not isinstance(row, dict):
        raise PairFileError(f"{where}: not a JSON object")
    for field in ("premise", "hypothesis"):
        if not isinstance(row.get(field), str):
            raise PairFileError(f"{where}: “{field}” is missing or no text")
    if not isinstance(row.get("id"), str | int):
        raise PairFileError(f"{where}: “id” is missing or neither text nor number")
    if labelled and row.get("label") not in LABELS:
        raise PairFileError(f"{where}: “label” is none of {', '.join(LABELS)}")
    label = str(row.get("label") or "")
    return TextPair(row["id"], row["premise"], row["hypothesis"], label, str(row.get("set") or ""))
