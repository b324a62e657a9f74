"""No page asks the database more often because it has more to show."""

import pytest

from claims.choices import Stance, Status
from events.actors import directory
from tests.browser.scene import decide
from tests.factories import (
    make_claim,
    make_contradiction,
    make_event,
    make_question,
    make_quote,
    make_version,
)

pytestmark = pytest.mark.django_db


def filled(rows, **fields):
    """An event in which everything that a page shows is there ``rows`` times."""
    event = make_event(**fields)
    for number in range(rows):
        question = make_question(event=event, dispute_key=f"d{number}")
        asserted = make_claim(event=event, question=question)
        denied = make_claim(event=event, question=question, stance=Stance.DENIES)
        make_claim(event=event, made_at="")
        make_contradiction(event=event, first=asserted, second=denied)
        make_contradiction(event=event, severity="tension")
        make_quote(asserted, "burnt", make_version("It was burnt.", event=event))
        decide(asserted, Status.VERIFIED)
    return event


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(
    ("query", "queries"),
    [("order=oldest", 12), ("order=newest", 13), ("order=oldest&status=verified", 12)],
)
def test_an_event_page_costs_the_same(client, django_assert_num_queries, rows, query, queries):
    address = f"{filled(rows).get_absolute_url()}?{query}"

    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_a_later_page_of_an_event_costs_one_query_more(client, django_assert_num_queries, rows):
    event = filled(rows)
    after = event.claims.order_by("sort_at", "pk")[0].public_id

    with django_assert_num_queries(14):
        client.get(f"{event.get_absolute_url()}?order=newest&after={after}")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_front_page_costs_the_same(client, django_assert_num_queries, rows):
    for _ in range(rows):
        filled(rows)
        make_claim()

    with django_assert_num_queries(4):
        assert client.get("/").status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_a_claim_page_costs_the_same(client, django_assert_num_queries, rows):
    event = make_event()
    claim = make_claim(event=event)
    for _ in range(rows):
        make_contradiction(event=event, first=claim)
        make_contradiction(event=event, first=claim, severity="tension")
        make_quote(claim, "burnt", make_version("It was burnt.", event=event))
        make_claim(event=event, revises=claim)
        decide(claim, Status.INCONCLUSIVE)

    with django_assert_num_queries(13):
        assert client.get(claim.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_of_a_pair_costs_the_same(client, django_assert_num_queries, rows):
    pair = make_contradiction()
    for _ in range(rows):
        make_contradiction(event=pair.event, first=pair.first)
        make_quote(pair.first, "burnt", make_version("It was burnt.", event=pair.event))
    directory()

    with django_assert_num_queries(11):
        assert client.get(pair.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_an_actor_page_costs_the_same(client, django_assert_num_queries, rows):
    claim = make_claim()
    for _ in range(rows):
        make_contradiction(event=claim.event, first=claim)
        make_claim(event=claim.event, claimant=claim.claimant)

    with django_assert_num_queries(11):
        assert client.get(claim.claimant.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_an_outlet_page_costs_the_same(client, django_assert_num_queries, rows):
    claim = make_claim()
    outlet = claim.quotes.get().version.article.outlet
    for _ in range(rows):
        make_quote(claim, "burnt", make_version("It was burnt.", outlet=outlet, event=claim.event))

    with django_assert_num_queries(4):
        assert client.get(outlet.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_a_search_costs_the_same(client, django_assert_num_queries, rows):
    for _ in range(rows):
        make_claim(statement="the mill was burnt")

    with django_assert_num_queries(6):
        assert client.get("/search/?q=mill").status_code == 200


@pytest.mark.parametrize(
    ("address", "queries"), [("/corrections/", 1), ("/about/statuses/", 0), ("/about/method/", 0)]
)
def test_plain_pages_cost_next_to_nothing(client, django_assert_num_queries, address, queries):
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200
