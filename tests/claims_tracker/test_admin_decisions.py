"""Decisions at the desk: pairs, verdicts, articles; and no way round them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims import verification
from claims.choices import ContradictionState, ProposalState, Review, Status
from claims.models import Claim, Contradiction, VerdictProposal
from sources.choices import FeedState, IngestState
from sources.models import Article, Feed, IngestJob
from tests.claims.test_triage import accused
from tests.claims_tracker.desk_rows import ledger_admins, one_of_each
from tests.factories import (
    make_actor,
    make_claim,
    make_contradiction,
    make_event,
    make_ingest,
    make_outlet,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
RATIONALE = "Two independent agencies were at the place and counted the same."
MACHINE = {"found_by": "claims-reading 1.0", "confidence": 0.87, "review": Review.PROPOSED}


def page(row, name="change", *args):
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{name}", args=[row.pk, *args])


def decide(client, row, name, **given):
    """Send a decision's form as the row's page would."""
    row.refresh_from_db()
    version = {"row_version": row.row_version} if hasattr(row, "row_version") else {}
    return client.post(page(row, "decide", name), version | given)


@pytest.fixture
def olena(client):
    """An editor at the desk."""
    person = make_user("editor", username="olena")
    client.force_login(person)
    return person


def open_pairs(number, event=None):
    """Pairs that wait, the first worth the most; each says something else than the others."""
    event = event or make_event()
    return [
        make_contradiction(
            event=event, state=ContradictionState.OPEN, signals={"rule": "counts"},
            score=0.9 - place / 10, first=make_claim(event=event, statement=f"{place} were killed"),
        )
        for place in range(number)
    ]  # fmt: skip


def test_a_pair_is_shown_with_its_place_in_the_queue_and_what_found_it(client, olena):
    pairs = open_pairs(3)

    shown = client.get(page(pairs[1]))

    assert "pair <b>2 of 3</b>" in shown.text
    assert "Flagged by software: rules 1, rule counts, score 0.80" in shown.text
    assert shown.context["place"].following == [pairs[2]]
    assert shown.context["place"].previous == pairs[0]


@pytest.mark.parametrize(
    ("name", "given", "state"),
    [
        ("confirm", {"note": "Plain."}, ContradictionState.CONFIRMED),
        ("dismiss", {"reason": "different_time"}, ContradictionState.DISMISSED),
    ],
)
def test_a_decided_pair_leads_to_the_next_and_keeps_the_filters(client, olena, name, given, state):
    event = make_event()
    other, first, second = open_pairs(1) + open_pairs(2, event)
    query = f"?event={event.slug}"

    answer = client.post(
        page(first, "decide", name) + query, given | {"row_version": first.row_version}
    )

    assert answer.url == page(second) + query
    first.refresh_from_db()
    assert (first.state, first.decided_by) == (state, olena)
    decide(client, second, "confirm")
    assert other.state == ContradictionState.OPEN


def test_a_dismissal_without_a_reason_is_refused_in_words(client, olena):
    (pair,) = open_pairs(1)

    assert decide(client, pair, "dismiss").status_code == 400
    answer = decide(client, pair, "dismiss", reason="other")
    assert "“Other” needs a note that says what." in answer.text
    pair.refresh_from_db()
    assert pair.state == ContradictionState.OPEN


@pytest.mark.parametrize("alike", [1, 3])
def test_a_pair_costs_the_same_whatever_waits_behind_it(
    client, olena, alike, django_assert_max_num_queries
):
    (pair, *_) = accused(make_event(), alike)
    with django_assert_max_num_queries(15) as alone:
        client.get(page(pair))
    open_pairs(4, pair.event)
    accused(make_event(), 3)

    with django_assert_max_num_queries(15) as before_others:
        client.get(page(pair))

    assert len(alone) == len(before_others)


def test_the_dashboard_costs_the_same_with_three_rows_in_each_queue(
    client, django_assert_max_num_queries
):
    person = make_user("reviewer")
    client.force_login(person)
    one_of_each()
    with django_assert_max_num_queries(15):
        client.get(reverse("admin:index"))  # the claims of each day are counted now and then
    with django_assert_max_num_queries(15) as one:
        client.get(reverse("admin:index"))
    for _ in range(2):
        one_of_each()

    with django_assert_max_num_queries(15) as three:
        client.get(reverse("admin:index"))

    assert len(one) == len(three)


def test_queues_count_to_a_hundred_and_hold_what_the_person_can_decide(client, olena):
    event, closed = make_event(), make_event()
    closed.team.add(make_user("editor"))
    actor = make_actor()
    Claim.objects.bulk_create(
        Claim(event=where, statement="x", claimant=actor)
        for where, number in ((event, 101), (closed, 1))
        for _ in range(number)
    )
    make_contradiction(event=closed, state=ContradictionState.OPEN)

    queues = {one.name: one for one in client.get(reverse("admin:index")).context["queues"]}

    assert queues["claims"].tally.words == "100+"
    assert queues["contradictions"].tally.words == "0"


def propose(claim, by, status=Status.VERIFIED):
    return verification.propose(
        claim, status=status, rationale=RATIONALE, no_evidence_because="Seen by eye.", by=by
    )


def test_a_verdict_is_proposed_by_one_and_approved_by_another(client):
    client.force_login(make_user("reviewer"))
    claim = make_claim()
    answer = decide(
        client, claim, "propose",
        status="verified", rationale=RATIONALE, no_evidence_because="Seen by eye.",
    )  # fmt: skip
    assert answer.status_code == 302
    proposal = VerdictProposal.objects.get()

    own = client.get(page(proposal))
    assert "somebody else has to approve it" in own.text
    assert "disabled" in own.text
    assert "Someone else has to approve" in decide(client, proposal, "approve").text
    claim.refresh_from_db()
    assert claim.status == Status.UNVERIFIED

    client.force_login(make_user("reviewer"))
    decide(client, proposal, "approve")
    claim.refresh_from_db()
    assert claim.status == Status.VERIFIED


@pytest.mark.parametrize(
    "given",
    [
        {"rationale": "Too short.", "no_evidence_because": "None."},
        {"rationale": RATIONALE},
        {"rationale": RATIONALE, "no_evidence_because": "None.", "status": "invented"},
    ],
)
def test_a_verdict_without_reason_evidence_or_known_status_is_refused(client, olena, given):
    claim = make_claim()

    assert decide(client, claim, "propose", **({"status": "refuted"} | given)).status_code == 400
    assert not VerdictProposal.objects.exists()


def test_the_form_previews_each_label_and_who_must_approve(client, olena):
    event = make_event()
    claim = make_claim(event=event)
    make_contradiction(
        event=event, first=claim, second=make_claim(event=event, claimant=make_actor("Kyiv"))
    )

    shown = client.get(page(claim, "decide", "propose")).text

    assert (
        "Verified: readers see “Verified, disputed by Kyiv”. A different person has to approve it."
    ) in shown
    assert "Inconclusive: readers see “Inconclusive, disputed by Kyiv”." in shown


def test_a_returned_proposal_carries_its_comment(client, olena):
    proposal = propose(make_claim(), olena)
    client.force_login(make_user("reviewer"))

    decide(client, proposal, "return", comment="Which agencies?")

    proposal.refresh_from_db()
    assert (proposal.state, proposal.comment) == (ProposalState.RETURNED, "Which agencies?")
    client.force_login(olena)
    mine = {one.name: one for one in client.get(reverse("admin:index")).context["queues"]}["mine"]
    assert mine.tally.number == 1


def test_another_teams_proposal_says_so_and_offers_nothing(client, olena):
    claim = make_claim()
    member = make_user("editor")
    proposal = propose(claim, member)
    claim.event.team.add(member)

    shown = client.get(page(proposal))

    assert "Only the team of this event may decide." in shown.text
    assert shown.context["decisions"] == []


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"url": "https://outlet.example/story"}, "https://outlet.example/story"),
        ({"file": SimpleUploadedFile("story.txt", b"The ministry said so.")}, "story.txt"),
    ],
)
def test_an_article_is_asked_for_by_address_or_as_a_file(client, olena, given, name):
    event = make_event()
    if "file" in given:
        given["file"].seek(0)

    answer = client.post(reverse("admin:sources_ingestjob_add"), given | {"event": event.pk})

    job = IngestJob.objects.get()
    assert answer.url == page(job)
    assert (str(job), job.event, job.requested_by) == (name, event, olena)
    assert job.state == IngestState.QUEUED


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Give an address or a file"),
        ({"url": "https://outlet.example/a", "published": "some day"}, "no date I can read"),
        ({"file": SimpleUploadedFile("a.exe", b"MZ")}, "Only .txt, .html and .jsonl"),
    ],
)
def test_a_wish_that_cannot_be_taken_is_refused_in_words(client, olena, given, words):
    answer = client.post(reverse("admin:sources_ingestjob_add"), given)

    assert words in answer.text
    assert not IngestJob.objects.exists()


def test_which_event_is_asked_and_answered(client, olena):
    event, version = make_event(), make_version()
    job = make_ingest(
        state=IngestState.NEEDS_EVENT, article=version.article, version=version,
        suggestions=[{"title": "<b>Raid</b>", "score": 0.5, "reason": "Its place is named."}],
    )  # fmt: skip

    assert "&lt;b&gt;Raid&lt;/b&gt;" in client.get(page(job)).text
    decide(client, job, "assign", event=event.pk)

    job.refresh_from_db()
    assert (job.event, job.state) == (event, IngestState.READING)


def test_a_new_feed_is_asked_at_once(client, olena):
    outlet = make_outlet()

    answer = client.post(
        reverse("admin:sources_feed_add"),
        {"url": "https://outlet.example/feed", "outlet": outlet.pk, "state": "active"},
    )

    feed = Feed.objects.get()
    assert answer.status_code == 302
    assert feed in Feed.objects.due(feed.next_poll_at)
    assert feed.state == FeedState.ACTIVE


def test_machine_output_is_marked_wherever_it_is_listed(client, olena):
    claim = make_claim(**MACHINE)

    assert "software, 0.87" in client.get(reverse("admin:claims_claim_changelist")).text
    shown = client.get(page(claim)).text
    assert "Found by software: claims-reading 1.0, confidence 0.87" in shown
    assert "software" in client.get(reverse("admin:index")).text


STATES = {"review", "status", "lifecycle", "state", "visibility", "published_at", "published_by"}


def test_no_form_of_the_desk_has_a_field_for_a_state(client):
    person = make_user("administrator", is_superuser=True)
    client.force_login(person)
    rows = one_of_each(person=person)
    found = {}
    for model, _ in ledger_admins():
        add = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
        for address in (page(rows[model._meta.model_name]), add):
            answer = client.get(address)
            if answer.status_code != 200 or "adminform" not in (answer.context or {}):
                continue
            found[model.__name__] = STATES & set(answer.context["adminform"].form.fields)

    # A feed's state is an editor's own switch: paused or polled.
    assert {name: fields for name, fields in found.items() if fields} == {"Feed": {"state"}}


def test_forged_states_in_a_form_change_nothing(client, olena):
    claim = make_claim(**MACHINE)
    shown = client.get(page(claim)).context["adminform"].form
    data = {
        name: value for name in shown.fields
        if (value := shown[name].value()) not in (None, False, "", [])
    }  # fmt: skip
    data |= {
        "answer_names": "[]", "answered-TOTAL_FORMS": "0", "answered-INITIAL_FORMS": "0",
        "statement": "Another statement", "review": "published", "status": "verified",
        "published_by": olena.pk, "published_at": "2023-05-22",
    }  # fmt: skip

    assert client.post(page(claim), data).status_code == 302

    claim.refresh_from_db()
    assert claim.statement == "Another statement"
    assert (claim.review, claim.status) == (Review.PROPOSED, Status.UNVERIFIED)
    assert not Claim.objects.public().exists()


def test_confirming_a_pair_of_machine_claims_shows_neither_to_readers(client, olena):
    event = make_event()
    first, second = (make_claim(event=event, **MACHINE) for _ in range(2))
    pair = make_contradiction(event=event, first=first, second=second, state="open")

    decide(client, pair, "confirm")

    assert Contradiction.objects.get().state == ContradictionState.CONFIRMED
    assert not Contradiction.objects.public().exists()
    assert not Claim.objects.public().exists()


def test_the_desk_answers_with_the_strict_policy_and_no_inline_code(client, olena):
    rows = one_of_each(person=olena)
    addresses = [reverse("admin:index"), page(rows["claim"]), page(rows["contradiction"]),
                 page(rows["verdictproposal"]), page(rows["claim"], "history"),
                 page(rows["claim"], "decide", "reject")]  # fmt: skip
    for address in addresses:
        answer = client.get(address)
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert " style=" not in answer.text
        assert "<style" not in answer.text
        assert "<script>" not in answer.text


def test_an_article_shows_its_text_as_text(client, olena):
    version = make_version("<script>alert(1)</script> The ministry said so.")

    shown = client.get(page(version)).text

    assert "&lt;script&gt;alert(1)&lt;/script&gt; The ministry" in shown
    assert Article.objects.count() == 1


@pytest.mark.parametrize("sent", ["abc", "a\x00b", "9" * 40, "\u0661"])
def test_a_tampered_id_is_refused_and_breaks_nothing(client, sent):
    client.force_login(make_user("editor"))
    make_claim()

    bulk = {"action": "publish", "_selected_action": sent}
    assert client.post("/admin/claims/claim/", bulk).status_code == 400
    for page in ("claims/claim/add/", "sources/ingestjob/add/"):
        form = {"event": sent, "claimant": sent, "outlet": sent, "url": "https://a.example/"}
        assert client.post(f"/admin/{page}", form).status_code == 200, page
