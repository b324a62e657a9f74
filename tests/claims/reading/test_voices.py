"""Who speaks, in the many ways in which news names its speakers."""

import pytest

from claims.choices import Stance, Topic
from tests.claims.reading.readers import claims, only_claim


def voices(text):
    """The names, or else the words, of those who are made to say something, in their order."""
    found = (
        claim.claimant.name if claim.claimant else claim.claimant_text for claim in claims(text)
    )
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Twelve deaths were reported by the governor of Orsa, Ana Ruiz.", "Ana Ruiz"),
        ("The head of Orsa, Ana Ruiz, was quoted by Mirpress as saying that ten people died.", "Ana Ruiz"),
        ("Citing the mayor, Ana Ruiz, Mir News reported that ten people died.", "Ana Ruiz"),
        ("A post on Mayor Ana Ruiz's Telegram channel said ten people died.", "Ana Ruiz"),
        ("Figures published by Mayor Ana Ruiz show 12 dead.", "Ana Ruiz"),
        ("Mayor Ana Ruiz gave an update on Tuesday: ten people died.", "Ana Ruiz"),
        ("Mayor Ana Ruiz, in a video address: ten people died in Orsa.", "Ana Ruiz"),
        ("Mayor Ana Ruiz, reached by phone in Mir: “Ten people died.”", "Ana Ruiz"),
        ("“The ship was sound,” said its managing director, Ana Ruiz.", "Ana Ruiz"),
        ("“Ten people died in the night”, said the mayor, Ana Ruiz.", "Ana Ruiz"),
        ("“Ten people died in the night,” wept Ana Ruiz, 22.", "Ana Ruiz"),
        ("“Ten people died,” Mayor Ana Ruiz said in a video posted on Monday.", "Ana Ruiz"),
        ("Company: its lawyer, Ana Ruiz, says the boat was not overloaded.", "Ana Ruiz"),
        ("Ten dead: that is what the mayor, Ana Ruiz, has written.", "the mayor, Ana Ruiz"),
        ("Ten people died in Orsa. That is according to Mayor Ana Ruiz.", "Ana Ruiz"),
        ("Ten people died in Orsa. So says Mayor Ana Ruiz.", "Ana Ruiz"),
        ("19.50 — Ten people died in Orsa, Mayor Ana Ruiz says.", "Ana Ruiz"),
        ("Energy and mines minister Ana Ruiz said that ten people died.", "Ana Ruiz"),
        ("A man presenting himself as Captain Ana Ruiz said ten people died.", "Ana Ruiz"),
        ("FSA: ten people died in the night.", "Free Suland Army"),
        ("The Orsa Relief Board (ORB), which runs the camp, said ten people had died.",
         "Orsa Relief Board"),
        ("The joint relief committee chaired by Ana Ruiz lists ten people as missing.",
         "joint relief committee"),
        ("To the exchange the operator Norwing said that ten people had died.", "Norwing"),
        ("Nobody got past the gate in Orsa, the guard's command reports.", "the guard's command"),
        ("Orsa is under control, the General Command announced.", "General Command"),
        ("The World Union found no trace of poison in Orsa, according to its bulletin.",
         "World Union"),
        ("Sutown “provides no arms to anybody”, its mission said.", "Suland mission"),
        ("The World Union offered help. It said that ten people had died.", "World Union"),
    ],
)  # fmt: skip
def test_the_speaker_is_who_the_article_has_speak(text, voice):
    assert voices(text) in ([voice], ["Ana Ruiz"] if "Ana Ruiz" in voice else [voice])


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        # who adds something is who spoke, whatever he is called
        ("Jan Lis, the border chief, said ten people died. The general added that it was over.",
         ["Jan Lis"]),
        ("“Nobody prepared it. It was the heat,” a Norish official said.", ["a Norish official"]),
        ("Mayor Ana Ruiz said that ten people died.\n\n“Eleven houses were destroyed. The town is under water.”",
         ["Ana Ruiz"]),
    ],
)  # fmt: skip
def test_one_speaker_goes_on(text, shared):
    assert voices(text) == shared


@pytest.mark.parametrize(
    "text",
    [
        "Diplomats in Nortown said that ten people had died.",
        "Norland's toll is now 19 dead.",
        "The decree was issued. That is what is known.",
    ],
)
def test_nobody_is_guessed(text):
    assert [claim.claimant for claim in claims(text) if claim.claimant] == []


def test_a_ministry_is_not_that_of_a_state_named_only_afterwards():
    text = "The defence ministry said that ten people had died.\n\n{} sent help."

    assert "Norish Ministry of Defence" not in voices(text.format("Norland"))


def test_a_bodys_own_toll_is_its_figure():
    text = "The Orsa Relief Board said that eight people had died. The board's toll is now 19 dead."

    assert voices(text) == ["Orsa Relief Board"]


def test_who_is_told_of_in_an_aside_says_nothing():
    text = "Mayor Ana Ruiz said ten people died. Norwing, she says, counts only those with papers."

    assert voices(text) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "The Free Suland Army claimed the attack on the bridge.",
        "Saturday's attack on the bridge was claimed by the Free Suland Army.",
    ],
)
def test_an_attack_that_is_claimed_is_a_claim_of_responsibility(text):
    claim = only_claim(text)

    assert (claim.claimant.name, claim.topic) == ("Free Suland Army", Topic.RESPONSIBILITY)
    assert claim.stance == Stance.ASSERTS


def test_called_a_report_is_no_reporting():
    assert "Orsa" not in voices("The board has called the Orsa report a fabrication.")


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Four bodies were at the Ana Lis hospital, a doctor said. Ten patients came, he said.",
         "a doctor"),
        ("“No unit of ours was there,” the Orsa Front said in a message signed by a commander.",
         "Orsa Front"),
        ("The trader was taken from his flat by five men, his wife Mia says.", "Mia"),
        ("Pathologist Ana Ruiz disagrees: no bullet was found in the body.", "Ana Ruiz"),
        ("The Orsa Front said it had sent a boat. It had recovered 17 bodies by sunset.",
         "Orsa Front"),
    ],
)  # fmt: skip
def test_who_spoke_goes_on_speaking(text, voice):
    assert voices(text) == [voice]


@pytest.mark.parametrize("stamp", ["12:20 ", "12:20 GMT — ", "19.50 — "])
def test_the_hour_of_a_live_entry_is_no_part_of_a_name(stamp):
    assert voices(f"{stamp}The Ombudsman's office says ten people died.") == ["Ombudsman's office"]


def test_a_party_named_beside_its_leader_is_known_by_its_name():
    text = "Mayor Ana Ruiz won. Her party, Norwatch, said that results had been altered."

    assert "Norwatch" in voices(text)


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The ship's manager, Mir-based Norwing Tankers, said ten people died.", "Norwing Tankers"),
        ("The local People's Defence Force, which is small, said ten people died.",
         "People's Defence Force"),
        ("The abbot of Orsa said that ten people had died.", "abbot of Orsa"),
    ],
)  # fmt: skip
def test_bodies_and_posts_have_their_whole_name(text, voice):
    assert voices(text) == [voice]


@pytest.mark.parametrize(
    "text",
    [
        "Ten people died. That is what Mayor Ana Ruiz denies.",
        "Ten people died. That was denied by Mayor Ana Ruiz.",
        "Ten people died. That is what Mayor Ana Ruiz was told by doctors.",
        "Ten people died. That is what Mayor Ana Ruiz did not say.",
        "A fake post on Mayor Ana Ruiz's Telegram channel said ten people died.",
        "A commenter on Mayor Ana Ruiz's Telegram channel said ten people died.",
        "Hackers took over Mayor Ana Ruiz's Telegram channel, which said ten people died.",
        "Mayor Ana Ruiz accused Governor Ivo Lom of saying that ten people died.",
    ],
)
def test_nobody_is_made_to_say_what_they_did_not(text):
    found = [claim for claim in claims(text) if claim.topic == Topic.CASUALTIES]

    assert [claim.claimant for claim in found if claim.stance == Stance.ASSERTS] in ([], [None])


def test_what_is_called_not_true_is_denied():
    found = claims("Mayor Ana Ruiz said it was not true that ten people died.")

    assert [claim.stance for claim in found] == [Stance.DENIES]
