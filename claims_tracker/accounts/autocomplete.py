"""Type-ahead fields of people: by name and role, for user names alone say little."""

from typing import Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView

from claims_tracker.accounts.models import User


class PeopleInWords(AutocompleteJsonView):
    """The stock answers; a person is told in words."""

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        """One row for the field's list."""
        row = dict(super().serialize_result(obj, to_field_name))
        return row | {"text": obj.in_words()} if isinstance(obj, User) else row
