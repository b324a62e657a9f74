"""The words of an article that a claim stands on."""

from typing import Self

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims import choices
from claims.models.claim import Claim
from events.fields import public_id
from sources.models import ArticleVersion

PERSON = settings.AUTH_USER_MODEL


class QuoteQuerySet(models.QuerySet["Quote"]):
    """The words of claims."""

    def accepted(self) -> Self:
        """Words that a person lets readers see where their claim is public."""
        return self.filter(accepted_at__isnull=False)

    def public(self) -> Self:
        """Words that readers see."""
        return self.accepted().filter(claim__in=Claim.objects.public())

    def waiting(self) -> Self:
        """Words added to published claims since, which readers do not see yet."""
        return self.filter(accepted_at=None, claim__review=choices.Review.PUBLISHED).exclude(
            exact=""
        )


@pghistory.track(model_name="QuoteHistory")
class Quote(models.Model):
    """The claim's words in one article version: ``version.text[start:end] == exact``.

    The database checks the slice itself. After a takedown ``exact`` is empty, hash and place stay.
    ``accepted_at`` says since when a person lets readers see it: at the claim's publication, or
    later for words that the reader adds to a published claim.
    """

    public_id = public_id("quo")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="quotes")
    version = models.ForeignKey(ArticleVersion, on_delete=models.PROTECT, related_name="quotes")
    start = models.PositiveIntegerField(help_text="First code point.")
    end = models.PositiveIntegerField(help_text="One past the last code point.")
    exact = models.TextField()
    exact_sha256 = models.CharField(max_length=64, editable=False)
    attribution = models.CharField(
        max_length=15, choices=choices.Attribution.choices, default=choices.Attribution.PARAPHRASE
    )
    speaker_start = models.PositiveIntegerField(null=True, blank=True)
    speaker_end = models.PositiveIntegerField(null=True, blank=True)
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    found_by = models.CharField(max_length=100, blank=True, editable=False)
    added_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    came_from = models.ForeignKey(
        Claim,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="quotes_given",
        editable=False,
        help_text="The claim it was found for, when that was merged into this one.",
    )
    accepted_at = models.DateTimeField(null=True, blank=True, editable=False)
    accepted_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = QuoteQuerySet.as_manager()

    class Meta:
        ordering = ["claim_id", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="quote_is_not_empty",
                violation_error_message="A quote has at least one character.",
            ),
            models.UniqueConstraint(
                fields=["claim", "version", "start", "end"], name="quote_is_given_once"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(accepted_by__isnull=False),
                name="quote_accepted_by_somebody",
                violation_error_message="Words are shown to readers by somebody.",
            ),
        ]
        indexes = [models.Index(fields=["version", "start"], name="quote_in_text")]
        triggers = [
            pgtrigger.Trigger(
                name="slices_its_text",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                declare=[("slice", "text")],
                func="""
                    IF current_setting('claims_tracker.takedown', true) = 'on'
                    AND NEW.exact = '' THEN
                        RETURN NEW;
                    END IF;
                    -- The lock waits for a takedown of this text that is under way.
                    SELECT substr(text, NEW.start + 1, NEW."end" - NEW.start) INTO slice
                    FROM sources_articleversion WHERE id = NEW.version_id FOR KEY SHARE;
                    IF slice IS DISTINCT FROM NEW.exact THEN
                        RAISE EXCEPTION 'The quote is not the text between % and %.',
                            NEW.start, NEW."end" USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return self.exact[:120]
