"""What merging two actors or two outlets asks for."""

from typing import Any

from django import forms

from claims.admin.forms import type_ahead
from events.administration.decisions import DecisionForm
from events.models import Actor
from sources.models import Outlet


class MergeActorForm(DecisionForm):
    """The actor that stands for both."""

    into = forms.ModelChoiceField(
        Actor.objects.filter(merged_into=None), label="Merge into",
        help_text="The one that stays: its name is shown, the other's becomes one of its names.",
    )  # fmt: skip
    reason = forms.CharField(
        max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Readers see it, if they could see the actor.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        type_ahead(self.fields["into"], Actor, "merged_into")


class MergeOutletForm(DecisionForm):
    """The outlet that stands for both."""

    into = forms.ModelChoiceField(
        Outlet.objects.filter(merged_into=None), label="Merge into",
        help_text="The one that stays: articles from the other's domains are its own from now on.",
    )  # fmt: skip
    reason = forms.CharField(max_length=300, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        type_ahead(self.fields["into"], Outlet, "merged_into")
