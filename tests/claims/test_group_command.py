import json

import pytest
from django.core.management import CommandError, call_command

from tests.sources.grouping.stories import IN_TURN


@pytest.fixture
def articles(tmp_path):
    path = tmp_path / "articles.jsonl"
    rows = [{"id": f"{name}-{n}", "text": text} for n, (name, text) in enumerate(IN_TURN)]
    rows.append(rows[1] | {"id": "mill-copy", "text": f"(Reuters) - {rows[1]['text']} More soon."})
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def grouped(path, capsys, *options):
    call_command("group", str(path), "--json", *options)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_article_gets_one_line_with_its_event_and_its_origin(articles, capsys):
    rows = grouped(articles, capsys)

    assert [row["id"] for row in rows] == [*(f"{n}-{at}" for at, (n, _) in enumerate(IN_TURN)),
                                           "mill-copy"]  # fmt: skip
    assert {row["id"].split("-")[0]: row["event"] for row in rows} == {
        "barn": "event-barn-0", "mill": "event-mill-1", "ferry": "event-ferry-2",
    }  # fmt: skip
    assert rows[-1]["origin"] == rows[1]["origin"] == "origin-mill-1"
    assert len({row["origin"] for row in rows}) == len(rows) - 1


def test_at_first_sight_no_line_depends_on_a_later_article(articles, capsys, tmp_path):
    part = tmp_path / "part.jsonl"
    part.write_text("\n".join(articles.read_text().split("\n")[:5]))

    whole = grouped(articles, capsys, "--first-sight")

    assert grouped(part, capsys, "--first-sight") == whole[:5]


def test_people_get_a_line_an_article(articles, capsys):
    call_command("group", str(articles))

    assert capsys.readouterr().out.splitlines()[0] == (
        "barn-0: event event-barn-0, origin origin-barn-0"
    )


@pytest.mark.parametrize("name", ["none.jsonl", "articles.txt"])
def test_bad_input_ends_with_one_line_and_status_2(tmp_path, name):
    with pytest.raises(CommandError) as caught:
        call_command("group", str(tmp_path / name))

    assert caught.value.returncode == 2
    assert "\n" not in str(caught.value)
