import json

import pytest

from claims.comparing.evaluation_newsroom import NewsroomError, evaluate_newsroom
from claims.comparing.newsroom import plain_name, report, score_event, total


def gold_claim(id_, start, end, *, claimant="Arland", count=None):
    return {
        "id": id_, "claimant": claimant, "stance": "asserts", "count": count,
        "appearances": [{"article": "A1", "start": start, "end": end}],
    }  # fmt: skip


GOLD = {
    "aliases": {"Arland": ["the Arland army"]},
    "claims": [
        gold_claim("G1", 0, 40, count={"low": 70, "high": None}),
        gold_claim("G2", 50, 90, claimant="Borvia"),
        gold_claim("G3", 100, 140, claimant="Castra"),
        gold_claim("G4", 150, 190, claimant="Dawn"),
    ],
    "relations": [
        {"id": "R1", "a": "G1", "b": "G2", "label": "contradiction", "case": "K1"},
        {"id": "R2", "a": "G3", "b": "G2", "label": "contradiction", "case": None},
        {"id": "R3", "a": "G1", "b": "G3", "label": "trap", "case": None},
        {"id": "R4", "a": "G1", "b": "G4", "label": "tension", "case": None},
    ],
}


def found(id_, start, end, **given):
    row = {"id": id_, "article": "A1", "start": start, "end": end, "claimant": "Arland"}
    return row | {"stance": "asserts", "count": None} | given


def pair(first, second, severity="contradiction"):
    return {"first": first, "second": second, "kind": "count", "severity": severity}


def scored(claims, *pairs):
    return report(score_event(GOLD, {"claims": claims, "contradictions": list(pairs)}))


ALL = [found("s1", 0, 40), found("s2", 50, 90), found("s3", 100, 140), found("s4", 150, 190)]


def test_a_claim_stands_for_the_gold_claim_it_meets_best():
    metrics = scored(
        [
            found("s1", 2, 60, claimant="The Arland Army", count={"low": 70, "high": None}),
            found("s2", 85, 120, claimant="Castra"),
            found("s3", 300, 340),
        ]
    )

    assert metrics["claims"] == {
        "gold": 4, "found": 3, "recall": 0.5, "recall_lenient": 0.5, "appearance_recall": 0.5,
        "precision": 0.6667, "claimant_accuracy": 1.0, "stance_accuracy": 1.0, "count_accuracy": 1.0,
    }  # fmt: skip


def test_listed_contradictions_are_hits_and_all_else_is_a_false_alarm():
    metrics = scored(ALL, pair("s2", "s1"), pair("s1", "s3"), pair("s1", "s4"), pair("s3", "s4"))

    assert metrics["contradictions"] == {
        "gold_pairs": 2, "found": 1, "false_alarms": 3, "precision": 0.25, "recall": 0.5,
        "f1": 0.3333, "cases": 2, "case_recall": 0.5, "only_as_tension": 0,
    }  # fmt: skip
    assert metrics["false_alarms"]["traps"] == "1/1"
    assert metrics["missed"] == ["G2 G3"]
    assert metrics["wrong"] == {"tension": ["G1 G4"], "trap": ["G1 G3"], "unlisted": ["G3 G4"]}


def test_a_tension_is_never_an_alarm_and_never_a_hit():
    metrics = scored(ALL, pair("s1", "s2", "tension"), pair("s1", "s4", "tension"))

    assert metrics["contradictions"]["false_alarms"] == 0
    assert metrics["contradictions"]["only_as_tension"] == 1
    assert metrics["tensions_shown"] == "1/1"


def test_a_claim_against_itself_and_against_the_unlabelled_are_counted_apart():
    again = [*ALL, found("s5", 5, 38), found("s6", 400, 420)]
    metrics = scored(again, pair("s1", "s5"), pair("s1", "s6"))

    assert metrics["false_alarms"]["one_claim_against_itself"] == 1
    assert metrics["false_alarms"]["pairs_with_an_unmapped_claim"] == 1


def test_events_add_up():
    output = {"claims": ALL, "contradictions": [pair("s1", "s2")]}
    both = report(total([score_event(GOLD, output), score_event(GOLD, output)]))

    assert both["contradictions"]["gold_pairs"] == 4
    assert both["contradictions"]["found"] == 2
    assert both["contradictions"]["recall"] == 0.5


@pytest.mark.parametrize(
    ("name", "plain"),
    [("The  U.S. “Army”", "us army"), (None, "unattributed"), ("Arland’s army", "arlands army")],
)
def test_names_are_compared_without_case_marks_and_article(name, plain):
    assert plain_name(name) == plain


def event(folder, gold=GOLD, text="Arland took the town."):
    folder.mkdir()
    (folder / "gold.json").write_text(json.dumps(gold))
    (folder / "articles.jsonl").write_text(json.dumps({"id": "A1", "text": text}) + "\n")
    return folder


def test_each_event_is_read_from_its_articles_and_all_are_added(tmp_path):
    seen = []

    def read(path):
        seen.append(path.name)
        return {"claims": ALL, "contradictions": [pair("s1", "s2")]}

    metrics = evaluate_newsroom([event(tmp_path / "one"), event(tmp_path / "two")], read)

    assert seen == ["articles.jsonl", "articles.jsonl"]
    assert metrics["events"]["one"]["contradictions"]["found"] == 1
    assert metrics["total"]["contradictions"]["found"] == 2


def test_the_engine_itself_reads_where_no_other_reader_is_handed_in(tmp_path):
    text = "Russia’s defence ministry said that 70 attackers were killed near Belgorod."
    gold = GOLD | {
        "claims": [gold_claim("G1", 0, len(text), claimant="Russian Ministry of Defence")]
    }
    gold = gold | {"relations": []}

    metrics = evaluate_newsroom([event(tmp_path / "one", gold, text)])

    assert metrics["total"]["claims"]["recall"] == 1.0
    assert metrics["total"]["claims"]["claimant_accuracy"] == 1.0


@pytest.mark.parametrize("content", ["{", "[]", '{"claims": []}'])
def test_a_folder_without_labels_is_named(tmp_path, content):
    folder = event(tmp_path / "one")
    (folder / "gold.json").write_text(content)

    with pytest.raises(NewsroomError, match=r"gold\.json"):
        evaluate_newsroom([folder])
    with pytest.raises(NewsroomError, match="no such file"):
        evaluate_newsroom([tmp_path / "none"])
