"""What a merge of two actors or two outlets moved, so that it can be taken apart again."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class DirectoryMerge(models.Model):
    """One row of the directory that another stands for since, and what moved with it.

    ``moved`` holds, for each place that pointed at the one, the ids of the rows that point at the
    other since; ``given`` what the other got anew: the ids of names, or domains.
    """

    class Kind(models.TextChoices):
        ACTOR = "actor", "actor"
        OUTLET = "outlet", "outlet"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    row = models.PositiveBigIntegerField()
    into = models.PositiveBigIntegerField()
    moved = models.JSONField(default=dict)
    given = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "row"], condition=Q(undone_at=None), name="directory_merge_in_force"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.row} into {self.into}"
