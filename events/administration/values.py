"""Values of form fields in one plain form, so that stored, begun and typed ones can be compared."""

import json
from typing import Any

from django import forms
from django.http import QueryDict

Plain = str | bool | list[str]


def plain(field: forms.Field, value: Any) -> Plain:
    """A stored value as text, a tick as a bool, a list of rows as their sorted ids."""
    if isinstance(field, forms.BooleanField):
        return bool(value)
    if isinstance(field, forms.ModelMultipleChoiceField):
        return sorted(str(field.prepare_value(one)) for one in value or ())
    prepared = field.prepare_value(value)
    return "" if prepared is None else _even(str(prepared))


def same(field: forms.Field, stored: Plain, typed: Any) -> bool:
    """Whether what was typed is what is stored, whatever its spelling ("05" for 5)."""
    try:
        known = stored if isinstance(field, forms.ModelChoiceField) else field.to_python(stored)
    except forms.ValidationError:
        known = stored
    return not field.has_changed(known, typed)


def of_step(step: Any, fields: dict[str, forms.Field]) -> dict[str, Plain]:
    """The values that a step of a history has for these fields; none for no step."""
    if step is None:
        return {}
    kept = {field.name: field.attname for field in step._meta.concrete_fields}  # noqa: SLF001 - Django's documented _meta
    return {
        name: plain(field, getattr(step, kept[name]))
        for name, field in fields.items()
        if name in kept
    }


def put(data: QueryDict, key: str, value: Plain) -> None:
    """Set a field in what was sent, as a browser would send the value."""
    if isinstance(value, list):
        data.setlist(key, value)
    elif isinstance(value, bool):
        data.pop(key, None)
        if value:
            data[key] = "on"
    else:
        data[key] = value


def loaded(text: str) -> dict[str, Plain]:
    """Values that a page carried as JSON; none where it is no such thing."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def even(data: Any) -> Any:
    """What was sent, with the line ends that we store: browsers send another kind."""
    if not any("\r" in one for key in data for one in data.getlist(key)):
        return data
    copy = data.copy()
    for key in copy:
        copy.setlist(key, [_even(one) for one in copy.getlist(key)])
    return copy


def _even(text: str) -> str:
    return text.replace("\r\n", "\n")
