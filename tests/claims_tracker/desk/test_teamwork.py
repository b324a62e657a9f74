"""Notes and assignments among editors."""

from typing import Any

import pytest
from django.utils import timezone

from claims.permissions import NotAllowed
from claims_tracker.desk.teamwork import (
    TeamworkError,
    assign,
    event_of,
    finish,
    notes_on,
    open_work,
    write_note,
)
from tests.factories import make_actor, make_claim, make_contradiction, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Any:
    return make_user("editor")


def test_notes_hang_on_one_row_in_the_order_of_writing(editor):
    claim, other = make_claim(), make_claim()
    write_note(claim, " Call the ministry. ", by=make_user("reporter"))
    write_note(claim, "Called.", by=editor)
    write_note(other, "Elsewhere.", by=editor)

    assert [note.text for note in notes_on(claim)] == ["Call the ministry.", "Called."]


def test_an_empty_note_and_a_strangers_are_refused(editor):
    claim = make_claim()
    claim.event.team.add(make_user("editor"))

    with pytest.raises(NotAllowed, match="Only the team"):
        write_note(claim, "Hello.", by=editor)
    with pytest.raises(NotAllowed, match="role does not allow"):
        write_note(make_claim(), "Hello.", by=make_user(""))
    with pytest.raises(TeamworkError, match="empty note"):
        write_note(make_claim(), "  ", by=editor)


def test_a_row_has_one_who_is_to_look_at_it(editor):
    claim, rosa = make_claim(), make_user("reporter")
    due = timezone.now()

    assign(claim, rosa, by=editor)
    again = assign(claim, rosa, by=editor, due_at=due)
    assert [(work.pk, work.due_at) for work in open_work(rosa)] == [(again.pk, due)]

    assign(claim, editor, by=editor)
    assert not open_work(rosa).exists()
    assert [work.target for work in open_work(editor)] == [claim]


def test_work_is_ticked_off_by_its_person_or_an_editor(editor):
    rosa = make_user("reporter")
    work = assign(make_claim(), rosa, by=editor)

    with pytest.raises(NotAllowed, match="tick it off"):
        finish(work, by=make_user("reporter"))
    done = finish(work, by=rosa).done_at

    assert finish(work, by=editor).done_at == done
    assert not open_work(rosa).exists()


def test_who_cannot_work_on_it_is_not_asked(editor):
    claim = make_claim()
    claim.event.team.add(editor)

    for person in (make_user("reporter"), make_user("editor", is_active=False)):
        with pytest.raises(TeamworkError, match="cannot work on this"):
            assign(claim, person, by=editor)
    with pytest.raises(NotAllowed, match="assign work"):
        assign(make_claim(), editor, by=make_user("reporter"))


def test_every_row_knows_its_event():
    pair = make_contradiction()

    assert event_of(pair.event) == event_of(pair) == event_of(pair.first) == pair.event
    assert event_of(pair.first.quotes.get()) == pair.event
    assert event_of(make_actor()) is None
