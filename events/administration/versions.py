"""Nobody overwrites what somebody else saved meanwhile.

A form carries the version of the row that the person began from. When the row has moved on, the
form stops: fields that only the other person changed take their value, fields that both changed
keep this person's words and are shown beside the other's. Saving again is then a choice.
"""

from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Model
from django.http import QueryDict

from events.teams import Person, may_edit

WHY_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field that has moved on: as it was when the form was opened, as saved now, as typed."""

    label: str
    began: str
    saved: str
    typed: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Clash:
    """Who saved meanwhile, why, and what it means for each field."""

    who: str
    conflicts: tuple[Conflict, ...]


class VersionedForm(forms.ModelForm):  # type: ignore[type-arg] # the stubs' generic is none at run time
    """A change form with the row's version and, if the person likes, the reason of the edit."""

    row_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    why = forms.CharField(
        required=False,
        max_length=WHY_LENGTH,
        label="Reason for this edit",
        help_text="Optional. It is kept in the history, for colleagues.",
    )
    clash: Clash | None = None
    person: Person | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["row_version"].initial = getattr(self.instance, "row_version", None)

    def clean(self) -> dict[str, Any] | None:
        """Stop when the row is no longer the one that the person began from."""
        cleaned = super().clean() or self.cleaned_data
        self._guard_event(cleaned)
        now = getattr(self.instance, "row_version", None)
        if self.instance.pk is None or cleaned.get("row_version") == now:
            return cleaned
        self.clash = self._weigh(cleaned.get("row_version"))
        raise forms.ValidationError(
            f"{self.clash.who} saved this meanwhile. Nothing of yours is lost: compare below, "
            "then save again.",
            code="stale",
        )

    def _guard_event(self, cleaned: dict[str, Any]) -> None:
        """Nothing is hung on an event by who is not on its team."""
        event = cleaned.get("event") if "event" in self.changed_data else None
        if event is not None and self.person is not None and not may_edit(self.person, event):
            self.add_error("event", "Only the team of this event may add to it.")

    def _weigh(self, version: int | None) -> Clash:
        began = _past(self.instance, version)
        data = cast("QueryDict", self.data).copy()
        data[self.add_prefix("row_version")] = str(self.instance.row_version)
        found = []
        for name in self._own_fields():
            field = self.fields[name]
            typed = field.widget.value_from_datadict(data, self.files, self.add_prefix(name))
            saved = _value(self.instance, name)
            before = _value(began, name) if began is not None else saved
            if began is not None and before == saved:
                continue
            if not field.has_changed(saved, typed):
                continue
            kept = began is None or field.has_changed(before, typed)
            if not kept:
                _put(data, self.add_prefix(name), saved)
            found.append(
                Conflict(
                    label=str(field.label or name).capitalize(),
                    began=_shown(field, before),
                    saved=_shown(field, saved),
                    typed=_shown(field, typed),
                    kept=kept,
                )
            )
        self.data = data
        return Clash(_last_editor(self.instance), tuple(found))

    def _own_fields(self) -> list[str]:
        columns = {field.name for field in self._meta.model._meta.concrete_fields}  # noqa: SLF001 - Django's documented _meta
        return [name for name in self.fields if name in columns and name != "row_version"]


def _past(row: Model, version: int | None) -> Any:
    """The row's history at a version; None where it is not told."""
    history = getattr(row, "history", None)
    if history is None or version is None:
        return None
    return history.filter(row_version=version).order_by("-pgh_id").first()


def _last_editor(row: Model) -> str:
    history = getattr(row, "history", None)
    step = None if history is None else history.select_related("pgh_context").order_by("-pgh_id")
    step = None if step is None else step.first()
    context = getattr(step, "pgh_context", None)
    person = context.metadata.get("user") if context is not None else None
    found = get_user_model().objects.filter(pk=person).first() if person else None
    return str(found) if found is not None else "The software"


def _value(row: Any, name: str) -> Any:
    """The row's value as a form has it: a related row by its id."""
    return getattr(row, f"{name}_id", None) if hasattr(row, f"{name}_id") else getattr(row, name)


def _put(data: Any, key: str, value: Any) -> None:
    if value is False or value is None:
        data.pop(key, None)
    else:
        data[key] = "on" if value is True else str(value)


def _shown(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.ModelChoiceField):
        row = field.queryset.filter(pk=value).first() if value and field.queryset else None
        return str(row) if row is not None else ""
    if isinstance(field, forms.BooleanField):
        return "yes" if field.to_python(value) else "no"
    if isinstance(field, forms.ChoiceField):
        return str(dict(_flat(field.choices)).get(value, value or ""))
    return "" if value is None else str(value)


def _flat(choices: Any) -> list[tuple[Any, Any]]:
    return [pair for pair in choices if not isinstance(pair[1], list | tuple)]
