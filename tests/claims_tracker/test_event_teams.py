"""Teams on the desk: administrators choose them, and nobody else gets at another team's event."""

import pytest
from django.urls import reverse

from claims.models import Claim
from events.models import Event, Participation
from sources.models import Feed, IngestJob
from tests.claims_tracker.test_admin_editing import page, sent
from tests.factories import (
    make_actor,
    make_event,
    make_ingest,
    make_outlet,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
ROLES = ("guest", "reporter", "editor", "reviewer", "administrator")


@pytest.fixture
def closed():
    """An event whose team is somebody else."""
    event = make_event(title="Water cut in Orsa")
    event.team.add(make_user("editor", username="olga"))
    return event


def test_an_administrator_chooses_the_team_and_the_history_tells(client, closed):
    client.force_login(make_user("administrator"))
    edwin = make_user("editor", username="edwin", first_name="Edwin", last_name="Marsh")

    shown = client.get(page(closed)).text
    assert "No team: every editor." in shown
    assert ">olga, an editor</option>" in shown
    given = sent(client, closed, team=[edwin.pk], why="She is on leave.")
    assert client.post(page(closed), given).status_code == 302

    assert list(closed.team.all()) == [edwin]
    history = client.get(page(closed, "history")).text
    assert "She is on leave. Team: with edwin, without olga." in history
    assert "Edwin Marsh (edwin), an editor" in client.get(page(closed)).text


@pytest.mark.parametrize("role", ROLES[1:-1])
def test_nobody_else_chooses_a_team_not_even_of_their_own_event(client, role):
    person, event = make_user(role), make_event()
    event.team.add(person)
    client.force_login(person)

    shown = client.get(page(event))
    assert "team" not in shown.context["adminform"].form.fields
    assert f"<li>{person.username}, a" in shown.text
    if role != "reporter":
        assert client.post(page(event), sent(client, event, team=[])).status_code == 302

    assert list(event.team.all()) == [person]


@pytest.mark.parametrize("role", ["anonymous", *ROLES])
def test_people_are_found_by_name_and_role_by_who_looks_after_them(client, role):
    make_user("reviewer", username="rosa", first_name="Rosa", last_name="Lind")
    make_user("reviewer", username="rosalind", is_active=False)
    if role != "anonymous":
        client.force_login(make_user(role))
    ask = {"app_label": "events", "model_name": "event", "field_name": "team", "term": "rosa"}

    found = client.get(reverse("admin:autocomplete"), ask)

    if role == "administrator":
        assert [row["text"] for row in found.json()["results"]] == ["Rosa Lind (rosa), a reviewer"]
    else:
        assert found.status_code in {302, 403}
        assert "rosa" not in found.text.replace("term=rosa", "")


@pytest.mark.parametrize("role", ROLES)
def test_nothing_is_hung_on_another_teams_event_by_a_copied_id(client, closed, role):
    client.force_login(make_user(role))
    version = make_version("The water board said that a main pipe had burst.")
    waiting = make_ingest(state="needs_event", article=version.article, version=version)
    event = {"event": closed.pk}
    claim = {"claimant_text": "The board", "statement": "A pipe burst.", "topic": "casualties",
             "stance": "asserts", "modality": "asserted", "attribution": "paraphrase",
             "basis": "total", "answer_names": "[]", "answered-TOTAL_FORMS": "0", "answered-INITIAL_FORMS": "0"}  # fmt: skip
    for name, given in {
        "events_participation": {"actor": make_actor().pk, "role": "party"},
        "sources_feed": {"outlet": make_outlet().pk, "url": "https://a.example/f.xml",
                         "state": "active"},
        "sources_ingestjob": {"url": "https://a.example/1"},
        "claims_claim": claim,
    }.items():  # fmt: skip
        client.post(reverse(f"admin:{name}_add"), given | event)
    client.post(
        reverse("admin:sources_ingestjob_decide", args=[waiting.pk, "assign"]),
        event | {"row_version": getattr(waiting, "row_version", "")},
    )

    hung = {
        model.__name__
        for model in (Participation, Feed, IngestJob, Claim)
        if model.objects.filter(event=closed).exists()
    }
    waiting.refresh_from_db()
    if role == "administrator":
        assert hung == {"Participation", "Feed", "IngestJob", "Claim"}  # the ids would have done
        assert waiting.event == closed
    else:
        assert hung == set()
    assert Event.objects.get(pk=closed.pk).row_version == closed.row_version
