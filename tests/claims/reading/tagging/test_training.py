import gzip
import json
import sys

import pytest

from claims.reading.evaluation_quotes import load_quotes
from claims.reading.tagging.model import load
from claims.reading.tagging.scoring import Scorer
from claims.reading.tagging.tagger import find_candidates

pytest.importorskip("pycrfsuite")
training = pytest.importorskip("claims.reading.tagging.training.__main__")
from claims.reading.tagging.training.labelled import labelled, rates_of  # noqa: E402  # needs both

WHO = ("The mayor", "A miller", "Her brother", "The nurse", "Our guide", "That judge")
WHAT = ("the bridge holds", "two men left", "the road is shut", "it rained at night")


def article(number):
    """An article of four sentences in which somebody mumbles, and four in which nobody does."""
    text, quotes = "", []
    for at, what in enumerate(WHAT):
        who = WHO[(number + at) % len(WHO)]
        start = len(text)
        cue = start + len(who) + 1
        content = cue + len("mumbled that ")
        text += f"{who} mumbled that {what}. {who} walked home and saw that {what}. "
        spans = {"speaker": [start, cue - 1], "cue": [cue, cue + len("mumbled")]}
        quotes.append(spans | {"content": [content, content + len(what)]})
    return {"id": str(number), "text": text, "quotes": quotes}


@pytest.fixture
def folder(tmp_path):
    rows = "\n".join(json.dumps(article(number)) for number in range(12))
    (tmp_path / "quotes").mkdir()
    (tmp_path / "quotes" / "train.jsonl.gz").write_bytes(gzip.compress(rows.encode()))
    return tmp_path


def train(monkeypatch, folder, name):
    monkeypatch.setattr(sys, "argv", ["train", str(folder), "--to", str(folder / name)])
    return training.main()


def test_what_is_labelled_is_learned_and_training_again_gives_the_same(monkeypatch, folder, capsys):
    assert train(monkeypatch, folder, "one.gz") == 0
    assert "span F1 1.0, claim and speaker F1 1.0" in capsys.readouterr().out
    assert train(monkeypatch, folder, "two.gz") == 0
    assert (folder / "one.gz").read_bytes() == (folder / "two.gz").read_bytes()

    (first, *_) = load_quotes(folder / "quotes" / "train.jsonl.gz")
    known = labelled(first)
    found = find_candidates(Scorer(load(folder / "one.gz")), known.sentences, known.rules)
    surest = max(found, key=lambda one: one.chance)
    words = [t.lower for t in surest.prepared.tokens]
    assert (words[surest.at], surest.speaker) == ("mumbled", (0, 2))


def test_words_of_few_articles_are_left_out(folder):
    articles = [labelled(one) for one in load_quotes(folder / "quotes" / "train.jsonl.gz")]

    assert list(rates_of(articles)) == ["mumbled"]
    assert rates_of(articles[:2]) == {}


def test_a_folder_without_labels_ends_with_one_line_and_status_2(monkeypatch, tmp_path, capsys):
    assert train(monkeypatch, tmp_path, "one.gz") == 2
    assert "train.jsonl.gz" in capsys.readouterr().err
