import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.sources.grouping.stories import IN_TURN


def evaluate(*arguments: str) -> dict[str, object]:
    output = StringIO()
    call_command("evaluate", *arguments, stdout=output)
    metrics = json.loads(output.getvalue())
    assert isinstance(metrics, dict)
    return metrics


@pytest.fixture
def folder(tmp_path):
    row = {"id": "one", "file": "1.html", "url": "https://news.example/1", "text": "Men crossed."}
    (tmp_path / "truth.jsonl").write_text(json.dumps(row))
    (tmp_path / "1.html").write_text("<html><body><p>Men crossed.</p></body></html>")
    return tmp_path


def test_pages_are_scored_and_printed_as_json(folder):
    assert evaluate("pages", str(folder))["f1"] == 1.0


def test_several_folders_are_scored_each(folder):
    assert list(evaluate("pages", str(folder), str(folder / ".." / folder.name))) == ["folders"]


@pytest.mark.parametrize("path", ["missing", "."])
def test_bad_input_ends_with_one_line_and_status_2(folder, path):
    (folder / "truth.jsonl").write_text("{}")

    with pytest.raises(CommandError) as caught:
        call_command("evaluate", "pages", str(folder / path))

    assert caught.value.returncode == 2
    assert "\n" not in str(caught.value)


def test_events_are_scored_in_the_files_order(tmp_path):
    path = tmp_path / "events.jsonl"
    rows = [{"event": name, "text": text} for name, text in IN_TURN]
    path.write_text("\n".join(map(json.dumps, rows)))

    assert evaluate("events", str(path))["b_cubed"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    again = tmp_path / ".." / tmp_path.name / path.name
    assert list(evaluate("events", str(path), str(again))) == ["files"]
