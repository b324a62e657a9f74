"""What happened, where, when, and who took part."""

import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from events import choices
from events.dates import DateError, bounds
from events.fields import Editable, bound, edtf, in_order, keep_old_slug, public_id
from events.querysets import ActorQuerySet, EventQuerySet

ENDS_TOO_SOON = "The event cannot end before it began."


class OldSlug(models.Model):
    """A slug that an event, actor or outlet once had: its address redirects to the row."""

    kind = models.CharField(max_length=10)
    slug = models.SlugField(max_length=120)
    object_id = models.BigIntegerField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="old_slug_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"


@pghistory.track(model_name="EventHistory")
class Event(Editable):
    """Something that happened, about which actors make claims."""

    public_id = public_id("evt")
    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True, help_text="At most 80 words, in plain language.")
    kind = models.CharField(
        max_length=20, choices=choices.EventKind.choices, default=choices.EventKind.OTHER
    )
    began = edtf(help_text="When it began, as known: 2023-05-22, 2023-05 or 2023-05-22T08:00:00Z.")
    began_from = bound()
    began_to = bound()
    ended = edtf(help_text="When it ended; empty while it goes on.")
    ended_from = bound()
    ended_to = bound()
    timezone = models.CharField(
        max_length=60, default="UTC", help_text="The place's own zone, such as Europe/Moscow."
    )
    place = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    place_precision = models.CharField(
        max_length=20,
        choices=choices.PlacePrecision.choices,
        default=choices.PlacePrecision.UNKNOWN,
    )
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    related = models.ManyToManyField("self", blank=True)
    progress = models.CharField(
        max_length=20, choices=choices.Progress.choices, default=choices.Progress.DEVELOPING
    )
    visibility = models.CharField(
        max_length=10, choices=choices.Visibility.choices, default=choices.Visibility.DRAFT
    )
    team = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="events",
        help_text="Only these editors may change the event; empty means every editor.",
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-began_from", "-pk"]
        constraints = [
            in_order("event_began_in_order", "began_from", "began_to"),
            in_order("event_ended_in_order", "ended_from", "ended_to"),
            in_order("event_ends_after_it_began", "began_from", "ended_to", ENDS_TOO_SOON),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True) | Q(latitude__range=(-90, 90)),
                name="event_latitude_on_earth",
                violation_error_message="A latitude lies between -90 and 90 degrees.",
            ),
            models.CheckConstraint(
                condition=Q(longitude__isnull=True) | Q(longitude__range=(-180, 180)),
                name="event_longitude_on_earth",
                violation_error_message="A longitude lies between -180 and 180 degrees.",
            ),
            models.CheckConstraint(
                condition=~Q(parent=models.F("id")),
                name="event_is_not_its_own_parent",
                violation_error_message="An event cannot be a part of itself.",
            ),
        ]
        indexes = [
            GinIndex(
                SearchVector("title", "summary", "place", config="simple"), name="event_by_words"
            ),
            models.Index(fields=["created_at", "id"], name="event_by_time"),
            models.Index(
                fields=["-updated_at", "-id"],
                name="event_public_by_update",
                condition=Q(visibility="public"),
            ),
        ]
        triggers = [*Editable.Meta.triggers, keep_old_slug("event")]
        permissions = [("edit_any_event", "Can edit events of every team")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuse an end before the beginning: of what is computed, forms check no constraint."""
        super().clean()
        try:
            (began, _), (_, ended) = bounds(self.began), bounds(self.ended)
        except DateError:
            return  # told beside its own field
        if began and ended and ended < began:
            raise ValidationError({"ended": ENDS_TOO_SOON})

    def save(self, *args: object, **kwargs: object) -> None:
        """Compute the bounds of both dates, then save."""
        self.began_from, self.began_to = bounds(self.began)
        self.ended_from, self.ended_to = bounds(self.ended)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        """The event's public page."""
        return reverse("event", args=[self.slug])


@pghistory.track(model_name="ActorHistory")
class Actor(Editable):
    """A person, state, ministry, armed group or body that acts or speaks."""

    public_id = public_id("act")
    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200, help_text="The name shown to readers.")
    kind = models.CharField(max_length=30, choices=choices.ActorKind.choices)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
        help_text="The state or body it belongs to and speaks with one voice with.",
    )
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166 code, such as UA.")
    wikidata_id = models.CharField(max_length=20, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    starter = models.BooleanField(default=False, editable=False)

    objects = ActorQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(parent=models.F("id")),
                name="actor_is_not_its_own_parent",
                violation_error_message="An actor cannot belong to itself.",
            ),
        ]
        indexes = [
            models.Index(fields=["name", "id"], name="actor_by_name"),
            models.Index(fields=["created_at", "id"], name="actor_by_time"),
        ]
        triggers = [*Editable.Meta.triggers, keep_old_slug("actor")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The actor's public page."""
        return reverse("actor", args=[self.slug])


@pghistory.track(model_name="ActorNameHistory")
class ActorName(models.Model):
    """One name by which an actor is called."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, editable=False, db_index=True)
    language = models.CharField(max_length=10, blank=True, help_text="ISO 639-1; empty for any.")
    kind = models.CharField(
        max_length=20, choices=choices.NameKind.choices, default=choices.NameKind.ALIAS
    )

    class Meta:
        ordering = ["actor", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["actor", "text", "language"], name="actor_name_is_given_once"
            ),
        ]
        indexes = [
            GinIndex(fields=["folded"], name="actor_name_trigram", opclasses=["gin_trgm_ops"])
        ]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: object, **kwargs: object) -> None:
        """Fold the name for look-up, then save."""
        from events.directory import fold  # noqa: PLC0415 - keeps the model file importable alone

        self.folded = fold(self.text)
        super().save(*args, **kwargs)  # type: ignore[arg-type]


@pghistory.track(model_name="ActorLinkHistory")
class ActorLink(models.Model):
    """How an actor stands to an organisation, and since when."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="links")
    organisation = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="linked")
    kind = models.CharField(max_length=20, choices=choices.LinkKind.choices)
    title = models.CharField(max_length=200, blank=True, help_text="The post, such as spokesman.")
    since = edtf()
    since_from = bound()
    since_to = bound()
    until = edtf()
    until_from = bound()
    until_to = bound()

    class Meta:
        ordering = ["actor", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(actor=models.F("organisation")),
                name="actor_link_joins_two",
                violation_error_message="A link joins two different actors.",
            ),
            models.UniqueConstraint(
                fields=["actor", "organisation", "kind", "title"], name="actor_link_is_given_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} {self.get_kind_display()} {self.organisation}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Compute the bounds of both dates, then save."""
        self.since_from, self.since_to = bounds(self.since)
        self.until_from, self.until_to = bounds(self.until)
        super().save(*args, **kwargs)  # type: ignore[arg-type]


@pghistory.track(model_name="ParticipationHistory")
class Participation(models.Model):
    """An actor's undisputed part in an event; it marks interested parties."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participations")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="participations")
    role = models.CharField(max_length=20, choices=choices.ParticipationRole.choices)

    class Meta:
        ordering = ["event", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "actor", "role"], name="participation_is_given_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor}: {self.get_role_display()}"
