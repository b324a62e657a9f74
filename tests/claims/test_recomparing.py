"""Comparing stored claims anew shows what it would change, and changes it only when told to."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims import contradictions, recomparing
from claims.choices import ContradictionState, DismissalReason
from claims.models import Claim, Contradiction, RevisionNotice
from claims.synthetic.seeding import make_cast, seed_event
from events.actors import directory
from tests.claims.test_comparisons import SEVENTY, TWELVE
from tests.claims.test_notices import figures
from tests.factories import make_event, make_user

pytestmark = pytest.mark.django_db
NOT_APPLIED = "Nothing is changed; with --apply it would be."
SIZE = 100  # five questions, a planted pair each


@pytest.fixture
def event():
    return seed_event(0, SIZE, seed=1, cast=make_cast(), public=False)


def run(*words):
    out = StringIO()
    call_command("compare_anew", *words, stdout=out)
    return out.getvalue().splitlines()


def test_what_would_be_new_is_shown_and_nothing_is_kept(event):
    lines = run()

    assert len([line for line in lines if line.startswith(f"{event.slug}: new ")]) == SIZE // 20
    assert lines[-1] == f"100 claims compared: 5 new, 0 gone, 0 changed. {NOT_APPLIED}"
    assert not Contradiction.objects.exists()


def test_once_applied_there_is_nothing_left_to_change(event):
    told = [json.loads(line) for line in run("--event", event.slug, "--apply", "--json")]

    assert {one["what"] for one in told} == {"new"}
    assert sorted(one["reason"] for one in told) == sorted(
        Contradiction.objects.values_list("reason", flat=True)
    )
    assert run() == [f"100 claims compared: 0 new, 0 gone, 0 changed. {NOT_APPLIED}"]


def test_a_pair_across_two_batches_is_told_once(event, monkeypatch):
    monkeypatch.setattr(recomparing, "BATCH", 7)

    assert run()[-1].startswith("100 claims compared: 5 new, 0 gone, 0 changed.")
    assert run("--apply")[-1].startswith("100 claims compared: 5 new, 0 gone, 0 changed.")


def test_what_is_no_longer_found_is_gone_and_decisions_stay(event):
    run("--apply")
    kept, dismissed, open_pair, *_ = Contradiction.objects.order_by("pk")
    contradictions.confirm(kept, by=make_user())
    contradictions.dismiss(dismissed, by=make_user(), reason=DismissalReason.DIFFERENT_TIME)
    claims = {pk for pair in (kept, open_pair) for pk in (pair.first_id, pair.second_id)}
    Claim.objects.filter(pk__in=claims).update(stance="no_comment")

    lines = run("--apply")

    assert lines[-1] == "100 claims compared: 0 new, 1 gone, 0 changed. Done."
    states = [Contradiction.objects.get(pk=pair.pk).state for pair in (kept, dismissed, open_pair)]
    assert states == [
        ContradictionState.CONFIRMED,
        ContradictionState.DISMISSED,
        ContradictionState.RESOLVED,
    ]
    assert recomparing.compare_anew(event, list(claims), directory(), apply=True) == []


def test_a_side_without_its_question_is_not_left_out(event):
    run("--apply")
    pair, *_ = Contradiction.objects.order_by("pk")
    Claim.objects.filter(pk=pair.second_id).update(question=None)

    lines = run("--apply")

    assert lines[-1] == "100 claims compared: 0 new, 1 gone, 0 changed. Done."
    pair.refresh_from_db()
    assert pair.state == ContradictionState.RESOLVED


def test_a_pair_with_a_rejected_side_is_gone(event):
    run("--apply")
    pair, *_ = Contradiction.objects.order_by("pk")
    Claim.objects.filter(pk=pair.first_id).update(
        review="rejected", published_by=None, published_at=None
    )

    assert run()[-1] == f"100 claims compared: 0 new, 1 gone, 0 changed. {NOT_APPLIED}"


def test_revisions_and_fallen_figures_are_part_of_the_difference():
    first, second = figures(make_event(), (SEVENTY, 70), (TWELVE, 12))

    told = [json.loads(line) for line in run("--event", first.event.slug, "--json")]
    assert [(one["what"], one["kind"], one["severity"]) for one in told] == [
        ("new", "revision", "notice")
    ]
    assert not RevisionNotice.objects.exists()

    run("--event", first.event.slug, "--apply")
    Claim.objects.filter(pk=second.pk).update(question=None)
    last = run("--event", first.event.slug)[-1]
    assert last == f"2 claims compared: 0 new, 1 gone, 0 changed. {NOT_APPLIED}"


def test_an_unknown_event_is_refused_in_words():
    with pytest.raises(CommandError, match="There is no event “nowhere”"):
        run("--event", "nowhere")
