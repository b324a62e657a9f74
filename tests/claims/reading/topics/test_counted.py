import pytest

from tests.claims.reading.readers import attributed, count_of, key_of, only_claim


@pytest.mark.parametrize(
    ("said", "key", "figure", "asked"),
    [
        ("two wells had been closed", "count:well:close", (2, 2, "well"), "How many wells"),
        ("engineers closed two wells", "count:well:close", (2, 2, "well"), "How many wells"),
        ("Norland sent 12 lorries", "count:lorry:send", (12, 12, "lorry"), "How many lorries"),
        ("three persons had survived", "count:people:survive", (3, 3, "person"), "How many people"),
        ("at least 40 men were treated", "count:people:treat", (40, None, "person"), "How many"),
        ("fewer than 50 cooks fainted", "count:cook:faint", (0, 50, "cook"), "How many cooks"),
        ("the hole is six metres deep", "size:hole:deep", (6, 6, "metre"), "How deep is the hole?"),
        (
            "the kidnappers demanded a ransom of $3 million",
            "amount:money:ransom",
            (3_000_000, 3_000_000, "dollar"),
            "How great was the ransom?",
        ),
        (
            "the fund received 40,000 euros",
            "amount:money:fund:receive",
            (40_000, 40_000, "euro"),
            "How much did the fund receive?",
        ),
        (
            "the water flowed for 50 minutes",
            "amount:time:water:flow",
            (50, 50, "minute"),
            "How long did the water flow?",
        ),
    ],
)
def test_a_figure_asks_what_befell_how_many_or_how_much(said, key, figure, asked):
    claim = only_claim(f"Nortown said {said}.")
    count = count_of(claim)
    assert (key_of(claim), (count.low, count.high, count.unit)) == (key, figure)
    assert claim.question is not None
    assert claim.question.text.startswith(asked)


@pytest.mark.parametrize(
    ("said", "low", "unit"),
    [
        ("the driver was dragged out by five men in two vans", 5, "person"),
        ("a valve, with eleven metres of hose, was found 60 metres from it", 60, "metre"),
        ("the rebels are 20 miles from there", 20, "mile"),
        ("the bus had 31 seats", 31, "seat"),
        ("two of his cooks were shaken", 2, "cook"),
        ("the records of at least 900 of them were for sale", 900, "person"),
        ("there was only one tram", 1, "tram"),
        ("forty cooks will lose their jobs", 40, "cook"),
    ],
)
def test_a_figure_whose_clause_says_too_little_stands_without_a_question(said, low, unit):
    claim = only_claim(f"Nortown said {said}.")
    assert (key_of(claim), count_of(claim).low, count_of(claim).unit) == ("", low, unit)


@pytest.mark.parametrize(
    "said",
    [
        "the two sides would meet again",
        "Highway 5 was open again",
        "its two ministers were angry about the plan",
        "he had met the envoy two days ago",
        "several officers had seen the paper",
        "a woman had called the mayor",
        "one of the men had a letter",
        "the plan fell apart in 1998",
        "the shop opened at eight in the morning",
        "he did not believe it for one second",
        "the list of 70 contains names that nobody knows",
    ],
)
def test_numbers_that_count_nothing_are_no_figure(said):
    assert all(claim.answer.count is None for claim in attributed(f"Nortown said {said}."))


def test_a_place_and_a_further_figure_are_kept_apart():
    first, second = (
        only_claim(f"Nortown said {said}.")
        for said in ("nine wells were closed in Mir", "another nine wells were closed")
    )
    assert (first.answer.place, first.answer.basis) == ("Mir", "total")
    assert (second.answer.place, second.answer.basis) == ("", "increment")


def test_the_articles_own_figures_are_no_claims():
    assert all(key_of(c) == "" for c in attributed("Two wells were closed near Mir."))


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("two men were shot at the mill", ["matter:fired-shots", "count:people:shoot"]),
        ("twelve shops were damaged", ["damage:shops"]),
        ("of the 260 houses in the village 180 were destroyed", ["damage:houses"]),
        ("none had been arrested", ["arrest"]),
    ],
)
def test_what_befell_the_counted_is_told_with_their_number(said, keys):
    told = attributed(f"Nortown said {said}.")
    assert [key_of(claim) for claim in told] == keys
    assert count_of(told[-1]).low == {"two": 2, "twelve": 12, "of": 180, "none": 0}[said.split()[0]]
