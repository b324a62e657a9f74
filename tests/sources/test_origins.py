from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.origins import (
    SAME_CREDIT,
    SAME_ORIGIN,
    Credit,
    credit_lines,
    distance,
    is_same_origin,
    same_origin,
    signature,
)

REPORT = """Armed men crossed into the region from the south on Monday morning and shelled a post at
the border, the governor wrote on his channel. The ministry said later that its troops, with
artillery and aircraft, had pushed the group back and that more than seventy of the attackers
were killed. Officials in the neighbouring capital said they were watching the events with
interest but had nothing to do with them. Two groups of exiles claimed the raid for themselves
and published pictures of men before a road sign. None of this could be checked on the spot. A
regime of special measures was declared in the evening and people of nine villages were taken to
safer places, among them many children, the governor said."""
SAME_EVENT = """A regime of special measures has been lifted in the border region, a day after fighting
that the ministry describes as a raid by saboteurs. It puts the dead among them at seventy. The
neighbouring government repeated on Tuesday that its forces took no part and pointed to two exile
groups, both of which say that the operation goes on. Residents who had left nine villages were
told to wait before going home. The governor said that a woman had died on the way and that
twelve people were being treated for wounds, one of them in a grave state. Pictures of damaged
vehicles were shown on television, and their origin was at once a matter of dispute."""
COPY = (
    "KRAJINA (Reuters) - "
    + REPORT.replace("more than seventy", "over 70")
    + " Editing by a colleague."
)
EXCERPT = REPORT[: len(REPORT) // 3]
WORD = st.sampled_from(REPORT.split())


@pytest.mark.parametrize("copy", [REPORT, COPY, EXCERPT, REPORT.upper(), REPORT.replace(" ", "\n")])
def test_copies_of_a_report_are_one_origin(copy):
    assert is_same_origin(REPORT, copy)
    assert set(signature(REPORT).bands) & set(signature(copy).bands)


def test_reports_of_one_event_are_two_origins():
    assert same_origin(REPORT, SAME_EVENT) < SAME_ORIGIN / 4
    assert not set(signature(REPORT).bands) & set(signature(SAME_EVENT).bands)


def test_a_shared_quote_makes_no_copy():
    quote = REPORT[-160:]

    assert not is_same_origin(REPORT, SAME_EVENT + quote)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("Raid", "Raid", 1.0), ("Raid", "War", 0.0), ("", "", 0.0), ("", REPORT, 0.0)],
)
def test_a_text_too_short_is_only_like_itself(left, right, expected):
    assert same_origin(left, right) == expected
    assert signature(left).bands == ()


def test_near_copies_have_near_signatures():
    copy, other = signature(COPY), signature(SAME_EVENT)

    assert distance(signature(REPORT).simhash, copy.simhash) < 16
    assert distance(signature(REPORT).simhash, other.simhash) > 16


def test_a_signature_is_the_same_on_every_machine():
    assert signature("one two three four five").simhash == 4475916206259131367


@given(st.lists(WORD, max_size=80), st.lists(WORD, max_size=80))
def test_likeness_is_a_share_and_the_same_both_ways(left, right):
    first, second = " ".join(left), " ".join(right)

    assert 0 <= same_origin(first, second) <= 1
    assert same_origin(first, second) == same_origin(second, first)


@given(st.text())
def test_any_text_has_a_signature_that_a_database_takes(text):
    made = signature(text)

    assert -(2**63) <= made.signed < 2**63
    assert all(0 <= band < 2**63 for band in made.bands)
    assert len(made.bands) <= 32


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("KRAJINA (Reuters) - Men crossed the border.", ["Reuters"]),
        ("Men crossed the border, Reuters reported on Monday.", ["Reuters"]),
        ("LONDON (AP) — Men crossed.\nInterfax said so.", ["Associated Press", "Interfax"]),
        (
            "The Associated Press reported it. He told AFP.",
            ["Associated Press", "Agence France-Presse"],
        ),
        ("Source: TASS", ["TASS"]),
        ("Men crossed the border.\nReuters", ["Reuters"]),
        ("according to the Interfax-Ukraine news agency", ["Interfax-Ukraine"]),
        ("Men crossed. — With reporting by AFP", ["Agence France-Presse"]),
        ("Additional reporting from the Associated Press.", ["Associated Press"]),
        ("A Reuters journalist was not there.", []),
        ("MAP of the region. APPLE said nothing.", []),
        ("", []),
    ],
)
def test_agencies_named_as_source_are_found(text, agencies):
    found = credit_lines(text)

    assert [credit.agency for credit in found] == agencies
    assert all(text[credit.start : credit.end] for credit in found)


def test_a_credit_says_where_it_stands():
    assert credit_lines("x\n(AP) y (Reuters)") == (
        Credit("Associated Press", 3, 5),
        Credit("Reuters", 10, 17),
    )


def test_unlike_texts_do_not_meet_in_the_index():
    texts = [f"{REPORT[start : start + 170]} {start}" for start in range(0, 720, 180)]

    assert not any(
        set(signature(a).bands) & set(signature(b).bands) for a, b in combinations(texts, 2)
    )


BRIEFING = (
    "“We have pushed back the group that came over the border with all the means that we had,” "
    "the general said. “Not one of them is left on our side, and we shall answer for each house "
    "that was hit, as we have answered before,” he added."
)


def test_what_both_quote_from_one_briefing_makes_no_copy():
    left, right = f"{REPORT[:300]} {BRIEFING}", f"{SAME_EVENT[:300]} {BRIEFING}"

    assert same_origin(left, right) < SAME_CREDIT
    assert same_origin(BRIEFING, BRIEFING.upper()) == 1.0


@pytest.mark.parametrize(("other", "one_origin"), [("AP", True), ("AFP", False)])
def test_reports_of_one_agency_need_less_in_common(other, one_origin):
    shared = " ".join(REPORT.split()[:18])
    left = f"(AP) {shared}. {REPORT[-330:]}"
    right = f"({other}) {shared}. {SAME_EVENT[-400:]}"

    assert SAME_CREDIT <= same_origin(left, right) < SAME_ORIGIN
    assert is_same_origin(left, right) == one_origin
