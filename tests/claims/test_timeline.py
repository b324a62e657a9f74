import pytest

from claims.models import Claim
from claims.timeline import TimelineError, timeline
from tests.factories import make_claim, make_event

pytestmark = pytest.mark.django_db
TIMES = ["2023-05-22T10:00:00Z"] * 3 + ["2023-05-23", "2023-05-24T09:00:00Z", "", ""]


@pytest.fixture
def claims():
    event, claimant = make_event(), None
    return [make_claim(event=event, claimant=claimant, made_at=at, quoted=False) for at in TIMES]


def walk(claims, *, newest_first, size):
    """Every page from the first, as ids, and the way back from the last."""
    rows = Claim.objects.filter(pk__in=[claim.pk for claim in claims])
    pages = [timeline(rows, newest_first=newest_first, size=size)]
    while pages[-1].after:
        pages.append(timeline(rows, newest_first=newest_first, size=size, after=pages[-1].after))
    back = [pages[-1]]
    while back[-1].before:
        back.append(timeline(rows, newest_first=newest_first, size=size, before=back[-1].before))
    return pages, back


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50])
@pytest.mark.parametrize("newest_first", [False, True])
def test_each_claim_is_met_once_in_order_forth_and_back(claims, newest_first, size):
    dated, undated = claims[:5], claims[5:]
    wanted = [*(reversed(dated) if newest_first else dated), *undated]

    pages, back = walk(claims, newest_first=newest_first, size=size)

    assert [key for page in pages for key in page.keys] == [claim.pk for claim in wanted]
    assert sorted(key for page in back for key in page.keys) == sorted(c.pk for c in claims)
    assert pages[0].before == "" and pages[-1].after == ""


def test_a_claim_that_comes_in_moves_no_page(claims):
    rows = Claim.objects.filter(event=claims[0].event)
    first = timeline(rows, size=2)
    make_claim(event=claims[0].event, made_at="2023-05-21", quoted=False)

    second = timeline(rows, size=2, after=first.after)

    assert second.keys == (claims[2].pk, claims[3].pk)


def test_a_place_that_does_not_exist_is_refused(claims):
    with pytest.raises(TimelineError, match="no such place"):
        timeline(Claim.objects.all(), after="clm_nowhere")


def test_an_empty_list_has_no_neighbours():
    page = timeline(Claim.objects.none())

    assert (page.keys, page.before, page.after) == ((), "", "")


@pytest.mark.parametrize(("newest_first", "queries"), [(False, 2), (True, 3)])
def test_a_page_costs_the_same_however_deep(
    claims, django_assert_num_queries, newest_first, queries
):
    with django_assert_num_queries(queries):
        timeline(Claim.objects.all(), newest_first=newest_first, size=9, after=claims[1].public_id)
