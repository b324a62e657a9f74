"""The page that shows a text as it was read: what stands on it, who may decide, what it costs."""

import re
from html import unescape

import pytest
from django.db import connection
from django.urls import reverse

from claims.admin.reading_links import reading_page
from claims.choices import ReadingState, Review
from claims.models import Claim, Quote, Reading
from tests.factories import (
    NOON,
    make_actor,
    make_claim,
    make_event,
    make_question,
    make_quote,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
TEXT = (
    "The mayor of Quillan said that the weir had been opened at dawn.\n\n"
    "Farmers deny that anybody was warned. This could not be independently verified.\n"
    "Nobody was hurt, the fire brigade said."
)
SAYS = {
    "the weir had been opened at dawn": "proposed",
    "anybody was warned": "rejected",
    "Nobody was hurt": "published",
}
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def editor(client):
    person = make_user("editor")
    client.force_login(person)
    return person


def told(event=None, text=TEXT, says=SAYS, **fields):
    """A text with claims on some of its words."""
    event = event or make_event()
    version = make_version(text, event=event, **fields)
    for words, review in says.items():
        claim = make_claim(
            event=event, statement=words, quoted=False, review=review, found_by="reader 1",
            confidence=0.75, question=make_question(event=event),
        )  # fmt: skip
        make_quote(claim, words, version)
    return version


def reading(version, state=ReadingState.DONE, **fields):
    event = version.article.events.get()
    values = {"reader_version": "reader 1", "state": state, "settled_at": NOON} | fields
    return Reading.objects.create(version=version, event=event, **values)


def words_of(page):
    """The text as the page shows it, without labels and markup."""
    lines = re.search(r'<div class="lines".*?</div>', page.text, re.DOTALL)[0]
    bare = re.sub(r'<a class="label.*?</a>', "", lines)
    return [
        unescape(re.sub(r"<[^>]+>", "", line)) for line in re.findall("<p[^>]*>(.*?)</p>", bare)
    ]


def test_the_text_is_whole_and_every_quote_is_marked_with_its_state(client, editor):
    version = told()

    page = client.get(reading_page(version.pk))

    assert words_of(page) == [line for line in TEXT.split("\n") if line]
    marked = re.findall(r'<mark class="(\w+) [^"]*">(.*?)</mark>', page.text)
    shown = [pair for pair in marked if unescape(pair[1]) in SAYS]
    assert shown == [(review, words) for words, review in SAYS.items()]
    for quote in Quote.objects.all():
        assert f'id="quote-{quote.pk}" href="#claim-{quote.claim_id}"' in page.text
        assert f'<li id="claim-{quote.claim_id}"' in page.text
    assert "confidence 0.75, medium" in page.text
    assert [card.number for card in page.context["cards"]] == ["1", "2", "3"]


def test_hostile_words_are_shown_as_text(client, editor):
    text = f"{HOSTILE} He said that {HOSTILE} was there & <b>gone</b>."
    version = told(text=text, says={f"{HOSTILE} was there": "proposed"}, title=HOSTILE)
    reading(version, ReadingState.QUARANTINED, reason_text=HOSTILE)

    page = client.get(reading_page(version.pk))

    assert HOSTILE not in page.text
    assert words_of(page) == [text]


def test_a_state_is_chosen_and_the_numbers_stay(client, editor):
    version = told()

    page = client.get(reading_page(version.pk, state="rejected"))

    assert [card.number for card in page.context["cards"]] == ["2"]
    assert 'class="label proposed" id=' not in page.text
    counts = {choice.words: choice.count for choice in page.context["states"]}
    assert counts == {"All": "3", "Proposed": "1", "Published": "1", "Rejected": "1", "Merged": "0"}


def test_deciding_beside_the_text_leads_to_the_next_claim_there(client, editor):
    version = told()
    first, second, _ = Claim.objects.order_by("quotes__start")
    card = client.get(reading_page(version.pk)).context["cards"][0]

    answer = client.post(card.publish, {"row_version": first.row_version})

    first.refresh_from_db()
    assert first.review == Review.PUBLISHED
    assert answer.url == reading_page(version.pk, claim=second.pk)
    waiting = make_claim(event=first.event, quoted=False, review="proposed", statement="Farmers")
    make_quote(waiting, "Farmers", version)
    shown = client.get(reading_page(version.pk, state="proposed")).context["cards"]
    answer = client.post(shown[0].reject, {"row_version": "1", "reason": "No claim."})
    waiting.refresh_from_db()
    assert waiting.review == Review.REJECTED
    assert answer.url == reading_page(version.pk, claim=waiting.pk, state="proposed")


@pytest.mark.parametrize("query", ["text=x", "text=1e9", f"text={'9' * 30}", "then=3"])
def test_a_way_back_that_is_none_is_left_out(client, editor, query):
    claim = make_claim(review="proposed")

    answer = client.post(
        reverse("admin:claims_claim_decide", args=[claim.pk, "publish"]) + f"?{query}",
        {"row_version": claim.row_version},
    )

    assert answer.url == reverse("admin:claims_claim_change", args=[claim.pk])


@pytest.mark.parametrize(
    ("role", "team", "may"),
    [("reporter", False, False), ("editor", False, True), ("editor", True, False),
     ("administrator", True, True)],
)  # fmt: skip
def test_everybody_on_the_desk_sees_and_the_team_decides(client, role, team, may):
    version = told()
    if team:
        version.article.events.get().team.add(make_user("editor"))
    client.force_login(make_user(role))

    page = client.get(reading_page(version.pk))

    assert [bool(card.publish) for card in page.context["cards"]] == [may, may, False]
    assert [bool(card.reject) for card in page.context["cards"]] == [may, False, False]
    assert ("Only the team of its event" in page.text) == (team and not may)


def test_visitors_and_people_without_a_role_are_kept_out(client):
    version = told()
    assert client.get(reading_page(version.pk)).url.startswith(reverse("admin:login"))

    client.force_login(make_user("", is_staff=True))

    assert client.get(reading_page(version.pk)).status_code == 403


def test_the_page_only_shows(client, editor):
    assert client.post(reading_page(told().pk)).status_code == 403
    assert client.get(reading_page(0)).status_code == 404


@pytest.mark.parametrize(
    ("state", "fields", "words"),
    [
        (ReadingState.SKIPPED, {"reason": "language", "reason_text": "Such texts are not read."},
         "Not read: language de. Such texts are not read."),
        (ReadingState.SKIPPED, {"reason": "too_long"}, "Not read: too long."),
        (ReadingState.FAILED, {"reason": "time_limit"}, "Reading failed: time_limit."),
        (ReadingState.QUARANTINED, {"attempts": 5, "reason_text": "KeyError: 'x'"},
         "It could not be read in 5 attempts: KeyError: 'x'."),
        (ReadingState.QUEUED, {}, "It waits to be read."),
        (ReadingState.READING, {}, "It is being read."),
        (ReadingState.COMPARING, {}, "its claims are being compared."),
        (ReadingState.DONE, {"outcome": {"read": 0}}, "and no claim was found."),
        (ReadingState.DONE, {"outcome": {"read": 3, "new": 1}},
         "Read on 22 May 2023, 12:00 UTC: 3 claims found, 1 of them new."),
    ],
)  # fmt: skip
def test_how_the_reading_went_is_said_in_words(client, editor, state, fields, words):
    version = told(says={}, language="de")
    reading(version, state, **fields)

    assert words in unescape(client.get(reading_page(version.pk)).text)


def test_a_text_that_nobody_asked_to_read_says_so(client, editor):
    page = client.get(reading_page(make_version(TEXT).pk))

    assert "Nobody has asked for this version to be read." in page.text


def test_what_the_outlet_says_of_itself_stands_apart(client, editor):
    version = told()
    start = TEXT.index("This could")
    end = TEXT.index("verified.") + len("verified")
    statement = {"start": start, "end": end, "verified": False}
    reading(version, outcome={"read": 3, "outlet_statements": [statement]})

    page = client.get(reading_page(version.pk))

    assert 'id="outlet-1" href="#said-1"' in page.text
    assert f'<span class="outlet">{TEXT[start:end]}</span>' in page.text
    assert "says it could not verify" in page.text
    assert words_of(page) == [line for line in TEXT.split("\n") if line]


def test_a_text_taken_down_says_so_and_keeps_its_claims(client, editor):
    version = told()
    quotes = list(Quote.objects.all())
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL claims_tracker.takedown = 'on'")
        cursor.execute(
            "UPDATE sources_articleversion SET text = '', taken_down_at = now(), "
            "takedown_reason = 'By court order.' WHERE id = %s",
            [version.pk],
        )

    page = client.get(reading_page(version.pk))

    assert "By court order." in page.text
    assert len(page.context["cards"]) == len(quotes)


def long_text(claims):
    """A quarter of a million letters with claims all over it."""
    filler = "Nothing else was told of that day, and the road stayed closed until evening. " * 4
    filler += "\n"
    lines = [f"It is said that number {number} was told.\n{filler}" for number in range(claims)]
    text = "".join(lines)
    return text + filler * ((250_000 - len(text)) // len(filler))


def test_a_long_text_is_shown_in_parts_and_a_claim_leads_to_its_own(client, editor):
    text = long_text(200)
    version = told(text=text, says={"number 3 was told": "proposed", "number 190 was": "proposed"})
    near, far = Claim.objects.order_by("quotes__start")

    first = client.get(reading_page(version.pk))
    other = client.get(reading_page(version.pk, claim=far.pk))

    assert [card.claim for card in first.context["cards"]] == [near]
    assert [card.claim for card in other.context["cards"]] == [far]
    assert other.context["cards"][0].number == "2"
    make_quote(near, "number 191 was", version)
    other = client.get(reading_page(version.pk, claim=far.pk))
    assert [card.number for card in other.context["cards"]] == ["2", "1b"]
    for card in other.context["cards"]:
        assert all(f'id="quote-{place.quote}"' in other.text for place in card.places)
    shown = []
    for choice in first.context["parts"]:
        page = client.get(choice.address)
        assert len(page.content) < 150_000
        shown += words_of(page)
    assert shown == [line for line in text.split("\n") if line]
    assert client.get(reading_page(version.pk, part=99)).status_code == 200


def test_the_page_costs_the_same_with_one_claim_and_with_many(
    client, editor, django_assert_num_queries
):
    event = make_event()
    one = told(event, says={"Nobody was hurt": "proposed"})
    reading(one)
    text = long_text(170)
    many = make_version(text, event=event)
    reading(many)
    actor = make_actor()
    claims = Claim.objects.bulk_create(
        Claim(event=event, statement="x", claimant=actor) for _ in range(170)
    )
    for number, claim in enumerate(claims):
        make_quote(claim, f"number {number} was told", many)
    client.get(reading_page(one.pk))

    with django_assert_num_queries(15):
        client.get(reading_page(one.pk))
    with django_assert_num_queries(15):
        page = client.get(reading_page(many.pk))

    cards = page.context["cards"]
    assert len(cards) + page.context["more_cards"] > 80
    assert len(page.content) < 300_000


def test_the_desk_leads_to_it_from_everywhere(client, editor):
    version = told()
    row = reading(version)
    claim = Claim.objects.get(review="proposed")
    target = reading_page(version.pk)

    for address in (
        reverse("admin:index"),
        reverse("admin:claims_claim_change", args=[claim.pk]),
        reverse("admin:claims_reading_change", args=[row.pk]),
        reverse("admin:sources_article_change", args=[version.article_id]),
        reverse("admin:sources_articleversion_change", args=[version.pk]),
        reverse("admin:sources_articleversion_changelist"),
    ):
        assert f'href="{target}' in client.get(address).text, address
