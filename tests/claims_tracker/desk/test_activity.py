"""The dashboard's look back: what came in lately, drawn and in numbers."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from claims.models import Claim
from claims_tracker.desk.activity import DAYS, PLOT, Day, bars, last_days
from tests.factories import make_claim, make_user

NUMBERS = st.integers(0, 10_000)
NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), max_size=DAYS))
def test_bars_stack_without_gap_and_never_leave_the_drawing(numbers):
    days = [Day(date(2026, 3, 1) + timedelta(n), *each) for n, each in enumerate(numbers)]

    for bar in bars(days):
        foot = float(PLOT)
        for _, height, top in bar.parts:
            assert top + height == pytest.approx(foot, abs=0.02)
            foot = top
        assert foot >= -0.02
    if any(day.all for day in days):
        assert min(top for bar in bars(days) for *_, top in bar.parts) == pytest.approx(0, abs=0.02)


@pytest.mark.django_db
def test_claims_are_counted_on_the_day_they_came_in_by_what_became_of_them(
    django_assert_num_queries,
):
    cache.clear()
    for review, ago in [("published", 0), ("rejected", 0), ("proposed", 13), ("published", 14)]:
        claim = make_claim(review=review)
        Claim.objects.filter(pk=claim.pk).update(created_at=NOW - timedelta(days=ago))

    with django_assert_num_queries(1):
        days = last_days(NOW)

    assert len(days) == DAYS
    assert days[-1] == Day(NOW.date(), published=1, set_aside=1)
    assert (days[0].waiting, days[0].all, sum(day.all for day in days)) == (1, 1, 3)
    with django_assert_num_queries(0):
        assert last_days(NOW) == days


@pytest.mark.django_db
def test_the_dashboard_has_the_drawing_and_its_numbers(client):
    cache.clear()
    make_claim(review="proposed")
    client.force_login(make_user("editor"))

    page = client.get(reverse("admin:index")).text

    assert page.count('<rect class="waiting"') == 1
    assert page.count('<th scope="row">') >= DAYS
