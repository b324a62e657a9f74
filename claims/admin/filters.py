"""What the lists of the desk can be narrowed to besides their columns."""

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from claims.models import Claim, Quote

WAITING = "waiting"


class WordsFilter(admin.SimpleListFilter):
    """Claims to which words were added that no editor has accepted yet."""

    title = "new words"
    parameter_name = "words"

    def lookups(
        self, _request: HttpRequest, _model_admin: "ModelAdmin[Claim]"
    ) -> list[tuple[str, str]]:
        """One choice beside all."""
        return [(WAITING, "Not shown to readers yet")]

    def queryset(self, _request: HttpRequest, queryset: "QuerySet[Claim]") -> "QuerySet[Claim]":
        """The claims chosen."""
        if self.value() != WAITING:
            return queryset
        return queryset.filter(Exists(Quote.objects.waiting().filter(claim=OuterRef("pk"))))
