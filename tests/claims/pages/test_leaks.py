"""Whatever is not public is first created, then looked for on every page."""

import pytest
from django.core.cache import cache

from claims.choices import ContradictionState, Review, Status
from claims.models import Evidence, Quote, VerdictProposal
from claims.review import show_words
from events.choices import Visibility
from events.models import ActorLink
from tests.browser.scene import build, decide, pages
from tests.factories import (
    make_actor,
    make_claim,
    make_contradiction,
    make_event,
    make_ingest,
    make_outlet,
    make_question,
    make_quote,
    make_user,
    make_version,
)

SECRET = "zzsecret"


def _unpublished_claims(scene):
    """Claims of every review but published, with everything that hangs on them."""
    event = scene.event
    for review in (Review.PROPOSED, Review.REJECTED, Review.MERGED):
        into = {"merged_into": scene.claims["legion"]} if review == Review.MERGED else {}
        claim = make_claim(
            event=event,
            review=review,
            statement=f"{SECRET} {review} claim",
            question=make_question(event=event, text=f"{SECRET} question of {review}?"),
            claimant=make_actor(f"{SECRET} {review} actor"),
            quoted=False,
            **into,
        )
        version = make_version(
            f"It was said that {SECRET} {review} claim.",
            event=event,
            outlet=make_outlet(name=f"{SECRET} {review} outlet"),
            title=f"{SECRET} {review} title",
        )
        make_quote(claim, f"{SECRET} {review} claim", version)
        make_contradiction(
            event=event,
            first=scene.claims["legion"],
            second=claim,
            reason=f"{SECRET} pair with a {review} claim",
        )


def _undecided_pairs(scene):
    first, second = scene.claims["legion"], scene.claims["long"]
    third = scene.claims["undated"]
    make_contradiction(
        event=scene.event,
        first=first,
        second=second,
        reason=f"{SECRET} open pair",
        state=ContradictionState.OPEN,
    )
    make_contradiction(
        event=scene.event,
        first=first,
        second=third,
        reason=f"{SECRET} dismissed pair",
        state=ContradictionState.DISMISSED,
        dismissal_reason="other",
        decision_note=f"{SECRET} note",
    )


def _notes(scene):
    """What editors tell each other about decisions that are public."""
    pair = scene.pairs["denied"]
    pair.decision_note = f"{SECRET} note on a confirmed pair"
    pair.save()
    outlet = scene.outlets["Granitsa 24"]
    outlet.grades.update(by=make_user("editor", username=f"{SECRET}-grader"))


def _drafts(scene):
    draft = make_event(title=f"{SECRET} draft event", visibility=Visibility.DRAFT)
    claim = make_claim(
        event=draft, statement=f"{SECRET} claim of a draft", claimant=scene.claims["blame"].claimant
    )
    make_contradiction(event=draft, first=claim, reason=f"{SECRET} pair of a draft")
    gone = make_event(title=f"{SECRET} merged event", merged_into=scene.event)
    make_claim(event=gone, statement=f"{SECRET} claim of a merged event")


def _people(scene):
    """Names of those who work here, and directory rows that no public claim names."""
    ActorLink.objects.create(
        actor=scene.claims["blame"].claimant,
        organisation=make_actor(f"{SECRET} organisation"),
        kind="part_of",
    )
    reporter = make_user("reporter", username=SECRET, first_name=SECRET, last_name=SECRET)
    claim = scene.claims["legion"]
    claim.logged_by = claim.published_by = reporter
    claim.save()
    VerdictProposal.objects.create(
        claim=claim,
        status=Status.REFUTED,
        rationale=f"{SECRET} rationale of a proposal",
        proposed_by=reporter,
    )
    Evidence.objects.create(
        claim=claim, kind="note", description=f"{SECRET} private evidence", is_public=False
    )
    verdict = decide(scene.claims["undated"], Status.INCONCLUSIVE)
    verdict.evidence.add(
        Evidence.objects.create(
            claim=verdict.claim, kind="note", description=f"{SECRET} private evidence of a verdict"
        )
    )


def _texts(scene):
    """Parts of an article far from the quote, and articles that no public claim quotes."""
    words = "the bridge was closed at noon"
    near = "It rained. The road was wet."
    text = f"An opening {SECRET}. {near} The board said that {words}. {near} The end {SECRET}."
    claim = make_claim(event=scene.event, statement=words, quoted=False)
    make_quote(claim, words, make_version(text, event=scene.event))
    scene.claims["bridge"] = claim
    make_version(f"{SECRET} text", event=scene.event, title=f"{SECRET} unquoted article")
    make_ingest(url=f"https://{SECRET}.example/", reason_text=f"{SECRET} reason")


@pytest.fixture
def secrets(db):
    scene = build()
    for create in (_unpublished_claims, _undecided_pairs, _notes, _drafts, _people, _texts):
        create(scene)
    return scene


def test_no_page_shows_what_is_not_public(client, secrets):
    addresses = {
        **pages(secrets),
        "all questions": f"{secrets.event.get_absolute_url()}?questions=all",
    }
    for name, address in addresses.items():
        response = client.get(address)

        assert response.status_code == 200, name
        assert SECRET not in response.content.decode(), name


def test_a_search_for_what_is_not_public_finds_nothing(client, secrets):
    body = client.get(f"/search/?q={SECRET}").content.decode()

    assert "No published claim has all of these words" in body
    assert "claim of a draft" not in body


def test_what_is_not_public_has_no_page(client, secrets):
    from claims.models import Claim, Contradiction  # noqa: PLC0415 - only looked through here
    from events.models import Actor, Event  # noqa: PLC0415
    from sources.models import Outlet  # noqa: PLC0415

    hidden = [
        *Claim.objects.filter(statement__contains=SECRET).exclude(review=Review.MERGED),
        *Contradiction.objects.filter(reason__contains=SECRET),
        *Event.objects.filter(title__contains="draft event"),
        *Actor.objects.filter(name__contains=SECRET),
        *Outlet.objects.filter(name__contains=SECRET),
    ]
    answers = {row.get_absolute_url(): client.get(row.get_absolute_url()) for row in hidden}

    assert len(answers) >= 15
    assert {address: found.status_code for address, found in answers.items()} == dict.fromkeys(
        answers, 404
    )
    assert not [address for address, found in answers.items() if SECRET in found.content.decode()]


def test_what_waits_is_counted_and_no_more(client, secrets):
    body = client.get(secrets.event.get_absolute_url()).content.decode()

    assert "<b>1</b> awaiting review" in body


@pytest.mark.django_db
def test_words_that_nobody_has_accepted_are_nowhere_public(client):
    claim = make_claim(statement="no soldier took part")
    said = "no soldier took part, which the drunkard Edo Tarn paid for"
    version = make_version(f"A spokesman said that {said}.", event=claim.event)
    article = version.article
    article.published = "2023-05-20"  # earlier than all others: it would be shown first
    article.save()
    late = make_quote(claim, said, version)
    Quote.objects.filter(pk=late.pk).update(accepted_at=None, accepted_by=None)
    pages = [
        claim.get_absolute_url(), claim.event.get_absolute_url(), f"/outlets/{article.outlet.slug}/",
        f"/api/v1/claims/{claim.public_id}/", f"/api/v1/articles/?event={claim.event.slug}",
        f"/api/v1/events/{claim.event.slug}/timeline/", f"/api/v1/claims/?outlet={article.outlet.slug}",
    ]  # fmt: skip

    def shown() -> str:
        return "".join(client.get(page).content.decode() for page in pages)

    assert "no soldier took part" in shown()
    assert "drunkard" not in shown()
    assert article.public_id not in shown()
    assert article.outlet.name not in shown()

    show_words(claim, by=make_user("editor"))
    cache.clear()
    assert shown().count("drunkard") >= 4


@pytest.mark.django_db
def test_an_outlets_article_counts_only_claims_whose_words_are_accepted(client):
    first, second = make_claim(), make_claim()
    article = first.quotes.get().version.article
    late = make_quote(second, "70 attackers were killed", first.quotes.get().version)
    Quote.objects.filter(pk=late.pk).update(accepted_at=None, accepted_by=None)

    page = client.get(f"/outlets/{article.outlet.slug}/")

    assert [shown.claims for shown in page.context["articles"]] == [1]
