import pytest

from claims.choices import Rung, Stance
from tests.claims.reading.readers import attributed, claims, key_of, only_claim


@pytest.mark.parametrize(
    "text",
    [
        "Nortown said the raid was the fault of Suland.",
        "Nortown said Suland bears full responsibility for the raid.",
        "Nortown said Suland carried out a deliberate act of terror.",
        "Nortown said it was Suland that raided the town.",
        "Nortown spoke of a cowardly attack by Suland.",
        "Nortown said that Sulish troops had torched the town.",
        "Nortown said that Sulish warplanes had attacked the town.",
    ],
)
def test_blame_is_laid_in_many_words(text):
    claim = only_claim(text)
    assert (key_of(claim), claim.answer.actors) == ("responsibility", ("suland",))
    assert claim.answer.rung == Rung.CARRIED_OUT


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Sutown denied having raided the town.", "responsibility"),
        ("Sutown denied that it had downed the jet.", "responsibility:plane"),
        ("Sutown denied sinking the ferry.", "responsibility:ship"),
    ],
)
def test_a_denied_deed_is_the_speakers_own(text, key):
    claim = only_claim(text)
    assert (key_of(claim), claim.stance) == (key, Stance.DENIES)
    assert claim.answer.actors == ("suland",)


def test_it_within_quotation_marks_is_not_the_speaker():
    claim = only_claim("“It was behind the raid,” Nortown said.")
    assert "norland" not in claim.answer.actors


def test_meddling_is_a_part_in_it():
    claim = only_claim("Sutown denied meddling in the election.")
    assert (key_of(claim), claim.answer.denied) == ("involvement:suland", True)


def test_who_destroyed_a_thing_says_who_did_it_and_who_counts_wrecks_does_not():
    first, second = claims(
        "Nortown said Suland destroyed the bridge. Nortown said Sulish guns destroyed four trucks."
    )
    assert (key_of(first), key_of(second)) == ("responsibility:bridge", "damage:trucks")


@pytest.mark.parametrize(
    "text",
    [
        "Nortown said Jan Lis has always run a lean campaign.",
        "Nortown said Jan Lis entered an office down the hall.",
        "Nortown said Suland missed two targets of the plan.",
    ],
)
def test_not_every_verb_tells_of_an_attack(text):
    assert key_of(only_claim(text)) == ""


def test_a_group_that_fired_no_rockets_denies_having_done_it():
    text = (
        "An explosion tore through a clinic. Norland blamed the Free Suland Army for the blast. "
        "The group said it had not fired any rockets."
    )
    blame, denial = (c for c in attributed(text) if key_of(c).startswith("responsibility"))
    assert (denial.stance, denial.answer.actors) == (Stance.DENIES, ("free-suland-army",))
    assert key_of(denial) == key_of(blame) == "responsibility:hospital"


def test_rockets_fired_in_a_drill_are_no_confession():
    assert key_of(only_claim("The Free Suland Army said it had fired rockets in a drill.")) == ""


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The mayor said protesters had set fire to the parliament.", ("~protesters",)),
        ("The mayor said the army had set it on fire.", ("~army",)),
        ("The mayor said police had opened fire on marchers.", ("~police",)),
        ("The ruling party denied rigging the vote.", ("~ruling party",)),
        (
            "Nortown said a rocket of the Free Suland Army had hit a hospital.",
            ("free-suland-army",),
        ),
        ("Nortown said charges laid by Suland brought the bridge down.", ("suland",)),
        ("The mayor said the police had opened a new school.", ()),
    ],
)
def test_a_body_is_an_author_by_what_it_is_called(text, actors):
    assert claims(text)[0].answer.actors == actors


def test_soldiers_who_are_there_no_longer_say_nothing_of_who_had_come():
    told = only_claim("Nortown said that no Sulish soldiers were on its territory.")
    ended = only_claim("Nortown said that not one Sulish soldier is left on its territory.")

    assert key_of(told) == "presence:suland"
    assert ended.question is None


@pytest.mark.parametrize(
    "said",
    [
        "Nortown said the mastermind of the attack was General Ola Berg.",
        "Nortown said that General Ola Berg was the ringleader.",
    ],
)
def test_a_mastermind_ordered_it(said):
    answer = claims(f"An attack shook Mir on Monday. {said}")[-1].answer

    assert (answer.actors, answer.rung) == (("~Ola Berg",), Rung.ORDERED)


@pytest.mark.parametrize(
    ("said", "actors"),
    [
        ("Ola Berg “had no part in the attack”, Nortown said.", ("~Ola Berg",)),
        (
            "Ola Berg's lawyer, Ana Lis, said her client had nothing whatsoever to do with it.",
            ("~Ola Berg",),
        ),
    ],
)
def test_who_had_no_part_is_not_who_says_so(said, actors):
    answer = claims(f"An attack shook Mir on Monday. {said}")[-1].answer

    assert (answer.actors, answer.denied) == (actors, True)


def test_fire_that_is_opened_is_no_fire_in_the_question():
    found = claims("Nortown said that Sulish guards had opened fire on its post.")[0]

    assert found.question is not None
    assert "caused the fire" not in found.question.text


def test_who_had_not_fired_a_shot_also_answers_whether_they_shot():
    said = "Nortown said its contingent had not fired a shot."
    found = claims(f"Soldiers seized the palace of Mir on Monday in a coup. {said}")

    assert [(key_of(c), c.answer.object) for c in found][-1] == ("matter:fired-shots", "no")


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("soldiers attacked the camp without warning", False),
        ("soldiers attacked the camp with no warning", False),
        ("the plane was shot down by rebels, not by the army", False),
        ("the shots were fired by private guards and not by the police", False),
        ("soldiers did not attack the camp", True),
        ("no soldiers attacked the camp", True),
    ],
)
def test_a_negation_counts_where_it_denies_what_was_done(said, denied):
    text = f"An attack on a camp near Orsa killed two.\nMayor Ana Ruiz said {said}."
    claim = next(one for one in claims(text) if one.claimant)

    assert (claim.answer.denied, claim.stance == "denies") == (denied, denied)
