"""Groups of pairs that say the same thing, thresholds, and notices of revisions.

On a large table each step takes a moment: new columns are empty, and their indexes are built by
the next migration while others write. Pairs on record find their groups later, some at a time
(``claims.tasks.sweep``).
"""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0005_reach_indexes"),
        ("events", "0003_index_by_words"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ContradictionGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64)),
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
                        max_length=15,
                    ),
                ),
                (
                    "waiting",
                    models.PositiveIntegerField(default=0, help_text="Open pairs in the queue."),
                ),
                (
                    "hidden",
                    models.PositiveIntegerField(
                        default=0, help_text="Open pairs below the threshold."
                    ),
                ),
                ("score", models.FloatField(default=0.0, help_text="The best of its open pairs.")),
                ("claimants", models.PositiveIntegerField(default=0)),
                ("origins", models.PositiveIntegerField(default=0)),
                (
                    "fresh_at",
                    models.DateTimeField(help_text="When its latest open pair came.", null=True),
                ),
                (
                    "oldest_at",
                    models.DateTimeField(help_text="When its oldest open pair came.", null=True),
                ),
                ("rank", models.FloatField(default=0.0)),
            ],
            options={
                "verbose_name": "group of contradictions",
                "verbose_name_plural": "groups of contradictions",
                "ordering": ["-rank", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="RevisionNotice",
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
                ("reason", models.TextField(help_text="One sentence with both answers.")),
                ("downward", models.BooleanField(default=False, verbose_name="figure fell")),
                ("detector", models.CharField(max_length=100)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Not seen yet"),
                            ("seen", "Seen"),
                            ("gone", "No longer found"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "revision",
                "ordering": ["created_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="RevisionNoticeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("reason", models.TextField(help_text="One sentence with both answers.")),
                ("downward", models.BooleanField(default=False, verbose_name="figure fell")),
                ("detector", models.CharField(max_length=100)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Not seen yet"),
                            ("seen", "Seen"),
                            ("gone", "No longer found"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Threshold",
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
                        editable=False,
                        max_length=20,
                        unique=True,
                    ),
                ),
                (
                    "score",
                    models.FloatField(default=0.0, help_text="From 0, which hides nothing, to 1."),
                ),
            ],
            options={
                "ordering": ["kind"],
            },
        ),
        migrations.CreateModel(
            name="ThresholdHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("row_version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
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
                        editable=False,
                        max_length=20,
                    ),
                ),
                (
                    "score",
                    models.FloatField(default=0.0, help_text="From 0, which hides nothing, to 1."),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="contradiction",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="contradiction",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="contradiction",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="contradiction",
            name="returned_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="When a changed side brought it back to the queue; empty if none did.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="contradictionhistory",
            name="returned_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="When a changed side brought it back to the queue; empty if none did.",
                null=True,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contradiction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_contradictionhistory" ("created_at", "decided_at", "decided_by_id", "decision_note", "detector", "dismissal_reason", "event_id", "first_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "returned_at", "row_version", "score", "second_id", "severity", "sides_digest", "signals", "state", "updated_at") VALUES (NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."decision_note", NEW."detector", NEW."dismissal_reason", NEW."event_id", NEW."first_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_id", NEW."reason", NEW."returned_at", NEW."row_version", NEW."score", NEW."second_id", NEW."severity", NEW."sides_digest", NEW."signals", NEW."state", NEW."updated_at"); RETURN NULL;',
                    hash="9a9a87ac51eb4c346c0f00122c3754773d2f361e",
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
                    condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."decision_note" IS DISTINCT FROM (NEW."decision_note") OR OLD."detector" IS DISTINCT FROM (NEW."detector") OR OLD."dismissal_reason" IS DISTINCT FROM (NEW."dismissal_reason") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."first_id" IS DISTINCT FROM (NEW."first_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."public_id" IS DISTINCT FROM (NEW."public_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."returned_at" IS DISTINCT FROM (NEW."returned_at") OR OLD."row_version" IS DISTINCT FROM (NEW."row_version") OR OLD."score" IS DISTINCT FROM (NEW."score") OR OLD."second_id" IS DISTINCT FROM (NEW."second_id") OR OLD."severity" IS DISTINCT FROM (NEW."severity") OR OLD."sides_digest" IS DISTINCT FROM (NEW."sides_digest") OR OLD."signals" IS DISTINCT FROM (NEW."signals") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))',
                    func='INSERT INTO "claims_contradictionhistory" ("created_at", "decided_at", "decided_by_id", "decision_note", "detector", "dismissal_reason", "event_id", "first_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "returned_at", "row_version", "score", "second_id", "severity", "sides_digest", "signals", "state", "updated_at") VALUES (NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."decision_note", NEW."detector", NEW."dismissal_reason", NEW."event_id", NEW."first_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_id", NEW."reason", NEW."returned_at", NEW."row_version", NEW."score", NEW."second_id", NEW."severity", NEW."sides_digest", NEW."signals", NEW."state", NEW."updated_at"); RETURN NULL;',
                    hash="486f04559fa3905f98f67d3147ebcf16d54f3b65",
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
                    func='INSERT INTO "claims_contradictionhistory" ("created_at", "decided_at", "decided_by_id", "decision_note", "detector", "dismissal_reason", "event_id", "first_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_id", "reason", "returned_at", "row_version", "score", "second_id", "severity", "sides_digest", "signals", "state", "updated_at") VALUES (OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."decision_note", OLD."detector", OLD."dismissal_reason", OLD."event_id", OLD."first_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."public_id", OLD."reason", OLD."returned_at", OLD."row_version", OLD."score", OLD."second_id", OLD."severity", OLD."sides_digest", OLD."signals", OLD."state", OLD."updated_at"); RETURN NULL;',
                    hash="4ca9d65e32c7792f0e5c7ed4da0f0cca757ef84a",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_26885",
                    table="claims_contradiction",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="contradictiongroup",
            name="event",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contradiction_groups",
                to="events.event",
            ),
        ),
        migrations.AddField(
            model_name="contradictiongroup",
            name="lead",
            field=models.ForeignKey(
                db_index=False,
                help_text="The open pair that stands for the others.",
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="claims.contradiction",
            ),
        ),
        migrations.AddField(
            model_name="contradictiongroup",
            name="precedent",
            field=models.ForeignKey(
                db_index=False,
                help_text="The pair that was decided last.",
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="claims.contradiction",
            ),
        ),
        migrations.AddField(
            model_name="contradiction",
            name="group",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                editable=False,
                help_text="The pairs that say the same thing; empty until it is computed.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pairs",
                to="claims.contradictiongroup",
            ),
        ),
        migrations.AddField(
            model_name="revisionnotice",
            name="earlier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="noticed_later",
                to="claims.claim",
                verbose_name="earlier claim",
            ),
        ),
        migrations.AddField(
            model_name="revisionnotice",
            name="event",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="revision_notices",
                to="events.event",
            ),
        ),
        migrations.AddField(
            model_name="revisionnotice",
            name="later",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="revision_notice",
                to="claims.claim",
                verbose_name="later claim",
            ),
        ),
        migrations.AddField(
            model_name="revisionnotice",
            name="seen_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="revisionnoticehistory",
            name="earlier",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="claims.claim",
                verbose_name="earlier claim",
            ),
        ),
        migrations.AddField(
            model_name="revisionnoticehistory",
            name="event",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="events.event",
            ),
        ),
        migrations.AddField(
            model_name="revisionnoticehistory",
            name="later",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="claims.claim",
                verbose_name="later claim",
            ),
        ),
        migrations.AddField(
            model_name="revisionnoticehistory",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="revisionnoticehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="claims.revisionnotice",
            ),
        ),
        migrations.AddField(
            model_name="revisionnoticehistory",
            name="seen_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="threshold",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__range", (0, 1))),
                name="threshold_is_a_share",
                violation_error_message="A threshold lies between 0 and 1.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="threshold",
            trigger=pgtrigger.compiler.Trigger(
                name="row_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.row_version = OLD.row_version + 1; RETURN NEW;",
                    hash="faa484c73810d7673cf3edc91775e8b83b6ad07a",
                    operation="UPDATE",
                    pgid="pgtrigger_row_version_cc367",
                    table="claims_threshold",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="threshold",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_thresholdhistory" ("created_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "score", "updated_at") VALUES (NEW."created_at", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."row_version", NEW."score", NEW."updated_at"); RETURN NULL;',
                    hash="a13ddb60ddaa469d693328b4bb33804765783d8d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b043d",
                    table="claims_threshold",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="threshold",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_thresholdhistory" ("created_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "score", "updated_at") VALUES (NEW."created_at", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."row_version", NEW."score", NEW."updated_at"); RETURN NULL;',
                    hash="363fd5da90b3ba0aaac1c7dffc13cd637e778f67",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7f5fe",
                    table="claims_threshold",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="threshold",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_thresholdhistory" ("created_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row_version", "score", "updated_at") VALUES (OLD."created_at", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."row_version", OLD."score", OLD."updated_at"); RETURN NULL;',
                    hash="63a058ef1889f0f15309d329ce27b1179b169c60",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4a6ac",
                    table="claims_threshold",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="thresholdhistory",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="thresholdhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="claims.threshold",
            ),
        ),
        migrations.AddIndex(
            model_name="contradictiongroup",
            index=models.Index(
                condition=models.Q(("waiting__gt", 0)),
                fields=["-rank", "-id"],
                name="group_by_rank",
            ),
        ),
        migrations.AddIndex(
            model_name="contradictiongroup",
            index=models.Index(
                condition=models.Q(("waiting__gt", 0)),
                fields=["event", "-rank", "-id"],
                name="group_of_event_by_rank",
            ),
        ),
        migrations.AddIndex(
            model_name="contradictiongroup",
            index=models.Index(
                condition=models.Q(("waiting__gt", 0)),
                fields=["kind", "-rank", "-id"],
                name="group_of_kind_by_rank",
            ),
        ),
        migrations.AddIndex(
            model_name="contradictiongroup",
            index=models.Index(
                condition=models.Q(("hidden__gt", 0)),
                fields=["-rank", "-id"],
                name="group_hidden_by_rank",
            ),
        ),
        migrations.AddConstraint(
            model_name="contradictiongroup",
            constraint=models.UniqueConstraint(
                fields=("event", "key"), name="contradiction_group_once"
            ),
        ),
        migrations.AddIndex(
            model_name="revisionnotice",
            index=models.Index(
                fields=["state", "downward", "created_at", "id"], name="revision_queue"
            ),
        ),
        migrations.AddIndex(
            model_name="revisionnotice",
            index=models.Index(fields=["created_at", "id"], name="revision_by_time"),
        ),
        migrations.AddConstraint(
            model_name="revisionnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(("later", models.F("earlier")), _negated=True),
                name="revision_joins_two_claims",
                violation_error_message="A revision joins two claims.",
            ),
        ),
        migrations.AddConstraint(
            model_name="revisionnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "seen"), _negated=True),
                    models.Q(("seen_at__isnull", False), ("seen_by__isnull", False)),
                    _connector="OR",
                ),
                name="revision_seen_by_a_person",
                violation_error_message="A notice that was seen names by whom, and when.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="revisionnotice",
            trigger=pgtrigger.compiler.Trigger(
                name="row_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.row_version = OLD.row_version + 1; RETURN NEW;",
                    hash="5738e3c1d235873ef0807328a8e9d8a77c4cb1c2",
                    operation="UPDATE",
                    pgid="pgtrigger_row_version_ed838",
                    table="claims_revisionnotice",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="revisionnotice",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_revisionnoticehistory" ("created_at", "detector", "downward", "earlier_id", "event_id", "id", "later_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "row_version", "seen_at", "seen_by_id", "state", "updated_at") VALUES (NEW."created_at", NEW."detector", NEW."downward", NEW."earlier_id", NEW."event_id", NEW."id", NEW."later_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."row_version", NEW."seen_at", NEW."seen_by_id", NEW."state", NEW."updated_at"); RETURN NULL;',
                    hash="7d6276f4fa742b3494c2b9870ffd1c3ce5639aa0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_70af9",
                    table="claims_revisionnotice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="revisionnotice",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "claims_revisionnoticehistory" ("created_at", "detector", "downward", "earlier_id", "event_id", "id", "later_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "row_version", "seen_at", "seen_by_id", "state", "updated_at") VALUES (NEW."created_at", NEW."detector", NEW."downward", NEW."earlier_id", NEW."event_id", NEW."id", NEW."later_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."row_version", NEW."seen_at", NEW."seen_by_id", NEW."state", NEW."updated_at"); RETURN NULL;',
                    hash="0c0b091a6236e60fda24307fecda3a549d226c93",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e5339",
                    table="claims_revisionnotice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="revisionnotice",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "claims_revisionnoticehistory" ("created_at", "detector", "downward", "earlier_id", "event_id", "id", "later_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "row_version", "seen_at", "seen_by_id", "state", "updated_at") VALUES (OLD."created_at", OLD."detector", OLD."downward", OLD."earlier_id", OLD."event_id", OLD."id", OLD."later_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."row_version", OLD."seen_at", OLD."seen_by_id", OLD."state", OLD."updated_at"); RETURN NULL;',
                    hash="5fe98cbaa9c39a0daa5ed1c8ac3f9d614528a447",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d46d6",
                    table="claims_revisionnotice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="revisionnoticehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7318dbc59e38364b9f0b3c2fa2137f44d34400c6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_56e54",
                    table="claims_revisionnoticehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thresholdhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="55ee7d4fba6ae657d4958c845aaabec190d79968",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1c240",
                    table="claims_thresholdhistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]
