import gzip
import json
from math import exp

import pytest

from claims.reading import read_article
from claims.reading.tagging import model, tag, tagger
from claims.reading.tagging.model import load, save, shipped
from claims.reading.tagging.packed import on_left, on_right
from claims.values import ArticleText
from events.directory import parse

SIDE = {
    "weights": {"w0=mayor": [1, 2500, 2, -500]},
    "steps": [[0, 1000, 0, 0], [0] * 4, [0] * 4, [0] * 4],
    "border": [0, 0, 0, 1000],
}
KEPT = {
    "groups": {"mayor": [3, 7]},
    "rates": {"said": 800},
    "cues": {"w=said": 1500},
    "left": SIDE,
    "right": SIDE,
    "keep": {"b": -250},
    "threshold": 350,
}


def test_a_saved_model_is_read_as_it_was(tmp_path):
    save(tmp_path / "model.json.gz", KEPT)

    found = load(tmp_path / "model.json.gz")

    assert found.vocabulary.groups == {"mayor": (3, 7)}
    assert found.vocabulary.rates == {"said": 0.8}
    assert list(found.roles) == ["w0=mayor"]
    assert on_left(found.roles["w0=mayor"]) == on_right(found.roles["w0=mayor"])
    assert on_left(found.roles["w0=mayor"]) == (0.0, 2.5, -0.5, 0.0)
    assert found.right.steps[0] == pytest.approx((1.0, exp(1), 1.0, 1.0))
    assert found.right.border[3] == pytest.approx(exp(1))
    assert (found.cues, found.keep, found.threshold) == ({"w=said": 1500}, {"b": -0.25}, 0.35)


def test_the_same_model_is_the_same_bytes(tmp_path):
    save(tmp_path / "one", KEPT)
    save(tmp_path / "two", dict(reversed(KEPT.items())))

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.fixture
def no_weights(monkeypatch, tmp_path):
    for cached in (shipped, tagger._scorer):
        cached.cache_clear()
    monkeypatch.setattr(model, "PATH", tmp_path / "missing.json.gz")
    yield
    for cached in (shipped, tagger._scorer):
        cached.cache_clear()


@pytest.mark.usefixtures("no_weights")
def test_without_weights_the_rules_stand_alone():
    text = "The bridge holds, the mayor said on Tuesday."

    read = read_article(ArticleText(text), parse([]))

    assert tag([], []) is None
    assert [text[slice(*one.content)] for one in read.attributions] == ["The bridge holds"]


def test_the_shipped_weights_are_small_and_hold_no_text():
    kept = json.loads(gzip.decompress(model.PATH.read_bytes()))

    assert model.PATH.stat().st_size <= 5_000_000
    names = [*kept["cues"], *kept["left"]["weights"], *kept["right"]["weights"], *kept["groups"]]
    assert [name for name in names if len(name.split()) > 1] == []
