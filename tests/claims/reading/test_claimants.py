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
        ("One of them, farmer Mia Lund,", "Mia Lund"),
        ("A worker, who gave his name only as Ramiro,", "Ramiro"),
        ("Jan Lis \u2014 a farmer from Mir \u2014", "Jan Lis"),
        ("House Speaker Jan Lis", "Jan Lis"),
        ("A passenger in the train, 19-year-old Jan Lis,", "Jan Lis"),
        ("A Rete Nord spokeswoman", "Rete Nord"),
        ("Mir Radio, citing the World Union,", "World Union"),
        ("The World Union, citing Mir Radio,", "World Union"),
        ("The building firm Holm & Sons", "Holm & Sons"),
        ("The governor of Mir", "governor of Mir"),
        ("The channel Baltik", "Baltik"),
        ("The defence ministry in Nortown", "Norish Ministry of Defence"),
        ("Brigadier-General Jan Lis", "Jan Lis"),
        ("The interior ministry of Mirland", "interior ministry of Mirland"),
        ("A statement by the World Union", "World Union"),
        ("Men calling themselves the Free Suland Army", "Free Suland Army"),
        ("The separatist Northern Front", "Northern Front"),
        ("World Union officials", "World Union"),
        ("Nortown's leadership", "Norland"),
        ("Norish Prime Minister Ola Berg", "Ola Berg"),
        ("President of Norland Ola Berg", "Ola Berg"),
        ("The president of Norland, Ola Berg,", "Ola Berg"),
        ("The Sutown-installed mayor, Jan Lis,", "Jan Lis"),
        ("Sulish-appointed official Jan Lis", "Jan Lis"),
        ("Rev. Mia Lund", "Mia Lund"),
        ("Norland's leader, Sheikh Ali Kam,", "Ali Kam"),
        ("Hydrologist Mia Lund", "Mia Lund"),
        ("Deputy District Attorney Jan Lis", "Jan Lis"),
        ("Ferry operator chief executive Jan Lis", "Jan Lis"),
        ("Dau al-Bait Mansour, the irrigation minister,", "Dau al-Bait Mansour"),
        ("Mia Lund, 67, a nurse from Mir,", "Mia Lund"),
        ("Former lawyer and activist Mia Lund", "Mia Lund"),
        ("The Courier's Mia Lund", "Mia Lund"),
        ("Airline Polarwing", "Polarwing"),
        ("The airline, Polarwing,", "Polarwing"),
        ("Norland's copper giant Cupra", "Cupra"),
        ("Norland's Cupra", "Cupra"),
        ("The operator of the dam, Cupra,", "Cupra"),
        ("The Mirpress news agency", "Mirpress"),
        ("The news site Mir Post", "Mir Post"),
        ("Norland's Navy", "Norland's Navy"),
        ("Relief Norland", "Relief Norland"),
        ("Officials in neighbouring Norland", "Norland"),
        ("Environmental group Ama Mar", "Ama Mar"),
        ("The relief mission, known as the World Union,", "World Union"),
        ("The National Commission on Flood Relief", "National Commission on Flood Relief"),
        ("Luiz Inacio Lula da Costa", "Luiz Inacio Lula da Costa"),
        ("The Norish Free Suland Army", "Free Suland Army"),
        ("Norland's National Flood Relief Authority", "National Flood Relief Authority"),
        (
            "The Centre for Disease Control and Prevention",
            "Centre for Disease Control and Prevention",
        ),
        (
            "The Flood and Emergency Management Authority",
            "Flood and Emergency Management Authority",
        ),
        ("A spokesman for Polarwing", "Polarwing"),
        ("A Polarwing spokeswoman", "Polarwing"),
        ("A spokeswoman for the power company Cupra", "Cupra"),
        ("A Polarwing statement", "Polarwing"),
        ("Mir police", "Mir police"),
        ("As the Courier", "Courier"),
        ("The Post", "Post"),
        ("Mia Lund, 32, a former nurse from Mir,", "Mia Lund"),
        ("MIR (Mirpress) - Governor Jan Lis", "Jan Lis"),
        ("President Ola Berg's party", "President Ola Berg's party"),
        ("Mirpress quoted Jan Lis as saying, and", "Jan Lis"),
        ("Guterres", None),
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
        "Two Norish officials",
        "Fishermen and Free Suland Army fighters",
        "Reports from Nortown",
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
        ("Mayor Ana Torres spoke of two dead.", "Torres", "Ana Torres"),
        ("Mayor Ana von der Ley spoke of two dead.", "Von der Ley", "Ana von der Ley"),
        ("Norish Prime Minister Ola Berg left.", "The prime minister", "Ola Berg"),
        ("Norish Prime Minister Ola Berg left.", "Norland's leader", "Ola Berg"),
        ("Norish Prime Minister Ola Berg left.", "Berg's spokesman", "Ola Berg's spokesman"),
        ("World Union secretary-general Ola Berg left.", "The World Union chief", "Ola Berg"),
        ("Governor Jan Lis left.", "The governor of Mir", "Jan Lis"),
        ("Mir Gov. Jan Lis left.", "The Mir governor", "Jan Lis"),
        ("Governor Jan Lis left.", "Lis lawyer Mia Lund", "Mia Lund"),
        ("Mia Lund, a nurse from Mir, left.", "The nurse", "Mia Lund"),
        ("Polarwing spoke of two dead.", "The airline", "Polarwing"),
        ("Environmental group Ama Mar spoke of two dead.", "The group", "Ama Mar"),
        ("The oil giant Cupra left.", "The oil giant", "Cupra"),
        ("Mark Norish left.", "Norish", "Mark Norish"),
        ("Luiz Lula da Costa spoke of two dead.", "Lula", "Luiz Lula da Costa"),
        ("Polarwing spoke of two dead.", "A company spokeswoman", "Polarwing"),
        ("Polarwing spoke of two dead.", "Its chief executive, Jan Lis,", "Jan Lis"),
        ("Fog held up Polarwing, an airline.", "The airline", "Polarwing"),
        ("The World Union spoke of two dead.", "Its officials", None),
        (
            "Norland's Ministry of Energy spoke of two dead.",
            "The Ministry of Energy",
            "Norland's Ministry of Energy",
        ),
        ("Police cars came from Mir. Mir police left.", "Police", "Mir police"),
        ("The Norish navy spoke of two dead.", "The Norish Navy", "Norish navy"),
        ("The Free Suland Army left.", "The rebel group", "Free Suland Army"),
        ("A World Union spokesman spoke of two dead.", "His country", None),
        ("Norland's defence ministry spoke of two dead.", "Its government", "Norish government"),
        ("The Open Corps spoke of two dead.", "A Corps spokesman", "Open Corps"),
        ("Suland fears the Norish-led coalition.", "The coalition", "Norish-led coalition"),
        ("President Ola Berg left. Jan Lis spoke of it.", "Berg's office", "Berg's office"),
        ("Jan Lis spoke of two dead.", "His office", "Lis's office"),
        ("Jan Lis, the spokesman of Ola Berg, left.", "Berg's spokesman", "Jan Lis"),
        ("The owner of the ferry, Polarline Ferries, left.", "The company", "Polarline Ferries"),
        ("A Fergus Air jet left.", "The airline", "Fergus Air"),
        ("It was shown on Mir News.", "The channel", "Mir News"),
        ("He left the Mir Health Board.", "The board", "Mir Health Board"),
        ("It came from PolarAir.", "The airline", "PolarAir"),
        ("Suland has a central bank. The central bank met.", "The bank", "central bank"),
    ],
)
def test_a_short_form_means_the_one_it_can_mean(before, speaker, name):
    assert who(claims(f"{before} {speaker} said that the old dam held.")[-1]) == name


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Norish President Ola Berg left.", "The Sulish president"),
        ("Mayor Jan Lis met mayor Ola Berg.", "The mayor"),
        ("Deputy mayor Jan Lis left.", "The mayor"),
        ("Senator Jan Lis left.", "The Dubno senator"),
        ("Norish officials spoke of two dead.", "The official"),
        ("Norland's army left.", "Police officials"),
        ("Asked about Jan Lis, the pilot smiled.", "The pilot"),
        ("Mr Lis left.", "A pastor backing Mr Lis"),
        ("The oil giant Cupra left.", "The retail giant"),
        ("Mir police met Dubno police.", "Police"),
        ("Norland's defence ministry spoke of two dead.", "The airline"),
        ("The watchdog Polaravia left. Polaravia spoke of two dead.", "The airline"),
        ("The Open Corps met the Dubno Corps.", "A Corps spokesman"),
        ("The Norish-led coalition met the rebel-led coalition.", "The coalition"),
        ("A Fergus Air jet hit a Polar Airlines jet.", "The airline"),
        ("The Mir Herald and the Mir Times left.", "The newspaper"),
        ("Jan Lis spoke of two dead.", "The report"),
        ("It rained.", "Research"),
        ("A doctor at the San Lucas clinic left.", "The doctor"),
        ("Norish teachers left.", "Teachers helping Norland's ministry"),
        ("It rained.", "Brigade fighters"),
    ],
)
def test_a_short_form_of_somebody_else_means_nobody_named(before, speaker):
    assert who(claims(f"{before} {speaker} said that the old dam held.")[-1]) in {
        None,
        "Sulish president",
        "Dubno senator",
    }


def test_a_pronoun_with_two_readings_means_nobody():
    text = "Governor Jan Lis met mayor Ola Berg. He said that the old dam held."
    assert who(only_claim(text)) is None


@pytest.mark.parametrize(
    ("speakers", "names"),
    [
        ("Both Nortown and Sutown", ["Norland", "Suland"]),
        ("Mayor Ana Ruiz and Governor Jan Lis", ["Ana Ruiz", "Jan Lis"]),
        ("Ana Ruiz of the World Union and Bo Zulu of Cupra", ["Ana Ruiz", "Bo Zulu"]),
        ("The World Union and Polarwing both", ["World Union", "Polarwing"]),
        ("Centre for Flood Control and Prevention", ["Centre for Flood Control and Prevention"]),
    ],
)
def test_speakers_joined_by_and_are_each_a_claimant(speakers, names):
    assert [who(claim) for claim in claims(f"{speakers} said that the old dam held.")] == names


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
