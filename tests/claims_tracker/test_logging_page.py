"""Logging a claim from an article's text on the desk, by forms alone: places, guesses, refusals."""

from html import unescape

import pytest
from django.urls import reverse

from claims.admin.reading_links import log_page, reading_page
from claims.choices import Review
from claims.models import Claim, Question, Quote
from claims.takedown import take_down
from events.models import Actor, ActorName
from tests.factories import (
    make_actor,
    make_claim,
    make_event,
    make_ingest,
    make_question,
    make_quote,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
TEXT = (
    "😀😀\n\nQuillan mayor Ana Duarte said on Monday that at least 12 people were injured.\n\n"
    "Farmers' leader Jan Lis denied that anybody was warned. He said “the weir was shut”, twice: "
    "the weir was shut, and the weir was shut."
)


@pytest.fixture
def editor(client):
    person = make_user("editor")
    client.force_login(person)
    return person


@pytest.fixture
def version():
    return make_version(TEXT, event=make_event(), title="The weir of Quillan")


def span(words):
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def opened(client, version, words, **more):
    page = client.get(log_page(version.pk), span(words) | more)
    assert page.status_code == 200, page.text[:400]
    return page


def sent(page, **changes):
    """What a browser would send of the form as it came."""
    form = page.context["form"]
    values = {field.name: field.value() for field in form}
    values = {name: value for name, value in values.items() if value not in (None, False, "")}
    return {name: "on" if value is True else value for name, value in values.items()} | changes


def log(client, version, words, **changes):
    page = opened(client, version, words)
    return client.post(log_page(version.pk), sent(page, **changes))


def test_what_is_marked_is_guessed_shown_as_guesses_and_logged_as_it_came(client, editor, version):
    words = "at least 12 people were injured"
    duarte = make_actor("Ana Duarte", kind="person")

    page = opened(client, version, words)
    answer = client.post(log_page(version.pk), sent(page))

    shown = unescape(page.text)
    assert "Guess. From “Quillan mayor Ana Duarte” and “said”." in shown
    assert "claims-reading" in shown and "rule “casualties”, confidence 0.95" in shown
    claim = Claim.objects.get()
    assert answer.url == reading_page(version.pk, claim=claim.pk)
    quote = claim.quotes.get()
    assert (quote.start, quote.end, quote.exact) == (*span(words).values(), words)
    assert TEXT[quote.start : quote.end] == quote.exact
    assert (claim.claimant, claim.statement, claim.stance) == (duarte, words, "asserts")
    assert (claim.count_low, claim.count_high, claim.measure) == (12, None, "injured")
    assert (claim.question.text, claim.topic) == ("How many people were injured?", "casualties")
    assert (claim.made_at, claim.made_at_text) == ("2023-05-22", "on Monday")
    assert (claim.review, claim.logged_by, claim.found_by) == (Review.PROPOSED, editor, "")
    assert not Claim.objects.public().exists()


def test_opening_and_leaving_the_form_changes_nothing(client, editor, version):
    opened(client, version, "at least 12 people were injured")

    assert not (Claim.objects.exists() or Question.objects.exists() or Quote.objects.exists())


def test_what_was_typed_over_counts_and_a_form_sent_twice_is_one_claim(client, editor, version):
    other = make_actor("Council of Orsa")
    page = opened(client, version, "anybody was warned")
    assert (page.context["form"]["claimant"].value(), page.context["form"]["stance"].value()) == (
        "Jan Lis", "denies",
    )  # fmt: skip
    data = sent(page, claimant="council of orsa", statement="Nobody knew.", made_at="2023-05",
                question="")  # fmt: skip

    first, again = (client.post(log_page(version.pk), data) for _ in range(2))

    claim = Claim.objects.get()
    assert first.url == again.url
    assert (claim.claimant, claim.statement, claim.made_at) == (other, "Nobody knew.", "2023-05")
    assert claim.question is None


def test_a_name_that_fits_several_is_asked_about_and_one_that_fits_none_is_kept(
    client, editor, version
):
    boards = [make_actor(name) for name in ("Water Board of Orsa", "Water Board of Lin")]
    page = opened(client, version, "anybody was warned")
    asked = client.post(log_page(version.pk), sent(page, claimant="Water board"))

    assert asked.status_code == 400
    assert not Claim.objects.exists()
    offered = [value for value, _ in asked.context["form"].claimant_choices]
    assert offered == [str(boards[1].pk), str(boards[0].pk), "words", "new"]
    client.post(log_page(version.pk), sent(asked, claimant_is=str(boards[1].pk)))
    assert Claim.objects.get().claimant == boards[1]

    log(client, version, "anybody was warned", claimant="Nobody Known")
    claim = Claim.objects.get(claimant=None)
    assert claim.claimant_name == "Nobody Known"
    assert claim.answer_rest["claimant_key"] == "~Nobody Known"


def test_the_type_ahead_finds_a_claimant_by_any_alias_in_either_script(client, editor):
    mayor = make_actor("Вячеслав Гладенко", kind="person")
    ActorName.objects.create(actor=mayor, text="the old man of Orsa", kind="alias")
    address = reverse("admin:autocomplete")
    field = {"app_label": "claims", "model_name": "claim", "field_name": "claimant"}

    found = {
        term: [one["id"] for one in client.get(address, field | {"term": term}).json()["results"]]
        for term in ("hladenko", "Гладен", "OLD MAN", "nobody")
    }

    own = [str(mayor.pk)]
    assert found == {"hladenko": own, "Гладен": own, "OLD MAN": own, "nobody": []}


def test_a_new_actor_and_a_new_question_are_made_with_the_claim_by_who_may(client, version):
    new = {"claimant": "Гільдія Ліс", "claimant_is": "new", "claimant_was": "Гільдія Ліс",
           "new_kind": "organisation", "question": "Was the weir shut?"}  # fmt: skip
    reporter = make_user("reporter")
    client.force_login(reporter)
    refused = log(client, version, "the weir was shut", **new)
    assert "The event has no such question" in refused.text
    assert not (Actor.objects.filter(kind="organisation").exists() or Claim.objects.exists())

    client.force_login(make_user("editor"))
    log(client, version, "the weir was shut", **new)

    claim = Claim.objects.get()
    assert claim.claimant.slug == "hildiia-lis"
    assert ActorName.objects.filter(actor=claim.claimant, text="Гільдія Ліс").exists()
    assert (claim.question.text, claim.question.edited) == ("Was the weir shut?", True)
    client.force_login(reporter)
    log(client, version, "the weir was shut", claimant="гільдія ліс", question="was the weir shut?")
    mine = Claim.objects.get(logged_by=reporter)
    assert (mine.claimant, mine.question) == (claim.claimant, claim.question)


def test_the_reader_is_warmed_before_words_are_marked(client, editor, version):
    assert client.get(log_page(version.pk, warm=1)).status_code == 204


def test_pasted_words_are_found_or_their_places_are_offered(client, editor, version):
    address = log_page(version.pk)

    one = client.get(address, {"words": 'He  said "the weir was shut", twice'})
    assert one.context["form"]["words"].value() == "He said “the weir was shut”, twice"
    assert "other quotation marks or dashes" in one.text
    three = client.get(address, {"words": "the weir was shut"})
    assert len(three.context["places"]) == 3
    second = client.get(three.context["places"][1].address)
    start = TEXT.index("the weir was shut", TEXT.index("twice"))
    assert second.context["form"]["start"].value() == start
    none = client.get(address, {"words": "<b>never said</b>"})
    assert (none.status_code, "<b>never" in none.text) == (400, False)
    for query in (
        {},
        {"start": "9", "end": "1"},
        {"start": "x", "end": "2"},
        {"start": "0", "end": "9" * 20},
    ):
        assert "Mark words in the text" in client.get(address, query).text


def test_a_place_that_moved_is_mended_by_the_words_and_refused_without_them(
    client, editor, version
):
    page = opened(client, version, "at least 12 people were injured")
    wrong = sent(page, start="6", end="33")

    client.post(log_page(version.pk), wrong)
    refused = client.post(log_page(version.pk), wrong | {"words": "never there"})

    assert [quote.exact for quote in Quote.objects.all()] == ["at least 12 people were injured"]
    assert refused.status_code == 400
    assert "do not stand in the text" in refused.text


def test_a_second_claimant_of_the_same_words_gets_all_but_the_name(client, editor, version):
    question = make_question(event=version.article.events.get())
    words = "anybody was warned"
    log(client, version, words, statement="Nobody was warned.", question=question.text)

    page = opened(client, version, words, again=1)
    form = page.context["form"]
    client.post(log_page(version.pk), sent(page, claimant="Ana Duarte"))

    assert not form["claimant"].value()
    assert "Ana Duarte" in page.context["near"]
    assert (form["statement"].value(), form["question"].value()) == (
        "Nobody was warned.", question.text,
    )  # fmt: skip
    assert [claim.claimant_name for claim in Claim.objects.order_by("pk")] == [
        "Jan Lis", "Ana Duarte",
    ]  # fmt: skip
    assert {claim.question for claim in Claim.objects.all()} == {question}
    assert len(set(Quote.objects.values_list("start", "end"))) == 1


def test_an_editor_may_publish_at_once_and_a_reporter_is_not_offered_it(client, editor, version):
    answer = log(client, version, "anybody was warned", publish="yes")
    assert Claim.objects.get().review == Review.PUBLISHED, answer

    client.force_login(make_user("reporter"))
    page = opened(client, version, "at least 12 people were injured")
    assert "Log and publish" not in page.text
    assert client.post(log_page(version.pk), sent(page, publish="yes")).status_code == 403
    assert Claim.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "words"),
    [("reporter", "Only the team of its event"), ("editor", "Only the team of its event"),
     ("", "")],
)  # fmt: skip
def test_outsiders_are_refused_in_words_and_leave_no_trace(client, version, role, words):
    version.article.events.get().team.add(make_user("editor"))
    client.force_login(make_user(role, is_staff=True))

    answers = [
        client.get(log_page(version.pk), span("anybody was warned")),
        client.post(log_page(version.pk), {"statement": "x"}),
        client.get(reverse("admin:sources_articleversion_questions", args=[version.pk])),
    ]

    assert {answer.status_code for answer in answers} == {403}
    assert all(words in unescape(answer.text) and "warned" not in answer.text for answer in answers)
    assert not Claim.objects.exists()
    if role:
        assert words in unescape(client.get(reading_page(version.pk)).text)


def test_the_event_of_another_team_is_no_choice(client, version):
    mine, theirs = version.article.events.get(), make_event()
    version.article.article_events.create(event=theirs)
    theirs.team.add(make_user("editor"))
    client.force_login(make_user("reporter"))

    page = opened(client, version, "anybody was warned")
    refused = client.post(log_page(version.pk), sent(page, event=theirs.pk))

    assert list(page.context["form"].fields["event"].queryset) == [mine]
    assert refused.status_code == 400
    assert not Claim.objects.exists()


def test_an_article_without_an_event_asks_which(client, editor):
    version = make_version(TEXT)
    job = make_ingest(article=version.article, version=version, state="needs_event")
    which = reverse("admin:sources_ingestjob_change", args=[job.pk])

    page = client.get(reading_page(version.pk))

    assert "This article belongs to no event yet" in page.text
    assert f'href="{which}"' in page.text
    assert client.get(log_page(version.pk), span("anybody was warned")).url == which
    assert client.post(log_page(version.pk), {}).status_code == 403


def test_nothing_is_logged_from_a_text_that_was_taken_down(client, version):
    administrator = make_user("administrator")
    client.force_login(administrator)
    page = opened(client, version, "anybody was warned")
    take_down(version, by=administrator, reason="By court order.")

    assert client.post(log_page(version.pk), sent(page)).status_code == 403
    assert "taken down: no claim" in client.get(reading_page(version.pk)).text
    assert not Claim.objects.exists()


def test_questions_are_those_of_the_event_that_hold_the_words(client, editor, version):
    event = version.article.events.get()
    weir = make_question(event=event, text="Who shut the weir?")
    make_question(event=event, text="Who was hurt?")
    make_question(text="Who shut the weir of another event?")
    address = reverse("admin:sources_articleversion_questions", args=[version.pk])

    found = client.get(address, {"event": event.pk, "term": "WEIR who"}).json()["results"]

    assert found == [{"id": str(weir.pk), "text": weir.text}]
    assert client.get(address, {"event": "0 or 1", "term": ""}).json() == {"results": []}


def test_chosen_claims_are_decided_after_one_preview(client, editor, version):
    event = version.article.events.get()
    claims = [
        make_claim(event=event, statement=words, quoted=False, review="proposed")
        for words in ("anybody was warned", "the weir was shut", "Ana Duarte")
    ]
    for claim in claims:
        make_quote(claim, claim.statement, version)
    elsewhere = make_claim(review="proposed")
    page = client.get(reading_page(version.pk))
    assert page.context["choosable"] == 3
    address = page.context["chosen_address"]
    data = {"action": "publish", "_selected_action": [claims[0].pk, claims[1].pk, elsewhere.pk]}

    preview = client.post(address, data)
    assert [row for row, *_ in preview.context["rows"]] == claims[:2]
    assert not Claim.objects.filter(review=Review.PUBLISHED).exists()
    seen = {f"version_{claim.pk}": claim.row_version for claim in claims[:2]}
    done = client.post(address, data | seen | {"confirm": "yes"})
    client.post(address, {"action": "reject", "_selected_action": [claims[2].pk], "confirm": "yes",
                          "reason": "No claim.", f"version_{claims[2].pk}": 1})  # fmt: skip

    assert done.url == reading_page(version.pk)
    states = [Claim.objects.get(pk=claim.pk).review for claim in (*claims, elsewhere)]
    assert states == ["published", "published", "rejected", "proposed"]
    assert client.post(address, data | {"action": "merge"}).status_code == 403
    assert client.post(address, {"action": "publish", "_selected_action": "x"}).status_code == 400
    client.force_login(make_user("reporter"))
    assert client.post(address, data).status_code == 403
    assert client.get(reading_page(version.pk)).context["choosable"] == 0


def test_opening_the_form_costs_the_same_with_one_claim_on_the_words_and_with_many(
    client, editor, version, django_assert_num_queries
):
    event, words = version.article.events.get(), "anybody was warned"
    for _ in range(2):
        make_quote(make_claim(event=event, statement=words, quoted=False), words, version)
    opened(client, version, words)
    with django_assert_num_queries(15):
        opened(client, version, words)
    for _ in range(12):
        claim = make_claim(
            event=event, statement=words, quoted=False, question=make_question(event=event)
        )
        make_quote(claim, words, version)
    opened(client, version, words)  # new actors: the directory is loaded anew, once
    with django_assert_num_queries(15):
        opened(client, version, words)
