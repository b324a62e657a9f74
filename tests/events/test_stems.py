import pytest

from events.directory import starter
from events.stems import stem, stems


@pytest.mark.parametrize(
    "forms",
    [
        ["Росія", "Росії", "Росією", "Росію"],
        ["Россия", "России", "Россией", "Россию"],
        ["міністерство", "міністерства", "міністерстві", "міністерством"],
        ["российский", "российская", "российского", "российскими"],
        ["Збройні", "Збройних", "Збройними"],
        ["управление", "управления", "управлением"],
        ["область", "области", "областью"],
        ["поліція", "поліції", "поліцією"],
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms):
    assert len({stem(form) for form in forms}) == 1


def test_an_acronym_has_no_endings():
    assert [stem("США"), stem("ФСБ"), stem("ОАЕ")] == ["сша", "фсб", "оае"]


def test_different_states_keep_different_stems():
    names = [
        (name.text, actor.key)
        for actor in starter().actors.values()
        if actor.kind == "state"
        for name in actor.names
        if name.language in {"uk", "ru"} and name.kind == "name"
    ]
    owners: dict[tuple[str, ...], set[str]] = {}
    for text, key in names:
        owners.setdefault(stems(text), set()).add(key)
    assert [keys for keys in owners.values() if len(keys) > 1] == []


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        ("Міжнародному комітету Червоного Хреста", "icrc"),
        ("Следственном комитете", "russia-investigative-committee"),
        ("Києва", "ukraine"),
        ("израильский", "israel"),
    ],
)
def test_a_listed_name_is_found_in_any_case(phrase, key):
    found = starter().by_stems.get(stems(phrase), [])
    assert [match.actor.key for _, match in found] == [key]
