"""Pairs of claims that cannot both be true."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from claims import choices
from claims.models.claim import Claim
from claims.querysets import ContradictionQuerySet
from events.fields import Editable, public_id
from events.models import Event

PERSON = settings.AUTH_USER_MODEL


# The group is computed from the sides (``claims.triage``), whose own history tells what changed.
@pghistory.track(model_name="ContradictionHistory", exclude=["group"])
class Contradiction(Editable):
    """Two claims that cannot both be true of the same event at the same time, or pull apart.

    One row a pair, the smaller claim id first. ``sides_digest`` covers what the finding depends
    on: a dismissed pair opens again only when it changes.
    """

    public_id = public_id("con")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="contradictions")
    first = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="contradictions_first")
    second = models.ForeignKey(
        Claim, on_delete=models.PROTECT, related_name="contradictions_second"
    )
    kind = models.CharField(max_length=20, choices=choices.Kind.choices)
    severity = models.CharField(
        max_length=15, choices=choices.Severity.choices, default=choices.Severity.CONTRADICTION
    )
    score = models.FloatField(default=1.0)
    reason = models.TextField(help_text="One sentence that quotes both sides.")
    signals = models.JSONField(default=dict, blank=True)
    detector = models.CharField(max_length=100, blank=True, help_text="Empty for a person's own.")
    sides_digest = models.CharField(max_length=64, editable=False)
    state = models.CharField(
        max_length=10,
        choices=choices.ContradictionState.choices,
        default=choices.ContradictionState.OPEN,
    )
    dismissal_reason = models.CharField(
        max_length=25, choices=choices.DismissalReason.choices, blank=True
    )
    decision_note = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    returned_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="When a changed side brought it back to the queue; empty if none did.",
    )
    group = models.ForeignKey(
        "ContradictionGroup",
        null=True,
        blank=True,
        editable=False,
        db_index=False,
        on_delete=models.PROTECT,
        related_name="pairs",
        help_text="The pairs that say the same thing; empty until it is computed.",
    )

    objects = ContradictionQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="contradiction_smaller_id_first",
                violation_error_message="A contradiction joins two claims, the older one first.",
            ),
            models.UniqueConstraint(fields=["first", "second"], name="contradiction_once_a_pair"),
            models.CheckConstraint(
                condition=Q(score__range=(0, 1)),
                name="contradiction_score_is_a_share",
                violation_error_message="A score lies between 0 and 1.",
            ),
            models.CheckConstraint(
                condition=~Q(state=choices.ContradictionState.DISMISSED) | ~Q(dismissal_reason=""),
                name="contradiction_dismissed_with_reason",
                violation_error_message="Say why the contradiction is dismissed.",
            ),
            models.CheckConstraint(
                condition=~Q(
                    state__in=[
                        choices.ContradictionState.CONFIRMED,
                        choices.ContradictionState.DISMISSED,
                    ]
                )
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="contradiction_decided_by_a_person",
                violation_error_message="A decided contradiction names who decided, and when.",
            ),
        ]
        indexes = [
            models.Index(fields=["event", "created_at", "id"], name="contradiction_by_event"),
            models.Index(fields=["created_at", "id"], name="contradiction_by_time"),
            models.Index(fields=["state", "created_at", "id"], name="contradiction_by_state"),
            models.Index(fields=["group", "state", "id"], name="contradiction_by_group"),
            models.Index(fields=["kind", "state", "score"], name="contradiction_by_score"),
        ]
        triggers = Editable.Meta.triggers
        permissions = [("decide_contradiction", "Can confirm or dismiss a contradiction")]

    def __str__(self) -> str:
        return self.reason[:150]

    def get_absolute_url(self) -> str:
        """The contradiction's public page."""
        return reverse("contradiction", args=[self.public_id])
