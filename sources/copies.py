"""Which stored article a new one copies: both then share one Origin."""

from django.db import connection

from sources.choices import KeyKind
from sources.models import Article, ArticleVersion, Origin
from sources.origins import Signature, credit_lines, is_same_origin
from sources.sharing import SHARING, asked

# A text that many quote from may share a sample with hundreds; copies share most of them.
COMPARED = 20
NEAREST = f"""
    {SHARING}
    SELECT version.id
    FROM sharing JOIN sources_articleversion version ON version.id = sharing.version_id
    WHERE version.article_id <> %s AND version.taken_down_at IS NULL
    ORDER BY sharing.shared DESC, version.id
    LIMIT %s
"""  # noqa: S608  # a constant of ours


def join_origin(article: Article, text: str, signature: Signature) -> None:
    """Give an article without an origin that of the report it copies, else one of its own.

    Runs inside the storing transaction; workers do it one at a time, so that two copies that
    arrive together still meet.
    """
    if article.origin_id is not None:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('origins'))")
    article.origin = _copied(article, text, signature) or Origin.objects.create()
    article.save(update_fields=["origin", "updated_at"])
    _note_credit(article.origin, text)


def _copied(article: Article, text: str, signature: Signature) -> Origin | None:
    found = _nearest(article, signature)
    versions = ArticleVersion.objects.in_bulk(found)
    for pk in found:
        if is_same_origin(text, versions[pk].text):
            return _origin_of(versions[pk].article)
    return None


def _nearest(article: Article, signature: Signature) -> list[int]:
    if not signature.bands:
        return []
    bands = asked(KeyKind.BAND, signature.bands)
    with connection.cursor() as cursor:
        cursor.execute(NEAREST, [*bands, article.pk, COMPARED])
        return [row[0] for row in cursor.fetchall()]


def _origin_of(article: Article) -> Origin:
    if article.origin is None:
        article.origin = Origin.objects.create()
        article.save(update_fields=["origin", "updated_at"])
    return article.origin


def _note_credit(origin: Origin, text: str) -> None:
    """Keep the agency that a copy names, where the first text named none."""
    named = credit_lines(text)
    if named and not origin.credit:
        origin.credit = named[0].agency
        origin.save(update_fields=["credit"])
