"""The forms of somebody's account, for administrators. No password passes through them."""

from django import forms

from claims.choices import Role
from claims_tracker.accounts.decisions import GIVEN
from claims_tracker.accounts.models import User
from events.administration.versions import VersionedForm


class PersonForm(VersionedForm):
    """What is known of a person."""

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email", "keyboard_shortcuts")


class NewPersonForm(VersionedForm):
    """A new account: who it is for, and what they may do."""

    role = forms.ChoiceField(choices=GIVEN, widget=forms.RadioSelect, initial=Role.REPORTER.value)

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email")
