"""Questions at the desk: merged, taken apart, split, and claims moved, by forms without scripts."""

import pytest
from django.urls import reverse

from claims.models import Claim, Question
from tests.factories import make_claim, make_event, make_question, make_user

pytestmark = pytest.mark.django_db
WHY = "They ask the same."


def page(row, name="change", *args):
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{name}", args=[row.pk, *args])


def decide(client, row, name, **given):
    row.refresh_from_db()
    given = {"row_version": row.row_version} | given
    return client.post(page(row, "decide", name), given, follow=True)


@pytest.fixture
def event(client):
    client.force_login(make_user("editor"))
    return make_event()


def offered(client, row, name, field):
    """What a decision's form offers to choose from, as words."""
    choices = client.get(page(row, "decide", name)).context["form"].fields[field].choices
    groups = [words if isinstance(words, list) else [(key, words)] for key, words in choices]
    return [str(words) for group in groups for key, words in group if key]


def test_questions_are_merged_and_taken_apart_on_their_pages(client, event):
    question, into = make_question(event=event), make_question(event=event)
    claim = make_claim(event=event, question=question)
    make_question(text="Of another event?")
    make_question(event=event, text="Gone?", merged_into=into)

    assert offered(client, question, "merge", "into") == [into.text]
    assert decide(client, question, "merge", into=into.pk).context["form"].errors["reason"]
    done = decide(client, question, "merge", into=into.pk, reason=WHY)
    claim.refresh_from_db()
    assert claim.question == into
    assert f'Merged into <a href="{page(into)}">' in done.text
    assert str(claim) in client.get(page(into)).text

    assert "Merge…" not in done.text
    decide(client, question, "unmerge", reason="They do not.")
    claim.refresh_from_db()
    assert claim.question == question


def test_a_question_of_another_event_cannot_be_merged_into_by_a_forged_form(client, event):
    question, other = make_question(event=event), make_question()

    answer = decide(client, question, "merge", into=other.pk, reason=WHY)

    assert answer.status_code == 400
    question.refresh_from_db()
    assert question.merged_into is None


@pytest.mark.parametrize(("later", "keeps"), [("old", True), ("new", False)])
def test_a_question_is_split_by_ticking_claims(client, event, later, keeps):
    question = make_question(event=event)
    stays, goes = (make_claim(event=event, question=question) for _ in range(2))
    key = question.key

    assert len(offered(client, question, "split", "claims")) == 2
    decide(client, question, "split", claims=[goes.pk], text="What of the bridge?", later=later,
           reason="Two places.")  # fmt: skip

    goes.refresh_from_db()
    question.refresh_from_db()
    assert goes.question.text == "What of the bridge?"
    assert Claim.objects.get(pk=stays.pk).question == question
    assert (question.key == key) == keeps
    assert (
        Question.objects.get(event=event, key=key).pk == (question if keeps else goes.question).pk
    )


def test_a_claim_is_moved_to_a_question_of_its_event(client, event):
    old, new = make_question(event=event), make_question(event=event)
    claim = make_claim(event=event, question=old, review="proposed")
    make_question()

    assert offered(client, claim, "move", "to") == [new.text]
    decide(client, claim, "move", to=new.pk)

    claim.refresh_from_db()
    assert (claim.question, claim.edited_fields) == (new, ["question"])


def test_a_question_costs_the_same_with_one_claim_and_with_ten(
    client, event, django_assert_max_num_queries
):
    question = make_question(event=event)
    make_claim(event=event, question=question)
    client.get(page(question))
    with django_assert_max_num_queries(30) as one:
        client.get(page(question))
        client.get(page(question, "decide", "split"))
    for _ in range(9):
        make_claim(event=event, question=question)

    with django_assert_max_num_queries(30) as ten:
        client.get(page(question))
        client.get(page(question, "decide", "split"))

    assert len(one) == len(ten)


def test_a_published_claim_is_moved_only_by_who_may_publish(client, event):
    question = make_question(event=event)
    waiting = make_claim(event=event, question=question, review="proposed")
    published = make_claim(event=event, question=question)
    label = "Move to a question…"
    assert label in client.get(page(published)).text

    client.force_login(make_user("reporter"))

    assert label in client.get(page(waiting)).text
    assert label not in client.get(page(published)).text
    assert client.get(page(published, "decide", "move")).status_code == 403
