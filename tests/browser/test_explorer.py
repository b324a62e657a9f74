"""The page where API requests can be tried: Swagger's markup, our colours and order."""

import pytest

from tests.browser.barriers import barriers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
EXPLORER = "/api/v1/docs/try/"
# Swagger draws these itself, and no option changes them: a parameter's select has its name in
# another cell of its table, and an example that scrolls takes no focus. The plain page
# (/api/v1/docs/) says the same without them, and has no exception.
SWAGGERS_OWN = ["select-name", "scrollable-region-focusable"]


@pytest.fixture
def explorer(browser, live_server):
    context = browser.new_context(reduced_motion="reduce")
    page, complaints = context.new_page(), []
    page.on("console", lambda said: complaints.append(said.text))
    page.goto(live_server.url + EXPLORER)
    page.wait_for_selector(".opblock")
    yield page, complaints
    context.close()


def test_the_list_of_requests_has_no_barrier(explorer):
    page, complaints = explorer

    assert complaints == []
    assert barriers(page) == {}


def test_an_open_request_has_none_but_swaggers_own(explorer):
    page, _ = explorer
    page.locator(".opblock-summary-control", has_text="/api/v1/claims/").first.click()
    page.get_by_role("button", name="Try it out").wait_for()

    assert barriers(page, but=SWAGGERS_OWN) == {}


def test_a_request_can_be_opened_by_keyboard(explorer):
    page, _ = explorer
    first = page.locator(".opblock-summary-control").first
    first.focus()
    page.keyboard.press("Enter")

    page.get_by_role("button", name="Try it out").wait_for()
    assert first.get_attribute("aria-expanded") == "true"
