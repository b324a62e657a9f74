import json

from sources.grouping.evidence import WEIGHTS
from sources.grouping.learning import examples, labelled, learn
from tests.sources.grouping.stories import IN_TURN

TOPICS = {"barn": "fires", "mill": "fires", "ferry": "votes"}


def test_learning_is_the_same_every_time_and_finds_what_tells_events_apart(tmp_path, monkeypatch):
    monkeypatch.setattr("sources.grouping.learning.LINKED", 0.0)
    path = tmp_path / "articles.jsonl"
    rows = [{"event": name, "topic": TOPICS[name], "text": text} for name, text in IN_TURN]
    path.write_text("\n".join(map(json.dumps, rows)))

    pairs = examples(labelled(path))["fires"]
    bias, *weights = learn(pairs)

    assert (bias, *weights) == learn(examples(labelled(path))["fires"])
    assert len(weights) == len(WEIGHTS)
    assert {same for _, same in pairs} == {True, False}
    odds = [
        bias + sum(w * float(x) for w, x in zip(weights, found, strict=True)) for found, _ in pairs
    ]
    assert [one > 0 for one in odds] == [same for _, same in pairs]
