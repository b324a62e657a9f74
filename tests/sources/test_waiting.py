import pytest

from events.choices import Visibility
from events.models import Event
from sources import ingest, waiting
from sources.choices import IngestState
from sources.grouping.terms import term_numbers, weighed
from tests.factories import make_event, make_ingest, make_user, make_version
from tests.sources.grouping.stories import BARN_FIRE, FERRY_VOTE, MILL_FIRE

pytestmark = pytest.mark.django_db


def waits(text, **fields):
    version = make_version(text, title="", terms=term_numbers(weighed("", text)))
    values = {"state": IngestState.NEEDS_EVENT, "version": version, "article": version.article}
    return make_ingest(**values | fields)


def test_waiting_articles_on_the_same_are_found():
    barn, *others = [waits(text) for text in BARN_FIRE]
    waits(MILL_FIRE[0])
    waits(FERRY_VOTE[0])

    assert sorted(job.pk for job in waiting.alike(barn)) == [job.pk for job in others]


def test_an_article_asked_for_twice_is_shown_once_and_a_settled_one_not_at_all():
    first, second = (waits(text) for text in BARN_FIRE[:2])
    waits(BARN_FIRE[1], version=second.version, article=second.article)
    waits(BARN_FIRE[2], state=IngestState.DONE)

    assert [job.pk for job in waiting.alike(first)] == [second.pk]
    assert waiting.alike(make_ingest()) == []


def test_an_event_opened_while_an_article_waits_is_suggested_too():
    old = {"id": "evt_old", "title": "Old guess", "score": 0.3, "reason": "Its place is named."}
    job, other = waits(BARN_FIRE[0], suggestions=[old]), waits(BARN_FIRE[1])
    waiting.open_event([other], title="Blaze", by=make_user())

    assert [one["title"] for one in waiting.guesses(job)] == ["Blaze", "Old guess"]


def test_a_new_event_is_a_draft_with_all_its_articles_to_be_read():
    jobs, editor = [waits(text) for text in BARN_FIRE], make_user()

    event = waiting.open_event(
        jobs, title=" Barn fire ", began="2031-05", place="Ostrel", by=editor
    )

    assert (event.title, event.slug, event.visibility) == (
        "Barn fire",
        "barn-fire",
        Visibility.DRAFT,
    )
    links = event.article_events.order_by("pk")
    assert [link.article_id for link in links] == [job.article_id for job in jobs]
    assert {link.decided_by for link in links} == {editor}
    for job in jobs:
        job.refresh_from_db()
    assert {(job.state, job.event) for job in jobs} == {(IngestState.READING, event)}


def test_a_title_used_before_gets_a_slug_of_its_own():
    make_event(slug="barn-fire")

    event = waiting.open_event([waits(BARN_FIRE[0])], title="Barn fire", by=make_user())

    assert event.slug == "barn-fire-2"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": " "}, "no_title"),
        ({"began": "one day"}, "bad_date"),
        ({"jobs": []}, "nothing_chosen"),
        ({"late": True}, "not_waiting"),
    ],
)
def test_what_cannot_be_opened_is_refused_and_changes_nothing(change, code):
    jobs = [waits(text) for text in BARN_FIRE[:2]]
    if change.pop("late", False):
        ingest.assign_event(jobs[1], make_event(), by=make_user())
    before = Event.objects.count()

    with pytest.raises(ingest.IngestError) as caught:
        waiting.open_event(**{"jobs": jobs, "title": "Barn fire", "by": make_user()} | change)

    assert caught.value.code == code
    assert Event.objects.count() == before
    jobs[0].refresh_from_db()
    assert jobs[0].state == IngestState.NEEDS_EVENT
