"""The forms of logging in and of a new password."""

from typing import TYPE_CHECKING, Any

from axes.utils import reset
from django.contrib.admin.forms import AdminAuthenticationForm
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


class LoginForm(AdminAuthenticationForm):
    """Logging in. A name longer than any account's is a wrong one, and kept in no record."""

    def clean_username(self) -> str:
        """The name, if an account can have it: Django sets the limit on the page only."""
        name = str(self.cleaned_data["username"])
        limit = User._meta.get_field("username").max_length or 0  # noqa: SLF001 - Django's documented _meta
        if len(name) > limit:
            raise self.get_invalid_login_error()
        return name
