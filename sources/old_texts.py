"""Texts stored before there were telling terms: they are given theirs, some at a time."""

from collections.abc import Iterator

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from sources.choices import KeyKind
from sources.grouping.terms import term_numbers, weighed
from sources.models import ArticleVersion, VersionKey

BATCH = 200
# Noted for a text that has no telling word, so that nobody looks at it again; no term is below 0.
NO_TERM = -1


def without_terms() -> QuerySet[ArticleVersion]:
    """Versions that no event can be found by."""
    terms = VersionKey.objects.filter(version=OuterRef("pk"), kind=KeyKind.TERM)
    return ArticleVersion.objects.filter(~Exists(terms), taken_down_at=None)


def give_terms(batch: int = BATCH) -> Iterator[int]:
    """Give every version its terms, and tell how many of each batch have theirs.

    Each batch is kept by itself, so it may be stopped and begun again at any time, and run twice
    at once: what is there already stays.
    """
    last = 0
    while True:
        rows = without_terms().filter(pk__gt=last).order_by("pk").only("title", "text")[:batch]
        versions = list(rows)
        if not versions:
            return
        VersionKey.objects.bulk_create(
            [key for version in versions for key in _keys(version)], ignore_conflicts=True
        )
        last = versions[-1].pk
        yield len(versions)


def _keys(version: ArticleVersion) -> list[VersionKey]:
    terms = set(term_numbers(weighed(version.title, version.text))) or {NO_TERM}
    return [VersionKey(kind=KeyKind.TERM, key=term, version_id=version.pk) for term in terms]


def analyse() -> None:
    """Let the database count the keys anew, after many were added."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE sources_versionkey")
