"""A page that was changed: which words it lost, and what an editor makes of it."""

import pytest

from claims.models import Quote
from claims_tracker.desk import anchors
from claims_tracker.desk.models import LostAnchor
from sources.signals import article_stored
from tests.factories import make_claim, make_event, make_quote, make_user, make_version

pytestmark = pytest.mark.django_db
FIRST = "The mill burned on Monday. The owner said that nobody had been inside the mill. It rained."
REWORDED = (
    "The mill burned on Monday. The owner said that no one had been inside the mill. It rained."
)
GONE = "The mill burned on Monday. It rained."


@pytest.fixture
def quoted():
    event = make_event()
    version = make_version(FIRST, event=event)
    claim = make_claim(event=event, statement="nobody was inside", quoted=False)
    kept = make_quote(claim, "The mill burned", version)
    return make_quote(claim, "nobody had been inside the mill", version), kept


def stored(text, quote, event=None):
    version = make_version(text, article=quote.version.article, event=event)
    for _ in range(2):  # told twice, it is noted once
        article_stored.send(None, version_id=version.pk, event_id=quote.claim.event_id)
    return version


def test_a_changed_text_is_asked_for_the_words_it_lost_and_they_may_come_back(quoted):
    lost, _ = quoted
    version = stored(REWORDED, lost)
    assert list(LostAnchor.objects.values_list("quote", "version")) == [(lost.pk, version.pk)]

    stored(FIRST + " New.", lost)
    assert not LostAnchor.objects.exists()


def test_what_a_dead_worker_left_is_found_and_rejected_claims_and_taken_down_texts_are_not(quoted):
    lost, _ = quoted
    version = make_version(GONE, article=lost.version.article, fetched_at=anchors.timezone.now())
    lost.claim.__class__.objects.filter(pk=lost.claim_id).update(review="rejected")
    assert anchors.look_again() == 0
    lost.claim.__class__.objects.filter(pk=lost.claim_id).update(review="published")
    assert anchors.look_again() == 1
    anchors.look_at(lost.version_id)  # a first text has lost nothing
    assert LostAnchor.objects.get().version == version


@pytest.mark.parametrize(
    ("text", "found"), [(REWORDED, "no one had been inside the mill"), (GONE, None)]
)
def test_the_likest_words_of_the_new_text_are_whole_words_or_none(quoted, text, found):
    stored(text, quoted[0])

    now = anchors.likest(LostAnchor.objects.get())

    assert (now.text if now else None) == found
    assert now is None or text[now.start : now.end] == now.text


def test_an_editor_keeps_the_words_or_anchors_the_claim_anew(client, quoted):
    client.force_login(make_user("editor"))
    lost, _ = quoted
    version = stored(REWORDED, lost)
    row = LostAnchor.objects.get()
    address = f"/admin/desk/anchors/{row.pk}/"
    assert "no one had been inside the mill</mark>" in client.get(address).text

    client.post(address + "keep/")
    assert "has settled this already" in client.post(address + "keep/").text
    client.post("/admin/desk/undo/")
    client.post(address + "anchor/")

    row.refresh_from_db()
    assert row.settled_at is not None
    assert row.history.count() == 4
    new = Quote.objects.get(claim=lost.claim, version=version)
    assert new.exact == "no one had been inside the mill"
    assert client.get("/admin/desk/anchors/").status_code == 200


def test_nobody_opens_again_what_a_colleague_has_settled(quoted):
    stored(REWORDED, quoted[0])
    row = anchors.keep(LostAnchor.objects.get(), by=make_user("editor"))

    with pytest.raises(anchors.AnchorError, match="has settled this since"):
        anchors.open_again(row, by=make_user("editor"))
    assert LostAnchor.objects.get().settled_by == row.settled_by


def test_nothing_is_anchored_in_a_text_that_says_nothing_like_it(client, quoted):
    client.force_login(make_user("editor"))
    stored(GONE, quoted[0])
    row = LostAnchor.objects.get()

    answer = client.post(f"/admin/desk/anchors/{row.pk}/anchor/")

    assert "Nothing in the new text is like it." in answer.text
    assert LostAnchor.objects.get().settled_at is None
