"""How well texts are grouped by event: B-cubed figures on labelled files, in the file's order."""

import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from sources.evaluation_pages import EvaluationError
from sources.grouping.grouper import Grouper

Row = dict[str, str]
Track = Callable[[Iterable[Row]], Iterable[Row]]
DIGITS = 4


def b_cubed(found: Sequence[Hashable], true: Sequence[Hashable]) -> dict[str, float]:
    """Precision, recall and F1 of groups (Bagga and Baldwin, 1998), each article counting the same.

    Precision asks, for each article, how many of its group are of its event; recall, how many of
    its event are in its group.
    """
    both = Counter(zip(found, true, strict=True))
    groups, events = Counter(found), Counter(true)
    pairs = list(zip(found, true, strict=True))
    precision = sum(both[pair] / groups[pair[0]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / events[pair[1]] for pair in pairs) / len(pairs)
    f1 = 2 * precision * recall / (precision + recall)
    return {
        "precision": round(precision, DIGITS),
        "recall": round(recall, DIGITS),
        "f1": round(f1, DIGITS),
    }


def evaluate_events(path: Path, *, track: Track = iter) -> dict[str, object]:
    """The figures of one file of ``{"id", "event", "title", "text"}``, taken as a stream.

    ``b_cubed`` is of the groups as they stand when all have come in, ``at_first_sight`` of what was
    said of each article in the moment it came, never corrected. Raises EvaluationError.
    """
    rows = list(_rows(path))
    grouper = Grouper()
    began = perf_counter()
    for row in track(rows):
        grouper.add(row["title"], row["text"])
    spent = perf_counter() - began
    true = [row["event"] for row in rows]
    groups = grouper.groups()
    found = {number: name for name, members in enumerate(groups) for number in members}
    return {
        "articles": len(rows),
        "events": len(set(true)),
        "groups": len(groups),
        "b_cubed": b_cubed([found[number] for number in range(len(rows))], true),
        "at_first_sight": b_cubed(grouper.first_sight, true),
        "ms_per_article": round(1000 * spent / len(rows), 1),
    }


def _rows(path: Path) -> Iterator[Row]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise EvaluationError(f"{path}: {error.strerror or 'cannot be opened'}.") from None
    except UnicodeDecodeError as error:
        raise EvaluationError(f"{path}: not UTF-8 at byte {error.start}.") from None
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not numbered:
        raise EvaluationError(f"{path}: the file has no rows.")
    for number, line in numbered:
        yield _row(f"{path}, line {number}", line)


def _row(where: str, line: str) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise EvaluationError(f"{where}: not JSON.") from None
    if not isinstance(row, dict):
        raise EvaluationError(f"{where}: not an object.")
    for field in ("text", "event"):
        if not isinstance(row.get(field), str):
            raise EvaluationError(f'{where}: "{field}" is missing or no text.')
    title = row.get("title")
    return {"title": title if isinstance(title, str) else "", "text": row["text"],
            "event": row["event"]}  # fmt: skip
