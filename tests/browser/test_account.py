"""A second factor from the first look to the last: without scripts, and without a barrier."""

from base64 import b32decode

import pytest
from django.urls import reverse

from claims_tracker.accounts.models import User
from tests.browser.barriers import barriers
from tests.browser.walking import follow
from tests.claims_tracker.accounts.codes import code_of
from tests.factories import make_event, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "the old password 1"


def key_on(page) -> str:
    """The key as the page spells it, in hex as the tests reckon with it."""
    return b32decode(page.locator("code.secret").inner_text().replace(" ", "")).hex()


def test_a_second_factor_is_set_up_and_asked_for(sit):
    edda = make_user("editor", username="edda", first_name="Edda", password=PASSWORD)
    make_event(title="Water cut in Orsa").team.add(edda)
    desk = sit(None, color_scheme="dark", viewport={"width": 390, "height": 900})
    found = {}

    def look(name: str) -> None:
        desk.shoot(f"account-{name}")
        if wrong := barriers(page):
            found[name] = wrong

    def log_in() -> None:
        desk.open(reverse("admin:login"))
        page.get_by_label("Username").fill("edda")
        page.get_by_label("Password").fill(PASSWORD)
        follow(page.get_by_role("button", name="Log in"))

    page = desk.page
    log_in()
    follow(page.get_by_role("link", name="Your account"))
    follow(page.get_by_role("link", name="Set it up"))
    key = key_on(page)
    look("set-up")
    page.get_by_label("Code").fill(code_of(key))
    follow(page.get_by_role("button", name="Turn it on"))
    codes = page.locator("ol.codes code").all_inner_texts()
    look("codes")
    follow(page.get_by_role("link", name="I have kept them"))
    look("on")
    follow(page.get_by_role("button", name="Log out"))
    log_in()
    look("step")
    page.get_by_label("Code").fill(codes[0])
    follow(page.get_by_role("button", name="Log in"))

    assert page.get_by_role("heading", name="What waits for you").is_visible()
    assert found == {}
    assert User.objects.get(pk=edda.pk).second_factor_at is not None
