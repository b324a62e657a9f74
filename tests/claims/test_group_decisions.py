"""One decision on all pairs that say the same: whole or not at all, each with its history."""

import pytest

from claims import contradictions, group_decisions
from claims.choices import ContradictionState, Kind
from claims.contradictions import ContradictionError
from claims.group_decisions import decided_with, waiting_with
from claims.models import Contradiction, ContradictionGroup, Threshold
from claims.permissions import NotAllowed
from tests.claims.lines import told
from tests.claims.test_triage import accused
from tests.factories import make_event, make_user

pytestmark = pytest.mark.django_db


def seen(pairs):
    """The pairs as a preview shows them now."""
    return {pair.pk: pair.row_version for pair in Contradiction.objects.filter(
        pk__in=[one.pk for one in pairs])}  # fmt: skip


def states():
    return list(Contradiction.objects.order_by("pk").values_list("state", flat=True))


def test_all_are_confirmed_at_once_and_each_is_told():
    pairs = accused(make_event(), 3)
    editor = make_user()

    done = group_decisions.confirm_group(pairs[1], by=editor, seen=seen(pairs), note="Plain.")

    assert (done, states()) == (pairs, ["confirmed"] * 3)
    rows = Contradiction.objects.values_list("decided_by", "decided_at", "decision_note")
    assert len(set(rows)) == 1 and rows[0][0] == editor.pk
    assert [told(pair) for pair in pairs] == [["published"]] * 3
    contexts = {pair.history.latest("pgh_id").pgh_context_id for pair in pairs}
    assert len(contexts) == 1, "one decision, and its line in the history of each"


def test_all_are_dismissed_with_the_reason_and_taken_back_by_a_new_decision():
    pairs = accused(make_event(), 3)
    alone = contradictions.dismiss(pairs[0], by=make_user(), reason="different_event")
    editor = make_user()
    two = pairs[1:]

    group_decisions.dismiss_group(two[0], by=editor, seen=seen(two), reason="different_time")

    assert states() == ["dismissed"] * 3
    assert list(decided_with(Contradiction.objects.get(pk=two[1].pk))) == two
    group_decisions.reopen_group(
        Contradiction.objects.get(pk=two[1].pk), by=editor, seen=seen(two), note="One group."
    )
    assert states() == ["dismissed", "open", "open"], "what was decided alone stays"
    assert alone.group.pk == two[0].group_id
    group = ContradictionGroup.objects.get()
    assert (group.waiting, group.precedent) == (2, alone)


@pytest.mark.parametrize("what", ["fewer", "more", "older", "another"])
def test_what_the_person_did_not_see_is_not_decided(what):
    pairs = accused(make_event(), 3)
    shown = seen(pairs)
    if what == "fewer":
        shown.popitem()
    elif what == "more":
        shown |= {0: 1}
    elif what == "older":
        shown[pairs[0].pk] -= 1
    else:
        shown |= seen(accused(make_event(), 1))

    with pytest.raises(ContradictionError, match="The pairs have changed since you looked"):
        group_decisions.confirm_group(pairs[0], by=make_user(), seen=shown)

    assert set(states()) == {"open"}


@pytest.mark.parametrize(
    ("reason", "note", "words"),
    [("", "", "from the list"), ("bored", "", "from the list"), ("other", " ", "needs a note")],
)
def test_a_dismissal_of_all_needs_its_reason(reason, note, words):
    pairs = accused(make_event(), 2)

    with pytest.raises(ContradictionError, match=words):
        group_decisions.dismiss_group(
            pairs[0], by=make_user(), seen=seen(pairs), reason=reason, note=note
        )

    assert states() == ["open"] * 2


def test_pairs_of_another_team_are_not_touched():
    pairs = accused(make_event(), 2)
    pairs[0].event.team.add(make_user())

    with pytest.raises(NotAllowed, match="Only the team of"):
        group_decisions.confirm_group(pairs[0], by=make_user(), seen=seen(pairs))

    assert states() == ["open"] * 2


def test_a_pair_that_comes_later_is_open_and_knows_what_was_decided():
    event = make_event()
    (first,) = accused(event, 1)
    group_decisions.dismiss_group(
        first, by=make_user(), seen=seen([first]), reason="different_population"
    )

    (later,) = accused(event, 1)

    assert (later.state, later.group) == (ContradictionState.OPEN, first.group)
    assert ContradictionGroup.objects.get().precedent == first
    assert list(waiting_with(later)) == [later]


def test_a_very_large_group_is_decided_in_parts(monkeypatch):
    monkeypatch.setattr(group_decisions, "MOST", 2)
    pairs = accused(make_event(), 3)

    group_decisions.confirm_group(pairs[0], by=make_user(), seen=seen(pairs[:2]))

    assert states() == ["confirmed", "confirmed", "open"]


def test_what_a_threshold_keeps_out_of_the_queue_is_not_decided_with_what_waits():
    event = make_event()
    Threshold.objects.update_or_create(kind=Kind.INVOLVEMENT, defaults={"score": 0.7})
    low, high = accused(event, 2, score=0.6), accused(event, 2, score=0.8)
    (own,) = accused(event, 1, score=0.6, detector="")

    assert list(waiting_with(high[0])) == [*high, own]
    assert list(waiting_with(low[0])) == low

    group_decisions.confirm_group(own, by=make_user(), seen=seen([*high, own]))

    assert states() == ["open"] * 2 + ["confirmed"] * 3
    own.refresh_from_db()
    assert list(waiting_with(own)) == [], "nor does it come next, once the rest is decided"
