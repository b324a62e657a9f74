"""Pairs that say the same thing, as one row to triage."""

from django.db import models
from django.db.models import Q

from claims import choices
from claims.models.contradiction import Contradiction
from claims.querysets import GroupQuerySet
from events.models import Event


class ContradictionGroup(models.Model):
    """One answer against another of one event, whoever gave them and how often.

    Five ministries that deny what one agency asserts are five pairs and one group. All but event
    and key is computed from its pairs in the transaction that changes one (``claims.triage``), so
    that a page of the queue is read off an index. ``rank`` is explained in ``claims.ranking``.
    """

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="contradiction_groups")
    key = models.CharField(max_length=64)
    kind = models.CharField(max_length=20, choices=choices.Kind.choices)
    severity = models.CharField(max_length=15, choices=choices.Severity.choices)
    waiting = models.PositiveIntegerField(default=0, help_text="Open pairs in the queue.")
    hidden = models.PositiveIntegerField(default=0, help_text="Open pairs below the threshold.")
    score = models.FloatField(default=0.0, help_text="The best of its open pairs.")
    claimants = models.PositiveIntegerField(default=0)
    origins = models.PositiveIntegerField(default=0)
    fresh_at = models.DateTimeField(null=True, help_text="When its latest open pair came.")
    oldest_at = models.DateTimeField(null=True, help_text="When its oldest open pair came.")
    rank = models.FloatField(default=0.0)
    lead = models.ForeignKey(
        Contradiction,
        null=True,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The open pair that stands for the others.",
    )
    precedent = models.ForeignKey(
        Contradiction,
        null=True,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The pair that was decided last.",
    )

    objects = GroupQuerySet.as_manager()

    class Meta:
        verbose_name = "group of contradictions"
        verbose_name_plural = "groups of contradictions"
        ordering = ["-rank", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "key"], name="contradiction_group_once"),
        ]
        indexes = [
            models.Index(fields=["-rank", "-id"], condition=Q(waiting__gt=0), name="group_by_rank"),
            models.Index(
                fields=["event", "-rank", "-id"],
                condition=Q(waiting__gt=0),
                name="group_of_event_by_rank",
            ),
            models.Index(
                fields=["kind", "-rank", "-id"],
                condition=Q(waiting__gt=0),
                name="group_of_kind_by_rank",
            ),
            models.Index(
                fields=["-rank", "-id"], condition=Q(hidden__gt=0), name="group_hidden_by_rank"
            ),
        ]

    def __str__(self) -> str:
        return str(self.lead or self.key)
