"""What a page says in each state that a claim, a pair or an event can be in."""

import re

import html5lib
import pytest

from claims.choices import Review, Stance, Status
from claims.pages.answers import answer
from claims.takedown import take_down
from events.choices import Progress
from sources.models import Article
from tests.browser.scene import decide
from tests.factories import (
    NOON,
    make_claim,
    make_contradiction,
    make_event,
    make_question,
    make_quote,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
BLOCK = re.compile(r"<(?:p|div|li|h[1-6]|d[td]|t[dhr]|br|section)\b")


def text(client, address):
    """The words of a page as a reader has them, each white space one blank."""
    body = client.get(address).content.decode()
    tree = html5lib.parse(BLOCK.sub(r" \g<0>", body), namespaceHTMLElements=False)
    return " ".join("".join(tree.find("body").itertext()).split())


def event_text(client, event, query=""):
    return text(client, event.get_absolute_url() + query)


def test_an_event_without_claims_says_so_and_stays_out_of_search_engines(client):
    event = make_event()
    make_claim(event=event, review=Review.PROPOSED)

    response = client.get(event.get_absolute_url())

    assert "No claims published yet 1 in review." in event_text(client, event)
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_one_claim_alone_says_that_only_one_party_has_spoken(client):
    event = make_event()
    make_claim(event=event, question=make_question(event=event, text="Who cut the water?"))

    shown = event_text(client, event)

    assert "Who cut the water? 1 position, 1 claim" in shown
    assert "No other position recorded Only one party has spoken." in shown
    assert "Contradictions None confirmed." in shown


def test_both_sides_of_a_contradiction_name_each_other(client, scene):
    shown = event_text(client, scene.event)

    assert "Who carried out the raid? 3 positions, 3 claims, 2 contradictions" in shown
    assert "contradicts A, B" in shown
    assert "Inconclusive disputed by Lindhaven Legion, Government of the East" in shown


def test_who_contradicts_twice_is_named_once(client):
    event = make_event()
    claim, twice = make_claim(event=event), make_claim(event=event)
    again = make_claim(event=event, claimant=twice.claimant)
    for other in (twice, again):
        make_contradiction(event=event, first=claim, second=other)

    for address in (event.get_absolute_url(), claim.get_absolute_url()):
        assert f"disputed by {twice.claimant_name} " in text(client, address)
        assert f"{twice.claimant_name}, {twice.claimant_name}" not in text(client, address)


def test_a_question_joined_by_a_contradiction_is_named_with_the_side_that_answers_it(client, scene):
    assert "11:30 UTC (14:30 local) on: Did the East have a part in it?" in event_text(
        client, scene.event
    )


def test_a_tension_is_shown_and_not_counted(client):
    event = make_event()
    one, other = make_claim(event=event), make_claim(event=event)
    make_contradiction(event=event, first=one, second=other, severity="tension")

    shown = event_text(client, event)

    assert "0 contradictions" in shown
    assert f"in tension with {other.claimant_name}" in shown
    assert "Contradictions" in shown and "None confirmed." in shown and "Tensions" in shown


def test_a_source_that_names_nobody_is_quoted_as_nobodys(client, scene):
    shown = text(client, scene.claims["unnamed"].get_absolute_url())

    assert "Claimant not named in the source asserts, 23 May 2023, 16:40 UTC" in shown
    assert "officials (not named in the source) assert, hedged" in event_text(client, scene.event)


def test_undated_claims_stand_at_the_end_whichever_way_time_runs(client, scene):
    for order in ("oldest", "newest"):
        shown = event_text(client, scene.event, f"?order={order}")
        strip = shown.index("Date not stated 1 claim undated Western defence ministry")

        assert strip > shown.index("Tuesday 23 May 2023 5 claims")
        assert "The source says “on Monday”, which we could not tie to a date." in shown[strip:]


def test_a_month_is_not_shown_as_its_first_day(client, scene):
    assert "May 2023 1 claim May 2023 officials" in event_text(client, scene.event)


@pytest.mark.parametrize(
    ("progress", "first"), [(Progress.CLOSED, "the start"), (Progress.DEVELOPING, "the end")]
)
def test_a_closed_event_is_told_from_the_start_a_developing_one_from_the_end(
    client, progress, first
):
    event = make_event(progress=progress)
    for words, at in (("the start", "2023-05-22"), ("the end", "2023-05-23")):
        make_claim(event=event, statement=words, made_at=at)

    shown = event_text(client, event)

    assert min(("the start", "the end"), key=shown.index) == first


def test_a_revised_figure_keeps_the_old_one_and_its_time(client, scene):
    new, old = scene.claims["twelve"], scene.claims["eight"]

    assert "12 the number of injured has risen to twelve was 8, said 22 May 2023" in event_text(
        client, scene.event
    )
    assert "was 8, said 22 May 2023, 18:20 UTC (21:20 local)" in text(
        client, new.get_absolute_url()
    )
    assert "Unverified revised since" in text(client, old.get_absolute_url())
    assert "The same claimant later: 12" in text(client, old.get_absolute_url())


def test_a_revision_that_is_not_public_is_not_told_of(client):
    old = make_claim(review=Review.PROPOSED, statement="eight were hurt")
    new = make_claim(event=old.event, revises=old, statement="twelve were hurt")
    make_claim(event=old.event, review=Review.PROPOSED, revises=new, statement="ninety were hurt")

    shown = text(client, new.get_absolute_url())

    assert "eight were hurt" not in shown and "ninety were hurt" not in shown


def test_a_retracted_claim_stays_and_is_left_out_of_the_counts(client, scene):
    shown = event_text(client, scene.event)

    assert "11 claims 7 claimants 2 from unnamed sources 3 contradictions 1 retracted" in shown
    assert "the governor himself was wounded" in shown
    assert "Retracted" in text(client, scene.claims["retracted"].get_absolute_url())


def test_pages_and_api_count_the_same_claimants(client, scene):
    rows = client.get("/api/v1/claims/?event=raid-on-lindhaven&lifecycle=current").json()["results"]
    rows += client.get("/api/v1/claims/?event=raid-on-lindhaven&lifecycle=revised").json()[
        "results"
    ]
    named = {row["claimant"]["slug"] for row in rows if row["claimant"]}
    nameless = [row for row in rows if not row["claimant"]]
    counted = f"{len(named)} claimants"

    assert len(nameless) == 2
    assert f"{counted} {len(nameless)} from unnamed sources" in event_text(client, scene.event)
    assert f"{counted}, {len(nameless)} from unnamed sources" in text(client, "/")


def test_words_taken_down_leave_their_place_and_no_word(client):
    words = "a long enough sentence that a court has forbidden us to show to anybody"
    claim = make_claim(statement=words)
    take_down(
        claim.quotes.get().version, by=make_user("administrator"), reason="Court order of 1 June."
    )

    for address in (claim.get_absolute_url(), claim.event.get_absolute_url()):
        body = client.get(address).content.decode()
        assert words not in body
        assert "Court order of 1 June." in body
    assert "In its context" not in text(client, claim.get_absolute_url())


def test_words_in_another_language_keep_it_and_their_direction(client, scene):
    body = client.get(scene.event.get_absolute_url()).content.decode()

    assert '<blockquote class="words" lang="ru" dir="auto"><q>через границу' in body
    assert '<blockquote class="words" lang="ar" dir="auto"><q>لا يزال' in body


def test_only_a_claimants_own_words_stand_in_our_quotation_marks(client):
    claim = make_claim(statement="we did it")
    quote = claim.quotes.get()

    assert "<q>" not in client.get(claim.get_absolute_url()).content.decode()
    type(quote).objects.update(attribution="direct_quote")
    assert "<q>we did it</q>" in client.get(claim.get_absolute_url()).content.decode()


def test_quotation_marks_of_the_source_are_not_doubled(client):
    claim = make_claim(statement="“we did it”")
    claim.quotes.update(attribution="direct_quote")

    assert "<q>" not in client.get(claim.get_absolute_url()).content.decode()


def test_copies_of_one_report_are_one_origin(client, scene):
    shown = text(client, scene.claims["denial"].get_absolute_url())

    assert "5 articles, 1 origin" in shown


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        ("not_found", "original gone since 22 May 2023, 12:00 UTC; our copy kept"),
        ("changed", "original changed since 22 May 2023, 12:00 UTC; our copy kept"),
    ],
)
def test_the_words_stay_when_the_original_is_gone(client, gone, words):
    claim = make_claim(statement="the mill burnt")
    before = event_text(client, claim.event)
    Article.objects.update(gone=gone, gone_at=NOON)

    after = event_text(client, claim.event)

    assert words in after and words not in before
    assert "the mill burnt" in after
    assert words in text(client, claim.get_absolute_url())


def test_why_a_status_stands_is_told_with_both_roles_and_public_evidence(client, scene):
    shown = text(client, scene.claims["blame"].get_absolute_url())

    assert "Two landmarks in the pictures match the known plan of it." in shown
    assert "For the claim: Pictures of the yard" in shown
    assert "Proposed by an editor, approved by a reviewer, a second person" in shown
    assert "A message we keep" not in shown
    assert "Why this status Two landmarks" in event_text(client, scene.event)


def test_earlier_verdicts_stay_in_the_history(client):
    claim = make_claim()
    decide(claim, Status.CORROBORATED, rationale="Two reports of their own say it, apart.")
    decide(claim, Status.REFUTED, rationale="The pictures turned out to be of another year.")

    shown = text(client, claim.get_absolute_url())

    assert shown.index("another year") < shown.index("say it, apart")
    assert "Refuted before: corroborated" in shown


def test_the_parting_row_of_a_pair_is_marked_and_no_other(client, scene):
    body = client.get(scene.pairs["count"].get_absolute_url()).content.decode()
    rows = re.findall(r'<tr class="parts">\s*<th scope="row">(\w+)', body)

    assert rows == ["Answer"]
    assert "12 injured (civilians)" in body and "at least 13 injured (civilians)" in body


def test_a_pair_says_who_found_it_and_that_a_person_confirmed_it(client):
    pair = make_contradiction(detector="rules 1", score=0.93, signals={"rule": "counts_disagree"})
    own = make_contradiction(detector="")

    shown = text(client, pair.get_absolute_url())
    assert "Found by software, " in shown and "an editor confirmed it." in shown
    assert "counts_disagree" not in shown and "0.93" not in shown
    assert "Found and confirmed by an editor." in text(client, own.get_absolute_url())


def test_the_checks_are_shown_while_the_pair_would_still_pass_them(client):
    event = make_event()
    question = make_question(event=event, topic="casualties", key="casualties:killed")
    counted = {
        "event": event,
        "question": question,
        "topic": "casualties",
        "measure": "killed",
        "unit": "person",
    }
    low = make_claim(statement="eight were killed", count_low=8, count_high=8, **counted)
    high = make_claim(statement="seventy were killed", count_low=70, count_high=70, **counted)
    pair = make_contradiction(event=event, first=low, second=high, kind="count")

    before = text(client, pair.get_absolute_url())
    high.count_low = high.count_high = 8
    high.save()
    after = text(client, pair.get_absolute_url())

    assert "Same event" in before and "Different claimants" in before
    assert "Same event" not in after


def test_an_actor_is_counted_with_denominators_and_never_scored(client, scene):
    shown = text(client, "/actors/west-mod/")

    assert "1 of 2 unverified 1 of 2 inconclusive 1 of 2 disputed by somebody else" in shown
    assert "0 of 2 retracted by the claimant" in shown
    assert "%" not in shown


def test_an_actor_only_named_by_others_has_a_page_without_claims(client):
    claim = make_claim()
    named = make_claim().claimant
    named.claims.update(review=Review.REJECTED)
    claim.answered.create(actor=named)

    assert "No claim of its own is on record" in text(client, named.get_absolute_url())


def test_an_outlets_grade_stands_with_its_reason(client, scene):
    shown = text(client, "/outlets/granitsa-24/")

    assert "D: not usually reliable, 1 January 2023" in shown
    assert "Record of corrections." in shown
    assert "State-linked yes" in shown


def test_a_search_finds_words_and_names_and_helps_when_it_finds_nothing(client, scene):
    assert "eight people were injured" in text(client, "/search/?q=injured")
    assert "wrecked vehicle" in text(client, "/search/?q=western defence ministry")
    assert "No published claim has all of these words: “zeppelin”." in text(
        client, "/search/?q=zeppelin"
    )


def test_filters_narrow_the_list_and_say_what_to_drop(client, scene):
    both = event_text(client, scene.event, "?claimant=west-mod&status=verified")
    one = event_text(client, scene.event, "?claimant=west-mod")

    assert "No claim fits. Take away the claimant or the status to see more." in both
    assert "2 shown, of 11 in all." in one
    assert "at least thirteen people" not in one.split("Claims", 2)[2].split("Sources")[0]


def test_pages_of_the_list_are_linked_and_keep_the_filter(client):
    event = make_event(progress=Progress.CLOSED)
    for number in range(52):
        make_claim(event=event, statement=f"shell {number}", quoted=False)
    address = event.get_absolute_url() + "?status=unverified"

    first = client.get(address).content.decode()
    following = re.search(r'rel="next" href="([^"#]*)', first).group(1).replace("&amp;", "&")
    second = client.get(event.get_absolute_url() + following).content.decode()

    assert "status=unverified" in following
    assert first.count('<li class="claim') == 50 and second.count('<li class="claim') == 2
    assert 'rel="prev"' in second and 'rel="next"' not in second


def test_more_than_twelve_questions_are_one_link_away(client):
    event = make_event()
    for number in range(14):
        make_claim(event=event, question=make_question(event=event, text=f"Question of {number}?"))

    some, every = event_text(client, event), event_text(client, event, "?questions=all")

    assert some.count(" 1 position, 1 claim") == 12 and "All questions (2 more)" in some
    assert every.count(" 1 position, 1 claim") == 14 and "more)" not in every


def test_a_denial_of_a_part_is_told_as_one_in_the_table(client):
    event = make_event()
    one = make_claim(
        event=event, rung="took_part", stance=Stance.DENIES, answer_names=["~The East"]
    )
    pair = make_contradiction(event=event, first=one)

    assert "The East did not take part" in text(client, pair.get_absolute_url())


def test_a_claim_page_says_in_words_who_found_it(client):
    claim = make_claim(found_by="claims-reading 1.0 part-noun", confidence=0.95)

    shown = text(client, claim.get_absolute_url())

    assert "Found in the article by software, read and published by an editor." in shown
    assert "part-noun" not in shown and "0.95" not in shown


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"topic": "responsibility", "answer_denied": True}, "It was not The East"),
        ({"topic": "control", "stance": Stance.DENIES}, "Not The East"),
        ({"topic": "presence", "value": "there", "answer_denied": True}, "The East: not there"),
        ({"topic": "involvement", "rung": "ordered"}, "The East ordered it"),
        ({"topic": "responsibility"}, "The East"),
        ({"measure": "where", "value": "in", "statement": "It was at sea"}, "It was at sea"),
    ],
)
def test_an_answer_is_told_in_words(said, words):
    assert answer(make_claim(answer_names=["The East"], **said)) == words


def test_a_quote_is_shown_in_two_sentences_on_each_side(client, scene):
    shown = text(client, scene.claims["denial"].get_absolute_url())

    assert (
        "The roads were closed at noon. Government of the East said that no Eastern unit" in shown
    )
    assert "No other figure was given. Journalists were kept away. …" in shown
    assert "The last sentence is far off" not in shown


def test_the_citation_names_speaker_source_status_and_time(client):
    claim = make_claim(
        statement="70% of the mill & yard burnt", claimant=None, claimant_text="the mill_master"
    )
    make_quote(claim, "burnt", make_version("It burnt.", event=claim.event))

    body = client.get(claim.get_absolute_url()).content.decode()

    assert f"@misc{{{claim.public_id}," in body
    assert r"author = {{the mill\_master}}" in body
    assert r"title = {70\% of the mill \&amp; yard burnt}" in body
    assert "status “unverified”, known at 22 May 2023, 12:00 UTC." in body


def test_positions_beyond_a_row_are_named_and_lead_to_their_claims(client):
    event = make_event()
    question = make_question(event=event)
    for day in range(1, 8):
        make_claim(event=event, question=question, made_at=f"2024-02-0{day}")
    last = make_claim(event=event, question=question, made_at="2024-03-02")
    unnamed = make_claim(
        event=event, question=question, claimant=None, claimant_text="a ferryman",
        made_at="2024-03-03",
    )  # fmt: skip

    page = client.get(event.get_absolute_url()).content.decode()

    assert "3 more positions</summary>" in page
    assert f'<a href="?claimant={last.claimant.slug}#list">{last.claimant.name}</a>' in page
    assert f'<a href="{unnamed.get_absolute_url()}">a ferryman</a>' in page
