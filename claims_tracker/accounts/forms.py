"""The form of a new password."""

from typing import TYPE_CHECKING, Any

from axes.utils import reset
from django.contrib.auth.forms import SetPasswordForm

from claims_tracker.accounts.models import User

if TYPE_CHECKING:
    BaseForm = SetPasswordForm[User]
else:
    BaseForm = SetPasswordForm


class NewPasswordForm(BaseForm):
    """A new password, after which failed attempts with the old one no longer lock."""

    def save(self, commit: bool = True) -> User:  # noqa: FBT001, FBT002 - Django's signature
        """Save it, and open the lock that forgetting it may have shut."""
        person = super().save(commit=commit)
        reset(username=person.get_username())
        return person

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = "New password"
        self.fields["new_password2"].label = "The same again"
