"""What explains the API: a valid schema, a docs page of our own, limits and problems."""

import json
import re
import urllib.request

import pytest
from openapi_spec_validator import validate

from tests.factories import make_contradiction

pytestmark = pytest.mark.django_db


def schema(client) -> dict:
    response = client.get("/api/v1/schema/?format=json")
    assert response.status_code == 200
    return json.loads(response.content)


def test_the_schema_is_openapi_3_1_and_valid(client):
    found = schema(client)

    assert found["openapi"].startswith("3.1")
    validate(found)


def test_every_endpoint_of_the_schema_answers_as_it_says(client):
    pair = make_contradiction()
    keys = {"slug": pair.event.slug, "id": pair.public_id, "code": "invalid"}
    for path, operations in schema(client)["paths"].items():
        if "get" not in operations or "{" in path.removesuffix("{slug}/"):
            continue
        if "{" in path and "/events/" not in path:
            continue
        response = client.get(path.format(**keys))
        assert response.status_code in {200, 401}, path
        assert response.headers["Content-Type"].startswith("application/"), path


@pytest.mark.parametrize("path", ["/api/v1/docs/", "/api/v1/docs/try/"])
def test_the_docs_pages_load_nothing_from_elsewhere(client, path):
    page = client.get(path)

    loaded = re.findall(r'<(?:script|link rel="(?:icon|stylesheet)"|img)[^>]+(?:src|href)="([^"]+)"',
                        page.text)  # fmt: skip
    assert len(loaded) > 2
    assert all(address.startswith("/") for address in loaded), loaded
    assert "script-src 'self'" in page["Content-Security-Policy"]
    assert "<script>" not in page.text
    assert "<style>" not in page.text


def test_the_plain_docs_name_every_address_parameter_and_field_of_the_schema(client):
    pair = make_contradiction()
    found = schema(client)
    shown = client.get("/api/v1/docs/")

    assert "unsafe" not in shown["Content-Security-Policy"]
    assert "<script" not in shown.text
    assert f"/api/v1/contradictions/?event={pair.event.slug}" in shown.text
    for path, operations in found["paths"].items():
        assert f"<code>{path}</code>" in shown.text
        for operation in operations.values():
            for parameter in operation.get("parameters", ()):
                assert f"<code>{parameter['name']}</code>" in shown.text
    for field in found["components"]["schemas"]["Claim"]["properties"]:
        assert f"<code>{field}</code>" in shown.text
    ids = re.findall(r' id="([^"]+)"', shown.text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', shown.text)) <= set(ids)


def test_every_example_of_the_plain_docs_answers(client):
    make_contradiction()
    examples = re.findall(r'Example: <a href="([^"]+)">', client.get("/api/v1/docs/").text)

    assert len(examples) > 8
    for address in examples:
        assert client.get(address).status_code == 200, address


def test_limits_are_told_and_cost_nothing(client, settings):
    settings.API_LIMITS = {"anonymous": 1, "token": 2}
    for _ in range(3):
        answer = client.get("/api/v1/limits/")
        assert answer.status_code == 200
    assert answer.json()["requests"] == {"anonymous": 1, "token": 2}


def test_the_root_leads_to_every_list(client):
    for name, address in client.get("/api/v1/").json().items():
        status = client.get(address.partition("127.0.0.1:8000")[2]).status_code
        assert status == (401 if name == "ingests" else 200), name


def test_pages_name_their_json_and_json_its_page(client):
    pair = make_contradiction()
    for path in (
        pair.get_absolute_url(),
        pair.event.get_absolute_url(),
        pair.first.get_absolute_url(),
        pair.first.claimant.get_absolute_url(),
    ):
        page = client.get(path).content.decode()
        found = re.search(
            r'<link rel="alternate" type="application/json"[^>]* href="([^"]+)"', page
        )
        assert found, path
        row = client.get(re.sub(r"^https?://[^/]+", "", found[1])).json()
        assert row["url"].endswith(path)


def test_five_lines_say_who_contradicts_whom(live_server):
    pair = make_contradiction()
    with urllib.request.urlopen(
        f"{live_server.url}/api/v1/contradictions/?event={pair.event.slug}"
    ) as answer:
        [row] = json.load(answer)["results"]

    assert row["first"]["claimant"]["name"] == pair.first.claimant.name
    assert row["reason"] == pair.reason
