import pytest

from tests.claims.reading.readers import attributed, key_of

USED = "matter:used-"


def used(said):
    """(kind, side, whose) of each kind of arms that is said to have been used or not."""
    return [
        (key_of(c).removeprefix(USED), c.answer.object, c.answer.value)
        for c in attributed(f"The World Union said {said}.")
        if key_of(c).startswith(USED)
    ]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("officers had used live rounds", [("live-ammunition", "yes", "")]),
        ("no live ammunition was issued", [("live-ammunition", "no", "")]),
        (
            "officers fired tear gas and rubber bullets at the crowd",
            [("tear-gas", "yes", ""), ("rubber-bullets", "yes", "")],
        ),
        (
            "officers had used tear gas only",
            [("tear-gas", "yes", ""), ("live-ammunition", "no", "")],
        ),
        (
            "mortars and artillery were not used by Norland",
            [
                ("mortars", "no", "norland"),
                ("artillery", "no", "norland"),
            ],
        ),
        ("Suland's army fired mortars at the village", [("mortars", "yes", "suland")]),
        ("a plane had dropped two bombs on the ward", [("bombs", "yes", "")]),
    ],
)
def test_arms_are_used_or_not_by_those_who_are_told(said, found):
    assert used(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "a drone was shot down over the town",
        "soldiers were fired at with joy",
        "the mayor used strong words",
        "Norland could use rockets one day",
        "rockets lay in the yard",
        "the club fired its trainer",
        "soldiers fired rockets in a drill",
    ],
)
def test_arms_that_nobody_used_are_left(said):
    assert used(said) == []
