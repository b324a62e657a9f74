# ruff: noqa: ARG002 - Django's hooks hand over more than each of ours needs
"""The admin classes that all others stand on."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import pghistory
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.text import capfirst

from events.administration import history, restoring
from events.administration.clashes import Clash
from events.administration.decisions import Decision, DecisionForm
from events.administration.hands import last_hands
from events.administration.paging import CappedPaginator
from events.administration.refused import words
from events.administration.signals import form_sent
from events.administration.undoing import TakesBack
from events.administration.versions import CARRIED, VersionedForm
from events.administration.widgets import TypesAhead, is_id, need_ids
from events.models import Event
from events.teams import Person, may_edit

if TYPE_CHECKING:
    AnyAdmin = admin.ModelAdmin[Any]
else:
    AnyAdmin = admin.ModelAdmin

OWN_FIELDS = (*CARRIED, "why")
UNSAFE = "POST"


class RemembersAdmin(AnyAdmin):
    """Rows whose history is the audit's own, with who and why."""

    # The database keeps every change with who and why (``history``); Django's own log of form
    # saves would say less, and miss what is not done by a form.
    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Nothing: see ``history_view``."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Nothing: see ``history_view``."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """Nothing: see ``history_view``."""

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """What became of the row, field by field, with who and why."""
        row = self.visible(request, object_id)
        before = request.GET.get("before", "")
        first, second = (request.GET.get(name, "") for name in ("from", "to"))
        two = (int(first), int(second)) if is_id(first) and is_id(second) else ()
        found = history.told(row, before=int(before) if is_id(before) else None, two=two)
        context = self.admin_site.each_context(request) | {
            "title": "History",
            "subtitle": str(row),
            "opts": self.opts,
            "object": row,
            "told": found,
            "asked": bool(first or second),
            "compared": found.compared,
            "shown": history.shown_to_readers(row),
            "newest": history.newest(row) if before or not found.steps else found.steps[0].number,
            "may_restore": self.may_restore(request, row),
            "kept": hasattr(row, "history"),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/ledger/history.html", context)

    def may_restore(self, request: HttpRequest, row: Any) -> bool:
        """Whether the person may bring an earlier version of the row back; here nobody."""
        return False

    def visible(self, request: HttpRequest, object_id: str) -> Any:
        """The row, if there is one and the person may see it; not held."""
        row = AnyAdmin.get_object(self, request, object_id)
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        return row


class LedgerAdmin(TypesAhead, TakesBack, RemembersAdmin):
    """Rows that people edit: guarded by role, by the event's team and by the row's version."""

    form = VersionedForm
    paginator = CappedPaginator
    show_full_result_count = False
    list_per_page = 50
    view_on_site = False
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    change_form_template = "admin/ledger/change_form.html"

    def event_of(self, row: Any) -> Event | None:
        """The event whose team guards the row; None where no team does."""
        return getattr(row, "event", None)

    def may_decide(self, request: HttpRequest, row: Any) -> bool:
        """Whether the team of the row's event, if any, admits the person."""
        event = self.event_of(row)
        if event is None or event.pk is None:
            return True
        asked: dict[int, bool] = request.__dict__.setdefault("teams_asked", {})
        if event.pk not in asked:
            asked[event.pk] = may_edit(cast("Person", request.user), event)
        return asked[event.pk]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The role's permission, and the team's for a given row."""
        if not super().has_change_permission(request, obj):
            return False
        return obj is None or self.may_decide(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: the ledger takes back in words, it does not delete."""
        return False

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        """The row; held to the end of the transaction while its form is being saved."""
        if request.method != UNSAFE or not transaction.get_connection().in_atomic_block:
            return super().get_object(request, object_id, from_field)
        field = self.opts.pk if from_field is None else self.opts.get_field(from_field)
        try:
            key = field.to_python(object_id)
            rows = self.get_queryset(request).select_for_update(of=("self",))
            return rows.get(**{field.name: key})
        except (self.model.DoesNotExist, ValueError, OverflowError):
            return None

    def get_form(self, request: HttpRequest, obj: Any = None, *args: Any, **kwargs: Any) -> Any:
        """The form, which knows whose it is."""
        form = super().get_form(request, obj, *args, **kwargs)
        return type(form.__name__, (form,), {"person": request.user})

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The form's fields but for its own two, which the template shows apart."""
        return [name for name in super().get_fields(request, obj) if name not in OWN_FIELDS]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001 - Django's hook
        """Save with the person's reason in the history."""
        with pghistory.context(user=request.user.pk, reason=form.cleaned_data.get("why", "")):
            self.store(request, obj, form, change=change)

    def store(self, request: HttpRequest, obj: Any, form: Any, *, change: bool) -> None:
        """Write the row; rows with rules of their own call the domain here."""
        super().save_model(request, obj, form, change)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """The form; where it can no longer be saved, what was typed comes back."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except PermissionDenied as refusal:
            if request.method != UNSAFE or object_id is None:
                raise
            return self.refused(request, object_id, str(refusal), 403)

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        if request.method == UNSAFE:
            return self.refused(request, object_id, "This is no longer there.", 404)
        return super()._get_obj_does_not_exist_redirect(request, opts, object_id)  # type: ignore[misc, no-any-return] # Django's own, which the stubs leave out

    def refused(
        self, request: HttpRequest, object_id: str, why: str, status: int, labels: Any = None
    ) -> HttpResponse:
        """The refusal in words, and what the person typed; the row only to who may see it."""
        row = AnyAdmin.get_object(self, request, unquote(object_id))
        if row is not None and not self.has_view_permission(request, row):
            row = None
        other = getattr(row, "merged_into", None)
        meta = getattr(self.form, "Meta", None)
        context = self.admin_site.each_context(request) | {
            "title": "Not saved",
            "opts": self.opts,
            "row": row,
            "why": why or "This can no longer be changed by you.",
            "last": last_hands(row, ())[0] if row is not None else None,
            "merged_into": other,
            "merged_url": self.address(other) if other is not None else "",
            "change_url": self.address(row) if row is not None else "",
            "words": words(request, self.model, row, labels or getattr(meta, "labels", None) or {}),
        }
        return TemplateResponse(request, "admin/ledger/refused.html", context, status=status)

    def response_add(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Where to go next; the form was stored."""
        form_sent.send(type(self), request=request)
        return super().response_add(request, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Where to go next; the form was stored."""
        form_sent.send(type(self), request=request)
        return super().response_change(request, obj)

    def get_urls(self) -> list[URLPattern]:
        """The stock addresses, and one for each decision about a row."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_decide"
        view = self.admin_site.admin_view(self.decide_view)
        restore = f"{self.opts.app_label}_{self.opts.model_name}_restore"
        own = [
            path("<int:pk>/decide/<slug:name>/", view, name=name),
            path(
                "<int:pk>/history/<int:number>/restore/",
                self.admin_site.admin_view(partial(restoring.view, self)),
                name=restore,
            ),
            path(
                "undo/<slug:key>/",
                self.admin_site.admin_view(self.undo_view),
                name=f"{self.opts.app_label}_{self.opts.model_name}_undo",
            ),
        ]
        return [*own, *super().get_urls()]

    def rows_of(self, request: HttpRequest) -> "QuerySet[Any]":
        """The rows of the list with what they show."""
        rows: QuerySet[Any] = self.get_queryset(request)
        related = self.get_list_select_related(request)
        return rows.select_related(*related) if isinstance(related, tuple) else rows

    def may_restore(self, request: HttpRequest, row: Any) -> bool:
        """Who may edit the row, where it has a history."""
        return hasattr(row, "history") and self.has_change_permission(request, row)

    def decide_view(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        """The page of one decision; posted, the decision itself."""
        decision = self.decision_named(name)
        if decision is None:
            raise Http404
        try:
            row = self.visible(request, str(pk))
            self.refuse_outsiders(request, decision, row)
        except (PermissionDenied, Http404) as refusal:
            if request.method != UNSAFE:
                raise
            labels = {name: field.label for name, field in decision.form.base_fields.items()}
            status = 403 if isinstance(refusal, PermissionDenied) else 404
            return self.refused(request, str(pk), str(refusal), status, labels)
        form = self.decision_form(decision, row, request)
        if form.is_bound and form.is_valid() and self.take(decision, row, request, form):
            messages.success(request, decision.done)
            form_sent.send(type(self), request=request)
            return HttpResponseRedirect(self.after(decision, row, request))
        return self.decision_page(request, decision, row, form)

    def decision_form(self, decision: Decision, row: Any, request: HttpRequest) -> DecisionForm:
        """The decision's form, filled in when it was sent."""
        if request.method != UNSAFE:
            return decision.form(row=row, person=request.user)
        return decision.form(request.POST, request.FILES, row=row, person=request.user)

    def decision_page(
        self, request: HttpRequest, decision: Decision, row: Any, form: DecisionForm
    ) -> HttpResponse:
        """The page that asks for what the decision needs."""
        context = self.admin_site.each_context(request) | {
            "title": decision.label.rstrip("…"),
            "subtitle": str(row),
            "opts": self.opts,
            "original": row,
            "decision": decision,
            "form": form,
            "media": self.media + form.media,
            "change_url": self.address(row),
            "since": history.since(row, form.seen_version)
            if form.seen_version is not None
            else None,
            **self.decision_context(decision, row),
        }
        status = 400 if form.is_bound else 200
        return TemplateResponse(request, "admin/ledger/decide.html", context, status=status)

    def decision_context(self, decision: Decision, row: Any) -> dict[str, Any]:
        """What the page shows beside the form; nothing, unless the admin has more to say."""
        return {}

    def after(self, decision: Decision, row: Any, request: HttpRequest) -> str:
        """Where to go once it is decided: the row's page."""
        return self.address(row)

    def address(self, row: Any, page: str = "change", *args: Any) -> str:
        """The address of the row's page on the desk."""
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"
        return reverse(name, args=[row.pk, *args])

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list, and its bulk actions on rows that are named as rows are."""
        need_ids(request)
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title} | (extra_context or {}))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """The stock actions, and the decisions that may be taken on many rows."""
        actions = cast("dict[str, Any]", super().get_actions(request))
        if "_popup" in request.GET:
            return actions
        for one in self.decisions:
            if one.bulk and request.user.has_perm(one.permission):
                actions[one.name] = (_bulk_action(one), one.name, one.label)
        return actions

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any,
                           **kwargs: Any) -> HttpResponse:  # fmt: skip
        """The form with the decisions above it, and both versions when it came too late."""
        row = context.get("original")
        if row is not None:
            offered = self.offered(request, row)
            context["decisions"] = [(one, self.address(row, "decide", one.name)) for one in offered]
            context["may_change"] = self.has_change_permission(request, row)
            context["outsider"] = not self.may_decide(request, row)
        context["clashes"] = _clashes(context)
        context["clash_form"] = f"{self.opts.model_name}_form"
        return super().render_change_form(request, context, *args, **kwargs)


class KeptAdmin(LedgerAdmin):
    """Rows that are only looked at: written by the machine or by a decision, never by a form."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def only_shown(self, request: HttpRequest) -> None:
        """Refuse what is sent to a page of its own that only shows."""
        if request.method == UNSAFE:
            raise PermissionDenied("This changes by a decision only.")


def _clashes(context: dict[str, Any]) -> list[Clash]:
    """What the person has to choose about, of the row and of those beside it."""
    own = getattr(context["adminform"].form, "clash", None)
    beside = [one.formset for one in context["inline_admin_formsets"]]
    rows = [clash for rows in beside if hasattr(rows, "clashes") for clash in rows.clashes()]
    return [own, *rows] if own is not None else rows


def _bulk_action(decision: Decision) -> Callable[..., Any]:
    def act(model_admin: LedgerAdmin, request: HttpRequest, rows: "QuerySet[Model]") -> Any:
        return model_admin.bulk(decision, request, rows)

    return act
