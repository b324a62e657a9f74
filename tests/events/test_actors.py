import pytest

from events.actors import directory
from events.choices import ActorKind, LinkKind, NameKind
from events.models import Actor, ActorLink, ActorName
from tests.factories import make_actor

pytestmark = pytest.mark.django_db


def found(name):
    return [match.actor.key for match in directory().find(name)]


def test_the_directory_is_what_the_database_has():
    state = make_actor("Arvania", slug="arvania", kind=ActorKind.STATE)
    make_actor("Arvanian Army", slug="army", parent=state, kind=ActorKind.ARMED_FORCE)
    person = make_actor("Ann Speaker", slug="ann", kind=ActorKind.PERSON)
    ActorName.objects.create(actor=state, text="Arvania City", kind=NameKind.METONYM)
    ActorLink.objects.create(actor=person, organisation=state, kind=LinkKind.SPEAKS_FOR)

    assert found("Arvania City") == ["arvania"]
    assert directory().lineage("army") == {"army", "arvania"}
    assert directory().lineage("ann") == {"ann", "arvania"}


def test_it_is_loaded_again_only_when_something_changed(django_assert_num_queries):
    actor = make_actor("Arvania", slug="arvania")
    directory()

    with django_assert_num_queries(1):
        directory()

    name = ActorName.objects.create(actor=actor, text="The Land")
    assert found("The Land") == ["arvania"]
    ActorName.objects.filter(pk=name.pk).update(text="The Realm", folded="realm")
    assert found("The Realm") == ["arvania"]
    name.delete()
    assert found("The Realm") == []


def test_a_merged_actors_names_lead_to_the_survivor():
    survivor = make_actor("Arvania", slug="arvania")
    between = make_actor("Arvanian State", slug="state", merged_into=survivor)
    make_actor("Arvanian Realm", slug="realm", merged_into=between)
    part = make_actor("Arvanian Army", slug="army", parent=between)

    assert found("Arvanian Realm") == ["arvania"]
    assert "state" not in directory().actors
    assert directory().lineage(part.slug) == {"army", "arvania"}


def test_actors_merged_in_a_circle_do_not_hang():
    one = make_actor("One", slug="one")
    two = make_actor("Two", slug="two", merged_into=one)
    Actor.objects.filter(pk=one.pk).update(merged_into=two)

    assert directory().actors == {}
