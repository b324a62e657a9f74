"""People who work on the ledger. They are deactivated, never deleted."""

import pghistory
import pgtrigger
from django.contrib.auth.models import AbstractUser
from django.db import models
from knox.models import AbstractAuthToken

from claims.choices import Role


@pghistory.track(model_name="UserHistory", exclude=["password", "last_login"])
class User(AbstractUser):  # type: ignore[django-manager-missing] # of knox, which has no types
    """An editor's account. Readers need none."""

    email = models.EmailField("e-mail address", unique=True)
    keyboard_shortcuts = models.BooleanField(
        default=True, help_text="Single-key shortcuts on the desk (WCAG 2.1.4 wants an off switch)."
    )

    REQUIRED_FIELDS = ["email"]

    class Meta(AbstractUser.Meta):
        # No "delete": what people decided stays, and so do they.
        default_permissions = ("add", "change", "view")
        permissions = [("use_api_token", "Can hold an API token")]
        triggers = [pgtrigger.Protect(name="deactivated_not_deleted", operation=pgtrigger.Delete)]

    @property
    def role(self) -> Role:
        """The highest role, by which the person appears in public."""
        if self.is_superuser:
            return Role.ADMINISTRATOR
        names = {group.name for group in self.groups.all()}
        for role in (Role.ADMINISTRATOR, Role.REVIEWER, Role.EDITOR):
            if role in names:
                return role
        return Role.REPORTER


class ApiToken(AbstractAuthToken):  # type: ignore[misc] # knox has no types
    """A key to the API; only its hash is kept, the key itself is shown once."""

    name = models.CharField(max_length=100, help_text="What it is for, such as “archive script”.")
    scope = models.CharField(
        max_length=10,
        choices=[("read", "Read more often"), ("ingest", "Ask for articles too")],
        default="ingest",
        help_text="What it may be used for, within what the person may do.",
    )
    last_used_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["user", "created"]
        verbose_name = "API token"

    def __str__(self) -> str:
        return f"{self.name} of {self.user}"
