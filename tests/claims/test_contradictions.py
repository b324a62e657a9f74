"""Confirming and dismissing pairs, by what readers see of them."""

from typing import Any

import pytest

from claims import contradictions
from claims.choices import ContradictionState, DismissalReason, Kind, Severity
from claims.contradictions import ContradictionError
from claims.models import Change, Contradiction
from claims.permissions import NotAllowed
from tests.claims.lines import last_line, told
from tests.factories import make_claim, make_contradiction, make_event, make_user

pytestmark = pytest.mark.django_db
OPEN: dict[str, Any] = {"state": ContradictionState.OPEN}


def test_confirming_shows_the_pair_and_tells_both_sides_that_they_are_contested():
    editor = make_user("editor")
    pair = make_contradiction(**OPEN)

    contradictions.confirm(pair, by=editor, note="Both of the whole raid.")
    contradictions.confirm(pair, by=editor)

    pair.refresh_from_db()
    assert (pair.state, pair.decided_by) == (ContradictionState.CONFIRMED, editor)
    assert list(Contradiction.objects.public()) == [pair]
    assert told(pair) == ["published"]
    for side in (pair.first, pair.second):
        assert last_line(side).after["contested"] is True


def test_a_pair_of_unpublished_claims_is_confirmed_for_later_and_not_told():
    event = make_event()
    sides = [make_claim(event=event, review="proposed") for _ in range(2)]
    pair = make_contradiction(event=event, first=sides[0], second=sides[1], **OPEN)

    contradictions.confirm(pair, by=make_user("editor"))

    assert not Contradiction.objects.public().exists()
    assert not Change.objects.exists()


def test_a_dismissal_keeps_its_reason_and_is_not_told():
    editor = make_user("editor")
    pair = make_contradiction(**OPEN)

    pair = contradictions.dismiss(
        pair, by=editor, reason=DismissalReason.DIFFERENT_POPULATION, note="Civilians, attackers."
    )

    assert pair.state == ContradictionState.DISMISSED
    assert pair.dismissal_reason == "different_population"
    assert pair.decision_note == "Civilians, attackers."
    assert not Change.objects.filter(object_kind="contradiction").exists()


@pytest.mark.parametrize(
    ("reason", "note", "words"),
    [("", "", "from the list"), ("bored", "", "from the list"), ("other", " ", "needs a note")],
)
def test_a_dismissal_needs_its_reason(reason, note, words):
    pair = make_contradiction(**OPEN)

    with pytest.raises(ContradictionError, match=words):
        contradictions.dismiss(pair, by=make_user("editor"), reason=reason, note=note)

    pair.refresh_from_db()
    assert pair.state == ContradictionState.OPEN


def test_who_comes_second_is_told_what_the_first_decided():
    pair = make_contradiction(**OPEN)
    contradictions.confirm(pair, by=make_user("editor"))

    with pytest.raises(ContradictionError, match="already confirmed"):
        contradictions.dismiss(pair, by=make_user("editor"), reason="different_time")


def test_reopening_takes_the_pair_from_the_readers_with_the_reason():
    editor = make_user("editor")
    pair = contradictions.confirm(make_contradiction(**OPEN), by=editor)

    pair = contradictions.reopen(pair, by=editor, note="The dates differ.")

    assert (pair.state, pair.decided_by) == (ContradictionState.OPEN, None)
    assert told(pair) == ["published", "withdrawn"]
    last = last_line(pair)
    assert (last.after, last.summary) == (None, "The dates differ.")
    assert told(pair.first) == ["published", "changed"]


def test_a_person_flags_a_pair_once():
    editor = make_user("editor")
    first, second = make_claim(), make_claim()
    second.event = first.event
    second.save()
    words = "“70 were killed” against “nobody was”."

    pair = contradictions.flag(second, first, by=editor, reason=words, kind=Kind.COUNT)
    again = contradictions.flag(first, second, by=editor, reason=words)

    assert pair == again
    assert (pair.first, pair.second, pair.detector) == (first, second, "")
    assert (pair.state, pair.severity) == (ContradictionState.OPEN, Severity.CONTRADICTION)


@pytest.mark.parametrize(
    ("sides", "reason", "words"),
    [
        ("same", "Why.", "two different claims"),
        ("apart", "Why.", "of one event"),
        ("both", " ", "Say in a sentence"),
    ],
)
def test_a_flag_that_makes_no_pair_is_refused(sides, reason, words):
    claim = make_claim()
    others: dict[str, Any] = {
        "same": lambda: claim,
        "apart": make_claim,
        "both": lambda: make_claim(event=claim.event),
    }
    other = others[sides]()

    with pytest.raises(ContradictionError, match=words):
        contradictions.flag(claim, other, by=make_user("editor"), reason=reason)

    assert not Contradiction.objects.exists()


def test_the_team_of_an_event_keeps_others_out():
    pair = make_contradiction(**OPEN)
    pair.event.team.add(make_user("editor"))

    with pytest.raises(NotAllowed, match="Only the team of"):
        contradictions.confirm(pair, by=make_user("editor"))
