"""Logging a claim from an article in a real browser: marked by mouse or keys, in thirty seconds."""

import re
from random import Random
from time import perf_counter

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from claims.admin.reading_links import reading_page
from claims.models import Claim, Question
from events.models import Actor, ActorName
from tests.browser.barriers import barriers, barriers_on_screens
from tests.browser.walking import follow
from tests.factories import make_actor, make_claim, make_event, make_quote, make_user, make_version

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXT = (
    "Water 🚰 came back to Orsa 👩‍🚒 late, and schools opened.\n\n"
    "The mayor said on Monday that at least 12 people were injured when the weir broke 🌊 at dawn. "
    "Farmers' leader Jan Lis denied that anybody was warned.\n"
    "Nobody knows who shut the weir."
)
ACTIONS, SECONDS, KEY_MS = 8, 30, 300
HUMAN = Random(7)  # pauses as people make them, the same ones in every run
# UTF-16 units of the DOM, code points of the ledger: the page's own arithmetic on given strings.
POINTS = """async (strings) => {
    const { points, unit } = await import("/static/desk-log-text.js");
    return strings.map((one) => [points(one), unit(one, points(one)) === one.length]);
}"""
# From the key to the frame in which its answer is drawn, by the page's own clock.
ANSWERED = """(found) => new Promise((done) => {
    const from = performance.now();
    const look = () => document.querySelector(found) ? requestAnimationFrame(() => done(performance.now() - from))
        : requestAnimationFrame(look);
    addEventListener("keydown", look, { once: true, capture: true });
})"""


@pytest.fixture
def version():
    """An article of which the software has proposed one claim."""
    event = make_event(title="Water cut in Orsa")
    version = make_version(TEXT, event=event, title="The weir of Orsa broke")
    claim = make_claim(event=event, statement="schools opened", review="proposed", quoted=False,
                       found_by="claims-reading 1.0", confidence=0.6)  # fmt: skip
    make_quote(claim, "schools opened", version)
    return version


def open_text(desk, version) -> Page:
    page = desk.open(reading_page(version.pk))
    page.wait_for_selector("body.can-log")
    return page


def drag(page: Page, first: str, last: str) -> None:
    """Mark words with the mouse, from before the first to behind the last."""
    ends = page.evaluate(
        """([first, last]) => [first, last].map((words, number) => {
            const walker = document.createTreeWalker(document.querySelector(".lines"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(walker.currentNode, at + (number ? words.length - 1 : 0));
                range.setEnd(walker.currentNode, at + (number ? words.length : 1));
                const box = range.getBoundingClientRect();
                return [number ? box.right - 1 : box.left + 1, box.top + box.height / 2];
            }
        })""",
        [first, last],
    )
    page.mouse.move(*ends[0])
    page.mouse.down()
    page.mouse.move(*ends[1], steps=5)
    page.mouse.up()


def who_of(page: Page) -> Locator:
    """The field of the claimant; its list is named after it."""
    return page.get_by_role("combobox", name="Who says it")


class Robot:
    """Acts at the pace of a person and counts what it does: a word typed is one action."""

    def __init__(self, page: Page) -> None:
        self.page, self.actions, self.began = page, 0, perf_counter()

    def act(self, do, *args) -> None:
        self.page.wait_for_timeout(HUMAN.uniform(400, 1400))
        do(*args)
        self.actions += 1

    @property
    def seconds(self) -> float:
        return perf_counter() - self.began


def said(page: Page, words: str) -> None:
    expect(page.locator(".log-said")).to_have_text(re.compile(words), timeout=20_000)


def test_a_claim_is_logged_in_eight_actions_and_thirty_seconds(sit, version):
    """Marked with the mouse, the claimant typed in Latin letters, found by a Cyrillic name."""
    mayor = make_actor("Mayor of Orsa, Hanna Lis", kind="person")
    ActorName.objects.create(actor=mayor, text="Ганна Лісова", kind="alias")
    desk = sit(make_user("editor"), viewport={"width": 1280, "height": 900})
    page = open_text(desk, version)
    words = "at least 12 people were injured when the weir broke 🌊 at dawn"
    robot = Robot(page)

    robot.act(drag, page, "at least 12", "at dawn")
    robot.act(page.keyboard.press, "c")
    form = page.locator("#log-form")
    expect(who_of(page)).to_be_focused()
    guessed = form.get_by_label("Number, at least").input_value()
    robot.act(page.keyboard.type, "Лісова")
    expect(page.get_by_role("option", name="Mayor of Orsa, Hanna Lis")).to_be_visible()
    robot.act(page.keyboard.press, "Tab")
    robot.act(page.keyboard.press, "Control+Enter")
    said(page, "^Logged: Mayor of Orsa")

    print(f"logged in {robot.actions} actions and {robot.seconds:.1f} s")  # noqa: T201 - the figure that is asked for
    claim = Claim.objects.get(claimant=mayor)
    quote = claim.quotes.get()
    assert robot.actions <= ACTIONS and robot.seconds <= SECONDS
    assert (quote.exact, version.text[quote.start : quote.end]) == (words, words)
    assert (guessed, claim.count_low, claim.made_at) == ("12", 12, "2023-05-22")
    assert page.evaluate("document.activeElement.className") == "lines"
    assert page.evaluate("document.getSelection().toString()") == words
    assert page.locator("mark.proposed", has_text="12 people").count() == 1
    assert page.locator(f"#claim-{claim.pk}").count() == 1
    assert desk.complaints == []


def test_all_is_done_by_keys_and_a_second_claimant_follows(sit, version):
    desk = sit(make_user("editor"), viewport={"width": 1280, "height": 900})
    page = open_text(desk, version)
    page.keyboard.press("t")
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "Shift+ArrowLeft"):
        page.keyboard.press(key)
    assert page.evaluate("document.getSelection().toString()") == (
        "Farmers' leader Jan Lis denied that anybody was"
    )
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowRight")
    said(page, "2 words marked: “was warned”")

    page.keyboard.press("c")
    who = who_of(page)
    expect(who).to_have_value("Jan Lis")
    expect(page.get_by_label("What they do")).to_have_value("denies")
    expect(page.locator("#log-claimant_helptext")).to_contain_text("Farmers' leader Jan Lis")
    page.keyboard.press("Escape")
    said(page, "Cancelled: nothing was logged")
    assert not (Claim.objects.filter(logged_by__isnull=False).exists() or Actor.objects.count() > 1)

    page.keyboard.press("c")
    expect(who).to_be_focused()
    page.keyboard.press("Control+Enter")
    said(page, "^Logged: Jan Lis")
    page.keyboard.press("Shift+C")
    expect(who).to_be_focused()
    expect(who).not_to_have_value("Jan Lis")
    page.keyboard.type("Guild of Orsa")
    expect(page.locator("li[role=option]").last).to_contain_text("A new actor of this name")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.get_by_label("Kind of new actor").select_option("organisation")
    page.keyboard.press("Control+Enter")
    said(page, "^Logged: Guild of Orsa")

    logged = Claim.objects.filter(quotes__exact="was warned").order_by("pk")
    assert [(claim.claimant_name, claim.stance) for claim in logged] == [
        ("Jan Lis", "denies"), ("Guild of Orsa", "denies"),
    ]  # fmt: skip
    assert logged[1].claimant.kind == "organisation"
    assert desk.complaints == []


def test_each_key_answers_at_once_and_keys_stay_out_of_fields(sit, version):
    desk = sit(make_user("editor"), viewport={"width": 1280, "height": 900})
    page = open_text(desk, version)
    times = {}

    def pressed(key: str, found: str) -> None:
        waiting = page.evaluate_handle(f"window.answer = ({ANSWERED})({found!r}); null")
        page.keyboard.press(key)
        times[key] = page.evaluate("window.answer")
        waiting.dispose()

    page.keyboard.press("t")
    page.keyboard.press("ArrowDown")
    said(page, "marked")
    pressed("c", ".log.open .log-words")
    expect(who_of(page)).to_be_focused()
    pressed("Escape", ".log:not(.open)")
    pressed("j", ".cards li:focus")
    pressed("x", "input[name=_selected_action]:checked")
    pressed("?", "dialog[open]")
    print({key: f"{value:.0f} ms" for key, value in times.items()})  # noqa: T201 - as above
    assert max(times.values()) <= KEY_MS

    keys = page.locator("dialog").inner_text()
    for words in ("Log a claim", "Second claimant", "Choose this claim, or not", "Go to the text"):
        assert words in keys
    page.get_by_label("Single keys are on").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("t")
    assert page.evaluate("document.activeElement.className") != "lines"
    page.locator("[data-log=text]").click()
    page.keyboard.press("ArrowDown")
    page.locator("[data-log=open]").click()
    expect(page.get_by_label("What is claimed")).to_be_visible()
    page.get_by_label("What is claimed").press("x")
    assert not page.get_by_label("What is claimed").input_value().startswith("Water")
    assert desk.complaints == []


def test_any_text_is_counted_in_code_points(sit, version):
    desk = sit(make_user("editor"))
    page = open_text(desk, version)
    pieces = [
        "a",
        "é",
        "e\u0301",
        "🚰",
        "👩‍🚒",
        "\U0001f1fa\U0001f1e6",
        "я",
        "\u200d",
        "\u00a0",
        "漢",
        "𝔘",
    ]
    made = ["".join(HUMAN.choices(pieces, k=HUMAN.randrange(30))) for _ in range(300)]

    counted = page.evaluate(POINTS, made)

    assert counted == [[len(one), True] for one in made]


def test_the_page_and_its_form_have_no_barrier_and_fit_a_phone(sit, version):
    desk = sit(make_user("editor"), viewport={"width": 1280, "height": 900})
    page = open_text(desk, version)
    page.keyboard.press("t")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("c")
    page.locator("#log-form").wait_for()
    who_of(page).press("ArrowDown")
    assert desk.complaints == []
    desk.shoot("logging-form")
    found = barriers_on_screens(page, (1280, 390))
    desk.open(reverse("admin:sources_articleversion_log", args=[version.pk]) + "?words=weir")
    found |= {"places": wrong} if (wrong := barriers(page)) else {}

    assert found == {}


def test_without_scripts_pasted_words_are_found_and_logged(sit, version):
    desk = sit(
        make_user("editor"), java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    page = desk.open(reading_page(version.pk))
    assert not page.get_by_role("button", name="Second claimant").is_visible()
    page.get_by_label("Words of the article").fill("the weir")
    follow(page.get_by_role("button", name="Find the words"))
    follow(page.get_by_role("link", name="Log this one, place 2"))
    assert "who shut the weir" not in page.locator(".log-words").inner_text()
    page.get_by_label("Who says it").fill("Council of Orsa")
    page.get_by_label("Question it answers").fill("Who shut the weir?")
    follow(page.get_by_role("button", name="Log the claim"))

    claim = Claim.objects.get(claimant_text="Council of Orsa")
    quote = claim.quotes.get()
    assert page.url.endswith(f"#claim-{claim.pk}")
    assert TEXT[quote.start : quote.end] == "the weir"
    assert quote.start == TEXT.index("the weir", TEXT.index("the weir") + 1)
    assert Question.objects.get() == claim.question
    page.get_by_label("Choose claim 1").check()
    follow(page.get_by_role("button", name="Publish the chosen…"))
    follow(page.get_by_role("button", name="Publish"))
    assert Claim.objects.get(review="published").statement == "schools opened"
