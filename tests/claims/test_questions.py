import pytest

from claims.models import Question
from claims.questions import find_or_make
from tests.claims.readers import KILLED, slot
from tests.factories import make_event

pytestmark = pytest.mark.django_db


def test_a_question_is_made_once_an_event():
    event = make_event()

    assert find_or_make(event, KILLED) == find_or_make(event, KILLED)
    assert find_or_make(make_event(), KILLED) != find_or_make(event, KILLED)
    assert Question.objects.filter(event=event).get().dispute_key == KILLED.dispute


def test_an_editors_wording_stays():
    event = make_event()
    question = find_or_make(event, KILLED)
    Question.objects.filter(pk=question.pk).update(text="How many died?", edited=True)

    assert find_or_make(event, KILLED).text == "How many died?"


def test_a_merged_question_leads_to_the_one_it_is_part_of():
    event = make_event()
    whole, part = find_or_make(event, slot("whole")), find_or_make(event, slot("part"))
    Question.objects.filter(pk=part.pk).update(merged_into=whole)

    assert find_or_make(event, slot("part")) == whole


def test_keys_too_long_for_the_database_stay_apart():
    event = make_event()
    keys = ["damage:" + "x" * 300 + end for end in "ab"]

    first, second = (find_or_make(event, slot(key)) for key in keys)

    assert first != second
    assert find_or_make(event, slot(keys[0])) == first
