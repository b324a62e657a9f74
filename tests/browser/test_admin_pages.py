"""The desk in a real browser: no barrier, no breach of the content policy, usable without scripts."""

import pytest
from django.urls import reverse

from claims.models import Claim, Contradiction, Reading
from tests.browser.barriers import barriers, barriers_on_screens
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
WIDTHS = (1280, 390)


@pytest.fixture
def raid():
    """A public event with a queue to triage: claims that software proposed, and open pairs."""
    event = make_event(title="Raid on the Lindhaven border post", place="Lindhaven district")
    text = (
        "The fighting went on into the evening, and roads into the district were closed. "
        "A spokesman for the office was asked about it. He said that {} He would not comment "
        "on the two groups, and left without taking questions."
    )
    says = [
        ("Eastern government", "no Eastern unit was sent across, nor had it any part.", "denies"),
        ("Western defence ministry", "an Eastern formation attacked the district.", "asserts"),
        ("Western defence ministry", "70 attackers were killed.", "asserts"),
        ("Governor of Lindhaven", "at least 13 people were injured.", "asserts"),
    ]  # fmt: skip
    claims = []
    for name, words, stance in says:
        claim = make_claim(
            event=event,
            claimant=make_actor(name),
            statement=words,
            stance=stance,
            quoted=False,
            review="proposed",
            found_by="claims-reading 1.0",
            confidence=0.87,
        )
        version = make_version(text.format(words), title="Two accounts of the raid", event=event)
        quote = make_quote(claim, words, version)
        quote.cue_start = version.text.index("He said that")
        quote.cue_end = quote.cue_start + len("He said that")
        quote.save()
        claims.append(claim)
    blames = "Western defence ministry blames an Eastern formation; Eastern government denies it."
    for first, second, words in ((0, 1, blames), (0, 2, "They part over who took part.")):
        make_contradiction(
            event=event,
            first=claims[first],
            second=claims[second],
            state="open",
            reason=words,
            signals={"rule": "involvement.denial"},
            score=0.93,
        )
    return event


@pytest.fixture
def denials(raid):
    """Three more who deny the same, one of them decided on; and decisions on other events."""
    one = raid.contradictions.order_by("pk").first()
    denying = [
        make_claim(event=raid, claimant=make_actor(name), statement=one.first.statement, stance="denies",
                   quoted=False)
        for name in ("Eastern foreign ministry", "Eastern border guard", "Voice of the East")
    ]  # fmt: skip
    for number, denial in enumerate(denying):
        make_contradiction(event=raid, first=one.second, second=denial, reason=one.reason, score=0.8,
                           state="open" if number else "dismissed",
                           dismissal_reason="" if number else "different_time")  # fmt: skip
    for kind, confirmed, dismissed in (("involvement", 12, 3), ("count", 2, 4)):
        for number in range(confirmed + dismissed):
            make_contradiction(
                kind=kind, detector="rules 1.0", score=0.4 + number / 100,
                state="confirmed" if number < confirmed else "dismissed",
                dismissal_reason="" if number < confirmed else "different_time",
            )  # fmt: skip
    return raid


@pytest.fixture
def text():
    """An article with claims of every state, some on the same words, and the outlet's own word."""
    event = make_event(title="Water cut in Orsa")
    words = (
        "The water board said that a main pipe had burst in the night.\n"
        "Residents deny that they were told. The mayor calls it sabotage, and nobody could "
        "verify what he says independently.\nBy noon two schools were closed, the board said."
    )
    version = make_version(words, title="Water cut in Orsa province", event=event)
    board = make_actor("Orsa Water Board")
    kept = make_claim(event=event, claimant=board, statement="the pipe burst")
    for place, review, sure in (
        ("a main pipe had burst in the night", "proposed", 0.95),
        ("had burst in the night", "proposed", 0.65),
        ("they were told", "rejected", 0.45),
        ("calls it sabotage", "proposed", 0.4),
        ("two schools were closed", "published", None),
        ("a main pipe had burst", "merged", 0.8),
    ):
        claim = make_claim(
            event=event, claimant=board, statement=place, review=review, quoted=False,
            confidence=sure, found_by="claims-reading 1.0" if sure else "",
            merged_into=kept if review == "merged" else None,
        )  # fmt: skip
        make_quote(claim, place, version)
    start = words.index("nobody could")
    said = {"start": start, "end": words.index(".\nBy noon"), "verified": False}
    Reading.objects.create(
        version=version, event=event, reader_version="claims-reading 1.0", state="done",
        outcome={"read": 6, "new": 6, "outlet_statements": [said]},
    )  # fmt: skip
    return version


def desk_pages(event, text, rows) -> dict[str, str]:
    """The pages that must be free of barriers, by name."""
    claim = event.claims.order_by("pk").first()
    pair = event.contradictions.order_by("pk").first()
    return {
        "dashboard": reverse("admin:index"),
        "list": reverse("admin:claims_claim_changelist"),
        "pairs": reverse("admin:claims_contradiction_changelist"),
        "claim": reverse("admin:claims_claim_change", args=[claim.pk]),
        "claim-add": reverse("admin:claims_claim_add"),
        "claim-history": reverse("admin:claims_claim_history", args=[claim.pk]),
        "reject": reverse("admin:claims_claim_decide", args=[claim.pk, "reject"]),
        "merge": reverse("admin:claims_claim_decide", args=[claim.pk, "merge"]),
        "propose": reverse("admin:claims_claim_decide", args=[rows["claim-published"], "propose"]),
        "pair": reverse("admin:claims_contradiction_change", args=[pair.pk]),
        "queue": reverse("admin:claims_contradiction_queue"),
        "below": reverse("admin:claims_contradiction_queue") + "?below=1&kind=count",
        "trust": reverse("admin:claims_contradiction_trust"),
        "confirm-all": reverse(
            "admin:claims_contradiction_decide", args=[pair.pk, "confirm-group"]
        ),
        "dismiss-all": reverse(
            "admin:claims_contradiction_decide", args=[pair.pk, "dismiss-group"]
        ),
        "threshold": reverse("admin:claims_threshold_change", args=[rows["threshold"]]),
        "set-threshold": reverse("admin:claims_threshold_decide", args=[rows["threshold"], "set"])
        + "?score=0.95",
        "thresholds": reverse("admin:claims_threshold_changelist"),
        "revision": reverse("admin:claims_revisionnotice_change", args=[rows["revisionnotice"]]),
        "revisions": reverse("admin:claims_revisionnotice_changelist"),
        "proposal": reverse("admin:claims_verdictproposal_change", args=[rows["proposal"]]),
        "reading": reverse("admin:sources_articleversion_reading", args=[text.pk]),
        "question": reverse("admin:claims_question_change", args=[rows["question"]]),
        "split": reverse("admin:claims_question_decide", args=[rows["question"], "split"]),
        "move": reverse("admin:claims_claim_decide", args=[claim.pk, "move"]),
        "event": reverse("admin:events_event_change", args=[event.pk]),
        "actor": reverse("admin:events_actor_change", args=[claim.claimant_id]),
        "outlet": reverse("admin:sources_outlet_add"),
        "ingest-add": reverse("admin:sources_ingestjob_add"),
        "ingests": reverse("admin:sources_ingestjob_changelist"),
        "user": reverse("admin:accounts_user_add"),
        "account": reverse("account"),
        "factor": reverse("account_second_factor"),
        "password": reverse("admin:password_change"),
    }


def numbers(rows) -> dict[str, int]:
    published = rows["verdictproposal"].claim
    return {
        "claim-published": published.pk,
        "proposal": rows["verdictproposal"].pk,
        "question": rows["question"].pk,
        "threshold": rows["threshold"].pk,
        "revisionnotice": rows["revisionnotice"].pk,
    }


def test_the_desk_has_no_barrier_and_keeps_its_content_policy(sit, denials, text):
    rows = numbers(one_of_each())
    person = make_user("administrator", username="olena", first_name="Olena")
    desk = sit(person)
    found, breaches = {}, {}
    for name, address in desk_pages(denials, text, rows).items():
        page = desk.open(address)
        breaches |= {name: list(desk.complaints)} if desk.complaints else {}
        desk.shoot(name)
        if wrong := barriers_on_screens(page, WIDTHS):
            found[name] = wrong
        desk.complaints.clear()  # axe sets styles of its own, of which the browser complains
    assert found == {}, "\n".join(f"{k}: {v}" for k, v in found.items())
    assert breaches == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_login_page_has_no_barrier(sit, scheme):
    desk = sit(None, color_scheme=scheme)
    page = desk.open(reverse("admin:login"))

    assert desk.complaints == []
    assert barriers(page) == {}


def test_a_pair_is_decided_and_a_claim_published_without_scripts(sit, raid):
    desk = sit(make_user("editor"), java_script_enabled=False)
    first, second = raid.contradictions.order_by("created_at", "pk")
    page = desk.open(reverse("admin:claims_contradiction_change", args=[first.pk]))

    follow(page.get_by_role("button", name="Different time"))
    assert page.url.endswith(reverse("admin:claims_contradiction_change", args=[second.pk]))
    follow(page.get_by_role("button", name="Confirm"))
    desk.open(reverse("admin:claims_claim_change", args=[first.first_id]))
    follow(page.get_by_role("button", name="Publish"))

    assert list(Contradiction.objects.order_by("pk").values_list("state", flat=True)) == [
        "dismissed", "confirmed",
    ]  # fmt: skip
    assert Claim.objects.get(pk=first.first_id).review == "published"


def test_a_whole_group_is_decided_by_keys_alone_and_taken_back(sit, denials):
    desk = sit(make_user("editor"), java_script_enabled=False)
    page = desk.open(reverse("admin:claims_contradiction_queue"))
    follow(page.get_by_role("link", name="Western defence ministry blames"), key="Enter")
    assert "As decided before: dismissed as different time" in page.locator(".why").inner_text()
    follow(page.get_by_role("link", name="Dismiss all 3…"), key="Enter")
    assert page.locator(".touched li").count() == 3
    page.get_by_label("Different population").press("Space")
    follow(page.get_by_role("button", name="Dismiss all of these"), key="Enter")

    states = denials.contradictions.filter(decided_by__username__startswith="editor")
    assert states.filter(dismissal_reason="different_population").count() == 3
    one = states.filter(dismissal_reason="different_population").first()
    page = desk.open(reverse("admin:claims_contradiction_change", args=[one.pk]))
    follow(page.get_by_role("link", name="Look at all 3 again…"), key="Enter")
    page.get_by_label("Why do you look at it again?").fill("They speak of one group.")
    follow(page.get_by_role("button", name="Look at all of these again"), key="Enter")
    assert denials.contradictions.open().count() == 4


@pytest.mark.parametrize("address", ["queue", "trust", "change"])
def test_the_queue_fits_a_phone(sit, denials, address):
    narrow = sit(make_user("editor"), viewport={"width": 390, "height": 844})
    args = [denials.contradictions.earliest("pk").pk] if address == "change" else []
    page = narrow.open(reverse(f"admin:claims_contradiction_{address}", args=args))

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_read_text_is_walked_and_decided_by_keys_alone(sit, text):
    desk = sit(make_user("editor"), java_script_enabled=False)
    page = desk.open(reverse("admin:sources_articleversion_reading", args=[text.pk]))
    labels = page.locator(".lines a.label")
    reached = []
    page.locator(".chooser a").last.focus()
    for _ in range(labels.count()):
        page.keyboard.press("Tab")
        reached.append(page.locator(":focus").get_attribute("id"))

    assert reached == labels.evaluate_all("all => all.map(one => one.id)")
    follow(page.get_by_role("link", name="Claim 1, proposed, confidence 0.95, high"), key="Enter")
    card = page.locator("li:target")
    assert "a main pipe had burst in the night" in card.inner_text()
    follow(card.get_by_role("link", name="Claim after 1"), key="Enter")
    follow(page.locator("li:target").get_by_role("link", name="Claim before 2"), key="Enter")
    follow(page.locator("li:target").get_by_role("link", name="Claim 1 in the text"), key="Enter")
    assert page.locator(".lines a.label:target").inner_text().startswith("1")
    follow(page.get_by_role("button", name="Publish claim 1"), key="Enter")
    follow(page.locator("li:target").get_by_role("link", name="Claim after 2"), key="Enter")
    page.locator("li:target summary").press("Enter")
    page.locator("li:target").get_by_label("Reason").fill("The same, told shorter.")
    follow(page.get_by_role("button", name="Reject claim 3"), key="Enter")

    states = text.quotes.order_by("start", "-end", "pk").values_list("claim__review", flat=True)
    assert list(states)[:3] == ["published", "merged", "rejected"]
    narrow = sit(make_user("reporter"), viewport={"width": 390, "height": 844})
    page = narrow.open(reverse("admin:sources_articleversion_reading", args=[text.pk]))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.get_by_role("button", name="Publish").count() == 0


def test_which_event_is_answered_without_barrier_or_scripts(sit):
    known = make_event(title="Fire in Ostrel")
    guess = {"id": known.public_id, "title": known.title, "score": 0.5, "reason": "A word."}
    first, *_ = (waits(words, suggestions=[guess]) for words in BARN_FIRE)
    person = make_user("editor")
    page = sit(person).open(waiting := reverse("admin:sources_ingestjob_change", args=[first.pk]))
    wrong = barriers_on_screens(page, WIDTHS)
    follow(page.get_by_role("button", name="New event from this"))
    wrong_when_new = barriers_on_screens(page, WIDTHS)

    plain = sit(person, java_script_enabled=False)
    page = plain.open(waiting)
    follow(page.get_by_role("button", name="It is about this event"))

    assert (wrong, wrong_when_new) == ({}, {})
    assert plain.complaints == []
    first.refresh_from_db()
    assert first.event == known
