from dataclasses import replace

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


def weighed_as_they_come(reports):
    frequencies = Frequencies()
    profiles = [profile("", report) for report in reports]
    return [Text(seen, frequencies.vector(seen)) for seen in profiles]


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


CALM = Evidence(
    best=0.4,
    ratio=0.9,
    names=0.5,
    figures_apart=0.0,
    figures_ratio=0.5,
    same_days=0.0,
    days_apart=0.0,
    same_year=0.0,
    years_apart=0.0,
    sizes=(1, 1),
)


@pytest.mark.parametrize("what", ["figures_apart", "days_apart", "years_apart"])
def test_figures_days_and_years_apart_speak_against_one_event(what):
    against = replace(CALM, **{what: 1.0})

    assert against.score < CALM.score
    assert 0 <= against.probability < CALM.probability


@pytest.mark.parametrize("what", ["figures_ratio", "same_days", "same_year"])
def test_figures_days_and_years_in_common_speak_for_one_event(what):
    assert replace(CALM, **{what: 1.0}).score > CALM.score


def test_figures_that_each_side_shares_only_within_itself_tell_two_events_apart():
    one = [f"A quake of magnitude 6.4 hit Vostra; 112 hurt. Report {word}." for word in "abc"]
    two = [f"A quake of magnitude 5.9 hit Vostra; 340 hurt. Report {word}." for word in "abc"]
    texts = weighed_as_they_come([*one, *two])

    def pair(left, right):
        return texts[left].beside(texts[right])

    groups = [Group.of(number, text) for number, text in enumerate(texts)]
    first, second = (
        join(join(groups[at], groups[at + 1], pair), groups[at + 2], pair) for at in (0, 3)
    )
    within, across = compare(groups[0], groups[1], pair), compare(first, second, pair)

    assert (within.figures_apart, across.figures_apart) == (0.0, 1.0)
    assert across.figures_ratio < 0.1 < within.figures_ratio


def test_evidence_is_the_same_from_either_side():
    texts = weighed_as_they_come([*BARN_FIRE, *MILL_FIRE])

    def pair(one, other):
        return texts[one].beside(texts[other])

    groups = [Group.of(number, text) for number, text in enumerate(texts)]
    barns = join(join(groups[0], groups[1], pair), groups[2], pair)

    assert compare(barns, groups[4], pair) == compare(groups[4], barns, pair)
    assert compare(barns, groups[4], pair).score < 0 < compare(groups[0], groups[1], pair).score
    assert sorted(sorted(group.members) for group in agglomerate(groups, pair)) == [
        [0, 1, 2],
        [3, 4, 5],
    ]
