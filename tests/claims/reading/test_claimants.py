import pytest

from tests.claims.reading.readers import claims, only_claim, who


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Norland", "Norland"),
        ("Nortown", "Norland"),
        ("Norland's defense ministry", "Norish Ministry of Defence"),
        ("The Norish defence ministry", "Norish Ministry of Defence"),
        ("Norish officials", "Norland"),
        ("Officials in Norland", "Norland"),
        ("The World Union (WU)", "World Union"),
        ("World Union spokeswoman Mia Lund", "Mia Lund"),
        ("A World Union spokeswoman", "World Union"),
        ("A spokesperson for the World Union", "World Union"),
        ("Governor Jan Lis", "Jan Lis"),
        ("Jan Lis, the governor of Mir,", "Jan Lis"),
        ("Jan Lis of the World Union", "Jan Lis"),
        ("The group's leader, Jan Lis,", "Jan Lis"),
        ("His main rival, Jan Lis,", "Jan Lis"),
        ("Opposition candidate Jan Lis", "Jan Lis"),
        ("The survivor Mia Lund", "Mia Lund"),
        ("The governor of Mir", "governor of Mir"),
        ("The channel Baltik", "Baltik"),
        ("The defence ministry in Nortown", "Norish Ministry of Defence"),
        ("Brigadier-General Jan Lis", "Jan Lis"),
        ("The interior ministry of Mirland", "interior ministry of Mirland"),
        ("A statement by the World Union", "World Union"),
        ("Men calling themselves the Free Suland Army", "Free Suland Army"),
        ("The separatist Northern Front", "Northern Front"),
    ],
)
def test_a_named_speaker_is_the_claimant(speaker, name):
    assert who(only_claim(f"{speaker} said that the old dam held.")) == name


@pytest.mark.parametrize(
    "speaker",
    [
        "Experts",
        "A senior Norish official",
        "Sources",
        "Officials",
        "One paramilitary group",
        "Residents of Mir",
        "The governor",
        "He",
        "The ministry",
        "The ministry in Nortown",
        "Both groups",
    ],
)
def test_where_nobody_is_named_there_is_no_claimant(speaker):
    claim = only_claim(f"{speaker} said that the old dam held.")
    assert (claim.claimant, claim.claimant_text) == (None, speaker)


@pytest.mark.parametrize(
    ("before", "speaker", "name"),
    [
        ("Governor Jan Lis spoke of two dead.", "He also", "Jan Lis"),
        ("Governor Jan Lis spoke of two dead.", "The governor", "Jan Lis"),
        ("Governor Jan Lis spoke of two dead.", "Lis", "Jan Lis"),
        ("Berg spoke of two dead.", "He also", "Berg"),
        ("Shops fear that President Ola Berg lost.", "Berg", "Ola Berg"),
        ("Shops fear that President Ola Berg lost.", "Berg's lawyer", "Berg's lawyer"),
        (
            "Norland's defence ministry spoke of two dead.",
            "The ministry in Nortown",
            "Norish Ministry of Defence",
        ),
        (
            "Norland's defence ministry spoke of two dead.",
            "The ministry",
            "Norish Ministry of Defence",
        ),
        ("Norland's defence ministry spoke of two dead.", "It also", "Norish Ministry of Defence"),
        ("Norland's defence ministry spoke of two dead.", "Its spokesman Jan Lis", "Jan Lis"),
        ("The Mir Relief Corps (MRC) spoke of two dead.", "The MRC", "Mir Relief Corps"),
        ("The Mir Relief Corps (MRC) spoke of two dead.", "The group", "Mir Relief Corps"),
    ],
)
def test_a_short_form_means_the_one_it_can_mean(before, speaker, name):
    assert who(claims(f"{before} {speaker} said that the old dam held.")[-1]) == name


def test_a_pronoun_with_two_readings_means_nobody():
    text = "Governor Jan Lis met mayor Ola Berg. He said that the old dam held."
    assert who(only_claim(text)) is None


def test_two_named_groups_claim_side_by_side():
    text = "The Free Suland Army and the Mir Liberation Front claimed responsibility for the raid."
    assert [who(c) for c in claims(text)] == ["Free Suland Army", "Mir Liberation Front"]
    assert len({c.quotes[0].start for c in claims(text)}) == 1


def test_both_groups_are_the_two_that_are_named():
    text = (
        "The Free Suland Army and the Mir Liberation Front left. "
        "Both groups said that the old dam held."
    )
    assert [who(c) for c in claims(text)] == ["Free Suland Army", "Mir Liberation Front"]


def test_a_spokesman_carries_whom_he_speaks_for():
    claim = only_claim("World Union spokesman Jan Lis said that the old dam held.")
    assert claim.claimant is not None
    assert claim.claimant.organisation == "world-union"
