import pytest

from claims.comparing.alignment import align
from claims.comparing.rejections import Side, rejection, stand

TOLD = "A calf with two heads was born in Ostrel."


@pytest.mark.parametrize(
    ("text", "rejects"),
    [
        ("The two-headed calf is a hoax.", 1),
        ("The farmer made it all up.", 1),
        ("The ministry denies that the calf exists.", 1),
        ("The farmer was lying about the calf.", 1),
        ("It is unlikely that the calf is real.", 1),
        ("The calf isn't real.", 1),
        ("They didn't really see a calf.", 1),
        ("This is not a hoax, the farmer said.", -1),
        ("The farmer said he never lied.", -1),
        ("The calf was lying in the barn.", 0),
        ("Police found a fake passport in the barn.", 0),
        ("Is the two-headed calf a hoax?", 0),
        (TOLD, 0),
    ],
)
def test_a_text_calls_a_report_untrue_insists_on_it_or_only_tells_it(text, rejects):
    assert stand(text).rejects == rejects


@pytest.mark.parametrize(
    ("one", "other", "side"),
    [
        ("The calf with two heads is a hoax.", TOLD, Side.FIRM),
        ("The calf with two heads is a hoax.", "The calf in Ostrel is no hoax.", Side.FIRM),
        ("The calf with two heads is a hoax.", "The calf with two heads is a fake.", Side.BOTH),
        ("The calf with two heads is a hoax.", "A calf may have two heads.", Side.OPEN),
        ("Rumours that the calf is a hoax spread in Ostrel.", TOLD * 2, Side.OPEN),
        ("The treaty is a sham.", TOLD, Side.OPEN),
        ("The calf is fine.", TOLD, Side.NOTHING),
    ],
)
def test_two_texts_stand_to_a_report_in_one_way_in_either_order(one, other, side):
    assert rejection(align(one, other)) == side
    assert rejection(align(other, one)) == side
