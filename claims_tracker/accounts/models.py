"""People who work on the ledger. They are deactivated, never deleted."""

import pghistory
from django.contrib.auth.models import AbstractUser
from django.db import models

from claims.choices import Role


@pghistory.track(model_name="UserHistory", exclude=["password", "last_login"])
class User(AbstractUser):
    """An editor's account. Readers need none."""

    email = models.EmailField("e-mail address", unique=True)
    keyboard_shortcuts = models.BooleanField(
        default=True, help_text="Single-key shortcuts on the desk (WCAG 2.1.4 wants an off switch)."
    )

    REQUIRED_FIELDS = ["email"]

    class Meta(AbstractUser.Meta):
        permissions = [("use_api_token", "Can hold an API token")]

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
