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

    # When, and not only whether: the history tells who changed it, and why.
    second_factor_at = models.DateTimeField(
        "second factor since",
        null=True,
        blank=True,
        editable=False,
        help_text="Set up by the person; empty where the password alone lets in.",
    )
    role_given_at = models.DateTimeField("role given", null=True, blank=True, editable=False)
    sessions_ended_at = models.DateTimeField(
        "sessions ended", null=True, blank=True, editable=False
    )
    link_made_at = models.DateTimeField(
        "link for a password made", null=True, blank=True, editable=False
    )

    REQUIRED_FIELDS = ["email"]

    class Meta(AbstractUser.Meta):
        # No "delete": what people decided stays, and so do they.
        default_permissions = ("add", "change", "view")
        permissions = [("use_api_token", "Can hold an API token")]
        triggers = [pgtrigger.Protect(name="deactivated_not_deleted", operation=pgtrigger.Delete)]

    def in_words(self) -> str:
        """Who it is, for colleagues: "Rosa Lind (rosa), a reporter"."""
        name = self.get_full_name()
        called = f"{name} ({self.username})" if name else self.username
        return f"{called}, {self.role.label}{'' if self.is_active else ', deactivated'}"

    @property
    def role(self) -> Role:
        """The highest role, by which the person appears in public."""
        if self.is_superuser:
            return Role.ADMINISTRATOR
        names = {group.name for group in self.groups.all()}
        for role in (Role.ADMINISTRATOR, Role.REVIEWER, Role.EDITOR, Role.REPORTER):
            if role in names:
                return role
        return Role.GUEST


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


class DeskSession(models.Model):
    """One log-in of a person, as it is told to them. Of the session's key we keep a hash only."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="desk_sessions")
    key_hash = models.CharField(max_length=64, unique=True, editable=False)
    device = models.CharField(max_length=60, help_text="Such as “Firefox on Windows”.")
    address = models.CharField(max_length=40, help_text="Shortened to the network.")
    began_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()

    class Meta:
        ordering = ["-last_seen_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.device}, {self.address}"
