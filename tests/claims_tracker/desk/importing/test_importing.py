"""Importing claims as an editor does it: file, columns, dry run, and what is stored by it."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.models import Claim, Evidence, Question, Quote
from claims_tracker.desk.importing import saving
from events.models import Actor
from tests.factories import (
    make_actor,
    make_claim,
    make_event,
    make_question,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
ADDRESS = "https://outlet.example/report"


@pytest.fixture
def editor(client):
    person = make_user("editor")
    client.force_login(person)
    return person


@pytest.fixture
def event():
    return make_event(title="Fire at the Orsa depot", slug="orsa-fire")


def upload(client, content, **given):
    file = SimpleUploadedFile(
        "claims.csv", content if isinstance(content, bytes) else content.encode()
    )
    return client.post(reverse("admin:desk_import"), {"step": "file", "file": file, **given})


def sent(answer, **changed):
    """What the form of the answer sends as it stands."""
    context = answer.context
    columns = dict(
        context.get("chosen") or [(one["at"], one["chosen"]) for one in context["columns"]]
    )
    return {
        "table": context["signed"], "event": context["asked"].event,
        **{f"column-{at}": name for at, name in columns.items()}, **changed,
    }  # fmt: skip


def go(client, answer, step, **changed):
    return client.post(reverse("admin:desk_import"), sent(answer, step=step, **changed))


def check(client, content, **given):
    return go(client, upload(client, content, **given), "check")


def outcomes(answer):
    return {row.entry.number: row.outcome for row in answer.context["plan"].rows}


def names(answer):
    return {one.name: f"name-{one.key}" for one in answer.context["plan"].unknown}


def test_a_table_becomes_proposed_claims_once_with_who_and_which_file(client, editor, event):
    ministry = make_actor("Orsa Ministry")
    question = make_question(event=event, text="How many were hurt?", topic="casualties")
    version = make_version("The ministry said that nine people were hurt.", event=event)
    version.article.canonical_url = ADDRESS
    version.article.save()
    table = (
        "CLAIM,Speaker,Event,Question,Number,Date,URL,Quotation,Mood\n"
        f"Nine people were hurt,ORSA MINISTRY,orsa-fire,how many were hurt?,9,22.05.2023,{ADDRESS},"
        "nine people were hurt,calm\n"
        "Twelve people were hurt,Orsa ministry,,,more than 12,2023-05,https://other.example/a,,\n"
    )

    first = upload(client, table, event="Fire at the Orsa depot")
    assert "“Mood”" in first.text and first.context["left"] == ["Mood"]
    dry = go(client, first, "check")
    assert outcomes(dry) == {2: "new", 3: "new"}
    assert not Claim.objects.exists()

    answer = go(client, dry, "save")
    told = client.get(answer.url)

    assert "2 of 2 rows were imported as proposed claims." in told.text
    nine, twelve = Claim.objects.order_by("pk")
    assert (nine.claimant, nine.question, nine.made_at, nine.review) == (
        ministry, question, "2023-05-22", "proposed",
    )  # fmt: skip
    assert (nine.logged_by, twelve.count_low, twelve.low_exclusive) == (editor, 12, True)
    assert Quote.objects.get().exact == "nine people were hurt"
    assert Evidence.objects.get().url == "https://other.example/a"
    context = nine.history.get(pgh_label="insert").pgh_context.metadata
    assert context["user"] == editor.pk
    assert re.fullmatch(r"Imported from “claims.csv” \(sha256 [0-9a-f]{12}\)\.", context["reason"])

    again = go(client, upload(client, table, event="orsa-fire"), "check")
    assert outcomes(again) == {2: "there", 3: "there"}
    go(client, again, "save")
    assert Claim.objects.count() == 2


def test_names_that_say_too_little_are_asked_about_and_never_guessed(client, editor, event):
    one, other = make_actor("The Council"), make_actor("Council")
    near = make_actor("Hladkov Viacheslav")
    table = "claim,who\nIt burned,Council\nIt was mined,Gladkov\nIt rained,Depot owner\nIt snowed,Nora\n"

    dry = check(client, table, event="orsa-fire")
    asked = {one.name: one for one in dry.context["plan"].unknown}
    assert set(outcomes(dry).values()) == {"wrong"}
    assert {actor.pk for _, actor in asked["Council"].near} == {one.pk, other.pk}
    assert [actor for _, actor in asked["Gladkov"].near] in ([near], [])

    key = names(dry)
    choices = {
        key["Council"]: f"actor-{other.pk}", key["Gladkov"]: "words",
        key["Depot owner"]: "kind-company", key["Nora"]: "leave",
    }  # fmt: skip
    dry = go(client, dry, "check", **choices)
    assert outcomes(dry) == {2: "new", 3: "new", 4: "new", 5: "left"}
    assert not Actor.objects.filter(name="Depot owner").exists()

    go(client, dry, "save", **choices)

    told = {claim.statement: claim for claim in Claim.objects.all()}
    assert told["It burned"].claimant == other
    assert (told["It was mined"].claimant, told["It was mined"].claimant_text) == (None, "Gladkov")
    assert told["It rained"].claimant == Actor.objects.get(name="Depot owner", kind="company")
    assert "It snowed" not in told


def test_another_teams_event_is_refused_as_if_it_were_not_there(client, editor, event):
    make_event(title="Secret raid", slug="secret-raid").team.add(make_user("editor"))

    dry = check(client, "claim,event\nIt fell,secret-raid\nIt stood,no-such\nIt leaned,Orsa-fire\n")

    told = {row.entry.number: row.errors for row in dry.context["plan"].rows}
    assert told[2] == ("There is no event “secret-raid” that you may edit.",)
    assert told[3] == ("There is no event “no-such” that you may edit.",)
    assert "Secret raid" not in dry.text + client.get(reverse("admin:desk_import")).text
    go(client, dry, "save")
    assert [claim.event for claim in Claim.objects.all()] == [event]


def test_what_the_ledger_or_an_earlier_row_says_is_not_imported(client, editor, event):
    mayor = make_actor("Mayor")
    was = make_claim(event=event, claimant=mayor, statement="It burned", made_at="2023-05-22",
                     review="rejected")  # fmt: skip
    table = (
        "claim,who,date,stance\nIt burned,mayor,2023-05-22,\nIt burned,Mayor,2023-05-23,asserts\n"
        " It  burned ,Mayor,2023-05-23,Asserts\nIt burned,Mayor,2023-05-23,denies\n"
    )

    dry = check(client, table, event="orsa-fire")

    assert outcomes(dry) == {2: "there", 3: "new", 4: "twice", 5: "new"}
    assert dry.context["plan"].rows[0].there == was
    assert dry.context["plan"].rows[2].twin == 3


def test_a_new_question_is_asked_only_when_the_person_says_so(client, editor, event):
    table = "claim,question,topic\nIt burned,What started it?,cause\nIt smoked,What started  it?,cause\n"

    dry = check(client, table, event="orsa-fire")
    assert set(outcomes(dry).values()) == {"wrong"}
    go(client, dry, "save", new_questions="on")

    question = Question.objects.get()
    assert (question.text, question.topic, question.claims.count()) == (
        "What started it?",
        "cause",
        2,
    )


def test_a_reporter_logs_but_makes_no_actors_and_no_questions(client, event):
    client.force_login(make_user("reporter"))
    table = "claim,who,question\nIt burned,Depot owner,\nIt smoked,,What burned?\n"

    dry = check(client, table, event="orsa-fire")
    key = names(dry)["Depot owner"]
    dry = go(client, dry, "check", new_questions="on", **{key: "kind-company"})

    assert set(outcomes(dry).values()) == {"wrong"}
    assert not dry.context["kinds"] and not dry.context["may_ask"]


def test_a_failing_row_stores_nothing_of_the_others(client, editor, event, monkeypatch):
    def refuse(claim, **given):
        if claim.statement == "It smoked":
            raise saving.DecisionError("The ledger is full.")
        return log(claim, **given)

    log = saving.log_claim
    monkeypatch.setattr(saving, "log_claim", refuse)
    dry = check(client, "claim,who\nIt burned,\nIt smoked,\n", event="orsa-fire")

    answer = go(client, dry, "save")

    assert answer.status_code == 400
    assert "Nothing was imported. Row 3: The ledger is full." in answer.text
    assert not Claim.objects.exists()


def test_the_table_cannot_be_changed_on_its_way_nor_taken_by_another(client, editor, event):
    dry = check(client, "claim\nIt burned\n", event="orsa-fire")
    data = sent(dry, step="save")
    for table in ("", data["table"][:-2], "x" + data["table"]):
        answer = client.post(reverse("admin:desk_import"), data | {"table": table})
        assert answer.status_code == 400 and "Choose the file again." in answer.text

    client.force_login(make_user("editor"))
    assert "Choose the file again." in client.post(reverse("admin:desk_import"), data).text
    client.force_login(make_user(""))
    assert client.post(reverse("admin:desk_import"), data).status_code in {302, 403}
    assert not Claim.objects.exists()


def test_columns_must_fit_and_refusals_are_words_on_the_page(client, editor, event):
    first = upload(client, "who,note,low\nMayor,It burned,3\n", event="orsa-fire")
    refused = go(client, first, "check", **{"column-1": ""})
    assert "Say which column holds “What is claimed”." in refused.text
    refused = go(client, first, "check", **{"column-1": "statement", "column-0": "statement"})
    assert "Two columns are both “What is claimed”; leave one out." in refused.text
    assert upload(client, b"%PDF" + bytes(range(32)) * 9).status_code == 400
    hostile = upload(client, "claim,<script>alert(1)</script>\n<script>alert(2)</script>,1\n")
    assert "<script>alert" not in hostile.text + go(client, hostile, "check").text


@pytest.mark.parametrize("rows", [2, 40])
def test_a_dry_run_costs_the_same_for_few_rows_and_for_many(
    client, editor, event, rows, django_assert_max_num_queries
):
    lines = [
        f"It burned {n},Actor of {n},How many {n}?,https://outlet.example/{n},words"
        for n in range(rows)
    ]
    table = "\n".join(["claim,who,question,url,quote", *lines])

    with django_assert_max_num_queries(15):
        check(client, table, event="orsa-fire")
