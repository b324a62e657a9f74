import json

from claims.comparing.evaluation import QUEUE_FROM
from claims.comparing.fitting import (
    MOST_OF_TEMPLATES,
    chosen,
    fit,
    learnt,
    part_of,
    rows,
    write,
)
from claims.comparing.free_text import weights
from claims.comparing.growing import Growth
from claims.comparing.signals import DATA

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


def test_fitting_writes_the_files_of_the_shipped_form(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row | {"set": "own"}) + "\n" for row in ROWS * 20))

    write(tmp_path, chosen(rows([path])), Growth(trees=2))

    fitted = json.loads((tmp_path / "free_text.json").read_text())
    shipped = json.loads((DATA / "free_text.json").read_text())
    assert fitted.keys() == shipped.keys()
    assert fitted["contradiction"]["signals"] == shipped["contradiction"]["signals"]
    assert fitted["entailment"]["signals"].keys() == shipped["entailment"]["signals"].keys()
    assert "swap\t" in (DATA / "word_pairs.tsv").read_text()


def test_sets_that_may_not_be_used_commercially_teach_nothing():
    barred = [row | {"set": name} for row in ROWS for name in ("anli_r1_dev", "sick")]

    assert chosen(barred) == []


def test_a_set_of_templates_gives_few_rows():
    many = [ROWS[0] | {"set": "cur_negation"}] * (MOST_OF_TEMPLATES + 5)

    assert len(chosen(many)) == MOST_OF_TEMPLATES


def test_word_pairs_weigh_what_they_were_met_in():
    apart, alike = ("buy", "sell"), ("big", "large")
    examples = [({"swap": {apart}, "cross": set()}, True)] * 9
    examples += [({"swap": {alike}, "cross": set()}, False)] * 9

    learned = learnt(examples)["swap"]

    assert learned[apart] > 1 > -1 > learned[alike]


def test_pairs_with_one_premise_belong_to_one_part():
    assert part_of(ROWS[0]) == part_of(ROWS[0] | {"hypothesis": "Another."})


def test_the_shipped_model_calls_less_a_contradiction_than_reaches_the_queue():
    assert weights().contradiction_from < QUEUE_FROM
