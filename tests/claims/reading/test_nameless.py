import pytest

from claims.reading.described import description
from tests.claims.reading.readers import DIRECTORY, claims, who

DAM = "said that the old dam held."
BRIDGE = "said that both bridges had been blown up."


@pytest.mark.parametrize(
    ("before", "speaker", "described"),
    [
        (f"A guard at the gate {DAM}", "The guard", "guard at the gate"),
        (f"A guard at the gate {DAM}", "He", "guard at the gate"),
        (f"Jan Lis left. A Norish diplomat {DAM}", "The diplomat", "Norish diplomat"),
        (f"Two drivers from Mir {DAM}", "They", "two drivers from Mir"),
        (f"Two drivers from Mir {DAM}", "He", ""),
        (f"A guard {DAM} A guard at the gate {DAM}", "The guard", "guard"),
        ("A guard at the gate said that Jan Lis left.", "He", ""),
        ("It rained.", "Two sources close to the talks", "two sources close to the talks"),
        ("It rained.", "Traders who work under the bridge", "traders"),
        ("Jan Lis left.", "His supporters", "Jan Lis's supporters"),
        ("Jan Lis met Igor Berg.", "His supporters", ""),
    ],
)
def test_a_speaker_without_a_name_goes_on_speaking(before, speaker, described):
    claim = claims(f"{before} {speaker} {BRIDGE}")[-1]

    assert (who(claim), description(claim.claimant_text, DIRECTORY)) == (None, described)


def test_he_after_a_nameless_speaker_is_not_the_one_named_before():
    found = claims(f"Jan Lis said that it rained in Mir. A guard {DAM} He {BRIDGE}")

    assert [who(claim) for claim in found] == ["Jan Lis", None, None]
