"""The forms of one's own account."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django import forms

from claims_tracker.accounts.login import CodeForm
from claims_tracker.accounts.models import User

if TYPE_CHECKING:
    UserForm = forms.ModelForm[User]
else:
    UserForm = forms.ModelForm

LIFETIMES = (("30", "30 days"), ("90", "90 days"), ("365", "A year"), ("", "Until revoked"))


class OwnForm(UserForm):
    """What a person may change about their own account."""

    class Meta:
        model = User
        fields = ("first_name", "last_name", "keyboard_shortcuts")
        labels = {"keyboard_shortcuts": "Single-key shortcuts on the desk"}
        help_texts = {
            "keyboard_shortcuts": "Every key has a button; switch them off if they hinder."
        }


class ConfirmForm(CodeForm):
    """The first code of a new app."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on as they come
        self.fields["code"].help_text = "The six digits that your app shows now."


class OffForm(CodeForm):
    """Turning off takes both: the password and a code."""

    password = forms.CharField(
        strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    field_order = ("password", "code")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on as they come
        del self.fields["code"].widget.attrs["autofocus"]


class TokenForm(forms.Form):
    """A new API token."""

    name = forms.CharField(max_length=100, label="What it is for")
    scope = forms.ChoiceField(
        choices=[("read", "Read more often"), ("ingest", "Ask for articles too")],
        label="What it may do",
    )
    days = forms.ChoiceField(choices=LIFETIMES, label="Good for", required=False)

    def lifetime(self) -> timedelta | None:
        """How long it is to be good; None for ever."""
        days = self.cleaned_data["days"]
        return timedelta(days=int(days)) if days else None
