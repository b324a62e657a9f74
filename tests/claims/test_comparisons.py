import pytest

from claims import comparisons, contradictions, receivers, tasks
from claims.choices import ContradictionState, DismissalReason, Lifecycle, Review
from claims.comparisons import compare_claims
from claims.models import Claim, Contradiction
from claims.signals import claim_edited
from claims.storing import store
from claims.values import Count
from events.directory import Directory
from tests.claims.readers import KYIV, MINISTRY, killed
from tests.factories import make_claim, make_event, make_question, make_user, make_version

pytestmark = pytest.mark.django_db

TEXT = "It said that 70 attackers were killed. The other side said 12 attackers were killed."
SEVENTY, TWELVE = "70 attackers were killed", "12 attackers were killed"


@pytest.fixture
def event():
    return make_event()


def read(event, words, number, claimant, version=None):
    """Store one claim; returns it."""
    version = version or make_version(TEXT)
    one = killed(version.text, words, Count(number, number), claimant)
    outcome = store(event, version, [one], reader="reader 1")
    return Claim.objects.get(pk=outcome.claims[0])


def both(event):
    """Two claims that cannot both be true."""
    return read(event, SEVENTY, 70, MINISTRY), read(event, TWELVE, 12, KYIV)


def compare(event, *claims):
    return compare_claims(event, [claim.pk for claim in claims], Directory())


def test_two_figures_that_cannot_both_be_right_are_flagged_once(event):
    first, second = both(event)

    assert compare(event, second) == {"found": 1}
    assert compare(event, first, second) == {"found": 1}

    pair = Contradiction.objects.get()
    assert (pair.first, pair.second, pair.state) == (first, second, ContradictionState.OPEN)
    assert SEVENTY in pair.reason and TWELVE in pair.reason
    assert pair.detector


def test_comparing_again_writes_nothing(event):
    compare(event, *both(event))
    before = Contradiction.objects.get().row_version

    compare(event, *Claim.objects.all())

    assert Contradiction.objects.get().row_version == before


def test_claims_of_other_events_and_those_put_aside_are_not_compared(event):
    first, second = both(event)
    Claim.objects.filter(pk=first.pk).update(review=Review.REJECTED)
    read(make_event(), SEVENTY, 70, MINISTRY)

    assert compare(event, second) == {}


def test_a_dismissed_pair_stays_dismissed_until_a_side_changes(event):
    first, second = both(event)
    compare(event, first, second)
    pair = Contradiction.objects.get()
    contradictions.dismiss(pair, by=make_user(), reason=DismissalReason.DIFFERENT_TIME)

    compare(event, first, second)
    pair.refresh_from_db()
    assert pair.state == ContradictionState.DISMISSED

    Claim.objects.filter(pk=second.pk).update(count_low=13, count_high=13)
    compare(event, second)
    pair.refresh_from_db()
    assert (pair.state, pair.dismissal_reason, pair.decided_by) == (
        ContradictionState.OPEN,
        "",
        None,
    )


def test_a_pair_that_comes_back_says_when(event):
    first, second = both(event)
    compare(event, first, second)
    pair = Contradiction.objects.get()
    assert pair.returned_at is None
    contradictions.dismiss(pair, by=make_user(), reason=DismissalReason.DIFFERENT_TIME)

    Claim.objects.filter(pk=second.pk).update(count_low=13, count_high=13)
    compare(event, second)

    pair.refresh_from_db()
    assert pair.returned_at > pair.created_at
    assert pair.group.fresh_at == pair.returned_at


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize(
    ("fallen", "stands"),
    [
        ({"review": Review.REJECTED}, {"review": Review.PROPOSED}),
        ({"lifecycle": Lifecycle.RETRACTED}, {"lifecycle": Lifecycle.CURRENT}),
    ],
)
def test_an_open_pair_leaves_the_queue_with_its_claim_and_comes_back_with_it(
    event, side, fallen, stands
):
    sides = both(event)
    compare(event, *sides)
    pair = Contradiction.objects.get()

    Claim.objects.filter(pk=sides[side].pk).update(**fallen)
    compare(event, sides[side])
    pair.refresh_from_db()
    assert (pair.state, pair.group.waiting) == (ContradictionState.RESOLVED, 0)
    assert "A claim of it was rejected" in pair.decision_note

    Claim.objects.filter(pk=sides[side].pk).update(**stands)
    compare(event, sides[side])
    pair = Contradiction.objects.get()
    assert (pair.state, pair.group.waiting) == (ContradictionState.OPEN, 1)


def test_what_was_decided_stays_when_a_claim_is_rejected(event):
    sides = both(event)
    compare(event, *sides)
    contradictions.confirm(Contradiction.objects.get(), by=make_user())
    Claim.objects.filter(pk=sides[0].pk).update(review=Review.REJECTED)

    compare(event, sides[0])

    assert Contradiction.objects.get().state == ContradictionState.CONFIRMED


def test_a_confirmed_pair_is_left_to_the_editors(event):
    first, second = both(event)
    compare(event, first, second)
    pair = contradictions.confirm(Contradiction.objects.get(), by=make_user())
    Claim.objects.filter(pk=second.pk).update(count_low=70, count_high=70)

    compare(event, second)

    pair.refresh_from_db()
    assert pair.state == ContradictionState.CONFIRMED


def test_a_pair_that_is_none_any_more_is_put_aside_and_comes_back(event):
    first, second = both(event)
    compare(event, first, second)
    Claim.objects.filter(pk=second.pk).update(count_low=70, count_high=70)

    compare(event, second)
    pair = Contradiction.objects.get()
    assert (pair.state, pair.decision_note[:15]) == (ContradictionState.RESOLVED, "No longer found")

    Claim.objects.filter(pk=second.pk).update(count_low=12, count_high=12)
    compare(event, second)
    pair.refresh_from_db()
    assert pair.state == ContradictionState.OPEN


def test_a_claim_moved_to_another_question_leaves_its_pairs(event):
    first, second = both(event)
    compare(event, first, second)
    Claim.objects.filter(pk=second.pk).update(question=None)

    compare(event, second)

    assert Contradiction.objects.get().state == ContradictionState.RESOLVED


def test_a_later_figure_of_the_same_claimant_revises_the_earlier(event):
    earlier = read(event, TWELVE, 12, MINISTRY)
    later = read(event, SEVENTY, 70, MINISTRY)
    for claim, day in ((earlier, "2023-05-22"), (later, "2023-05-23")):
        claim.made_at = day
        claim.save()

    assert compare(event, later) == {"revised": 1}

    for claim in (earlier, later):
        claim.refresh_from_db()
    assert (later.revises, earlier.lifecycle) == (earlier, Lifecycle.REVISED)
    assert not Contradiction.objects.exists()


def test_software_marks_no_published_claim_as_revised(event):
    earlier = read(event, TWELVE, 12, MINISTRY)
    later = read(event, SEVENTY, 70, MINISTRY)
    for claim, day in ((earlier, "2023-05-22"), (later, "2023-05-23")):
        claim.made_at = day
        claim.save()
    Claim.objects.filter(pk=earlier.pk).update(review=Review.PUBLISHED, published_by=make_user())

    compare(event, later)

    for claim in (earlier, later):
        claim.refresh_from_db()
    assert (later.revises, earlier.lifecycle) == (earlier, Lifecycle.CURRENT)


def test_the_cost_does_not_grow_with_the_event(event, django_assert_num_queries):
    first, second = both(event)
    compare(event, first, second)
    third = read(event, TWELVE, 12, KYIV, make_version("Again: 12 attackers were killed."))

    with django_assert_num_queries(13):
        compare(event, third)


@pytest.mark.parametrize("broker", [True, False])
def test_a_claim_that_an_editor_changed_is_compared_anew(event, monkeypatch, broker):
    sent = []
    monkeypatch.setattr(receivers, "send", lambda task, pk: sent.append((task, pk)) or broker)
    _, second = both(event)

    claim_edited.send(Claim, claim_id=second.pk)

    assert sent == [(tasks.compare.name, second.pk)]
    assert Contradiction.objects.exists() is not broker
    tasks.compare(second.pk)
    assert Contradiction.objects.count() == 1


def test_a_pair_on_record_is_not_put_aside_for_the_limit(event, monkeypatch):
    first, second = both(event)
    compare(event, first, second)
    for number in range(3):
        read(event, SEVENTY, 70, KYIV, make_version(f"{number}: {TEXT}"))
    monkeypatch.setattr(comparisons, "MOST_CANDIDATES", 1)

    compare(event, first)

    assert Contradiction.objects.get(first=first, second=second).state == ContradictionState.OPEN


def test_under_an_editors_question_a_no_parts_from_what_others_say(event):
    asked = make_question(event=event, text="Was the dam mined?", edited=True, dispute_key="dam")
    yes = make_claim(event=event, question=asked, statement="Charges lay in the gallery.")
    no = make_claim(event=event, question=asked, statement="All was in order.", stance="denies")
    also = make_claim(event=event, question=asked, statement="He saw the charges.")

    found = compare(event, yes, no, also)

    assert found["found"] == 2
    pairs = set(Contradiction.objects.values_list("first", "second"))
    assert pairs == {(yes.pk, no.pk), (no.pk, also.pk)}
