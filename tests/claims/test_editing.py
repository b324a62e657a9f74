"""Editing a claim: nobody is overwritten unseen, and every edit is kept with who and why."""

import threading
from contextlib import closing
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connections

from claims.choices import Lifecycle, Review, Stance
from claims.editing import EDITABLE, StaleRow, answers_changed, edit_question, save_edits
from claims.models import Change, Claim
from claims.permissions import NotAllowed
from claims.review import ReviewError, publish
from claims.signals import claim_edited
from tests.claims.lines import last_line, last_step
from tests.factories import make_actor, make_claim, make_event, make_question, make_user

PROPOSED: dict[str, Any] = {"review": Review.PROPOSED}


def edit(claim: Any, by: Any, **fields: Any) -> Any:
    return save_edits(claim, fields, by=by, expected_version=claim.row_version)


@pytest.mark.django_db
def test_an_edit_is_saved_noted_and_kept_with_who_and_why():
    editor = make_user("editor")
    claim = make_claim(statement="70 were killed", **PROPOSED)

    saved = save_edits(
        claim,
        {"statement": "70 attackers were killed", "place": "", "stance": Stance.ASSERTS},
        by=editor,
        expected_version=1,
        reason="Who was killed.",
    )

    assert saved.statement == "70 attackers were killed"
    assert saved.edited_fields == ["statement"]
    assert saved.row_version == 2
    step = last_step(claim)
    assert step.pgh_context.metadata == {"user": editor.pk, "reason": "Who was killed."}
    assert not Change.objects.exists()


@pytest.mark.django_db
def test_an_edit_of_an_old_version_is_refused_with_both():
    first, second = make_user("editor"), make_user("editor")
    claim = make_claim(statement="70 were killed", **PROPOSED)
    edit(claim, first, statement="70 attackers were killed", place="Belgorod")

    with pytest.raises(StaleRow, match="while you were editing") as stale:
        edit(claim, second, statement="More than 70 were killed", place="Belgorod")

    assert stale.value.current.statement == "70 attackers were killed"
    assert stale.value.differing == {
        "statement": ("70 attackers were killed", "More than 70 were killed")
    }
    claim.refresh_from_db()
    assert claim.statement == "70 attackers were killed"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["review", "status", "lifecycle", "published_by", "merged_into", "event", "row_version"]
)
def test_what_changes_by_a_decision_cannot_be_edited(name):
    assert name not in EDITABLE

    with pytest.raises(ReviewError, match=f"{name} cannot be edited"):
        edit(make_claim(**PROPOSED), make_user("editor"), **{name: "x"})


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"stance": "shouts"},
        {"made_at": "yesterday"},
        {"count_low": 9, "count_high": 3},
        {"statement": ""},
    ],
)
def test_wrong_values_are_refused_by_name(fields):
    claim = make_claim(**PROPOSED)

    with pytest.raises(ValidationError):
        edit(claim, make_user("editor"), **fields)

    claim.refresh_from_db()
    assert claim.row_version == 1


@pytest.mark.django_db
def test_a_correction_of_a_published_claim_is_told_with_its_reason():
    editor = make_user("editor")
    claim = publish(make_claim(**PROPOSED), by=editor)

    save_edits(
        claim,
        {"place": "Grayvoron"},
        by=editor,
        expected_version=claim.row_version,
        reason="The town was misread.",
    )
    claim.refresh_from_db()
    edit(claim, editor, key_development=True)

    lines = Change.objects.filter(object_id=claim.public_id).values_list("kind", "summary")
    assert list(lines) == [
        ("published", ""),
        ("corrected", "The town was misread."),
        ("changed", "Changed: key development."),
    ]


@pytest.mark.django_db
def test_a_reporter_edits_proposed_claims_only():
    reporter = make_user("reporter")
    claim = make_claim(**PROPOSED)
    edit(claim, reporter, place="Belgorod")

    with pytest.raises(NotAllowed, match="publish claims"):
        edit(make_claim(), reporter, place="Belgorod")


@pytest.mark.django_db
def test_actors_of_the_answer_are_edited_like_a_field():
    editor = make_user("editor")
    one, two = make_actor(), make_actor()
    claim = make_claim(**PROPOSED)

    claim = edit(claim, editor, answer_actors=[one, two])
    claim.refresh_from_db()
    same = edit(claim, editor, answer_actors=[two, one])

    assert set(claim.answer_actors.all()) == {one, two}
    assert same.row_version == claim.row_version
    assert claim.edited_fields == ["answer_actors"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["question", "revises"])
def test_nothing_of_another_event_is_tied_to_a_claim(name):
    make: Any = {"question": make_question, "revises": make_claim}[name]
    other = make()

    with pytest.raises(ReviewError, match="belong to the claim's event"):
        edit(make_claim(**PROPOSED), make_user("editor"), **{name: other})


@pytest.mark.django_db
def test_what_a_published_claim_revises_is_marked_and_unmarked():
    editor = make_user("editor")
    event = make_event()
    earlier, later = make_claim(event=event), make_claim(event=event)

    edit(later, editor, revises=earlier)
    earlier.refresh_from_db()
    assert earlier.lifecycle == Lifecycle.REVISED

    later.refresh_from_db()
    edit(later, editor, revises=None)
    earlier.refresh_from_db()
    assert earlier.lifecycle == Lifecycle.CURRENT


@pytest.mark.django_db
def test_an_edited_claim_is_announced_after_commit(django_capture_on_commit_callbacks):
    heard = []

    def listen(sender: Any, claim_id: Any, **_: Any) -> Any:
        heard.append(claim_id)

    claim_edited.connect(listen)
    claim = make_claim(**PROPOSED)
    with django_capture_on_commit_callbacks(execute=True):
        edit(claim, make_user("editor"), place="Belgorod")
    claim_edited.disconnect(listen)

    assert heard == [claim.pk]


@pytest.mark.django_db
def test_actors_stored_row_by_row_are_noted_and_told():
    editor = make_user("editor")
    claim = publish(make_claim(**PROPOSED), by=editor)
    claim.answered.create(actor=make_actor("The Legion"))

    claim = answers_changed(claim, by=editor)

    assert claim.edited_fields == ["answer_actors"]
    line = last_line(claim)
    assert line.kind == "corrected"
    assert [actor["name"] for actor in line.after["answer"]["actors"]] == ["The Legion"]


@pytest.mark.django_db
def test_an_edited_question_is_left_alone_by_the_machine_and_told_where_it_is_public():
    editor = make_user("editor")
    question = make_question()
    claim = publish(make_claim(event=question.event, question=question, **PROPOSED), by=editor)

    question.text = "Who crossed the border?"
    edit_question(question, by=editor, reason="Clearer.")

    question.refresh_from_db()
    assert (question.text, question.edited) == ("Who crossed the border?", True)
    assert (last_line(question).kind, last_line(question).summary) == ("changed", "Clearer.")
    assert last_line(claim).after["question"]["text"] == "Who crossed the border?"
    with pytest.raises(NotAllowed):
        edit_question(question, by=make_user("reporter"))


@pytest.mark.django_db(transaction=True)
def test_of_two_editors_saving_at_once_one_sees_the_other():
    claim = make_claim(**PROPOSED)
    editors = [make_user("editor") for _ in range(2)]
    gate = threading.Barrier(2)
    results = []

    def run(who: Any) -> Any:
        with closing(connections["default"]):
            gate.wait(timeout=30)
            try:
                results.append(edit(claim, who, statement=f"Statement of {who}"))
            except StaleRow as stale:
                results.append(stale)

    threads = [threading.Thread(target=run, args=(who,)) for who in editors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    saved = Claim.objects.get()
    assert sorted(type(one).__name__ for one in results) == ["Claim", "StaleRow"]
    assert [one.current.statement for one in results if isinstance(one, StaleRow)] == [
        saved.statement
    ]
