import json
import sys

import pytest

from claims.reading import read_article, speed
from claims.values import ArticleText
from events.directory import starter

PLACES = ("Ostrel", "Tarnsey", "Borvia", "Keld", "Mirow", "Lanna", "Sorn", "Vettia")
KINDS = {
    "reports": (
        "The mayor of {place} said on Monday that {number} people were killed when the mill "
        "burned, but the fire service denied that anybody had been hurt. "
    ),
    "quotations": (
        "“We saw {number} men near {place},” Ada Kern said. “They ran.” “Nobody stopped "
        "them,” she added, “and the police came {number} hours later.” "
    ),
    "one sentence": "the governor of {place} says that {number} and ",
    "names": "Ada Kern, mayor of {place}, Jan Lis, Per Moe and the {place} Guard ({number}), ",
    "nothing said": "It rained in {place} for {number} hours and the river rose. ",
}


def text_of(kind: str, words: int) -> str:
    """So many words of a kind, no two sentences the same."""
    found: list[str] = []
    size = 0
    while size < words:
        place = PLACES[len(found) % len(PLACES)]
        found.append(KINDS[kind].format(place=place, number=len(found) + 2))
        size += len(found[-1].split())
        if len(found) % 4 == 0 and kind != "one sentence":
            found[-1] += "\n\n"
    return "".join(found)


def calls(text: str) -> int:
    """How many functions are called to read a text: its cost, the same on every machine."""
    number = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal number
        number += event in {"call", "c_call"}

    article, directory = ArticleText(text), starter()
    read_article(article, directory)  # words met for the first time cost more
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read_article(article, directory)
    finally:
        sys.setprofile(before)
    return number


@pytest.mark.parametrize("kind", KINDS)
def test_four_times_the_text_costs_four_times_as_much(kind):
    assert calls(text_of(kind, 2400)) <= 4.6 * calls(text_of(kind, 600))


def test_texts_are_joined_and_cut_to_pieces_of_equal_length():
    found = list(speed.pieces(["one two\nthree", "four five six seven"], words=3))

    assert found == ["one two\nthree", "four five six"]


def test_the_figures_are_printed_for_each_piece(tmp_path, capsys):
    (tmp_path / "long.txt").write_text(text_of("reports", 1700), encoding="utf-8")

    assert speed.main([str(tmp_path / "long.txt")]) == 0

    found = json.loads(capsys.readouterr().out)
    assert found["pieces"] == len(found["ms"]) == 2
    assert 0 < found["mean_ms"] <= found["worst_ms"]


def test_a_file_that_cannot_be_read_ends_with_one_line_and_status_2(tmp_path, capsys):
    assert speed.main([str(tmp_path / "missing.txt")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
