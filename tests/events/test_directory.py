import json
import re
from typing import Any

import pytest

from events.choices import ActorKind, LinkKind, NameKind
from events.directory import STARTER, Directory, fold, parse, starter
from events.values import DirectoryActor, DirectoryLink, DirectoryName

ROWS = json.loads(STARTER.read_text(encoding="utf-8"))
STATES = [row for row in ROWS if row["kind"] == "state"]


def keys(name: str) -> set[str]:
    return {match.actor.key for match in starter().find(name)}


def kinds_of(row: dict[str, Any], *, language: str) -> set[str]:
    return {n["kind"] for n in row["names"] if n.get("language") == language}


def has_cyrillic_name(row: dict[str, Any], *, language: str) -> bool:
    return any(
        re.match("[А-ЯІЄЇҐ]", n["text"])
        for n in row["names"]
        if n["kind"] == "name" and n.get("language") in (None, language)
    )


def test_the_file_is_small_and_lists_the_states_and_bodies_of_the_world():
    bodies = [row for row in ROWS if row["kind"] == "international_body"]

    assert STARTER.stat().st_size < 2_000_000
    assert len(STATES) == len({row["country"] for row in STATES}) == 197
    assert len(bodies) >= 45


@pytest.mark.parametrize("row", STATES, ids=lambda row: row["key"])
def test_a_state_has_its_capital_demonym_and_names_in_ukrainian_and_russian(row):
    capital_is_the_name = row["key"] in {
        "san-marino",
        "sao-tome-and-principe",
        "singapore",
        "vatican-city",
    }
    assert re.fullmatch(r"[A-Z]{2}", row["country"])
    assert "metonym" in kinds_of(row, language="en") or capital_is_the_name
    assert "demonym" in kinds_of(row, language="en")
    assert has_cyrillic_name(row, language="uk")
    assert has_cyrillic_name(row, language="ru")


def test_every_row_follows_the_schema():
    name_kinds, link_kinds = set(NameKind.values), set(LinkKind.values)
    for row in ROWS:
        assert set(row) <= {
            "key",
            "name",
            "kind",
            "parent",
            "country",
            "wikidata_id",
            "names",
            "links",
        }
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["key"]), row["key"]
        assert row["kind"] in ActorKind.values
        for name in row.get("names", ()):
            assert set(name) <= {"text", "kind", "language"}
            assert name["kind"] in name_kinds
            assert name["text"] == name["text"].strip() != ""
        for link in row.get("links", ()):
            assert link["kind"] in link_kinds


def test_keys_are_unique_and_whatever_they_point_to_exists():
    listed = [row["key"] for row in ROWS]
    assert len(listed) == len(set(listed))

    actors = starter().actors
    for actor in actors.values():
        assert actor.parent is None or actor.parent in actors, actor.key
        for link in actor.links:
            assert link.organisation in actors, actor.key


def test_no_actor_has_one_name_twice():
    for actor in starter().actors.values():
        names = [fold(actor.name), *(fold(name.text) for name in actor.names)]
        assert len(names) == len(set(names)), actor.key
        assert all(names), actor.key


def test_every_display_name_finds_its_actor():
    for actor in starter().actors.values():
        assert actor.key in keys(actor.name), actor.name


def test_display_names_are_told_apart():
    names = [fold(actor.name) for actor in starter().actors.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Kyiv", "ukraine"),
        ("Kiev", "ukraine"),
        ("Киев", "ukraine"),
        ("Київ", "ukraine"),
        ("Moscow", "russia"),
        ("Москва", "russia"),
        ("Washington", "united-states"),
        ("the US", "united-states"),
        ("U.S.", "united-states"),
        ("the States", "united-states"),
        ("Britain", "united-kingdom"),
        ("American", "united-states"),
        ("Ukrainian", "ukraine"),
        ("Guinea", "guinea"),
        ("Nigerien", "niger"),
        ("Nigerian", "nigeria"),
        ("the Kremlin", "kremlin"),
        ("Кремль", "kremlin"),
        ("Pentagon", "united-states-ministry-of-defence"),
        ("State Department", "united-states-ministry-of-foreign-affairs"),
        ("Foreign Office", "united-kingdom-ministry-of-foreign-affairs"),
        ("IDF", "israel-armed-forces"),
        ("FSB", "fsb"),
        ("Nato", "nato"),
        ("WHO", "who"),
        ("UN nuclear watchdog", "iaea"),
        ("Liberty of Russia Legion", "freedom-of-russia-legion"),
        ("RVC", "russian-volunteer-corps"),
        ("al-Qaeda", "al-qaeda"),
    ],
)
def test_a_name_finds_the_one_actor_it_stands_for(name, key):
    assert keys(name) == {key}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Russian Defence Ministry", "russia-ministry-of-defence"),
        ("Russia's defense ministry", "russia-ministry-of-defence"),
        ("Russia’s Ministry of Defence", "russia-ministry-of-defence"),
        ("Ministry of Defence of the Russian Federation", "russia-ministry-of-defence"),
        ("the Russian MoD", "russia-ministry-of-defence"),
        ("Moscow's defence ministry", "russia-ministry-of-defence"),
        ("Минобороны России", "russia-ministry-of-defence"),
        ("міноборони РФ", "russia-ministry-of-defence"),
        ("МИД РФ", "russia-ministry-of-foreign-affairs"),
        ("російська армія", "russia-armed-forces"),
        ("Russia's FSB", "fsb"),
        ("Ukrainian officials", "ukraine-government"),
        ("Kyiv's general staff", "ukraine-general-staff"),
        ("the Ukrainian military", "ukraine-armed-forces"),
        ("the US defense department", "united-states-ministry-of-defence"),
        ("American police", "united-states-police"),
        ("the Philippines' army", "philippines-armed-forces"),
        ("army of Chad", "chad-armed-forces"),
        ("Georgia's interior ministry", "georgia-ministry-of-interior"),
        ("New Zealand government", "new-zealand-government"),
        ("Israeli army", "israel-armed-forces"),
    ],
)
def test_an_institution_is_found_by_its_state_and_its_short_name(name, key):
    assert keys(name) == {key}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Georgia", {"georgia", "georgia-us-state"}),
        ("Korea", {"north-korea", "south-korea"}),
        ("Congo", {"republic-of-the-congo", "democratic-republic-of-the-congo"}),
        ("Brussels", {"belgium", "european-union"}),
        (
            "Congolese army",
            {
                "republic-of-the-congo-armed-forces",
                "democratic-republic-of-the-congo-armed-forces",
            },
        ),
    ],
)
def test_an_ambiguous_name_gives_everybody_it_may_mean(name, expected):
    assert keys(name) == expected


def test_an_institution_without_its_state_may_be_that_of_any_state():
    found = keys("the defence ministry")

    assert {"russia-ministry-of-defence", "ukraine-ministry-of-defence"} <= found
    assert "iceland-ministry-of-defence" not in found
    assert len(found) > 150


@pytest.mark.parametrize(
    "name",
    [
        "us",
        "who",
        "states",
        "polish",
        "",
        "  ",
        "'s",
        "of",
        "Atlantis",
        "Atlantean army",
        "x " * 50,
    ],
)
def test_words_and_strangers_are_nobody(name):
    assert keys(name) == set()


def test_a_match_says_how_the_name_stands_for_the_actor():
    kinds = [
        starter().find(name)[0].kind for name in ("Russia", "Moscow", "Russian", "Kyiv's army")
    ]
    assert kinds == [NameKind.NAME, NameKind.METONYM, NameKind.DEMONYM, NameKind.ALIAS]


def make_directory() -> Directory:
    link = DirectoryLink
    person, region = ActorKind.PERSON, ActorKind.REGION
    return Directory.of(
        [
            DirectoryActor("ruritania", "Ruritania", ActorKind.STATE),
            DirectoryActor("war-office", "War Office", ActorKind.MINISTRY, "ruritania"),
            DirectoryActor("post-office", "Post Office", ActorKind.MINISTRY, "ruritania"),
            DirectoryActor("zenda", "Zenda", region, "ruritania"),
            DirectoryActor(
                "sapt", "Colonel Sapt", person, links=(link("war-office", LinkKind.SPEAKS_FOR),)
            ),
            DirectoryActor(
                "mayor", "Mayor", person, links=(link("zenda", LinkKind.SPEAKS_FOR, "mayor"),)
            ),
            DirectoryActor("league", "League", ActorKind.INTERNATIONAL_BODY),
            DirectoryActor("league-a", "Agency A", ActorKind.INTERNATIONAL_BODY, "league"),
            DirectoryActor("league-b", "Agency B", ActorKind.INTERNATIONAL_BODY, "league"),
            DirectoryActor("guards", "Guards", ActorKind.ARMED_GROUP),
            DirectoryActor("irregulars", "Irregulars", ActorKind.ARMED_GROUP),
            DirectoryActor(
                "staff",
                "General Staff",
                ActorKind.ARMED_FORCE,
                "war-office",
                links=(
                    link("guards", LinkKind.COMMANDS),
                    link("irregulars", LinkKind.ALLEGEDLY_COMMANDS),
                ),
            ),
            DirectoryActor(
                "delegate", "Delegate", person, links=(link("league", LinkKind.MEMBER_OF),)
            ),
        ]
    )


@pytest.mark.parametrize(
    ("key", "above"),
    [
        ("sapt", {"war-office", "ruritania"}),
        ("mayor", {"zenda", "ruritania"}),
        ("guards", {"staff", "war-office", "ruritania"}),
        ("irregulars", set()),
        ("delegate", set()),
        ("~A Stranger", set()),
    ],
)
def test_lineage_is_all_that_an_actor_speaks_for_belongs_to_or_obeys(key, above):
    assert make_directory().lineage(key) == above | {key}


def test_an_allegation_of_command_makes_a_claimed_lineage_only():
    directory = make_directory()

    assert directory.claimed_lineage("irregulars") == {"staff", "war-office", "ruritania"}
    assert directory.claimed_lineage("guards") == frozenset()
    assert not directory.one_voice("irregulars", "ruritania")


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("sapt", "ruritania", True),
        ("war-office", "post-office", True),
        ("sapt", "post-office", True),
        ("guards", "ruritania", True),
        ("league-a", "league", True),
        ("league-a", "league-b", False),
        ("mayor", "zenda", True),
        ("mayor", "war-office", False),
        ("ruritania", "league", False),
        ("~A Stranger", "~A Stranger", True),
        ("~A Stranger", "~Another", False),
    ],
)
def test_one_voice_is_a_line_of_command_or_one_government(a, b, one):
    directory = make_directory()

    assert directory.one_voice(a, b) is one
    assert directory.one_voice(b, a) is one


def test_a_circle_of_parents_ends():
    a = DirectoryActor("a", "A", ActorKind.OTHER, "b")
    b = DirectoryActor("b", "B", ActorKind.OTHER, "a")

    assert Directory.of([a, b]).lineage("a") == {"a", "b"}


def test_parse_reads_a_row_whole():
    row = {
        "key": "m23",
        "name": "M23",
        "kind": "armed_group",
        "parent": "afc",
        "country": "CD",
        "wikidata_id": "Q1",
        "names": [{"text": "March 23 Movement", "kind": "alias", "language": "en"}],
        "links": [{"organisation": "afc", "kind": "member_of", "title": "wing"}],
    }

    assert parse([row]).actors["m23"] == DirectoryActor(
        "m23",
        "M23",
        ActorKind.ARMED_GROUP,
        "afc",
        "CD",
        "Q1",
        (DirectoryName("March 23 Movement", NameKind.ALIAS, "en"),),
        (DirectoryLink("afc", LinkKind.MEMBER_OF, "wing"),),
    )


def test_a_listed_institution_replaces_the_composed_one():
    actors = starter().actors

    assert actors["united-states-ministry-of-defence"].name == "US Department of Defense"
    assert actors["norway-ministry-of-defence"].name == "Norwegian Ministry of Defence"
    assert actors["new-zealand-ministry-of-defence"].name == "New Zealand's Ministry of Defence"
