"""The keys of the desk can be switched off, by each person for themselves."""

import pytest
from django.urls import reverse

from claims_tracker.accounts.models import User
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_a_person_switches_their_own_keys_off_with_and_without_scripts(client):
    person, other = make_user("reporter"), make_user("editor")
    client.force_login(person)
    address = reverse("admin:desk_keys")

    assert 'data-on="on"' in client.get(address).text
    assert client.post(address, {"keys": "off"}, headers={"accept": "*/*"}).status_code == 204
    shown = client.get(address)
    assert 'data-on="off"' in shown.text and 'value="on" checked' not in shown.text
    again = client.post(address, {"keys": "on"}, headers={"accept": "text/html"}, follow=True)

    assert "Single keys are on." in again.text
    assert list(User.objects.order_by("pk").values_list("keyboard_shortcuts", flat=True)) == [
        True, True,
    ]  # fmt: skip
    client.force_login(other)
    client.post(address, {"keys": "off"})
    person.refresh_from_db()
    assert person.keyboard_shortcuts


def test_keys_are_a_matter_of_the_desk_alone(client):
    answer = client.post(reverse("admin:desk_keys"), {"keys": "off"})

    assert answer.status_code == 302 and "/login/" in answer["Location"]
