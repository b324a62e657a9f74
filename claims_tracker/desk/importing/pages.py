"""The pages of an import: a file, its columns, the dry run. The page carries the table itself.

The table travels in the form, signed for the person, so that the server keeps nothing until the
rows are stored, and two imports in two tabs do not meet.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from claims.models import Claim
from claims.permissions import DecisionError
from claims_tracker.accounts.models import User
from claims_tracker.desk.importing.columns import BY_NAME, FIELDS, guess
from claims_tracker.desk.importing.plan import NEW, THERE, TWICE, WRONG, Asked, Plan, make_plan
from claims_tracker.desk.importing.saving import save
from claims_tracker.desk.importing.tables import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    Row,
    Table,
    TableError,
    read_table,
)
from events.choices import ActorKind
from events.models import Event

UNSAFE = "POST"
OPEN_FOR = 24 * 60 * 60  # seconds in which a table can be imported once it was chosen
EXAMPLES = 3
OFFERED_EVENTS = 100
NAME_LENGTH = 80
EXPIRED = "This page was open for too long. Choose the file again."


class FileForm(forms.Form):
    """The file, and the event of rows that name none."""

    file = forms.FileField(
        label="File",
        help_text=f"CSV, TSV or XLSX (its first sheet), with the names of the columns in the first "
        f"row; at most {MAX_ROWS} rows and {MAX_BYTES // 1024 // 1024} MiB.",
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
    )
    event = forms.CharField(
        label="Event of rows that name none",
        required=False,
        max_length=300,
        help_text="Its title, address name or id. Leave it empty if the file has a column for it.",
        widget=forms.TextInput(attrs={"class": "vTextField", "list": "event-names"}),
    )


@dataclass(frozen=True, slots=True)
class Upload:
    """A table on its way through the pages: its file's name and the hash of its bytes."""

    name: str
    sha256: str
    table: Table

    @property
    def source(self) -> str:
        """How the history names it."""
        return f"“{self.name}” (sha256 {self.sha256[:12]})"

    def signed(self, person: User) -> str:
        """The table as text that only this server can have made, for this person."""
        rows = [[row.number, *row.cells] for row in self.table.rows]
        kept = [self.name, self.sha256, self.table.headers, rows]
        return signing.dumps(kept, salt=_salt(person), compress=True)


def _salt(person: User) -> str:
    return f"claims_tracker.desk.importing.{person.pk}"


def _opened(text: str, person: User) -> Upload:
    try:
        name, sha256, headers, rows = signing.loads(text, salt=_salt(person), max_age=OPEN_FOR)
    except signing.BadSignature:
        raise TableError(EXPIRED) from None
    read = tuple(Row(number, tuple(cells)) for number, *cells in rows)
    return Upload(name, sha256, Table(tuple(headers), read))


def page(request: HttpRequest) -> HttpResponse:
    """The step that was asked for; the first one for who comes from elsewhere."""
    person = cast("User", request.user)
    if not person.has_perm("claims.add_claim"):
        raise PermissionDenied("Your role does not allow you to log claims.")
    step = STEPS.get(request.POST.get("step", "")) if request.method == UNSAFE else None
    if step is None:
        return _file_page(request, FileForm(initial={"event": request.GET.get("event", "")}))
    try:
        return step(request, person)
    except TableError as error:
        form = FileForm(initial={"event": request.POST.get("event", "")})
        return _file_page(request, form, str(error))


def _file_page(request: HttpRequest, form: FileForm, refusal: str = "") -> HttpResponse:
    events = Event.objects.editable_by(request.user).filter(merged_into=None)
    context = {
        "form": form,
        "refusal": refusal,
        "events": events.order_by("-pk").values_list("title", flat=True)[:OFFERED_EVENTS],
        "fields": FIELDS,
    }
    status = 400 if refusal or form.is_bound else 200
    return _shown(request, "import", "Import claims", context, status=status)


def _file(request: HttpRequest, person: User) -> HttpResponse:
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _file_page(request, form)
    file = form.cleaned_data["file"]
    if file.size > MAX_BYTES:
        raise TableError(f"The file is larger than {MAX_BYTES // 1024 // 1024} MiB; split it.")
    content = file.read()
    name = " ".join(file.name.split())[:NAME_LENGTH]
    upload = Upload(name, hashlib.sha256(content).hexdigest(), read_table(content))
    asked = Asked(guess(upload.table.headers), form.cleaned_data["event"])
    return _columns_page(request, person, upload, asked)


def _again(request: HttpRequest, person: User) -> HttpResponse:
    return _columns_page(request, person, *_sent(request, person))


def _columns_page(
    request: HttpRequest, person: User, upload: Upload, asked: Asked, refusal: str = ""
) -> HttpResponse:
    table = upload.table
    columns = [
        {
            "at": at,
            "header": header,
            "examples": [row.cells[at] for row in table.rows if row.cells[at]][:EXAMPLES],
            "chosen": asked.columns[at],
        }
        for at, header in enumerate(table.headers)
    ]
    context = {
        "upload": upload,
        "signed": upload.signed(person),
        "asked": asked,
        "columns": columns,
        "fields": FIELDS,
        "left": [column["header"] for column in columns if not column["chosen"]],
        "refusal": refusal,
    }
    return _shown(
        request, "import_columns", "Import claims: columns", context, status=400 if refusal else 200
    )


def _check(request: HttpRequest, person: User) -> HttpResponse:
    upload, asked = _sent(request, person)
    if refusal := _ill_matched(asked):
        return _columns_page(request, person, upload, asked, refusal)
    return _check_page(request, person, upload, asked)


def _check_page(
    request: HttpRequest, person: User, upload: Upload, asked: Asked, refusal: str = ""
) -> HttpResponse:
    plan = make_plan(upload.table, asked, by=person)
    context = {
        "upload": upload,
        "signed": upload.signed(person),
        "asked": asked,
        "chosen": list(enumerate(asked.columns)),
        "plan": plan,
        "numbers": _numbers(plan),
        "kinds": ActorKind.choices if person.has_perm("events.add_actor") else [],
        "may_ask": person.has_perm("claims.change_question"),
        "refusal": refusal,
    }
    return _shown(
        request, "import_check", "Import claims: check", context, status=400 if refusal else 200
    )


def _numbers(plan: Plan) -> dict[str, int]:
    told = {name: len(plan.of(name)) for name in (NEW, THERE, TWICE, WRONG)}
    return {**told, "left": len(plan.rows) - sum(told.values()), "all": len(plan.rows)}


def _save(request: HttpRequest, person: User) -> HttpResponse:
    upload, asked = _sent(request, person)
    if refusal := _ill_matched(asked):
        return _columns_page(request, person, upload, asked, refusal)
    try:
        saved = save(upload.table, asked, by=person, source=upload.source)
    except DecisionError as error:
        return _check_page(request, person, upload, asked, f"Nothing was imported. {error}")
    messages.success(request, _told(saved.plan))
    listed = reverse("admin:claims_claim_changelist")
    return redirect(f"{listed}?review__exact=proposed&logged_by__id__exact={person.pk}")


def _told(plan: Plan) -> str:
    numbers = _numbers(plan)
    others = (
        (numbers[THERE], "were there already"),
        (numbers[TWICE], "said the same as another row"),
        (numbers[WRONG] + numbers["left"], "were left out"),
    )
    words = "".join(f" {number} {what}." for number, what in others if number)
    return f"{numbers[NEW]} of {numbers['all']} rows were imported as proposed claims.{words}"


def _ill_matched(asked: Asked) -> str:
    chosen = [name for name in asked.columns if name]
    if "statement" not in chosen:
        return f"Say which column holds “{BY_NAME['statement'].label}”."
    twice = sorted({BY_NAME[name].label for name in chosen if chosen.count(name) > 1})
    if twice:
        return f"Two columns are both “{twice[0]}”; leave one out."
    if "count" in chosen and {"count_low", "count_high"} & set(chosen):
        return "The number comes either as stated or as its two ends; leave one out."
    return ""


def _sent(request: HttpRequest, person: User) -> tuple[Upload, Asked]:
    upload = _opened(request.POST.get("table", ""), person)
    names = [request.POST.get(f"column-{at}", "") for at in range(len(upload.table.headers))]
    asked = Asked(
        columns=[name if name in BY_NAME else "" for name in names[:MAX_COLUMNS]],
        event=" ".join(request.POST.get("event", "").split())[:300],
        choices=_choices(request.POST),
        new_questions=request.POST.get("new_questions") == "on",
    )
    return upload, asked


def _choices(data: Mapping[str, Any]) -> dict[str, str]:
    prefix = "name-"
    return {
        key.removeprefix(prefix): str(value)
        for key, value in data.items()
        if key.startswith(prefix)
    }


def _shown(
    request: HttpRequest, name: str, title: str, context: dict[str, Any], *, status: int
) -> HttpResponse:
    context = admin.site.each_context(request) | {"title": title, "opts": Claim._meta} | context  # noqa: SLF001 - Django's documented _meta
    return TemplateResponse(request, f"admin/desk/{name}.html", context, status=status)


STEPS = {"file": _file, "columns": _again, "check": _check, "save": _save}
