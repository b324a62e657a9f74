"""The table of roles, and that the database holds what it says."""

from itertools import pairwise
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission

from claims.choices import Role
from claims_tracker.accounts.roles import TABLE, make_roles, permissions_of
from tests.factories import make_user

ROLES = list(TABLE)


def held(role: Any) -> Any:
    rows = Group.objects.get(name=role).permissions.select_related("content_type")
    return {f"{row.content_type.app_label}.{row.codename}" for row in rows}


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_migrating_gives_each_role_exactly_what_the_table_says(role):
    assert held(role) == permissions_of(role)


@pytest.mark.django_db
def test_making_the_roles_again_mends_them_and_nothing_else():
    editors = Group.objects.get(name=Role.EDITOR)
    other = Group.objects.create(name="guests")
    editors.permissions.clear()

    make_roles()
    make_roles()

    assert held(Role.EDITOR) == permissions_of(Role.EDITOR)
    assert list(other.permissions.all()) == []
    assert Group.objects.count() == len(ROLES) + 1


def test_each_role_holds_what_the_one_below_holds():
    held_by = [permissions_of(role) for role in ROLES]

    assert all(below < above for below, above in pairwise(held_by))


@pytest.mark.parametrize(
    ("permission", "lowest"),
    [
        ("claims.add_claim", Role.REPORTER),
        ("claims.publish_claim", Role.EDITOR),
        ("claims.decide_contradiction", Role.EDITOR),
        ("claims.add_verdictproposal", Role.EDITOR),
        ("claims.approve_verdictproposal", Role.REVIEWER),
        ("accounts.change_user", Role.ADMINISTRATOR),
        ("sources.takedown_articleversion", Role.ADMINISTRATOR),
    ],
)
def test_where_a_permission_begins(permission, lowest):
    assert [role for role in ROLES if permission in permissions_of(role)] == ROLES[
        ROLES.index(lowest) :
    ]


@pytest.mark.parametrize("role", ROLES)
def test_nobody_may_delete_or_forge_what_the_ledger_keeps(role):
    kept = ("event", "actor", "outlet", "article", "articleversion", "claim", "quote",
            "question", "contradiction", "evidence", "verdictproposal", "verdict", "change",
            "user")  # fmt: skip
    forbidden = {f"delete_{name}" for name in kept}
    forbidden |= {f"{verb}_{name}" for name in ("verdict", "change", "articleversion")
                  for verb in ("add", "change")}  # fmt: skip

    assert {name.split(".")[1] for name in permissions_of(role)} & forbidden == set()


@pytest.mark.django_db
def test_a_permission_to_delete_people_does_not_even_exist():
    assert not Permission.objects.filter(codename="delete_user").exists()


@pytest.mark.django_db
def test_administrators_need_not_be_superusers():
    administrator = make_user("administrator")

    assert administrator.is_superuser is False
    assert administrator.has_perm("accounts.change_user")
    assert administrator.role == Role.ADMINISTRATOR
