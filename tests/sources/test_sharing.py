from importlib import import_module

import pytest
from django.db import connection

from sources import sharing
from sources.choices import KeyKind
from sources.models import VersionKey
from tests.factories import make_version

pytestmark = pytest.mark.django_db

EVERYBODYS, RARE = 7, 8


def shared(*keys, kind=KeyKind.TERM):
    """The versions that are found by some keys, and how much each shares."""
    with connection.cursor() as cursor:
        select = f"{sharing.SHARING} SELECT version_id, shared FROM sharing"
        cursor.execute(select, sharing.asked(kind, keys))
        return {version: float(weight) for version, weight in cursor.fetchall()}


def test_what_everybody_has_leads_to_the_newest_only(monkeypatch):
    monkeypatch.setattr(sharing, "LATEST", 3)
    versions = [make_version(terms=[EVERYBODYS]).pk for _ in range(8)]

    assert sorted(shared(EVERYBODYS)) == versions[-3:]


def test_what_few_have_leads_to_all_of_them_and_counts_for_more(monkeypatch):
    monkeypatch.setattr(sharing, "LATEST", 3)
    old = make_version(terms=[RARE, RARE]).pk
    for _ in range(8):
        new = make_version(terms=[EVERYBODYS]).pk

    found = shared(RARE, EVERYBODYS)

    assert found[old] > found[new]


def test_terms_and_sampled_runs_are_kept_apart():
    version = make_version(terms=[RARE], bands=[EVERYBODYS]).pk

    assert list(shared(RARE)) == list(shared(EVERYBODYS, kind=KeyKind.BAND)) == [version]
    assert shared(EVERYBODYS) == shared(RARE, kind=KeyKind.BAND) == {}


def test_upgrading_notes_the_keys_of_what_is_stored():
    make_version(terms=[1, 2], bands=[2, 3])
    make_version(terms=[2])
    own = set(VersionKey.objects.values_list("kind", "key", "version"))
    VersionKey.objects.all().delete()

    with connection.cursor() as cursor:
        cursor.execute(import_module("sources.migrations.0004_version_keys").NOTE)

    assert set(VersionKey.objects.values_list("kind", "key", "version")) == own
    assert len(own) == 5
