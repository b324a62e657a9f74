"""Logging a claim by hand, with its words and evidence."""

import hashlib

import pytest
from django.core.exceptions import ValidationError

from claims.choices import Lifecycle, Review, Status
from claims.intake import (
    IntakeError,
    add_quote,
    add_span,
    give_evidence,
    log_claim,
    log_passage,
    new_actor,
)
from claims.models import Claim, Evidence
from claims.permissions import NotAllowed
from claims.review import publish
from claims.takedown import take_down
from claims.verification import approve, propose
from tests.claims.lines import last_line
from tests.factories import (
    make_actor,
    make_claim,
    make_event,
    make_question,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
TEXT = "The ministry said that 70 attackers were killed."


def test_a_reporter_logs_a_claim_which_waits_for_an_editor():
    reporter = make_user("reporter")
    actors = [make_actor(), make_actor()]
    new = Claim(event=make_event(), statement="Two groups did it.", claimant=actors[0])

    claim = log_claim(new, actors=actors, by=reporter)

    assert (claim.review, claim.logged_by, claim.found_by) == (Review.PROPOSED, reporter, "")
    assert set(claim.answer_actors.all()) == set(actors)
    assert "statement" in claim.edited_fields
    assert not Claim.objects.public().exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"review": Review.PUBLISHED},
        {"status": Status.VERIFIED},
        {"lifecycle": Lifecycle.RETRACTED},
        {"found_by": "reader 1"},
    ],
)
def test_a_claim_logged_by_hand_cannot_come_in_decided(fields):
    new = Claim(event=make_event(), statement="x", **fields)

    with pytest.raises(IntakeError, match="waits for an editor"):
        log_claim(new, by=make_user("administrator"))


def test_wrong_values_and_foreign_questions_are_refused():
    event, reporter = make_event(), make_user("reporter")

    with pytest.raises(ValidationError):
        log_claim(Claim(event=event, statement=""), by=reporter)
    with pytest.raises(IntakeError, match="belong to the claim's event"):
        log_claim(Claim(event=event, statement="x", question=make_question()), by=reporter)


def test_words_are_added_once_as_they_stand_in_the_text():
    reporter = make_user("reporter")
    claim = make_claim(review=Review.PROPOSED, quoted=False)
    version = make_version(TEXT)

    quotes = [add_quote(claim, version, "70 attackers were killed", by=reporter) for _ in range(2)]

    assert quotes[0] == quotes[1]
    assert quotes[0].exact == "70 attackers were killed"
    assert quotes[0].added_by == reporter


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (-4, 2), (0, 9999), (3, 4)])
def test_a_span_without_words_is_refused(start, end):
    claim = make_claim(review=Review.PROPOSED, quoted=False)

    with pytest.raises(IntakeError, match="Mark the words"):
        add_span(claim, make_version(TEXT), start, end, by=make_user("reporter"))


@pytest.mark.parametrize(
    ("words", "nth", "message"),
    [
        ("eighty attackers", 1, "do not stand"),
        (" ", 1, "do not stand"),
        ("The ministry", 2, "stand in the article 1 times, not 2"),
        ("The ministry", 0, "stand in the article 1 times, not 0"),
    ],
)
def test_words_that_do_not_stand_there_are_refused(words, nth, message):
    claim = make_claim(review=Review.PROPOSED, quoted=False)

    with pytest.raises(IntakeError, match=message):
        add_quote(claim, make_version(TEXT), words, nth=nth, by=make_user("reporter"))


def test_words_are_found_where_they_stand_for_the_nth_time():
    claim = make_claim(review=Review.PROPOSED, quoted=False)
    version = make_version("Yes. 🎉 Yes. Yes.")

    quote = add_quote(claim, version, "Yes.", nth=2, by=make_user("reporter"))

    assert (quote.start, quote.end, version.text[quote.start : quote.end]) == (7, 11, "Yes.")


def test_only_who_may_publish_adds_words_to_a_published_claim():
    editor = make_user("editor")
    claim = publish(make_claim(review=Review.PROPOSED), by=editor)
    version = make_version(TEXT)

    with pytest.raises(NotAllowed, match="publish claims"):
        add_quote(claim, version, "The ministry", by=make_user("reporter"))
    add_quote(claim, version, "The ministry", by=editor)

    last = last_line(claim)
    assert {quote["exact"] for quote in last.after["quotes"]} == {claim.statement, "The ministry"}


def test_evidence_is_private_unless_said_and_files_keep_their_hash():
    claim = make_claim()
    reporter = make_user("reporter")

    note = Evidence(claim=claim, kind="note", description="Our reporter saw the wreck.")
    give_evidence(note, by=reporter)
    file = Evidence(
        claim=claim, kind="file", description="Photo.", file=b"bytes", file_name="wreck.jpg"
    )
    give_evidence(file, by=reporter)

    assert (note.is_public, file.is_public) == (False, False)
    assert (note.added_by, file.sha256) == (reporter, hashlib.sha256(b"bytes").hexdigest())
    note.is_public = True
    for act in (note, Evidence(claim=claim, kind="note", description="x", is_public=True)):
        with pytest.raises(NotAllowed):
            give_evidence(act, by=reporter)


def test_showing_evidence_is_told_with_the_verdict_that_stands_on_it():
    editor = make_user("editor")
    claim = make_claim()
    evidence = give_evidence(
        Evidence(claim=claim, kind="note", description="Photo of the wreck."), by=editor
    )
    proposal = propose(
        claim, status="inconclusive", rationale="x" * 40, evidence=[evidence], by=editor
    )
    verdict = approve(proposal, reviewer=editor)
    assert last_line(verdict).after["evidence"] == []

    evidence.is_public = True
    give_evidence(evidence, by=editor)

    assert [item["description"] for item in last_line(verdict).after["evidence"]] == [
        "Photo of the wreck."
    ]


def drafted(event, **fields):
    values = {"statement": "70 attackers were killed", "claimant_text": "The ministry"} | fields
    return Claim(event=event, **values)


def test_a_passage_is_logged_with_its_words_by_name_and_waits():
    event, reporter = make_event(), make_user("reporter")
    version = make_version("😀 " + TEXT, event=event)
    start = version.text.index("70")

    logged = log_passage(drafted(event), version, (start, start + 24), by=reporter)

    quote = logged.claim.quotes.get()
    assert (quote.exact, version.text[quote.start : quote.end]) == ("70 attackers were killed",) * 2
    assert (quote.added_by, quote.accepted_at) == (reporter, None)
    assert (logged.claim.review, logged.claim.logged_by) == (Review.PROPOSED, reporter)
    history = logged.claim.history.latest("pgh_id")
    assert history.pgh_context.metadata["user"] == reporter.pk


def test_a_form_sent_twice_logs_one_claim_and_another_claimant_a_second():
    event, editor = make_event(), make_user("editor")
    version = make_version(TEXT, event=event)

    first = log_passage(drafted(event), version, (23, 47), by=editor)
    again = log_passage(drafted(event), version, (23, 47), by=editor)
    other = log_passage(drafted(event, claimant_text="Police"), version, (23, 47), by=editor)

    assert (first.is_new, again.is_new, other.is_new) == (True, False, True)
    assert again.claim == first.claim
    assert set(Claim.objects.all()) == {first.claim, other.claim}


def test_an_editor_may_publish_in_the_same_step():
    event = make_event()
    version = make_version(TEXT, event=event)

    logged = log_passage(drafted(event), version, (23, 47), by=make_user("editor"), publish=True)

    assert logged.claim.review == Review.PUBLISHED
    assert list(Claim.objects.public()) == [logged.claim]
    assert last_line(logged.claim).kind == "published"


@pytest.mark.parametrize(
    ("span", "linked", "words"),
    [((0, 999), True, "Mark the words"), ((12, 13), True, "Mark the words"),
     ((5, 5), True, "Mark the words"), ((0, 5), False, "does not belong to")],
)  # fmt: skip
def test_what_cannot_be_logged_leaves_nothing_behind(span, linked, words):
    event = make_event()
    version = make_version(TEXT, event=event if linked else make_event())

    with pytest.raises(IntakeError, match=words):
        log_passage(drafted(event), version, span, by=make_user("editor"))

    assert not Claim.objects.exists()


def test_nothing_is_logged_from_a_text_that_was_taken_down():
    event, administrator = make_event(), make_user("administrator")
    version = make_version(TEXT, event=event)
    take_down(version, by=administrator, reason="By court order.")

    with pytest.raises(IntakeError, match="By court order"):
        log_passage(drafted(event), version, (0, 5), by=administrator)


def test_a_reporter_cannot_publish_by_logging_and_nothing_stays():
    event = make_event()
    version = make_version(TEXT, event=event)

    with pytest.raises(NotAllowed, match="publish"):
        log_passage(drafted(event), version, (0, 12), by=make_user("reporter"), publish=True)

    assert not Claim.objects.exists()


def test_an_actor_is_added_once_under_a_name_and_several_are_not_guessed_between():
    event, editor = make_event(), make_user("editor")

    first = new_actor("Ганна Ліс", "person", event=event, by=editor)

    assert (first.slug, first.kind) == ("hanna-lis", "person")
    assert new_actor("ганна ліс", "", event=event, by=editor) == first
    with pytest.raises(IntakeError, match="what kind"):
        new_actor("Jan Lis", "", event=event, by=editor)
    make_actor("Ганна Ліс")
    with pytest.raises(IntakeError, match="Several"):
        new_actor("Ганна Ліс", "person", event=event, by=editor)
