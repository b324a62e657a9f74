"""What the review desk decides besides pairs: claims, verdicts, articles, feeds, what is stuck."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Claim, VerdictProposal
from claims_tracker.desk.models import LostAnchor
from claims_tracker.desk.review.all_queues import QUEUES
from sources.models import Feed, IngestJob
from tests.claims.test_races import at_once
from tests.claims_tracker.desk_rows import RATIONALE, one_of_each
from tests.factories import make_claim, make_event, make_question, make_user, make_version
from tests.sources.grouping.stories import BARN_FIRE
from tests.sources.test_waiting import waits

pytestmark = pytest.mark.django_db
UNDO = "/admin/desk/undo/"
MODELS = {"contradictions": "contradiction", "claims": "claim", "verdicts": "verdictproposal",
          "articles": "waiting", "feeds": "feed", "quarantine": "ingestjob",
          "readings": "reading", "anchors": "lostanchor"}  # fmt: skip


@pytest.fixture
def rows():
    """A row of every model, by somebody who takes no part; and an article that waits."""
    found = one_of_each(person=make_user("editor"))
    known = make_event(title="Fire in Ostrel")
    guess = {"id": known.public_id, "title": known.title, "score": 0.5, "reason": "A word."}
    waiting = waits(BARN_FIRE[0], suggestions=[guess])
    IngestJob.objects.filter(pk=found["ingestjob"].pk).update(event=found["event"])
    Feed.objects.update(event=found["event"])
    changed = make_version("The ministry said that 12 men fell.", article=found["article"])
    LostAnchor.objects.update(version=changed)
    return found | {"waiting": waiting, "known": known}


@pytest.fixture
def rosa(client):
    person = make_user("reviewer", username="rosa")
    client.force_login(person)
    return person


def page(name, row, *act):
    return "/".join(["/admin/desk", name, str(row.pk), *act, ""])


def sent(client, name, row, act, **given):
    row.refresh_from_db()
    return client.post(
        page(name, row, act), {"row_version": getattr(row, "row_version", ""), **given}
    )


@pytest.mark.parametrize("name", MODELS)
def test_every_queue_shows_its_first_cheaply_and_to_its_team_alone(
    client, rosa, rows, name, django_assert_max_num_queries
):
    row = rows[MODELS[name]]
    assert set(QUEUES) == set(MODELS)
    assert client.get(f"/admin/desk/{name}/").url == page(name, row)

    client.get(page(name, row))  # a process learns its kinds of rows once
    with django_assert_max_num_queries(15):
        shown = client.get(page(name, row))

    assert (shown.context["place"].number, shown.context["place"].total) == ("1", "1")
    assert {tab["number"] for tab in shown.context["tabs"] if tab["here"]} == {"1"}
    assert client.post(page(name, row, "later")).url == f"/admin/desk/{name}/"
    assert client.post(UNDO).url == page(name, row)
    client.post(page(name, row, "take"))
    assert client.get(f"/admin/desk/{name}/?mine=1").url == page(name, row) + "?mine=1"

    (rows["known"] if name == "articles" else rows["event"]).team.add(make_user())
    if name != "articles":  # an article of no event is everybody's
        acts = (*QUEUES[name].acts, "later", "take")
        answers = [client.get(page(name, row)), *(sent(client, name, row, act) for act in acts)]
        assert {answer.status_code for answer in answers} == {404}


@pytest.mark.parametrize(
    ("act", "given", "review"),
    [
        ("publish", {}, "published"),
        ("reject", {"preset": "Misread"}, "rejected"),
        ("reject", {"note": "It is a slogan."}, "rejected"),
        ("merge", {"into": "other"}, "merged"),
    ],
)
def test_a_proposed_claim_is_decided_and_taken_back(client, rosa, act, given, review):
    question = make_question()
    claim, other = (
        make_claim(event=question.event, question=question, review=state, statement=f"It was {state}")
        for state in ("proposed", "published")
    )  # fmt: skip
    assert "Perhaps the same claim" in client.get(page("claims", claim)).text
    into = {"into": str(other.pk)} if "into" in given else {}

    assert sent(client, "claims", claim, act, **given | into).url == "/admin/desk/claims/"
    assert Claim.objects.get(pk=claim.pk).review == review
    reason = claim.history.latest("pgh_id").pgh_context.metadata["reason"]
    assert reason.startswith({"Misread": "Misread: the article"}.get(given.get("preset"), reason))
    client.post(UNDO)

    assert Claim.objects.get(pk=claim.pk).review == "proposed"


def test_a_claim_is_rejected_with_a_reason_only_and_not_undone_over_somebody_elses_edit(
    client, rosa
):
    claim = make_claim(review="proposed")
    assert sent(client, "claims", claim, "reject").status_code == 409
    sent(client, "claims", claim, "publish")
    Claim.objects.filter(pk=claim.pk).update(place="Orsa")

    told = client.post(UNDO, follow=True)

    assert "Somebody changed it since" in told.text
    assert Claim.objects.get(pk=claim.pk).review == "published"


def test_a_verdict_is_approved_by_another_and_its_undoing_waits_for_one_more(client, rosa, rows):
    proposal = rows["verdictproposal"]
    shown = client.get(page("verdicts", proposal)).text
    assert RATIONALE in shown and "No verdict yet." in shown

    sent(client, "verdicts", proposal, "approve")
    assert Claim.objects.get(pk=proposal.claim_id).status == "verified"
    told = client.post(UNDO, follow=True).text
    assert "It stands until another person agrees." in told and "Undone: Approved" not in told

    back = VerdictProposal.objects.get(claim=proposal.claim_id, state="pending")
    assert (back.status, back.proposed_by) == ("unverified", rosa)
    own = client.get(page("verdicts", back)).text
    assert "somebody else has to approve it" in own and "disabled aria-describedby" in own
    assert "Someone else has to approve" in sent(client, "verdicts", back, "approve").text


def test_a_returned_verdict_carries_the_comment(client, rosa, rows):
    proposal = rows["verdictproposal"]
    assert sent(client, "verdicts", proposal, "return").status_code == 409

    sent(client, "verdicts", proposal, "return", note="Say who counted.")

    proposal.refresh_from_db()
    assert (proposal.state, proposal.comment) == ("returned", "Say who counted.")
    assert "Undo" not in client.get("/admin/desk/verdicts/").text.replace("Undo the", "")


def test_an_article_gets_its_event_once(client, rosa, rows):
    job, other = rows["waiting"], make_event()
    assert "Fire in Ostrel" in client.get(page("articles", job)).text

    sent(client, "articles", job, "assign", event=rows["known"].pk)
    late = sent(client, "articles", job, "assign", event=other.pk)

    job.refresh_from_db()
    assert job.event == rows["known"]
    assert late.status_code == 409
    assert "Somebody has said which event it is about: Fire in Ostrel." in late.text


def test_what_is_stuck_is_tried_again_and_a_feed_rests(client, rosa, rows):
    for name in ("quarantine", "readings"):
        sent(client, name, rows[MODELS[name]], "retry")
        assert (
            "by now: somebody was quicker" in sent(client, name, rows[MODELS[name]], "retry").text
        )
    sent(client, "feeds", rows["feed"], "pause")
    assert Feed.objects.get().state == "paused"
    client.post(UNDO)
    assert (Feed.objects.get().state, Feed.objects.get().failures) == ("active", 0)
    rows["reading"].refresh_from_db()
    rows["ingestjob"].refresh_from_db()
    assert (rows["reading"].state, rows["ingestjob"].state) == ("queued", "reading")


def test_the_dashboard_leads_to_the_desk(client, rosa, rows):
    queues = {one.name: one for one in client.get(reverse("admin:index")).context["queues"]}

    for name, tab in (("claims", "claims"), ("proposals", "verdicts"), ("events", "articles"),
                      ("quarantined", "quarantine"), ("readings", "readings"), ("feeds", "feeds")):  # fmt: skip
        assert queues[name].page == f"/admin/desk/{tab}/"
        assert [line.page for line in queues[name].lines] == [page(tab, rows[MODELS[tab]])]


def test_a_corroboration_is_weighed_on_a_page_as_cheap(client, rosa, django_assert_max_num_queries):
    claim = make_claim()
    proposal = VerdictProposal.objects.create(
        claim=claim, status="corroborated", rationale=RATIONALE, proposed_by=make_user()
    )
    client.get(page("verdicts", proposal))

    with django_assert_max_num_queries(15):
        shown = client.get(page("verdicts", proposal))

    assert "1 independent of each other" in shown.text
    refused = sent(client, "verdicts", proposal, "approve").text
    assert "“Corroborated” needs 2 independent origins; I count 1." in refused


@pytest.mark.django_db(transaction=True)
def test_of_two_reviewers_at_once_one_decides_and_the_other_is_told():
    proposal = one_of_each()["verdictproposal"]
    people = [make_user("reviewer") for _ in range(2)]
    clients = [Client() for _ in people]
    for client, person in zip(clients, people, strict=True):
        client.force_login(person)
    version = {"row_version": proposal.row_version}

    answers = at_once(
        *(
            lambda one=one: one.post(page("verdicts", proposal, "approve"), version)
            for one in clients
        )
    )

    assert sorted(answer.status_code for answer in answers) == [302, 409]
    late = next(answer for answer in answers if answer.status_code == 409)
    assert "Somebody changed this" in late.text or "was already approved by" in late.text
