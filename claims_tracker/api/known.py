"""Filters by slug or id, which refuse one that nothing public has.

An empty list would say that there is nothing about the event, when its name was only misspelt.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import django_filters as filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from drf_spectacular.utils import extend_schema_field

from claims.models import Change, Claim, Question
from claims.pages.lookup import by_slug
from claims.pages.serving import Moved
from claims.visibility import public_actors, public_outlets
from claims_tracker.middleware import is_storable
from events.models import Event

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Named:
    """What a parameter names: in words, the rows it may name, and by which field.

    ``old_slugs`` is the kind under which former slugs are kept; "" for what has none.
    """

    word: str
    rows: Callable[[], QuerySet[Any]]
    key: str = "public_id"
    old_slugs: str = ""


def told_events() -> QuerySet[Event]:
    """Public events, and those of which the log still tells that they were hidden."""
    told = Change.objects.public().filter(event=OuterRef("pk"))
    return Event.objects.filter(Exists(told)) | Event.objects.public()


EVENT = Named("event", Event.objects.public, "slug", old_slugs="event")
TOLD_EVENT = Named("event", told_events, "slug", old_slugs="event")
CLAIMANT = Named("claimant", public_actors, "slug", old_slugs="actor")
OUTLET = Named("outlet", public_outlets, "slug", old_slugs="outlet")
QUESTION = Named("question", Question.objects.public)
CLAIM = Named("claim", Claim.objects.public)


class AnyValues(forms.MultipleChoiceField):
    """Values by repeating the parameter; each a short text, none looked up beforehand."""

    def valid_value(self, value: Any) -> bool:
        """Whether the text is short and can be stored."""
        return len(str(value)) <= LONGEST and is_storable(str(value))


class KnownValues(AnyValues):
    """Slugs or ids that public rows have: one query."""

    def __init__(self, *, named: Named, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.named = named

    def validate(self, value: list[str]) -> None:
        """Refuse the first value that nothing public has, and say what became of it."""
        super().validate(value)
        if not value:
            return
        rows, key = self.named.rows(), self.named.key
        known = set(rows.filter(**{f"{key}__in": value}).values_list(key, flat=True))
        for one in value:
            if one not in known:
                words = f"There is no public {self.named.word} “{one}”.{self._moved(one)}"
                raise forms.ValidationError(words)

    def _moved(self, slug: str) -> str:
        if not self.named.old_slugs:
            return ""
        try:
            by_slug(self.named.rows(), self.named.old_slugs, slug)
        except Moved as moved:
            return f" It is “{moved.address.strip('/').rpartition('/')[2]}” now."
        except Http404:
            pass
        return ""


@extend_schema_field({"type": "string"})
class AnyOf(filters.MultipleChoiceFilter):
    """A parameter that may be repeated: rows that match any of the values."""

    field_class: type[AnyValues] = AnyValues

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(distinct=False, choices=[], **kwargs)


@extend_schema_field({"type": "string"})
class Known(AnyOf):
    """Like ``AnyOf``, of slugs or ids; one that nothing public has is refused."""

    field_class = KnownValues

    def __init__(self, named: Named, **kwargs: Any) -> None:
        kind = "slug" if named.key == "slug" else "id"
        super().__init__(named=named, label=f"The {kind} of a public {named.word}.", **kwargs)
