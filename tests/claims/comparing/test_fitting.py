import json

import pytest

from claims.comparing.fitting import fit, main
from claims.comparing.free_text import DATA, weights

ROWS = [
    {
        "premise": "Men took the town.",
        "hypothesis": "Men did not take the town.",
        "label": "contradiction",
    },
    {
        "premise": "Men took the town today.",
        "hypothesis": "Men took the town.",
        "label": "entailment",
    },
    {"premise": "Men took the town.", "hypothesis": "Cows eat grass.", "label": "neutral"},
]


def test_a_signal_that_goes_with_the_label_gets_a_weight():
    examples = [({"negated": 1.0}, True), ({"negated": 0.0}, False)] * 200

    fitted = fit(examples)

    assert fitted.probability({"negated": 1.0}) > 0.8
    assert fitted.probability({"negated": 0.0}) < 0.2


def test_fitting_prints_weights_of_the_shipped_form(tmp_path, capsys):
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row | {"set": "own"}) + "\n" for row in ROWS * 20))

    main([str(path)])

    fitted = json.loads(capsys.readouterr().out)
    shipped = json.loads((DATA / "free_text.json").read_text())
    assert fitted.keys() == shipped.keys()
    assert fitted["contradiction"]["signals"].keys() == shipped["contradiction"]["signals"].keys()
    assert fitted["contradiction"]["signals"]["negated"] > 0


def test_sets_that_may_not_be_used_commercially_teach_nothing(tmp_path, capsys):
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row | {"set": "anli_r1"}) + "\n" for row in ROWS))

    main([str(path)])

    assert json.loads(capsys.readouterr().out)["contradiction"] == {"bias": 0.0, "signals": {}}


def test_the_shipped_weights_believe_a_contradiction_only_when_it_is_likely():
    assert weights().contradiction_from == pytest.approx(0.6)
