"""What was published, and what we fetched of it."""

import zlib
from urllib.parse import urlsplit

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse

from events.dates import bounds
from events.fields import (
    Editable,
    append_only,
    bound,
    edtf,
    in_order,
    keep_old_slug,
    public_id,
)
from events.models import Actor, Event
from sources import choices
from sources.querysets import ArticleQuerySet, FeedQuerySet, IngestJobQuerySet, OutletQuerySet

URL_LENGTH = 2000
PERSON = settings.AUTH_USER_MODEL


@pghistory.track(model_name="OutletHistory")
class Outlet(Editable):
    """Who publishes: a newspaper, an agency, a channel, an office's own site."""

    public_id = public_id("out")
    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=200)
    domains = ArrayField(
        models.CharField(max_length=253), default=list, blank=True, help_text="Such as example.org."
    )
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166 code, such as UA.")
    language = models.CharField(max_length=10, blank=True)
    owner = models.CharField(max_length=200, blank=True)
    state_linked = models.BooleanField(default=False)
    actor = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="outlets",
        help_text="The actor whose own channel this is.",
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )

    objects = OutletQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        indexes = [
            GinIndex(fields=["domains"], name="outlet_by_domain"),
            models.Index(fields=["created_at", "id"], name="outlet_by_time"),
        ]
        triggers = [*Editable.Meta.triggers, keep_old_slug("outlet")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The outlet's public page."""
        return reverse("outlet", args=[self.slug])


@pghistory.track(model_name="ReliabilityGradeHistory")
class ReliabilityGrade(models.Model):
    """How reliable an outlet is held to be, for what, why, and by whom. A new one replaces it."""

    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="grades")
    letter = models.CharField(max_length=1, choices=choices.Reliability.choices)
    scope = models.CharField(max_length=200, blank=True, help_text="For which subject; or all.")
    rationale = models.TextField()
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ["outlet", "-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.outlet}: {self.letter}"


@pghistory.track(
    model_name="FeedHistory",
    exclude=[
        "next_poll_at",
        "lease_until",
        "lease_token",
        "last_polled_at",
        "etag",
        "last_modified",
    ],
)
class Feed(Editable):
    """Where we look for new articles."""

    public_id = public_id("fed")
    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="feeds")
    event = models.ForeignKey(
        Event,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="feeds",
        help_text="When every article of the feed belongs to one event.",
    )
    url = models.URLField(max_length=URL_LENGTH, unique=True)
    etag = models.CharField(max_length=500, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    next_poll_at = models.DateTimeField(db_index=True)
    last_polled_at = models.DateTimeField(null=True, blank=True, editable=False)
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    lease_token = models.CharField(max_length=32, blank=True, editable=False)
    failures = models.PositiveIntegerField(default=0, editable=False)
    state = models.CharField(
        max_length=10, choices=choices.FeedState.choices, default=choices.FeedState.ACTIVE
    )
    last_error = models.TextField(blank=True, editable=False)

    objects = FeedQuerySet.as_manager()

    class Meta:
        ordering = ["outlet", "pk"]
        triggers = Editable.Meta.triggers

    def __str__(self) -> str:
        return self.url


class Origin(models.Model):
    """One independent report behind several syndicated copies ("12 articles, 2 origins")."""

    public_id = public_id("org")
    credit = models.CharField(max_length=200, blank=True, help_text="Named agency, if any.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.credit or f"origin {self.pk}"


@pghistory.track(model_name="ArticleHistory")
class Article(Editable):
    """One published page or text, in all its versions."""

    public_id = public_id("art")
    canonical_url = models.CharField(
        max_length=URL_LENGTH,
        unique=True,
        help_text="The page's one address; urn:sha256:... for a text given as a file.",
    )
    outlet = models.ForeignKey(
        Outlet, null=True, blank=True, on_delete=models.PROTECT, related_name="articles"
    )
    title = models.CharField(max_length=1000, blank=True, help_text="Of the newest version.")
    language = models.CharField(max_length=10, blank=True)
    published = edtf(help_text="As the page states it; never the time of fetching.")
    published_from = bound()
    published_to = bound()
    published_found_by = models.CharField(
        max_length=10, choices=choices.FoundBy.choices, blank=True, default=choices.FoundBy.NONE
    )
    origin = models.ForeignKey(
        Origin, null=True, blank=True, on_delete=models.PROTECT, related_name="articles"
    )
    gone = models.CharField(max_length=10, choices=choices.Gone.choices, blank=True, default="")
    gone_at = models.DateTimeField(null=True, blank=True)
    last_fetched_at = models.DateTimeField(null=True, blank=True)
    events = models.ManyToManyField(Event, through="ArticleEvent", related_name="articles")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [in_order("article_published_in_order", "published_from", "published_to")]
        indexes = [
            models.Index(fields=["created_at", "id"], name="article_by_time"),
            models.Index(fields=["outlet", "created_at", "id"], name="article_by_outlet"),
        ]
        triggers = Editable.Meta.triggers

    def __str__(self) -> str:
        return self.title or self.canonical_url

    def save(self, *args: object, **kwargs: object) -> None:
        """Compute the bounds of the publication date, then save."""
        self.published_from, self.published_to = bounds(self.published)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def web_url(self) -> str:
        """The address to link to; "" for a text that was given as a file."""
        safe = urlsplit(self.canonical_url).scheme in {"http", "https"}
        return self.canonical_url if safe else ""


EMPTIED = ["title", "text", "raw", "taken_down_at", "takedown_reason"]


class ArticleVersion(models.Model):
    """The immutable text that we fetched at one moment. A changed page makes a new one."""

    public_id = public_id("ver")
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=1000, blank=True)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=10, blank=True)
    text_sha256 = models.CharField(max_length=64)
    raw_sha256 = models.CharField(max_length=64)
    raw = models.BinaryField(help_text="The bytes as fetched, compressed with zlib.")
    media_type = models.CharField(max_length=100, blank=True)
    extractor = models.CharField(max_length=100)
    fetched_at = models.DateTimeField()
    final_url = models.CharField(max_length=URL_LENGTH, blank=True)
    etag = models.CharField(max_length=500, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    simhash = models.BigIntegerField(default=0)
    bands = ArrayField(models.BigIntegerField(), default=list)
    terms = ArrayField(models.BigIntegerField(), default=list)
    taken_down_at = models.DateTimeField(null=True, blank=True)
    takedown_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="article_version_number"),
        ]
        indexes = [
            models.Index(fields=["text_sha256"], name="article_version_text"),
            models.Index(fields=["fetched_at", "id"], name="article_version_by_time"),
        ]
        triggers = [
            *append_only("ArticleVersion", emptied=EMPTIED),
            pgtrigger.Trigger(
                name="found_by_keys",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                func="""
                    INSERT INTO sources_versionkey (kind, key, version_id)
                    SELECT 1, unnest(NEW.terms), NEW.id UNION SELECT 2, unnest(NEW.bands), NEW.id;
                    RETURN NULL;
                """,
            ),
        ]
        permissions = [("takedown_articleversion", "Can empty a stored text on a legal demand")]

    def __str__(self) -> str:
        return f"{self.title or self.article_id} (version {self.number})"

    def raw_bytes(self) -> bytes:
        """The bytes as fetched; b"" after a takedown."""
        return zlib.decompress(bytes(self.raw)) if self.raw else b""


class VersionKey(models.Model):
    """What a version is found by: its newest holders stand together (``sources.sharing``).

    Made by the database from ``terms`` and ``bands``. Versions are never removed, so nothing
    checks that there is one.
    """

    pk = models.CompositePrimaryKey("kind", "key", "version_id")
    kind = models.PositiveSmallIntegerField(choices=choices.KeyKind.choices)
    key = models.BigIntegerField()
    version = models.ForeignKey(
        ArticleVersion, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False
    )

    class Meta:
        indexes = [models.Index(fields=["version", "kind"], name="version_key_of_version")]

    def __str__(self) -> str:
        return f"{self.version_id} has {self.key}"


@pghistory.track(model_name="ArticleEventHistory")
class ArticleEvent(models.Model):
    """That an article is about an event, how sure that is, and who decided it."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="article_events")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="article_events")
    score = models.FloatField(default=1.0)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["article", "-score"]
        constraints = [
            models.UniqueConstraint(fields=["article", "event"], name="article_event_once"),
        ]

    def __str__(self) -> str:
        return f"{self.article} in {self.event}"


@pghistory.track(
    model_name="IngestJobHistory", exclude=["payload", "lease_until", "lease_token", "next_try_at"]
)
class IngestJob(models.Model):
    """A wish to take in one article: the durable job of the fetch stage.

    Either ``url`` or ``payload`` (the bytes of a given file) is set. ``request_key`` makes
    asking twice harmless: one unsettled job for one source and event.
    """

    public_id = public_id("ing")
    url = models.CharField(max_length=URL_LENGTH, blank=True)
    file_name = models.CharField(max_length=300, blank=True)
    payload = models.BinaryField(null=True, blank=True)
    payload_type = models.CharField(max_length=100, blank=True)
    given_title = models.CharField(max_length=1000, blank=True)
    request_key = models.CharField(max_length=64, db_index=True)
    event = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.PROTECT, related_name="ingests"
    )
    outlet = models.ForeignKey(
        Outlet, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    feed = models.ForeignKey(
        Feed, null=True, blank=True, on_delete=models.SET_NULL, related_name="ingests"
    )
    published = edtf()
    state = models.CharField(
        max_length=15, choices=choices.IngestState.choices, default=choices.IngestState.QUEUED
    )
    reason = models.CharField(max_length=60, blank=True, help_text="Code of what went wrong.")
    reason_text = models.TextField(blank=True, help_text="The same in words.")
    outcome = models.CharField(max_length=20, blank=True, help_text="new, changed or unchanged.")
    suggestions = models.JSONField(default=list, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_token = models.CharField(max_length=32, blank=True)
    next_try_at = models.DateTimeField(null=True, blank=True)
    article = models.ForeignKey(
        Article, null=True, blank=True, on_delete=models.PROTECT, related_name="ingests"
    )
    version = models.ForeignKey(
        ArticleVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="ingests"
    )
    requested_by = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = IngestJobQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=(~Q(url="") & Q(file_name="")) | (Q(url="") & ~Q(file_name="")),
                name="ingest_has_one_source",
                violation_error_message="Give an address or a file, one of the two.",
            ),
            models.UniqueConstraint(
                fields=["request_key"],
                condition=Q(state__in=["queued", "fetching", "reading", "failed"]),
                name="ingest_one_unsettled_job",
            ),
        ]
        indexes = [
            models.Index(fields=["created_at", "id"], name="ingest_by_time"),
            models.Index(
                fields=["next_try_at", "id"],
                condition=Q(state__in=["queued", "fetching", "failed"]),
                name="ingest_due",
            ),
            models.Index(fields=["state", "created_at", "id"], name="ingest_by_state"),
        ]
        permissions = [("retry_ingestjob", "Can retry a failed or quarantined ingest")]

    def __str__(self) -> str:
        return self.url or self.file_name
