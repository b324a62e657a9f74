"""Notes and assignments on the pages of the desk, and who finds them where."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims_tracker.desk import teamwork
from claims_tracker.desk.models import Assignment, LostAnchor, Note
from tests.factories import make_claim, make_contradiction, make_event, make_question, make_user

pytestmark = pytest.mark.django_db


def page(row, what=""):
    app, name = row._meta.label_lower.split(".")
    if not what:
        return reverse(f"admin:{app}_{name}_change", args=[row.pk])
    return reverse("admin:desk_teamwork", args=[app, name, row.pk, what])


@pytest.fixture
def editor(client):
    person = make_user("editor", username="olena")
    client.force_login(person)
    return person


def test_notes_and_assignments_stand_on_each_page_and_on_the_desk(client, editor):
    event = make_event()
    rows = [make_claim(event=event), make_contradiction(), make_question(event=event), event]
    for row in rows:
        answer = client.post(page(row, "note"), {"text": " <b>Call</b> them. "})
        assert answer.url.startswith(page(row))
        assert client.get(page(row, "assign")).status_code == 200
        due = f"{timezone.now() - timedelta(days=2):%Y-%m-%dT%H:%M}"
        client.post(page(row, "assign"), {"assignee": editor.pk, "due_at": due})
        shown = client.get(answer.url).text
        assert "&lt;b&gt;Call&lt;/b&gt; them." in shown, row
        assert "overdue for 2" in shown and "Finish it" in shown

    desk = client.get(reverse("admin:index"))
    (queue,) = [one for one in desk.context["queues"] if one.name == "assigned"]
    assert (queue.tally.number, queue.urgent) == (4, True)
    assert {line.page for line in queue.lines} == {page(row) for row in rows}
    assert all("overdue for 2" in line.remark for line in queue.lines)

    for row in rows:
        client.post(page(row, "finish"))
    assert not teamwork.open_work(editor).exists()
    assert "Finish it" not in client.get(page(rows[0])).text


def test_old_notes_are_a_list_of_their_own(client, editor):
    claim = make_claim()
    for number in range(7):
        teamwork.write_note(claim, f"Remark no. {number}.", by=editor)

    shown = client.get(page(claim))

    assert "Remark no. 1." not in shown.text and "Remark no. 6." in shown.text
    (address,) = [
        part.split('"')[0] for part in shown.text.split('href="') if "content_type__id" in part
    ]
    assert client.get(address.replace("&amp;", "&")).context["cl"].result_count == 7


def test_who_may_not_is_refused_in_words_and_leaves_no_trace(client, editor):
    claim = make_claim()
    claim.event.team.add(make_user("editor"))
    for what, given in (("note", {"text": "Hello."}), ("assign", {"assignee": editor.pk})):
        assert client.post(page(claim, what), given).status_code == 403
    assert "Write a note" not in client.get(page(claim)).text

    client.force_login(make_user("reporter"))
    mine = make_claim()
    assert client.post(page(mine, "assign"), {"assignee": editor.pk}).status_code == 403
    work = teamwork.assign(mine, editor, by=editor)
    assert client.post(page(mine, "finish")).status_code == 403
    assert client.post(page(mine, "note"), {"text": " "}, follow=True).status_code == 200
    client.force_login(make_user(""))
    assert client.post(page(mine, "note"), {"text": "Hello."}).status_code == 302
    assert not Note.objects.exists()
    assert list(Assignment.objects.filter(done_at=None)) == [work]
    client.force_login(editor)
    theirs = Assignment.objects.create(assignee=claim.event.team.get(), assigned_by=editor,
                                       content_type=work.content_type, object_id=claim.pk)  # fmt: skip
    assert client.post(page(claim, "finish")).status_code == 403
    assert set(Assignment.objects.filter(done_at=None)) == {work, theirs}
    nowhere = page(mine, "note").replace(f"/{mine.pk}/", "/987654/")
    assert client.post(nowhere, {"text": "Hello."}).status_code == 404


def test_words_lost_from_the_text_of_another_team_take_no_note(client, editor):
    claim = make_claim()
    claim.event.team.add(make_user("editor"))
    quote = claim.quotes.get()
    lost = LostAnchor.objects.create(quote=quote, version=quote.version)

    assert client.post(page(lost, "note"), {"text": "Hello."}).status_code == 403
    assert not Note.objects.exists()


def test_a_note_is_kept_without_what_no_text_can_hold(client, editor):
    assert client.post(page(make_claim(), "note"), {"text": "Call\0 them."}).status_code == 302
    assert Note.objects.get().text == "Call them."


def test_a_colleague_who_cannot_work_on_it_is_not_asked(client, editor):
    claim = make_claim()
    claim.event.team.add(editor)

    answer = client.post(page(claim, "assign"), {"assignee": make_user("reporter").pk})

    assert answer.status_code == 400 and "cannot work on this." in answer.text
    assert not Assignment.objects.exists()


def test_the_desk_asks_for_assignments_in_few_queries(
    client, editor, django_assert_max_num_queries
):
    for _ in range(4):
        teamwork.assign(make_claim(), editor, by=editor)
    with django_assert_max_num_queries(15):
        client.get(reverse("admin:index"))
