import json

import pytest

from claims.comparing.evaluation_newsroom import NewsroomError, evaluate_comparing
from claims.comparing.gold_claims import output_from_gold

TEXT = (
    "Russia's defence ministry said that 70 attackers were killed near Belgorod on Monday. "
    "Ukraine's military intelligence said that 12 attackers were killed. "
    "A talk was held."
)
MINISTRY, RIVAL = "Russian Ministry of Defence", "Some Witness"


def gold_claim(id_, words, claimant, count, **given):
    start = TEXT.index(words)
    return {
        "id": id_, "claimant": claimant, "stance": "asserts", "question": "how many", "count": count,
        "appearances": [{"article": "A1", "start": start, "end": start + len(words)}], **given,
    }  # fmt: skip


def figure(number):
    return {"low": number, "high": number, "unit": "people"}


CLAIMS = [
    gold_claim("G1", "70 attackers were killed near Belgorod", MINISTRY, figure(70)),
    gold_claim("G2", "12 attackers were killed", RIVAL, figure(12)),
    gold_claim("G3", "A talk was held", "unattributed", None, question="talks"),
]
RELATIONS = [{"id": "R1", "a": "G1", "b": "G2", "label": "contradiction", "case": None}]


@pytest.fixture
def folder(tmp_path):
    row = {"id": "A1", "published": "2023-05-23", "title": "", "text": TEXT}
    (tmp_path / "articles.jsonl").write_text(json.dumps(row) + "\n")
    (tmp_path / "gold.json").write_text(json.dumps({"claims": CLAIMS, "relations": RELATIONS}))
    return tmp_path


def test_gold_claims_keep_their_places_and_are_compared(folder):
    metrics = evaluate_comparing(folder, folder / "gold.json")["total"]

    assert metrics["claims"]["recall"] == 1.0
    assert metrics["contradictions"]["found"] == 1
    assert metrics["contradictions"]["false_alarms"] == 0


def test_the_gold_says_whose_a_claim_is(folder):
    one_voice = [claim | {"claimant": MINISTRY} for claim in CLAIMS]
    (folder / "gold.json").write_text(json.dumps({"claims": one_voice, "relations": RELATIONS}))

    output = output_from_gold(folder / "articles.jsonl", folder / "gold.json")

    assert [row["claimant"] for row in output["claims"]] == [MINISTRY] * 3
    assert output["contradictions"] == []


def test_claims_in_the_form_of_an_output_are_taken_too(folder):
    rows = [claim | claim["appearances"][0] for claim in CLAIMS]
    for row in rows:
        del row["appearances"]
    path = folder / "oracle.json"
    path.write_text(json.dumps({"claims": rows}))

    metrics = evaluate_comparing(folder, path)["total"]

    assert metrics["contradictions"]["found"] == 1


@pytest.mark.parametrize("content", ["{", "{}", '{"claims": [{"id": "G1"}]}', '{"claims": 3}'])
def test_a_file_without_claims_is_named(folder, content):
    path = folder / "bad.json"
    path.write_text(content)

    with pytest.raises(NewsroomError, match=r"bad\.json: no claims of a gold file"):
        evaluate_comparing(folder, path)
