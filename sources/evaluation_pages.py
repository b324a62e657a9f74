"""How well articles are found on real pages."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from sources.extraction import ExtractionRefused, extract

Track = Callable[[Iterable["LabelledPage"]], Iterable["LabelledPage"]]
TRUTH = "truth.jsonl"
WORST = 5
TOKENS = re.compile(r"\w+")


class EvaluationError(Exception):
    """The labelled files are not there or not readable; says which, and is shown as it stands."""


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """One row of ``truth.jsonl`` and the bytes of its page."""

    id: str
    url: str
    text: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PageScore:
    """How one page came out; ``refused`` has the reason when nothing did."""

    id: str
    url: str
    f1: float
    precision: float
    recall: float
    seconds: float
    refused: str = ""


def token_bag_f1(found: str, wanted: str) -> tuple[float, float, float]:
    """F1, precision and recall of two texts as bags of lower-case words; two empty ones agree."""
    left, right = (Counter(TOKENS.findall(text.lower())) for text in (found, wanted))
    if not left and not right:
        return 1.0, 1.0, 1.0
    common = (left & right).total()
    precision, recall = common / max(left.total(), 1), common / max(right.total(), 1)
    return 2 * common / (left.total() + right.total()), precision, recall


def evaluate_pages(folder: Path, *, track: Track = iter) -> dict[str, object]:
    """Scores of extraction on a folder of labelled pages, ready for JSON.

    ``track`` may pass the pages on one by one and show how far it is.

    The folder has ``truth.jsonl`` with ``{"id", "file", "url", "text"}``; files may be gzipped
    and lie inside the folder. Raises EvaluationError.
    """
    scores = [score_page(page) for page in track(labelled_pages(folder))]
    if not scores:
        raise EvaluationError(f"{folder / TRUTH} has no rows.")
    worst = sorted(scores, key=lambda score: score.f1)[:WORST]
    return {
        "pages": len(scores),
        "f1": _mean([score.f1 for score in scores]),
        "precision": _mean([score.precision for score in scores]),
        "recall": _mean([score.recall for score in scores]),
        "refused": sum(bool(score.refused) for score in scores),
        "seconds_mean": _mean([score.seconds for score in scores]),
        "seconds_max": round(max(score.seconds for score in scores), 4),
        "worst": [_row(score) for score in worst],
    }


def labelled_pages(folder: Path) -> Iterator[LabelledPage]:
    """The pages of a folder, in the order of its ``truth.jsonl``; raises EvaluationError."""
    if not folder.is_dir():
        raise EvaluationError(f"{folder} is a file: name the folder that has {TRUTH} in it.")
    try:
        lines = (folder / TRUTH).read_text(encoding="utf-8").splitlines()
    except OSError:
        raise EvaluationError(f"{folder / TRUTH} cannot be read.") from None
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
            content = _content(folder, row["file"])
            yield LabelledPage(row["id"], row["url"], row["text"], content)
        except (ValueError, KeyError, TypeError, OSError, EOFError):
            raise EvaluationError(f"{folder / TRUTH}, line {number}: no labelled page.") from None


def score_page(page: LabelledPage) -> PageScore:
    """Extract one page and compare it with its truth."""
    started = perf_counter()
    text = refused = ""
    try:
        text = extract(page.content, url=page.url, media_type="text/html").text
    except ExtractionRefused as refusal:
        refused = refusal.code
    seconds = perf_counter() - started
    return PageScore(page.id, page.url, *token_bag_f1(text, page.text), seconds, refused)


def _content(folder: Path, name: str) -> bytes:
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError(name)
    content = path.read_bytes()
    return gzip.decompress(content) if path.suffix == ".gz" else content


def _mean(numbers: list[float]) -> float:
    return round(sum(numbers) / len(numbers), 4)


def _row(score: PageScore) -> dict[str, object]:
    return {
        "id": score.id,
        "url": score.url,
        "f1": round(score.f1, 4),
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "refused": score.refused,
    }
