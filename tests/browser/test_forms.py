"""Forms of the desk in a real browser: nothing is overwritten, no words are lost, keys keep out."""

import pytest
from django.urls import reverse

from claims_tracker.accounts.models import User
from tests.browser.walking import follow
from tests.factories import make_claim, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_keys_are_listed_keep_out_of_fields_and_can_be_switched_off(sit):
    person = make_user("editor")
    desk = sit(person)
    claim = make_claim(review="proposed", statement="The bridge was closed at noon")
    page = desk.open(reverse("admin:claims_claim_changelist"))
    page.keyboard.press("/")
    assert page.locator(":focus").get_attribute("id") == "searchbar"
    page.keyboard.type("a/b?")
    assert page.locator("#searchbar").input_value() == "a/b?"
    page.locator("#searchbar").blur()
    page.keyboard.press("?")
    listed = page.locator("#desk-keys-list")
    assert "Search this list" in listed.inner_text()

    switch = listed.get_by_label("Single keys are on")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        switch.click()
    listed.get_by_text("Kept on your account.").wait_for()
    listed.get_by_role("button", name="Close").click()
    page.keyboard.press("/")
    assert page.locator("#searchbar:focus").count() == 0
    assert not User.objects.get(pk=person.pk).keyboard_shortcuts

    page = desk.open(reverse("admin:claims_claim_change", args=[claim.pk]))
    page.get_by_label("Statement").fill("The bridge was closed at one")
    follow(page.get_by_label("Statement"), key="Control+s")
    claim.refresh_from_db()
    assert claim.statement == "The bridge was closed at one"
    assert desk.complaints == []
