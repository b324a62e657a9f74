"""Indexes by which a claim finds those of other questions that it is compared with."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False  # a large table stays open to writers

    dependencies = [("claims", "0004_accept_published_quotes")]

    operations = [
        AddIndexConcurrently(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("topic__in", ["outcome", "control"])),
                fields=["event", "topic", "-id"],
                name="claim_by_reach",
            ),
        ),
        AddIndexConcurrently(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("topic", "other"), ("value", "account")),
                fields=["event", "-id"],
                name="claim_rejects_account",
            ),
        ),
    ]
