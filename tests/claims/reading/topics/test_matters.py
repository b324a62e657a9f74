import pytest

from claims.reading import questions
from claims.reading.article import read_article
from claims.values import ArticleText
from events.directory import starter


def matters(said):
    """(question's key, denied, said of whom) of each plain matter in what a witness said."""
    text = f"A coach crashed near Ostrel on Monday. The witness Ana Brandt said {said}."
    return [
        (
            claim.question.key,
            (claim.answer.object == "no"),
            claim.answer.value,
        )
        for claim in read_article(ArticleText(text), starter()).claims
        if claim.question is not None and claim.question.key.startswith(questions.MATTER)
    ]


@pytest.mark.parametrize(
    ("said", "key", "denied", "who"),
    [
        ("the marchers were armed", "armed", False, "people"),
        ("none of the marchers was armed", "armed", True, "people"),
        ("the marchers were unarmed villagers", "armed", True, "people"),
        ("the police were not unarmed", "armed", False, "forces"),
        ("the police acted without warning", "warning", True, "forces"),
        ("the coach had already stopped at the barrier", "stopped", False, ""),
        ("the coach ignored orders to stop there", "stopped", True, ""),
        ("the ferry was not overloaded at all", "overloaded", True, "ship"),
        ("the ballot was neither free nor fair", "fair-vote", True, ""),
        ("the whole election was rigged from the start", "fair-vote", True, ""),
        ("no observer was turned away", "turned-away", True, ""),
        ("the fire exits were locked that night", "locked", False, ""),
        ("the train had passed a red signal", "signal", False, "train"),
        ("the owner had raised the roof by nine metres without a permit", "permitted", True, ""),
        ("the siren sounded ten minutes before the wave", "alarm", False, ""),
        ("the coach passed its inspection in spring", "inspection", False, ""),
        ("the coach had failed two inspections", "inspection", True, ""),
        ("the hall was built without a permit", "permitted", True, "hall"),
        ("every storey had been authorised by the city", "permitted", False, ""),
        ("the owner had received no such letter", "warning", True, ""),
        ("the owner had been told about the cracks", "warning", False, ""),
        ("the tap water was within the limits", "dangerous", True, ""),
        ("the tap water posed no danger to children", "dangerous", True, ""),
        ("they had found lead at four times the permitted level", "dangerous", False, ""),
        ("nobody had heard a siren", "alarm", True, ""),
        ("the siren rang before the wave came", "alarm", False, ""),
        ("the driver had jumped out and run away", "fled", False, ""),
        ("the driver stayed at the wheel", "fled", True, ""),
        ("the mayor had hidden the real figures", "hidden", False, ""),
        ("every penny had been accounted for", "hidden", True, ""),
        ("the guards had let everybody through", "let-go-ahead", False, "forces"),
        ("there was no helicopter over the camp", "aircraft", True, ""),
        ("both sides had pulled back from the ridge", "now:drawn-back", False, ""),
        ("the rebels had broken the truce", "now:ceasefire-broken", False, ""),
        ("the truce held all night", "now:ceasefire-broken", True, ""),
        ("Mayor Ann Holm is alive and in hiding", "alive", False, "holm"),
        ("Mayor Ann Holm was killed near the mill", "alive", True, "holm"),
        ("no ransom was paid", "ransom", True, ""),
        ("all wages had been paid", "wages-paid", False, ""),
        ("the alarm failed to sound", "alarm", True, ""),
    ],
)
def test_a_plain_matter_is_read_with_its_side_and_whom_it_is_said_of(said, key, denied, who):
    found = matters(said)

    assert [one[:2] for one in found] == [(f"matter:{key}", denied)]
    assert not who or found[0][2] == who


@pytest.mark.parametrize(
    "said",
    [
        "the armed forces of Suland held a parade in the town",
        "fighting broke out in the market that morning",
        "the minister gave the green light for the march",
        "armed men walked through the market in the morning",
        "the doors should have been unlocked by the guard",
        "the mayor was killed near the mill",
        "the play was staged in the town hall",
    ],
)
def test_words_that_only_look_like_a_matter_are_left(said):
    assert matters(said) == []


def test_two_matters_of_one_clause_are_both_read_unless_they_share_words():
    found = matters("the coach was overloaded and its brakes failed on the hill")

    assert [one[:2] for one in found] == [("matter:overloaded", False), ("matter:brakes", True)]


def test_a_charge_is_kept_by_who_is_accused_and_met_by_the_answer_to_it():
    text = (
        "A coach crashed near Ostrel on Monday. Ana Brandt accused the Harbour Office of having "
        "let the coach leave. Director Ole Krag said his men had forbidden the coach to leave."
    )
    charge, answer = (
        claim for claim in read_article(ArticleText(text), starter()).claims if claim.question
    )

    assert charge.question == answer.question
    assert (charge.answer.object, answer.answer.object) == ("yes", "no")
    assert (charge.answer.value, answer.answer.value) == ("~Harbour Office", "")


@pytest.mark.parametrize(
    "said",
    [
        "the plan was made by people living illegally in the valley and by their friends",
        "every candidate on the stage favoured papers for workers now in the country illegally",
        "the report he wrote speaks of illegal immigration",
    ],
)
def test_words_that_only_describe_something_else_take_no_side(said):
    assert matters(said) == []
