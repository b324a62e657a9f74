"""Type-ahead fields that a tampered id cannot break: it is left out, and the form says the rest."""

from typing import TYPE_CHECKING, Any

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import BadRequest
from django.http import HttpRequest

if TYPE_CHECKING:
    Base = BaseModelAdmin[Any]
else:
    Base = object

LONGEST = 18  # digits of a bigint, one left over


def is_id(value: object) -> bool:
    """Whether the text can be the id of a row."""
    text = str(value)
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST


class OneOfMany(AutocompleteSelect):
    """Choose one row by typing part of its name."""

    known: tuple[str, str] | None = None  # id and name of a row that was read anyway

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        """The chosen row, if what was sent can be one."""
        ids = [one for one in value if is_id(one)]
        if self.known is None or ids != [self.known[0]]:
            return super().optgroups(name, ids, attrs)
        key, words = self.known
        none = (
            [] if self.is_required else [self.create_option(name, "", "", selected=False, index=0)]
        )
        chosen = self.create_option(name, key, words, selected=True, index=len(none))
        return [(None, [*none, chosen], 0)]


class SeveralOfMany(AutocompleteSelectMultiple):
    """Choose rows by typing part of their names."""

    def build_attrs(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Without the cross that clears all: each row has its own, and a list holds rows only."""
        return {**super().build_attrs(*args, **kwargs), "data-allow-clear": "false"}

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        """The chosen rows, as far as what was sent can be rows."""
        return super().optgroups(name, [one for one in value if is_id(one)], attrs)


def tell_known(form: Any) -> None:
    """Spare the type-aheads of a row beside its parent a query each for what was read with it."""
    row = form.instance
    for name, field in form.fields.items():
        widget = getattr(field.widget, "widget", field.widget)
        other = row._state.fields_cache.get(name)  # noqa: SLF001 - Django's documented _state
        if isinstance(widget, OneOfMany) and other is not None:
            widget.known = (str(other.pk), str(other))


def need_ids(request: HttpRequest) -> None:
    """Raise BadRequest where rows for a bulk action are named by what is no id."""
    if not all(is_id(one) for one in request.POST.getlist(ACTION_CHECKBOX_NAME)):
        raise BadRequest("The rows that you chose are not named by their ids.")


class TypesAhead(Base):
    """Use these fields wherever Django would use its own."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """One row of a large table."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", OneOfMany(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Several rows of a large table."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", SeveralOfMany(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)
