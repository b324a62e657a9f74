"""One claimant in all articles of an event, in whatever order they arrive."""

import pytest

from claims import readings
from claims.choices import Review
from claims.models import Claim
from claims.readings import Tools
from events.directory import Directory
from tests.factories import make_event, make_user, make_version

pytestmark = pytest.mark.django_db

FULL = "Danilo Markov, the mayor of Tern, said that 12 people had been killed in the flood."
SHORT = "The water is falling. Markov said that 12 people had been killed in the flood."
OTHERS = "Petra Markov, a nurse, said that 40 people had been injured in the flood."


@pytest.fixture
def event():
    return make_event()


def read(event, text, language="en"):
    version = make_version(text, event=event, language=language)
    readings.work(readings.ensure(version.pk, event.pk).pk, Tools(directory=Directory))


def claimants(event):
    rows = Claim.objects.filter(event=event).order_by("pk")
    return [(claim.claimant_text, claim.quotes.count()) for claim in rows]


@pytest.mark.parametrize("texts", [(FULL, SHORT), (SHORT, FULL)])
def test_a_surname_and_the_full_name_are_one_claimant_with_one_claim(event, texts):
    for text in texts:
        read(event, text)

    assert claimants(event) == [("Danilo Markov", 2)]


def test_a_surname_that_two_bear_stays_open(event):
    for text in (FULL, OTHERS, SHORT):
        read(event, text)

    assert claimants(event) == [("Danilo Markov", 1), ("Petra Markov", 1), ("Markov", 1)]


UKRAINIAN = "Мер Терна Данило Марков повідомив, що внаслідок повені загинули 12 людей."


@pytest.mark.parametrize("texts", [(FULL, UKRAINIAN), (UKRAINIAN, SHORT, FULL)])
def test_a_name_in_other_letters_is_the_same_name(event, texts):
    for text in texts:
        read(event, text, language="uk" if text == UKRAINIAN else "en")

    assert {claim.answer_rest["claimant_key"] for claim in Claim.objects.all()} <= {
        "~Danilo Markov",
        "~Данило Марков",
    }
    assert len({claim.claimant_text for claim in Claim.objects.all()}) == 1


def test_names_of_other_events_do_not_count(event):
    read(make_event(), FULL)
    read(event, SHORT)

    assert claimants(event) == [("Markov", 1)]


@pytest.mark.parametrize(
    "kept",
    [
        {"edited_fields": ["claimant_text"]},
        {"review": Review.PUBLISHED},
    ],
)
def test_a_name_that_a_person_set_or_published_stays(event, kept):
    read(event, SHORT)
    if "review" in kept:
        kept = kept | {"published_by": make_user()}
    Claim.objects.update(**kept)

    read(event, FULL)

    assert Claim.objects.order_by("pk").first().claimant_text == "Markov"
