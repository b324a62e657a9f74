"""From which score on the software's finds are worth an editor's minute."""

import pghistory
from django.db import models
from django.db.models import Q

from claims import choices
from events.fields import Editable


@pghistory.track(model_name="ThresholdHistory")
class Threshold(Editable):
    """The score below which finds of one kind do not enter the queue; one row a kind.

    They stay stored, and a filter shows them. What a person flagged is never hidden.
    """

    kind = models.CharField(
        max_length=20, choices=choices.Kind.choices, unique=True, editable=False
    )
    score = models.FloatField(default=0.0, help_text="From 0, which hides nothing, to 1.")

    class Meta:
        ordering = ["kind"]
        constraints = [
            models.CheckConstraint(
                condition=Q(score__range=(0, 1)),
                name="threshold_is_a_share",
                violation_error_message="A threshold lies between 0 and 1.",
            ),
        ]
        triggers = Editable.Meta.triggers

    def __str__(self) -> str:
        return self.get_kind_display()
