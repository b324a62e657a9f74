import pytest

from claims.choices import Kind, Severity
from claims.comparing import compare
from claims.reading.article import read_article
from claims.reading.statements import statement
from claims.values import ArticleText, Finding
from events.directory import starter


def statements(said, who="The witness Ana Brandt"):
    """Where something was, as comparing takes it, in a sentence of somebody's."""
    text = f"A coach went off the road yesterday. {who} said {said}."
    return [
        statement(claim, id=who, event="e", directory=starter(), published=None)
        for claim in read_article(ArticleText(text), starter()).claims
        if claim.question is not None and claim.question.key.startswith("where:")
    ]


@pytest.mark.parametrize(
    ("said", "thing", "value", "place", "states"),
    [
        ("the explosion happened in Ostrel", "blast", "in", "Ostrel", ()),
        ("the plane crashed near the town of Dunmere", "crash", "near", "Dunmere", ()),
        ("the blast occurred in the Vale region", "blast", "in", "Vale region", ()),
        ("the yacht was intercepted in Spanish waters", "seizure", "in", "", ("spain",)),
        ("the yacht was impounded in international waters", "seizure", "international", "", ()),
        ("the explosion happened in Vienna on Monday", "blast", "in", "Vienna", ("austria",)),
        ("the pilot landed in Ostrel in Spain", "landing", "in", "Ostrel", ("spain",)),
    ],
)
def test_where_something_was_is_read_with_what_it_lies_in(said, thing, value, place, states):
    (told,) = statements(said)

    assert told.question == f"where:{thing}"
    assert (told.answer.value, told.answer.place, told.answer.actors) == (value, place, states)


@pytest.mark.parametrize(
    "said",
    [
        "the shelling happened in Ostrel",
        "the fire broke out in March",
        "the talks would take place in Ostrel",
        "the explosion happened in a market",
        "the mayor of Ostrel saw the crash",
        "a drone landed in Ostrel",
        "the talks took place in Ostrel",
    ],
)
def test_what_has_many_places_or_names_none_is_left(said):
    assert statements(said) == []


def test_a_denied_place_is_denied():
    (told,) = statements("the blast did not happen in Ostrel")

    assert told.answer.denied


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the explosion happened in Ostrel", "the blast had occurred in Dunmere"),
        (
            "the yacht was impounded in international waters",
            "the boat had been boarded in Spanish waters",
        ),
        ("the crash happened in Ostrel", "the crash did not happen in Ostrel"),
    ],
)
def test_two_places_read_from_two_articles_are_found_to_part(one, other):
    (left,), (right,) = statements(one), statements(other, "The mayor, Ida Holm,")

    found = compare(left, right)

    assert isinstance(found, Finding)
    assert (found.kind, found.severity) == (Kind.PLACE, Severity.CONTRADICTION)
