import json

import pytest

from claims.comparing.evaluation import Judged, evaluate_pairs, measured
from claims.comparing.pair_files import PairFileError, read_pairs


def write(path, *rows):
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in rows), "utf-8")
    return path


GOOD = {
    "id": 1,
    "premise": "Arland has captured the town.",
    "hypothesis": "Arland has not captured the town.",
}


def test_pairs_are_scored_in_all_and_by_set(tmp_path):
    path = write(
        tmp_path / "pairs.jsonl",
        GOOD | {"label": "contradiction", "set": "a"},
        {
            "id": "2",
            "premise": "Arland has captured the town.",
            "hypothesis": "Cows eat grass.",
            "label": "contradiction",
            "set": "b",
        },
        {
            "id": "3",
            "premise": "Arland has captured the town.",
            "hypothesis": "Arland has captured the town.",
            "label": "entailment",
            "set": "b",
        },
    )

    metrics = evaluate_pairs([path])

    assert metrics["pairs"] == 3
    assert metrics["contradiction"] == {
        "wanted": 2, "flagged": 1, "precision": 1.0, "recall": 0.5, "f1": 0.6667,
    }  # fmt: skip
    assert metrics["sets"]["b"]["accuracy"] == 0.5
    assert list(metrics["sets"]) == ["a", "b"]


def test_the_queue_sees_only_what_scores_high():
    judged = [
        Judged("s", "contradiction", "contradiction", 0.9),
        Judged("s", "neutral", "contradiction", 0.6),
    ]

    metrics = measured(judged)

    assert metrics["contradiction"]["precision"] == 0.5
    assert metrics["in_the_queue"]["precision"] == 1.0


def test_nothing_to_divide_by_gives_none():
    assert measured([])["accuracy"] is None


def test_a_file_may_have_a_mark_empty_lines_and_no_labels(tmp_path):
    path = tmp_path / "pairs.jsonl"
    path.write_text("\ufeff" + json.dumps(GOOD) + "\n\n", "utf-8")

    assert [(pair.id, pair.label) for pair in read_pairs(path)] == [(1, "")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "line 1: not JSON"),
        ("[1]", "line 1: not a JSON object"),
        ({"id": 1, "premise": "a"}, "“hypothesis” is missing or no text"),
        ({"id": 1, "premise": 5, "hypothesis": "b"}, "“premise” is missing or no text"),
        ({"premise": "a", "hypothesis": "b"}, "“id” is missing or neither text nor number"),
        (GOOD | {"label": "maybe"}, "“label” is none of contradiction, entailment, neutral"),
        ("[" * 100_000, "line 1: not JSON"),
    ],
)
def test_a_bad_line_is_named_with_its_place(tmp_path, line, words):
    path = write(tmp_path / "pairs.jsonl", line)

    with pytest.raises(PairFileError, match=words) as error:
        list(read_pairs(path, labelled=True))
    assert str(error.value).startswith(str(path))
    assert "\n" not in str(error.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(PairFileError, match="no such file"):
        list(read_pairs(tmp_path / "none.jsonl"))
    (tmp_path / "latin.jsonl").write_bytes(b'{"id": "\xe9"}')
    with pytest.raises(PairFileError, match="not UTF-8 text"):
        list(read_pairs(tmp_path / "latin.jsonl"))
