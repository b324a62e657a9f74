import json

import pytest

from claims.choices import Rung, Stance, Topic
from claims.comparing.gold_claims import statements_of
from claims.comparing.gold_typing import keys_of, sources_of
from claims.reading.inputs import load
from events.directory import starter

TEXT = (
    "Insurgents crossed into Russia near Kursk on Monday, and the dam above Sudino was destroyed. "
    "Ukraine denied any involvement in the attack on Kursk. "
    "Russia's defence ministry said that the attackers had been driven out. "
    "Ukraine accused Russia of blowing up the dam. "
    "The mayor mourned the victims of this wicked treason. "
    "According to a blogger, two in hospital, nine in the morgue: nobody else."
)


def gold(id_, words, claimant, **given):
    start = TEXT.index(words)
    place = {"article": "A1", "start": start, "end": start + len(words)}
    row = {"id": id_, "claimant": claimant, "stance": "asserts", "question": "", "count": None}
    return row | {"appearances": [place]} | given


def read(tmp_path, *rows):
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps({"id": "A1", "published": None, "title": "", "text": TEXT}) + "\n")
    return statements_of(list(rows), sources_of(load(path), starter()))


def test_a_denial_of_the_opposite_asserts_what_its_words_say(tmp_path):
    words = "the attackers had been driven out"
    row = gold("G1", words, "Russia", stance="denies", type="outcome", asserted_on="2024-03-04")

    (made,) = read(tmp_path, row)

    assert (made.topic, made.answer.value, made.stance) == (
        Topic.OUTCOME, "withdrawn", Stance.ASSERTS,
    )  # fmt: skip
    assert made.said.start.isoformat().startswith("2024-03-04")


def test_words_that_name_no_question_are_typed_by_the_summary(tmp_path):
    summary = "nine people were killed"
    row = gold("G1", "nine in the morgue", "the blogger Ida Norn", summary=summary)

    (made,) = read(tmp_path, row | {"count": {"low": 9, "high": 9, "unit": "people"}})

    assert (made.topic, made.answer.count.low) == (Topic.CASUALTIES, 9)


def test_an_attribution_that_only_alludes_takes_the_question_of_its_peers(tmp_path):
    asked = {"question": "who destroyed the dam", "type": "attribution"}
    plain = gold("G1", "accused Russia of blowing up the dam", "Ukraine", **asked)
    alluding = gold("G2", "this wicked treason", "the mayor", **asked, summary="meaning Ukraine")

    known, guessed = read(tmp_path, plain, alluding)

    assert guessed.question == known.question == "responsibility:dam"
    assert (guessed.answer.actors, guessed.answer.rung) == (("ukraine",), Rung.CARRIED_OUT)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Russia", ("russia",)),
        ("Russia and Ukraine", ("russia", "ukraine")),
        ("Romeo and Juliet", ("~Romeo and Juliet",)),
    ],
)
def test_two_known_names_joined_are_two_actors(name, keys):
    assert keys_of(name, starter()) == keys


def test_who_did_it_answered_without_a_name_meets_nothing(tmp_path):
    row = gold("G1", "this wicked treason", "the mayor", question="who spoiled the harvest")

    (made,) = read(tmp_path, row)

    assert (made.question, made.dispute) == ("who spoiled the harvest", "")
