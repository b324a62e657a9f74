import pytest

from tests.claims.reading.readers import claims, count_of, key_of

LEAD = "A bus left the road near Mir on Tuesday. "


def aboard(said, lead=LEAD):
    """(low, high) of each number of those on board."""
    return [
        (count_of(claim).low, count_of(claim).high)
        for claim in claims(lead + said)
        if key_of(claim) == "on-board"
    ]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Nortown said 40 people were on board.", (40, 40)),
        ("Nortown said the passenger list named 38 pupils.", None),
        ("Nortown said the manifest listed 38 passengers and 4 crew.", (42, 42)),
        ("Nortown said no more than 30 people had been on the bus.", (0, 30)),
        ("Nortown said it set off with 61 passengers.", (61, 61)),
        ("Nortown said the bus left Mir station with 61 souls and not one more.", (61, 61)),
        ("“We were ninety, maybe more,” said Ana Brandt.", (90, None)),
    ],
)
def test_those_on_board_are_counted_however_it_is_told(said, found):
    assert aboard(said) == ([found] if found else [(38, 38)])


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        ("Marchers met in Mir on Tuesday. ", "“We were ninety,” said Ana Brandt."),
        (LEAD, "Nortown said the road was carrying 3,000 lorries a day."),
    ],
)
def test_other_crowds_are_on_board_of_nothing(lead, said):
    assert aboard(said, lead) == []


def test_what_a_count_says_beside_it_is_a_matter_too():
    found = claims(LEAD + "Nortown said it left with 61 souls and not one more.")

    assert [key_of(claim) for claim in found][-2:] == ["on-board", "matter:overloaded"]
