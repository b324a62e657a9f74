import pytest

from claims.comparing import compare
from claims.reading.statements import statement
from tests.claims.reading.readers import DIRECTORY, PUBLISHED, claims, count_of, key_of, only_claim


@pytest.mark.parametrize(
    ("text", "key", "number"),
    [
        ("The toll of the flood that followed the breach of the dam has reached 16", "killed", 16),
        ("The death toll from the storm in the north has now climbed to 40", "killed", 40),
        ("31 are still being looked for", "missing", 31),
        ("In the hills 12 were being searched for", "missing", 12),
        ("The number of wounded after the long night stands at 9", "injured", 9),
    ],
)
def test_a_toll_is_read_however_far_its_figure_stands(text, key, number):
    claim = only_claim(f"{text}, Nortown said.")
    assert (key_of(claim), count_of(claim).low) == (f"casualties:{key}:unknown", number)


@pytest.mark.parametrize(
    ("before", "key"),
    [
        ("The toll of the flood is rising.", "casualties:killed:unknown"),
        ("The number of missing people fell.", "casualties:missing:unknown"),
        ("The mayor spoke to the council.", ""),
        ("The dead and the wounded were brought to Mir.", ""),
    ],
)
def test_a_bare_count_is_of_what_the_sentence_before_counts(before, key):
    assert key_of(claims(f"{before} The count has now reached 16, Nortown said.")[-1]) == key


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("29 people died in territory under Sulish control", "Sulish-held territory"),
        ("29 people died in the areas that Suland controls", "Sulish-held territory"),
        ("29 people died in Norish-held towns", "Norish-held territory"),
        ("29 people died in rebel-held Mir", "rebel-held territory"),
        ("29 people died in Mir alone", "Mir"),
        ("29 people died in Mir", ""),
    ],
)
def test_a_figure_says_whose_part_of_the_country_it_is_of(text, place):
    assert only_claim(f"Nortown said {text}.").answer.place == place


def test_the_head_that_a_state_has_put_there_counts_its_part():
    text = "Jan Lis, whom Suland installed in occupied Mir, said 29 people had died."
    assert only_claim(text).answer.place == "Sulish-held territory"


def test_figures_of_two_parts_of_a_country_do_not_clash():
    texts = (
        "Nortown said 16 people had died.",
        "Sutown said 29 people had died in territory under Sulish control.",
        "Sutown said 31 people had died.",
    )
    whole, part, more = (
        statement(
            only_claim(text), id=str(number), event="e", directory=DIRECTORY, published=PUBLISHED
        )
        for number, text in enumerate(texts)
    )
    assert compare(whole, part).code == "different_place"
    assert str(compare(whole, more).kind) == "count"


def test_what_a_deed_cost_leaves_the_deed_a_claim_of_its_own():
    deed, cost = claims("Nortown said Suland bombed a hospital in Mir, killing at least 50 people.")
    assert (key_of(deed), deed.answer.actors) == ("responsibility:hospital", ("suland",))
    assert count_of(cost).low == 50


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("70 people lost their lives in the fire", [("killed:unknown", 70)]),
        ("26 villagers have not come home", [("missing:civilians", 26)]),
        ("the number of dead was at 43 last night", [("killed:unknown", 43)]),
        ("the toll is now 19 dead and four missing", [("killed:unknown", 19), ("missing:unknown", 4)]),
        ("eight had died, all of them soldiers", [("killed:troops", 8)]),
        ("11 children were killed", [("killed:children", 11)]),
        ("21 had been martyred", [("killed:unknown", 21)]),
    ],
)  # fmt: skip
def test_the_dead_are_counted_in_other_words_too(text, found):
    read = claims(f"Nortown said {text}.")
    assert [(key_of(c), count_of(c).low) for c in read] == [
        (f"casualties:{key}", number) for key, number in found
    ]
