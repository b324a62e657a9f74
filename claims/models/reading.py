"""The job of reading one text about one event."""

from django.db import models
from django.db.models import Q

from claims import choices
from claims.querysets import ReadingQuerySet
from events.models import Event
from sources.models import ArticleVersion


class Reading(models.Model):
    """The durable job of reading one version about one event, and comparing what was read."""

    version = models.ForeignKey(ArticleVersion, on_delete=models.PROTECT, related_name="readings")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="readings")
    reader_version = models.CharField(max_length=60)
    state = models.CharField(
        max_length=15, choices=choices.ReadingState.choices, default=choices.ReadingState.QUEUED
    )
    attempts = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_token = models.CharField(max_length=32, blank=True)
    next_try_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=60, blank=True)
    reason_text = models.TextField(blank=True)
    outcome = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "event", "reader_version"], name="reading_once_a_reader"
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at", "id"],
                condition=Q(state__in=["queued", "reading", "comparing", "failed"]),
                name="reading_due",
            ),
            models.Index(fields=["state", "created_at", "id"], name="reading_by_state"),
        ]
        permissions = [("retry_reading", "Can retry a failed or quarantined reading")]

    def __str__(self) -> str:
        return f"{self.version} about {self.event}"
