import pytest

from claims.reading.quantities import find_quantities
from claims.reading.text import tokens_of
from claims.values import Count


def counts(text: str) -> list[Count]:
    return [q.count for q in find_quantities(tokens_of(text))]


@pytest.mark.parametrize(
    ("text", "low", "high", "flags"),
    [
        ("70 people", 70, 70, {}),
        ("seventy people", 70, 70, {}),
        ("twenty-one people", 21, 21, {}),
        ("two hundred and five people", 205, 205, {}),
        ("1,300 residents", 1300, 1300, {}),
        ("2.5 million people", 2_500_000, 2_500_000, {}),
        ("more than 70 people", 70, None, {"low_exclusive": True}),
        ("over seventy people", 70, None, {"low_exclusive": True}),
        ("at least 13 people", 13, None, {}),
        ("no fewer than 12 people", 12, None, {}),
        ("up to 5 people", 0, 5, {}),
        ("no more than 5 people", 0, 5, {}),
        ("fewer than 5 people", 0, 5, {"high_exclusive": True}),
        ("about 40 people", 40, 40, {"approximate": True}),
        ("between 5 and 10 people", 5, 10, {}),
        ("from 5 to 10 people", 5, 10, {}),
        ("revised the toll from 12 to nine", 9, 9, {}),
        ("the number rose from 9 to 12", 12, 12, {}),
        ("5-10 people", 5, 10, {}),
        ("two dozen people", 24, 24, {}),
        ("a dozen people", 12, 12, {}),
        ("dozens of people", 24, None, {"vague": True}),
        ("several people", 3, None, {"vague": True}),
        ("tens of thousands of people", 20_000, None, {"vague": True}),
        ("a woman died", 1, 1, {}),
        ("12 percent", 12, 12, {"unit": "percent"}),
        ("12% of them", 12, 12, {"unit": "percent"}),
    ],
)
def test_a_quantity_is_an_interval(text, low, high, flags):
    (count,) = counts(text)
    assert count == Count(low, high, text=count.text, **flags)


@pytest.mark.parametrize(
    "text",
    ["in 2014", "on 22 May", "May 22, 2023", "at 23:31", "aged 82", "the 54-year-old", "$70"],
)
def test_years_dates_times_ages_and_money_count_nobody(text):
    assert counts(text) == []


def test_the_words_of_the_quantity_are_kept():
    (count,) = counts("It has killed more than 70 so far")
    assert count.text == "more than 70"
