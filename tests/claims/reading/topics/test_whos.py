import pytest

from claims.choices import Kind, Severity
from claims.comparing import compare
from claims.reading.article import read_article
from claims.reading.statements import statement
from claims.values import ArticleText, Finding
from events.directory import starter


def statements(said, who="The witness Ana Brandt"):
    """Who somebody was, as comparing takes it, in a sentence of somebody's."""
    text = f"Nine people died at a wedding near Ostrel. {who} said {said}."
    return [
        statement(claim, id=who, event="e", directory=starter(), published=None)
        for claim in read_article(ArticleText(text), starter()).claims
        if claim.question is not None and claim.question.key.startswith("who:")
    ]


@pytest.mark.parametrize(
    ("said", "asked", "value", "population", "actors"),
    [
        ("all of the dead were civilians", "dead", "kind", "civilians", ()),
        ("the victims were militants", "dead", "kind", "fighters", ()),
        ("those killed were soldiers", "dead", "kind", "troops", ()),
        ("the suspect was identified as Ivo Lann", "suspect", "named", "", ("~Ivo Lann",)),
    ],
)
def test_who_somebody_was_is_read(said, asked, value, population, actors):
    (told,) = statements(said)

    assert told.question == f"who:{asked}"
    assert (told.answer.value, told.answer.population) == (value, population)
    assert told.answer.actors == actors


@pytest.mark.parametrize(
    "said",
    [
        "most of the dead were civilians",
        "civilians were among the dead",
        "the dead were soldiers and civilians",
        "the victims were taken to the hospital",
        "the suspect was seen near the school",
        "the dead may be civilians",
        "the gunman was a former soldier",
    ],
)
def test_some_of_them_or_something_else_is_no_answer(said):
    assert statements(said) == []


def test_what_they_were_not_is_denied():
    (told,) = statements("the dead were not fighters")

    assert told.answer.denied


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the dead were civilians", "those killed were militants"),
        ("the victims were militants", "the dead were not fighters"),
        ("the suspect was named as Ivo Lann", "the gunman had been identified as Per Holt"),
    ],
)
def test_two_answers_to_who_it_was_are_found_to_part(one, other):
    (left,), (right,) = statements(one), statements(other, "The mayor, Ida Holm,")

    found = compare(left, right)

    assert isinstance(found, Finding)
    assert (found.kind, found.severity) == (Kind.IDENTITY, Severity.CONTRADICTION)
