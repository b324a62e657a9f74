import pytest

from claims.reading.name_kinds import is_person_name, kind_of_name, without_title
from events.choices import ActorKind
from tests.claims.reading.readers import DIRECTORY


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("President Ola Berg", "Ola Berg"),
        ("Norish President Ola Berg", "Ola Berg"),
        ("World Union Secretary-General Ola Berg", "Ola Berg"),
        ("Sheriff's Deputy Jan Lis", "Jan Lis"),
        ("Senators Jan Lis", "Jan Lis"),
        ("Billie King", "Billie King"),
        ("Martin King Jr.", "Martin King Jr."),
        ("General Harbour Trust", "General Harbour Trust"),
    ],
)
def test_a_name_is_left_without_its_titles(name, bare):
    assert without_title(name) == bare


@pytest.mark.parametrize("name", ["Ana Lund", "J. K. Ode", "Ola King", "Dau al-Bait Mansour"])
def test_persons_names_are_known(name):
    assert is_person_name(name, DIRECTORY)


@pytest.mark.parametrize(
    "name",
    ["Sandy Point", "Election Day", "Harbour Commandos", "Valley Dairy Inc.", "MV Aurora",
     "Norland", "Mir Treatment Centre", "Old Norland", "Flight 812"],
)  # fmt: skip
def test_places_and_things_are_no_persons(name):
    assert not is_person_name(name, DIRECTORY)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Mir Airways", ActorKind.COMPANY),
        ("Mir City Council", ActorKind.REGION),
        ("Flood Relief Authority", ActorKind.GOVERNMENT),
        ("Norland's Ministry of Energy", ActorKind.MINISTRY),
        ("United Progress Party", ActorKind.PARTY),
        ("Mir Daily", ActorKind.MEDIA),
        ("University of Mir", ActorKind.ORGANISATION),
        ("Polarwing", ActorKind.OTHER),
    ],
)
def test_a_bodys_words_show_its_kind(name, kind):
    assert kind_of_name(name) == kind
