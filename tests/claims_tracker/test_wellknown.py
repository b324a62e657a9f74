"""What browsers and search engines ask for unbidden."""

from urllib.robotparser import RobotFileParser

import pytest

from tests.factories import make_claim


@pytest.mark.django_db
def test_public_pages_may_be_crawled_and_the_desk_may_not(client):
    claim = make_claim()
    response = client.get("/robots.txt")
    rules = RobotFileParser()
    rules.parse(response.text.splitlines())

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    for path in ("/", claim.get_absolute_url(), claim.event.get_absolute_url(), "/api/v1/claims/"):
        assert rules.can_fetch("AnyBot", path), path
    for path in ("/admin/", "/admin/claims/claim/", "/accounts/login/", "/search/?q=a"):
        assert not rules.can_fetch("AnyBot", path), path


@pytest.mark.django_db
def test_the_icon_is_the_one_that_pages_link(client):
    response = client.get("/favicon.ico")

    assert response.status_code == 302
    assert f'<link rel="icon" type="image/svg+xml" href="{response["Location"]}">' in (
        client.get("/").text
    )


@pytest.mark.parametrize("path", ["/robots.txt", "/favicon.ico"])
def test_they_are_cached_cost_no_query_and_take_no_post(client, path):
    response = client.get(path)

    assert response["Cache-Control"] == "public, max-age=86400"
    assert not response.cookies
    assert client.post(path).status_code == 405
