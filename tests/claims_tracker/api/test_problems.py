"""What a program that asked wrongly is told to do instead."""

import pytest

from claims.choices import Review
from claims.event_publication import hide_event, publish_event
from events.choices import Visibility
from tests.factories import make_actor, make_claim, make_event, make_user

pytestmark = pytest.mark.django_db


def detail_of(client, address: str, status: int = 404) -> str:
    """The words of the problem at an address."""
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    return response.json()["detail"]


def test_an_address_without_its_slash_is_answered_with_the_right_one(client):
    detail = detail_of(client, "/api/v1/claims")

    assert (
        detail
        == "There is nothing at /api/v1/claims. Try /api/v1/claims/, with a slash at its end."
    )
    for other in ("v1/no/such/thing", "v1/no/such/thing/", "v1/claims/clm_1//", "nowhere"):
        assert "Try" not in detail_of(client, f"/api/{other}")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("status=true", "“true” is none of: unverified, corroborated, "),
        ("contested=maybe", "“maybe” is none of: true, false."),
    ],
)
def test_a_word_outside_a_closed_list_is_answered_with_the_list(client, query, said):
    assert said in detail_of(client, f"/api/v1/claims/?{query}", 400)


NAMING = {
    "events/{event}/timeline": ["claimant", "question", "outlet"],
    "claims": ["event", "claimant", "question", "outlet"],
    "contradictions": ["event", "claimant", "claim"],
    "verdicts": ["event", "claim"],
    "questions": ["event"],
    "articles": ["event", "outlet"],
    "changes": ["event"],
    "exports/claims.csv": ["event", "claimant"],
}


@pytest.mark.parametrize(
    ("path", "name"), [(path, name) for path, names in NAMING.items() for name in names]
)
def test_a_name_that_nothing_public_has_is_refused_with_the_parameter(client, path, name):
    claim = make_claim()
    slash = "" if "." in path else "/"
    address = f"/api/v1/{path.format(event=claim.event.slug)}{slash}?{name}=mispelt"

    response = client.get(address)

    word = "no public " + name
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    assert response.json()["errors"] == [
        {"pointer": f"#/{name}", "detail": f"There is {word} “mispelt”."}
    ]


def test_one_wrong_name_beside_a_right_one_is_refused_too(client):
    claim = make_claim()
    address = f"/api/v1/claims/?event={claim.event.slug}&event=mispelt"

    assert "“mispelt”" in detail_of(client, address, 400)


def test_a_name_that_nothing_public_has_any_more_leads_to_the_new_one(client):
    event = make_claim(event=make_event(slug="first-name")).event
    event.slug = "new-name"
    event.save()

    said = detail_of(client, "/api/v1/claims/?event=first-name", 400)

    assert said == "#/event: There is no public event “first-name”. It is “new-name” now."


def test_what_is_not_public_is_refused_like_what_never_was(client):
    draft = make_event(slug="secret", visibility=Visibility.DRAFT)
    waiting = make_claim(event=draft, review=Review.PROPOSED, claimant=make_actor("Nobody yet"))

    for query, name in (
        ("event=secret", "event “secret”"),
        (f"claimant={waiting.claimant.slug}", f"claimant “{waiting.claimant.slug}”"),
    ):
        said = detail_of(client, f"/api/v1/claims/?{query}", 400)
        assert said.endswith(f"There is no public {name}.")


def test_who_follows_an_event_in_the_log_learns_that_it_was_hidden(client):
    editor = make_user("editor")
    event = make_claim(event=make_event(slug="the-raid", visibility=Visibility.DRAFT)).event
    publish_event(event, by=editor)
    hide_event(event, by=editor, reason="Not safe.")

    rows = client.get("/api/v1/changes/?event=the-raid").json()["results"]

    assert {row["after"] for row in rows} == {None}


@pytest.mark.parametrize("query", ["q=%00", "%00=1"])
def test_letters_that_no_text_can_have_are_a_problem_for_programs_only(client, query):
    detail = detail_of(client, f"/api/v1/claims/?{query}", 400)
    page = client.get(f"/search/?{query}")

    assert detail == "The address holds characters that no text can have."
    assert (page.status_code, page["Content-Type"]) == (400, "text/plain; charset=utf-8")


def test_that_refusal_has_the_members_of_every_problem(client):
    problem = client.get("/api/v1/claims/?q=%00").json()

    other = client.get("/api/v1/claims/?status=true").json()
    other.pop("errors")
    assert problem == other | {"detail": problem["detail"]}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("claims/clm_nothing", "There is no public claim with this id."),
        ("questions/que_nothing", "There is no public question with this id."),
        ("events/nothing", "There is no public event with this slug."),
        ("outlets/nothing", "There is no public outlet with this slug."),
    ],
)
def test_what_is_not_there_is_said_in_words(client, path, words):
    assert detail_of(client, f"/api/v1/{path}/") == words


@pytest.mark.parametrize("query", ["bom=5", "bom=", "bom=5&bom=1"])
def test_a_switch_of_an_export_takes_no_other_word(client, query):
    assert "is none of: 0, 1." in detail_of(client, f"/api/v1/exports/claims.csv?{query}", 400)
