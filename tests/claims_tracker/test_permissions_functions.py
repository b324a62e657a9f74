"""Who may call which decision: every role, the visitor, the deactivated, the other team.

Doors (desk, API, commands) call these functions, so no door can let in more than they do. Each
function is tried on an object on which it would succeed, and its effect is looked for.
"""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from claims import review
from claims.permissions import NotAllowed
from claims_tracker.accounts.models import User
from tests.claims_tracker.decision_cases import CASES, MODULES, PROPOSED
from tests.factories import make_event, make_user

pytestmark = pytest.mark.django_db
ROLES = ("reporter", "editor", "reviewer", "administrator")
# A stored text belongs to many events and a threshold to none, so no one team can keep an
# administrator from them.
OF_NO_TEAM = {"takedown.take_down", "thresholds.set_threshold"}
# The first is part of others; the second is its proposer's alone (test_verification).
NOT_A_ROLES_MATTER = {"review.close_proposals", "verification.withdraw"}
OF_EVENT = {name: case for name, case in CASES.items() if name not in OF_NO_TEAM}


def refused(case: Any, made: Any, by: Any) -> Any:
    with pytest.raises(NotAllowed):
        case.act(made, by)
    return not case.happened(made)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_role_may_do_what_the_table_says(case, role):
    made = case.make(make_event())
    by = make_user(role)

    if ROLES.index(role) >= ROLES.index(case.lowest):
        case.act(made, by)
        assert case.happened(made)
    else:
        assert refused(case, made, by)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_visitor_a_person_without_role_and_a_deactivated_one_may_do_nothing(case):
    made = case.make(make_event())
    gone = make_user("administrator", is_active=False)

    for by in (AnonymousUser(), make_user(""), gone, make_user("editor", is_active=False)):
        assert refused(case, made, by)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_deactivated_superusers_may_do_nothing(case):
    made = case.make(make_event())

    assert refused(case, made, make_user("", is_active=False, is_superuser=True))


@pytest.mark.parametrize("case", OF_EVENT.values(), ids=OF_EVENT.keys())
def test_who_is_on_another_team_may_do_nothing(case):
    event = make_event()
    member, outsider = make_user("reviewer"), make_user("reviewer")
    made = case.make(event)
    event.team.add(member)
    make_event().team.add(outsider)

    assert refused(case, made, outsider)
    case.act(made, member)
    assert case.happened(made)


@pytest.mark.parametrize("case", OF_EVENT.values(), ids=OF_EVENT.keys())
def test_administrators_are_on_every_team(case):
    event = make_event()
    made = case.make(event)
    event.team.add(make_user("editor"))

    case.act(made, make_user("administrator"))

    assert case.happened(made)


def test_a_role_taken_away_counts_at_once():
    by = make_user("editor")
    assert by.has_perm("claims.publish_claim")
    by.groups.clear()

    with pytest.raises(NotAllowed):
        review.publish(PROPOSED(make_event()), by=User.objects.get(pk=by.pk))


def test_no_case_is_missing():
    """Whoever writes a new decision has to say here who may take it."""
    decisions = {
        f"{module.__name__.removeprefix('claims.')}.{name}"
        for module in MODULES
        for name, function in vars(module).items()
        if getattr(function, "__module__", "") == module.__name__
        and not name.startswith("_")
        and {"by", "reviewer"} & set(getattr(function, "__annotations__", {}))
    }

    assert decisions - NOT_A_ROLES_MATTER == {name.split(" ")[0] for name in CASES}
