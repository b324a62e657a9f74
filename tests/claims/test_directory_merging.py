"""One actor or outlet entered twice: merged, and taken apart again."""

import pytest
from django.urls import reverse

from claims.comparisons import compare_claim
from claims.directory_merging import DirectoryError, merge, unmerge, what_moves
from claims.models import AnswerActor, Claim, Contradiction
from claims.permissions import NotAllowed
from claims.review import publish
from events.actors import directory
from events.models import Actor, ActorLink, ActorName, Participation
from sources.outlets import outlet_named, outlet_of
from tests.claims.lines import last_line
from tests.factories import (
    make_actor,
    make_claim,
    make_contradiction,
    make_event,
    make_outlet,
    make_user,
    make_version,
)

pytestmark = pytest.mark.django_db
WHY = "One ministry under two spellings."


def rows_of(actor):
    """All that points at an actor."""
    return {
        "claims": set(Claim.objects.filter(claimant=actor).values_list("pk", flat=True)),
        "answers": set(AnswerActor.objects.filter(actor=actor).values_list("claim", flat=True)),
        "names": set(ActorName.objects.filter(actor=actor).values_list("text", flat=True)),
        "links": set(ActorLink.objects.filter(actor=actor).values_list("organisation", flat=True)),
        "roles": set(Participation.objects.filter(actor=actor).values_list("role", flat=True)),
        "parts": set(Actor.objects.filter(parent=actor).values_list("pk", flat=True)),
        "outlets": set(actor.outlets.values_list("pk", flat=True)),
    }


@pytest.fixture
def two():
    """Two actors with everything that can point at one, part of it the same."""
    event, state = make_event(), make_actor("Northland")
    twice, stays = make_actor("Min. of Defence of Northland"), make_actor("Defence Ministry")
    ActorName.objects.create(actor=twice, text="MoD")
    for actor in (twice, stays):
        ActorName.objects.create(actor=actor, text="the ministry")
        ActorLink.objects.create(actor=actor, organisation=state, kind="part_of")
        Participation.objects.create(event=event, actor=actor, role="party")
    Participation.objects.create(event=event, actor=twice, role="observer")
    make_actor("Signals corps", parent=twice)
    make_outlet(actor=twice)
    claim = make_claim(event=event, claimant=twice)
    AnswerActor.objects.create(claim=make_claim(event=event), actor=twice)
    both = make_claim(event=event)
    for actor in (twice, stays):
        AnswerActor.objects.create(claim=both, actor=actor)
    return twice, stays, claim


def test_all_that_points_at_the_one_points_at_the_other_and_can_come_back(two):
    twice, stays, claim = two
    editor = make_user("editor")
    publish(claim, by=editor)
    before = rows_of(twice), rows_of(stays)
    assert dict(what_moves(twice))["claims"] == 1

    merge(twice, stays, by=editor, reason=WHY)
    merge(twice, stays, by=editor, reason=WHY)

    twice.refresh_from_db()
    left, now = rows_of(twice), rows_of(stays)
    for name, had in before[0].items():
        assert now[name] == before[1][name] | had | ({twice.name} if name == "names" else set())
    assert (left["claims"], left["parts"], left["outlets"]) == (set(), set(), set())
    assert twice.merged_into == stays
    assert [match.actor.key for match in directory().find("MoD")] == [stays.slug]
    line = last_line(claim)
    assert line.after["claimant"]["name"] == stays.name

    unmerge(twice, by=editor, reason="Two after all.")

    assert (rows_of(twice), rows_of(stays)) == before
    assert last_line(claim).after["claimant"]["name"] == twice.name
    twice.refresh_from_db()
    assert twice.merged_into is None


def test_two_who_are_one_contradict_each_other_no_more(two, django_capture_on_commit_callbacks):
    twice, stays, claim = two
    other = make_claim(event=claim.event, claimant=stays)
    pair = make_contradiction(first=claim, second=other, state="open")

    with django_capture_on_commit_callbacks(execute=True):
        merge(twice, stays, by=make_user("editor"), reason=WHY)
    compare_claim(claim.pk)

    assert Contradiction.objects.get(pk=pair.pk).state == "resolved"


@pytest.mark.parametrize(
    ("arrange", "words"),
    [
        (lambda a, b: (a, a, WHY), "into itself"),
        (lambda a, b: (a, b, " "), "Say why"),
        (lambda a, b: (a, make_actor(parent=a), WHY), "they are two"),
        (lambda a, b: (a, make_actor(merged_into=b), WHY), "choose that one"),
        (lambda a, b: (make_actor(merged_into=b), a, WHY), "was merged into"),
        (lambda a, b: (a, make_outlet(), WHY), "An actor and an outlet"),
    ],
)
def test_what_cannot_be_one_is_refused_in_words(arrange, words):
    row, into, why = arrange(make_actor("A"), make_actor("B"))

    with pytest.raises(DirectoryError, match=words):
        merge(row, into, by=make_user("editor"), reason=why)

    row.refresh_from_db()
    assert row.merged_into != into


def test_who_may_not_edit_every_event_it_stands_in_merges_nothing(two):
    twice, stays, claim = two
    claim.event.team.add(make_user("editor"))

    for person in (make_user("editor"), make_user("reporter")):
        with pytest.raises(NotAllowed):
            merge(twice, stays, by=person, reason=WHY)

    assert Claim.objects.get(pk=claim.pk).claimant == twice
    merge(twice, stays, by=make_user("administrator"), reason=WHY)
    with pytest.raises(NotAllowed):
        unmerge(Actor.objects.get(pk=twice.pk), by=make_user("editor"), reason=WHY)
    assert Claim.objects.get(pk=claim.pk).claimant == stays


def test_a_chain_of_merges_is_taken_apart_from_its_end(two):
    twice, stays, _ = two
    last, editor = make_actor("Last"), make_user("editor")
    merge(twice, stays, by=editor, reason=WHY)
    merge(stays, last, by=editor, reason=WHY)

    with pytest.raises(DirectoryError, match="take that apart first"):
        unmerge(Actor.objects.get(pk=twice.pk), by=editor, reason=WHY)


def test_an_outlets_articles_feeds_and_domains_move_and_come_back():
    twice = make_outlet(name="The Ostrel Post", domains=["ostrel.example"])
    stays = make_outlet(name="Ostrel Post", domains=["post.example"])
    version, editor = make_version(outlet=twice), make_user("editor")

    merge(twice, stays, by=editor, reason="Its site has moved.")

    version.article.refresh_from_db()
    assert version.article.outlet == stays
    assert outlet_of("https://www.ostrel.example/a") == stays
    assert outlet_named("the ostrel post") == stays

    twice.refresh_from_db()
    unmerge(twice, by=editor, reason="Two papers after all.")

    version.article.refresh_from_db()
    stays.refresh_from_db()
    assert (version.article.outlet, stays.domains) == (twice, ["post.example"])
    assert outlet_of("https://www.ostrel.example/a") == twice


def test_the_desk_shows_what_moves_and_the_old_address_leads_on(client, two):
    twice, stays, claim = two
    claim.event.visibility = "public"
    claim.event.save()
    editor = make_user("editor")
    publish(claim, by=editor)
    client.force_login(editor)
    page = reverse("admin:events_actor_decide", args=[twice.pk, "merge"])

    shown = client.get(page)
    answer = client.post(page, {"into": stays.pk, "reason": WHY, "row_version": twice.row_version})

    assert ("claims", 1) in shown.context["moves"]
    assert "What moves to the other" in shown.content.decode()
    assert answer.status_code == 302
    old = client.get(f"/actors/{twice.slug}/")
    assert (old.status_code, old["Location"]) == (301, f"/actors/{stays.slug}/")
