import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from events.directory import starter

TEXT = (
    "Raid on Mirov\n\n"
    "Russia’s defense ministry said 70 raiders were killed on Monday.\n\n"
    "Kyiv blamed the raid on Russia. Moscow denied any involvement.\n"
)
KEYS = {
    "id",
    "claim",
    "article",
    "start",
    "end",
    "text",
    "claimant",
    "claimant_text",
    "stance",
    "modality",
    "topic",
    "question",
    "count",
    "confidence",
}


@pytest.fixture(autouse=True)
def _shipped_actors(monkeypatch):
    monkeypatch.setattr("claims.management.commands.read.known_actors", starter)


def run(*paths: Path) -> dict[str, Any]:
    out = StringIO()
    call_command("read", *map(str, paths), "--json", stdout=out)
    result: dict[str, Any] = json.loads(out.getvalue())
    return result


def row(**values: object) -> str:
    defaults = {"id": "a1", "url": "", "outlet": "O", "title": "", "published": None, "text": TEXT}
    return json.dumps({**defaults, **values})


def test_a_text_gives_claims_with_exact_offsets(tmp_path):
    path = tmp_path / "raid.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = run(path)
    assert {"claims", "attributions", "contradictions", "abstained"} == set(result)
    assert all(set(claim) == KEYS for claim in result["claims"])
    assert all(TEXT[c["start"] : c["end"]] == c["text"] for c in result["claims"])
    assert [c["claimant"] for c in result["claims"]] == [
        "Russian Ministry of Defence",
        "Ukraine",
        "Russia",
    ]
    assert result["claims"][0]["count"] == {
        "low": 70,
        "high": 70,
        "low_exclusive": False,
        "high_exclusive": False,
        "unit": "person",
        "population": "attackers",
    }
    assert {c["article"] for c in result["claims"]} == {"raid.txt"}


def test_an_attribution_and_its_denial_are_flagged_with_a_reason(tmp_path):
    path = tmp_path / "raid.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = run(path)
    (pair,) = result["contradictions"]
    named = {c["id"]: c["claimant"] for c in result["claims"]}
    assert {named[pair["first"]], named[pair["second"]]} == {"Ukraine", "Russia"}
    assert (pair["kind"], pair["severity"]) == ("involvement", "contradiction")
    assert "Ukraine" in pair["reason"]


def test_a_byte_order_mark_does_not_move_offsets(tmp_path):
    path = tmp_path / "raid.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    text = TEXT.replace("\n", "\r\n")
    assert all(text[c["start"] : c["end"]] == c["text"] for c in run(path)["claims"])


def test_rows_are_read_as_one_event_and_a_claim_told_twice_is_one(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(f"{row(id=1, published='2024-06-07')}\n\n{row(id='b')}\n", encoding="utf-8")
    result = run(path)
    assert {c["article"] for c in result["claims"]} == {"1", "b"}
    assert {c["claim"] for c in result["claims"]} == {"c1", "c2", "c3"}
    assert len(result["claims"]) == len({c["id"] for c in result["claims"]}) == 6
    assert len(result["contradictions"]) == 1


def test_of_a_page_the_extracted_text_is_printed(tmp_path):
    path = tmp_path / "page.html"
    body = "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n")[1:])
    filler = "<p>" + "The mayor of the town came to see the bridge and the mill. " * 8 + "</p>"
    page = f"<html><head><title>Raid</title></head><body><article>{body}{filler}</article></body></html>"
    path.write_text(page, encoding="utf-8")
    result = run(path)
    (article,) = result["articles"]
    assert article["id"] == "page.html"
    assert result["claims"]
    assert all(article["text"][c["start"] : c["end"]] == c["text"] for c in result["claims"])


def test_another_language_is_named_and_not_read(tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(
        "Rząd w Sutown zaprzecza, że był to atak na miasto i nie jest. " * 8, encoding="utf-8"
    )
    result = run(path)
    assert result["claims"] == []
    assert result["skipped"] == [{"article": "news.txt", "reason": "language: pl"}]


def test_a_ukrainian_text_is_read_in_its_own_words(tmp_path):
    text = "ДСНС повідомила, що загинули семеро людей. Київ заперечує причетність до вибуху.\n"
    path = tmp_path / "news.txt"
    path.write_text(text, encoding="utf-8")
    found = run(path)["claims"]
    assert [(c["claimant"], c["text"], c["question"]) for c in found] == [
        (
            "State Emergency Service of Ukraine",
            "загинули семеро людей",
            "How many people were killed?",
        ),
        ("Ukraine", "причетність до вибуху", "Did Ukraine have a part in the explosion?"),
    ]
    assert all(text[c["start"] : c["end"]] == c["text"] for c in found)


def test_for_people_each_claim_is_a_line(tmp_path):
    path = tmp_path / "raid.txt"
    path.write_text(TEXT, encoding="utf-8")
    out = StringIO()
    call_command("read", str(path), stdout=out)
    lines = out.getvalue().splitlines()
    assert lines[0].startswith(
        "c1.1  Russian Ministry of Defence asserts [casualties]: “70 raiders"
    )
    assert lines[-1] == "3 quotes, 1 pairs flagged."


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.pdf", b"%PDF", "only .txt, .html and .jsonl"),
        ("a.txt", b"\xff\xfe\x00", "not UTF-8 at byte 0"),
        ("a.txt", b"  \n", "no text"),
        ("a.jsonl", b"{", "line 1: not JSON"),
        ("a.jsonl", b"[]", 'line 1: a row is an object with a "text"'),
        ("a.jsonl", b"", "no rows"),
        ("a.jsonl", row(published="May").encode(), "no ISO 8601 date"),
        ("a.jsonl", f"{row()}\n{row()}".encode(), "stands there twice"),
        ("a.html", b"<html></html>", "No article"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(tmp_path, name, content, message):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CommandError, match=message) as caught:
        run(path)
    assert caught.value.returncode == 2
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_one_line_and_exit_2(tmp_path):
    with pytest.raises(CommandError, match="No such file") as caught:
        run(tmp_path / "none.txt")
    assert caught.value.returncode == 2


def test_content_that_its_speaker_parts_is_printed_in_parts(tmp_path):
    text = "“The mill burns,” said Ada Kern, a miller, “and nobody comes.”"
    path = tmp_path / "mill.txt"
    path.write_text(text)

    (spoken,) = run(path)["attributions"]

    parts = [text[a:b] for a, b in spoken["content_parts"]]
    assert parts == ["“The mill burns,”", "“and nobody comes.”"]
    assert text[slice(*spoken["content"])] == text
