"""Old addresses lead on, and what was withdrawn says so."""

from datetime import UTC, datetime

import pytest

from claims.choices import Review
from claims.models import Change
from events.choices import Visibility
from tests.factories import (
    make_actor,
    make_claim,
    make_event,
    make_outlet,
    make_quote,
    make_version,
)

pytestmark = pytest.mark.django_db


def renamed(row, slug):
    old = row.get_absolute_url()
    row.slug = slug
    row.save()
    return old


def test_an_old_slug_leads_to_the_row_and_keeps_the_query(client):
    event = make_event(slug="first-name")
    claim = make_claim(event=event)
    outlet = claim.quotes.get().version.article.outlet
    moved = {renamed(row, f"new-{n}"): row for n, row in enumerate([event, claim.claimant, outlet])}

    for old, row in moved.items():
        response = client.get(f"{old}?order=oldest")
        assert (response.status_code, response["Location"]) == (
            301,
            f"{row.get_absolute_url()}?order=oldest",
        )


def test_what_was_merged_leads_to_the_survivor_of_the_whole_chain(client):
    survivor = make_event()
    claim = make_claim(event=survivor)
    middle = make_event(merged_into=survivor)
    first = make_event(merged_into=middle)
    actor = make_actor(merged_into=claim.claimant)
    outlet = make_outlet(merged_into=claim.quotes.get().version.article.outlet)
    double = make_claim(event=survivor, review=Review.MERGED, merged_into=claim)

    wanted = {
        first: survivor,
        middle: survivor,
        actor: claim.claimant,
        outlet: outlet.merged_into,
        double: claim,
    }
    answers = {row: client.get(row.get_absolute_url()) for row in wanted}

    assert {row: answer.status_code for row, answer in answers.items()} == dict.fromkeys(
        wanted, 301
    )
    assert {row: answer["Location"] for row, answer in answers.items()} == {
        row: target.get_absolute_url() for row, target in wanted.items()
    }


def test_an_address_that_is_used_again_shows_the_row_that_has_it_now(client):
    old = renamed(make_event(slug="the-name"), "another-name")
    make_event(slug="the-name", title="The newer event")

    response = client.get(old)

    assert response.status_code == 200
    assert "The newer event" in response.content.decode()


def test_nothing_leads_to_what_is_not_public(client):
    draft = make_event(slug="old-draft", visibility=Visibility.DRAFT)
    old = renamed(draft, "new-draft")
    merged = make_event(merged_into=draft)
    proposed = make_claim(review=Review.PROPOSED)
    double = make_claim(event=proposed.event, review=Review.MERGED, merged_into=proposed)

    for address in (old, merged.get_absolute_url(), double.get_absolute_url()):
        assert client.get(address).status_code == 404


def test_rows_merged_in_a_ring_are_not_found(client):
    one = make_actor()
    other = make_actor(merged_into=one)
    one.merged_into = other
    one.save()

    assert client.get(one.get_absolute_url()).status_code == 404


def test_a_withdrawn_claim_says_that_it_was_withdrawn_and_not_what_it_said(client):
    claim = make_claim(review=Review.REJECTED, statement="the mayor fled")
    Change.objects.create(
        seq=1,
        at=datetime(2023, 5, 25, 9, 30, tzinfo=UTC),
        kind="withdrawn",
        object_kind="claim",
        object_id=claim.public_id,
        event=claim.event,
        summary="The article was taken back.",
    )

    response = client.get(claim.get_absolute_url())
    body = response.content.decode()

    assert response.status_code == 410
    assert "The article was taken back." in body and "25 May 2023, 09:30 UTC" in body
    assert "the mayor fled" not in body


def test_a_withdrawal_in_an_event_that_is_hidden_again_is_hidden_too(client):
    claim = make_claim(event=make_event(visibility=Visibility.DRAFT), review=Review.REJECTED)
    Change.objects.create(
        seq=2,
        at=datetime(2023, 5, 25, tzinfo=UTC),
        kind="withdrawn",
        object_kind="claim",
        object_id=claim.public_id,
        event=claim.event,
    )

    assert client.get(claim.get_absolute_url()).status_code == 404


def test_an_outlet_with_no_public_quote_left_is_not_found(client):
    claim = make_claim(review=Review.PROPOSED, quoted=False)
    version = make_version("It was burnt.", event=claim.event)
    make_quote(claim, "burnt", version)

    assert client.get(version.article.outlet.get_absolute_url()).status_code == 404
