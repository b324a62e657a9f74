import gzip
import re
from pathlib import Path

import html5lib
import pytest
from django.conf import settings

from tests.browser.scene import pages
from tests.factories import make_actor, make_claim, make_event, make_question

STATIC = Path(settings.BASE_DIR) / "static"


def parsed(response):
    """The page as a tree; the strict parser refuses what is not valid HTML."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(
        response.content.decode()
    )


def test_every_page_is_valid_html_with_one_heading_and_no_id_twice(client, scene):
    for name, address in pages(scene).items():
        response = client.get(address)

        assert response.status_code == 200, name
        tree = parsed(response)
        ids = [node.get("id") for node in tree.iter() if node.get("id")]
        assert len(ids) == len(set(ids)), name
        assert len(tree.findall(".//h1")) == 1, name
        assert tree.get("lang") == "en", name


def test_every_link_within_a_page_leads_somewhere(client, scene):
    for name, address in pages(scene).items():
        tree = parsed(client.get(address))
        ids = {node.get("id") for node in tree.iter()}
        links = {node.get("href", "") for node in tree.iter("a")}

        assert {link[1:] for link in links if link.startswith("#")} <= ids, name


def test_every_link_to_another_page_of_ours_leads_to_one(client, scene):
    found = {}
    for address in pages(scene).values():
        tree = parsed(client.get(address))
        found |= {link.get("href", ""): address for link in tree.iter("a")}
    ours = {link for link in found if link.startswith("/") and not link.startswith("/api/")}

    assert {link: client.get(link).status_code for link in ours} == dict.fromkeys(ours, 200)


def test_a_fragment_of_another_page_is_there(client, scene):
    claim = scene.claims["denial"]
    question = claim.question.public_id
    crumbs = client.get(claim.get_absolute_url()).content.decode()
    event = client.get(scene.event.get_absolute_url()).content.decode()

    assert f"#{question}" in crumbs
    assert f'id="{question}"' in event


@pytest.mark.parametrize("address", ["/nowhere/", "/events/no-such-event/"])
def test_what_is_not_there_is_said_in_a_valid_page(client, db, address):
    response = client.get(address)

    assert response.status_code == 404
    assert parsed(response).findall(".//h1")


def test_no_page_holds_style_or_script_that_the_security_policy_would_refuse(client, scene):
    for name, address in pages(scene).items():
        for node in parsed(client.get(address)).iter():
            assert node.tag not in {"script", "style", "iframe", "img"}, name
            assert not [key for key in node.attrib if key == "style" or key.startswith("on")], name


def test_text_from_outside_is_shown_as_text(client, db):
    event = make_event(title="<script>alert(1)</script>", summary="<b>bold</b>", place="<i>")
    question = make_question(event=event, text="<u>Who?</u>")
    claim = make_claim(event=event, statement='"><img src=x onerror=alert(1)>', question=question)

    for address in (event.get_absolute_url(), claim.get_absolute_url(), "/", "/search/?q=img"):
        body = client.get(address).content.decode()
        assert not re.search(r"<(script|img|b|i|u)\b[^>]*>(alert|bold|Who|x)", body)
        assert "<img" not in body and "<script" not in body


def test_the_style_sheet_and_the_event_page_stay_small(client, scene):
    page = client.get(scene.event.get_absolute_url()).content

    assert len(gzip.compress((STATIC / "site.css").read_bytes())) <= 15_000
    assert len(gzip.compress(page)) <= 25_000
    assert page.count(b"</") < 2_500


def test_a_full_page_of_claims_stays_within_the_budgets(client, db):
    event = make_event(progress="closed")
    for number in range(52):
        make_claim(event=event, statement=f"shell number {number} hit the yard of the mill")

    response = client.get(event.get_absolute_url())
    page = response.content

    assert page.count(b'<li class="claim') == 50
    assert len(gzip.compress(page)) <= 25_000
    assert sum(1 for _ in parsed(response).iter()) <= 2_500


def test_a_board_full_to_the_last_place_stays_within_the_budgets(client, db):
    event = make_event()
    actors = [make_actor() for _ in range(7)]
    for _ in range(12):
        question = make_question(event=event)
        for actor in actors:
            make_claim(event=event, question=question, claimant=actor, quoted=False)

    page = client.get(event.get_absolute_url())

    assert page.content.count(b'<li class="position') == 4 * 6 + 8 * 3
    assert sum(1 for _ in parsed(page).iter()) <= 2_500
