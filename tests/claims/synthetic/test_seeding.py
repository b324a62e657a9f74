"""Made-up events are written once, whole, and shown to readers only where that is asked for."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims.choices import Review
from claims.comparisons import compare_claims
from claims.models import Change, Claim, Contradiction, Question, Quote
from claims.synthetic.plan import plan
from events.actors import directory
from events.models import Event
from tests.factories import make_event

pytestmark = pytest.mark.django_db


def seed(*words):
    out = StringIO()
    call_command("seed_synthetic", *words, stdout=out)
    return out.getvalue()


def test_events_of_equal_size_are_written_with_quotes_and_questions():
    said = seed("--claims", "81", "--events", "2")

    assert said == "2 events made, 0 were there already, seed 1.\n"
    assert [event.claims.count() for event in Event.objects.order_by("pk")] == [41, 40]
    assert Quote.objects.count() == 81
    assert Question.objects.count() == 5
    assert Claim.objects.filter(review=Review.PROPOSED).count() == 9
    assert Change.objects.count() == 0, "readers see nothing of it"


def test_again_nothing_is_doubled_and_another_seed_is_another_set():
    seed("--claims", "20")
    before = list(Claim.objects.order_by("pk").values_list("statement", flat=True))

    assert seed("--claims", "20") == "0 events made, 1 were there already, seed 1.\n"
    seed("--claims", "20", "--seed", "2")

    assert Claim.objects.count() == 40
    assert list(Claim.objects.order_by("pk")[:20].values_list("statement", flat=True)) == before


def test_a_public_event_has_a_page_and_lines_in_the_log(client):
    seed("--claims", "40", "--public")
    event = Event.objects.get()

    assert client.get(event.get_absolute_url()).status_code == 200
    told = Change.objects.filter(object_kind="claim", kind="published")
    assert told.count() == Claim.objects.public().count() == 36


def test_the_planted_pairs_are_found_in_the_ledger():
    seed("--claims", "100")
    event = Event.objects.get()
    numbers = {
        pk: n for n, pk in enumerate(Claim.objects.order_by("pk").values_list("pk", flat=True))
    }
    planted = {claim.number for claim in plan(100, event=0, seed=1) if claim.planted}

    compare_claims(event, list(numbers), directory())

    pairs = Contradiction.objects.values_list("first_id", "second_id")
    assert {numbers[pk] for pair in pairs for pk in pair} == planted
    assert len(pairs) == 5


@pytest.mark.parametrize("number", ["0", "-1", "many", "1.5"])
def test_a_bad_number_is_refused_in_words(number):
    with pytest.raises(CommandError, match="not a whole number from 1 up"):
        seed("--claims", number)


@pytest.mark.parametrize("made_up", [True, False])
def test_a_ledger_in_use_shows_readers_nothing_made_up(made_up):
    seed("--claims", "20", "--seed", "-2")
    if made_up:
        assert seed("--claims", "20", "--seed", "3", "--public").startswith("1 events made")
        return
    make_event()

    with pytest.raises(CommandError, match="This ledger is in use") as refusal:
        seed("--claims", "20", "--seed", "3", "--public")

    assert refusal.value.returncode == 2
    assert Event.objects.count() == 2
    assert seed("--claims", "20", "--seed", "3").startswith("1 events made")
