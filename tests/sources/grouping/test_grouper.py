import pytest

from sources.grouping import vectors
from sources.grouping.evidence import Evidence, Group, Text, compare, join
from sources.grouping.grouper import Grouper, agglomerate
from sources.grouping.profiles import profile
from sources.grouping.vectors import Frequencies
from tests.sources.grouping.stories import BARN_FIRE, IN_TURN, MILL_FIRE


def grouped(texts):
    grouper = Grouper()
    for text in texts:
        grouper.add("", text)
    return grouper


def test_two_like_events_are_told_apart_as_their_reports_arrive():
    names = [name for name, _ in IN_TURN]
    found = grouped(text for _, text in IN_TURN).groups()

    assert [{names[number] for number in group} for group in found] == [
        {"barn"},
        {"mill"},
        {"ferry"},
    ]


def test_first_sight_is_never_corrected_by_what_comes_later():
    texts = [text for _, text in IN_TURN]

    said = grouped(texts).first_sight

    assert [grouped(texts[:count]).first_sight for count in (1, 4, 6)] == [
        said[:1],
        said[:4],
        said[:6],
    ]


def test_the_same_text_again_is_the_same_event():
    assert grouped([BARN_FIRE[0], MILL_FIRE[0], BARN_FIRE[0]]).groups() == [[0, 2], [1]]


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["12", "12"]])
def test_texts_without_words_are_taken_in(texts):
    assert sum(map(len, grouped(texts).groups())) == len(texts)


def test_every_text_is_in_one_group_however_many_come(monkeypatch):
    monkeypatch.setattr("sources.grouping.grouper.REGROUPED", 4)
    found = grouped([text for _, text in IN_TURN * 4]).groups()

    assert sorted(number for group in found for number in group) == list(range(len(IN_TURN) * 4))


def test_a_look_up_does_not_grow_with_what_is_stored():
    index, frequencies = vectors.Index(), Frequencies()
    for number in range(300):
        index.add(number, frequencies.vector(profile("", BARN_FIRE[number % 3])))

    found = index.near(frequencies.vector(profile("", BARN_FIRE[0])))

    assert 0 < len(found) <= vectors.CANDIDATES


def test_conflicting_figures_dates_and_years_speak_against_one_event():
    calm = Evidence(0.4, 0.9, 0.5, False, False, False, False, (1, 1))
    against = [
        Evidence(0.4, 0.9, 0.5, True, False, False, False, (1, 1)),
        Evidence(0.4, 0.9, 0.5, False, True, False, False, (1, 1)),
        Evidence(0.4, 0.9, 0.5, False, False, False, True, (1, 1)),
    ]

    assert all(one.score < calm.score for one in against)
    assert all(0 <= one.probability < calm.probability for one in against)


def test_evidence_is_the_same_from_either_side():
    frequencies = Frequencies()
    texts = []
    for report in (*BARN_FIRE, *MILL_FIRE):
        seen = profile("", report)
        texts.append(Text(seen, frequencies.vector(seen)))

    def likeness(one, other):
        return texts[one].vector.likeness(texts[other].vector)

    groups = [Group.of(number, text) for number, text in enumerate(texts)]
    barns = join(join(groups[0], groups[1], likeness), groups[2], likeness)

    assert compare(barns, groups[4], likeness) == compare(groups[4], barns, likeness)
    assert (
        compare(barns, groups[4], likeness).score
        < 0
        < compare(groups[0], groups[1], likeness).score
    )
    assert sorted(sorted(group.members) for group in agglomerate(groups, likeness)) == [
        [0, 1, 2],
        [3, 4, 5],
    ]
