import json

import pytest

from sources.evaluation_pages import EvaluationError
from sources.grouping.evaluation import b_cubed, evaluate_events
from tests.sources.grouping.stories import IN_TURN


def test_b_cubed_figures_are_those_of_a_worked_example():
    # Two of event x and one of y in one group, the third of x alone.
    assert b_cubed([0, 0, 0, 1], ["x", "x", "y", "x"]) == {
        "precision": round((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, 4),
        "recall": round((2 / 3 + 2 / 3 + 1 + 1 / 3) / 4, 4),
        "f1": 0.6667,
    }


def test_a_file_is_scored_in_its_order(tmp_path):
    path = tmp_path / "events.jsonl"
    rows = [{"id": n, "event": name, "text": text} for n, (name, text) in enumerate(IN_TURN)]
    path.write_text("\n".join(map(json.dumps, rows)))

    found = evaluate_events(path)

    assert (found["articles"], found["events"], found["groups"]) == (8, 3, 3)
    assert found["b_cubed"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "the file has no rows"),
        ("{", "line 1: not JSON"),
        ("[]", "line 1: not an object"),
        ('{"text": "x"}', 'line 1: "event" is missing'),
    ],
)
def test_a_bad_file_is_refused_in_one_line(tmp_path, content, words):
    path = tmp_path / "events.jsonl"
    path.write_text(content)

    with pytest.raises(EvaluationError, match=words):
        evaluate_events(path)
