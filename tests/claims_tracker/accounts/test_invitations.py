"""A new account: made with a role, entered by a link, and never a password from somebody else."""

import pytest
from django.conf import settings
from django.urls import NoReverseMatch, reverse

from claims_tracker.accounts.models import User
from tests.factories import make_user

pytestmark = pytest.mark.django_db
ADD = reverse("admin:accounts_user_add")
NEW = "the new password 2"
NORA = {"username": "nora", "first_name": "Nora", "email": "nora@example.org", "role": "editor"}


def set_password(client, link):
    """Follow the link as its owner would."""
    path = client.get(link.removeprefix(settings.SITE_URL))
    if path.status_code != 302:
        return False
    client.post(path.url, {"new_password1": NEW, "new_password2": NEW})
    return True


def test_a_new_person_chooses_the_password_by_a_link_that_works_once(client):
    chief, visitor = make_user("administrator"), type(client)()
    client.force_login(chief)

    made = client.post(ADD, NORA)

    nora = User.objects.get(username="nora")
    assert (nora.role, nora.is_staff, nora.has_usable_password()) == ("editor", True, False)
    assert made.context["link"] in made.text
    assert "no-store" in made["Cache-Control"]
    assert set_password(visitor, made.context["link"])
    assert not set_password(type(client)(), made.context["link"])
    given = {"username": "nora", "password": NEW}
    assert visitor.post(reverse("admin:login"), given).status_code == 302
    assert visitor.get(reverse("admin:index")).status_code == 200
    history = client.get(reverse("admin:accounts_user_history", args=[nora.pk])).text
    assert "New account; role: editor. Invitation." in history


def test_an_account_takes_no_password_from_the_form(client):
    client.force_login(make_user("administrator"))
    given = {"password1": NEW, "password2": NEW, "usable_password": "true", "password": NEW}

    client.post(ADD, NORA | given)

    assert not User.objects.get(username="nora").has_usable_password()
    with pytest.raises(NoReverseMatch):
        reverse("admin:auth_user_password_change", args=[1])


def test_a_link_for_somebody_who_forgot_is_made_with_a_reason(client):
    client.force_login(make_user("administrator"))
    nora = make_user("editor", password="the old password 1")
    page = reverse("admin:accounts_user_decide", args=[nora.pk, "link"])

    assert client.post(page, {"reason": ""}).status_code == 400
    shown = client.post(page, {"reason": "She has no mail yet."})

    assert set_password(type(client)(), shown.context["link"])
    nora.refresh_from_db()
    assert nora.check_password(NEW)
    history = client.get(reverse("admin:accounts_user_history", args=[nora.pk])).text
    assert "She has no mail yet." in history
    assert shown.context["link"] not in history


def test_an_account_is_deactivated_by_a_decision_and_never_deleted(client):
    client.force_login(make_user("administrator"))
    nora = make_user("editor")
    page = reverse("admin:accounts_user_decide", args=[nora.pk, "deactivate"])

    client.post(page, {"reason": "Left the paper."})

    nora.refresh_from_db()
    assert not nora.is_active
    assert client.get(reverse("admin:accounts_user_delete", args=[nora.pk])).status_code == 403
    shown = client.get(reverse("admin:accounts_user_change", args=[nora.pk])).text
    assert "Reactivate" in shown
    assert "Link to set a password" not in shown


def test_the_last_administrator_cannot_be_made_less(client):
    root = make_user("", is_superuser=True, is_staff=True)
    chief = make_user("administrator", password=NEW)
    client.force_login(root)
    page = reverse("admin:accounts_user_decide", args=[chief.pk, "role"])

    refused = client.post(page, {"role": "guest", "reason": "Tired."})

    assert refused.status_code == 400
    assert "last administrator" in refused.text
    chief = User.objects.get(pk=chief.pk)
    assert chief.role == "administrator"
