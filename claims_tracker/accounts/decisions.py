"""What administrators decide about an account, each with its reason in the history."""

from typing import Any

from django import forms

from claims.choices import Role
from claims_tracker.accounts import people, second_factor
from events.administration import Decision
from events.administration.decisions import DecisionForm, ReasonForm

GIVEN = tuple(
    (role.value, f"{role.value.capitalize()}: {words}")
    for role, words in (
        (Role.GUEST, "sees the desk, changes nothing"),
        (Role.REPORTER, "logs claims and asks for articles"),
        (Role.EDITOR, "triages, edits, publishes, proposes verdicts"),
        (Role.REVIEWER, "approves verdicts that others propose"),
        (Role.ADMINISTRATOR, "looks after accounts, teams and takedowns"),
    )
)


class RoleForm(ReasonForm):
    """The role to give. Each holds what those before it hold."""

    role = forms.ChoiceField(choices=GIVEN, widget=forms.RadioSelect)
    field_order = ("role", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.row is not None:
            self.fields["role"].initial = self.row.role.value


class LinkForm(ReasonForm):
    """Why a link is made."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.row is not None and not self.row.has_usable_password():
            self.fields["reason"].initial = "Invitation."


def above(by: Any, person: Any) -> bool:
    """Whether one may decide about the account: not one's own, a superuser's as superuser only."""
    return by.pk != person.pk and (by.is_superuser or not person.is_superuser)


def _give_role(row: Any, by: Any, given: dict[str, Any]) -> object:
    return people.give_role(row, Role(given["role"]), by=by, reason=given["reason"])


def _one(name: str, label: str, done: str, do: Any, **more: Any) -> Decision:
    form: type[DecisionForm] = more.pop("form", ReasonForm)
    return Decision(
        name=name, label=label, permission="accounts.change_user", do=do, done=done, form=form,
        admits=above, **more,
    )  # fmt: skip


DECISIONS = (
    _one(
        "link",
        "Link to set a password…",
        "The link is made.",
        lambda row, by, given: people.invite(row, by=by, reason=given["reason"]),
        form=LinkForm,
        fits=lambda row: row.is_active,
        explain="Makes a link by which the person chooses a password: it works once, within three "
        "days. Nobody sets a password for somebody else. The history tells that you made it.",
    ),
    _one(
        "role",
        "Change the role…",
        "The role is given.",
        _give_role,
        form=RoleForm,
        explain="Each role may do what the roles before it may.",
    ),
    _one(
        "end-sessions",
        "End the sessions…",
        "Logged out everywhere.",
        lambda row, by, given: people.end_sessions(row, by=by, reason=given["reason"]),
        explain="Logs the person out on every device. They can log in again.",
    ),
    _one(
        "reset-factor",
        "Take off the second factor…",
        "The second factor is off.",
        lambda row, by, given: second_factor.reset(row, by=by, reason=given["reason"]),
        fits=lambda row: row.second_factor_at is not None,
        explain="For somebody who lost phone and recovery codes. Make sure that it is they who "
        "ask: afterwards the password alone lets in, until they set it up again.",
    ),
    _one(
        "deactivate",
        "Deactivate…",
        "The account is deactivated.",
        lambda row, by, given: people.deactivate(row, by=by, reason=given["reason"]),
        fits=lambda row: row.is_active,
        explain="Shuts the person out at once, running sessions and API tokens too. What they "
        "decided stays signed; accounts are never deleted.",
    ),
    _one(
        "reactivate",
        "Reactivate…",
        "The account is active again.",
        lambda row, by, given: people.reactivate(row, by=by, reason=given["reason"]),
        fits=lambda row: not row.is_active,
        explain="Lets the person in again. API tokens have to be made anew.",
    ),
)
