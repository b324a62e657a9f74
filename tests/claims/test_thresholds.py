"""What a threshold hides: said before it is set, and done when it is."""

import pytest

from claims.choices import ContradictionState, DismissalReason, Kind
from claims.models import Contradiction, ContradictionGroup, Threshold
from claims.permissions import NotAllowed
from claims.thresholds import ThresholdError, set_threshold
from claims.trust import Effect, Part, Record, effect
from tests.claims.test_triage import accused
from tests.factories import make_contradiction, make_event, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def threshold():
    return Threshold.objects.get_or_create(kind=Kind.INVOLVEMENT)[0]


def decided(state, *scores, **fields):
    why = DismissalReason.DIFFERENT_TIME if state == ContradictionState.DISMISSED else ""
    for score in scores:
        make_contradiction(state=state, score=score, dismissal_reason=why, **fields)


def test_the_effect_is_counted_on_past_decisions_and_open_finds():
    decided(ContradictionState.CONFIRMED, 0.5, 0.8, 0.9)
    decided(ContradictionState.CONFIRMED, 0.1, detector="")
    decided(ContradictionState.CONFIRMED, 0.1, kind=Kind.COUNT)
    decided(ContradictionState.DISMISSED, 0.3, 0.4, 0.6)
    decided(ContradictionState.OPEN, 0.2, 0.6)
    decided(ContradictionState.RESOLVED, 0.2)

    found = effect(Kind.INVOLVEMENT, 0.6)

    assert found == Effect(Kind.INVOLVEMENT, 0.6, Part(1, 3), Part(2, 3), Part(1, 2))
    assert found.kept == Record(Kind.INVOLVEMENT, "", 2, 1)
    assert found.shown == 1


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part(0, 0), "none"),
        (Part(1, 12), "1 of 12, 8 % (95 % sure of 1 to 35 %)"),
        (Part(5, 10), "5 of 10, 50 % (95 % sure of 24 to 76 %)"),
    ],
)
def test_a_part_speaks_in_words(part, words):
    assert part.words == words


def test_raised_it_takes_finds_out_of_the_queue_and_lowered_it_brings_them_back(threshold):
    administrator = make_user("administrator")
    low, high = accused(make_event(), 1, score=0.5), accused(make_event(), 2, score=0.9)
    other = accused(make_event(), 1, score=0.1, kind=Kind.COUNT)
    before = list(Contradiction.objects.order_by("pk").values_list("state", "row_version"))
    everything = {pair[0].group for pair in (low, high, other)}

    set_threshold(threshold, 0.6, by=administrator, reason="Too many false alarms.")
    assert set(ContradictionGroup.objects.waiting()) == {high[0].group, other[0].group}
    assert list(ContradictionGroup.objects.below_threshold()) == [low[0].group]

    set_threshold(threshold, 0.5, by=administrator)
    assert set(ContradictionGroup.objects.waiting()) == everything
    after = list(Contradiction.objects.order_by("pk").values_list("state", "row_version"))
    assert after == before, "the pairs themselves are as they were"


def test_who_set_it_and_why_is_kept(threshold):
    administrator = make_user("administrator")

    set_threshold(threshold, 0.3, by=administrator, reason="As agreed.")

    step = threshold.history.latest("pgh_id")
    assert (step.score, step.pgh_label) == (0.3, "update")
    assert step.pgh_context.metadata == {"user": administrator.pk, "reason": "As agreed."}


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_a_threshold_beyond_all_scores_is_refused_in_words(threshold, score):
    with pytest.raises(ThresholdError, match="between 0, which hides nothing, and 1"):
        set_threshold(threshold, score, by=make_user("administrator"))


@pytest.mark.parametrize("role", ["reporter", "editor", "reviewer"])
def test_only_administrators_set_it(threshold, role):
    with pytest.raises(NotAllowed, match="does not allow you to change thresholds"):
        set_threshold(threshold, 0.5, by=make_user(role))
