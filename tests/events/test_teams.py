"""Whose event it is."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from events.models import Event
from events.teams import may_edit
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
