import pytest

from sources.event_matching import CLEARLY_LIKE
from sources.grouping.known import resemblance
from sources.grouping.terms import weighed

TOLD = "Quake of magnitude 6.4 hits Vostra on 4 May 2031. Mayor Ilka Dorn counted 112 hurt."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "In Vostra 112 were hurt on 5 May 2031.",
            "Figures in common: 112. Its days lie near theirs.",
        ),
        (
            "Vostra opened 40 schools and 17 shops in 2029, on 3 September.",
            "No figures in common. Its days lie weeks from theirs. No years in common.",
        ),
        ("A choir sang in Vostra on 4 May.", ""),
    ],
)
def test_what_speaks_for_and_against_an_event_is_said_in_words(text, said):
    reason = resemblance(weighed("", text), [weighed("", TOLD)]).reason

    assert reason == f"Like its articles, it names Vostra. {said}".strip()


def test_another_quake_in_one_town_is_not_taken_for_the_same_unasked():
    told = [weighed("", TOLD), weighed("", TOLD.replace("Mayor", "Madam"))]
    more = "Vostra counts 112 hurt after the quake of 4 May 2031; its magnitude was 6.4."
    another = "Vostra counts 340 hurt after the quake of 9 July 2031; its magnitude was 5.9."

    likely = [resemblance(weighed("", text), told).probability for text in (another, more)]

    assert likely[0] < CLEARLY_LIKE < likely[1]
