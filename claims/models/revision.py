"""Notices that a claimant gave another answer than before."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims import choices
from claims.models.claim import Claim
from events.fields import Editable
from events.models import Event

PERSON = settings.AUTH_USER_MODEL


@pghistory.track(model_name="RevisionNoticeHistory")
class RevisionNotice(Editable):
    """The software's notice that a claim gives another answer than its claimant gave before.

    That is no contradiction. One row for a later claim, with the latest of those before it;
    ``downward`` when a figure fell, which wants an editor's eye: it may be a correction, a part
    of the whole, or an error of reading.
    """

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="revision_notices")
    later = models.OneToOneField(
        Claim,
        on_delete=models.PROTECT,
        related_name="revision_notice",
        verbose_name="later claim",
    )
    earlier = models.ForeignKey(
        Claim,
        on_delete=models.PROTECT,
        related_name="noticed_later",
        verbose_name="earlier claim",
    )
    reason = models.TextField(help_text="One sentence with both answers.")
    downward = models.BooleanField(default=False, verbose_name="figure fell")
    detector = models.CharField(max_length=100)
    state = models.CharField(
        max_length=10, choices=choices.NoticeState.choices, default=choices.NoticeState.OPEN
    )
    seen_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "revision"
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(later=F("earlier")),
                name="revision_joins_two_claims",
                violation_error_message="A revision joins two claims.",
            ),
            models.CheckConstraint(
                condition=~Q(state=choices.NoticeState.SEEN)
                | Q(seen_by__isnull=False, seen_at__isnull=False),
                name="revision_seen_by_a_person",
                violation_error_message="A notice that was seen names by whom, and when.",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "downward", "created_at", "id"], name="revision_queue"),
            models.Index(fields=["created_at", "id"], name="revision_by_time"),
        ]
        triggers = Editable.Meta.triggers

    def __str__(self) -> str:
        return self.reason[:150]
