"""What a person typed comes back to her when it can no longer be saved."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignKey
from django.http import HttpRequest

from events.administration.widgets import is_id

BESIDE = re.compile(r"(?P<rows>\w+)-(?P<number>\d+)-(?P<name>\w+)")
CARRIED = re.compile(
    r"csrfmiddlewaretoken|_.*|action|index|row_version|(.*-)?(as_begun|seen|asked|id|choose-.*|"
    r"(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS|DELETE)|.*__prefix__.*|.*password.*|.*token.*"
)


@dataclass(frozen=True, slots=True)
class Words:
    """What stood in one field."""

    label: str
    text: str


def words(request: HttpRequest, model: Any, row: Any, labels: dict[str, Any]) -> list[Words]:
    """What was typed, but for what stands in the row anyway; in the order of the form.

    ``row`` is None where the person may not see it or it is gone. Passwords never come back.
    """
    found = []
    for key, values in request.POST.lists():
        text = ", ".join(_read(request, model, key, values)).strip()
        if text and not CARRIED.fullmatch(key) and not _stands(row, key, values):
            found.append(Words(_label(model, key, labels), text))
    return found


def _stands(row: Any, key: str, values: list[str]) -> bool:
    field = _field(type(row), key) if row is not None else None
    if field is None or not field.concrete or field.many_to_many:
        return False
    kept = field.value_from_object(row)
    told = {str(kept), *(["on"] if kept is True else [])}
    return len(values) == 1 and values[0].replace("\r\n", "\n") in told


def _read(request: HttpRequest, model: Any, key: str, values: Iterable[str]) -> Iterable[str]:
    field = _field(model, key)
    for value in values:
        if isinstance(field, ForeignKey) and is_id(value):
            yield _named(request, field.related_model, int(value))
        elif field is not None and getattr(field, "choices", None):
            yield str(dict(field.flatchoices).get(value, value))
        else:
            yield value


def _named(request: HttpRequest, model: Any, key: int) -> str:
    """A chosen row by its name, for who may see rows of its kind."""
    permission = f"{model._meta.app_label}.view_{model._meta.model_name}"  # noqa: SLF001 - Django's documented _meta
    row = model.objects.filter(pk=key).first() if request.user.has_perm(permission) else None
    return f"no. {key}" if row is None else str(row)


def _label(model: Any, key: str, labels: dict[str, Any]) -> str:
    beside = BESIDE.fullmatch(key)
    if beside is not None:
        name = beside["name"].replace("_", " ")
        return f"{beside['rows'].replace('_', ' ')}, row {int(beside['number']) + 1}: {name}"
    field = _field(model, key)
    told = labels.get(key) or getattr(field, "verbose_name", key.replace("_", " "))
    return str(told)[:1].upper() + str(told)[1:]


def _field(model: Any, name: str) -> Any:
    try:
        return model._meta.get_field(name)  # noqa: SLF001 - Django's documented _meta
    except FieldDoesNotExist:
        return None
