import gzip

import pytest
from django.test import Client

from tests.browser.scene import pages
from tests.factories import make_claim, make_event, make_user


def test_every_page_can_be_kept_by_anybody_and_sets_no_cookie(client, scene):
    for name, address in pages(scene).items():
        response = client.get(address)

        assert response["Cache-Control"] == "public, max-age=60", name
        assert "Cookie" not in response.get("Vary", ""), name
        assert not response.cookies, name
        assert response["ETag"], name


def test_an_unchanged_page_is_not_sent_twice_and_a_changed_one_is(client, db):
    event = make_event()
    address = event.get_absolute_url()
    tag = client.get(address)["ETag"]

    again = client.get(address, headers={"If-None-Match": tag})
    make_claim(event=event)
    changed = client.get(address, headers={"If-None-Match": tag})

    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200
    assert changed["ETag"] != tag


def test_a_page_is_the_same_for_an_editor_who_is_logged_in(scene):
    anonymous, editor = Client(), Client()
    editor.force_login(make_user("administrator", is_superuser=True))

    for name, address in pages(scene).items():
        assert anonymous.get(address).content == editor.get(address).content, name


def test_pages_answer_head_and_refuse_to_be_written_to(client, db):
    address = make_event().get_absolute_url()

    assert client.head(address).status_code == 200
    assert client.head(address).content == b""
    assert client.post(address).status_code == 405


def test_pages_are_sent_compressed_to_those_who_take_it(client, scene):
    response = client.get(scene.event.get_absolute_url(), headers={"Accept-Encoding": "gzip"})

    assert response["Content-Encoding"] == "gzip"
    assert b"What is disputed" in gzip.decompress(response.content)


@pytest.mark.parametrize(
    "query",
    ["order=sideways", "status=true", "after=clm_nowhere", "before=clm_nowhere", "order=%F0%9F"],
)
def test_an_address_that_no_form_of_ours_makes_is_refused_in_words(client, db, query):
    response = client.get(f"{make_event().get_absolute_url()}?{query}")

    assert response.status_code == 400
    assert "We do not understand this address" in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/?after=evt_nowhere",
        "/corrections/?before=x",
        "/corrections/?before=99999999999999999999",
        "/search/?q=a&after=clm_nowhere",
        f"/search/?q={'x' * 301}",
    ],
)
def test_other_lists_refuse_it_too(client, db, address):
    assert client.get(address).status_code == 400


@pytest.mark.parametrize("query", ["' OR 1=1 --", '"unbalanced', "a & | ! b", "%", "\\", "-", "or"])
def test_any_words_can_be_searched_for(client, scene, query):
    assert client.get("/search/", {"q": query}).status_code == 200


def test_the_security_policy_allows_nothing_from_elsewhere(client, db):
    policy = client.get("/")["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy and "http" not in policy
