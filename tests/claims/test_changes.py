"""The public log: what is told, what is not, and that no reader can miss a line."""

import threading
from contextlib import closing
from typing import Any

import pytest
from django.db import connection, connections, transaction

from claims import changes, contradictions, event_publication, review
from claims.choices import ContradictionState, Review
from claims.models import Change, Claim
from events.choices import Visibility
from tests.claims.lines import last_line, told
from tests.factories import (
    make_claim,
    make_contradiction,
    make_event,
    make_question,
    make_user,
)


def record(kind: str, obj: Any, **fields: str) -> Any:
    """``changes.record``, whose line a test expects to be there."""
    return changes.record(kind, obj, **fields)


@pytest.mark.django_db
def test_nothing_is_told_of_what_neither_is_nor_was_public():
    for obj in (
        make_claim(review=Review.PROPOSED),
        make_claim(event=make_event(visibility=Visibility.DRAFT)),
        make_contradiction(state=ContradictionState.OPEN),
        make_question(),
    ):
        assert record("changed", obj) is None

    assert not Change.objects.exists()


@pytest.mark.django_db
def test_the_first_line_is_a_publication_and_the_last_a_tombstone():
    claim = make_claim()

    first = record("changed", claim)
    second = record("corrected", claim, summary="The place was misspelt.")
    Claim.objects.filter(pk=claim.pk).update(review=Review.REJECTED)
    third = record("changed", claim)
    fourth = record("changed", claim)

    assert [line.kind for line in (first, second, third)] == ["published", "corrected", "withdrawn"]
    assert [line.seq for line in (first, second, third)] == [1, 2, 3]
    assert (second.summary, third.after, fourth) == ("The place was misspelt.", None, None)
    assert first.at <= second.at <= third.at
    assert first.event == claim.event


@pytest.mark.django_db
def test_a_question_appears_and_goes_with_its_last_public_claim():
    editor = make_user("editor")
    event = make_event()
    question = make_question(event=event)
    claims = [make_claim(event=event, question=question, review=Review.PROPOSED) for _ in range(2)]
    for claim in claims:
        review.publish(claim, by=editor)
    assert told(question) == ["published"]

    for claim in claims:
        review.withdraw(claim, by=editor, reason="Misread.")

    assert told(question) == ["published", "withdrawn"]


@pytest.mark.django_db
def test_an_event_comes_and_goes_with_all_that_is_public_in_it():
    editor = make_user("editor")
    event = make_event(visibility=Visibility.DRAFT)
    pair = make_contradiction(event=event)
    hidden = make_claim(event=event, review=Review.PROPOSED)
    public = [event, pair, pair.first, pair.second, pair.first.claimant]

    event_publication.publish_event(event, by=editor)
    event_publication.publish_event(event, by=editor)
    assert [told(obj) for obj in public] == [["published"]] * 5
    assert told(hidden) == []

    event_publication.hide_event(event, by=editor, reason="Not safe yet.")
    assert [told(obj) for obj in public] == [["published", "withdrawn"]] * 5


@pytest.mark.django_db
def test_decisions_within_one_another_tell_each_object_once_and_as_it_ends():
    editor = make_user("editor")
    event = make_event()
    claims = [make_claim(event=event, review=Review.PROPOSED) for _ in range(3)]

    with changes.decision(editor):
        for claim in claims:
            review.publish(claim, by=editor)
        review.withdraw(claims[0], by=editor, reason="Misread.")
        assert not Change.objects.exists()

    assert [told(claim) for claim in claims] == [[], ["published"], ["published"]]


@pytest.mark.django_db
def test_what_a_failed_inner_decision_wanted_to_tell_is_forgotten():
    editor = make_user("editor")
    kept, lost = make_claim(), make_claim()
    for claim in (kept, lost):
        record("published", claim)

    with changes.decision(editor) as log:
        log.add("changed", kept)
        with pytest.raises(ZeroDivisionError):
            fail_within(editor, lost)

    assert (told(kept), told(lost)) == (["published", "changed"], ["published"])


@pytest.mark.django_db
def test_telling_of_many_costs_no_more_queries_than_of_few(django_assert_max_num_queries):
    costs = []
    for size in (2, 5):
        editor = make_user("editor")
        event = make_event(visibility=Visibility.DRAFT)
        question = make_question(event=event)
        for _ in range(size):
            pair = make_contradiction(event=event)
            Claim.objects.filter(pk=pair.first.pk).update(question=question)
        with django_assert_max_num_queries(100) as counted:
            event_publication.publish_event(event, by=editor)
        costs.append(len(counted))

    assert costs[0] == costs[1]
    assert Change.objects.filter(object_kind="contradiction").count() == 7


def fail_within(editor: Any, claim: Any) -> Any:
    with changes.decision(editor) as inner:
        inner.add("changed", claim)
        raise ZeroDivisionError


@pytest.mark.django_db
def test_a_clock_set_back_does_not_turn_the_log_around():
    claim = make_claim()
    Change.objects.create(
        seq=7, at="2999-01-01T00:00:00Z", kind="published", object_kind="claim", object_id="clm_x"
    )

    line = record("published", claim)

    assert (line.seq, line.at.year) == (8, 2999)


@pytest.mark.django_db(transaction=True)
def test_a_reader_who_polls_by_number_misses_no_line():
    """Four writers at once; the reader always goes on from the last number it has seen."""
    claims = [[make_claim() for _ in range(5)] for _ in range(4)]
    total = 4 * 5
    failures: list[BaseException] = []
    writing = threading.Barrier(5)

    def write(mine: Any) -> Any:
        with closing(connections["default"]):
            try:
                writing.wait(timeout=30)
                for claim in mine:
                    with transaction.atomic():
                        record("published", claim)
            except Exception as error:  # noqa: BLE001 - the test's thread tells it
                failures.append(error)

    threads = [threading.Thread(target=write, args=(mine,)) for mine in claims]
    for thread in threads:
        thread.start()
    writing.wait(timeout=30)
    seen: list[int] = []
    while len(seen) < total and (not failures):
        alive = any(thread.is_alive() for thread in threads)
        new = list(Change.objects.since(seen[-1] if seen else 0).values_list("seq", flat=True))
        seen += new
        if not alive and not new:
            break
    for thread in threads:
        thread.join(timeout=30)

    assert failures == []
    assert seen == list(range(1, total + 1))
    assert set(Change.objects.values_list("seq", flat=True)) == set(seen)


@pytest.mark.django_db(transaction=True)
def test_who_writes_second_waits_for_the_commit_of_the_first():
    """So a number is never seen before a smaller one."""
    first, second = make_claim(), make_claim()
    numbers = {}
    started = threading.Event()

    def write_second() -> Any:
        with closing(connections["default"]):
            started.set()
            numbers["second"] = record("published", second).seq

    thread = threading.Thread(target=write_second)
    with transaction.atomic():
        numbers["first"] = record("published", first).seq
        thread.start()
        started.wait(timeout=30)
        wait_until_somebody_waits_for_the_lock()
        assert "second" not in numbers
    thread.join(timeout=30)

    assert numbers == {"first": 1, "second": 2}


@pytest.mark.django_db(transaction=True)
def test_a_pair_confirmed_while_its_claim_is_withdrawn_leaves_nothing_behind():
    """The pair is told under the lock, so one of the two decisions always sees the other."""
    editor = make_user("editor")
    pair = make_contradiction(state=ContradictionState.OPEN)
    for claim in (pair.first, pair.second):
        record("published", claim)

    def withdraw() -> Any:
        with closing(connections["default"]):
            review.withdraw(pair.first, by=editor, reason="Misread.")

    thread = threading.Thread(target=withdraw)
    with changes.decision(editor):
        contradictions.confirm(pair, by=editor)
        changes.hold()
        thread.start()
        wait_until_somebody_waits_for_the_lock()
    thread.join(timeout=30)

    assert told(pair) == ["published", "withdrawn"]
    last = last_line(pair.second)
    assert last.after["contested"] is False


def wait_until_somebody_waits_for_the_lock() -> Any:
    """Ask the database, which knows who waits for an advisory lock."""
    waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    for _ in range(5000):
        with connection.cursor() as cursor:
            cursor.execute(waiting)
            if cursor.fetchone()[0]:
                return
    raise AssertionError("nobody came to wait for the lock")
