"""A few rows beside their parent: paged, and guarded row by row as the parent is."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.forms.utils import ErrorDict
from django.http import HttpRequest, QueryDict

from events.administration import clashes, values
from events.administration.clashes import Clash, Told
from events.administration.hands import Hand, last_hands
from events.administration.threeway import Part, Side
from events.administration.versions import Carried, GuardedForm
from events.administration.widgets import TypesAhead, is_id, tell_known
from events.administration.wording import Run

if TYPE_CHECKING:
    AnyInline = admin.TabularInline[Any, Any]
    AnyFormSet = BaseInlineFormSet[Any, Any, Any]
else:
    AnyInline, AnyFormSet = admin.TabularInline, BaseInlineFormSet

INLINE_CAP = 20
LAST_PAGE = 10_000
GONE = "gone"


class RowForm(GuardedForm):
    """One row beside its parent. ``gone``: somebody removed it since the page was opened."""

    gone: Any = None
    revived = dropped = False

    def full_clean(self) -> None:
        """Meet what stands there now; a row that is gone is dropped, or asked about."""
        if self.gone is not None:
            self.data = values.even(self.data)
            self._meet_nothing()
        if self.dropped:
            self._errors, self.cleaned_data = ErrorDict(), {}
            return
        super().full_clean()

    def has_changed(self) -> bool:
        """Whether the person changed it; never when it is dropped."""
        return not self.dropped and super().has_changed()

    def _meet_nothing(self) -> None:
        begun = values.loaded(self.raw("as_begun"))
        names = [name for name in self.own_names() if name in begun]
        mine = [
            name for name in names
            if not values.same(self.fields[name], begun[name], self.typed(name))
        ]  # fmt: skip
        chosen = self.raw("choose-row") if self.raw("seen") == GONE else ""
        self.revived = chosen == Side.MINE
        self.dropped = not mine or bool(self.raw("DELETE")) or chosen == Side.THEIRS
        if self.revived or self.dropped:
            return
        last, _ = last_hands(self._meta.model(pk=self.gone), ())
        told = tuple(self._told_gone(name, begun[name], last) for name in names)
        self.clash = Clash(last, told, prefix=f"{self.prefix}-", gone=True)
        self.data = cast("QueryDict", self.data).copy()
        self.data[self.add_prefix("seen")] = GONE

    def _told_gone(self, name: str, begun: values.Plain, last: Hand) -> Told:
        field = self.fields[name]
        words, typed = clashes.shown(field, begun), clashes.shown(field, self.typed(name))
        return Told(name, clashes.label(field, name), Part.MINE, words, (), (Run(typed),), last, "")


class PagedFormSet(AnyFormSet):
    """A page of a relation's rows; sent back, exactly the rows that were on it."""

    page = 1
    more = False

    def get_queryset(self) -> "QuerySet[Any]":
        """The rows in the order of their making, so that a new one never moves them."""
        if not hasattr(self, "_page"):
            rows = super().get_queryset().order_by("pk").select_related(*self._others())
            self._page = self._sent(rows) if self.is_bound else self._shown(rows)
        return cast("QuerySet[Any]", self._page)

    def _existing_object(self, pk: Any) -> Any:
        return next((row for row in self.get_queryset() if row is not None and row.pk == pk), None)

    def _shown(self, rows: Any) -> Any:
        start = (self.page - 1) * INLINE_CAP
        found = list(rows[start : start + INLINE_CAP + 1])
        self.more = len(found) > INLINE_CAP
        return self._own(found[:INLINE_CAP])

    def _own(self, rows: list[Any]) -> "_Rows":
        """The rows, which know their parent without asking for it each."""
        for row in rows:
            if row is not None:
                setattr(row, self.fk.name, self.instance)
        return _Rows(rows)

    def _sent(self, rows: Any) -> Any:
        """A row for each that was sent, None where it is gone.

        They are held to the end of the transaction, so that nobody changes them meanwhile.
        """
        key = self._key()
        # The number is the browser's word: Django bounds the total only.
        rows_sent = min(self.initial_form_count(), self.total_form_count())
        sent = [self.data.get(f"{self.prefix}-{n}-{key}") for n in range(rows_sent)]
        ids = [int(str(one)) if is_id(one) else 0 for one in sent]
        if transaction.get_connection().in_atomic_block:
            rows = rows.select_for_update(of=("self",))
        found = {row.pk: row for row in rows.filter(pk__in=ids)}
        return self._own([found.get(one) for one in ids])

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc] # the stubs leave it out
        if not self.is_bound or i >= self.initial_form_count() or form.instance.pk is not None:
            return form
        key = self._key()
        if is_id(form.raw(key)):
            form.gone = int(form.raw(key))
            form.fields[key] = Carried()  # its own would refuse the id of a row that is gone
        return form

    def _others(self) -> list[str]:
        """The rows that a row's own name or its fields speak of."""
        model: Any = self.model
        found = [field.name for field in model._meta.fields if field.is_relation]  # noqa: SLF001 - Django's documented _meta
        return [name for name in found if name != self.fk.name]

    def _key(self) -> str:
        model: Any = self.model
        return str(model._meta.pk.name)  # noqa: SLF001 - Django's documented _meta

    def add_fields(self, form: Any, index: int | None) -> None:
        """Name each field for who does not see the column it stands in."""
        super().add_fields(form, index)
        tell_known(form)
        for field in form.fields.values():
            field.widget.attrs.setdefault("aria-label", str(field.label or "").capitalize())

    def clean(self) -> None:
        """Stop where a row moved on."""
        super().clean()
        if self.clashes():
            raise forms.ValidationError(
                "Somebody changed these rows meanwhile. Choose above, then save again.",
                code="stale",
            )

    def clashes(self) -> list[Clash]:
        """The rows about which the person has to choose."""
        return [form.clash for form in self.forms if getattr(form, "clash", None) is not None]

    def save_new_objects(self, commit: bool = True) -> list[Any]:  # noqa: FBT001, FBT002 - Django's own
        """The new rows, and those that the person wants back."""
        self.new_objects = super().save_new_objects(commit)
        for form in self.initial_forms:
            if getattr(form, "revived", False):
                self.new_objects.append(self.save_new(form, commit=commit))
        return self.new_objects


class _Rows(list[Any]):
    """Rows already read, where Django wants a query set."""

    ordered = True


class LedgerInline(TypesAhead, AnyInline):
    """A few rows beside their parent, page by page."""

    form = RowForm
    formset = PagedFormSet
    template = "admin/ledger/inline.html"
    extra = 0
    show_change_link = False
    verbose_name_plural: Any

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """The form set of the page that the address names."""
        found: Any = super().get_formset(request, obj, **kwargs)
        asked = request.GET.get(f"{found.get_default_prefix()}-page", "")
        found.page = min(max(int(asked), 1), LAST_PAGE) if is_id(asked) else 1
        return found

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The row's fields; what the page only carries stands apart."""
        own = ("as_begun", "seen")
        return [name for name in super().get_fields(request, obj) if name not in own]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As the role has it; most have none."""
        return super().has_delete_permission(request, obj)
