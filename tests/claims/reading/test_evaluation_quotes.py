import gzip
import json

import pytest

from claims.reading.evaluation_quotes import QuoteFileError, evaluate_quotes
from claims.values import AttributionSpans

TEXT = "“The mill burns,” Ada said, “and nobody comes.” The river rose, Bo wrote."


def span(words, text=TEXT):
    start = text.index(words)
    return start, start + len(words)


ADA = {
    "content": [1, 46],
    "content_parts": [span("The mill burns,"), span("and nobody comes.")],
    "speaker": span("Ada"),
    "cue": span("said"),
}
BO = {"content": span("The river rose"), "speaker": span("Bo"), "cue": span("wrote")}


def said(*words, speaker="Ada"):
    parts = tuple(span(one) for one in words)
    whole = parts[0][0], parts[-1][1]
    return AttributionSpans(whole, span(speaker) if speaker else None, None, parts)


@pytest.fixture
def figures(tmp_path):
    def score(*found, quotes=(ADA, BO)):
        path = tmp_path / "labelled.jsonl.gz"
        row = {"id": "a", "text": TEXT, "quotes": quotes}
        path.write_bytes(gzip.compress(json.dumps(row).encode()))
        metrics = evaluate_quotes([path], lambda _text: found)
        names = ("sentence", "token", "span", "claim_and_speaker")
        return tuple(metrics[name]["f1"] for name in names)

    return score


def test_all_found_is_all_right(figures):
    both = said("The mill burns", "and nobody comes"), said("The river rose", speaker="Bo")

    assert figures(*both) == (1.0, 0.9, 1.0, 1.0)  # the labels have a comma and a stop more


def test_half_of_the_words_are_enough_and_less_is_not(figures):
    assert figures(said("and nobody comes."), quotes=[ADA])[2] == 1.0
    assert figures(said("nobody comes"), quotes=[ADA])[2] == 0.0


def test_a_span_with_another_speaker_counts_as_span_only(figures):
    assert figures(said("The river rose"), quotes=[BO])[2:] == (1.0, 0.0)


def test_no_speaker_is_right_where_none_is_labelled(figures):
    nobody = BO | {"speaker": None}

    assert figures(said("The river rose", speaker=None), quotes=[nobody])[3] == 1.0
    assert figures(said("The river rose", speaker=None), quotes=[BO])[3] == 0.0


def test_one_span_found_twice_is_right_once(figures):
    twice = said("The river rose", speaker="Bo"), said("The river rose", speaker="Bo")

    assert figures(*twice, quotes=[BO])[2:] == (0.6667, 0.6667)


def test_words_between_the_parts_count_only_as_gaps(tmp_path):
    path = tmp_path / "labelled.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "quotes": [ADA]}))
    aside = said(" Ada said, “")

    metrics = evaluate_quotes([path], lambda _text: [aside])

    assert metrics["token"] == {"f1": 0.0, "precision": 0.0, "recall": 0.0}


def test_the_engine_itself_is_scored_where_no_finder_is_given(tmp_path):
    path = tmp_path / "labelled.jsonl"
    text = "The bridge stands, the mayor said on Tuesday."
    quote = {"content": [0, 17], "speaker": [19, 28], "cue": [29, 33]}
    path.write_text(json.dumps({"id": "a", "text": text, "quotes": [quote]}))

    assert evaluate_quotes([path])["claim_and_speaker"] == {
        "f1": 1.0,
        "precision": 1.0,
        "recall": 1.0,
    }


@pytest.mark.parametrize("content", ["{}", "[1]", "no json", '{"text": "a", "quotes": [{}]}'])
def test_a_file_without_labels_is_refused_in_words(tmp_path, content):
    path = tmp_path / "labelled.jsonl"
    path.write_text(content)

    with pytest.raises(QuoteFileError, match=r"labelled\.jsonl: no lines of"):
        evaluate_quotes([path])


@pytest.mark.parametrize("name", ["missing.jsonl", "folder"])
def test_a_file_that_cannot_be_read_is_refused_in_words(tmp_path, name):
    (tmp_path / "folder").mkdir()

    with pytest.raises(QuoteFileError, match=name):
        evaluate_quotes([tmp_path / name])
