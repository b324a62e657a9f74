"""The words by which claims without a typed answer are found."""

from django.db import models

from claims.models.claim import Claim
from events.models import Event


class ClaimWord(models.Model):
    """A word of a claim that is compared by its words alone (``claims.comparing.plain_text``).

    The event stands beside it so that one index finds the claims of an event that have a word,
    the latest first, however many claims there are elsewhere.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+", db_index=False)
    word = models.CharField(max_length=60)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="words")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "word", "claim"], name="claim_word_once"),
        ]

    def __str__(self) -> str:
        return self.word
