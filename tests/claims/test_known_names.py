"""One claimant in all articles of an event, where one reading is possible."""

import pytest

from claims import readings
from claims.models import Claim
from claims.readings import Tools
from events.directory import Directory
from sources.models import ArticleEvent
from tests.factories import make_event, make_version

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


def test_a_surname_and_the_full_name_are_one_claimant_with_one_claim(event):
    for text in (FULL, SHORT):
        read(event, text)

    assert claimants(event) == [("Danilo Markov", 2)]


@pytest.mark.parametrize(
    "first",
    [
        "Petra Markov, a nurse, wept. The mayor said that nine houses had been flooded.",
        "Petra Hale, a nurse, said that 40 people had been injured in the flood.",
    ],
)
def test_whom_an_article_only_mentions_lends_nobody_a_name(event, first):
    read(event, first)
    read(event, SHORT)

    assert ("Markov", 1) in claimants(event)


def test_a_surname_with_a_title_may_be_another_persons(event):
    read(event, FULL)
    read(event, "Minister Markov said that 40 people had been injured in the flood.")

    assert claimants(event) == [("Danilo Markov", 1), ("Markov", 1)]


def test_what_is_known_by_the_surname_stays_there(event):
    for text in (SHORT, FULL, SHORT.replace("The water", "Now the water")):
        read(event, text)

    assert claimants(event) == [("Markov", 2), ("Danilo Markov", 1)]


def test_an_article_taken_from_the_event_lends_no_names(event):
    read(event, FULL)
    ArticleEvent.objects.all().delete()
    read(event, SHORT)

    assert claimants(event) == [("Danilo Markov", 1), ("Markov", 1)]


def test_a_surname_that_two_bear_stays_open(event):
    for text in (FULL, OTHERS, SHORT):
        read(event, text)

    assert claimants(event) == [("Danilo Markov", 1), ("Petra Markov", 1), ("Markov", 1)]


UKRAINIAN = "Мер Терна Данило Марков повідомив, що внаслідок повені загинули 12 людей."


@pytest.mark.parametrize("texts", [(FULL, UKRAINIAN), (UKRAINIAN, FULL)])
def test_a_name_in_other_letters_is_the_same_name(event, texts):
    for text in texts:
        read(event, text, language="uk" if text == UKRAINIAN else "en")

    assert len({claim.claimant_text for claim in Claim.objects.all()}) == 1


def test_names_of_other_events_do_not_count(event):
    read(make_event(), FULL)
    read(event, SHORT)

    assert claimants(event) == [("Markov", 1)]
