"""Texts are found by keys of which the newest holders stand together.

The keys of what is stored are noted in the same transaction: until they are there, copies of a
report would count as independent of it. A hundred thousand texts take about a minute, in which no
new one is stored. Texts from before there were terms get theirs by ``manage.py index_articles``.
"""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

NOTE = """
INSERT INTO sources_versionkey (kind, key, version_id)
SELECT DISTINCT 1, unnest(terms), id FROM sources_articleversion
UNION ALL SELECT DISTINCT 2, unnest(bands), id FROM sources_articleversion
"""


class Migration(migrations.Migration):
    dependencies = [
        ("sources", "0003_index_by_words"),
    ]

    operations = [
        migrations.CreateModel(
            name="VersionKey",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "kind",
                        "key",
                        "version_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "kind",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Telling term"), (2, "Sampled run of words")]
                    ),
                ),
                ("key", models.BigIntegerField()),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="sources.articleversion",
                    ),
                ),
            ],
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="articleversion",
            trigger=pgtrigger.compiler.Trigger(
                name="found_by_keys",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    INSERT INTO sources_versionkey (kind, key, version_id)\n                    SELECT 1, unnest(NEW.terms), NEW.id UNION SELECT 2, unnest(NEW.bands), NEW.id;\n                    RETURN NULL;\n                ",
                    hash="9fff155a73fd16aa817444be25656ffe8e843d40",
                    operation="INSERT",
                    pgid="pgtrigger_found_by_keys_c9c19",
                    table="sources_articleversion",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL(NOTE, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="versionkey",
            index=models.Index(fields=["version", "kind"], name="version_key_of_version"),
        ),
    ]
