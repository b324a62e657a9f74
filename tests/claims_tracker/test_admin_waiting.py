"""The queue "which event?" on the desk."""

import pytest
from django.urls import reverse

from events.models import Event
from sources.choices import IngestState
from sources.models import IngestJob
from tests.factories import make_event, make_ingest, make_user, make_version
from tests.sources.grouping.stories import BARN_FIRE, MILL_FIRE
from tests.sources.test_waiting import waits

pytestmark = pytest.mark.django_db
LIST = "admin:sources_ingestjob_changelist"


@pytest.fixture
def olena(client):
    person = make_user("editor")
    client.force_login(person)
    return person


def page(job):
    return reverse("admin:sources_ingestjob_change", args=[job.pk])


def suggestion(event):
    return {"id": event.public_id, "slug": event.slug, "title": event.title, "score": 0.61,
            "reason": "Like its articles, it names Ostrel."}  # fmt: skip


def opening(jobs, **fields):
    return {"action": "new_event", "_selected_action": [job.pk for job in jobs]} | fields


def test_a_suggestion_is_taken_with_one_button(client, olena):
    event = make_event(title="Barn fire in Ostrel")
    job = waits(BARN_FIRE[0], suggestions=[suggestion(event)])

    shown = client.get(page(job))
    client.post(shown.context["assign_url"], {"event": event.pk})

    assert "Words of its title: barn, fire, ostrel." in shown.text
    assert "It is about this event" in shown.text
    job.refresh_from_db()
    assert (job.event, job.state) == (event, IngestState.READING)


def test_the_list_says_what_each_waiting_article_may_be_about(client, olena):
    event = make_event(title="Barn fire in Ostrel")
    waits(BARN_FIRE[0], suggestions=[suggestion(event)])

    shown = client.get(reverse(LIST))

    assert "Barn fire in Ostrel" in shown.text
    assert "software, 0.61" in shown.text


def test_an_event_of_another_team_is_suggested_without_a_button(client, olena):
    event = make_event(title="Barn fire in Ostrel")
    event.team.add(make_user("editor"))
    job = waits(BARN_FIRE[0], suggestions=[suggestion(event)])

    shown = client.get(page(job)).text

    assert "Barn fire in Ostrel" in shown
    assert "It is about this event" not in shown


def test_a_new_event_is_opened_from_articles_that_are_alike(client, olena):
    jobs = [waits(text) for text in BARN_FIRE]
    other = waits(MILL_FIRE[0])

    shown = client.get(page(jobs[0]))
    asked = client.post(reverse(LIST), opening(jobs))
    answer = client.post(
        reverse(LIST), opening(jobs, confirm="yes", title="Barn fire", began="2031-05-06", place="")
    )

    assert sorted(job.pk for job in shown.context["alike"]) == [job.pk for job in jobs[1:]]
    assert "New event from 3 articles" in asked.text
    event = Event.objects.get(title="Barn fire")
    assert answer.url == reverse("admin:events_event_change", args=[event.pk])
    waiting = IngestJob.objects.filter(state=IngestState.NEEDS_EVENT)
    assert list(waiting.values_list("pk", flat=True)) == [other.pk]
    assert event.articles.count() == len(jobs)


@pytest.mark.parametrize(
    ("given", "words"),
    [({"title": ""}, "This field is required"), ({"title": "x", "began": "soon"}, "soon")],
)
def test_a_new_event_that_cannot_be_is_refused_in_words(client, olena, given, words):
    jobs = [waits(BARN_FIRE[0])]

    answer = client.post(reverse(LIST), opening(jobs, confirm="yes", **given))

    assert words in answer.text
    assert not Event.objects.exists()


@pytest.mark.parametrize("role", ["reporter", "reviewer"])
def test_who_may_not_open_events_is_not_offered_it_and_cannot(client, role):
    client.force_login(make_user(role))
    job = waits(BARN_FIRE[0])
    may = role == "reviewer"

    shown = client.get(page(job)).text
    client.post(reverse(LIST), opening([job], confirm="yes", title="Barn fire"))

    assert ("New event from this article" in shown) == may
    assert Event.objects.filter(title="Barn fire").exists() == may


def test_the_list_says_what_went_wrong_and_names_a_file_in_words(client, olena):
    untitled = make_version(title="").article
    type(untitled).objects.filter(pk=untitled.pk).update(canonical_url=f"urn:sha256:{'a' * 64}")
    make_ingest(url="", file_name="notes.txt", article=untitled, state=IngestState.DONE)
    words = "The file is larger than 5 MiB."
    make_ingest(state=IngestState.REFUSED, reason="too_large", reason_text=words)

    page = client.get(reverse(LIST)).content.decode()

    assert (words in page, "too_large" in page) == (True, False)
    assert ("notes.txt" in page, "urn:sha256" in page) == (True, False)
