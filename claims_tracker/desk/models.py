"""What editors keep to themselves: drafts, notes, assignments, what they put off. Never public."""

import pghistory
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from claims.models import Quote
from sources.models import ArticleVersion

PERSON = settings.AUTH_USER_MODEL


class Attached(models.Model):
    """Something that hangs on any row of the ledger."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey("content_type", "object_id")

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["content_type", "object_id"])]


class Draft(models.Model):
    """A form's unsaved words, kept for the person who typed them."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="drafts")
    form = models.CharField(max_length=200, help_text="The form's address.")
    data = models.JSONField(default=dict)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "form"], name="draft_once_a_form")]

    def __str__(self) -> str:
        return self.form


class Note(Attached):
    """A remark to colleagues."""

    author = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="notes")
    text = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(Attached.Meta):
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class Assignment(Attached):
    """Who is to look at something, and until when."""

    assignee = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="assignments")
    assigned_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(Attached.Meta):
        ordering = ["due_at", "pk"]

    def __str__(self) -> str:
        return f"{self.assignee}: {self.target}"


class Snooze(Attached):
    """Something that one person put off; it comes back by itself.

    Only for who put it off: a colleague may know at once what another cannot decide now, and
    nobody makes a contradiction vanish from the newsroom's queue.
    """

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="snoozes")
    until = models.DateTimeField()
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["until", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "content_type", "object_id"], name="snooze_once_a_row"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target}, until {self.until:%d %b %Y, %H:%M} UTC"


@pghistory.track(model_name="LostAnchorHistory")
class LostAnchor(models.Model):
    """Words of a claim that an article no longer has: it was changed since we fetched them.

    The quote stands on the text as fetched, which never changes. An editor says whether that is
    enough, or where the claim stands in the text as it is now. One row a quote.
    """

    quote = models.OneToOneField(Quote, on_delete=models.PROTECT, related_name="lost")
    version = models.ForeignKey(
        ArticleVersion,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The first text without the words.",
    )
    found_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["found_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(settled_at=None) | models.Q(settled_by__isnull=False),
                name="lost_anchor_settled_by_somebody",
                violation_error_message="A settled one names who settled it.",
            ),
        ]
        indexes = [models.Index(fields=["settled_at", "found_at", "id"], name="lost_anchor_open")]

    def __str__(self) -> str:
        return str(self.quote)
