import django.contrib.postgres.indexes
import django.contrib.postgres.operations
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
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        django.contrib.postgres.operations.TrigramExtension(),
        migrations.CreateModel(
            name="Actor",
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
                        default=functools.partial(events.fields.new_public_id, *("act",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True)),
                ("name", models.CharField(help_text="The name shown to readers.", max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "Person"),
                            ("state", "State"),
                            ("government", "Government body"),
                            ("ministry", "Ministry"),
                            ("armed_force", "Armed force of a state"),
                            ("armed_group", "Armed group"),
                            ("international_body", "International body"),
                            ("region", "Regional or local authority"),
                            ("party", "Political party"),
                            ("company", "Company"),
                            ("media", "Media"),
                            ("organisation", "Other organisation"),
                            ("group", "Group of people"),
                            ("other", "Other"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, help_text="ISO 3166 code, such as UA.", max_length=2
                    ),
                ),
                ("wikidata_id", models.CharField(blank=True, max_length=20)),
                ("starter", models.BooleanField(default=False, editable=False)),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="events.actor",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="The state or body it belongs to and speaks with one voice with.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="events.actor",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="actor_by_name"),
                    models.Index(fields=["created_at", "id"], name="actor_by_time"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("id")), _negated=True),
                        name="actor_is_not_its_own_parent",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
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
                        default=functools.partial(events.fields.new_public_id, *("evt",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True)),
                ("title", models.CharField(max_length=300)),
                (
                    "summary",
                    models.TextField(blank=True, help_text="At most 80 words, in plain language."),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("attack", "Attack"),
                            ("battle", "Battle"),
                            ("explosion", "Explosion or remote violence"),
                            ("protest", "Protest or riot"),
                            ("political", "Political decision"),
                            ("election", "Election"),
                            ("disaster", "Disaster or accident"),
                            ("crime", "Crime"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=20,
                    ),
                ),
                (
                    "began",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="When it began, as known: 2023-05-22, 2023-05 or 2023-05-22T08:00:00Z.",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                ("began_from", models.DateTimeField(blank=True, editable=False, null=True)),
                ("began_to", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "ended",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="When it ended; empty while it goes on.",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                ("ended_from", models.DateTimeField(blank=True, editable=False, null=True)),
                ("ended_to", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "timezone",
                    models.CharField(
                        default="UTC",
                        help_text="The place's own zone, such as Europe/Moscow.",
                        max_length=60,
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200)),
                ("latitude", models.FloatField(blank=True, null=True)),
                ("longitude", models.FloatField(blank=True, null=True)),
                (
                    "place_precision",
                    models.CharField(
                        choices=[
                            ("exact", "Exact"),
                            ("town", "Town"),
                            ("district", "District"),
                            ("region", "Region"),
                            ("country", "Country"),
                            ("unknown", "Unknown"),
                        ],
                        default="unknown",
                        max_length=20,
                    ),
                ),
                (
                    "progress",
                    models.CharField(
                        choices=[("developing", "Developing"), ("closed", "Closed")],
                        default="developing",
                        max_length=20,
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[("draft", "Draft"), ("public", "Public")],
                        default="draft",
                        max_length=10,
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="events.event",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="events.event",
                    ),
                ),
                ("related", models.ManyToManyField(blank=True, to="events.event")),
                (
                    "team",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Only these editors may change the event; empty means every editor.",
                        related_name="events",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-began_from", "-pk"],
                "indexes": [
                    models.Index(fields=["created_at", "id"], name="event_by_time"),
                    models.Index(
                        condition=models.Q(("visibility", "public")),
                        fields=["-updated_at", "-id"],
                        name="event_public_by_update",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("began_from__isnull", True),
                            ("began_to__isnull", True),
                            ("began_from__lte", models.F("began_to")),
                            _connector="OR",
                        ),
                        name="event_began_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_from__isnull", True),
                            ("ended_to__isnull", True),
                            ("ended_from__lte", models.F("ended_to")),
                            _connector="OR",
                        ),
                        name="event_ended_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("began_from__isnull", True),
                            ("ended_to__isnull", True),
                            ("began_from__lte", models.F("ended_to")),
                            _connector="OR",
                        ),
                        name="event_ends_after_it_began",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("latitude__isnull", True),
                            ("latitude__range", (-90, 90)),
                            _connector="OR",
                        ),
                        name="event_latitude_on_earth",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("longitude__isnull", True),
                            ("longitude__range", (-180, 180)),
                            _connector="OR",
                        ),
                        name="event_longitude_on_earth",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("id")), _negated=True),
                        name="event_is_not_its_own_parent",
                    ),
                ],
                "permissions": [("edit_any_event", "Can edit events of every team")],
            },
        ),
        migrations.CreateModel(
            name="OldSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("slug", models.SlugField(max_length=120)),
                ("object_id", models.BigIntegerField()),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "slug"), name="old_slug_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ActorHistory",
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
                        default=functools.partial(events.fields.new_public_id, *("act",), **{}),
                        editable=False,
                        max_length=32,
                    ),
                ),
                ("slug", models.SlugField(db_index=False, max_length=120)),
                ("name", models.CharField(help_text="The name shown to readers.", max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "Person"),
                            ("state", "State"),
                            ("government", "Government body"),
                            ("ministry", "Ministry"),
                            ("armed_force", "Armed force of a state"),
                            ("armed_group", "Armed group"),
                            ("international_body", "International body"),
                            ("region", "Regional or local authority"),
                            ("party", "Political party"),
                            ("company", "Company"),
                            ("media", "Media"),
                            ("organisation", "Other organisation"),
                            ("group", "Group of people"),
                            ("other", "Other"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, help_text="ISO 3166 code, such as UA.", max_length=2
                    ),
                ),
                ("wikidata_id", models.CharField(blank=True, max_length=20)),
                ("starter", models.BooleanField(default=False, editable=False)),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.actor",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The state or body it belongs to and speaks with one voice with.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.actor",
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
                        to="events.actor",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ActorLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("speaks_for", "speaks for"),
                            ("member_of", "is a member of"),
                            ("part_of", "is part of"),
                            ("commands", "commands"),
                            ("allegedly_commands", "is said to command"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True, help_text="The post, such as spokesman.", max_length=200
                    ),
                ),
                (
                    "since",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                ("since_from", models.DateTimeField(blank=True, editable=False, null=True)),
                ("since_to", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "until",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                ("until_from", models.DateTimeField(blank=True, editable=False, null=True)),
                ("until_to", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="events.actor",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="linked",
                        to="events.actor",
                    ),
                ),
            ],
            options={
                "ordering": ["actor", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("actor", models.F("organisation")), _negated=True),
                        name="actor_link_joins_two",
                    ),
                    models.UniqueConstraint(
                        fields=("actor", "organisation", "kind", "title"),
                        name="actor_link_is_given_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActorName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=200)),
                ("folded", models.CharField(db_index=True, editable=False, max_length=200)),
                (
                    "language",
                    models.CharField(
                        blank=True, help_text="ISO 639-1; empty for any.", max_length=10
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("name", "Name"),
                            ("alias", "Alias"),
                            ("metonym", "Metonym"),
                            ("demonym", "Demonym"),
                            ("transliteration", "Transliteration"),
                        ],
                        default="alias",
                        max_length=20,
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="events.actor",
                    ),
                ),
            ],
            options={
                "ordering": ["actor", "pk"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["folded"], name="actor_name_trigram", opclasses=["gin_trgm_ops"]
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("actor", "text", "language"), name="actor_name_is_given_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EventHistory",
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
                        default=functools.partial(events.fields.new_public_id, *("evt",), **{}),
                        editable=False,
                        max_length=32,
                    ),
                ),
                ("slug", models.SlugField(db_index=False, max_length=120)),
                ("title", models.CharField(max_length=300)),
                (
                    "summary",
                    models.TextField(blank=True, help_text="At most 80 words, in plain language."),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("attack", "Attack"),
                            ("battle", "Battle"),
                            ("explosion", "Explosion or remote violence"),
                            ("protest", "Protest or riot"),
                            ("political", "Political decision"),
                            ("election", "Election"),
                            ("disaster", "Disaster or accident"),
                            ("crime", "Crime"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=20,
                    ),
                ),
                (
                    "began",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="When it began, as known: 2023-05-22, 2023-05 or 2023-05-22T08:00:00Z.",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                ("began_from", models.DateTimeField(blank=True, editable=False, null=True)),
                ("began_to", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "ended",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="When it ended; empty while it goes on.",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                ("ended_from", models.DateTimeField(blank=True, editable=False, null=True)),
                ("ended_to", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "timezone",
                    models.CharField(
                        default="UTC",
                        help_text="The place's own zone, such as Europe/Moscow.",
                        max_length=60,
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200)),
                ("latitude", models.FloatField(blank=True, null=True)),
                ("longitude", models.FloatField(blank=True, null=True)),
                (
                    "place_precision",
                    models.CharField(
                        choices=[
                            ("exact", "Exact"),
                            ("town", "Town"),
                            ("district", "District"),
                            ("region", "Region"),
                            ("country", "Country"),
                            ("unknown", "Unknown"),
                        ],
                        default="unknown",
                        max_length=20,
                    ),
                ),
                (
                    "progress",
                    models.CharField(
                        choices=[("developing", "Developing"), ("closed", "Closed")],
                        default="developing",
                        max_length=20,
                    ),
                ),
                (
                    "visibility",
                    models.CharField(
                        choices=[("draft", "Draft"), ("public", "Public")],
                        default="draft",
                        max_length=10,
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
                        to="events.event",
                    ),
                ),
                (
                    "parent",
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
                        to="events.event",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("party", "Party to the dispute"),
                            ("authority", "Local authority"),
                            ("affected", "Affected"),
                            ("observer", "Observer"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="events.actor",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participations",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "ordering": ["event", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "actor", "role"), name="participation_is_given_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ActorLinkHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("speaks_for", "speaks for"),
                            ("member_of", "is a member of"),
                            ("part_of", "is part of"),
                            ("commands", "commands"),
                            ("allegedly_commands", "is said to command"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        blank=True, help_text="The post, such as spokesman.", max_length=200
                    ),
                ),
                (
                    "since",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                ("since_from", models.DateTimeField(blank=True, editable=False, null=True)),
                ("since_to", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "until",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                ("until_from", models.DateTimeField(blank=True, editable=False, null=True)),
                ("until_to", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.actor",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.actor",
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
                        to="events.actorlink",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ActorNameHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("text", models.CharField(max_length=200)),
                ("folded", models.CharField(editable=False, max_length=200)),
                (
                    "language",
                    models.CharField(
                        blank=True, help_text="ISO 639-1; empty for any.", max_length=10
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("name", "Name"),
                            ("alias", "Alias"),
                            ("metonym", "Metonym"),
                            ("demonym", "Demonym"),
                            ("transliteration", "Transliteration"),
                        ],
                        default="alias",
                        max_length=20,
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.actor",
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
                        to="events.actorname",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ParticipationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("party", "Party to the dispute"),
                            ("authority", "Local authority"),
                            ("affected", "Affected"),
                            ("observer", "Observer"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="events.actor",
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
                        to="events.participation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actor",
            trigger=pgtrigger.compiler.Trigger(
                name="row_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.row_version = OLD.row_version + 1; RETURN NEW;",
                    hash="59e9f43490703408434213355718db6afb854e8e",
                    operation="UPDATE",
                    pgid="pgtrigger_row_version_0cf1d",
                    table="events_actor",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actor",
            trigger=pgtrigger.compiler.Trigger(
                name="old_slug",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."slug" IS DISTINCT FROM (NEW."slug"))',
                    func="INSERT INTO events_oldslug (kind, slug, object_id, changed_at) VALUES ('actor', OLD.slug, OLD.id, now()) ON CONFLICT (kind, slug) DO UPDATE SET object_id = EXCLUDED.object_id; RETURN NEW;",
                    hash="6c642a7cf327580365767511d9276014d5a9d0b5",
                    operation='UPDATE OF "slug"',
                    pgid="pgtrigger_old_slug_08563",
                    table="events_actor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actor",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_actorhistory" ("country", "created_at", "id", "kind", "merged_into_id", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "row_version", "slug", "starter", "updated_at", "wikidata_id") VALUES (NEW."country", NEW."created_at", NEW."id", NEW."kind", NEW."merged_into_id", NEW."name", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."row_version", NEW."slug", NEW."starter", NEW."updated_at", NEW."wikidata_id"); RETURN NULL;',
                    hash="f541c4c50377c1156238bc7ac64438fe7adc6445",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d29d7",
                    table="events_actor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actor",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_actorhistory" ("country", "created_at", "id", "kind", "merged_into_id", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "row_version", "slug", "starter", "updated_at", "wikidata_id") VALUES (NEW."country", NEW."created_at", NEW."id", NEW."kind", NEW."merged_into_id", NEW."name", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."row_version", NEW."slug", NEW."starter", NEW."updated_at", NEW."wikidata_id"); RETURN NULL;',
                    hash="514663cfa6b2e60ff8706a35a06fa2baba5ab1fc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7ce77",
                    table="events_actor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actor",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_actorhistory" ("country", "created_at", "id", "kind", "merged_into_id", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "row_version", "slug", "starter", "updated_at", "wikidata_id") VALUES (OLD."country", OLD."created_at", OLD."id", OLD."kind", OLD."merged_into_id", OLD."name", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."row_version", OLD."slug", OLD."starter", OLD."updated_at", OLD."wikidata_id"); RETURN NULL;',
                    hash="b6acfc6768a48c5fbdec955f4a2a467bd3930701",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_47526",
                    table="events_actor",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actorhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b31d325dcadbe28a123b8f32e0aea1be9157298c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bac9d",
                    table="events_actorhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actorlink",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_actorlinkhistory" ("actor_id", "id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "since_from", "since_to", "title", "until", "until_from", "until_to") VALUES (NEW."actor_id", NEW."id", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."since", NEW."since_from", NEW."since_to", NEW."title", NEW."until", NEW."until_from", NEW."until_to"); RETURN NULL;',
                    hash="5c752c11cd11c5aa3b229955df1cca249e69caef",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e5137",
                    table="events_actorlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actorlink",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_actorlinkhistory" ("actor_id", "id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "since_from", "since_to", "title", "until", "until_from", "until_to") VALUES (NEW."actor_id", NEW."id", NEW."kind", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."since", NEW."since_from", NEW."since_to", NEW."title", NEW."until", NEW."until_from", NEW."until_to"); RETURN NULL;',
                    hash="f959e04a2883593219430a1c52c8d19b71650a05",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6b85f",
                    table="events_actorlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actorlink",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_actorlinkhistory" ("actor_id", "id", "kind", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "since", "since_from", "since_to", "title", "until", "until_from", "until_to") VALUES (OLD."actor_id", OLD."id", OLD."kind", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."since", OLD."since_from", OLD."since_to", OLD."title", OLD."until", OLD."until_from", OLD."until_to"); RETURN NULL;',
                    hash="5fd9b099972e2c07bd2d2873823e6824933fb8ed",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b5069",
                    table="events_actorlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actorlinkhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5a0f4465c7d46c9a4c530dc681c33bb6f7951ca8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d54cc",
                    table="events_actorlinkhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actorname",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_actornamehistory" ("actor_id", "folded", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."actor_id", NEW."folded", NEW."id", NEW."kind", NEW."language", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="c405b770c394fa8204479e6c960597a0292f5805",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bcdc1",
                    table="events_actorname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actorname",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_actornamehistory" ("actor_id", "folded", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."actor_id", NEW."folded", NEW."id", NEW."kind", NEW."language", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;',
                    hash="fb9f28d1b61cf666b8b379519cd7142b086916b9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9866b",
                    table="events_actorname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actorname",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_actornamehistory" ("actor_id", "folded", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."actor_id", OLD."folded", OLD."id", OLD."kind", OLD."language", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text"); RETURN NULL;',
                    hash="e7aa36c23521d823e2dac7e2653f6556dadd9f59",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_66954",
                    table="events_actorname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actornamehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="09c14ab31dd9f713713bce11d0ad4a86511d1cb7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f0570",
                    table="events_actornamehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="row_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.row_version = OLD.row_version + 1; RETURN NEW;",
                    hash="a42a81cc3dbe449a0ddd15240c9eb40b8fbd1c97",
                    operation="UPDATE",
                    pgid="pgtrigger_row_version_293aa",
                    table="events_event",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="old_slug",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."slug" IS DISTINCT FROM (NEW."slug"))',
                    func="INSERT INTO events_oldslug (kind, slug, object_id, changed_at) VALUES ('event', OLD.slug, OLD.id, now()) ON CONFLICT (kind, slug) DO UPDATE SET object_id = EXCLUDED.object_id; RETURN NEW;",
                    hash="4e1ed34b666180881b5d96c8f89fb0dbfae209f1",
                    operation='UPDATE OF "slug"',
                    pgid="pgtrigger_old_slug_cec80",
                    table="events_event",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_eventhistory" ("began", "began_from", "began_to", "created_at", "ended", "ended_from", "ended_to", "id", "kind", "latitude", "longitude", "merged_into_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "place_precision", "progress", "public_id", "row_version", "slug", "summary", "timezone", "title", "updated_at", "visibility") VALUES (NEW."began", NEW."began_from", NEW."began_to", NEW."created_at", NEW."ended", NEW."ended_from", NEW."ended_to", NEW."id", NEW."kind", NEW."latitude", NEW."longitude", NEW."merged_into_id", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."place_precision", NEW."progress", NEW."public_id", NEW."row_version", NEW."slug", NEW."summary", NEW."timezone", NEW."title", NEW."updated_at", NEW."visibility"); RETURN NULL;',
                    hash="aef4eb32ef4dd2eca37bd091b7d29b17161e5f8e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_82b94",
                    table="events_event",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_eventhistory" ("began", "began_from", "began_to", "created_at", "ended", "ended_from", "ended_to", "id", "kind", "latitude", "longitude", "merged_into_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "place_precision", "progress", "public_id", "row_version", "slug", "summary", "timezone", "title", "updated_at", "visibility") VALUES (NEW."began", NEW."began_from", NEW."began_to", NEW."created_at", NEW."ended", NEW."ended_from", NEW."ended_to", NEW."id", NEW."kind", NEW."latitude", NEW."longitude", NEW."merged_into_id", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."place_precision", NEW."progress", NEW."public_id", NEW."row_version", NEW."slug", NEW."summary", NEW."timezone", NEW."title", NEW."updated_at", NEW."visibility"); RETURN NULL;',
                    hash="69384e532521f5a72825c94941ce1c6c49851034",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_73f59",
                    table="events_event",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_eventhistory" ("began", "began_from", "began_to", "created_at", "ended", "ended_from", "ended_to", "id", "kind", "latitude", "longitude", "merged_into_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "place_precision", "progress", "public_id", "row_version", "slug", "summary", "timezone", "title", "updated_at", "visibility") VALUES (OLD."began", OLD."began_from", OLD."began_to", OLD."created_at", OLD."ended", OLD."ended_from", OLD."ended_to", OLD."id", OLD."kind", OLD."latitude", OLD."longitude", OLD."merged_into_id", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."place_precision", OLD."progress", OLD."public_id", OLD."row_version", OLD."slug", OLD."summary", OLD."timezone", OLD."title", OLD."updated_at", OLD."visibility"); RETURN NULL;',
                    hash="48f7dfe3e5d048baf5854fd78b150d9e9c43c126",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d74a6",
                    table="events_event",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="eventhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d59f7ac9d218644ab5369648135c433b38d30570",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2d39e",
                    table="events_eventhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_participationhistory" ("actor_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."actor_id", NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role"); RETURN NULL;',
                    hash="20e97caabbb1e7622407565349d009932bfd3b17",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_24e15",
                    table="events_participation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "events_participationhistory" ("actor_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."actor_id", NEW."event_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role"); RETURN NULL;',
                    hash="5c50e57d0d98f71972e9ad24314469a5601417a5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dbe74",
                    table="events_participation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "events_participationhistory" ("actor_id", "event_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (OLD."actor_id", OLD."event_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role"); RETURN NULL;',
                    hash="c79e7f9bf23a708cd7df35eb2b4e4d68dff06dcb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_56313",
                    table="events_participation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="participationhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="05ca7e959e925b7f8753a674ce4a09e00e8cf712",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5755a",
                    table="events_participationhistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]
