"""The queue of contradictions on the desk: its order, its rows, what a decision leads to."""

import pytest
from django.urls import reverse

from claims import contradictions, group_decisions, notices
from claims.admin import group_forms, pair_queue
from claims.models import Contradiction, ContradictionGroup, RevisionNotice, Threshold
from tests.claims.test_triage import accused, group_of
from tests.factories import make_claim, make_event, make_user

pytestmark = pytest.mark.django_db
QUEUE = "/admin/claims/contradiction/queue/"


@pytest.fixture
def olena(client):
    person = make_user("editor", username="olena")
    client.force_login(person)
    return person


def page(pair, name="change", *args):
    return reverse(f"admin:claims_contradiction_{name}", args=[pair.pk, *args])


def leads(answer):
    return [row.lead for row in answer.context["rows"]]


def test_a_row_stands_for_all_that_say_the_same_and_says_why_it_stands_there(client, olena):
    five, one = accused(make_event(), 5), accused(make_event(), 1)

    shown = client.get(QUEUE)

    assert leads(shown) == [five[0], one[0]]
    assert "<b>5 pairs</b> say the same" in shown.text
    assert "ranked high: contradiction, score 0.90, 6 claimants, 6 origins, just come" in shown.text
    assert shown.context["total"] == "2"


def test_a_row_says_what_was_decided_before(client, olena):
    first, *_ = accused(make_event(), 2)
    contradictions.dismiss(first, by=olena, reason="different_time")

    words = "dismissed as different time by olena"

    assert f"As decided before: {words}" in client.get(QUEUE).text
    (other,) = Contradiction.objects.open()
    assert words in client.get(page(other)).text
    assert words not in client.get(page(first)).text.replace("Dismissed near", "")


@pytest.mark.parametrize("address", [QUEUE, "/admin/claims/contradiction/trust/"])
def test_the_pages_cost_the_same_with_one_row_and_with_three(
    client, olena, address, django_assert_max_num_queries
):
    def make(number):
        for _ in range(number):
            pairs = accused(make_event(), number)
            contradictions.dismiss(
                accused(pairs[0].event, 1)[0], by=olena, reason="different_time"
            )  # fmt: skip
            fallen(pairs[0].event)

    make(1)
    with django_assert_max_num_queries(10) as one:
        client.get(address)
    make(2)
    make(3)
    with django_assert_max_num_queries(10) as three:
        client.get(address)

    assert len(one) == len(three)


def fallen(event):
    return RevisionNotice.objects.create(
        event=event, later=make_claim(event=event), earlier=make_claim(event=event),
        reason="They said 70, then 12.", downward=True, detector="rules 1",
    )  # fmt: skip


def test_pages_follow_each_other_without_gap_or_repetition(client, olena, monkeypatch):
    monkeypatch.setattr(pair_queue, "ROWS_SHOWN", 2)
    groups = [accused(make_event(), number)[0] for number in (5, 4, 3, 2, 1)]
    ContradictionGroup.objects.update(rank=2_000.1)  # all alike: the latest made first
    wanted = sorted(groups, key=lambda pair: -pair.group_id)

    found, address = [], QUEUE
    while address:
        answer = client.get(address)
        found += leads(answer)
        later = answer.context["later"]
        address = QUEUE + later if later else ""

    assert found == wanted


@pytest.mark.parametrize(
    "after", ["", "x", "nan_1", "inf_1", "1.5", "1.5_x", "1.5_" + "9" * 40, "_", "1.5_\u0661"]
)
def test_a_tampered_place_is_the_beginning(client, olena, after):
    pairs = accused(make_event(), 1)

    assert leads(client.get(QUEUE, {"after": after})) == pairs


def test_the_queue_is_filtered_by_what_the_address_says(client, olena):
    event = make_event()
    (here,), (count,) = accused(event, 1), accused(make_event(), 1, kind="count")
    Threshold.objects.update_or_create(kind="cause", defaults={"score": 0.5})
    (below,) = accused(make_event(), 1, kind="cause", score=0.4)

    assert leads(client.get(QUEUE, {"event": event.slug})) == [here]
    assert leads(client.get(QUEUE, {"kind": "count"})) == [count]
    assert leads(client.get(QUEUE, {"kind": "invented"})) == []
    assert leads(client.get(QUEUE, {"event": "nowhere"})) == []
    assert leads(client.get(QUEUE, {"below": "1"})) == [below]
    assert below not in leads(client.get(QUEUE))


@pytest.mark.parametrize("sent", ["a\x00b", "\ud800", "'; --", "9" * 5_000])
@pytest.mark.parametrize("name", ["event", "kind", "below", "after"])
def test_a_tampered_filter_breaks_nothing(client, olena, name, sent):
    accused(make_event(), 1)

    assert client.get(QUEUE, {name: sent.encode("utf-8", "surrogatepass")}).status_code in {
        200, 400, 404,
    }  # fmt: skip


def test_another_teams_pairs_are_not_in_ones_queue(client, olena):
    (pair,) = accused(make_event(), 1)
    pair.event.team.add(make_user())

    assert leads(client.get(QUEUE)) == []


def test_the_place_of_a_pair_counts_rows_and_its_company_is_shown(client, olena):
    five, one = accused(make_event(), 5), accused(make_event(), 1)

    shown = client.get(page(five[2]))

    place, company = shown.context["place"], shown.context["company"]
    assert (place.number, place.total, place.following, place.previous) == ("1", "2", one, None)
    assert company.others == [five[0], five[1], five[3], five[4]]
    assert (company.waiting, company.more) == (5, 0)
    assert "Confirm all 5…" in shown.text


def test_one_decision_leads_to_the_next_that_says_the_same_then_to_the_next_row(client, olena):
    two, one = accused(make_event(), 2), accused(make_event(), 1)

    answers = []
    for pair in (*two, *one):
        pair.refresh_from_db()
        given = {"row_version": pair.row_version}
        answers.append(client.post(page(pair, "decide", "confirm"), given).url)

    assert answers == [page(two[1]), page(one[0]), reverse("admin:index")]


def test_the_preview_lists_what_it_touches_and_the_decision_goes_on_to_the_next(client, olena):
    pairs, other = accused(make_event(), 3), accused(make_event(), 1)
    address = page(pairs[0], "decide", "dismiss-group") + f"?event={other[0].event.slug}"

    shown = client.get(address)
    form = shown.context["form"]
    assert form.touched == pairs
    given = {"row_version": pairs[0].row_version, "seen": form["seen"].value(),
             "reason": "different_time", "note": "Last year."}  # fmt: skip
    answer = client.post(address, given)

    assert answer.url == page(other[0]) + f"?event={other[0].event.slug}"
    assert {pair.state for pair in pairs[0].group.pairs.all()} == {"dismissed"}


def test_of_more_pairs_than_one_decision_touches_the_page_says_how_many_are_left(
    client, olena, monkeypatch
):
    for module in (group_decisions, group_forms, pair_queue):
        monkeypatch.setattr(module, "MOST", 2)
    pairs = accused(make_event(), 3)
    shown = client.get(page(pairs[0])).content.decode()
    assert "Dismiss the first 2 of 3…" in shown
    address = page(pairs[0], "decide", "dismiss-group")
    form = client.get(address).context["form"]
    sent = {name: form[name].value() for name in ("seen", "row_version")}

    answer = client.post(address, sent | {"reason": "different_time"}, follow=True)

    told = answer.content.decode()
    assert "The pairs are dismissed." in told
    assert "Still open in the group: 1." in told


def test_a_preview_that_is_no_longer_true_is_shown_anew_and_then_taken(client, olena):
    pairs = accused(make_event(), 2)
    address = page(pairs[0], "decide", "confirm-group")
    given = {"row_version": pairs[0].row_version,
             "seen": client.get(address).context["form"]["seen"].value()}  # fmt: skip
    accused(pairs[0].event, 1)
    later = make_claim(event=pairs[0].event, statement="Nobody fired", stance="denies")
    contradictions.flag(
        pairs[0].first, later, by=make_user(), reason="Both speak of it.", kind=pairs[0].kind
    )

    refused = client.post(address, given)
    assert refused.status_code == 400
    assert "The pairs have changed since you looked" in refused.text
    form = refused.context["form"]
    client.post(address, given | {"seen": form["seen"].value()})

    assert group_of(pairs[0]).waiting == 0


def test_what_was_decided_together_is_taken_back_together(client, olena):
    pairs = accused(make_event(), 3)
    address = page(pairs[0], "decide", "confirm-group")
    client.post(address, {"row_version": pairs[0].row_version,
                          "seen": client.get(address).context["form"]["seen"].value()})  # fmt: skip
    pairs[1].refresh_from_db()

    shown = client.get(page(pairs[1]))
    assert "Look at all 3 again…" in shown.text
    back = page(pairs[1], "decide", "reopen-group")
    given = {"row_version": pairs[1].row_version, "note": "Too soon.",
             "seen": client.get(back).context["form"]["seen"].value()}  # fmt: skip
    assert client.post(back, given).url == page(pairs[1])

    assert set(Contradiction.objects.values_list("state", "decision_note")) == {
        ("open", "Too soon.")
    }


def test_a_pair_that_came_back_says_so(client, olena):
    (pair,) = accused(make_event(), 1)
    Contradiction.objects.update(returned_at=pair.created_at)

    assert "because a side has changed" in client.get(page(pair)).text


def test_a_fallen_figure_is_shown_with_the_queue_and_on_both_claims(client, olena):
    notice = fallen(make_event())

    assert "They said 70, then 12." in client.get(QUEUE).text
    for claim in (notice.later, notice.earlier):
        shown = client.get(reverse("admin:claims_claim_change", args=[claim.pk])).text
        assert "figure fell" in shown and "They said 70, then 12." in shown
    given = {"row_version": notice.row_version}
    address = reverse("admin:claims_revisionnotice_decide", args=[notice.pk, "see"])
    assert client.post(address, given).status_code == 302
    assert list(notices.fallen(olena)) == []
    assert "They said 70, then 12." not in client.get(QUEUE).text
