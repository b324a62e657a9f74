"""Forms of the desk: nobody overwrites anybody, who and why are kept, large claims stay usable."""

import pytest
from django.forms.models import model_to_dict
from django.urls import reverse

from claims import editing
from claims.choices import Review
from claims.models import Change, Claim, Quote
from claims.permissions import NotAllowed
from events.models import Actor, Event
from tests.claims_tracker.desk_forms import page, sent
from tests.factories import (
    make_actor,
    make_claim,
    make_event,
    make_quote,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def olena(client):
    """An editor at the desk."""
    person = make_user("editor", username="olena")
    client.force_login(person)
    return person


def test_an_edit_is_kept_with_who_and_why(client, olena):
    claim = make_claim(review=Review.PROPOSED, statement="70 attackers were killed")

    response = client.post(
        page(claim), sent(client, claim, statement="70 men were killed", why="Their own word.")
    )

    assert response.status_code == 302
    claim.refresh_from_db()
    assert (claim.statement, claim.edited_fields) == ("70 men were killed", ["statement"])
    step = claim.history.order_by("pgh_id").last()
    assert step.pgh_context.metadata["user"] == olena.pk
    assert step.pgh_context.metadata["reason"] == "Their own word."
    shown = client.get(page(claim, "history")).text
    assert "70 <del>attackers</del> were killed" in shown
    assert "70 <ins>men</ins> were killed" in shown
    assert "Changed by <b>olena</b>, an editor: Their own word." in shown


def test_the_history_tells_what_people_can_read_and_no_key_of_the_machine(client, olena):
    claim = make_claim(
        review=Review.PROPOSED,
        answer_names=["~Lindhaven Legion", "~Free Corps"],
        answer_rest={"object": "the border post", "hit_by": None},
        match_key="f00d",
    )
    client.post(page(claim), sent(client, claim, place="Lindhaven"))

    shown = client.get(page(claim, "history")).text

    assert "<ins>Lindhaven Legion, Free Corps</ins>" in shown
    assert "<ins>object: the border post</ins>" in shown
    assert "<ins>Lindhaven</ins>" in shown
    assert "Named, but not in the directory" in shown and "Rest of the answer" in shown
    for machine in ("f00d", claim.public_id, "Match key", "Edited fields", "Public id", "[", "{"):
        assert machine not in shown.partition('<ol class="steps">')[2], machine


@pytest.mark.parametrize("decision", ["publish", "reject"])
def test_a_decision_about_a_row_that_has_changed_is_stopped(client, olena, decision):
    claim = make_claim(review=Review.PROPOSED)
    Claim.objects.filter(pk=claim.pk).update(statement="Something else")

    response = client.post(
        page(claim, "decide", decision), {"row_version": "1", "reason": "As it stood."}
    )

    assert response.status_code == 400
    assert "Somebody changed this since you opened it." in response.text
    assert Claim.objects.get(pk=claim.pk).review == Review.PROPOSED


def test_a_bulk_decision_leaves_out_what_changed_since_it_was_shown(client, olena):
    same, changed = (make_claim(review=Review.PROPOSED) for _ in range(2))
    Claim.objects.filter(pk=changed.pk).update(statement="Something else")
    chosen = {
        "action": "publish", "index": "0", "confirm": "yes",
        "_selected_action": [same.pk, changed.pk],
        f"version_{same.pk}": "1", f"version_{changed.pk}": "1",
    }  # fmt: skip

    shown = client.post(reverse("admin:claims_claim_changelist"), chosen, follow=True).text

    assert "1 of 2 claims published." in shown
    assert Claim.objects.get(pk=changed.pk).review == Review.PROPOSED


@pytest.mark.parametrize(
    ("make", "typed", "said"),
    [
        (make_claim, {"count_low": "12", "count_high": "8"}, "The highest number cannot be lower"),
        (make_claim, {"count_high": "8"}, "Give the lowest number too: “up to 5” is 0 to 5."),
        (make_claim, {"holds": "2023-05-23/2023-05-22"}, "2023-05-22” ends before it begins."),
        (make_event, {"began": "2023-05-22", "ended": "2023-05-21"}, "cannot end before it began"),
        (make_event, {"latitude": "91"}, "A latitude lies between -90 and 90 degrees."),
    ],
)
def test_values_that_cannot_stand_together_are_answered_in_words(client, olena, make, typed, said):
    row = make()

    answer = client.post(page(row), sent(client, row, **typed))

    assert answer.status_code == 200
    assert said in answer.text


def test_editing_a_public_claim_is_told_to_readers(client, olena):
    claim = make_claim(statement="70 attackers were killed")

    client.post(page(claim), sent(client, claim, statement="70 men were killed"))

    last = Change.objects.filter(object_id=claim.public_id).last()
    assert last.after["statement"] == "70 men were killed"


def test_renaming_a_public_event_is_told_to_readers(client, olena):
    event = make_event(title="Raid")

    client.post(page(event), sent(client, event, title="Raid on the border"))

    assert Change.objects.get(object_id=event.public_id).after["title"] == "Raid on the border"
    assert Event.objects.get(pk=event.pk).title == "Raid on the border"


def test_a_reporter_edits_what_waits_and_not_what_readers_see(client):
    person = make_user("reporter")
    client.force_login(person)
    waiting, public = make_claim(review=Review.PROPOSED), make_claim()

    assert client.post(page(waiting), {}).status_code == 200
    assert client.post(page(public), {}).status_code == 403
    with pytest.raises(NotAllowed):
        editing.save_edits(public, {"statement": "Other"}, expected_version=1, by=person)


def test_a_reporter_logs_a_claim_and_an_editor_publishes_it(client):
    reporter = make_user("reporter")
    client.force_login(reporter)
    version = make_version("The ministry said that 70  attackers\nwere killed.")
    add = reverse("admin:claims_claim_add")
    form = client.get(add).context["adminform"].form
    data = {name: value for name, value in form.initial.items() if value not in {None, ""}}
    data |= {
        "event": make_event().pk, "statement": "70 attackers were killed", "stance": "asserts",
        "modality": "asserted", "topic": "casualties", "basis": "total", "answer_names": "[]",
        "attribution": "paraphrase", "answered-TOTAL_FORMS": "0", "answered-INITIAL_FORMS": "0",
    }  # fmt: skip

    assert client.post(add, data).status_code == 302
    claim = Claim.objects.get()
    assert (claim.review, claim.logged_by, claim.found_by) == (Review.PROPOSED, reporter, "")
    client.post(
        page(claim, "decide", "quote"),
        {"version": version.pk, "words": "70 attackers were killed", "nth": "1",
         "row_version": claim.row_version},
    )  # fmt: skip
    quote = Quote.objects.get()
    assert (quote.exact, quote.added_by) == ("70  attackers\nwere killed", reporter)
    publish = {"row_version": Claim.objects.get().row_version}
    assert client.post(page(claim, "decide", "publish"), publish).status_code == 403

    client.force_login(make_user("editor"))
    client.post(page(claim, "decide", "publish"), publish)
    assert Claim.objects.get().review == Review.PUBLISHED


def test_words_that_do_not_stand_in_the_text_are_refused(client, olena):
    claim = make_claim(review=Review.PROPOSED, quoted=False)

    answer = client.post(
        page(claim, "decide", "quote"),
        {"version": make_version().pk, "words": "never said", "nth": "1", "row_version": "1"},
    )

    assert "These words do not stand in the article" in answer.text
    assert not claim.quotes.exists()


def test_a_claim_with_five_thousand_quotes_stays_usable(
    client, olena, django_assert_max_num_queries
):
    claim = make_claim(quoted=False, statement="word", review=Review.PROPOSED)
    text = "word " * 5000
    version = make_version(text)
    Quote.objects.bulk_create(
        Quote(claim=claim, version=version, start=n * 5, end=n * 5 + 4, exact="word",
              exact_sha256="0" * 64)
        for n in range(5000)
    )  # fmt: skip

    with django_assert_max_num_queries(26):
        response = client.get(page(claim))

    assert len(response.content) < 200_000
    assert "All 100+ quotes" in response.text
    with django_assert_max_num_queries(15):
        assert client.get(response.context["quotes_url"]).status_code == 200


def test_a_list_pages_through_a_thousand_rows_and_says_that_there_are_more(client, olena):
    Actor.objects.bulk_create(
        Actor(slug=f"a{n}", name=f"Actor {n:04}", kind="other") for n in range(1050)
    )
    address = reverse("admin:events_actor_changelist")

    first, last = client.get(address), client.get(address, {"p": "20"})

    assert "More than 1000 actors" in first.text
    assert len(last.context["cl"].result_list) == 50


@pytest.mark.parametrize("typed", ["Кремль", "kremlin", "KREML", "Krémlin"])
def test_type_ahead_finds_an_actor_by_any_name(client, olena, typed):
    actor = make_actor("Russia")
    for name in ("Кремль", "the Kremlin"):
        actor.names.create(text=name, kind="metonym")
    make_actor("Someone else")

    found = client.get(
        reverse("admin:autocomplete"),
        {"app_label": "claims", "model_name": "claim", "field_name": "claimant", "term": typed},
    )

    assert [one["text"] for one in found.json()["results"]] == ["Russia · Government body"]


def test_a_slug_that_is_out_keeps_its_address_when_the_title_changes(client, olena):
    event = make_event(slug="raid")

    client.post(page(event), sent(client, event, title="Another title"))

    assert Event.objects.get(pk=event.pk).slug == "raid"
    assert "slug" in model_to_dict(event)


def test_a_quote_is_shown_in_its_context_with_its_cue(client, olena):
    claim = make_claim(quoted=False, review=Review.PROPOSED)
    version = make_version("Before <b>it</b>. He said that 70 were killed. After it.")
    quote = make_quote(claim, "70 were killed", version)
    Quote.objects.filter(pk=quote.pk).update(
        cue_start=version.text.index("He said"), cue_end=version.text.index(" 70")
    )

    shown = client.get(page(claim)).text

    assert (
        'Before &lt;b&gt;it&lt;/b&gt;. <span class="cue">He said that</span> '
        "<mark>70 were killed</mark>. After it."
    ) in shown
