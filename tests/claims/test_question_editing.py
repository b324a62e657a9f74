"""Editors rearrange questions, and what is read later lands where they put it."""

from dataclasses import replace
from typing import Any

import pytest

from claims import questions
from claims.choices import Review
from claims.editing import edit_question, save_edits
from claims.models import Claim, Question
from claims.question_editing import (
    QuestionError,
    merge_questions,
    move_claim,
    split_question,
    unmerge_question,
)
from claims.review import ReviewError, publish
from claims.signals import claim_edited
from claims.storing import store
from claims.values import Count
from tests.claims.lines import last_line, last_step
from tests.claims.readers import KILLED, MINISTRY, claim, killed, name, slot
from tests.factories import make_claim, make_event, make_question, make_user, make_version

pytestmark = pytest.mark.django_db
RAIN = "it rained all day over the whole district"
TEXT = f"The ministry said 70 raiders were killed. The mayor said four raiders died, and {RAIN}."
OTHER = f"Later the governor said nine raiders were killed in all. The ministry said {RAIN}."
WHY = "It is one question."
MAYOR, GOVERNOR = name("~Mayor"), name("~Governor")
DEAD = slot("dead-raiders", KILLED.topic)


@pytest.fixture
def editor() -> Any:
    return make_user("editor")


@pytest.fixture
def event() -> Any:
    return make_event()


def first_read() -> Any:
    """Two figures for what is one question, which the reader asks in two ways."""
    return [
        killed(TEXT, "70 raiders were killed", Count(70, 70)),
        replace(killed(TEXT, "four raiders died", Count(4, 4), MAYOR), question=DEAD),
    ]


def read_text(event: Any, version: Any = None) -> Any:
    version = version or make_version(TEXT, event=event)
    store(event, version, first_read(), reader="reader 1")
    return version


def later(event: Any, slot_found: Any = DEAD) -> Claim:
    """A third voice's figure from another article, found under this question."""
    found = killed(OTHER, "nine raiders were killed", Count(9, 9), GOVERNOR)
    version = make_version(OTHER, event=event)
    store(event, version, [replace(found, question=slot_found)], reader="reader 1")
    return Claim.objects.get(claimant_text=GOVERNOR.text)


def keyed(event: Any) -> tuple[Question, Question]:
    """The two questions that were read."""
    return tuple(Question.objects.get(event=event, key=k.key) for k in (KILLED, DEAD))  # type: ignore[return-value]


def answers(event: Any) -> dict[str, str]:
    """Each claim's statement with its question's words."""
    rows = Claim.objects.filter(event=event).select_related("question")
    return {row.statement: row.question.text if row.question else "" for row in rows}


def test_a_renamed_question_keeps_its_words_whatever_is_read(editor, event):
    version = read_text(event)
    question, _ = keyed(event)
    question.text = "How many of the raiders died?"
    edit_question(question, by=editor, reason="Plainer.")

    read_text(event, version)
    found = later(event, KILLED)

    assert found.question == question
    assert found.question.text == "How many of the raiders died?"
    assert Question.objects.filter(event=event).count() == 2


def test_merged_questions_are_one_for_what_is_read_again_and_for_what_is_new(editor, event):
    version = read_text(event)
    into, question = keyed(event)

    assert merge_questions(question, into, by=editor, reason=WHY) == into
    before = answers(event)
    read_text(event, version)
    found = later(event)

    assert set(before.values()) == {into.text}
    assert answers(event) == before | {found.statement: into.text}
    assert Question.objects.filter(event=event).count() == 2
    question.refresh_from_db()
    assert (question.merged_into, question.key) == (into, DEAD.key)
    assert last_step(question).pgh_context.metadata == {"user": editor.pk, "reason": WHY}
    assert last_step(Claim.objects.get(statement="four raiders died")).question_id == into.pk


def test_a_chain_of_merges_leads_to_its_end(editor, event):
    read_text(event)
    first, second = keyed(event)
    third = make_question(event=event)
    merge_questions(second, first, by=editor, reason=WHY)

    merge_questions(first, third, by=editor, reason=WHY)

    assert later(event).question == third
    assert set(answers(event).values()) == {third.text}


def test_a_merge_taken_back_returns_what_it_moved_and_nothing_else(editor, event):
    read_text(event)
    into, question = keyed(event)
    placed = make_claim(event=event, question=question, review="proposed", statement="placed")
    stays = make_claim(event=event, question=question, review="proposed", statement="stays")
    third = make_question(event=event)
    merge_questions(question, into, by=editor, reason=WHY)
    move_claim(stays, third, by=editor)
    since = later(event)

    unmerge_question(question, by=editor, reason="Two after all.")

    question.refresh_from_db()
    assert question.merged_into is None
    assert set(question.claims.values_list("statement", flat=True)) == {
        "four raiders died", placed.statement,
    }  # fmt: skip
    assert set(into.claims.values_list("statement", flat=True)) == {
        "70 raiders were killed", since.statement,
    }  # fmt: skip
    stays.refresh_from_db()
    assert stays.question == third


def test_merging_again_after_taking_it_back_returns_only_what_the_last_merge_moved(editor, event):
    read_text(event)
    into, question = keyed(event)
    merge_questions(question, into, by=editor, reason=WHY)
    unmerge_question(question, by=editor, reason=WHY)
    moved = Claim.objects.get(statement="four raiders died")
    move_claim(moved, into, by=editor)
    merge_questions(question, into, by=editor, reason=WHY)

    unmerge_question(question, by=editor, reason=WHY)

    moved.refresh_from_db()
    assert moved.question == into


@pytest.mark.parametrize(("takes_key", "lands"), [(False, "old"), (True, "new")])
def test_a_split_holds_and_says_where_later_claims_go(editor, event, takes_key, lands):
    version = read_text(event)
    into, question = keyed(event)
    merge_questions(question, into, by=editor, reason=WHY)
    chosen = Claim.objects.filter(statement="70 raiders were killed")

    new = split_question(
        into, chosen, "How many died at the bridge?", by=editor, reason="Two places.",
        takes_key=takes_key,
    )  # fmt: skip
    before = answers(event)
    read_text(event, version)
    found = later(event, KILLED)

    assert before["70 raiders were killed"] == "How many died at the bridge?"
    assert before["four raiders died"] == into.text
    assert {key: answers(event)[key] for key in before} == before
    assert found.question == (new if lands == "new" else into)
    assert new.dispute_key == into.dispute_key
    assert questions.find_or_make(event, DEAD) == into


def test_a_question_can_be_split_twice_and_its_part_again(editor, event):
    read_text(event)
    question, _ = keyed(event)
    rows = [make_claim(event=event, question=question, review="proposed") for _ in range(3)]

    first = split_question(question, rows[:2], "First?", by=editor, reason=WHY, takes_key=True)
    second = split_question(question, rows[2:], "Second?", by=editor, reason=WHY)
    third = split_question(first, rows[1:2], "Third?", by=editor, reason=WHY)

    keys = set(Question.objects.filter(event=event).values_list("key", flat=True))
    assert len(keys) == 5
    assert [row.claims.count() for row in (question, first, second, third)] == [1, 1, 1, 1]


def test_a_moved_claim_stays_and_its_words_elsewhere_find_it(editor, event):
    version = make_version(TEXT, event=event)
    store(event, version, [claim(TEXT, RAIN, MINISTRY)], reader="reader 1")
    moved = Claim.objects.get(statement=RAIN)
    weather = make_question(event=event, text="How was the weather?")

    move_claim(moved, weather, by=editor)
    for text in (TEXT, OTHER):
        again = replace(claim(text, RAIN, MINISTRY), statement=RAIN.replace("all", "all the"))
        store(event, make_version(text, event=event), [again], reader="reader 2")

    assert answers(event) == {RAIN: "How was the weather?"}
    moved.refresh_from_db()
    assert moved.edited_fields == ["question"]
    assert moved.quotes.count() == 3


def test_readers_are_told_of_questions_and_claims(editor, event):
    into, question = make_question(event=event), make_question(event=event)
    kept, moved = (
        make_claim(event=event, question=each, review=Review.PROPOSED) for each in (into, question)
    )
    for row in (kept, moved):
        publish(row, by=editor)

    merge_questions(question, into, by=editor, reason=WHY)

    gone = last_line(question)
    assert (gone.kind, gone.after) == ("merged", None)
    assert gone.summary == f"Merged into “{into.text}”: {WHY}"
    assert last_line(moved).after["question"]["id"] == into.public_id
    new = split_question(into, [moved], "What of the bridge?", by=editor, reason=WHY)
    assert last_line(new).after["text"] == "What of the bridge?"
    assert last_line(moved).after["question"]["id"] == new.public_id


def test_moved_claims_are_compared_anew(editor, event, django_capture_on_commit_callbacks):
    into, question = make_question(event=event), make_question(event=event)
    waiting = make_claim(event=event, question=question, review="proposed")
    make_claim(event=event, question=question, review="rejected")
    make_claim(event=event, question=into, review="proposed")
    heard = []

    def hear(claim_id: int, **_: Any) -> None:
        heard.append(claim_id)

    claim_edited.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        merge_questions(question, into, by=editor, reason=WHY)
    claim_edited.disconnect(hear)

    assert heard == [waiting.pk]


REFUSED = {
    "into itself": lambda row: (merge_questions, row["question"], row["question"]),
    "different events": lambda row: (merge_questions, row["question"], make_question()),
    "choose that one": lambda row: (merge_questions, row["question"], row["gone"]),
    "was merged into": lambda row: (merge_questions, row["gone"], row["question"]),
    "Choose the claims": lambda row: (split_question, row["question"], [], "New?"),
    "words of its own": lambda row: (split_question, row["question"], [row["claim"]], " "),
    "before": lambda row: (split_question, row["gone"], [row["claim"]], "New?"),
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_done_is_refused_in_words(editor, event, words):
    question, into = make_question(event=event), make_question(event=event)
    act, *given = REFUSED[words]({
        "question": question,
        "gone": make_question(event=event, merged_into=into),
        "claim": make_claim(event=event, question=question, review="proposed"),
    })  # fmt: skip

    with pytest.raises(QuestionError, match=words):
        act(*given, by=editor, reason=WHY)


def test_a_merge_needs_a_reason_and_is_harmless_twice(editor, event):
    question, into = make_question(event=event), make_question(event=event)
    with pytest.raises(QuestionError, match="Say why"):
        merge_questions(question, into, by=editor, reason=" ")

    merge_questions(question, into, by=editor, reason=WHY)
    version = Question.objects.get(pk=question.pk).row_version
    merge_questions(question, into, by=editor, reason=WHY)

    assert Question.objects.get(pk=question.pk).row_version == version


def test_no_claim_is_moved_to_a_question_that_is_none_any_more(editor, event):
    into = make_question(event=event)
    gone = make_question(event=event, merged_into=into)
    row = make_claim(event=event, review="proposed")

    for question, words in ((gone, "choose that one"), (make_question(), "claim's event")):
        with pytest.raises(ReviewError, match=words):
            save_edits(row, {"question": question}, by=editor, expected_version=row.row_version)
