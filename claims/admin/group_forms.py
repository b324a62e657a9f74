"""What a decision on all pairs of a group asks for: first of all that the person has seen them."""

from typing import Any, cast

from django import forms
from django.http import QueryDict

from claims.admin.forms import DismissForm, PairNoteForm, ReopenForm
from claims.group_decisions import CHANGED, MOST, decided_with, waiting_with
from claims.models import Contradiction
from claims.querysets import ContradictionQuerySet
from events.administration.decisions import DecisionForm


class OfGroup(DecisionForm):
    """Carries the pairs that were shown, each with its row version, and stops when they changed.

    ``touched`` are the pairs that the decision would touch now, for the page to list.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    touched: list[Contradiction]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.touched = list(self.found().with_sides()[:MOST])
        self.fields["seen"].initial = self._now()

    def found(self) -> ContradictionQuerySet:
        """The pairs that the decision touches."""
        return waiting_with(self.row)

    def clean(self) -> dict[str, Any]:
        """Give the pairs with their row versions, as the domain wants them."""
        cleaned = super().clean()
        if cleaned.get("seen") != self._now():
            self.data = cast("QueryDict", self.data).copy()
            self.data["seen"] = self._now()
            raise forms.ValidationError(CHANGED, code="stale")
        return cleaned | {"seen": {pair.pk: pair.row_version for pair in self.touched}}

    def _now(self) -> str:
        return " ".join(f"{pair.pk}:{pair.row_version}" for pair in self.touched)


class ConfirmGroupForm(OfGroup, PairNoteForm):
    """A confirmation of all of them."""


class DismissGroupForm(OfGroup, DismissForm):
    """One reason why none of them is a contradiction."""


class ReopenGroupForm(OfGroup, ReopenForm):
    """Why all that were decided together are looked at again."""

    def found(self) -> ContradictionQuerySet:
        """The pairs that one decision touched."""
        return decided_with(self.row)
