import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import events.fields
import functools
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("events", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Outlet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "public_id",
                    models.CharField(
                        default=functools.partial(events.fields.new_public_id, *("out",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True)),
                ("name", models.CharField(max_length=200)),
                (
                    "domains",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=253),
                        blank=True,
                        default=list,
                        help_text="Such as example.org.",
                        size=None,
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, help_text="ISO 3166 code, such as UA.", max_length=2
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=10)),
                ("owner", models.CharField(blank=True, max_length=200)),
                ("state_linked", models.BooleanField(default=False)),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        help_text="The actor whose own channel this is.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outlets",
                        to="events.actor",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="sources.outlet",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "pk"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["domains"], name="outlet_by_domain"
                    ),
                    models.Index(fields=["created_at", "id"], name="outlet_by_time"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Origin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        default=functools.partial(events.fields.new_public_id, *("org",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                (
                    "credit",
                    models.CharField(blank=True, help_text="Named agency, if any.", max_length=200),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Feed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "public_id",
                    models.CharField(
                        default=functools.partial(events.fields.new_public_id, *("fed",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                ("url", models.URLField(max_length=2000, unique=True)),
                ("etag", models.CharField(blank=True, editable=False, max_length=500)),
                ("last_modified", models.CharField(blank=True, editable=False, max_length=100)),
                ("next_poll_at", models.DateTimeField(db_index=True)),
                ("last_polled_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("lease_until", models.DateTimeField(blank=True, editable=False, null=True)),
                ("lease_token", models.CharField(blank=True, editable=False, max_length=32)),
                ("failures", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("active", "Active"),
                            ("paused", "Paused by an editor"),
                            ("failing", "Failing, polled less often"),
                            ("stopped", "Stopped after repeated failures"),
                        ],
                        default="active",
                        max_length=10,
                    ),
                ),
                ("last_error", models.TextField(blank=True, editable=False)),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        help_text="When every article of the feed belongs to one event.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feeds",
                        to="events.event",
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feeds",
                        to="sources.outlet",
                    ),
                ),
            ],
            options={
                "ordering": ["outlet", "pk"],
            },
        ),
        migrations.CreateModel(
            name="OutletHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "public_id",
                    models.CharField(
                        default=functools.partial(events.fields.new_public_id, *("out",), **{}),
                        editable=False,
                        max_length=32,
                    ),
                ),
                ("slug", models.SlugField(db_index=False, max_length=120)),
                ("name", models.CharField(max_length=200)),
                (
                    "domains",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=253),
                        blank=True,
                        default=list,
                        help_text="Such as example.org.",
                        size=None,
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, help_text="ISO 3166 code, such as UA.", max_length=2
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=10)),
                ("owner", models.CharField(blank=True, max_length=200)),
                ("state_linked", models.BooleanField(default=False)),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The actor whose own channel this is.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.actor",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.outlet",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="sources.outlet",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReliabilityGrade",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "letter",
                    models.CharField(
                        choices=[
                            ("A", "A: reliable"),
                            ("B", "B: usually reliable"),
                            ("C", "C: fairly reliable"),
                            ("D", "D: not usually reliable"),
                            ("E", "E: unreliable"),
                            ("F", "F: cannot be judged"),
                        ],
                        max_length=1,
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        blank=True, help_text="For which subject; or all.", max_length=200
                    ),
                ),
                ("rationale", models.TextField()),
                ("on", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grades",
                        to="sources.outlet",
                    ),
                ),
            ],
            options={
                "ordering": ["outlet", "-on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "public_id",
                    models.CharField(
                        default=functools.partial(events.fields.new_public_id, *("art",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                (
                    "canonical_url",
                    models.CharField(
                        help_text="The page's one address; urn:sha256:... for a text given as a file.",
                        max_length=2000,
                        unique=True,
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True, help_text="Of the newest version.", max_length=1000
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=10)),
                (
                    "published",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="As the page states it; never the time of fetching.",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                ("published_from", models.DateTimeField(blank=True, editable=False, null=True)),
                ("published_to", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "published_found_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("given", "Given with the request"),
                            ("feed", "The feed's entry"),
                            ("metadata", "The page's metadata"),
                            ("text", "The page's text"),
                            ("", "Not stated"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                (
                    "gone",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Still there"),
                            ("not_found", "Not found any more"),
                            ("changed", "Changed since"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("gone_at", models.DateTimeField(blank=True, null=True)),
                ("last_fetched_at", models.DateTimeField(blank=True, null=True)),
                (
                    "origin",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="sources.origin",
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="sources.outlet",
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(fields=["created_at", "id"], name="article_by_time"),
                    models.Index(fields=["outlet", "created_at", "id"], name="article_by_outlet"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_from__isnull", True),
                            ("published_to__isnull", True),
                            ("published_from__lte", models.F("published_to")),
                            _connector="OR",
                        ),
                        name="article_published_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "public_id",
                    models.CharField(
                        default=functools.partial(events.fields.new_public_id, *("fed",), **{}),
                        editable=False,
                        max_length=32,
                    ),
                ),
                ("url", models.URLField(max_length=2000)),
                ("failures", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("active", "Active"),
                            ("paused", "Paused by an editor"),
                            ("failing", "Failing, polled less often"),
                            ("stopped", "Stopped after repeated failures"),
                        ],
                        default="active",
                        max_length=10,
                    ),
                ),
                ("last_error", models.TextField(blank=True, editable=False)),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="When every article of the feed belongs to one event.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.event",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="sources.feed",
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.outlet",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReliabilityGradeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "letter",
                    models.CharField(
                        choices=[
                            ("A", "A: reliable"),
                            ("B", "B: usually reliable"),
                            ("C", "C: fairly reliable"),
                            ("D", "D: not usually reliable"),
                            ("E", "E: unreliable"),
                            ("F", "F: cannot be judged"),
                        ],
                        max_length=1,
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        blank=True, help_text="For which subject; or all.", max_length=200
                    ),
                ),
                ("rationale", models.TextField()),
                ("on", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.outlet",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="sources.reliabilitygrade",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ArticleEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("score", models.FloatField(default=1.0)),
                ("reason", models.TextField(blank=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="article_events",
                        to="sources.article",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="article_events",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "ordering": ["article", "-score"],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "event"), name="article_event_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ArticleVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        default=functools.partial(events.fields.new_public_id, *("ver",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(blank=True, max_length=1000)),
                ("text", models.TextField(blank=True)),
                ("language", models.CharField(blank=True, max_length=10)),
                ("text_sha256", models.CharField(max_length=64)),
                ("raw_sha256", models.CharField(max_length=64)),
                (
                    "raw",
                    models.BinaryField(help_text="The bytes as fetched, compressed with zlib."),
                ),
                ("media_type", models.CharField(blank=True, max_length=100)),
                ("extractor", models.CharField(max_length=100)),
                ("fetched_at", models.DateTimeField()),
                ("final_url", models.CharField(blank=True, max_length=2000)),
                ("etag", models.CharField(blank=True, max_length=500)),
                ("last_modified", models.CharField(blank=True, max_length=100)),
                ("simhash", models.BigIntegerField(default=0)),
                (
                    "bands",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("taken_down_at", models.DateTimeField(blank=True, null=True)),
                ("takedown_reason", models.TextField(blank=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="sources.article",
                    ),
                ),
            ],
            options={
                "ordering": ["article", "number"],
                "permissions": [
                    ("takedown_articleversion", "Can empty a stored text on a legal demand")
                ],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["bands"], name="article_version_bands"
                    ),
                    models.Index(fields=["text_sha256"], name="article_version_text"),
                    models.Index(fields=["fetched_at", "id"], name="article_version_by_time"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "number"), name="article_version_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ArticleHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "public_id",
                    models.CharField(
                        default=functools.partial(events.fields.new_public_id, *("art",), **{}),
                        editable=False,
                        max_length=32,
                    ),
                ),
                (
                    "canonical_url",
                    models.CharField(
                        help_text="The page's one address; urn:sha256:... for a text given as a file.",
                        max_length=2000,
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True, help_text="Of the newest version.", max_length=1000
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=10)),
                (
                    "published",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="As the page states it; never the time of fetching.",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                ("published_from", models.DateTimeField(blank=True, editable=False, null=True)),
                ("published_to", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "published_found_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("given", "Given with the request"),
                            ("feed", "The feed's entry"),
                            ("metadata", "The page's metadata"),
                            ("text", "The page's text"),
                            ("", "Not stated"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                (
                    "gone",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Still there"),
                            ("not_found", "Not found any more"),
                            ("changed", "Changed since"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("gone_at", models.DateTimeField(blank=True, null=True)),
                ("last_fetched_at", models.DateTimeField(blank=True, null=True)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="sources.article",
                    ),
                ),
                (
                    "origin",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.origin",
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.outlet",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ArticleEventHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("score", models.FloatField(default=1.0)),
                ("reason", models.TextField(blank=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.article",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.event",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="sources.articleevent",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IngestJob",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        default=functools.partial(events.fields.new_public_id, *("ing",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                ("url", models.CharField(blank=True, max_length=2000)),
                ("file_name", models.CharField(blank=True, max_length=300)),
                ("payload", models.BinaryField(blank=True, null=True)),
                ("payload_type", models.CharField(blank=True, max_length=100)),
                ("given_title", models.CharField(blank=True, max_length=1000)),
                ("request_key", models.CharField(db_index=True, max_length=64)),
                (
                    "published",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("fetching", "Fetching"),
                            ("needs_event", "Which event?"),
                            ("reading", "Reading"),
                            ("done", "Done"),
                            ("refused", "Refused"),
                            ("failed", "Failed, will be tried again"),
                            ("quarantined", "Quarantined"),
                        ],
                        default="queued",
                        max_length=15,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Code of what went wrong.", max_length=60
                    ),
                ),
                ("reason_text", models.TextField(blank=True, help_text="The same in words.")),
                (
                    "outcome",
                    models.CharField(
                        blank=True, help_text="new, changed or unchanged.", max_length=20
                    ),
                ),
                ("suggestions", models.JSONField(blank=True, default=list)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("lease_token", models.CharField(blank=True, max_length=32)),
                ("next_try_at", models.DateTimeField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ingests",
                        to="sources.article",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ingests",
                        to="events.event",
                    ),
                ),
                (
                    "feed",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ingests",
                        to="sources.feed",
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ingests",
                        to="sources.articleversion",
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sources.outlet",
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at", "-pk"],
                "permissions": [("retry_ingestjob", "Can retry a failed or quarantined ingest")],
                "indexes": [
                    models.Index(fields=["created_at", "id"], name="ingest_by_time"),
                    models.Index(
                        condition=models.Q(("state__in", ["queued", "fetching", "failed"])),
                        fields=["next_try_at", "id"],
                        name="ingest_due",
                    ),
                    models.Index(fields=["state", "created_at", "id"], name="ingest_by_state"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(models.Q(("url", ""), _negated=True), ("file_name", "")),
                            models.Q(("url", ""), models.Q(("file_name", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="ingest_has_one_source",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("state__in", ["queued", "fetching", "reading", "failed"])
                        ),
                        fields=("request_key",),
                        name="ingest_one_unsettled_job",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IngestJobHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "public_id",
                    models.CharField(
                        default=functools.partial(events.fields.new_public_id, *("ing",), **{}),
                        editable=False,
                        max_length=32,
                    ),
                ),
                ("url", models.CharField(blank=True, max_length=2000)),
                ("file_name", models.CharField(blank=True, max_length=300)),
                ("payload_type", models.CharField(blank=True, max_length=100)),
                ("given_title", models.CharField(blank=True, max_length=1000)),
                ("request_key", models.CharField(max_length=64)),
                (
                    "published",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("fetching", "Fetching"),
                            ("needs_event", "Which event?"),
                            ("reading", "Reading"),
                            ("done", "Done"),
                            ("refused", "Refused"),
                            ("failed", "Failed, will be tried again"),
                            ("quarantined", "Quarantined"),
                        ],
                        default="queued",
                        max_length=15,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Code of what went wrong.", max_length=60
                    ),
                ),
                ("reason_text", models.TextField(blank=True, help_text="The same in words.")),
                (
                    "outcome",
                    models.CharField(
                        blank=True, help_text="new, changed or unchanged.", max_length=20
                    ),
                ),
                ("suggestions", models.JSONField(blank=True, default=list)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.article",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.event",
                    ),
                ),
                (
                    "feed",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.feed",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="sources.ingestjob",
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.articleversion",
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.outlet",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="article",
            name="events",
            field=models.ManyToManyField(
                related_name="articles", through="sources.ArticleEvent", to="events.event"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "sources_articleeventhistory" ("article_id", "created_at", "decided_by_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "score") VALUES (NEW."article_id", NEW."created_at", NEW."decided_by_id", NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."score"); RETURN NULL;',
                    hash="9605ff8712c9ca91a2af5a26027fba05459f64ad",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d33bd",
                    table="sources_articleevent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "sources_articleeventhistory" ("article_id", "created_at", "decided_by_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "score") VALUES (NEW."article_id", NEW."created_at", NEW."decided_by_id", NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."score"); RETURN NULL;',
                    hash="dc2e29d135bd6428ede7981f36756b7514f2a35d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5c498",
                    table="sources_articleevent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "sources_articleeventhistory" ("article_id", "created_at", "decided_by_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "score") VALUES (OLD."article_id", OLD."created_at", OLD."decided_by_id", OLD."event_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."score"); RETURN NULL;',
                    hash="963d064a52d2b7ae4e9b98e47fe8e717c7b67bdd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0b2ee",
                    table="sources_articleevent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articleeventhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f479eaaa578197a948b907b86da93ecc36ac7290",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_039f5",
                    table="sources_articleeventhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articleversion",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'ArticleVersion is append-only: % is refused', TG_OP;",
                    hash="04236bf3a83f4eb3485670786f16106cb8b6ee1e",
                    operation="DELETE",
                    pgid="pgtrigger_append_only_delete_932b6",
                    table="sources_articleversion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="outlet",
            trigger=pgtrigger.compiler.Trigger(
                name="row_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.row_version = OLD.row_version + 1; RETURN NEW;",
                    hash="61649678158c857af5500e55c410c3b825d003c7",
                    operation="UPDATE",
                    pgid="pgtrigger_row_version_963f9",
                    table="sources_outlet",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="outlet",
            trigger=pgtrigger.compiler.Trigger(
                name="old_slug",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."slug" IS DISTINCT FROM (NEW."slug"))',
                    func="INSERT INTO events_oldslug (kind, slug, object_id, changed_at) VALUES ('outlet', OLD.slug, OLD.id, now()) ON CONFLICT (kind, slug) DO UPDATE SET object_id = EXCLUDED.object_id; RETURN NEW;",
                    hash="8a08e0ef6eb9df97768f52d48d4e615680fc510f",
                    operation='UPDATE OF "slug"',
                    pgid="pgtrigger_old_slug_c7821",
                    table="sources_outlet",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="outlet",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "sources_outlethistory" ("actor_id", "country", "created_at", "domains", "id", "language", "merged_into_id", "name", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "row_version", "slug", "state_linked", "updated_at") VALUES (NEW."actor_id", NEW."country", NEW."created_at", NEW."domains", NEW."id", NEW."language", NEW."merged_into_id", NEW."name", NEW."owner", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."row_version", NEW."slug", NEW."state_linked", NEW."updated_at"); RETURN NULL;',
                    hash="142db27adb01eec8668fe1a585069fc3a82f03a4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6363e",
                    table="sources_outlet",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="outlet",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "sources_outlethistory" ("actor_id", "country", "created_at", "domains", "id", "language", "merged_into_id", "name", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "row_version", "slug", "state_linked", "updated_at") VALUES (NEW."actor_id", NEW."country", NEW."created_at", NEW."domains", NEW."id", NEW."language", NEW."merged_into_id", NEW."name", NEW."owner", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."row_version", NEW."slug", NEW."state_linked", NEW."updated_at"); RETURN NULL;',
                    hash="0fd5240e434bde8968cfea8839b9dce5d3a4a35c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6f20c",
                    table="sources_outlet",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="outlet",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "sources_outlethistory" ("actor_id", "country", "created_at", "domains", "id", "language", "merged_into_id", "name", "owner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "row_version", "slug", "state_linked", "updated_at") VALUES (OLD."actor_id", OLD."country", OLD."created_at", OLD."domains", OLD."id", OLD."language", OLD."merged_into_id", OLD."name", OLD."owner", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."row_version", OLD."slug", OLD."state_linked", OLD."updated_at"); RETURN NULL;',
                    hash="7b534b23b3902169ad766cf32b8147ee9d5ff739",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dbede",
                    table="sources_outlet",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ingestjobhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9297f58aaa9543f4997f2dfca2a45c801913010d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d497c",
                    table="sources_ingestjobhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ingestjob",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "sources_ingestjobhistory" ("article_id", "attempts", "created_at", "event_id", "feed_id", "file_name", "given_title", "id", "outcome", "outlet_id", "payload_type", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "published", "reason", "reason_text", "request_key", "requested_by_id", "settled_at", "state", "suggestions", "url", "version_id") VALUES (NEW."article_id", NEW."attempts", NEW."created_at", NEW."event_id", NEW."feed_id", NEW."file_name", NEW."given_title", NEW."id", NEW."outcome", NEW."outlet_id", NEW."payload_type", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."published", NEW."reason", NEW."reason_text", NEW."request_key", NEW."requested_by_id", NEW."settled_at", NEW."state", NEW."suggestions", NEW."url", NEW."version_id"); RETURN NULL;',
                    hash="e9ac77c0fcb0aa41fbb64d5239744e160374ca30",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_81d59",
                    table="sources_ingestjob",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ingestjob",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."article_id" IS DISTINCT FROM (NEW."article_id") OR OLD."attempts" IS DISTINCT FROM (NEW."attempts") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."feed_id" IS DISTINCT FROM (NEW."feed_id") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."given_title" IS DISTINCT FROM (NEW."given_title") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."outlet_id" IS DISTINCT FROM (NEW."outlet_id") OR OLD."payload_type" IS DISTINCT FROM (NEW."payload_type") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."published" IS DISTINCT FROM (NEW."published") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reason_text" IS DISTINCT FROM (NEW."reason_text") OR OLD."request_key" IS DISTINCT FROM (NEW."request_key") OR OLD."requested_by_id" IS DISTINCT FROM (NEW."requested_by_id") OR OLD."settled_at" IS DISTINCT FROM (NEW."settled_at") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."suggestions" IS DISTINCT FROM (NEW."suggestions") OR OLD."url" IS DISTINCT FROM (NEW."url") OR OLD."version_id" IS DISTINCT FROM (NEW."version_id"))',
                    func='INSERT INTO "sources_ingestjobhistory" ("article_id", "attempts", "created_at", "event_id", "feed_id", "file_name", "given_title", "id", "outcome", "outlet_id", "payload_type", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "published", "reason", "reason_text", "request_key", "requested_by_id", "settled_at", "state", "suggestions", "url", "version_id") VALUES (NEW."article_id", NEW."attempts", NEW."created_at", NEW."event_id", NEW."feed_id", NEW."file_name", NEW."given_title", NEW."id", NEW."outcome", NEW."outlet_id", NEW."payload_type", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."published", NEW."reason", NEW."reason_text", NEW."request_key", NEW."requested_by_id", NEW."settled_at", NEW."state", NEW."suggestions", NEW."url", NEW."version_id"); RETURN NULL;',
                    hash="9dcc302b855b7dfb5e744bef20a104c3f40362ef",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_168cd",
                    table="sources_ingestjob",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ingestjob",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "sources_ingestjobhistory" ("article_id", "attempts", "created_at", "event_id", "feed_id", "file_name", "given_title", "id", "outcome", "outlet_id", "payload_type", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "published", "reason", "reason_text", "request_key", "requested_by_id", "settled_at", "state", "suggestions", "url", "version_id") VALUES (OLD."article_id", OLD."attempts", OLD."created_at", OLD."event_id", OLD."feed_id", OLD."file_name", OLD."given_title", OLD."id", OLD."outcome", OLD."outlet_id", OLD."payload_type", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."published", OLD."reason", OLD."reason_text", OLD."request_key", OLD."requested_by_id", OLD."settled_at", OLD."state", OLD."suggestions", OLD."url", OLD."version_id"); RETURN NULL;',
                    hash="080cd68bb044c778ea33385519db863a86705fb5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_00d46",
                    table="sources_ingestjob",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a366a601dea2647186cb7ffb7ebe0189af2453be",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dcf5d",
                    table="sources_feedhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feed",
            trigger=pgtrigger.compiler.Trigger(
                name="row_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.row_version = OLD.row_version + 1; RETURN NEW;",
                    hash="e53062b870a471fdccd6de19a9c99a3b30ef47cc",
                    operation="UPDATE",
                    pgid="pgtrigger_row_version_1adce",
                    table="sources_feed",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feed",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "sources_feedhistory" ("created_at", "event_id", "failures", "id", "last_error", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "row_version", "state", "updated_at", "url") VALUES (NEW."created_at", NEW."event_id", NEW."failures", NEW."id", NEW."last_error", NEW."outlet_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."row_version", NEW."state", NEW."updated_at", NEW."url"); RETURN NULL;',
                    hash="8f881bbefb292c8df50a229abc53daee6763bd2e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_52b0b",
                    table="sources_feed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feed",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."failures" IS DISTINCT FROM (NEW."failures") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."last_error" IS DISTINCT FROM (NEW."last_error") OR OLD."outlet_id" IS DISTINCT FROM (NEW."outlet_id") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."row_version" IS DISTINCT FROM (NEW."row_version") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."url" IS DISTINCT FROM (NEW."url"))',
                    func='INSERT INTO "sources_feedhistory" ("created_at", "event_id", "failures", "id", "last_error", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "row_version", "state", "updated_at", "url") VALUES (NEW."created_at", NEW."event_id", NEW."failures", NEW."id", NEW."last_error", NEW."outlet_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."row_version", NEW."state", NEW."updated_at", NEW."url"); RETURN NULL;',
                    hash="9c51ec5ef7447aa6159df006dae38fc7bec39e22",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_707bd",
                    table="sources_feed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feed",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "sources_feedhistory" ("created_at", "event_id", "failures", "id", "last_error", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "row_version", "state", "updated_at", "url") VALUES (OLD."created_at", OLD."event_id", OLD."failures", OLD."id", OLD."last_error", OLD."outlet_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."row_version", OLD."state", OLD."updated_at", OLD."url"); RETURN NULL;',
                    hash="e67540ecfdcee865472d2fd4487ee206f73b2089",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fa9e8",
                    table="sources_feed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articlehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="be22e43b802e424dbbe023ff5ccb41d08c151b46",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_126c5",
                    table="sources_articlehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="row_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.row_version = OLD.row_version + 1; RETURN NEW;",
                    hash="5f61ae69ffa37d2fc210f3a73f510eae715bca9a",
                    operation="UPDATE",
                    pgid="pgtrigger_row_version_ab74a",
                    table="sources_article",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "sources_articlehistory" ("canonical_url", "created_at", "gone", "gone_at", "id", "language", "last_fetched_at", "origin_id", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "published", "published_found_by", "published_from", "published_to", "row_version", "title", "updated_at") VALUES (NEW."canonical_url", NEW."created_at", NEW."gone", NEW."gone_at", NEW."id", NEW."language", NEW."last_fetched_at", NEW."origin_id", NEW."outlet_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."published", NEW."published_found_by", NEW."published_from", NEW."published_to", NEW."row_version", NEW."title", NEW."updated_at"); RETURN NULL;',
                    hash="29495c7916f9b158b9a2041b949e52616ec5ed6c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0de75",
                    table="sources_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "sources_articlehistory" ("canonical_url", "created_at", "gone", "gone_at", "id", "language", "last_fetched_at", "origin_id", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "published", "published_found_by", "published_from", "published_to", "row_version", "title", "updated_at") VALUES (NEW."canonical_url", NEW."created_at", NEW."gone", NEW."gone_at", NEW."id", NEW."language", NEW."last_fetched_at", NEW."origin_id", NEW."outlet_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."published", NEW."published_found_by", NEW."published_from", NEW."published_to", NEW."row_version", NEW."title", NEW."updated_at"); RETURN NULL;',
                    hash="10dd986f2199f8e4305b5a524ecec170e6360aa0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_168af",
                    table="sources_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "sources_articlehistory" ("canonical_url", "created_at", "gone", "gone_at", "id", "language", "last_fetched_at", "origin_id", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "published", "published_found_by", "published_from", "published_to", "row_version", "title", "updated_at") VALUES (OLD."canonical_url", OLD."created_at", OLD."gone", OLD."gone_at", OLD."id", OLD."language", OLD."last_fetched_at", OLD."origin_id", OLD."outlet_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."published", OLD."published_found_by", OLD."published_from", OLD."published_to", OLD."row_version", OLD."title", OLD."updated_at"); RETURN NULL;',
                    hash="c891b751f57bf19a5266f1b3a4b32c81ec9ae126",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_10a2a",
                    table="sources_article",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="outlethistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="87cb2830f41d1a612c368986049939ee6e24a870",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cc354",
                    table="sources_outlethistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reliabilitygrade",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "sources_reliabilitygradehistory" ("by_id", "id", "letter", "on", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "scope") VALUES (NEW."by_id", NEW."id", NEW."letter", NEW."on", NEW."outlet_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rationale", NEW."scope"); RETURN NULL;',
                    hash="c3706778d6a7ccb236ac956b4826a826f37b922a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_adbf0",
                    table="sources_reliabilitygrade",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reliabilitygrade",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "sources_reliabilitygradehistory" ("by_id", "id", "letter", "on", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "scope") VALUES (NEW."by_id", NEW."id", NEW."letter", NEW."on", NEW."outlet_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rationale", NEW."scope"); RETURN NULL;',
                    hash="e57d280f8a5717f52d065ee13632ef599ee484ff",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_28b05",
                    table="sources_reliabilitygrade",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reliabilitygrade",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "sources_reliabilitygradehistory" ("by_id", "id", "letter", "on", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "scope") VALUES (OLD."by_id", OLD."id", OLD."letter", OLD."on", OLD."outlet_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rationale", OLD."scope"); RETURN NULL;',
                    hash="b2e1813c40699217408a0d2588f1d7b81c0a4f14",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_014c3",
                    table="sources_reliabilitygrade",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reliabilitygradehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d2a0f231b18bc1d2fbc2b8ea8accab18cefa3454",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f7ae6",
                    table="sources_reliabilitygradehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articleversion",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF current_setting('claims_tracker.takedown', true) = 'on' AND to_jsonb(NEW) - ARRAY['title', 'text', 'raw', 'taken_down_at', 'takedown_reason']::text[] = to_jsonb(OLD) - ARRAY['title', 'text', 'raw', 'taken_down_at', 'takedown_reason']::text[] THEN RETURN NEW; END IF; RAISE EXCEPTION 'ArticleVersion is append-only: % is refused', TG_OP;",
                    hash="c868d9c7b0579b9296a7e20804f295c96c461c89",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_update_cd641",
                    table="sources_articleversion",
                    when="BEFORE",
                ),
            ),
        ),
    ]
