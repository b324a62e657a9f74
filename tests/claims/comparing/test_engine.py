from claims.choices import Kind, Severity, Stance
from claims.comparing import DETECTOR, checks, compare
from claims.values import Abstention
from tests.claims.comparing.builders import (
    ARLAND,
    BORVIA,
    BORVIAN_UNIT,
    CASTRA,
    GREY_WOLVES,
    did_it,
    figure,
    no_part,
)

ATTRIBUTED = did_it(
    ARLAND, BORVIAN_UNIT, words="a unit of a Borvian nationalist formation", id="c1"
)
DENIED = no_part(BORVIA, BORVIA, words="any involvement", id="c2")


def test_an_attribution_against_a_denial_reads_aloud_with_both_names_and_both_quotes():
    finding = compare(DENIED, ATTRIBUTED)

    assert (finding.kind, finding.severity) == (Kind.INVOLVEMENT, Severity.CONTRADICTION)
    assert finding.rule == "involvement-denied"
    assert finding.reason == (
        "Arland attributed it to “a unit of a Borvian nationalist formation”; "
        "Borvia denied “any involvement”. Of one event, both cannot be true."
    )


def test_the_gates_are_told_in_order_up_to_the_finding():
    told = [(check.passed, check.words) for check in checks(ATTRIBUTED, DENIED)]

    assert told == [
        (True, "Same event"),
        (True, "Both can be checked"),
        (True, "Both still stand"),
        (True, "Both take a position"),
        (True, "Two questions that bear on each other: “who did it” and “who had a part in it”"),
        (True, "Their answers can be compared"),
        (True, "Different claimants, neither part of the other"),
        (True, "Time does not matter here"),
        (True, "Of one event, both cannot be true."),
    ]


def test_the_gates_stop_at_the_first_that_fails():
    told = checks(
        figure(ARLAND, 1, population="civilians", id="clm_1"), figure(BORVIA, 70, id="clm_2")
    )

    assert [check.passed for check in told] == [True, True, True, True, True, True, True, False]
    assert told[-1].code == "different_population"
    assert told[-1].words == "One counts civilians, the other attackers."


def test_an_abstention_has_the_words_of_the_gate_that_failed():
    one, other = did_it(ARLAND, BORVIA), did_it(CASTRA, BORVIA, event="another")

    assert compare(one, other) == Abstention("different_event", "Different events")
    assert checks(one, other)[-1].words == "Different events"


def test_figures_of_one_day_say_which_day():
    told = [check.words for check in checks(figure(ARLAND, 70), figure(BORVIA, 3))]

    assert "Both speak of 4 March 2024" in told


def test_what_is_less_sure_scores_less():
    sure = compare(figure(ARLAND, 70), figure(BORVIA, 3)).score
    undated = compare(figure(ARLAND, 70, said=None), figure(BORVIA, 3, said=None)).score
    nameless = compare(figure(ARLAND, 70, said=None), figure(None, 3, said=None)).score

    assert sure > undated > nameless > 0


def test_a_denial_and_somebody_elses_claim_go_together():
    claimed = did_it(GREY_WOLVES, GREY_WOLVES)

    assert compare(DENIED, claimed) == Abstention(
        "other_actor", "The part of Borvia is denied; the other speaks of Grey Wolves."
    )


def test_a_taken_back_claim_is_left_alone():
    gone = no_part(BORVIA, BORVIA, retracted=True)

    assert compare(ATTRIBUTED, gone).code == "retracted"
    assert compare(ATTRIBUTED, did_it(BORVIA, stance=Stance.RETRACTS)).code == "retracted"


def test_the_detector_has_a_name_and_a_version():
    name, version = DETECTOR.rsplit(" ", 1)

    assert name and all(part.isdigit() for part in version.split("."))
