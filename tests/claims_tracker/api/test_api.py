"""The read API: shape, paging, filters, errors, and what must never show."""

import base64
import json

import pytest
from django.test import Client

from claims.choices import ContradictionState, Review, Severity
from claims.event_publication import hide_event, publish_event
from claims.models import Evidence
from claims.serializers import EvidenceSerializer
from events.choices import Visibility
from tests.factories import (
    make_actor,
    make_claim,
    make_contradiction,
    make_event,
    make_question,
    make_user,
)

pytestmark = pytest.mark.django_db
LISTS = [
    "events",
    "actors",
    "outlets",
    "articles",
    "questions",
    "claims",
    "contradictions",
    "verdicts",
    "changes",
]


def get(client: Client, path: str, status: int = 200, **headers):
    response = client.get(f"/api/v1/{path}", headers=headers)
    assert response.status_code == status, response.content[:500]
    return response


def ids(response) -> list[str]:
    return [row["id"] for row in response.json()["results"]]


def test_a_claim_carries_its_words_and_where_they_stand(client):
    claim = make_claim(statement="70 attackers were killed", count_low=70, count_high=70)
    quote = claim.quotes.get()

    row = get(client, f"claims/{claim.public_id}/").json()

    assert row["statement"] == "70 attackers were killed"
    assert row["label"] == "Unverified"
    assert row["answer"]["count"] == {
        "low": 70,
        "high": 70,
        "low_exclusive": False,
        "high_exclusive": False,
        "approximate": False,
        "vague": False,
        "unit": None,
        "text": None,
    }
    [words] = row["quotes"]
    assert words["exact"] == quote.version.text[words["start"] : words["end"]]
    assert words["version"]["text_sha256"] == quote.version.text_sha256
    assert words["article"]["outlet"]["name"] == quote.version.article.outlet.name
    assert row["made_at"]["edtf"] == "2023-05-22T10:00:00Z"
    assert row["url"].endswith(f"/claims/{claim.public_id}/")
    for name in ("verdicts_url", "contradictions_url"):
        assert get(client, row[name].partition("/api/v1/")[2]).json()["results"] == []
    assert row["api_url"].endswith(f"/api/v1/claims/{claim.public_id}/")


def test_a_contested_claim_says_by_whom(client):
    event = make_event()
    kyiv = make_claim(event=event, claimant=make_actor("Kyiv"), stance="denies")
    ministry = make_claim(event=event, claimant=make_actor("Ministry"))
    pair = make_contradiction(event=event, first=kyiv, second=ministry)

    row = get(client, f"claims/{ministry.public_id}/").json()
    assert (row["contested"], row["disputed_by"]) == (True, ["Kyiv"])
    assert row["label"] == "Unverified, disputed by Kyiv"
    [found] = get(client, f"contradictions/?event={event.slug}").json()["results"]
    assert found["id"] == pair.public_id
    assert {found["first"]["id"], found["second"]["id"]} == {kyiv.public_id, ministry.public_id}


def test_a_tension_contests_nothing(client):
    pair = make_contradiction(severity=Severity.TENSION)

    assert get(client, f"claims/{pair.first.public_id}/").json()["contested"] is False


def test_what_no_editor_published_never_shows(client):
    draft = make_event(visibility=Visibility.DRAFT)
    hidden = make_actor("Hidden actor")
    secret = make_claim(event=draft, claimant=hidden, statement="a secret statement")
    event = make_event()
    proposed = make_claim(
        event=event, review=Review.PROPOSED, claimant=hidden, statement="a proposed statement"
    )
    make_question(event=event, text="A hidden question?")
    shown = make_claim(event=event)
    pair = make_contradiction(event=event, first=shown, state=ContradictionState.OPEN)

    for name in LISTS:
        text = get(client, f"{name}/").content.decode()
        for word in ("secret", "a proposed", "Hidden", "hidden", draft.slug, pair.public_id):
            assert word not in text, (name, word)
    for path in (
        f"claims/{secret.public_id}/",
        f"claims/{proposed.public_id}/",
        f"events/{draft.slug}/",
        f"events/{draft.slug}/timeline/",
        f"contradictions/{pair.public_id}/",
        f"actors/{hidden.slug}/",
    ):
        problem = get(client, path, 404)
        assert problem["Content-Type"] == "application/problem+json"
    assert "secret" not in get(client, "exports/claims.csv").getvalue().decode()
    assert ids(get(client, "claims/?q=secret")) == []


@pytest.mark.parametrize("name", LISTS)
def test_every_list_refuses_an_unknown_parameter_by_name(client, name):
    problem = get(client, f"{name}/?evnt=x", 400).json()

    assert "evnt" in problem["detail"]
    assert problem["type"].endswith("/problems/unknown_parameter/")


def token(moment: str) -> str:
    """A cursor as we make them, but of this moment."""
    return base64.urlsafe_b64encode(json.dumps([False, moment, 5]).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("status=nonsense", "nonsense"),
        ("asserted_after=yesterday", "yesterday"),
        ("contested=perhaps", "perhaps"),
        ("page_size=0", "page_size"),
        ("page_size=x", "page_size"),
        ("cursor=abc", "cursor"),
        ("cursor=%F0%9F%98%80", "cursor"),
        ("cursor=WzEsMl0", "cursor"),
        (f"cursor={token('0001-01-01T00:00:00+23:00')}", "cursor"),
        (f"cursor={token('9999-12-31T23:59:59-23:00')}", "cursor"),
        (f"cursor={token('2023-05-22T00:00:00')}", "cursor"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_in_words(client, query, words):
    problem = get(client, f"claims/?{query}", 400)

    assert problem["Content-Type"] == "application/problem+json"
    assert words in problem.content.decode()
    get(client, problem.json()["type"].partition("/api/v1/")[2])


def test_a_value_that_makes_no_sense_is_pointed_at(client):
    problem = get(client, "claims/?page_size=0", 400).json()

    assert [row["pointer"] for row in problem["errors"]] == ["#/page_size"]


def test_a_moment_in_a_far_zone_is_a_place_in_the_list(client):
    claim = make_claim(event=make_event(), quoted=False)

    page = get(client, f"claims/?cursor={token('2001-01-01T00:00:00+23:00')}")

    assert ids(page) == [claim.public_id]


def test_claims_of_one_moment_are_walked_once_each_under_inserts(client):
    event = make_event()
    claims = [make_claim(event=event, quoted=False) for _ in range(7)]

    seen, path = [], f"claims/?event={event.slug}&page_size=2"
    while path:
        page = get(client, path)
        seen += ids(page)
        make_claim(event=event, quoted=False, made_at="2023-05-21")
        assert ('rel="next"' in page.get("Link", "")) == bool(page.json()["next"])
        path = (page.json()["next"] or "").partition("/api/v1/")[2]

    assert seen == [claim.public_id for claim in claims]


def test_the_previous_page_is_the_page_before(client):
    event = make_event()
    for _ in range(5):
        make_claim(event=event, quoted=False)

    first = get(client, f"claims/?event={event.slug}&page_size=2")
    second = get(client, first.json()["next"].partition("/api/v1/")[2])
    back = get(client, second.json()["previous"].partition("/api/v1/")[2])

    assert first.json()["previous"] is None
    assert ids(back) == ids(first)
    assert "count" not in first.json()
    assert get(client, f"claims/?event={event.slug}&count=1").json()["count"] == 5


def test_filters_name_the_same_things_and_repeat_for_or(client):
    event = make_event()
    a, b, c = (make_claim(event=event, statement=f"statement {name}") for name in "abc")
    b.status, b.stance = "unverified", "denies"
    b.save()
    both = f"claimant={a.claimant.slug}&claimant={b.claimant.slug}"

    assert set(ids(get(client, f"claims/?{both}"))) == {a.public_id, b.public_id}
    assert ids(get(client, f"claims/?event={event.slug}&stance=denies")) == [b.public_id]
    assert ids(get(client, f"events/{event.slug}/timeline/?q=statement+c")) == [c.public_id]
    assert ids(get(client, f"claims/?event={event.slug}&asserted_before=2023-05-22")) == []
    assert ids(get(client, f"claims/?event={event.slug}&contested=true")) == []
    assert len(ids(get(client, f"claims/?event={event.slug}&contested=false"))) == 3


@pytest.mark.parametrize("n_rows", [1, 3])
@pytest.mark.parametrize(
    ("name", "n_queries"),
    [
        ("events", 2),
        ("actors", 3),
        ("outlets", 2),
        ("articles", 2),
        ("questions", 2),
        ("claims", 6),
        ("contradictions", 12),
        ("verdicts", 2),
        ("changes", 1),
    ],
)
def test_the_cost_of_a_list_is_flat(client, django_assert_max_num_queries, name, n_queries, n_rows):
    event = make_event()
    for _ in range(n_rows):
        question = make_question(event=event)
        pair = make_contradiction(
            event=event,
            first=make_claim(event=event, question=question),
            second=make_claim(event=event, question=question),
        )
        pair.first.answered.create(actor=make_actor())

    with django_assert_max_num_queries(n_queries) as found:
        get(client, f"{name}/")
    assert len(found) <= n_queries


def test_an_unchanged_answer_is_304_and_free_of_quota(client):
    claim = make_claim()
    first = get(client, f"claims/{claim.public_id}/")
    left = int(first["X-RateLimit-Remaining"])

    again = client.get(
        f"/api/v1/claims/{claim.public_id}/", headers={"If-None-Match": first["ETag"]}
    )

    assert (again.status_code, again.content) == (304, b"")
    assert first["ETag"].startswith('"')
    assert int(get(client, f"claims/{claim.public_id}/")["X-RateLimit-Remaining"]) == left - 1


def test_too_many_requests_are_told_when_to_return(client, settings):
    settings.API_LIMITS = {"anonymous": 2, "token": 2}
    address = {"REMOTE_ADDR": "192.0.2.7"}
    for _ in range(2):
        assert client.get("/api/v1/events/", **address).status_code == 200

    problem = client.get("/api/v1/events/", **address)

    assert problem.status_code == 429
    assert 1 <= int(problem["Retry-After"]) <= 60
    assert problem.json()["type"].endswith("/problems/throttled/")
    assert client.get("/api/v1/events/", REMOTE_ADDR="192.0.2.8").status_code == 200


def test_other_origins_may_read_and_there_is_no_cookie(client):
    response = get(client, "events/", Origin="https://elsewhere.example")

    assert response["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in response["Access-Control-Expose-Headers"]
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_an_unknown_address_is_a_problem_and_never_html(client):
    response = get(client, "no/such/thing/", 404)

    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_reading_endpoints_cannot_be_written(client, method):
    claim = make_claim()

    for path in ("/api/v1/claims/", f"/api/v1/claims/{claim.public_id}/"):
        assert getattr(client, method)(path).status_code == 405


def test_exports_stream_every_claim_and_defuse_formulas(client):
    event = make_event()
    make_claim(event=event, statement="=cmd|' /C calc'!A0", claimant=make_actor("Київ"))
    make_claim(event=event, statement="кількість 70", claimant=make_actor("وزارة"))

    csv = get(client, f"exports/claims.csv?event={event.slug}&bom=1").getvalue().decode()
    lines = get(client, f"exports/claims.jsonl?event={event.slug}").getvalue().decode()

    assert csv.startswith("\ufeffid,event,")
    assert ",'=cmd|" in csv
    assert "Київ" in csv
    assert "وزارة" in csv
    assert [json.loads(line)["event"]["slug"] for line in lines.splitlines()] == [event.slug] * 2
    assert get(client, "exports/").json()["results"]
    get(client, "exports/claims.exe", 404)


def test_a_claim_made_by_a_day_counts_as_of_that_day_and_an_undated_one_never(client):
    event = make_event()
    by_the_24th = make_claim(event=event, made_at="../2023-05-24")
    make_claim(event=event, made_at="")
    listed = f"claims/?event={event.slug}"

    assert ids(get(client, f"{listed}&asserted_after=2023-05-24")) == [by_the_24th.public_id]
    assert ids(get(client, f"{listed}&asserted_after=2023-05-25")) == []
    assert ids(get(client, f"{listed}&asserted_before=2023-05-24")) == []


def test_a_merged_claim_answers_with_its_survivor(client):
    event = make_event()
    survivor = make_claim(event=event)
    merged = make_claim(event=event, review=Review.MERGED, merged_into=survivor)

    response = get(client, f"claims/{merged.public_id}/", 301)

    assert response["Location"].endswith(f"/api/v1/claims/{survivor.public_id}/")
    assert response.json()["merged_into"] == response["Location"]


def test_a_renamed_event_keeps_its_old_address(client):
    event = make_event(slug="old-name")
    event.slug = "new-name"
    event.save()

    assert get(client, "events/old-name/", 301)["Location"].endswith("/events/new-name/")


def test_asking_for_any_version_is_304_but_not_free_of_quota(client):
    make_claim()

    left = [
        client.get("/api/v1/claims/", headers={"If-None-Match": "*"})["X-RateLimit-Remaining"]
        for _ in range(2)
    ]

    assert int(left[1]) == int(left[0]) - 1


def test_who_replays_the_log_learns_that_a_hidden_event_is_gone_and_no_more(client):
    event = make_event(slug="once-public", visibility=Visibility.DRAFT, title="A hidden title")
    claim = make_claim(event=event, statement="hidden words")
    editor = make_user("editor")
    publish_event(event, by=editor)
    known = get(client, "changes/").json()["results"]
    assert claim.public_id in {row["object_id"] for row in known}

    hide_event(event, by=editor, reason="Published by mistake.")

    rows = get(client, "changes/").json()["results"]
    assert {row["object_id"] for row in rows} == {row["object_id"] for row in known}
    of_event = [row for row in rows if row["object_kind"] in {"event", "claim"}]
    assert [row["after"] for row in of_event] == [None, None]
    text = get(client, "changes/").content.decode()
    for word in ("once-public", "A hidden title", "hidden words"):
        assert word not in text


def test_an_address_that_no_browser_should_follow_is_not_given(client):
    claim = make_claim()
    evidence = Evidence.objects.create(
        claim=claim, kind="link", description="A page", url="javascript:alert(1)", is_public=True
    )

    assert EvidenceSerializer(evidence).data["url"] is None
