"""Logging a claim by hand, with its words and evidence."""

import hashlib

import pytest
from django.core.exceptions import ValidationError

from claims.choices import Bearing, EvidenceKind, Review
from claims.intake import IntakeError, add_evidence, add_quote, log_claim
from claims.models import Claim
from claims.permissions import NotAllowed
from claims.review import publish
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
    event = make_event()

    claim = log_claim(
        event,
        {"statement": "Two groups did it.", "claimant": actors[0], "answer_actors": actors},
        by=reporter,
    )

    assert (claim.review, claim.logged_by, claim.found_by) == (Review.PROPOSED, reporter, "")
    assert set(claim.answer_actors.all()) == set(actors)
    assert not Claim.objects.public().exists()


def test_a_claim_logged_by_hand_cannot_come_in_published():
    with pytest.raises(IntakeError, match="review, status cannot be given"):
        log_claim(
            make_event(),
            {"statement": "x", "review": "published", "status": "verified"},
            by=make_user("editor"),
        )


def test_wrong_values_and_foreign_questions_are_refused():
    event, reporter = make_event(), make_user("reporter")

    with pytest.raises(ValidationError):
        log_claim(event, {"statement": ""}, by=reporter)
    with pytest.raises(IntakeError, match="belong to the claim's event"):
        log_claim(event, {"statement": "x", "question": make_question()}, by=reporter)


def test_words_are_added_once_as_they_stand_in_the_text():
    reporter = make_user("reporter")
    claim = make_claim(review=Review.PROPOSED, quoted=False)
    version = make_version(TEXT)
    start = TEXT.index("70")

    quotes = [add_quote(claim, version, start, len(TEXT) - 1, by=reporter) for _ in range(2)]

    assert quotes[0] == quotes[1]
    assert quotes[0].exact == "70 attackers were killed"
    assert quotes[0].added_by == reporter


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (-4, 2), (0, 9999), (3, 4)])
def test_a_span_without_words_is_refused(start, end):
    claim = make_claim(review=Review.PROPOSED, quoted=False)

    with pytest.raises(IntakeError, match="Mark the words"):
        add_quote(claim, make_version(TEXT), start, end, by=make_user("reporter"))


def test_only_who_may_publish_adds_words_to_a_published_claim():
    editor = make_user("editor")
    claim = publish(make_claim(review=Review.PROPOSED), by=editor)
    version = make_version(TEXT)

    with pytest.raises(NotAllowed, match="publish claims"):
        add_quote(claim, version, 0, 12, by=make_user("reporter"))
    add_quote(claim, version, 0, 12, by=editor)

    last = last_line(claim)
    assert {quote["exact"] for quote in last.after["quotes"]} == {claim.statement, "The ministry"}


def test_evidence_is_private_unless_said_and_files_keep_their_hash():
    claim = make_claim()
    reporter = make_user("reporter")

    note = add_evidence(claim, by=reporter, description="Our reporter saw the wreck.")
    file = add_evidence(
        claim,
        by=reporter,
        description="Photo of the wreck.",
        kind=EvidenceKind.FILE,
        bearing=Bearing.FOR,
        file=b"bytes",
        file_name="wreck.jpg",
        media_type="image/jpeg",
    )

    assert (note.is_public, file.is_public) == (False, False)
    assert file.sha256 == hashlib.sha256(b"bytes").hexdigest()
    with pytest.raises(NotAllowed):
        add_evidence(claim, by=reporter, description="Public at once.", is_public=True)
