"""An earlier version of a row brought back: a new edit, with a reason, under the same guard."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse

from events.administration import history, values
from events.administration.decisions import STALE
from events.administration.versions import WHY_LENGTH, VersionedForm

if TYPE_CHECKING:
    from events.administration.base import LedgerAdmin
else:
    LedgerAdmin = Any

UNSAFE = "POST"


class RestoreForm(forms.Form):
    """Which fields get their earlier values back, and why."""

    row_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    names = forms.MultipleChoiceField(
        label="Fields to bring back", widget=forms.CheckboxSelectMultiple
    )
    why = forms.CharField(
        max_length=WHY_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Reason",
        help_text="It is kept in the history, for colleagues.",
    )


def view(admin: LedgerAdmin, request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The page that asks; posted, the edit itself, in one transaction with the row held."""
    with transaction.atomic():
        row = admin.get_object(request, str(pk))
        if row is None:
            raise Http404
        if not admin.has_change_permission(request, row):
            raise PermissionDenied("This can no longer be changed by you.")
        compared = history.compared(row, number, history.newest(row))
        step = row.history.filter(pgh_id=number).first() if compared is not None else None
        if compared is None or step is None:
            raise Http404
        own: VersionedForm = admin.get_form(request, row, change=True)(instance=row)
        kept = values.of_step(step, {name: own.fields[name] for name in own.own_names()})
        differing = [one for one in compared.differences if one.name in kept]
        form = _form(request, row, [(one.name, one.label) for one in differing])
        if form.is_bound and form.is_valid() and _restore(admin, request, row, form, kept):
            messages.success(request, "Brought back, as a new edit.")
            return HttpResponseRedirect(admin.address(row, "history"))
    context = admin.admin_site.each_context(request) | {
        "title": "Bring back an earlier version",
        "subtitle": str(row),
        "opts": admin.opts,
        "object": row,
        "compared": compared,
        "differing": differing,
        "form": form,
        "history_url": admin.address(row, "history"),
    }
    status = 400 if form.is_bound else 200
    return TemplateResponse(request, "admin/ledger/restore.html", context, status=status)


def _form(request: HttpRequest, row: Any, choices: list[tuple[str, str]]) -> RestoreForm:
    initial = {
        "row_version": getattr(row, "row_version", None),
        "names": [name for name, _ in choices],
    }
    form = RestoreForm(request.POST if request.method == UNSAFE else None, initial=initial)
    form.fields["names"].choices = choices  # type: ignore[attr-defined] # of a choice field
    return form


def _restore(
    admin: LedgerAdmin, request: HttpRequest, row: Any, asked: RestoreForm, kept: dict[str, Any]
) -> bool:
    """Send the row's own form, as if the person had typed the earlier values into it."""
    cleaned = asked.cleaned_data
    edit = admin.get_form(request, row, change=True)
    now = edit(instance=row)
    data = QueryDict(mutable=True)
    for name in now.own_names():
        plain = values.plain(now.fields[name], now.initial.get(name))
        values.put(data, name, kept[name] if name in cleaned["names"] else plain)
    data["row_version"] = str(cleaned["row_version"] or "")
    data["as_begun"] = now.fields["as_begun"].initial or ""
    data["why"] = cleaned["why"]
    form = edit(data, instance=row)
    if not form.is_valid():
        again = cast("QueryDict", asked.data).copy()
        again["row_version"] = str(getattr(row, "row_version", ""))
        asked.data = again
        for words in _refusals(form):
            asked.add_error(None, words)
        return False
    changed = admin.save_form(request, form, change=True)
    admin.save_model(request, changed, form, True)
    admin.save_related(request, form, [], True)
    return True


def _refusals(form: VersionedForm) -> list[str]:
    if form.clash is not None:
        return [STALE]
    return [
        str(words) if name == "__all__" else f"{form.fields[name].label}: {words}"
        for name, found in form.errors.items()
        for words in found
    ]
