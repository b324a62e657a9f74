from datetime import UTC, datetime

from claims.board import Clash, Place, Tally, Tie, arrange, ties

WHO, PART, HURT = 1, 2, 3
MOSCOW, KYIV, LEGION, CLINIC = 11, 12, 13, 14


def said(question, voice, hour=10, claims=1):
    return Tally(question, voice, datetime(2023, 5, 22, hour, tzinfo=UTC), claims)


def clash(left, right, questions=(WHO, WHO), page="con_1", pairs=1):
    return Clash(questions, (left, right), page, pairs)


def letters(layout):
    return [(place.letter, place.voice) for line in layout.lines for place in line.places]


def test_sides_stand_in_the_order_they_first_spoke():
    rows, _ = arrange([said(WHO, MOSCOW, 14), said(WHO, LEGION, 10), said(WHO, KYIV, 11)], [])

    assert letters(rows[0]) == [("A", LEGION), ("B", KYIV), ("C", MOSCOW)]


def test_questions_whose_answers_collide_are_one_row_headed_by_the_more_contested():
    tallies = [said(WHO, MOSCOW, 14), said(WHO, LEGION), said(PART, KYIV, 11), said(HURT, CLINIC)]
    clashes = [clash(KYIV, MOSCOW, (PART, WHO), "con_a"), clash(LEGION, MOSCOW, page="con_b")]

    rows, every = arrange(tallies, clashes)

    assert every == 2
    assert [row.questions for row in rows] == [(WHO, PART), (HURT,)]
    assert rows[0].contradictions == 2
    assert {p.letter: p.against for line in rows[0].lines for p in line.places} == {
        "A": (("C", "con_b"),),
        "B": (("C", "con_a"),),
        "C": (("A", "con_b"), ("B", "con_a")),
    }


def test_the_most_contested_row_comes_first_and_the_rest_is_counted():
    tallies = [
        said(WHO, MOSCOW, claims=9),
        said(PART, KYIV),
        said(PART, MOSCOW),
        said(HURT, CLINIC),
    ]

    rows, every = arrange(tallies, [clash(KYIV, MOSCOW, (PART, PART))], rows=2)

    assert [row.questions for row in rows] == [(PART,), (WHO,)]
    assert every == 3


def test_what_one_voice_said_to_joined_questions_is_one_position():
    tallies = [said(WHO, MOSCOW, 14), said(PART, MOSCOW, 9, 2), said(PART, KYIV, 11)]

    rows, _ = arrange(tallies, [clash(KYIV, MOSCOW, (PART, WHO))])

    assert letters(rows[0]) == [("A", MOSCOW), ("B", KYIV)]
    assert rows[0].lines[0].places[0].claims == 3


def test_a_crowded_row_leaves_out_those_who_contradict_nobody():
    tallies = [said(WHO, voice, voice) for voice in range(1, 13)]

    rows, _ = arrange(tallies, [clash(11, 12)])

    assert rows[0].rest == (5, 6, 7, 8, 9, 10)
    assert rows[0].voices == (1, 2, 3, 4, 11, 12)
    assert [len(line.places) for line in rows[0].lines] == [3, 3]
    assert rows[0].lines[1].ties == (Tie(2, 2),)
    assert [line.crossed for line in rows[0].lines] == [False, False]


def test_a_line_knows_that_it_contradicts_one_above():
    tallies = [said(WHO, voice, voice) for voice in range(1, 5)]

    rows, _ = arrange(tallies, [clash(1, 4)])

    assert [line.crossed for line in rows[0].lines] == [False, True]


def test_later_rows_have_room_for_three():
    tallies = [said(question, voice) for question in range(1, 7) for voice in range(1, 9)]

    rows, _ = arrange(tallies, [])

    assert [len(row.voices) for row in rows] == [6, 6, 6, 6, 3, 3]


def test_a_contradiction_with_a_claim_without_question_still_counts_for_the_row():
    rows, _ = arrange([said(WHO, MOSCOW)], [clash(KYIV, MOSCOW, (None, WHO))])

    assert rows[0].contradictions == 1
    assert letters(rows[0]) == [("A", MOSCOW)]


def test_brackets_over_three_sides_know_where_they_share_an_end():
    places = [
        Place("A", 1, 1, (("B", "x"), ("C", "y"))),
        Place("B", 2, 1, (("A", "x"), ("C", "z"))),
        Place("C", 3, 1, (("A", "y"), ("B", "z"))),
    ]

    assert ties(places) == (
        Tie(1, 3, left_shared=True, right_shared=True),
        Tie(1, 2, left_shared=True, right_shared=True),
        Tie(2, 2, left_shared=True, right_shared=True),
    )


def test_a_bracket_never_leaves_its_line():
    assert ties([Place("A", 1, 1, (("D", "x"),)), Place("B", 2, 1)]) == ()


def test_those_in_most_contradictions_are_shown_in_the_order_they_spoke():
    tallies = [said(WHO, voice, voice) for voice in range(1, 13)]
    clashes = [clash(voice, 12, page=f"con_{voice}") for voice in (1, 2, 3, 4, 5, 6, 11)]

    rows, _ = arrange(tallies, [*clashes, clash(10, 11, page="con_x", pairs=2)])

    assert rows[0].voices == (1, 2, 3, 10, 11, 12)
    assert rows[0].rest == (4, 5, 6, 7, 8, 9)
