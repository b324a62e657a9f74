import json

import pytest
from django.core.management import CommandError, call_command

ROWS = [
    {"id": "p1", "premise": "70 men were killed.", "hypothesis": "12 men were killed."},
    {"id": 2, "premise": "Men took the town.", "hypothesis": "Cows eat grass."},
]


@pytest.fixture
def pairs(tmp_path):
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return path


def test_each_pair_gets_one_json_line_in_the_files_order(pairs, capsys):
    call_command("compare", str(pairs), "--json")

    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == ["p1", 2]
    assert [set(row) for row in rows] == [{"id", "label", "kind", "score", "reason"}] * 2
    assert (rows[0]["label"], rows[0]["kind"]) == ("contradiction", "count")
    assert (rows[1]["label"], rows[1]["kind"]) == ("neutral", None)


def test_people_get_a_sentence_a_pair(pairs, capsys):
    call_command("compare", str(pairs))

    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("p1: contradiction (0.")
    assert "The figures differ: 70 in one text, 12 in the other." in first or (
        "The figures differ: 12 in one text, 70 in the other." in first
    )


def test_a_bad_line_ends_with_one_sentence_and_status_2_before_anything_is_printed(pairs, capsys):
    with pairs.open("a") as more:
        more.write("not json\n")

    with pytest.raises(CommandError, match="line 3: not JSON") as error:
        call_command("compare", str(pairs), "--json")

    assert error.value.returncode == 2
    assert capsys.readouterr().out == ""


def test_a_missing_file_ends_with_status_2(tmp_path):
    with pytest.raises(CommandError, match="no such file") as error:
        call_command("compare", str(tmp_path / "none.jsonl"))

    assert error.value.returncode == 2
