import gzip
import json
from pathlib import Path

import pytest

from sources.evaluation_pages import EvaluationError, evaluate_pages, token_bag_f1

SAID = (
    "The ministry said on Tuesday that seventy of the attackers were killed near the border. " * 4
)


def write(folder: Path, **changes: object) -> None:
    (folder / "html").mkdir()
    content = f"<html><body><article><p>{SAID}</p></article></body></html>".encode()
    (folder / "html" / "1.html.gz").write_bytes(gzip.compress(content))
    (folder / "html" / "2.html").write_bytes(b"<html><body></body></html>")
    rows = [
        {"id": "one", "file": "html/1.html.gz", "url": "https://news.example/1", "text": SAID},
        {
            "id": "two",
            "file": "html/2.html",
            "url": "https://news.example/2",
            "text": SAID,
            **changes,
        },
    ]
    (folder / "truth.jsonl").write_text("\n".join(map(json.dumps, rows)))


def test_each_page_counts_the_same_and_the_worst_are_named(tmp_path):
    write(tmp_path)

    metrics = evaluate_pages(tmp_path)

    assert (metrics["pages"], metrics["f1"], metrics["refused"]) == (2, 0.5, 1)
    assert isinstance(metrics["worst"], list)
    assert metrics["worst"][0] == {
        "id": "two",
        "url": "https://news.example/2",
        "f1": 0.0,
        "precision": 0.0,
        "recall": 0.0,
        "refused": "no_text",
    }


@pytest.mark.parametrize(
    "changes", [{"file": "html/3.html"}, {"file": "../../etc/passwd"}, {"file": 7}]
)
def test_a_row_that_cannot_be_read_is_named(tmp_path, changes):
    write(tmp_path, **changes)

    with pytest.raises(EvaluationError, match="line 2"):
        evaluate_pages(tmp_path)


def test_a_file_is_not_taken_for_its_folder(tmp_path):
    write(tmp_path)

    with pytest.raises(EvaluationError, match="is a file: name the folder"):
        evaluate_pages(tmp_path / "truth.jsonl")


def test_a_folder_without_truth_is_named(tmp_path):
    with pytest.raises(EvaluationError, match=r"truth\.jsonl cannot be read"):
        evaluate_pages(tmp_path)


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        ("a b", "A, b!", (1.0, 1.0, 1.0)),
        ("a a", "a", (2 / 3, 0.5, 1.0)),
        ("", "a", (0.0, 0.0, 0.0)),
        ("", "", (1.0, 1.0, 1.0)),
    ],
)
def test_f1_counts_words_as_often_as_they_stand(found, wanted, expected):
    assert token_bag_f1(found, wanted) == pytest.approx(expected)
