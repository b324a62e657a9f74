"""Claims without a typed answer find each other by their words, inside their event."""

import pytest
from django.core.management import call_command

from claims import plain_words
from claims.comparisons import compare_claims
from claims.models import ClaimWord, Contradiction
from events.actors import directory
from tests.factories import make_claim, make_event

pytestmark = pytest.mark.django_db

LEFT, STAYED = "the pilots left the harbour", "the pilots did not leave the harbour"


@pytest.fixture
def event():
    return make_event()


def compare(event, *claims):
    return compare_claims(event, [claim.pk for claim in claims], directory())


def words_of(claim):
    return set(ClaimWord.objects.filter(claim=claim).values_list("word", flat=True))


def test_two_claims_whose_words_exclude_each_other_are_flagged(event):
    first = make_claim(event=event, statement=LEFT)
    compare(event, first)
    second = make_claim(event=event, statement=STAYED)

    assert compare(event, second) == {"found": 1}

    pair = Contradiction.objects.get()
    assert (pair.first, pair.second, pair.kind) == (first, second, "negation")
    assert LEFT in pair.reason and STAYED in pair.reason


def test_claims_of_other_events_and_words_are_not_even_looked_at(event):
    elsewhere = make_event()
    compare(elsewhere, make_claim(event=elsewhere, statement=LEFT))
    compare(event, make_claim(event=event, statement="the harbour froze over"))

    assert compare(event, make_claim(event=event, statement=STAYED)) == {}


def test_the_words_follow_an_edit_and_are_kept_once(event):
    claim = make_claim(event=event, statement=LEFT, quoted=False)
    compare(event, claim)
    before = words_of(claim)
    claim.statement = "the pilots slept"
    claim.save()

    compare(event, claim)
    compare(event, claim)

    assert "harbour" in before
    assert "harbour" not in words_of(claim)
    assert ClaimWord.objects.filter(claim=claim).count() == len(words_of(claim))


def test_comparing_stored_claims_anew_finds_those_without_kept_words(event):
    make_claim(event=event, statement=LEFT)
    make_claim(event=event, statement=STAYED)

    call_command("compare_anew", "--apply")

    assert Contradiction.objects.count() == 1


def test_of_a_common_word_the_latest_claims_are_enough(event, monkeypatch):
    claims = [make_claim(event=event, statement=LEFT, quoted=False) for _ in range(4)]
    compare(event, *claims)
    monkeypatch.setattr(plain_words, "OF_A_WORD", 2)

    assert plain_words.sharing(event, words_of(claims[0])) == {c.pk for c in claims[2:]}
