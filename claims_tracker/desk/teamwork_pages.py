"""The doors to notes and assignments: on a row's page, and for many rows at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.admin.exceptions import NotRegistered
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods

from claims_tracker.accounts.models import User
from claims_tracker.desk import teamwork
from claims_tracker.desk.teamwork import NOTE_LENGTH, OPENED, TeamworkError
from events.administration import LedgerAdmin
from events.administration.decisions import Decision, DecisionForm, Given, Undo
from sources.charsets import clean_text

UNSAFE = "POST"
NOT_YOURS = "Only the team of its event may do this."
COLLEAGUES = 300  # offered; a newsroom has fewer


class AssignForm(DecisionForm):
    """Who is to look at it, and until when."""

    assignee = forms.ModelChoiceField(User.objects.none(), label="Colleague")
    due_at = forms.DateTimeField(
        required=False, label="Until",
        help_text="In UTC, such as 2023-05-22 14:50; empty for no time.",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )  # fmt: skip

    def __init__(self, *args: Any, rows: Sequence[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        people = User.objects.filter(is_active=True, is_staff=True).order_by("username", "pk")
        field = cast("forms.ModelChoiceField[User]", self.fields["assignee"])
        field.queryset = people
        field.choices = [
            ("", field.empty_label),
            *((one.pk, str(one)) for one in people[:COLLEAGUES]),
        ]

    def clean(self) -> dict[str, Any]:
        """Nothing of the row is changed, so it may have moved on meanwhile."""
        return self.cleaned_data


def _assign_one(row: Any, person: Any, given: Given) -> None:
    teamwork.assign(row, given["assignee"], by=person, due_at=given["due_at"])


def _before(row: Any) -> list[Any]:
    """Who was to look at the row before, and until when."""
    work = teamwork.assigned(row)
    due = work.due_at.isoformat() if work and work.due_at else None
    return [work.assignee_id if work else None, due]


def _assign_back(row: Any, person: Any, given: Given) -> None:
    assignee, due = given["was"]
    before = User.objects.filter(pk=assignee).first()
    if before is not None:
        due_at = datetime.fromisoformat(due) if due else None
        teamwork.assign(row, before, by=person, due_at=due_at)
    elif (work := teamwork.assigned(row)) is not None:
        teamwork.finish(work, by=person)


def on_no_page(_row: Any) -> bool:
    """On a row's own page one assigns beside the notes."""
    return False


ASSIGN = Decision(
    name="assign", label="Assign…", permission="desk.add_assignment", do=_assign_one,
    done="It is assigned.", form=AssignForm, many=AssignForm, bulk="assigned", fits=on_no_page,
    undo=Undo(_assign_back, _before),
)  # fmt: skip


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, app: str, name: str, pk: int, what: str) -> HttpResponse:
    """Leave a note on a row, assign it or tick it off; then its page again."""
    row_admin, row = _row(request, app, name, pk)
    person = cast("User", request.user)
    if request.method != UNSAFE and what != "assign":
        return redirect(_back(row_admin, row))
    try:
        if what == "assign":
            return _assign(request, row_admin, row, person)
        if what == "note":
            _note(request, row_admin, row, person)
        else:
            _finish(request, row_admin, row, person)
    except TeamworkError as error:
        messages.error(request, str(error))
    return redirect(_back(row_admin, row))


def _back(row_admin: LedgerAdmin, row: Any) -> str:
    """The row's page, with what colleagues say on it in sight."""
    return f"{row_admin.address(row)}?{OPENED}=on#teamwork-title"


def _note(request: HttpRequest, row_admin: LedgerAdmin, row: Any, person: User) -> None:
    if not row_admin.may_decide(request, row):
        raise PermissionDenied(NOT_YOURS)
    text = clean_text(request.POST.get("text", ""))[:NOTE_LENGTH]
    teamwork.write_note(row, text, by=person)
    messages.success(request, "Your note is there.")


def _finish(request: HttpRequest, row_admin: LedgerAdmin, row: Any, person: User) -> None:
    """Tick it off: the assignee, and on the team of its event whoever may assign."""
    work = teamwork.assigned(row)
    if work is not None:
        if work.assignee_id != person.pk and not row_admin.may_decide(request, row):
            raise PermissionDenied(NOT_YOURS)
        teamwork.finish(work, by=person)
    messages.success(request, "It is ticked off.")


def _assign(request: HttpRequest, row_admin: LedgerAdmin, row: Any, person: User) -> HttpResponse:
    if not person.has_perm("desk.add_assignment") or not row_admin.may_decide(request, row):
        raise PermissionDenied("You may not assign this.")
    form = AssignForm(request.POST if request.method == UNSAFE else None, row=row, person=person)
    if form.is_bound and form.is_valid():
        try:
            given = form.cleaned_data
            teamwork.assign(row, given["assignee"], by=person, due_at=given["due_at"])
        except TeamworkError as error:
            form.add_error("assignee", str(error))
        else:
            messages.success(request, f"Assigned to {given['assignee']}.")
            return redirect(_back(row_admin, row))
    context = admin.site.each_context(request) | {
        "title": "Assign", "opts": row_admin.opts, "original": row, "form": form,
        "change_url": row_admin.address(row),
    }  # fmt: skip
    status = 400 if form.is_bound else 200
    return TemplateResponse(request, "admin/ledger/decide.html", context, status=status)


def _row(request: HttpRequest, app: str, name: str, pk: int) -> tuple[LedgerAdmin, Any]:
    """The row, for who may see it."""
    try:
        row_admin = admin.site.get_model_admin(apps.get_model(app, name))
    except (LookupError, NotRegistered):
        raise Http404 from None
    if not isinstance(row_admin, LedgerAdmin):
        raise Http404
    return row_admin, row_admin.visible(request, str(pk))
