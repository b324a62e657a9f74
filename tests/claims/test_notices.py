"""A claimant's change of mind is noticed, once, and a fallen figure waits for an editor."""

import pytest

from claims import notices
from claims.choices import NoticeState, Review
from claims.models import Claim, Contradiction, RevisionNotice
from claims.notices import NoticeError
from claims.permissions import NotAllowed
from tests.claims.readers import MINISTRY
from tests.claims.test_comparisons import SEVENTY, TWELVE, compare, read
from tests.factories import make_event, make_user, make_version

pytestmark = pytest.mark.django_db
NINE = "9 attackers were killed"


@pytest.fixture
def event():
    return make_event()


def figures(event, *told):
    """Figures of one claimant, a day apart."""
    claims = []
    for day, (words, number) in enumerate(told, start=22):
        version = make_version(f"It said that {words}.", title=str(day))
        claim = read(event, words, number, MINISTRY, version)
        claim.made_at = f"2023-05-{day}"
        claim.save()
        claims.append(claim)
    return claims


def test_a_fallen_figure_is_noticed_once_and_is_no_contradiction(event):
    earlier, later = figures(event, (SEVENTY, 70), (TWELVE, 12))

    compare(event, later)
    before = RevisionNotice.objects.values().get()
    compare(event, earlier, later)

    notice = RevisionNotice.objects.get()
    assert RevisionNotice.objects.values().get() == before
    assert (notice.later, notice.earlier, notice.downward) == (later, earlier, True)
    assert "70 on 22 May 2023, then 12 on 23 May 2023" in notice.reason
    assert not Contradiction.objects.exists()
    assert list(notices.fallen(make_user())) == [notice]


def test_a_risen_figure_is_noticed_and_does_not_wait(event):
    earlier, later = figures(event, (TWELVE, 12), (SEVENTY, 70))

    compare(event, later)

    assert not RevisionNotice.objects.get().downward
    assert list(notices.fallen(make_user())) == []
    assert notices.about(earlier) == notices.about(later) == [RevisionNotice.objects.get()]


def test_published_claims_are_noticed_too(event):
    claims = figures(event, (SEVENTY, 70), (TWELVE, 12))
    Claim.objects.update(review=Review.PUBLISHED, published_by=make_user())

    compare(event, claims[1])

    assert RevisionNotice.objects.get().later == claims[1]
    assert not Claim.objects.exclude(revises=None).exists()


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_of_several_earlier_figures_the_last_is_noted(event, order):
    claims = figures(event, (SEVENTY, 70), (TWELVE, 12), (NINE, 9))

    for number in order:
        compare(event, claims[number])

    told = RevisionNotice.objects.order_by("later")
    assert [(one.later, one.earlier) for one in told] == [
        (claims[1], claims[0]), (claims[2], claims[1]),
    ]  # fmt: skip


def test_a_notice_that_is_true_no_more_is_gone_and_comes_back(event):
    earlier, later = figures(event, (SEVENTY, 70), (TWELVE, 12))
    compare(event, later)
    Claim.objects.filter(pk=later.pk).update(count_low=70, count_high=70)

    compare(event, later)
    assert RevisionNotice.objects.get().state == NoticeState.GONE
    with pytest.raises(NoticeError, match="no longer"):
        notices.see(RevisionNotice.objects.get(), by=make_user())

    Claim.objects.filter(pk=later.pk).update(count_low=12, count_high=12)
    compare(event, earlier)
    assert RevisionNotice.objects.get().state == NoticeState.OPEN


def test_what_was_seen_stays_seen_until_it_says_something_else(event):
    earlier, later = figures(event, (SEVENTY, 70), (TWELVE, 12))
    compare(event, later)
    editor = make_user()

    notice = notices.see(RevisionNotice.objects.get(), by=editor)
    compare(event, earlier, later)

    notice.refresh_from_db()
    assert (notice.state, notice.seen_by) == (NoticeState.SEEN, editor)
    Claim.objects.filter(pk=later.pk).update(count_low=11, count_high=11)
    compare(event, later)
    notice.refresh_from_db()
    assert (notice.state, notice.seen_by, notice.seen_at) == (NoticeState.OPEN, None, None)


def test_a_notice_of_another_team_is_left_alone(event):
    _, later = figures(event, (SEVENTY, 70), (TWELVE, 12))
    compare(event, later)
    event.team.add(make_user())
    other = make_user()

    assert list(notices.fallen(other)) == []
    with pytest.raises(NotAllowed, match="Only the team of"):
        notices.see(RevisionNotice.objects.get(), by=other)
