"""Accounts are given roles and deactivated, and stay."""

import threading
from contextlib import closing
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connections, transaction

from claims.choices import Role
from claims_tracker.accounts.models import ApiToken, User
from claims_tracker.accounts.people import (
    AccountError,
    administrators,
    deactivate,
    give_role,
    reactivate,
)
from claims_tracker.accounts.tokens import make_token
from tests.claims.lines import last_step
from tests.factories import make_user

LEFT = "Left the paper."


@pytest.mark.django_db
def test_nobody_is_ever_deleted_by_whatever_way():
    person = make_user("editor")

    for act in (person.delete, User.objects.all().delete):
        with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
            act()

    assert User.objects.filter(pk=person.pk).exists()


@pytest.mark.django_db
def test_a_deactivated_person_is_shut_out_of_sessions_and_api(client):
    administrator, person = make_user("administrator", password="long enough 1"), make_user()
    make_token(person, name="script")
    client.force_login(person)
    assert client.get("/admin/").status_code == 200

    person = deactivate(person, by=administrator, reason=LEFT)

    assert client.get("/admin/").status_code == 302
    assert not ApiToken.objects.exists()
    assert not person.has_perm("claims.publish_claim")
    step = last_step(person)
    assert (step.is_active, step.pgh_context.metadata["reason"]) == (False, LEFT)
    assert reactivate(person, by=administrator, reason="Back.").is_active


@pytest.mark.django_db
def test_the_last_administrator_stays():
    administrator = make_user("administrator", password="long enough 1")
    make_user("administrator")  # has no password yet, so cannot administer

    with pytest.raises(AccountError, match="last administrator"):
        deactivate(administrator, by=administrator, reason=LEFT)
    with pytest.raises(AccountError, match="last administrator"):
        give_role(administrator, Role.EDITOR, by=administrator)

    other = make_user("administrator", password="long enough 2")
    assert deactivate(administrator, by=other, reason=LEFT).is_active is False


@pytest.mark.django_db
def test_a_person_has_one_role():
    administrator, person = make_user("administrator"), make_user("reporter")

    person = give_role(person, Role.REVIEWER, by=administrator)

    assert [group.name for group in person.groups.all()] == ["reviewer"]
    assert person.role == Role.REVIEWER


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["", "reporter", "editor", "reviewer"])
def test_only_administrators_change_accounts(role):
    other = make_user("editor")
    by = make_user(role)

    with pytest.raises(PermissionDenied):
        give_role(other, Role.ADMINISTRATOR, by=by)
    with pytest.raises(PermissionDenied):
        deactivate(other, by=by, reason=LEFT)
    with pytest.raises(PermissionDenied):
        reactivate(other, by=by, reason="Back.")


@pytest.mark.django_db(transaction=True)
def test_two_administrators_cannot_leave_at_once():
    people = [make_user("administrator", password=f"long enough {n}") for n in range(2)]
    gate = threading.Barrier(2)
    refused = []

    def leave(person: Any) -> Any:
        with closing(connections["default"]):
            gate.wait(timeout=30)
            try:
                deactivate(person, by=person, reason=LEFT)
            except AccountError as error:
                refused.append(str(error))

    threads = [threading.Thread(target=leave, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert len(refused) == 1
    assert administrators().count() == 1
