from datetime import UTC, datetime, timedelta

import pytest

from sources.event_matching import EventProfile, assign

BEGAN = datetime(2023, 5, 22, tzinfo=UTC)
RAID = EventProfile(
    1,
    "Raid in the Arvania region",
    summary="Armed men crossed the border into Arvania and fought the guards.",
    place="Arvania",
    actors=("Freedom Legion", "Borvia"),
    began=BEGAN,
)
DAM = EventProfile(2, "Destruction of the Norwick dam", place="Norwick", began=BEGAN)
ABOUT_RAID = (
    "The raid into the Arvania region went on for a second day. Armed men of the Freedom Legion "
    "crossed the border and fought the guards."
)


@pytest.mark.parametrize(
    ("text", "published", "chosen", "suggested"),
    [
        (ABOUT_RAID, BEGAN + timedelta(days=1), 1, [1]),
        (ABOUT_RAID, None, 1, [1]),
        (ABOUT_RAID, BEGAN - timedelta(days=3), None, []),
        (ABOUT_RAID.replace("Arvania", "Sylvia"), BEGAN, None, [1]),
        ("The raid in the region was discussed in parliament.", BEGAN, None, [1]),
        (ABOUT_RAID + " The destruction of the Norwick dam was felt.", BEGAN, None, [2, 1]),
        ("A concert was held in the park.", BEGAN, None, []),
        ("", BEGAN, None, []),
    ],
)
def test_an_event_is_chosen_only_when_much_speaks_for_it(text, published, chosen, suggested):
    found = assign("", text, published, [RAID, DAM])

    assert (found.chosen and found.chosen.event_id) == chosen
    assert [one.event_id for one in found.suggestions] == suggested


def test_the_choice_says_why():
    found = assign("", ABOUT_RAID, BEGAN, [RAID])

    assert found.chosen.reason == (
        "Words of its title: arvania, raid, region. Its place is named. Its actors: Freedom "
        "Legion. Published in the days of the event."
    )


def test_without_events_nothing_is_chosen():
    found = assign("A title", ABOUT_RAID, BEGAN, [])

    assert (found.chosen, found.suggestions) == (None, ())
