from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from sources.models import VersionKey
from sources.old_texts import give_terms, without_terms
from sources.open_events import match_text
from tests.factories import make_event, make_version
from tests.sources.grouping.stories import BARN_FIRE, MILL_FIRE

pytestmark = pytest.mark.django_db


def keys():
    return set(VersionKey.objects.values_list("kind", "key", "version"))


def test_an_event_is_found_by_its_old_articles_once_they_are_indexed():
    event = make_event(title="Blaze one", began="")
    for text in BARN_FIRE[:2]:
        make_version(text, title="", event=event)
    assert match_text("", BARN_FIRE[2], None).suggestions == ()

    assert list(give_terms()) == [2]

    assert match_text("", BARN_FIRE[2], None).suggestions[0].event_id == event.pk


def test_what_was_stopped_goes_on_where_it_was_and_a_second_run_changes_nothing():
    for text in (*BARN_FIRE[:3], *MILL_FIRE[:2]):
        make_version(text, title="")
    stopped = give_terms(batch=2)
    assert next(stopped) == 2
    stopped.close()

    assert list(give_terms(batch=2)) == [2, 1]
    done = keys()

    assert list(give_terms()) == []
    assert keys() == done
    assert without_terms().count() == 0


def test_two_runs_at_once_share_the_work():
    for text in BARN_FIRE[:3]:
        make_version(text, title="")
    first, second = give_terms(batch=1), give_terms(batch=1)

    assert [next(first), next(second), *first] == [1, 1, 1]
    assert list(second) == []
    assert without_terms().count() == 0


def test_a_text_without_words_is_looked_at_once_and_one_that_is_gone_never():
    make_version("...", title="")
    make_version("", title="", taken_down_at=timezone.now())

    assert list(give_terms()) == [1]
    assert list(give_terms()) == []


def test_the_command_says_how_many_texts_it_indexed():
    make_version(BARN_FIRE[0], title="")
    shown = StringIO()

    call_command("index_articles", stdout=shown)
    call_command("index_articles", stdout=shown)

    assert shown.getvalue().splitlines() == ["Texts indexed: 1.", "Texts indexed: 0."]
