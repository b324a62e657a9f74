"""Who and what the demo starts with: people of each role, two events, the outlets and feeds."""

import secrets
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.utils import timezone
from django.utils.text import slugify

from claims.choices import Role
from claims_tracker.accounts.models import User
from claims_tracker.accounts.roles import make_roles
from claims_tracker.demo.library import DemoOutlet, outlets
from events import starter
from events.choices import (
    ActorKind,
    EventKind,
    LinkKind,
    NameKind,
    ParticipationRole,
    PlacePrecision,
    Visibility,
)
from events.directory import starter as starter_directory
from events.models import Actor, ActorLink, ActorName, Event, Participation
from sources.models import Feed, Outlet, ReliabilityGrade

PEOPLE = {
    Role.REPORTER: ("rosa", "Rosa", "Lindqvist"),
    Role.EDITOR: ("edwin", "Edwin", "Marsh"),
    Role.REVIEWER: ("renske", "Renske", "Vaal"),
    Role.ADMINISTRATOR: ("adaeze", "Adaeze", "Obi"),
}
RAID = "belgorod-raid"
BAKHMUT = "battle-of-bakhmut"
REGION = "belgorod-regional-government"


@dataclass(frozen=True, slots=True)
class Spokesperson:
    """Somebody in office whom the articles quote; ``speaks_for`` is an actor's slug."""

    name: str
    title: str
    speaks_for: str
    aliases: tuple[str, ...] = ()


SPOKESPEOPLE = (
    Spokesperson("Vyacheslav Gladkov", "governor", REGION, ("Gladkov", "Vyacheslav Hladkov")),
    Spokesperson(
        "Matthew Miller", "spokesman", "united-states-ministry-of-foreign-affairs", ("Miller",)
    ),
    Spokesperson("Dmitry Peskov", "spokesman", "kremlin", ("Peskov",)),
    Spokesperson("Hanna Maliar", "deputy minister", "ukraine-ministry-of-defence", ("Maliar",)),
    Spokesperson("Andriy Yusov", "spokesman", "hur", ("Yusov",)),
    Spokesperson("Mykhailo Podolyak", "adviser", "ukraine-presidential-office", ("Podolyak",)),
)


@dataclass(frozen=True, slots=True)
class Cast:
    """The demo's people, by role, with the passwords made for this start."""

    people: dict[Role, User]
    passwords: dict[Role, str]


def hire() -> Cast:
    """One person a role, each with a new password. Running it again makes new passwords."""
    make_roles()
    people, passwords = {}, {}
    for role, (name, first, last) in PEOPLE.items():
        person, _ = User.objects.get_or_create(
            username=name,
            defaults={
                "email": f"{name}@newsroom.example",
                "first_name": first,
                "last_name": last,
                "is_staff": True,
            },
        )
        person.groups.set([_group(role)])
        passwords[role] = secrets.token_urlsafe(12)
        person.set_password(passwords[role])
        person.save()
        people[role] = person
    return Cast(people, passwords)


def _group(role: Role) -> int:
    return Group.objects.get(name=role.value).pk


def set_the_stage() -> dict[str, Event]:
    """The directory of actors and the demo's events, by slug; what is there is left as it is."""
    starter.load(starter_directory())
    Actor.objects.get_or_create(
        slug=REGION,
        defaults={
            "name": "Belgorod regional government",
            "kind": ActorKind.REGION,
            "country": "RU",
        },
    )
    for person in SPOKESPEOPLE:
        _introduce(person)
    bakhmut, _ = Event.objects.get_or_create(
        slug=BAKHMUT,
        defaults={
            "title": "Battle of Bakhmut",
            "summary": (
                "Russia said on 20 May 2023 that it had taken the city of Bakhmut after months of "
                "fighting. Ukraine disputed it."
            ),
            "kind": EventKind.BATTLE,
            "began": "2022-08",
            "timezone": "Europe/Kyiv",
            "place": "Bakhmut, Ukraine",
            "latitude": 48.59,
            "longitude": 38.0,
            "place_precision": PlacePrecision.TOWN,
            "visibility": Visibility.PUBLIC,
        },
    )
    raid, made = Event.objects.get_or_create(
        slug=RAID,
        defaults={
            "title": "Raid in Belgorod region",
            "summary": (
                "Armed men crossed from Ukraine into Russia's Belgorod region on 22 May 2023, one "
                "of the largest such raids of the war. Who sent them, what they achieved and how "
                "many died is disputed."
            ),
            "kind": EventKind.ATTACK,
            "began": "2023-05-22",
            "ended": "2023-05-23",
            "timezone": "Europe/Moscow",
            "place": "Belgorod region, Russia",
            "latitude": 50.47,
            "longitude": 35.67,
            "place_precision": PlacePrecision.DISTRICT,
            "visibility": Visibility.PUBLIC,
        },
    )
    if made:
        raid.related.add(bakhmut)
    for event in (raid, bakhmut):
        for slug in ("russia", "ukraine"):
            _takes_part(event, slug, ParticipationRole.PARTY)
    return {RAID: raid, BAKHMUT: bakhmut}


def _introduce(known: "Spokesperson") -> None:
    """Add a person whom the articles quote, as an editor who prepares an event does."""
    actor, made = Actor.objects.get_or_create(
        slug=slugify(known.name), defaults={"name": known.name, "kind": ActorKind.PERSON}
    )
    if not made:
        return
    for text in (known.name, *known.aliases):
        ActorName.objects.create(actor=actor, text=text, kind=NameKind.NAME, language="en")
    organisation = Actor.objects.get(slug=known.speaks_for)
    ActorLink.objects.create(
        actor=actor, organisation=organisation, kind=LinkKind.SPEAKS_FOR, title=known.title
    )


def _takes_part(event: Event, slug: str, role: ParticipationRole) -> None:
    actor = Actor.objects.filter(slug=slug).first()
    if actor is not None:
        Participation.objects.get_or_create(event=event, actor=actor, role=role)


def subscribe(site: str, reviewer: User) -> list[Feed]:
    """The invented outlets with their grades, and a feed of each at the demonstration site."""
    return [_feed(site, known, _outlet(known, reviewer)) for known in outlets()]


def _outlet(known: DemoOutlet, reviewer: User) -> Outlet:
    outlet, made = Outlet.objects.get_or_create(
        slug=known.slug,
        defaults={
            "name": known.name,
            "domains": [known.domain],
            "country": known.country,
            "language": known.language,
            "owner": known.owner,
            "state_linked": known.state_linked,
        },
    )
    if made:
        ReliabilityGrade.objects.create(
            outlet=outlet,
            letter=known.reliability,
            rationale=f"Invented for the demonstration. {known.about}",
            by=reviewer,
            on=timezone.now().date(),
        )
    return outlet


def _feed(site: str, known: DemoOutlet, outlet: Outlet) -> Feed:
    feed, _ = Feed.objects.get_or_create(
        url=f"{site}{known.feed_path}",
        defaults={"outlet": outlet, "next_poll_at": timezone.now()},
    )
    return feed
