"""New words for published claims wait on the desk, where an editor lets readers see them."""

import pytest
from django.urls import reverse

from claims.models import Quote
from claims_tracker.desk.queues import queues
from tests.factories import make_claim, make_quote, make_user, make_version

pytestmark = pytest.mark.django_db


def with_new_words():
    claim = make_claim()
    version = make_version("Later: 70 attackers were killed.", event=claim.event)
    late = make_quote(claim, "70 attackers were killed", version)
    Quote.objects.filter(pk=late.pk).update(accepted_at=None, accepted_by=None)
    return claim, late


def test_they_wait_in_a_queue_until_an_editor_shows_them(client):
    editor = make_user("editor")
    claim, late = with_new_words()
    make_claim(event=claim.event)
    client.force_login(editor)

    [queue] = [one for one in queues(editor) if one.name == "words"]
    listed = client.get(queue.page)
    assert (queue.tally.number, [line.words for line in queue.lines]) == (1, [late.exact])
    assert list(listed.context["cl"].result_list) == [claim]
    assert b"not shown to readers yet" in client.get(queue.lines[0].page).content

    client.post(reverse("admin:claims_claim_decide", args=[claim.pk, "words"]),
                {"row_version": claim.row_version})  # fmt: skip

    late.refresh_from_db()
    assert late.accepted_by == editor
    assert not [one for one in queues(editor) if one.name == "words" and one.lines]


def test_a_reporter_cannot_show_them(client):
    claim, late = with_new_words()
    client.force_login(make_user("reporter"))

    answer = client.post(reverse("admin:claims_claim_decide", args=[claim.pk, "words"]), {})

    late.refresh_from_db()
    assert answer.status_code == 403
    assert late.accepted_at is None
