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
        "Nortown said that the mayor had two daughters.",
    ],
)
def test_figures_that_say_too_little_have_no_question(text):
    claim = only_claim(text)
    assert (key_of(claim), count_of(claim).high is None) == ("", False)


@pytest.mark.parametrize(
    ("said", "key", "low"),
    [
        ("said Berg had polled 47.6% to 38.9% for Ann Lis with 70% of votes counted", "berg", 47),
        ("said that with 70% of votes counted Berg had won 47.6% of the vote", "berg", 47),
        ("declared Ola Berg the winner with 47.6% of the vote", "ola-berg", 47),
        ("said Ola Berg received 47.6 per cent of the ballots", "ola-berg", 47),
    ],
)
def test_a_share_is_the_first_after_its_verb_and_never_what_is_counted(said, key, low):
    claim = only_claim(f"Norland's defence ministry {said}.")
    assert (key_of(claim), count_of(claim).low) == (f"votes:{key}", low)


@pytest.mark.parametrize(
    "text",
    [
        "Nortown said Ola Berg took 51 percent of the shares in the mine.",
        "Nortown said the staff got 12 percent more pay this year.",
        "Nortown said the count stopped with 70% of ballots counted.",
    ],
)
def test_not_every_percentage_won_is_of_the_vote(text):
    assert key_of(only_claim(text)) == ""


@pytest.mark.parametrize("joined", ["joined Sunday's march", "took part in the silent vigil"])
def test_people_who_join_a_march_are_a_crowd(joined):
    claim = only_claim(f"Nortown said 3,000 people {joined}.")
    assert (key_of(claim), count_of(claim).low) == ("crowd", 3000)


def test_a_bare_number_counts_what_was_just_counted():
    text = "Nortown said 5,000 people had marched in Mir. Mayor Jan Lis estimated 1,200."
    assert [(key_of(c), count_of(c).low) for c in claims(text)] == [
        ("crowd", 5000),
        ("crowd", 1200),
    ]


def test_at_least_is_no_place_to_skip_before_what_is_counted():
    claim = only_claim("The rights group Open Door counted at least 14 dead, three of them nurses.")
    assert (key_of(claim), count_of(claim).low) == ("casualties:killed:unknown", 14)
