"""What a program that asked wrongly is told to do instead."""

import pytest

pytestmark = pytest.mark.django_db


def detail_of(client, address: str, status: int = 404) -> str:
    """The words of the problem at an address."""
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    return response.json()["detail"]


def test_an_address_without_its_slash_is_answered_with_the_right_one(client):
    detail = detail_of(client, "/api/v1/claims")

    assert (
        detail
        == "There is nothing at /api/v1/claims. Try /api/v1/claims/, with a slash at its end."
    )
    for other in ("v1/no/such/thing", "v1/no/such/thing/", "v1/claims/clm_1//", "nowhere"):
        assert "Try" not in detail_of(client, f"/api/{other}")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("status=true", "“true” is none of: unverified, corroborated, "),
        ("contested=maybe", "“maybe” is none of: true, false."),
    ],
)
def test_a_word_outside_a_closed_list_is_answered_with_the_list(client, query, said):
    assert said in detail_of(client, f"/api/v1/claims/?{query}", 400)
