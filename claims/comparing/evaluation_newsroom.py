"""Score whole newsroom events: folders of ``articles.jsonl`` and ``gold.json``."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from claims.comparing.evaluation import Metrics
from claims.comparing.gold_claims import output_from_gold
from claims.comparing.newsroom import Output, report, score_event, total
from claims.reading.inputs import InputError, load
from claims.reading.report import report as read_report
from events.directory import starter

Reader = Callable[[Path], Output]
"""Takes an event's ``articles.jsonl`` and gives its claims and contradictions in the form of
``manage.py read --json``."""


class NewsroomError(ValueError):
    """A folder or file that holds no labelled event, in words for people."""


def read_articles(path: Path) -> Output:
    """What the engine itself reads and finds, with the shipped directory of actors.

    Raises NewsroomError when the file holds no articles.
    """
    try:
        return read_report(load(path), starter())
    except InputError as error:
        raise NewsroomError(str(error)) from None


def evaluate_newsroom(folders: Iterable[Path], read: Reader = read_articles) -> Metrics:
    """The figures of each event by its folder's name, and of all together.

    Raises NewsroomError for a folder that holds no labelled event.
    """
    scores = {f.name: score_event(gold_of(f), read(f / "articles.jsonl")) for f in folders}
    return {
        "events": {name: report(score) for name, score in scores.items()},
        "total": report(total(scores.values())),
    }


def evaluate_comparing(folder: Path, gold: Path) -> Metrics:
    """The figures of comparing alone, on one event whose claims are taken from the gold file.

    Raises NewsroomError for a file that holds no claims.
    """

    def read(articles: Path) -> Output:
        try:
            return output_from_gold(articles, gold)
        except InputError as error:
            raise NewsroomError(str(error)) from None
        except (OSError, ValueError, KeyError, TypeError):
            raise NewsroomError(f"{gold}: no claims of a gold file") from None

    return evaluate_newsroom([folder], read)


def gold_of(folder: Path) -> Mapping[str, Any]:
    """The labelled claims and relations of an event's folder."""
    gold = _json(folder / "gold.json")
    if not isinstance(gold, dict) or not {"claims", "relations"} <= gold.keys():
        raise NewsroomError(f"{folder / 'gold.json'}: no “claims” and “relations”")
    return gold


def _json(path: Path) -> object:
    text = _text(path)
    try:
        return json.loads(text)
    except ValueError:
        raise NewsroomError(f"{path}: not JSON") from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise NewsroomError(f"{path}: not UTF-8 text") from None
    except OSError as error:
        raise NewsroomError(f"{path}: {(error.strerror or 'unreadable').lower()}") from None
