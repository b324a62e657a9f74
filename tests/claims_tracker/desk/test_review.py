"""The review desk: one thing a page, decided with a key, undone with another."""

import pytest
from django.urls import reverse

from claims import contradictions
from claims.models import Claim, Contradiction, ContradictionGroup
from claims_tracker.desk.models import Snooze
from tests.claims.test_triage import accused
from tests.factories import make_event, make_user

pytestmark = pytest.mark.django_db
UNDO = "/admin/desk/undo/"


@pytest.fixture
def olena(client):
    person = make_user("editor", username="olena")
    client.force_login(person)
    return person


def page(row, *act, name="contradictions"):
    return "/".join(["/admin/desk", name, str(row.pk), *act, ""])


def waiting(*numbers, event=None, **fields):
    """The lead of a group for each of these numbers of pairs, in the order of the queue."""
    for number in numbers:
        accused(event or make_event(), number, **fields)
    return [group.lead for group in ContradictionGroup.objects.waiting()]


def sent(client, row, act, **given):
    row.refresh_from_db()
    return client.post(page(row, act), {"row_version": row.row_version} | given)


def test_the_desk_begins_with_the_best_and_says_where_one_stands(client, olena):
    first, second, third = waiting(3, 2, 1)

    assert client.get("/admin/desk/contradictions/").url == page(first)
    shown = client.get(page(second))
    place = shown.context["place"]

    assert (place.number, place.total, place.previous, place.following) == (
        "2", "3", first.pk, third.pk,
    )  # fmt: skip
    assert "2 open pairs say the same; one decision takes them all" in shown.text
    tab = shown.context["tabs"][0]
    assert (tab["queue"].name, tab["number"]) == ("contradictions", "3")


def test_a_decision_leads_to_the_next_and_undo_brings_it_back_as_a_new_one(client, olena):
    alone, other = waiting(1, 1)

    answer = sent(client, alone, "dismiss", reason="different_time")
    assert answer.url == page(other)
    assert "Dismissed as different time." in client.get(answer.url).text
    assert client.get("/admin/desk/contradictions/").url == page(other)
    assert client.post(UNDO).url == page(alone)

    alone.refresh_from_db()
    assert (alone.state, alone.decision_note) == ("open", "Undone on the review desk.")
    assert [step.state for step in alone.history.order_by("pgh_id")][-2:] == ["dismissed", "open"]


def test_one_key_takes_all_that_say_the_same_as_they_were_shown(client, olena):
    lead, _ = waiting(3, 1)
    shown = client.get(page(lead))
    given = {"scope": "group", "seen": shown.context["seen"]}

    stale = sent(client, lead, "confirm", **given | {"seen": f"{lead.pk}:1"})
    assert stale.status_code == 409
    assert "The pairs have changed since you looked" in stale.text
    sent(client, lead, "confirm", **given)
    assert {pair.state for pair in lead.group.pairs.all()} == {"confirmed"}
    assert "Confirmed, 3 pairs." in client.get("/admin/desk/contradictions/", follow=True).text

    client.post(UNDO)
    assert {pair.state for pair in lead.group.pairs.all()} == {"open"}


def test_of_a_group_one_pair_may_be_taken_alone(client, olena):
    lead, _ = waiting(3, 1)

    answer = sent(client, lead, "confirm", scope="pair")

    assert lead.group.pairs.filter(state="open").count() == 2
    assert answer.url == page(lead.group.pairs.filter(state="open").earliest("pk"))


def test_what_was_decided_anew_by_somebody_else_is_not_undone(client, olena):
    (alone,) = waiting(1)
    sent(client, alone, "confirm")
    client.force_login(make_user("editor"))
    client.post(reverse("admin:claims_contradiction_decide", args=[alone.pk, "reopen"]),
                {"row_version": Contradiction.objects.get().row_version, "note": "Wait."})  # fmt: skip
    sent(client, alone, "dismiss", reason="revised")
    client.force_login(olena)

    client.post(UNDO, follow=True)

    assert Contradiction.objects.get().state == "dismissed"


def test_later_is_for_one_person_and_comes_back(client, olena):
    first, second = waiting(2, 1)

    assert client.post(page(first, "later")).url == page(second)
    assert client.get("/admin/desk/contradictions/").url == page(second)
    assert client.get(page(first)).context["place"].number == ""
    assert client.post(page(second, "later")).url == "/admin/desk/contradictions/"
    assert "Nothing waits here." in client.get("/admin/desk/contradictions/").text
    Snooze.objects.filter(object_id=first.group_id).update(until=first.created_at)
    assert client.get("/admin/desk/contradictions/").url == page(first)
    client.post(UNDO)
    assert client.get(page(second)).context["place"].total == "2"

    client.post(page(first, "later"))
    client.force_login(make_user("editor"))
    assert client.get("/admin/desk/contradictions/").url == page(first)


def test_what_came_after_it_was_put_off_brings_it_back(client, olena):
    (first,) = waiting(1)
    client.post(page(first, "later"))
    accused(first.event, 1)

    assert client.get("/admin/desk/contradictions/").status_code == 302


def test_filters_stay_in_the_address(client, olena):
    event = make_event()
    waiting(1, event=event, kind="count", severity="tension")
    waiting(1)
    one, _, two = waiting(1, event=event, kind="count")
    query = f"?event={event.slug}&kind=count"

    assert client.get("/admin/desk/contradictions/" + query).url == page(one) + query
    one.refresh_from_db()
    answer = client.post(page(one, "confirm") + query, {"row_version": one.row_version})
    assert answer.url == page(two) + query
    client.post(page(two, "take"))
    assert client.get("/admin/desk/contradictions/?mine=1").url == page(two) + "?mine=1"
    assert "<b>you look at it</b>" in client.get(page(two)).text
    client.post(page(two, "take"))
    assert client.get("/admin/desk/contradictions/?mine=1").status_code == 200


def test_another_teams_pair_is_not_there_whatever_is_sent(client, olena):
    (pair,) = waiting(1)
    pair.event.team.add(make_user())

    answers = [client.get(page(pair)), sent(client, pair, "confirm")]
    answers += [client.post(page(pair, act)) for act in ("later", "take")]

    assert {answer.status_code for answer in answers} == {404}
    assert not any(pair.reason in answer.text for answer in answers)
    assert Contradiction.objects.get().state == "open"
    assert not Snooze.objects.exists()


def test_a_reporter_looks_and_does_not_decide(client):
    client.force_login(make_user("reporter"))
    (pair,) = waiting(1)

    assert "Your role may look at this" in client.get(page(pair)).text
    assert sent(client, pair, "confirm").status_code == 403
    assert client.post(page(pair, "take")).status_code == 403
    assert Contradiction.objects.get().state == "open"


def test_who_comes_second_is_told_who_was_first(client, olena):
    (pair,) = waiting(1)
    version = pair.row_version
    sent(client, pair, "confirm")
    client.force_login(make_user("editor"))

    late = client.post(page(pair, "dismiss"), {"row_version": version, "reason": "revised"})

    assert late.status_code == 409
    assert "Somebody changed this since you opened it" in late.text
    assert "by olena" in late.text
    assert Contradiction.objects.get().state == "confirmed"


@pytest.mark.parametrize("number", [1, 4])
def test_a_page_costs_the_same_whatever_waits(client, olena, number, django_assert_max_num_queries):
    lead, *_ = waiting(*([number] * number))
    contradictions.confirm(accused(lead.event, 1, kind="count")[0], by=olena)
    Contradiction.objects.filter(state="confirmed").update(first=lead.first)
    client.get(page(lead))

    with django_assert_max_num_queries(15):
        shown = client.get(page(lead))

    assert "disputed by" in shown.text


def test_addresses_without_meaning_are_refused_in_words(client, olena):
    (pair,) = waiting(1)

    assert client.get("/admin/desk/contradictions/9999/").status_code == 404
    assert client.post(page(pair, "merge")).status_code == 404
    assert client.get(page(pair, "confirm")).status_code == 405
    assert client.post(UNDO, follow=True).context["messages"]
    assert Claim.objects.filter(review="published").count() == 2
