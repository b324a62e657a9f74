"""One name sounds the same in whatever letters and transliteration it is written."""

import pytest

from events.choices import ActorKind
from events.directory import Directory
from events.latin import latin, sound
from events.values import DirectoryActor


@pytest.mark.parametrize(
    "names",
    [
        ("Vyacheslav Gladkov", "Viacheslav Hladkov", "Вячеслав Гладков", "В'ячеслав Гладков"),
        ("Oleksiy Danilov", "Oleksii Danylov", "Олексій Данилов"),
        ("Andriy Yusov", "Andrii Yusov", "Андрій Юсов"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", "Володимир Зеленський"),
        ("Dmitry Peskov", "Dmitriy Peskov", "Дмитрий Песков"),
        ("Ilya Leontiev", "Ilya Leontyev", "Илья Леонтьев"),
    ],
)
def test_spellings_of_one_name_sound_alike(names):
    assert len({sound(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vyacheslav Gladkov", "Vladimir Gladkov"),
        ("Ivan Petrov", "Ivan Petrenko"),
        ("Maria Lis", "Mario Lis"),
        ("Peter Hale", "Peter Gale"),
        ("John Wu", "John Vu"),
    ],
)
def test_names_of_different_people_do_not(one, other):
    assert sound(one) != sound(other)


def test_letters_follow_the_language_and_capitals_stay():
    assert latin("Згурівка", "uk") == "Zghurivka"
    assert latin("Грайворон", "ru") == "Grayvoron"


def person(key, name):
    return DirectoryActor(key, name, ActorKind.PERSON)


def test_a_listed_person_is_found_by_sound_if_only_one_sounds_so():
    listed = Directory.of([person("gladkov", "Vyacheslav Gladkov"), person("lis", "Petro Lis")])
    both = Directory.of([person("one", "Petro Lis"), person("two", "Petro Lys")])

    assert listed.person_sounding("В'ячеслав Гладков").key == "gladkov"
    assert listed.person_sounding("Гладков") is None, "a surname alone may be another's"
    assert listed.person_sounding("Иван Гладков") is None
    assert both.person_sounding("Петро Лис") is None


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        ("Hladk", ("gladkov",)),
        ("gladkov", ("gladkov",)),
        ("Гладк", ("hale",)),
        ("hale", ()),
        ("гл", ()),
        ("", ()),
    ],
)
def test_part_of_a_name_finds_names_of_the_other_script_by_their_sound(part, keys):
    listed = Directory.of(
        [
            DirectoryActor("gladkov", "Вячеслав Гладков", ActorKind.PERSON),
            DirectoryActor("hale", "Viktor Hladkov Hale", ActorKind.PERSON),
        ]
    )

    assert listed.sounding(part) == keys
