"""What the database refuses has words for whoever typed it."""

from django.apps import apps
from django.db.models import BaseConstraint, CheckConstraint

OURS = ("events", "sources", "claims", "accounts", "desk")


def test_every_check_of_the_database_says_in_words_what_is_wrong():
    models = [model for label in OURS for model in apps.get_app_config(label).get_models()]
    constraints = [one for model in models for one in model._meta.constraints]
    checks = [one for one in constraints if isinstance(one, CheckConstraint)]
    usual = BaseConstraint.default_violation_error_message

    assert len(checks) > 20
    assert [one.name for one in checks if one.violation_error_message == usual] == []
