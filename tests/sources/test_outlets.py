import pytest

from sources.models import Outlet
from sources.outlets import outlet_named, outlet_of
from tests.factories import make_outlet

pytestmark = pytest.mark.django_db


def test_an_outlet_is_found_by_its_domain_and_its_subdomains():
    known = make_outlet(domains=["outlet.example"])

    for host in ("outlet.example", "www.outlet.example", "news.outlet.example"):
        assert outlet_of(f"https://{host}/1", name="Whatever") == known


def test_a_new_outlet_is_plain_and_for_its_whole_site():
    outlet = outlet_of("https://news.paper.co.uk/1")

    assert (outlet.name, outlet.domains, outlet.slug) == (
        "news.paper.co.uk",
        ["paper.co.uk"],
        "newspapercouk",
    )
    assert outlet_of("https://www.paper.co.uk/2") == outlet


def test_outlets_are_named_in_any_case_and_keep_their_slugs_apart():
    first, second = outlet_named("The Voice"), outlet_named("The Voice!")

    assert outlet_named(" the  voice ") == first
    assert [first.slug, second.slug] == ["the-voice", "the-voice-2"]


def test_a_merged_outlets_name_leads_to_the_one_that_stands_for_it():
    survivor = make_outlet()
    make_outlet(name="Old", domains=["old.example"], merged_into=survivor)

    assert outlet_named("old") == survivor
    assert Outlet.objects.filter(name="Old").count() == 1
