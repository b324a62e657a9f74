"""Questions, and claims that answer them."""

from datetime import UTC, datetime
from typing import Any

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property

from claims import choices
from claims.agreement import says
from claims.querysets import ClaimQuerySet, QuestionQuerySet
from claims.values import UNKNOWN, Count
from events.dates import bounds
from events.fields import Editable, bound, edtf, in_order, public_id
from events.models import Actor, Event

PERSON = settings.AUTH_USER_MODEL
UNDATED = datetime(9999, 12, 31, tzinfo=UTC)  # sorts last, is never shown as a date
DERIVED = ("made_at_from", "made_at_to", "holds_from", "holds_to", "sort_at")


@pghistory.track(model_name="QuestionHistory")
class Question(Editable):
    """A slot of one event with mutually exclusive answers.

    The machine finds it by ``key`` and never again changes what an editor set (``edited``).
    Questions with one ``dispute_key`` can exclude one another's answers.
    """

    public_id = public_id("qst")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="questions")
    text = models.CharField(max_length=300)
    topic = models.CharField(max_length=20, choices=choices.Topic.choices)
    key = models.CharField(max_length=200, editable=False)
    dispute_key = models.CharField(max_length=200)
    unit = models.CharField(max_length=60, blank=True)
    population = models.CharField(max_length=60, blank=True)
    edited = models.BooleanField(default=False, editable=False)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["event", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "key"], name="question_key_in_event"),
        ]
        indexes = [
            models.Index(fields=["event", "dispute_key"], name="question_by_dispute"),
            models.Index(fields=["created_at", "id"], name="question_by_time"),
        ]
        triggers = Editable.Meta.triggers

    def __str__(self) -> str:
        return self.text


@pghistory.track(model_name="ClaimHistory", exclude=["search"])
class Claim(Editable):
    """One claimant's answer or assertion, at one time."""

    public_id = public_id("clm")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="claims")
    question = models.ForeignKey(
        Question, null=True, blank=True, on_delete=models.PROTECT, related_name="claims"
    )
    claimant = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="claims",
        help_text="Who asserts it; empty when the article names nobody.",
    )
    claimant_text = models.CharField(
        max_length=300, blank=True, help_text="How the article names who asserts it."
    )
    statement = models.TextField(help_text="What is claimed, in one sentence.")
    topic = models.CharField(
        max_length=20, choices=choices.Topic.choices, default=choices.Topic.OTHER
    )
    stance = models.CharField(
        max_length=15, choices=choices.Stance.choices, default=choices.Stance.ASSERTS
    )
    modality = models.CharField(
        max_length=10, choices=choices.Modality.choices, default=choices.Modality.ASSERTED
    )

    # The answer, typed (claims.values.Answer); the rest of it in JSON.
    answer_actors = models.ManyToManyField(Actor, through="AnswerActor", related_name="answers")
    answer_names = models.JSONField(default=list, blank=True)
    answer_denied = models.BooleanField(default=False)
    rung = models.CharField(max_length=20, choices=choices.Rung.choices, blank=True)
    count_low = models.PositiveBigIntegerField(null=True, blank=True)
    count_high = models.PositiveBigIntegerField(null=True, blank=True)
    low_exclusive = models.BooleanField(default=False)
    high_exclusive = models.BooleanField(default=False)
    count_approximate = models.BooleanField(default=False)
    count_vague = models.BooleanField(default=False)
    unit = models.CharField(max_length=60, blank=True)
    count_text = models.CharField(max_length=200, blank=True)
    measure = models.CharField(max_length=60, blank=True)
    population = models.CharField(max_length=60, blank=True)
    basis = models.CharField(
        max_length=10, choices=choices.Basis.choices, default=choices.Basis.TOTAL
    )
    place = models.CharField(max_length=200, blank=True)
    value = models.CharField(max_length=60, blank=True)
    answer_rest = models.JSONField(default=dict, blank=True)

    made_at = edtf(help_text="When it was said, as known; empty when not stated.")
    made_at_from = bound()
    made_at_to = bound()
    made_at_text = models.CharField(max_length=200, blank=True, help_text="As the article has it.")
    holds = edtf(help_text="When it is true of, as known.")
    holds_from = bound()
    holds_to = bound()
    holds_text = models.CharField(max_length=200, blank=True)
    sort_at = models.DateTimeField(editable=False, default=UNDATED)

    review = models.CharField(
        max_length=10, choices=choices.Review.choices, default=choices.Review.PROPOSED
    )
    status = models.CharField(
        max_length=15, choices=choices.Status.choices, default=choices.Status.UNVERIFIED
    )
    lifecycle = models.CharField(
        max_length=10, choices=choices.Lifecycle.choices, default=choices.Lifecycle.CURRENT
    )
    attribution = models.CharField(
        max_length=15, choices=choices.Attribution.choices, default=choices.Attribution.PARAPHRASE
    )
    primary_source = models.BooleanField(
        default=False, help_text="A primary source confirms that the claimant said it."
    )
    key_development = models.BooleanField(default=False)
    revises = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="revised_by"
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )

    found_by = models.CharField(
        max_length=100, blank=True, editable=False, help_text="Rule or reader; empty for a person."
    )
    confidence = models.FloatField(null=True, blank=True, editable=False)
    match_key = models.CharField(max_length=64, blank=True, editable=False)
    edited_fields = models.JSONField(default=list, blank=True, editable=False)
    logged_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    search = models.GeneratedField(
        expression=SearchVector("statement", "claimant_text", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["sort_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(count_high__isnull=True) | Q(count_low__lte=F("count_high")),
                name="claim_count_in_order",
                violation_error_message="The highest number cannot be lower than the lowest.",
            ),
            models.CheckConstraint(
                condition=Q(count_high__isnull=True) | Q(count_low__isnull=False),
                name="claim_count_has_a_floor",
                violation_error_message="Give the lowest number too: “up to 5” is 0 to 5.",
            ),
            in_order("claim_made_in_order", "made_at_from", "made_at_to"),
            in_order("claim_holds_in_order", "holds_from", "holds_to"),
            models.CheckConstraint(
                condition=Q(confidence__isnull=True) | Q(confidence__range=(0, 1)),
                name="claim_confidence_is_a_share",
                violation_error_message="A confidence lies between 0 and 1.",
            ),
            models.CheckConstraint(
                condition=~Q(revises=F("id")),
                name="claim_does_not_revise_itself",
                violation_error_message="A claim cannot revise itself.",
            ),
            models.CheckConstraint(
                condition=Q(review=choices.Review.MERGED, merged_into__isnull=False)
                | (~Q(review=choices.Review.MERGED) & Q(merged_into__isnull=True)),
                name="claim_merged_into_another",
                violation_error_message="A merged claim names its survivor, and no other does.",
            ),
            models.CheckConstraint(
                condition=~Q(review=choices.Review.PUBLISHED) | Q(published_by__isnull=False),
                name="claim_published_by_a_person",
                violation_error_message="A published claim names who published it.",
            ),
            models.CheckConstraint(
                condition=Q(status=choices.Status.UNVERIFIED)
                | Q(review__in=[choices.Review.PUBLISHED, choices.Review.MERGED])
                | Q(review=choices.Review.REJECTED),
                name="claim_status_needs_publication",
                violation_error_message="A claim that was never published has no status yet.",
            ),
        ]
        indexes = [
            models.Index(fields=["event", "sort_at", "id"], name="claim_timeline"),
            models.Index(
                fields=["event", "sort_at", "id"],
                condition=Q(review="published"),
                name="claim_public_timeline",
            ),
            models.Index(
                fields=["claimant", "sort_at", "id"],
                condition=Q(review="published"),
                name="claim_public_by_claimant",
            ),
            models.Index(
                fields=["sort_at", "id"], condition=Q(review="published"), name="claim_public"
            ),
            models.Index(fields=["question", "sort_at", "id"], name="claim_by_question"),
            models.Index(fields=["event", "match_key"], name="claim_match"),
            # What claims of other questions are compared with (claims.comparing.reach).
            models.Index(
                fields=["event", "topic", "-id"],
                condition=Q(topic__in=[choices.Topic.OUTCOME, choices.Topic.CONTROL]),
                name="claim_by_reach",
            ),
            models.Index(
                fields=["event", "-id"],
                condition=Q(topic=choices.Topic.OTHER, value="account"),
                name="claim_rejects_account",
            ),
            models.Index(fields=["review", "created_at", "id"], name="claim_by_review"),
            models.Index(fields=["updated_at", "id"], name="claim_by_update"),
            GinIndex(fields=["search"], name="claim_search"),
        ]
        triggers = Editable.Meta.triggers
        permissions = [
            ("publish_claim", "Can publish a claim"),
            ("reject_claim", "Can reject a claim"),
            ("merge_claim", "Can merge claims"),
        ]

    # Set for a page of rows by ``claims.disputes.attach_disputes``; None until then.
    disputed_by_names: list[str] | None = None

    @cached_property
    def has_new_words(self) -> bool:
        """Whether words wait that readers may see under the published claim: one query."""
        return self.review == choices.Review.PUBLISHED and self.quotes.waiting().exists()

    def __str__(self) -> str:
        return f"{self.claimant_name}: {self.statement[:120]}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Compute bounds and the place in the timeline, then save."""
        self.place_in_time()
        fields = kwargs.get("update_fields")
        if fields is not None:
            kwargs["update_fields"] = {*fields, *DERIVED, "updated_at"}
        super().save(*args, **kwargs)

    def place_in_time(self) -> None:
        """Compute the bounds of its dates and its place in the timeline."""
        self.made_at_from, self.made_at_to = bounds(self.made_at)
        self.holds_from, self.holds_to = bounds(self.holds)
        # "By 23 May" has an end only: it stands at the end of that day.
        self.sort_at = self.made_at_from or self.made_at_to or UNDATED

    def get_absolute_url(self) -> str:
        """The claim's public page."""
        return reverse("claim", args=[self.public_id])

    @property
    def answer_named(self) -> list[str]:
        """Who is named in the answer but not in the directory, as the text names them."""
        return [str(name).removeprefix(UNKNOWN) for name in self.answer_names]

    @property
    def claimant_name(self) -> str:
        """Who says it, for people; in words where the source names nobody."""
        if self.claimant is not None:
            return self.claimant.name
        return self.claimant_text or "Claimant not named in the source"

    @property
    def says(self) -> str:
        """What the claimant does, as a verb that agrees with their name: "deny"."""
        return says(self.claimant_name, self.stance)

    @property
    def count(self) -> Count | None:
        """The stated number as an interval; None when the claim states none."""
        if self.count_low is None:
            return None
        return Count(
            low=self.count_low,
            high=self.count_high,
            low_exclusive=self.low_exclusive,
            high_exclusive=self.high_exclusive,
            approximate=self.count_approximate,
            vague=self.count_vague,
            unit=self.unit,
            text=self.count_text,
        )


class AnswerActor(models.Model):
    """An actor whom a claim's answer names: who did it, who holds the place."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="answered")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="named_in")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["claim", "actor"], name="answer_actor_once"),
        ]

    def __str__(self) -> str:
        return str(self.actor)
