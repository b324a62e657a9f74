"""The readers' pages in a real browser: readable by everybody, on any screen, without scripts."""

import pytest

from tests.browser.barriers import barriers, barriers_on_screens
from tests.browser.walking import follow

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
WIDTHS = (320, 390, 768, 1024, 1280)

STOPS = """() => [...document.querySelectorAll(
    'a[href], button, select, input, summary, [tabindex="0"]'
)].filter(e => e.checkVisibility()).length"""
FOCUSED = """async () => {
    await new Promise(requestAnimationFrame);
    const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);
    const x = Math.min(Math.max(r.left + Math.min(r.width / 2, 8), 0), innerWidth - 1);
    const y = Math.min(Math.max(r.top + r.height / 2, 0), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    return {
        at: [...document.querySelectorAll('*')].indexOf(e),
        name: e.tagName + ' ' + (e.getAttribute('href') || e.name || e.textContent.trim()),
        ring: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
        seen: r.width > 0 && top !== null && (e.contains(top) || top.contains(e)),
    };
}"""
TARGETS = """() => [...document.querySelectorAll('a, button, select, input, summary')]
    .filter(e => e.checkVisibility() && !e.closest('.skips'))
    .map(e => [e, e.getBoundingClientRect()])
    .filter(([e, r]) => r.height < 23.9 && getComputedStyle(e).display !== 'inline')
    .map(([e, r]) => e.outerHTML.slice(0, 120) + ' ' + r.height)"""


def test_axe_finds_nothing_on_any_page_small_or_large_light_or_dark(browser, site):
    context = browser.new_context(bypass_csp=True)  # for axe's own script; the pages have none
    page = context.new_page()
    found = {}
    for name, address in site.pages.items():
        page.goto(address)
        if wrong := barriers_on_screens(page, (320, 1280)):
            found[name] = wrong
    context.close()

    assert found == {}


@pytest.mark.parametrize("media", ["print", "forced-colors"])
def test_axe_finds_nothing_in_print_and_in_forced_colours(browser, site, media):
    forced = {"forced_colors": "active"} if media == "forced-colors" else {}
    context = browser.new_context(bypass_csp=True, **forced)
    page = context.new_page()
    found = {}
    for name in ("event", "claim blame", "pair denied", "statuses"):
        page.goto(site.pages[name])
        page.emulate_media(media="print" if media == "print" else "screen")
        if wrong := barriers(page):
            found[name] = wrong
    context.close()

    assert found == {}


def test_no_page_scrolls_sideways(page, site):
    wide = {}
    for name, address in site.pages.items():
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            reach = page.evaluate("document.documentElement.scrollWidth")
            if reach > width:
                wide[name, width] = reach

    assert wide == {}


def test_text_twice_as_large_still_fits(page, site):
    """Zoom of 200 % on a screen of 1280 is a page 640 wide; 400 % is one of 320, as above."""
    page.set_viewport_size({"width": 640, "height": 450})
    for name in ("event", "claim long", "pair denied", "events"):
        page.goto(site.pages[name])
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, name


@pytest.mark.parametrize("name", ["event", "claim blame", "pair denied", "events", "search"])
def test_everything_can_be_reached_and_seen_by_keyboard(keyboard, site, name):
    page = keyboard
    page.goto(site.pages[name])
    wanted = page.evaluate(STOPS)
    steps = []
    for _ in range(wanted):
        page.keyboard.press("Tab")
        steps.append(page.evaluate(FOCUSED))

    assert [step["name"] for step in steps if not step["ring"]] == []
    assert [step["name"] for step in steps if not step["seen"]] == []
    assert len({step["at"] for step in steps}) == wanted
    assert page.evaluate("document.activeElement === document.querySelectorAll('footer a')[2]")


def test_the_first_stop_skips_to_the_content_and_to_the_claims(keyboard, site):
    page = keyboard
    page.goto(site.pages["event"])
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUSED)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert first["name"] == "A #content" and first["seen"]
    assert page.evaluate("location.hash") == "#claims"


def test_targets_are_large_enough_for_a_thumb(page, site):
    page.set_viewport_size({"width": 390, "height": 800})
    small = {}
    for name in ("event", "claim blame", "pair denied", "actor", "outlet", "events", "statuses"):
        page.goto(site.pages[name])
        if found := page.evaluate(TARGETS):
            small[name] = found

    assert small == {}


def test_the_board_comes_before_the_claims_and_the_sides_stand_level(page, site):
    page.goto(site.pages["event"])
    sides = page.locator(".question").first.locator(".position")
    tops = {
        part: [sides.nth(n).locator(part).bounding_box()["y"] for n in range(3)]
        for part in (".voice", ".stance", ".words", ".foot")
    }
    sizes = page.locator(".position .words").evaluate_all(
        "all => [...new Set(all.map(e => getComputedStyle(e).fontSize))]"
    )
    widths = [round(sides.nth(n).bounding_box()["width"]) for n in range(3)]
    board = page.locator("#disputed").bounding_box()["y"]

    assert all(max(found) - min(found) < 1 for found in tops.values()), tops
    assert len(sizes) == 1 and len(set(widths)) == 1
    assert board < page.locator("#claims").bounding_box()["y"]


def test_a_bracket_ends_over_the_letters_it_joins(page, site):
    page.goto(site.pages["event"])
    board = page.locator(".question").first
    letters = [box(board.locator(".letter").nth(n)) for n in range(3)]
    wide, narrow = (box(board.locator(".tie").nth(n)) for n in range(2))

    for tie, left, right in ((wide, 0, 2), (narrow, 1, 2)):
        assert letters[left]["x"] <= tie["x"] <= letters[left]["x"] + letters[left]["width"]
        end = tie["x"] + tie["width"]
        assert letters[right]["x"] <= end <= letters[right]["x"] + letters[right]["width"]
        assert abs(tie["y"] + tie["height"] - board.locator(".voice").first.bounding_box()["y"]) < 2
    assert wide["y"] < narrow["y"]


def box(locator):
    found = locator.bounding_box()
    assert found is not None
    return found


def test_filters_work_without_scripts_and_stand_in_the_address(page, site):
    page.goto(site.pages["event"])
    page.get_by_label("Claimant", exact=True).select_option("west-mod")
    page.get_by_label("Order", exact=True).select_option("oldest")
    follow(page.get_by_role("button", name="Show"))

    assert "claimant=west-mod" in page.url and "order=oldest" in page.url
    assert page.locator(".claim").count() == 2
    assert page.get_by_label("Order", exact=True).input_value() == "oldest"


def test_a_claim_is_reached_from_the_board_and_its_words_stand_marked_in_the_source(page, site):
    page.goto(site.pages["event"])
    follow(page.get_by_role("link", name="Full record of C, Western defence ministry"))

    assert page.locator("mark").inner_text().startswith("через границу")
    assert page.get_by_text("Two landmarks in the pictures").count() == 1


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "UTC"])
def test_times_are_the_same_wherever_the_reader_is(browser, site, zone):
    context = browser.new_context(timezone_id=zone, locale="en-US")
    page = context.new_page()
    page.goto(site.pages["event"])
    shown = page.locator("time").all_inner_texts()
    context.close()

    assert "22 May 2023, 21:50 UTC" in shown
    assert "00:50 local" in shown


def test_nothing_is_asked_of_another_host_and_no_cookie_is_set(browser, site):
    context = browser.new_context()
    asked, complaints = [], []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    for address in site.pages.values():
        page.goto(address)
    cookies = context.cookies()
    context.close()

    assert [url for url in asked if not url.startswith(site.url)] == []
    assert (cookies, complaints) == ([], [])


def test_print_opens_the_reasons_and_drops_the_controls(page, site):
    page.goto(site.pages["event"])
    page.emulate_media(media="print")

    assert not page.get_by_role("button", name="Show").is_visible()
    assert page.locator("details .why").first.is_visible()


def test_colour_is_never_alone(browser, site):
    """With the system's own colours the status still has its word and its kind of border."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(site.pages["statuses"])
    borders = page.locator("dt .status").evaluate_all(
        "all => all.map(e => [e.textContent.trim(), getComputedStyle(e).borderStyle])"
    )
    context.close()

    assert len({word for word, _ in borders}) == len(borders) == 7
    assert dict(borders)["Unverified"] == "dashed"
    assert dict(borders)["Refuted"] == "double"
    assert dict(borders)["Inconclusive"] == "dotted"
