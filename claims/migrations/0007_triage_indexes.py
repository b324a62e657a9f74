"""Indexes by which pairs are found by their group, and counted by their scores."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # a large table stays open to writers

    dependencies = [("claims", "0006_triage")]

    operations = [
        AddIndexConcurrently(
            model_name="contradiction",
            index=models.Index(fields=["group", "state", "id"], name="contradiction_by_group"),
        ),
        AddIndexConcurrently(
            model_name="contradiction",
            index=models.Index(fields=["kind", "state", "score"], name="contradiction_by_score"),
        ),
    ]
