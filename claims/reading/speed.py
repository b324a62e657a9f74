"""``python -m claims.reading.speed FILE...``: how long reading takes, as JSON.

The texts of the files are joined in their order and cut into pieces of 800 words, each of which is
read as an article: once before it was ever seen, then several times, of which the quickest
counts. What is told is the time of one core, without the loading of weights and lexicons.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import process_time

from claims.reading.article import read_article
from claims.reading.inputs import InputError, load
from claims.values import ArticleText
from events.directory import starter

WORDS = 800
RUNS = 7
WORD = re.compile(r"\S+")
WARM_UP = "The mayor of Ostrel said on Monday that two people were killed."


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; a file that cannot be read ends it with one line and status 2."""
    parser = argparse.ArgumentParser(prog="python -m claims.reading.speed", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=".txt, .html, .jsonl")
    files = parser.parse_args(arguments).files
    try:
        texts = [one.article.text for path in files for one in load(path)]
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{json.dumps(measure(pieces(texts)), indent=1)}\n")
    return 0


def pieces(texts: Iterable[str], words: int = WORDS) -> Iterator[str]:
    """The texts joined and cut into pieces of so many words; what is left over is dropped."""
    whole = "\n\n".join(texts)
    found = list(WORD.finditer(whole))
    for first in range(0, len(found) - words + 1, words):
        yield whole[found[first].start() : found[first + words - 1].end()]


def measure(texts: Iterable[str], runs: int = RUNS) -> dict[str, object]:
    """Milliseconds of one core: for each piece, on average, and at first sight."""
    directory = starter()
    read_article(ArticleText(WARM_UP), directory)
    first: list[float] = []
    best: list[float] = []
    for text in texts:
        article = ArticleText(text)
        times: list[float] = []
        for _ in range(runs + 1):
            began = process_time()
            read_article(article, directory)
            times.append((process_time() - began) * 1000)
        first.append(times[0])
        best.append(min(times[1:]))
    return {
        "pieces": len(best),
        "words_a_piece": WORDS,
        "runs": runs,
        "mean_ms": _mean(best),
        "worst_ms": round(max(best, default=0.0), 1),
        "mean_ms_at_first_sight": _mean(first),
        "ms": [round(one, 1) for one in best],
        "ms_at_first_sight": [round(one, 1) for one in first],
    }


def _mean(times: Sequence[float]) -> float:
    return round(sum(times) / max(1, len(times)), 1)


if __name__ == "__main__":
    sys.exit(main())
