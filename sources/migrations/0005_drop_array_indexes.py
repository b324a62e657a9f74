"""Nothing looks in the arrays any more; keeping their indexes costs every new text."""

from django.contrib.postgres.operations import RemoveIndexConcurrently
from django.db import migrations


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("sources", "0004_version_keys"),
    ]

    operations = [
        RemoveIndexConcurrently(model_name="articleversion", name="article_version_bands"),
        RemoveIndexConcurrently(model_name="articleversion", name="article_version_terms"),
    ]
