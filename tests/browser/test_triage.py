"""The review desk in a real browser: a key a decision, at once, or a button and a page each."""

import time

import pytest

from claims.models import Claim, Contradiction
from claims_tracker.desk.models import LostAnchor
from tests.browser.barriers import barriers_on_screens
from tests.browser.walking import follow
from tests.claims_tracker.desk_rows import one_of_each
from tests.factories import (
    make_actor,
    make_claim,
    make_contradiction,
    make_event,
    make_quote,
    make_user,
    make_version,
)
from tests.sources.grouping.stories import BARN_FIRE
from tests.sources.test_waiting import waits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
START = "/admin/desk/contradictions/"
TEXT = (
    "The road into the Tarn valley was closed at noon. A spokesman was asked about the bridge. "
    "He said that {} He would not comment on the lorries, and left without taking questions."
)
# From the key to the first frame after what is read has changed.
MEASURE = """() => {
  window.answers = [];
  let pressed = null;
  addEventListener("keydown", () => { pressed = performance.now(); }, true);
  const changed = () => {
    if (pressed === null) return;
    const since = pressed;
    pressed = null;
    requestAnimationFrame(() => window.answers.push(performance.now() - since));
  };
  new MutationObserver(changed).observe(document.getElementById("review"),
    { childList: true, subtree: true, attributes: true, characterData: true });
}"""


@pytest.fixture
def valley():
    """Twenty-two pairs of one event that part over something different each."""
    event = make_event(title="Bridge closed at Tarn Ferry", place="Tarn valley")
    board, rangers = make_actor("Tarn Roads Board"), make_actor("Valley rangers")
    for number in range(22):
        sides = []
        for who, stance, words in (
            (board, "asserts", f"lorry {number + 1} crossed the bridge before it fell."),
            (rangers, "denies", f"lorry {number + 1} was never on the bridge."),
        ):
            claim = make_claim(event=event, claimant=who, statement=words, stance=stance, quoted=False,
                               review="proposed", found_by="claims-reading 1.0", confidence=0.8)  # fmt: skip
            version = make_version(
                TEXT.format(words), title="Two accounts of the bridge", event=event
            )
            make_quote(claim, words, version)
            sides.append(claim)
        make_contradiction(event=event, first=sides[0], second=sides[1], state="open",
                           reason=f"The board counts lorry {number + 1}; the rangers saw none.",
                           signals={"rule": "negation.same"}, score=0.9)  # fmt: skip
    return event


def stands(page) -> str:
    return page.locator(".review-title b").first.inner_text()


def decided(page, words: str) -> None:
    page.locator("#review-words", has_text=words).wait_for()


def test_twenty_pairs_in_a_minute_by_keyboard_alone(sit, valley):
    desk = sit(make_user("editor"))
    page = desk.open(START)
    page.wait_for_load_state("networkidle")
    page.evaluate(MEASURE)
    begun = time.monotonic()
    for number in range(20):
        page.wait_for_timeout(1_500)  # a person reads
        if number % 2:
            page.keyboard.press("n")
            page.wait_for_timeout(250)
            page.keyboard.press(str(1 + number % 5))
        else:
            page.keyboard.press("y")
    decided(page, "Dismissed")
    page.wait_for_load_state("networkidle")
    took, answers = time.monotonic() - begun, page.evaluate("window.answers")
    desk.shoot("triage-last")

    states = list(Contradiction.objects.order_by("pk").values_list("state", flat=True))
    assert (states.count("confirmed"), states.count("dismissed")) == (10, 10)
    assert took <= 60
    assert len(answers) >= 30
    assert max(answers) <= 300, f"of {len(answers)} keys the slowest"
    assert stands(page) == "1 of 2"

    page.keyboard.press("u")
    decided(page, "Undone: Dismissed")
    assert stands(page) in {"3 of 3", "1 of 3"}
    assert Contradiction.objects.open().count() == 3
    page.keyboard.press("s")
    decided(page, "Put off until")
    page = desk.open(START)
    assert stands(page).endswith("of 2")
    assert desk.complaints == []


def test_the_desk_has_no_barrier_and_moves_by_keys(sit, valley):
    person = make_user("editor")
    desk = sit(person, viewport={"width": 1280, "height": 900})
    page = desk.open(START)
    page.wait_for_load_state("networkidle")
    desk.shoot("triage")
    page.keyboard.press("n")
    assert page.locator(".review-reasons.armed").count() == 1
    assert desk.complaints == []
    assert barriers_on_screens(page, (1280, 390)) == {}
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.wait_for_url("**/contradictions/*/")
    page.locator(".review-title b", has_text="2 of 22").wait_for()
    page.keyboard.press("k")
    page.locator(".review-title b", has_text="1 of 22").wait_for()
    page.keyboard.press("?")
    listed = page.locator("#desk-keys-list").inner_text()
    assert "Dismiss, then 1 to 6 for the reason" in listed
    page.keyboard.press("Escape")
    # "Other" asks for its note first, and Enter in the note sends it.
    page.keyboard.press("n")
    page.keyboard.press("6")
    page.keyboard.type("Both speak of another bridge.")
    page.keyboard.press("Enter")
    decided(page, "Dismissed as other.")
    assert (
        Contradiction.objects.get(state="dismissed").decision_note
        == "Both speak of another bridge."
    )
    # A claim is edited, and one is back where one was.
    edited = page.url
    follow(page.locator("[data-key=e]"))
    follow(page.get_by_role("button", name="Save", exact=True))
    assert page.url == edited


def test_a_pair_is_decided_without_scripts_and_who_comes_second_is_told(sit, valley):
    plain = sit(make_user("editor"), java_script_enabled=False)
    quick = sit(make_user("editor"))
    page, other = plain.open(START), quick.open(START)
    address = page.url
    follow(page.get_by_role("button", name="different population"))
    assert "Dismissed as different population." in page.locator("#review-words").inner_text()

    other.keyboard.press("y")
    other.locator("#review-words.bad").wait_for()
    assert (
        "Somebody changed this since you opened it" in other.locator("#review-words").inner_text()
    )
    assert Contradiction.objects.filter(state="confirmed").count() == 0

    follow(page.get_by_role("button", name="Undo"))
    assert page.url == address
    assert Contradiction.objects.open().count() == 22


@pytest.fixture
def work():
    """Something in every queue: of each model a row, an article that waits, claims that are alike."""
    rows = one_of_each()
    changed = "The minister said that by now 70 attackers were dead. Nobody else counted them."
    LostAnchor.objects.update(version=make_version(changed, article=rows["article"]))
    known = make_event(title="Fire in Ostrel")
    waits(BARN_FIRE[0], suggestions=[
        {"id": known.public_id, "title": known.title, "score": 0.5, "reason": "Its place is named."}
    ])  # fmt: skip
    claim = rows["claim"]
    make_claim(event=claim.event, claimant=claim.claimant, question=claim.question, review="proposed",
               statement="seventy of them were killed")  # fmt: skip
    return rows


QUEUES = (
    "contradictions",
    "verdicts",
    "claims",
    "articles",
    "feeds",
    "quarantine",
    "readings",
    "anchors",
)


def test_every_queue_is_walked_by_keys_without_barrier(sit, work):
    person = make_user("reviewer")
    found = {}
    desk = sit(person)
    for name in QUEUES:
        page = desk.open(f"/admin/desk/{name}/")
        complaints = list(desk.complaints)
        desk.shoot(f"review-{name}")
        wrong = barriers_on_screens(page, (1280, 390))
        desk.complaints.clear()  # axe sets styles of its own, of which the browser complains
        if complaints or wrong:
            found[name] = (complaints, wrong)
    assert found == {}

    desk = sit(person)
    page = desk.open("/admin/desk/claims/")
    for keys, words in (("x", "Published."), ("u", "Undone"), ("r2", "Rejected."), ("u", "Undone"),
                        ("m1", "Merged."), ("u", "Undone")):  # fmt: skip
        for key in keys:
            page.keyboard.press(key)
        page.get_by_text(words).first.wait_for()
    assert set(
        Claim.objects.filter(question=work["question"]).values_list("review", flat=True)
    ) == {"proposed"}
    page = desk.open("/admin/desk/verdicts/")
    page.keyboard.press("t")
    page.get_by_text("you look at it").wait_for()
    page.keyboard.press("r")
    page.keyboard.type("Say who counted.")
    page.keyboard.press("Enter")
    decided(page, "Returned to")
    work["verdictproposal"].refresh_from_db()
    assert work["verdictproposal"].comment == "Say who counted."
    page = desk.open("/admin/desk/articles/")
    page.keyboard.press("1")
    decided(page, "It is read about “Fire in Ostrel”.")
    assert desk.complaints == []
