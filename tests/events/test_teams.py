"""Whose event it is."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from events.models import Event
from events.teams import may_edit, members, what_changed
from tests.factories import make_event, make_user

pytestmark = pytest.mark.django_db


def test_an_event_without_a_team_is_every_editors():
    assert may_edit(make_user("editor"), make_event())


def test_a_team_keeps_its_event_to_itself_and_to_administrators():
    event, member = make_event(), make_user("editor")
    event.team.add(member)

    people: dict[str, Any] = {
        "member": member,
        "other": make_user("reviewer"),
        "administrator": make_user("administrator"),
        "superuser": make_user("", is_superuser=True),
        "visitor": AnonymousUser(),
        "deactivated": make_user("administrator", is_active=False),
    }
    assert {name: may_edit(person, event) for name, person in people.items()} == {
        "member": True,
        "other": False,
        "administrator": True,
        "superuser": True,
        "visitor": False,
        "deactivated": False,
    }


def test_a_list_of_editable_events_names_each_once():
    event, member = make_event(), make_user("editor")
    event.team.add(member, make_user("editor"))
    make_event().team.add(make_user("editor"))

    assert list(Event.objects.editable_by(member)) == [event]


def test_a_change_of_the_team_is_told_in_words():
    rosa, edwin, olga = (make_user("editor", username=name) for name in ("rosa", "edwin", "olga"))

    assert what_changed([rosa, olga], [olga, edwin]) == "Team: with edwin, without rosa."
    assert what_changed([], [rosa, edwin]) == "Team: with edwin, rosa."
    assert what_changed([rosa], [rosa]) == ""


def test_members_are_told_by_name_and_role(django_assert_num_queries):
    event = make_event()
    assert members(event) == []
    event.team.add(
        make_user("reviewer", username="rosa", first_name="Rosa", last_name="Lind"),
        make_user("editor", username="edwin", is_active=False),
    )

    with django_assert_num_queries(2):
        found = members(event)

    assert found == ["edwin, an editor, deactivated", "Rosa Lind (rosa), a reviewer"]
