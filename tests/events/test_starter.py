import json
from io import StringIO

import pytest
from django.core.management import call_command

from events.choices import ActorKind, LinkKind, NameKind
from events.directory import Directory, starter
from events.models import Actor, ActorLink, ActorName
from events.starter import Loaded, load
from events.values import DirectoryActor, DirectoryLink, DirectoryName

pytestmark = pytest.mark.django_db

LINK = DirectoryLink("guards", LinkKind.ALLEGEDLY_COMMANDS)
SMALL = Directory.of(
    [
        DirectoryActor("war-office", "War Office", ActorKind.MINISTRY, "ruritania", links=(LINK,)),
        DirectoryActor(
            "ruritania",
            "Ruritania",
            ActorKind.STATE,
            country="RR",
            names=(DirectoryName("Strelsau", NameKind.METONYM, "en"),),
        ),
        DirectoryActor("guards", "Guards", ActorKind.ARMED_GROUP),
    ]
)
NOTHING = Loaded(0, 0, 0)


def test_the_shipped_directory_goes_in_whole_and_only_once():
    first, second = StringIO(), StringIO()
    call_command("load_actors", "--json", stdout=first)
    call_command("load_actors", stdout=second)

    names = sum(1 + len(actor.names) for actor in starter().actors.values())
    added = json.loads(first.getvalue())
    assert added["actors"] == Actor.objects.count() == len(starter().actors)
    assert added["names"] == ActorName.objects.count() == names
    assert added["links"] == ActorLink.objects.count() > 0
    assert second.getvalue() == "Nothing to add: the directory is up to date.\n"


def test_an_actor_has_its_parent_its_names_and_its_links():
    assert load(SMALL) == Loaded(actors=3, names=4, links=1)

    office = Actor.objects.get(slug="war-office")
    assert office.starter
    assert office.parent == Actor.objects.get(slug="ruritania", country="RR")
    assert office.links.get().organisation.slug == "guards"
    assert Actor.objects.named("strelsau").get() == office.parent


@pytest.mark.parametrize(
    "edit",
    [
        lambda: Actor.objects.filter(slug="guards").update(name="Royal Guards"),
        lambda: Actor.objects.filter(slug="guards").update(slug="royal-guards"),
        lambda: Actor.objects.filter(slug="war-office").update(parent=None),
        lambda: ActorName.objects.filter(text="Strelsau").delete(),
        lambda: ActorName.objects.filter(text="Strelsau").update(kind=NameKind.ALIAS),
        lambda: ActorLink.objects.all().delete(),
        lambda: ActorLink.objects.update(kind=LinkKind.COMMANDS),
        lambda: (ActorLink.objects.all().delete(), Actor.objects.get(slug="guards").delete()),
    ],
)
def test_what_an_editor_changed_stays_changed(edit):
    load(SMALL)
    edit()
    before = everything()

    assert load(SMALL) == NOTHING
    assert everything() == before


def everything() -> list[object]:
    return [list(model.objects.order_by("pk").values()) for model in (Actor, ActorName, ActorLink)]


def test_an_actor_that_an_editor_made_under_the_same_slug_is_left_alone():
    Actor.objects.create(slug="guards", name="Crossing Guards", kind=ActorKind.OTHER)

    load(SMALL)

    guards = Actor.objects.get(slug="guards")
    assert guards.name == "Crossing Guards"
    assert not guards.names.exists()
    assert not guards.linked.exists()


def test_a_later_directory_adds_its_new_names_only():
    load(SMALL)
    more = Directory.of(
        DirectoryActor(
            actor.key,
            actor.name,
            actor.kind,
            actor.parent,
            names=(*actor.names, DirectoryName(f"{actor.name} again", NameKind.ALIAS)),
        )
        for actor in SMALL.actors.values()
    )

    assert load(more) == Loaded(actors=0, names=3, links=0)


def test_actors_that_are_their_own_ancestors_are_refused_whole():
    circle = Directory.of(
        [
            DirectoryActor("a", "A", ActorKind.OTHER, "b"),
            DirectoryActor("b", "B", ActorKind.OTHER, "a"),
            DirectoryActor("c", "C", ActorKind.OTHER),
        ]
    )

    with pytest.raises(ValueError, match="their own ancestors: a, b"):
        load(circle)
    assert not Actor.objects.exists()
