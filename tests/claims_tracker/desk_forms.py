"""How tests fill in the desk's forms: what the browser would send."""

from typing import Any

from django.test import Client
from django.urls import reverse


def page(row: Any, name: str = "change", *args: Any) -> str:
    """The address of a page about the row."""
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{name}", args=[row.pk, *args])


def filled(context: Any) -> dict[str, Any]:
    """What the page's form holds, as it would be sent untouched."""
    form = context["adminform"].form
    data = _values(form)
    for inline in context["inline_admin_formsets"]:
        kept = inline.formset.management_form
        data |= {kept.add_prefix(name): kept[name].value() or 0 for name in kept.fields}
        for row in inline.formset.initial_forms:
            data |= _values(row)
    return data


def sent(client: Client, row: Any, **changes: Any) -> dict[str, Any]:
    """What the browser sends when the row's form is filled in with these changes."""
    return filled(client.get(page(row)).context) | changes


def _values(form: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in form.fields:
        value, key = form[name].value(), form.add_prefix(name)
        if value is True:
            found[key] = "on"
        elif isinstance(value, list):
            found[key] = [getattr(one, "pk", one) for one in value]
        elif value not in (None, False, ""):
            found[key] = value
    return found
