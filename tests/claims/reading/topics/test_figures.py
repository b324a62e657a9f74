import pytest

from tests.claims.reading.readers import claims, count_of, key_of, only_claim


@pytest.mark.parametrize(
    ("text", "key", "low", "high", "unit"),
    [
        ("Nortown said 20,000 people had joined the march.", "crowd", 20000, 20000, "person"),
        ("Nortown said half a million had marched.", "crowd", 500000, 500000, "person"),
        ("Nortown said at least 900 attended the rally.", "crowd", 900, None, "person"),
        ("Nortown said turnout was 61 percent.", "turnout", 61, 61, "percent"),
        ("Nortown said Jan Lis won 54.3% of the vote.", "votes:jan-lis", 54, 55, "percent"),
        ("Nortown said the water stood at 14.03 metres.", "level:water", 1403, 1403, "centimetre"),
        (
            "Nortown said the river had fallen by 2.5 metres.",
            "level:water-change",
            250,
            250,
            "centimetre",
        ),
        ("Nortown said 1,200 cases of cholera were confirmed.", "cases", 1200, 1200, "case"),
    ],
)
def test_figures_that_count_no_harm_have_their_question(text, key, low, high, unit):
    claim = only_claim(text)
    count = count_of(claim)
    assert (key_of(claim), count.low, count.high, count.unit) == (key, low, high, unit)


def test_a_crowd_is_counted_at_its_place_and_corrected_by_the_next():
    text = (
        "Nortown said 5,000 people had marched in Mir. Police chief Jan Lis put the figure at 900."
    )
    first, second = claims(text)
    assert (key_of(first), key_of(second)) == ("crowd", "crowd")
    assert (first.answer.place, second.answer.place, count_of(second).low) == ("Mir", "Mir", 900)


@pytest.mark.parametrize(
    "text",
    [
        "Nortown said that 12 percent of the houses had no roof.",
        "Nortown said two ministers attended the rally.",
        "Nortown said that the lake was 40 metres wide.",
    ],
)
def test_other_figures_have_no_question(text):
    assert key_of(only_claim(text)) == ""
