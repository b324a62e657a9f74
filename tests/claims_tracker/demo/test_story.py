"""The story end to end: from the publishers' feeds to what readers see, decided by people."""

import pytest
from django.test import Client

from claims.choices import ContradictionState, Review
from claims.models import Change, Claim, Contradiction, Quote, Verdict, VerdictProposal
from claims_tracker.celery import app
from claims_tracker.demo import cast
from claims_tracker.demo.library import articles
from claims_tracker.demo.publishers import publishing
from claims_tracker.demo.story import tell
from sources.choices import IngestState
from sources.models import Article, ArticleVersion, IngestJob


@pytest.fixture
def at_once():
    """Work each task where it is sent."""
    app.conf.task_always_eager = True
    yield
    app.conf.task_always_eager = False


@pytest.fixture
def told(transactional_db, settings, at_once):
    """The story told once, each task worked where it is sent."""
    with publishing() as site:
        settings.FETCH_ALLOW_HOSTS = [site.base_url.removeprefix("http://")]
        settings.DEMO_SITE_PORT = site.base_url.rpartition(":")[2]
        tell(site.base_url, say=lambda _: None)
        yield site


def test_the_story_goes_the_whole_way_and_can_be_told_again(told):
    site = told

    jobs = set(IngestJob.objects.values_list("state", flat=True))
    assert jobs == {IngestState.DONE}
    assert Article.objects.count() == len(articles())
    changed = ArticleVersion.objects.filter(number=2)
    assert [version.article.outlet.slug for version in changed] == ["oskol-gazette"]
    copies = Article.objects.filter(origin__articles__isnull=False).values("origin").distinct()
    assert copies.count() < Article.objects.count(), "the syndicated copy shares an origin"
    for quote in Quote.objects.select_related("version"):
        assert quote.version.text[quote.start : quote.end] == quote.exact

    published = Claim.objects.filter(review=Review.PUBLISHED)
    assert published.count() >= 15
    assert Claim.objects.proposed().count() >= 5
    assert {claim.published_by.username for claim in published} == {"edwin"}
    assert Contradiction.objects.public().count() >= 5
    assert Contradiction.objects.filter(state=ContradictionState.OPEN).exists()
    assert Verdict.objects.exists()
    assert Change.objects.filter(object_kind="claim").count() >= published.count()

    _readers_and_journalists_see_what_was_published()
    _telling_it_again_changes_nothing(site.base_url)


def _readers_and_journalists_see_what_was_published():
    reader = Client()
    front = reader.get("/").content.decode()
    assert front.index(f"/events/{cast.RAID}/") < front.index(f"/events/{cast.BAKHMUT}/")
    page = reader.get(f"/events/{cast.RAID}/").content.decode()
    rows = reader.get(f"/api/v1/claims/?event={cast.RAID}&page_size=100").json()["results"]
    public = Claim.objects.public().filter(event__slug=cast.RAID)
    assert {row["id"] for row in rows} == set(public.values_list("public_id", flat=True))
    for claim in Claim.objects.proposed():
        assert claim.public_id not in page
    assert all(row["quotes"] for row in rows)


def _telling_it_again_changes_nothing(site: str):
    before = _state()
    tell(site, say=lambda _: None)
    assert _state() == before


def _state() -> list[object]:
    models = (Claim, Contradiction, Quote, Verdict, VerdictProposal, Change, ArticleVersion)
    return [sorted(model.objects.values_list("pk", flat=True)) for model in models]
