import datetime
import django.contrib.postgres.indexes
import django.contrib.postgres.search
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
        ("sources", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "kind",
                    models.CharField(
                        help_text="published, changed, withdrawn, corrected.", max_length=30
                    ),
                ),
                ("object_kind", models.CharField(max_length=20)),
                ("object_id", models.CharField(help_text="The object's public id.", max_length=32)),
                ("summary", models.CharField(blank=True, max_length=300)),
                (
                    "after",
                    models.JSONField(help_text="The public form; null for a tombstone.", null=True),
                ),
                (
                    "event",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="events.event",
                    ),
                ),
            ],
            options={
                "ordering": ["seq"],
                "indexes": [
                    models.Index(
                        fields=["object_kind", "object_id", "seq"], name="change_of_object"
                    ),
                    models.Index(fields=["event", "seq"], name="change_by_event"),
                    models.Index(fields=["at", "seq"], name="change_by_time"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
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
                        default=functools.partial(events.fields.new_public_id, *("qst",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                ("text", models.CharField(max_length=300)),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("responsibility", "Who did it"),
                            ("involvement", "Who had a part in it"),
                            ("presence", "Who was there"),
                            ("casualties", "How many were hurt"),
                            ("control", "Who holds a place"),
                            ("outcome", "How it ended"),
                            ("damage", "What was hit or damaged"),
                            ("cause", "What caused it"),
                            ("authenticity", "Is it genuine"),
                            ("weapons", "Weapons and equipment"),
                            ("measure", "Measures declared or lifted"),
                            ("evacuation", "Who was moved to safety"),
                            ("arrest", "Who was detained"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=200)),
                ("dispute_key", models.CharField(max_length=200)),
                ("unit", models.CharField(blank=True, max_length=60)),
                ("population", models.CharField(blank=True, max_length=60)),
                ("edited", models.BooleanField(default=False, editable=False)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="events.event",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="claims.question",
                    ),
                ),
            ],
            options={
                "ordering": ["event", "pk"],
                "indexes": [
                    models.Index(fields=["event", "dispute_key"], name="question_by_dispute"),
                    models.Index(fields=["created_at", "id"], name="question_by_time"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("event", "key"), name="question_key_in_event")
                ],
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reader_version", models.CharField(max_length=60)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("reading", "Reading"),
                            ("comparing", "Comparing"),
                            ("done", "Done"),
                            ("skipped", "Not read"),
                            ("failed", "Failed"),
                            ("quarantined", "Quarantined"),
                        ],
                        default="queued",
                        max_length=15,
                    ),
                ),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("lease_until", models.DateTimeField(blank=True, null=True)),
                ("lease_token", models.CharField(blank=True, max_length=32)),
                ("next_try_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=60)),
                ("reason_text", models.TextField(blank=True)),
                ("outcome", models.JSONField(blank=True, default=dict)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="events.event",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="sources.articleversion",
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at", "-pk"],
                "permissions": [("retry_reading", "Can retry a failed or quarantined reading")],
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("state__in", ["queued", "reading", "comparing", "failed"])
                        ),
                        fields=["next_try_at", "id"],
                        name="reading_due",
                    ),
                    models.Index(fields=["state", "created_at", "id"], name="reading_by_state"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "event", "reader_version"), name="reading_once_a_reader"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Claim",
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
                        default=functools.partial(events.fields.new_public_id, *("clm",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                (
                    "claimant_text",
                    models.CharField(
                        blank=True,
                        help_text="How the article names who asserts it.",
                        max_length=300,
                    ),
                ),
                ("statement", models.TextField(help_text="What is claimed, in one sentence.")),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("responsibility", "Who did it"),
                            ("involvement", "Who had a part in it"),
                            ("presence", "Who was there"),
                            ("casualties", "How many were hurt"),
                            ("control", "Who holds a place"),
                            ("outcome", "How it ended"),
                            ("damage", "What was hit or damaged"),
                            ("cause", "What caused it"),
                            ("authenticity", "Is it genuine"),
                            ("weapons", "Weapons and equipment"),
                            ("measure", "Measures declared or lifted"),
                            ("evacuation", "Who was moved to safety"),
                            ("arrest", "Who was detained"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=20,
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("asserts", "asserts"),
                            ("denies", "denies"),
                            ("doubts", "doubts"),
                            ("confirms", "confirms"),
                            ("no_comment", "does not comment"),
                            ("retracts", "retracts"),
                        ],
                        default="asserts",
                        max_length=15,
                    ),
                ),
                (
                    "modality",
                    models.CharField(
                        choices=[
                            ("asserted", "Asserted"),
                            ("hedged", "Hedged"),
                            ("alleged", "Alleged"),
                        ],
                        default="asserted",
                        max_length=10,
                    ),
                ),
                ("answer_names", models.JSONField(blank=True, default=list)),
                ("answer_denied", models.BooleanField(default=False)),
                (
                    "rung",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ordered", "ordered"),
                            ("carried_out", "carried out"),
                            ("took_part", "took part"),
                            ("supported", "supported"),
                            ("encouraged", "encouraged"),
                            ("knew", "knew"),
                        ],
                        max_length=20,
                    ),
                ),
                ("count_low", models.PositiveBigIntegerField(blank=True, null=True)),
                ("count_high", models.PositiveBigIntegerField(blank=True, null=True)),
                ("low_exclusive", models.BooleanField(default=False)),
                ("high_exclusive", models.BooleanField(default=False)),
                ("count_approximate", models.BooleanField(default=False)),
                ("count_vague", models.BooleanField(default=False)),
                ("unit", models.CharField(blank=True, max_length=60)),
                ("count_text", models.CharField(blank=True, max_length=200)),
                ("measure", models.CharField(blank=True, max_length=60)),
                ("population", models.CharField(blank=True, max_length=60)),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("total", "Total so far"),
                            ("increment", "Newly counted"),
                            ("period", "Within a period"),
                        ],
                        default="total",
                        max_length=10,
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200)),
                ("value", models.CharField(blank=True, max_length=60)),
                ("answer_rest", models.JSONField(blank=True, default=dict)),
                (
                    "made_at",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="When it was said, as known; empty when not stated.",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                ("made_at_from", models.DateTimeField(blank=True, editable=False, null=True)),
                ("made_at_to", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "made_at_text",
                    models.CharField(
                        blank=True, help_text="As the article has it.", max_length=200
                    ),
                ),
                (
                    "holds",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="When it is true of, as known.",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                ("holds_from", models.DateTimeField(blank=True, editable=False, null=True)),
                ("holds_to", models.DateTimeField(blank=True, editable=False, null=True)),
                ("holds_text", models.CharField(blank=True, max_length=200)),
                (
                    "sort_at",
                    models.DateTimeField(
                        default=datetime.datetime(9999, 12, 31, 0, 0, tzinfo=datetime.timezone.utc),
                        editable=False,
                    ),
                ),
                (
                    "review",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("published", "Published"),
                            ("rejected", "Rejected"),
                            ("merged", "Merged"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("unverified", "Unverified"),
                            ("corroborated", "Corroborated"),
                            ("verified", "Verified"),
                            ("refuted", "Refuted"),
                            ("inconclusive", "Inconclusive"),
                            ("not_checkable", "Not checkable"),
                        ],
                        default="unverified",
                        max_length=15,
                    ),
                ),
                (
                    "lifecycle",
                    models.CharField(
                        choices=[
                            ("current", "Current"),
                            ("revised", "Revised by the claimant"),
                            ("retracted", "Retracted by the claimant"),
                        ],
                        default="current",
                        max_length=10,
                    ),
                ),
                (
                    "attribution",
                    models.CharField(
                        choices=[
                            ("direct_quote", "Direct quote"),
                            ("paraphrase", "Paraphrase"),
                            ("alleged", "Alleged"),
                            ("anonymous", "Anonymous source"),
                            ("implied", "Implied"),
                            ("unattributed", "Claimant not named in the source"),
                        ],
                        default="paraphrase",
                        max_length=15,
                    ),
                ),
                (
                    "primary_source",
                    models.BooleanField(
                        default=False,
                        help_text="A primary source confirms that the claimant said it.",
                    ),
                ),
                ("key_development", models.BooleanField(default=False)),
                (
                    "found_by",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="Rule or reader; empty for a person.",
                        max_length=100,
                    ),
                ),
                ("confidence", models.FloatField(blank=True, editable=False, null=True)),
                ("match_key", models.CharField(blank=True, editable=False, max_length=64)),
                ("edited_fields", models.JSONField(blank=True, default=list, editable=False)),
                ("published_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            "statement", "claimant_text", config="simple"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "claimant",
                    models.ForeignKey(
                        blank=True,
                        help_text="Who asserts it; empty when the article names nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="events.actor",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="events.event",
                    ),
                ),
                (
                    "logged_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="claims.claim",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revises",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revised_by",
                        to="claims.claim",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="claims.question",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_at", "pk"],
                "permissions": [
                    ("publish_claim", "Can publish a claim"),
                    ("reject_claim", "Can reject a claim"),
                    ("merge_claim", "Can merge claims"),
                ],
                "indexes": [
                    models.Index(fields=["event", "sort_at", "id"], name="claim_timeline"),
                    models.Index(
                        condition=models.Q(("review", "published")),
                        fields=["event", "sort_at", "id"],
                        name="claim_public_timeline",
                    ),
                    models.Index(
                        condition=models.Q(("review", "published")),
                        fields=["claimant", "sort_at", "id"],
                        name="claim_public_by_claimant",
                    ),
                    models.Index(
                        condition=models.Q(("review", "published")),
                        fields=["sort_at", "id"],
                        name="claim_public",
                    ),
                    models.Index(fields=["question", "sort_at", "id"], name="claim_by_question"),
                    models.Index(fields=["event", "match_key"], name="claim_match"),
                    models.Index(fields=["review", "created_at", "id"], name="claim_by_review"),
                    models.Index(fields=["updated_at", "id"], name="claim_by_update"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search"], name="claim_search"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("count_high__isnull", True),
                            ("count_low__lte", models.F("count_high")),
                            _connector="OR",
                        ),
                        name="claim_count_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("count_high__isnull", True),
                            ("count_low__isnull", False),
                            _connector="OR",
                        ),
                        name="claim_count_has_a_floor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("made_at_from__isnull", True),
                            ("made_at_to__isnull", True),
                            ("made_at_from__lte", models.F("made_at_to")),
                            _connector="OR",
                        ),
                        name="claim_made_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("holds_from__isnull", True),
                            ("holds_to__isnull", True),
                            ("holds_from__lte", models.F("holds_to")),
                            _connector="OR",
                        ),
                        name="claim_holds_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confidence__isnull", True),
                            ("confidence__range", (0, 1)),
                            _connector="OR",
                        ),
                        name="claim_confidence_is_a_share",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("revises", models.F("id")), _negated=True),
                        name="claim_does_not_revise_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("merged_into__isnull", False), ("review", "merged")),
                            models.Q(
                                models.Q(("review", "merged"), _negated=True),
                                ("merged_into__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="claim_merged_into_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("review", "published"), _negated=True),
                            ("published_by__isnull", False),
                            _connector="OR",
                        ),
                        name="claim_published_by_a_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "unverified"),
                            ("review__in", ["published", "merged"]),
                            ("review", "rejected"),
                            _connector="OR",
                        ),
                        name="claim_status_needs_publication",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuestionHistory",
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
                        default=functools.partial(events.fields.new_public_id, *("qst",), **{}),
                        editable=False,
                        max_length=32,
                    ),
                ),
                ("text", models.CharField(max_length=300)),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("responsibility", "Who did it"),
                            ("involvement", "Who had a part in it"),
                            ("presence", "Who was there"),
                            ("casualties", "How many were hurt"),
                            ("control", "Who holds a place"),
                            ("outcome", "How it ended"),
                            ("damage", "What was hit or damaged"),
                            ("cause", "What caused it"),
                            ("authenticity", "Is it genuine"),
                            ("weapons", "Weapons and equipment"),
                            ("measure", "Measures declared or lifted"),
                            ("evacuation", "Who was moved to safety"),
                            ("arrest", "Who was detained"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=200)),
                ("dispute_key", models.CharField(max_length=200)),
                ("unit", models.CharField(blank=True, max_length=60)),
                ("population", models.CharField(blank=True, max_length=60)),
                ("edited", models.BooleanField(default=False, editable=False)),
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
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.question",
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
                        to="claims.question",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AnswerActor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="named_in",
                        to="events.actor",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answered",
                        to="claims.claim",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("claim", "actor"), name="answer_actor_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimHistory",
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
                        default=functools.partial(events.fields.new_public_id, *("clm",), **{}),
                        editable=False,
                        max_length=32,
                    ),
                ),
                (
                    "claimant_text",
                    models.CharField(
                        blank=True,
                        help_text="How the article names who asserts it.",
                        max_length=300,
                    ),
                ),
                ("statement", models.TextField(help_text="What is claimed, in one sentence.")),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("responsibility", "Who did it"),
                            ("involvement", "Who had a part in it"),
                            ("presence", "Who was there"),
                            ("casualties", "How many were hurt"),
                            ("control", "Who holds a place"),
                            ("outcome", "How it ended"),
                            ("damage", "What was hit or damaged"),
                            ("cause", "What caused it"),
                            ("authenticity", "Is it genuine"),
                            ("weapons", "Weapons and equipment"),
                            ("measure", "Measures declared or lifted"),
                            ("evacuation", "Who was moved to safety"),
                            ("arrest", "Who was detained"),
                            ("other", "Other"),
                        ],
                        default="other",
                        max_length=20,
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("asserts", "asserts"),
                            ("denies", "denies"),
                            ("doubts", "doubts"),
                            ("confirms", "confirms"),
                            ("no_comment", "does not comment"),
                            ("retracts", "retracts"),
                        ],
                        default="asserts",
                        max_length=15,
                    ),
                ),
                (
                    "modality",
                    models.CharField(
                        choices=[
                            ("asserted", "Asserted"),
                            ("hedged", "Hedged"),
                            ("alleged", "Alleged"),
                        ],
                        default="asserted",
                        max_length=10,
                    ),
                ),
                ("answer_names", models.JSONField(blank=True, default=list)),
                ("answer_denied", models.BooleanField(default=False)),
                (
                    "rung",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ordered", "ordered"),
                            ("carried_out", "carried out"),
                            ("took_part", "took part"),
                            ("supported", "supported"),
                            ("encouraged", "encouraged"),
                            ("knew", "knew"),
                        ],
                        max_length=20,
                    ),
                ),
                ("count_low", models.PositiveBigIntegerField(blank=True, null=True)),
                ("count_high", models.PositiveBigIntegerField(blank=True, null=True)),
                ("low_exclusive", models.BooleanField(default=False)),
                ("high_exclusive", models.BooleanField(default=False)),
                ("count_approximate", models.BooleanField(default=False)),
                ("count_vague", models.BooleanField(default=False)),
                ("unit", models.CharField(blank=True, max_length=60)),
                ("count_text", models.CharField(blank=True, max_length=200)),
                ("measure", models.CharField(blank=True, max_length=60)),
                ("population", models.CharField(blank=True, max_length=60)),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("total", "Total so far"),
                            ("increment", "Newly counted"),
                            ("period", "Within a period"),
                        ],
                        default="total",
                        max_length=10,
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200)),
                ("value", models.CharField(blank=True, max_length=60)),
                ("answer_rest", models.JSONField(blank=True, default=dict)),
                (
                    "made_at",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="When it was said, as known; empty when not stated.",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                ("made_at_from", models.DateTimeField(blank=True, editable=False, null=True)),
                ("made_at_to", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "made_at_text",
                    models.CharField(
                        blank=True, help_text="As the article has it.", max_length=200
                    ),
                ),
                (
                    "holds",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="When it is true of, as known.",
                        max_length=64,
                        validators=[events.fields.validate_edtf],
                    ),
                ),
                ("holds_from", models.DateTimeField(blank=True, editable=False, null=True)),
                ("holds_to", models.DateTimeField(blank=True, editable=False, null=True)),
                ("holds_text", models.CharField(blank=True, max_length=200)),
                (
                    "sort_at",
                    models.DateTimeField(
                        default=datetime.datetime(9999, 12, 31, 0, 0, tzinfo=datetime.timezone.utc),
                        editable=False,
                    ),
                ),
                (
                    "review",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("published", "Published"),
                            ("rejected", "Rejected"),
                            ("merged", "Merged"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("unverified", "Unverified"),
                            ("corroborated", "Corroborated"),
                            ("verified", "Verified"),
                            ("refuted", "Refuted"),
                            ("inconclusive", "Inconclusive"),
                            ("not_checkable", "Not checkable"),
                        ],
                        default="unverified",
                        max_length=15,
                    ),
                ),
                (
                    "lifecycle",
                    models.CharField(
                        choices=[
                            ("current", "Current"),
                            ("revised", "Revised by the claimant"),
                            ("retracted", "Retracted by the claimant"),
                        ],
                        default="current",
                        max_length=10,
                    ),
                ),
                (
                    "attribution",
                    models.CharField(
                        choices=[
                            ("direct_quote", "Direct quote"),
                            ("paraphrase", "Paraphrase"),
                            ("alleged", "Alleged"),
                            ("anonymous", "Anonymous source"),
                            ("implied", "Implied"),
                            ("unattributed", "Claimant not named in the source"),
                        ],
                        default="paraphrase",
                        max_length=15,
                    ),
                ),
                (
                    "primary_source",
                    models.BooleanField(
                        default=False,
                        help_text="A primary source confirms that the claimant said it.",
                    ),
                ),
                ("key_development", models.BooleanField(default=False)),
                (
                    "found_by",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="Rule or reader; empty for a person.",
                        max_length=100,
                    ),
                ),
                ("confidence", models.FloatField(blank=True, editable=False, null=True)),
                ("match_key", models.CharField(blank=True, editable=False, max_length=64)),
                ("edited_fields", models.JSONField(blank=True, default=list, editable=False)),
                ("published_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "claimant",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who asserts it; empty when the article names nobody.",
                        null=True,
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
                    "logged_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                        to="claims.claim",
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
                        to="claims.claim",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revises",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.question",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Contradiction",
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
                        default=functools.partial(events.fields.new_public_id, *("con",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("count", "Count"),
                            ("involvement", "Involvement"),
                            ("responsibility", "Responsibility"),
                            ("identity", "Identity"),
                            ("cause", "Cause"),
                            ("outcome", "Outcome"),
                            ("control", "Control"),
                            ("date", "Date"),
                            ("place", "Place"),
                            ("authenticity", "Authenticity"),
                            ("negation", "Negation"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "severity",
                    models.CharField(
                        choices=[("contradiction", "Contradiction"), ("tension", "Tension")],
                        default="contradiction",
                        max_length=15,
                    ),
                ),
                ("score", models.FloatField(default=1.0)),
                ("reason", models.TextField(help_text="One sentence that quotes both sides.")),
                ("signals", models.JSONField(blank=True, default=dict)),
                (
                    "detector",
                    models.CharField(
                        blank=True, help_text="Empty for a person's own.", max_length=100
                    ),
                ),
                ("sides_digest", models.CharField(editable=False, max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("confirmed", "Confirmed"),
                            ("dismissed", "Dismissed"),
                            ("resolved", "Resolved"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                (
                    "dismissal_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("different_event", "Different event"),
                            ("different_population", "Different population"),
                            ("different_time", "Different time"),
                            ("revised", "Same claimant, revised"),
                            ("not_a_claim", "Not a claim"),
                            ("other", "Other"),
                        ],
                        max_length=25,
                    ),
                ),
                ("decision_note", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                        related_name="contradictions",
                        to="events.event",
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contradictions_first",
                        to="claims.claim",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contradictions_second",
                        to="claims.claim",
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "pk"],
                "permissions": [("decide_contradiction", "Can confirm or dismiss a contradiction")],
                "indexes": [
                    models.Index(
                        fields=["event", "created_at", "id"], name="contradiction_by_event"
                    ),
                    models.Index(fields=["created_at", "id"], name="contradiction_by_time"),
                    models.Index(
                        fields=["state", "created_at", "id"], name="contradiction_by_state"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))),
                        name="contradiction_smaller_id_first",
                    ),
                    models.UniqueConstraint(
                        fields=("first", "second"), name="contradiction_once_a_pair"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("score__range", (0, 1))),
                        name="contradiction_score_is_a_share",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "dismissed"), _negated=True),
                            models.Q(("dismissal_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="contradiction_dismissed_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["confirmed", "dismissed"]), _negated=True),
                            models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="contradiction_decided_by_a_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
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
                        default=functools.partial(events.fields.new_public_id, *("evi",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("link", "Link"),
                            ("file", "File"),
                            ("article_version", "Archived article"),
                            ("outlet_verification", "Outlet's verification statement"),
                            ("note", "Note"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "bearing",
                    models.CharField(
                        choices=[
                            ("for", "For the claim"),
                            ("against", "Against the claim"),
                            ("context", "Context"),
                        ],
                        default="context",
                        max_length=10,
                    ),
                ),
                ("description", models.TextField(help_text="What it shows, in a sentence.")),
                ("url", models.URLField(blank=True, max_length=2000)),
                ("file", models.BinaryField(blank=True, null=True)),
                ("file_name", models.CharField(blank=True, max_length=200)),
                ("media_type", models.CharField(blank=True, max_length=100)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                (
                    "credibility",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="1 (confirmed) to 6 (cannot be judged), AJP-2.1.",
                        null=True,
                    ),
                ),
                ("is_public", models.BooleanField(default=False)),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="claims.claim",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="sources.articleversion",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "evidence",
                "ordering": ["claim", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("credibility__isnull", True),
                            ("credibility__range", (1, 6)),
                            _connector="OR",
                        ),
                        name="evidence_credibility_one_to_six",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Quote",
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
                        default=functools.partial(events.fields.new_public_id, *("quo",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                ("start", models.PositiveIntegerField(help_text="First code point.")),
                ("end", models.PositiveIntegerField(help_text="One past the last code point.")),
                ("exact", models.TextField()),
                ("exact_sha256", models.CharField(editable=False, max_length=64)),
                (
                    "attribution",
                    models.CharField(
                        choices=[
                            ("direct_quote", "Direct quote"),
                            ("paraphrase", "Paraphrase"),
                            ("alleged", "Alleged"),
                            ("anonymous", "Anonymous source"),
                            ("implied", "Implied"),
                            ("unattributed", "Claimant not named in the source"),
                        ],
                        default="paraphrase",
                        max_length=15,
                    ),
                ),
                ("speaker_start", models.PositiveIntegerField(blank=True, null=True)),
                ("speaker_end", models.PositiveIntegerField(blank=True, null=True)),
                ("cue_start", models.PositiveIntegerField(blank=True, null=True)),
                ("cue_end", models.PositiveIntegerField(blank=True, null=True)),
                ("found_by", models.CharField(blank=True, editable=False, max_length=100)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes",
                        to="claims.claim",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes",
                        to="sources.articleversion",
                    ),
                ),
                (
                    "came_from",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="The claim it was found for, when that was merged into this one.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes_given",
                        to="claims.claim",
                    ),
                ),
            ],
            options={
                "ordering": ["claim", "version", "start"],
                "indexes": [models.Index(fields=["version", "start"], name="quote_in_text")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))),
                        name="quote_is_not_empty",
                    ),
                    models.UniqueConstraint(
                        fields=("claim", "version", "start", "end"), name="quote_is_given_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContradictionHistory",
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
                        default=functools.partial(events.fields.new_public_id, *("con",), **{}),
                        editable=False,
                        max_length=32,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("count", "Count"),
                            ("involvement", "Involvement"),
                            ("responsibility", "Responsibility"),
                            ("identity", "Identity"),
                            ("cause", "Cause"),
                            ("outcome", "Outcome"),
                            ("control", "Control"),
                            ("date", "Date"),
                            ("place", "Place"),
                            ("authenticity", "Authenticity"),
                            ("negation", "Negation"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "severity",
                    models.CharField(
                        choices=[("contradiction", "Contradiction"), ("tension", "Tension")],
                        default="contradiction",
                        max_length=15,
                    ),
                ),
                ("score", models.FloatField(default=1.0)),
                ("reason", models.TextField(help_text="One sentence that quotes both sides.")),
                ("signals", models.JSONField(blank=True, default=dict)),
                (
                    "detector",
                    models.CharField(
                        blank=True, help_text="Empty for a person's own.", max_length=100
                    ),
                ),
                ("sides_digest", models.CharField(editable=False, max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("confirmed", "Confirmed"),
                            ("dismissed", "Dismissed"),
                            ("resolved", "Resolved"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                (
                    "dismissal_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("different_event", "Different event"),
                            ("different_population", "Different population"),
                            ("different_time", "Different time"),
                            ("revised", "Same claimant, revised"),
                            ("not_a_claim", "Not a claim"),
                            ("other", "Other"),
                        ],
                        max_length=25,
                    ),
                ),
                ("decision_note", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                    "first",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
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
                        to="claims.contradiction",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EvidenceHistory",
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
                        default=functools.partial(events.fields.new_public_id, *("evi",), **{}),
                        editable=False,
                        max_length=32,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("link", "Link"),
                            ("file", "File"),
                            ("article_version", "Archived article"),
                            ("outlet_verification", "Outlet's verification statement"),
                            ("note", "Note"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "bearing",
                    models.CharField(
                        choices=[
                            ("for", "For the claim"),
                            ("against", "Against the claim"),
                            ("context", "Context"),
                        ],
                        default="context",
                        max_length=10,
                    ),
                ),
                ("description", models.TextField(help_text="What it shows, in a sentence.")),
                ("url", models.URLField(blank=True, max_length=2000)),
                ("file_name", models.CharField(blank=True, max_length=200)),
                ("media_type", models.CharField(blank=True, max_length=100)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                (
                    "credibility",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="1 (confirmed) to 6 (cannot be judged), AJP-2.1.",
                        null=True,
                    ),
                ),
                ("is_public", models.BooleanField(default=False)),
                (
                    "added_by",
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
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
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
                        to="claims.evidence",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VerdictProposal",
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
                        default=functools.partial(events.fields.new_public_id, *("prp",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("unverified", "Unverified"),
                            ("corroborated", "Corroborated"),
                            ("verified", "Verified"),
                            ("refuted", "Refuted"),
                            ("inconclusive", "Inconclusive"),
                            ("not_checkable", "Not checkable"),
                        ],
                        max_length=15,
                    ),
                ),
                ("rationale", models.TextField(help_text="Why, in at least 40 characters.")),
                ("no_evidence_because", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("pending", "Waiting for a second reviewer"),
                            ("approved", "Approved"),
                            ("returned", "Returned with a comment"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="pending",
                        max_length=10,
                    ),
                ),
                ("proposed_at", models.DateTimeField(auto_now_add=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("comment", models.TextField(blank=True)),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="claims.claim",
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
                    "evidence",
                    models.ManyToManyField(
                        blank=True, related_name="proposals", to="claims.evidence"
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-proposed_at", "-pk"],
                "permissions": [
                    ("approve_verdictproposal", "Can approve or return a proposed verdict")
                ],
                "indexes": [
                    models.Index(fields=["state", "proposed_at", "id"], name="proposal_by_state")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "pending")),
                        fields=("claim",),
                        name="proposal_one_pending_a_claim",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "approved"),
                                ("status__in", ("verified", "refuted")),
                                _negated=True,
                            ),
                            models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="proposal_approver_is_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuoteHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "public_id",
                    models.CharField(
                        default=functools.partial(events.fields.new_public_id, *("quo",), **{}),
                        editable=False,
                        max_length=32,
                    ),
                ),
                ("start", models.PositiveIntegerField(help_text="First code point.")),
                ("end", models.PositiveIntegerField(help_text="One past the last code point.")),
                ("exact", models.TextField()),
                ("exact_sha256", models.CharField(editable=False, max_length=64)),
                (
                    "attribution",
                    models.CharField(
                        choices=[
                            ("direct_quote", "Direct quote"),
                            ("paraphrase", "Paraphrase"),
                            ("alleged", "Alleged"),
                            ("anonymous", "Anonymous source"),
                            ("implied", "Implied"),
                            ("unattributed", "Claimant not named in the source"),
                        ],
                        default="paraphrase",
                        max_length=15,
                    ),
                ),
                ("speaker_start", models.PositiveIntegerField(blank=True, null=True)),
                ("speaker_end", models.PositiveIntegerField(blank=True, null=True)),
                ("cue_start", models.PositiveIntegerField(blank=True, null=True)),
                ("cue_end", models.PositiveIntegerField(blank=True, null=True)),
                ("found_by", models.CharField(blank=True, editable=False, max_length=100)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
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
                        to="claims.quote",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.articleversion",
                    ),
                ),
                (
                    "came_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        help_text="The claim it was found for, when that was merged into this one.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Verdict",
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
                        default=functools.partial(events.fields.new_public_id, *("vdt",), **{}),
                        editable=False,
                        max_length=32,
                        unique=True,
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "previous_status",
                    models.CharField(
                        choices=[
                            ("unverified", "Unverified"),
                            ("corroborated", "Corroborated"),
                            ("verified", "Verified"),
                            ("refuted", "Refuted"),
                            ("inconclusive", "Inconclusive"),
                            ("not_checkable", "Not checkable"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("unverified", "Unverified"),
                            ("corroborated", "Corroborated"),
                            ("verified", "Verified"),
                            ("refuted", "Refuted"),
                            ("inconclusive", "Inconclusive"),
                            ("not_checkable", "Not checkable"),
                        ],
                        max_length=15,
                    ),
                ),
                ("rationale", models.TextField()),
                ("no_evidence_because", models.TextField(blank=True)),
                (
                    "proposed_by_role",
                    models.CharField(
                        choices=[
                            ("reporter", "a reporter"),
                            ("editor", "an editor"),
                            ("reviewer", "a reviewer"),
                            ("administrator", "an administrator"),
                            ("software", "software"),
                        ],
                        max_length=15,
                    ),
                ),
                ("proposed_at", models.DateTimeField()),
                (
                    "approved_by_role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reporter", "a reporter"),
                            ("editor", "an editor"),
                            ("reviewer", "a reviewer"),
                            ("administrator", "an administrator"),
                            ("software", "software"),
                        ],
                        max_length=15,
                    ),
                ),
                ("decided_at", models.DateTimeField()),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdicts",
                        to="claims.claim",
                    ),
                ),
                (
                    "evidence",
                    models.ManyToManyField(
                        blank=True, related_name="verdicts", to="claims.evidence"
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdict",
                        to="claims.verdictproposal",
                    ),
                ),
            ],
            options={
                "ordering": ["claim", "number"],
                "indexes": [models.Index(fields=["decided_at", "id"], name="verdict_by_time")],
                "constraints": [
                    models.UniqueConstraint(fields=("claim", "number"), name="verdict_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by__isnull", True),
                            models.Q(("approved_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="verdict_approver_is_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("verified", "refuted")), _negated=True),
                            ("approved_by__isnull", False),
                            _connector="OR",
                        ),
                        name="verdict_has_second_reviewer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("number", 1),
                            ("status", models.F("previous_status")),
                            ("approved_by__isnull", False),
                            _connector="OR",
                        ),
                        name="verdict_reversal_has_second_reviewer",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VerdictProposalHistory",
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
                        default=functools.partial(events.fields.new_public_id, *("prp",), **{}),
                        editable=False,
                        max_length=32,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("unverified", "Unverified"),
                            ("corroborated", "Corroborated"),
                            ("verified", "Verified"),
                            ("refuted", "Refuted"),
                            ("inconclusive", "Inconclusive"),
                            ("not_checkable", "Not checkable"),
                        ],
                        max_length=15,
                    ),
                ),
                ("rationale", models.TextField(help_text="Why, in at least 40 characters.")),
                ("no_evidence_because", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("pending", "Waiting for a second reviewer"),
                            ("approved", "Approved"),
                            ("returned", "Returned with a comment"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="pending",
                        max_length=10,
                    ),
                ),
                ("proposed_at", models.DateTimeField(auto_now_add=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("comment", models.TextField(blank=True)),
                (
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
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
                        to="claims.verdictproposal",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_by",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VerdictEvidence",
            fields=[],
            options={
                "proxy": True,
            },
            bases=("claims.verdict_evidence",),
        ),
        migrations.AddField(
            model_name="claim",
            name="answer_actors",
            field=models.ManyToManyField(
                related_name="answers", through="claims.AnswerActor", to="events.actor"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="change",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Change is append-only: % is refused', TG_OP;",
                    hash="cb2f73a4232c4a2622f6188f20acdf8c2c170d4e",
                    operation="DELETE",
                    pgid="pgtrigger_append_only_delete_387d5",
                    table="claims_change",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="row_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.row_version = OLD.row_version + 1; RETURN NEW;",
                    hash="c608608c3536be7a6d803734cc380dcf6b0a0727",
                    operation="UPDATE",
                    pgid="pgtrigger_row_version_19267",
                    table="claims_contradiction",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_contradictionhistory" ("created_at", "decided_at", "decided_by_id", "decision_note", "detector", "dismissal_reason", "event_id", "first_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "row_version", "score", "second_id", "severity", "sides_digest", "signals", "state", "updated_at") VALUES (NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."decision_note", NEW."detector", NEW."dismissal_reason", NEW."event_id", NEW."first_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."row_version", NEW."score", NEW."second_id", NEW."severity", NEW."sides_digest", NEW."signals", NEW."state", NEW."updated_at"); RETURN NULL;',
                    hash="1b1673d7251c274234ffe65b17d05651913cc62f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8b4be",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_contradictionhistory" ("created_at", "decided_at", "decided_by_id", "decision_note", "detector", "dismissal_reason", "event_id", "first_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "row_version", "score", "second_id", "severity", "sides_digest", "signals", "state", "updated_at") VALUES (NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."decision_note", NEW."detector", NEW."dismissal_reason", NEW."event_id", NEW."first_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."row_version", NEW."score", NEW."second_id", NEW."severity", NEW."sides_digest", NEW."signals", NEW."state", NEW."updated_at"); RETURN NULL;',
                    hash="5bf6d93f1dc88b43965bed5ca374a19cca4f3050",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_54ad3",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_contradictionhistory" ("created_at", "decided_at", "decided_by_id", "decision_note", "detector", "dismissal_reason", "event_id", "first_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "row_version", "score", "second_id", "severity", "sides_digest", "signals", "state", "updated_at") VALUES (OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."decision_note", OLD."detector", OLD."dismissal_reason", OLD."event_id", OLD."first_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."row_version", OLD."score", OLD."second_id", OLD."severity", OLD."sides_digest", OLD."signals", OLD."state", OLD."updated_at"); RETURN NULL;',
                    hash="be1a02dd63a86f25c4f8589e8ddec981d87cdff2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_26885",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contradictionhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4123996bc6f28a5a30a729d1cad28a32b686e07d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_289fd",
                    table="claims_contradictionhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="row_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.row_version = OLD.row_version + 1; RETURN NEW;",
                    hash="5b93c33ea126434b752df2d48461ca04828ffd71",
                    operation="UPDATE",
                    pgid="pgtrigger_row_version_23e5a",
                    table="claims_evidence",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_evidencehistory" ("added_by_id", "bearing", "claim_id", "created_at", "credibility", "description", "file_name", "id", "is_public", "kind", "media_type", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "row_version", "sha256", "updated_at", "url", "version_id") VALUES (NEW."added_by_id", NEW."bearing", NEW."claim_id", NEW."created_at", NEW."credibility", NEW."description", NEW."file_name", NEW."id", NEW."is_public", NEW."kind", NEW."media_type", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."row_version", NEW."sha256", NEW."updated_at", NEW."url", NEW."version_id"); RETURN NULL;',
                    hash="21ddc8de9d5bd73dd057b01c9a47a39d1e097e4b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d2960",
                    table="claims_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."bearing" IS DISTINCT FROM (NEW."bearing") OR OLD."claim_id" IS DISTINCT FROM (NEW."claim_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."credibility" IS DISTINCT FROM (NEW."credibility") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_public" IS DISTINCT FROM (NEW."is_public") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."media_type" IS DISTINCT FROM (NEW."media_type") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."row_version" IS DISTINCT FROM (NEW."row_version") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."url" IS DISTINCT FROM (NEW."url") OR OLD."version_id" IS DISTINCT FROM (NEW."version_id"))',
                    func='INSERT INTO "claims_evidencehistory" ("added_by_id", "bearing", "claim_id", "created_at", "credibility", "description", "file_name", "id", "is_public", "kind", "media_type", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "row_version", "sha256", "updated_at", "url", "version_id") VALUES (NEW."added_by_id", NEW."bearing", NEW."claim_id", NEW."created_at", NEW."credibility", NEW."description", NEW."file_name", NEW."id", NEW."is_public", NEW."kind", NEW."media_type", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."row_version", NEW."sha256", NEW."updated_at", NEW."url", NEW."version_id"); RETURN NULL;',
                    hash="9c5b51042057c8651eccf19444877d09dc49cd62",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0cf54",
                    table="claims_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_evidencehistory" ("added_by_id", "bearing", "claim_id", "created_at", "credibility", "description", "file_name", "id", "is_public", "kind", "media_type", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "row_version", "sha256", "updated_at", "url", "version_id") VALUES (OLD."added_by_id", OLD."bearing", OLD."claim_id", OLD."created_at", OLD."credibility", OLD."description", OLD."file_name", OLD."id", OLD."is_public", OLD."kind", OLD."media_type", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."row_version", OLD."sha256", OLD."updated_at", OLD."url", OLD."version_id"); RETURN NULL;',
                    hash="94c14e9d2998bcba3eb30a418a035abf41d25ebb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_26a0f",
                    table="claims_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidencehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="637fad32435b976eb864f3dea56f874dbc8f6b36",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_15d0e",
                    table="claims_evidencehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="question",
            trigger=pgtrigger.compiler.Trigger(
                name="row_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.row_version = OLD.row_version + 1; RETURN NEW;",
                    hash="72e73d5f996cc699f55256fe94b4f1fa55086558",
                    operation="UPDATE",
                    pgid="pgtrigger_row_version_7dfe3",
                    table="claims_question",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="question",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_questionhistory" ("created_at", "dispute_key", "edited", "event_id", "id", "key", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "public_id", "row_version", "text", "topic", "unit", "updated_at") VALUES (NEW."created_at", NEW."dispute_key", NEW."edited", NEW."event_id", NEW."id", NEW."key", NEW."merged_into_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."population", NEW."public_id", NEW."row_version", NEW."text", NEW."topic", NEW."unit", NEW."updated_at"); RETURN NULL;',
                    hash="6fa5e702cb1fb8196c159d8f91515204685abc93",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5cfbd",
                    table="claims_question",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="question",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_questionhistory" ("created_at", "dispute_key", "edited", "event_id", "id", "key", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "public_id", "row_version", "text", "topic", "unit", "updated_at") VALUES (NEW."created_at", NEW."dispute_key", NEW."edited", NEW."event_id", NEW."id", NEW."key", NEW."merged_into_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."population", NEW."public_id", NEW."row_version", NEW."text", NEW."topic", NEW."unit", NEW."updated_at"); RETURN NULL;',
                    hash="18a9ec682ca4bed9effb0805b286e1188101c7af",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_25aad",
                    table="claims_question",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="question",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_questionhistory" ("created_at", "dispute_key", "edited", "event_id", "id", "key", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "public_id", "row_version", "text", "topic", "unit", "updated_at") VALUES (OLD."created_at", OLD."dispute_key", OLD."edited", OLD."event_id", OLD."id", OLD."key", OLD."merged_into_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."population", OLD."public_id", OLD."row_version", OLD."text", OLD."topic", OLD."unit", OLD."updated_at"); RETURN NULL;',
                    hash="1c29d6f141314c7e36d75a4de8154c27aac20604",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4051f",
                    table="claims_question",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="29873c4bcc93748621668719d39e0f159db9c87e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7c0fd",
                    table="claims_claimhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="row_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.row_version = OLD.row_version + 1; RETURN NEW;",
                    hash="669434e40f9c3a97c783146d8113e8dc8f420a63",
                    operation="UPDATE",
                    pgid="pgtrigger_row_version_def30",
                    table="claims_claim",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_claimhistory" ("answer_denied", "answer_names", "answer_rest", "attribution", "basis", "claimant_id", "claimant_text", "confidence", "count_approximate", "count_high", "count_low", "count_text", "count_vague", "created_at", "edited_fields", "event_id", "found_by", "high_exclusive", "holds", "holds_from", "holds_text", "holds_to", "id", "key_development", "lifecycle", "logged_by_id", "low_exclusive", "made_at", "made_at_from", "made_at_text", "made_at_to", "match_key", "measure", "merged_into_id", "modality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "population", "primary_source", "public_id", "published_at", "published_by_id", "question_id", "review", "revises_id", "row_version", "rung", "sort_at", "stance", "statement", "status", "topic", "unit", "updated_at", "value") VALUES (NEW."answer_denied", NEW."answer_names", NEW."answer_rest", NEW."attribution", NEW."basis", NEW."claimant_id", NEW."claimant_text", NEW."confidence", NEW."count_approximate", NEW."count_high", NEW."count_low", NEW."count_text", NEW."count_vague", NEW."created_at", NEW."edited_fields", NEW."event_id", NEW."found_by", NEW."high_exclusive", NEW."holds", NEW."holds_from", NEW."holds_text", NEW."holds_to", NEW."id", NEW."key_development", NEW."lifecycle", NEW."logged_by_id", NEW."low_exclusive", NEW."made_at", NEW."made_at_from", NEW."made_at_text", NEW."made_at_to", NEW."match_key", NEW."measure", NEW."merged_into_id", NEW."modality", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."population", NEW."primary_source", NEW."public_id", NEW."published_at", NEW."published_by_id", NEW."question_id", NEW."review", NEW."revises_id", NEW."row_version", NEW."rung", NEW."sort_at", NEW."stance", NEW."statement", NEW."status", NEW."topic", NEW."unit", NEW."updated_at", NEW."value"); RETURN NULL;',
                    hash="2959d81aba13a973bba24968fa56b8bb179c46c0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_df8fa",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answer_denied" IS DISTINCT FROM (NEW."answer_denied") OR OLD."answer_names" IS DISTINCT FROM (NEW."answer_names") OR OLD."answer_rest" IS DISTINCT FROM (NEW."answer_rest") OR OLD."attribution" IS DISTINCT FROM (NEW."attribution") OR OLD."basis" IS DISTINCT FROM (NEW."basis") OR OLD."claimant_id" IS DISTINCT FROM (NEW."claimant_id") OR OLD."claimant_text" IS DISTINCT FROM (NEW."claimant_text") OR OLD."confidence" IS DISTINCT FROM (NEW."confidence") OR OLD."count_approximate" IS DISTINCT FROM (NEW."count_approximate") OR OLD."count_high" IS DISTINCT FROM (NEW."count_high") OR OLD."count_low" IS DISTINCT FROM (NEW."count_low") OR OLD."count_text" IS DISTINCT FROM (NEW."count_text") OR OLD."count_vague" IS DISTINCT FROM (NEW."count_vague") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."edited_fields" IS DISTINCT FROM (NEW."edited_fields") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."found_by" IS DISTINCT FROM (NEW."found_by") OR OLD."high_exclusive" IS DISTINCT FROM (NEW."high_exclusive") OR OLD."holds" IS DISTINCT FROM (NEW."holds") OR OLD."holds_from" IS DISTINCT FROM (NEW."holds_from") OR OLD."holds_text" IS DISTINCT FROM (NEW."holds_text") OR OLD."holds_to" IS DISTINCT FROM (NEW."holds_to") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."key_development" IS DISTINCT FROM (NEW."key_development") OR OLD."lifecycle" IS DISTINCT FROM (NEW."lifecycle") OR OLD."logged_by_id" IS DISTINCT FROM (NEW."logged_by_id") OR OLD."low_exclusive" IS DISTINCT FROM (NEW."low_exclusive") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_at_from" IS DISTINCT FROM (NEW."made_at_from") OR OLD."made_at_text" IS DISTINCT FROM (NEW."made_at_text") OR OLD."made_at_to" IS DISTINCT FROM (NEW."made_at_to") OR OLD."match_key" IS DISTINCT FROM (NEW."match_key") OR OLD."measure" IS DISTINCT FROM (NEW."measure") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."modality" IS DISTINCT FROM (NEW."modality") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."population" IS DISTINCT FROM (NEW."population") OR OLD."primary_source" IS DISTINCT FROM (NEW."primary_source") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."question_id" IS DISTINCT FROM (NEW."question_id") OR OLD."review" IS DISTINCT FROM (NEW."review") OR OLD."revises_id" IS DISTINCT FROM (NEW."revises_id") OR OLD."row_version" IS DISTINCT FROM (NEW."row_version") OR OLD."rung" IS DISTINCT FROM (NEW."rung") OR OLD."sort_at" IS DISTINCT FROM (NEW."sort_at") OR OLD."stance" IS DISTINCT FROM (NEW."stance") OR OLD."statement" IS DISTINCT FROM (NEW."statement") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."topic" IS DISTINCT FROM (NEW."topic") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."value" IS DISTINCT FROM (NEW."value"))',
                    func='INSERT INTO "claims_claimhistory" ("answer_denied", "answer_names", "answer_rest", "attribution", "basis", "claimant_id", "claimant_text", "confidence", "count_approximate", "count_high", "count_low", "count_text", "count_vague", "created_at", "edited_fields", "event_id", "found_by", "high_exclusive", "holds", "holds_from", "holds_text", "holds_to", "id", "key_development", "lifecycle", "logged_by_id", "low_exclusive", "made_at", "made_at_from", "made_at_text", "made_at_to", "match_key", "measure", "merged_into_id", "modality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "population", "primary_source", "public_id", "published_at", "published_by_id", "question_id", "review", "revises_id", "row_version", "rung", "sort_at", "stance", "statement", "status", "topic", "unit", "updated_at", "value") VALUES (NEW."answer_denied", NEW."answer_names", NEW."answer_rest", NEW."attribution", NEW."basis", NEW."claimant_id", NEW."claimant_text", NEW."confidence", NEW."count_approximate", NEW."count_high", NEW."count_low", NEW."count_text", NEW."count_vague", NEW."created_at", NEW."edited_fields", NEW."event_id", NEW."found_by", NEW."high_exclusive", NEW."holds", NEW."holds_from", NEW."holds_text", NEW."holds_to", NEW."id", NEW."key_development", NEW."lifecycle", NEW."logged_by_id", NEW."low_exclusive", NEW."made_at", NEW."made_at_from", NEW."made_at_text", NEW."made_at_to", NEW."match_key", NEW."measure", NEW."merged_into_id", NEW."modality", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."population", NEW."primary_source", NEW."public_id", NEW."published_at", NEW."published_by_id", NEW."question_id", NEW."review", NEW."revises_id", NEW."row_version", NEW."rung", NEW."sort_at", NEW."stance", NEW."statement", NEW."status", NEW."topic", NEW."unit", NEW."updated_at", NEW."value"); RETURN NULL;',
                    hash="66fe609fbf40be95521c6f48bea9df3a21c6689a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fe4ba",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_claimhistory" ("answer_denied", "answer_names", "answer_rest", "attribution", "basis", "claimant_id", "claimant_text", "confidence", "count_approximate", "count_high", "count_low", "count_text", "count_vague", "created_at", "edited_fields", "event_id", "found_by", "high_exclusive", "holds", "holds_from", "holds_text", "holds_to", "id", "key_development", "lifecycle", "logged_by_id", "low_exclusive", "made_at", "made_at_from", "made_at_text", "made_at_to", "match_key", "measure", "merged_into_id", "modality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "population", "primary_source", "public_id", "published_at", "published_by_id", "question_id", "review", "revises_id", "row_version", "rung", "sort_at", "stance", "statement", "status", "topic", "unit", "updated_at", "value") VALUES (OLD."answer_denied", OLD."answer_names", OLD."answer_rest", OLD."attribution", OLD."basis", OLD."claimant_id", OLD."claimant_text", OLD."confidence", OLD."count_approximate", OLD."count_high", OLD."count_low", OLD."count_text", OLD."count_vague", OLD."created_at", OLD."edited_fields", OLD."event_id", OLD."found_by", OLD."high_exclusive", OLD."holds", OLD."holds_from", OLD."holds_text", OLD."holds_to", OLD."id", OLD."key_development", OLD."lifecycle", OLD."logged_by_id", OLD."low_exclusive", OLD."made_at", OLD."made_at_from", OLD."made_at_text", OLD."made_at_to", OLD."match_key", OLD."measure", OLD."merged_into_id", OLD."modality", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."population", OLD."primary_source", OLD."public_id", OLD."published_at", OLD."published_by_id", OLD."question_id", OLD."review", OLD."revises_id", OLD."row_version", OLD."rung", OLD."sort_at", OLD."stance", OLD."statement", OLD."status", OLD."topic", OLD."unit", OLD."updated_at", OLD."value"); RETURN NULL;',
                    hash="3aad0d20ed1df0e7b8ca091aef90c8a6b3837398",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dbf31",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="questionhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="416a363299d76ea471a66925fb7bb89d7e2dc958",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c5730",
                    table="claims_questionhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="quotehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="47f6d15b8aa8013cd0a8723a158ed84f6173b463",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_60fe0",
                    table="claims_quotehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verdictproposal",
            trigger=pgtrigger.compiler.Trigger(
                name="row_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.row_version = OLD.row_version + 1; RETURN NEW;",
                    hash="d126fd653d9dda57deb290e221f1eb13321ddfe3",
                    operation="UPDATE",
                    pgid="pgtrigger_row_version_88cc9",
                    table="claims_verdictproposal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verdictproposal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_verdictproposalhistory" ("claim_id", "comment", "created_at", "decided_at", "decided_by_id", "id", "no_evidence_because", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "public_id", "rationale", "row_version", "state", "status", "taken_by_id", "updated_at") VALUES (NEW."claim_id", NEW."comment", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."no_evidence_because", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."public_id", NEW."rationale", NEW."row_version", NEW."state", NEW."status", NEW."taken_by_id", NEW."updated_at"); RETURN NULL;',
                    hash="d5b3a63b06453637558147dc491d6c58e72798f2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_08c72",
                    table="claims_verdictproposal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verdictproposal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_verdictproposalhistory" ("claim_id", "comment", "created_at", "decided_at", "decided_by_id", "id", "no_evidence_because", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "public_id", "rationale", "row_version", "state", "status", "taken_by_id", "updated_at") VALUES (NEW."claim_id", NEW."comment", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."no_evidence_because", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."public_id", NEW."rationale", NEW."row_version", NEW."state", NEW."status", NEW."taken_by_id", NEW."updated_at"); RETURN NULL;',
                    hash="ea9b7e371537f3e2e628c16f6c3a8999f4e04acf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7a6ce",
                    table="claims_verdictproposal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verdictproposal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_verdictproposalhistory" ("claim_id", "comment", "created_at", "decided_at", "decided_by_id", "id", "no_evidence_because", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "public_id", "rationale", "row_version", "state", "status", "taken_by_id", "updated_at") VALUES (OLD."claim_id", OLD."comment", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."no_evidence_because", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proposed_at", OLD."proposed_by_id", OLD."public_id", OLD."rationale", OLD."row_version", OLD."state", OLD."status", OLD."taken_by_id", OLD."updated_at"); RETURN NULL;',
                    hash="a6937f0f1ed6ad6c3adffb21508ec320c95e6466",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4bb9d",
                    table="claims_verdictproposal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Verdict is append-only: % is refused', TG_OP;",
                    hash="3b74a6e709a4b45989d062a8ba779aef751750c6",
                    operation="DELETE",
                    pgid="pgtrigger_append_only_delete_9846c",
                    table="claims_verdict",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verdictproposalhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ff01e743328fec48a2f952f86e015e234e65ff3e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0caa6",
                    table="claims_verdictproposalhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="change",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF current_setting('claims_tracker.takedown', true) = 'on' AND to_jsonb(NEW) - ARRAY['summary', 'after']::text[] = to_jsonb(OLD) - ARRAY['summary', 'after']::text[] THEN RETURN NEW; END IF; RAISE EXCEPTION 'Change is append-only: % is refused', TG_OP;",
                    hash="a8bdb8c665326136d9b252e1ca40b9f74bb0e12c",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_update_7c8bb",
                    table="claims_change",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="quote",
            trigger=pgtrigger.compiler.Trigger(
                name="slices_its_text",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE slice text;",
                    func="\n                    IF current_setting('claims_tracker.takedown', true) = 'on'\n                    AND NEW.exact = '' THEN\n                        RETURN NEW;\n                    END IF;\n                    -- The lock waits for a takedown of this text that is under way.\n                    SELECT substr(text, NEW.start + 1, NEW.\"end\" - NEW.start) INTO slice\n                    FROM sources_articleversion WHERE id = NEW.version_id FOR KEY SHARE;\n                    IF slice IS DISTINCT FROM NEW.exact THEN\n                        RAISE EXCEPTION 'The quote is not the text between % and %.',\n                            NEW.start, NEW.\"end\" USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="a252bb9552d071938cef2c85232818224ee1365b",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_slices_its_text_94d38",
                    table="claims_quote",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="quote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_quotehistory" ("added_by_id", "attribution", "came_from_id", "claim_id", "created_at", "cue_end", "cue_start", "end", "exact", "exact_sha256", "found_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "speaker_end", "speaker_start", "start", "version_id") VALUES (NEW."added_by_id", NEW."attribution", NEW."came_from_id", NEW."claim_id", NEW."created_at", NEW."cue_end", NEW."cue_start", NEW."end", NEW."exact", NEW."exact_sha256", NEW."found_by", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."speaker_end", NEW."speaker_start", NEW."start", NEW."version_id"); RETURN NULL;',
                    hash="a60e58811d779e2ea51f6a90d3708dd3acd2848c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_105ea",
                    table="claims_quote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="quote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_quotehistory" ("added_by_id", "attribution", "came_from_id", "claim_id", "created_at", "cue_end", "cue_start", "end", "exact", "exact_sha256", "found_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "speaker_end", "speaker_start", "start", "version_id") VALUES (NEW."added_by_id", NEW."attribution", NEW."came_from_id", NEW."claim_id", NEW."created_at", NEW."cue_end", NEW."cue_start", NEW."end", NEW."exact", NEW."exact_sha256", NEW."found_by", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."speaker_end", NEW."speaker_start", NEW."start", NEW."version_id"); RETURN NULL;',
                    hash="b553f8d4071fdfd735e8432022ea6082354fcbbb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_77608",
                    table="claims_quote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="quote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_quotehistory" ("added_by_id", "attribution", "came_from_id", "claim_id", "created_at", "cue_end", "cue_start", "end", "exact", "exact_sha256", "found_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "speaker_end", "speaker_start", "start", "version_id") VALUES (OLD."added_by_id", OLD."attribution", OLD."came_from_id", OLD."claim_id", OLD."created_at", OLD."cue_end", OLD."cue_start", OLD."end", OLD."exact", OLD."exact_sha256", OLD."found_by", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."speaker_end", OLD."speaker_start", OLD."start", OLD."version_id"); RETURN NULL;',
                    hash="90dbaaf9039608bb378ede8987ab05da8e48b951",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_91dbe",
                    table="claims_quote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verdict",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func=" RAISE EXCEPTION 'Verdict is append-only: % is refused', TG_OP;",
                    hash="b500d63cccee288adae65658993f6e4dd4f65ba8",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_update_8f38a",
                    table="claims_verdict",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verdictevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func=" RAISE EXCEPTION 'VerdictEvidence is append-only: % is refused', TG_OP;",
                    hash="f3343c06b51c3014c2b56461e77a77e54fc932ac",
                    operation="UPDATE",
                    pgid="pgtrigger_append_only_update_41aae",
                    table="claims_verdict_evidence",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verdictevidence",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'VerdictEvidence is append-only: % is refused', TG_OP;",
                    hash="aa404852a105ff997915625bfdab3fcc2e8c580d",
                    operation="DELETE",
                    pgid="pgtrigger_append_only_delete_af698",
                    table="claims_verdict_evidence",
                    when="BEFORE",
                ),
            ),
        ),
    ]
