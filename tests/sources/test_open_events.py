from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from sources.grouping.terms import term_numbers, weighed
from sources.open_events import WINDOW, match, match_text, suggestions
from tests.factories import make_event, make_version
from tests.sources.grouping.stories import BARN_FIRE, FERRY_VOTE, MILL_FIRE

pytestmark = pytest.mark.django_db


def stored(text, **fields):
    return make_version(text, title="", terms=term_numbers(weighed("", text)), **fields)


@pytest.fixture
def fires():
    barn, mill = make_event(title="Blaze one", began=""), make_event(title="Blaze two", began="")
    for event, reports in ((barn, BARN_FIRE), (mill, MILL_FIRE)):
        for text in reports[:2]:
            stored(text, event=event)
    return barn, mill


def test_an_event_is_known_by_its_articles_when_its_own_words_say_nothing(fires):
    barn, mill = fires

    found = [match_text("", text, None).suggestions[0] for text in (BARN_FIRE[2], MILL_FIRE[2])]

    assert [one.event_id for one in found] == [barn.pk, mill.pk]
    assert "Like its articles, it names Ostrel" in found[0].reason
    assert all(one.score > 0.5 for one in found)


def test_an_event_of_another_kind_is_not_suggested(fires):
    assert match_text("", FERRY_VOTE[0], None).suggestions == ()


def test_an_event_without_articles_is_found_by_what_an_editor_wrote(fires):
    vote = make_event(title="Tarnsey votes on a bridge", place="Tarnsey", began="")

    found = match_text("", FERRY_VOTE[0], None)

    assert found.chosen is not None
    assert found.chosen.event_id == vote.pk
    assert [one["title"] for one in suggestions(found)] == ["Tarnsey votes on a bridge"]


@pytest.mark.parametrize(
    "change", [{"progress": "closed"}, {"merged_into": None}, {"began": "2031-01-01"}]
)
def test_a_closed_a_merged_or_a_later_event_is_left_out(fires, change):
    barn, _ = fires
    if "merged_into" in change:
        change["merged_into"] = make_event(title="Another", began="")
    for name, value in change.items():
        setattr(barn, name, value)
    barn.save()

    found = match_text("", BARN_FIRE[2], datetime(2030, 1, 1, tzinfo=UTC))

    assert barn.pk not in [one.event_id for one in found.suggestions]


def test_a_text_that_was_taken_down_is_no_evidence(fires):
    barn, _ = fires
    unread = make_event(title="Blaze three", began="")
    stored(BARN_FIRE[1], event=unread, taken_down_at=timezone.now())

    found = [one.event_id for one in match_text("", BARN_FIRE[2], None).suggestions]

    assert found[0] == barn.pk
    assert unread.pk not in found


def test_articles_of_long_ago_are_not_looked_up(fires):
    barn, _ = fires
    new = stored(BARN_FIRE[2])
    late = stored(BARN_FIRE[2], fetched_at=new.fetched_at + WINDOW + timedelta(days=1))

    assert match(new.article, new).suggestions[0].event_id == barn.pk
    assert match(late.article, late).suggestions == ()


@pytest.mark.parametrize("others", [1, 12])
def test_a_match_costs_the_same_however_many_events_are_open(
    fires, others, django_assert_num_queries
):
    for number in range(others):
        event = make_event(title=f"Fire of barn {number}", began="")
        stored(f"{BARN_FIRE[0]} Barn number {number}.", event=event)

    with django_assert_num_queries(5):
        match_text("", BARN_FIRE[2], None)
