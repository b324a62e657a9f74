"""One threshold for each kind of contradiction, which hides nothing."""

from typing import Any

from django.db import migrations

KINDS = (
    "count", "involvement", "responsibility", "identity", "cause", "outcome", "control", "date",
    "place", "authenticity", "negation",
)  # fmt: skip


def make(apps: Any, _schema_editor: object) -> None:
    """Make the rows; those there are stay."""
    threshold = apps.get_model("claims", "Threshold")
    threshold.objects.bulk_create((threshold(kind=kind) for kind in KINDS), ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("claims", "0007_triage_indexes")]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
