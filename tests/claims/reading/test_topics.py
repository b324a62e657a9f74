import pytest

from claims.choices import Basis, Modality, Rung, Stance, Topic
from tests.claims.reading.readers import claims, count_of, key_of, only_claim


@pytest.mark.parametrize(
    ("text", "measure", "population", "low", "high"),
    [
        ("Nortown said 70 attackers were killed.", "killed", "attackers", 70, 70),
        ("Nortown said that troops killed 70 raiders.", "killed", "attackers", 70, 70),
        ("Nortown said at least two soldiers had died.", "killed", "troops", 2, None),
        ("Nortown reported one civilian fatality.", "killed", "civilians", 1, 1),
        ("Nortown said a woman of 82 has died.", "killed", "civilians", 1, 1),
        ("Nortown said the number of wounded rose to 12.", "injured", "unknown", 12, 12),
        ("Nortown put the death toll at 102.", "killed", "unknown", 102, 102),
        ("Nortown said 70 of the men who raided Mir died.", "killed", "attackers", 70, 70),
        ("Nortown said two of those who had stormed Mir died.", "killed", "attackers", 2, 2),
        ("Nortown said 12 of those who crossed the sea died.", "killed", "unknown", 12, 12),
        ("Nortown said two of its men were hurt.", "injured", "own", 2, 2),
        ("Nortown said it had lost two men.", "killed", "own", 2, 2),
        ("Nortown said none of its men had been killed.", "killed", "own", 0, 0),
        ("Nortown reported the loss of three soldiers.", "killed", "troops", 3, 3),
        ("Nortown said nobody was hurt.", "injured", "unknown", 0, 0),
        ("Nortown said there were no civilian casualties.", "killed", "civilians", 0, 0),
        ("Nortown said no one is believed to be hurt.", "injured", "unknown", 0, 0),
        ("Nortown said three boys were killed by soldiers.", "killed", "children", 3, 3),
        ("Nortown said two climbers had died.", "killed", "unknown", 2, 2),
        ("Nortown reported no injuries.", "injured", "unknown", 0, 0),
        ("Nortown said three people were missing.", "missing", "unknown", 3, 3),
        ("Nortown said a strike on the hospital killed 9.", "killed", "unknown", 9, 9),
        ("Nortown said nine people were taken to hospital.", "hospitalised", "unknown", 9, 9),
        ("Nortown spoke of five raiders taken prisoner.", "captured", "attackers", 5, 5),
        ("Nortown said dozens of residents were hurt.", "injured", "civilians", 24, None),
    ],
)
def test_casualties_have_a_measure_a_population_and_an_interval(
    text, measure, population, low, high
):
    claim = only_claim(text)
    answer = claim.answer
    assert (claim.topic, answer.measure, answer.population) == (
        Topic.CASUALTIES,
        measure,
        population,
    )
    assert (count_of(claim).low, count_of(claim).high) == (low, high)


def test_two_figures_in_a_sentence_are_two_claims():
    text = "Governor Jan Lis reported one civilian fatality and several injuries."
    dead, hurt = claims(text)
    assert (dead.quotes[0].text, hurt.quotes[0].text) == (
        "Governor Jan Lis reported one civilian fatality",
        "several injuries",
    )
    assert (key_of(dead), key_of(hurt)) == (
        "casualties:killed:civilians",
        "casualties:injured:unknown",
    )


def test_figures_of_two_places_keep_their_places():
    mir, dubno = claims("Nortown said 30 people had died in Mir and five in Dubno.")
    assert [(count_of(c).low, c.answer.place) for c in (mir, dubno)] == [(30, "Mir"), (5, "Dubno")]


def test_own_losses_ask_whose_they_are():
    claim = only_claim("The Free Suland Army said it had lost two men.")
    assert claim.question is not None
    assert (claim.question.key, claim.question.text) == (
        "casualties:killed:own:free-suland-army",
        "How many of the Free Suland Army's own were killed?",
    )


def test_a_further_figure_is_an_increment():
    claim = only_claim("Nortown said another 5 people were killed.")
    assert claim.answer.basis == Basis.INCREMENT


def test_vehicles_and_hours_are_not_hurt():
    claim = only_claim("Nortown said four trucks were destroyed in 24 hours.")
    assert (claim.topic, count_of(claim).unit, claim.answer.value) == (
        Topic.DAMAGE,
        "truck",
        "destroyed",
    )


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Nortown blamed the raid on Suland.", ("suland",)),
        ("Nortown blamed Suland for the raid.", ("suland",)),
        ("Nortown accused Sutown of the attack.", ("suland",)),
        ("Nortown put the blame on Sulish saboteurs.", ("suland",)),
        ("Nortown attributed the raid to a “unit of a Sulish nationalist force”.", None),
        ("Nortown said Suland was behind the raid.", ("suland",)),
        ("Nortown said a Sulish sabotage group had entered it.", ("~Sulish sabotage group",)),
        ("Nortown said Sulish troops had attacked Mir.", ("suland",)),
        ("Nortown said the town was attacked by Sulish forces.", ("suland",)),
        ("Nortown said only Sulish citizens had taken part.", ("~Sulish citizens",)),
        (
            "Nortown named two groups: the Free Suland Army and the Mir Front (MF).",
            ("free-suland-army", "~Mir Front"),
        ),
        ("Nortown said the attackers were from the Free Suland Army.", ("free-suland-army",)),
        ("Nortown said that Suland was responsible for the blast.", ("suland",)),
        ("The Free Suland Army claimed responsibility for the raid.", ("free-suland-army",)),
        ("The Free Suland Army claimed the raid as its own.", ("free-suland-army",)),
        ("The Free Suland Army announced the start of an assault.", ("free-suland-army",)),
        ("The Free Suland Army said its fighters had crossed the border.", ("free-suland-army",)),
    ],
)
def test_who_did_it(text, actors):
    claim = only_claim(text)
    assert (key_of(claim), claim.stance) == ("responsibility", Stance.ASSERTS)
    assert claim.answer.rung == Rung.CARRIED_OUT
    expected = actors or ("~unit of a Sulish nationalist force",)
    assert claim.answer.actors == expected


@pytest.mark.parametrize(
    ("text", "question", "rung"),
    [
        ("Sutown denies any involvement.", "involvement:suland", None),
        ("Sutown denied having any part in the raid.", "involvement:suland", None),
        ("Sutown said it had nothing to do with the raid.", "involvement:suland", None),
        ("Sutown said Suland takes no direct part in it.", "involvement:suland", None),
        ("Sutown denied that Suland is involved in any way.", "involvement:suland", None),
        ("Nortown denied Suland's involvement.", "involvement:suland", None),
        ("Sutown denied that any of its soldiers took part.", "involvement:suland", None),
        ("Sutown said that none of its troops had taken part.", "involvement:suland", None),
        ("Sutown distanced itself from the raid.", "involvement:suland", None),
        (
            "Sutown said it does not encourage or enable strikes.",
            "involvement:suland",
            Rung.ENCOURAGED,
        ),
        ("Sutown said it did not support the attack.", "involvement:suland", Rung.SUPPORTED),
        ("Sutown denied responsibility.", "responsibility", Rung.CARRIED_OUT),
        (
            "Sutown denied that its forces had carried out the attack.",
            "responsibility",
            Rung.CARRIED_OUT,
        ),
        ("Sutown said no Sulish soldiers were on foreign soil.", "presence:suland", None),
    ],
)
def test_a_denied_part_names_whose_and_which(text, question, rung):
    claim = only_claim(text)
    assert (claim.stance, key_of(claim), claim.answer.rung) == (Stance.DENIES, question, rung)
    assert claim.answer.denied
    assert claim.question is not None
    assert claim.question.dispute == "responsibility"
    assert claim.answer.actors == ("suland",)


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Sutown claims to have captured Mir.", "control:mir", "taken"),
        ("Sutown said its army had taken the village of Dubno.", "control:dubno", "taken"),
        ("Sutown reported the capture of Mir.", "control:mir", "taken"),
        (
            "One group asserted control over a strip of Sulish territory.",
            "control:territory",
            "held",
        ),
        ("Sutown said it had lost Mir.", "control:mir", "lost"),
        ("Sutown said the town of Mir was fully under its control.", "control:mir", "held"),
        ("Sutown said that Mir had been taken by its army.", "control:mir", "taken"),
        ("Sutown said that the town of Mir had been lost.", "control:mir", "lost"),
        ("Sutown said its units remained on Norish soil.", "control:territory", "held"),
        ("Sutown said its men held part of the airport.", "control:airport", "held"),
        ("Sutown said the attackers had been crushed.", "outcome", "defeated"),
        ("Sutown said the remaining raiders were driven out of the area.", "outcome", "withdrawn"),
        ("The Free Suland Army said the fight is not over.", "outcome", "continuing"),
        (
            "Sutown said the counter-terrorism regime was lifted.",
            "measure:counter-terrorism-regime",
            "lifted",
        ),
        ("Sutown declared a state of emergency.", "measure:state-emergency", "declared"),
        (
            "Sutown said the anti-terror regime remained in force.",
            "measure:counter-terrorism-regime",
            "in_force",
        ),
        ("Sutown said the dam was undamaged.", "damage:dam", "intact"),
        ("Sutown said a missile hit the bridge.", "damage:bridge", "hit"),
        ("Sutown said the video was staged.", "authenticity:video", "fake"),
        ("Sutown said the blast was caused by a technical fault.", "cause", "technical"),
        ("Sutown said the certificate was forged.", "authenticity:certificate", "fake"),
        ("Sutown said the footage was filmed elsewhere.", "authenticity:footage", "fake"),
    ],
)
def test_states_and_things_have_a_closed_value(text, key, value):
    claim = only_claim(text)
    assert (key_of(claim), claim.answer.value) == (key, value)


def test_people_moved_are_counted():
    claim = only_claim("The mayor said 1,300 residents had been evacuated.")
    assert (claim.topic, count_of(claim).low) == (Topic.EVACUATION, 1300)


def test_people_detained_are_counted():
    claim = only_claim("The ministry said 45 demonstrators were detained.")
    assert (claim.topic, count_of(claim).low) == (Topic.ARREST, 45)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Nortown said the Free Suland Army is part of Suland's army.", False),
        ("Nortown said the Free Suland Army has no formal tie to Suland.", True),
    ],
)
def test_a_tie_joins_a_group_and_whom_it_belongs_to(text, denied):
    answer = only_claim(text).answer
    assert (answer.value, answer.actors, answer.denied) == ("tie", ("free-suland-army",), denied)
    assert answer.object == "suland"


@pytest.mark.parametrize(
    ("text", "stance", "modality"),
    [
        ("Nortown doubts that Suland attacked the dam.", Stance.DOUBTS, Modality.HEDGED),
        ("Nortown confirmed that Suland attacked the dam.", Stance.ASSERTS, Modality.ASSERTED),
        ("Nortown said Suland may have attacked the dam.", Stance.ASSERTS, Modality.HEDGED),
        ("Nortown said Suland allegedly attacked the dam.", Stance.ASSERTS, Modality.ALLEGED),
        ("Nortown retracted its claim that it won.", Stance.RETRACTS, Modality.ASSERTED),
        ("Nortown declined to comment.", Stance.NO_COMMENT, Modality.ASSERTED),
    ],
)
def test_stance_and_modality_come_from_the_cue_and_the_words(text, stance, modality):
    claim = only_claim(text)
    assert (claim.stance, claim.modality) == (stance, modality)


def test_what_no_rule_knows_keeps_its_words():
    claim = only_claim("The mayor said that the harvest was the best in years.")
    assert (claim.topic, claim.question) == (Topic.OTHER, None)
    assert claim.statement == "the harvest was the best in years"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the town should be rebuilt soon.",
        "The mayor said that they would rebuild the whole town.",
        "The mayor said that he was deeply concerned about it.",
        "The mayor said that it was a great victory for the town.",
        "The mayor said that their courageous fight was an example.",
    ],
)
def test_wishes_and_predictions_cannot_be_checked(text):
    assert only_claim(text).not_checkable


def test_an_intention_is_no_fact():
    claim = only_claim("Sutown said it would capture Mir before winter.")
    assert (claim.question, claim.not_checkable) == (None, True)


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("Nortown captured Mir.", "Mir"),
        ("Shops in the city of Mir are shut.", "Mir"),
        ("Mir, a city in the east, is shut.", "Mir"),
        ("Mir, a village in the east, is shut.", ""),
        ("The cities are shut.", ""),
        ("Nortown captured Mir and then captured Dubno.", ""),
    ],
)
def test_the_city_is_the_one_that_the_article_names(before, place):
    claim = claims(f"{before} Sutown said that its men held some streets of the city.")[-1]
    assert claim.answer.place == place


@pytest.mark.parametrize(
    "text",
    [
        "Sutown said it had held a meeting in Nortown.",
        "Sutown said its king remained in Nortown.",
        "Sutown said it took a train to Nortown.",
        "Sutown said that Mir had come under fire.",
    ],
)
def test_not_every_taking_and_holding_is_of_a_place(text):
    assert key_of(only_claim(text)) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Nortown said Jan Lis, 66, had died.",
        "Nortown said the boy died after a fall of 150 metres.",
        "Nortown said the guard was hurt on Sept 19.",
        "Nortown said that 40 days had passed since the death of the king.",
        "An earthquake killed 31,000 people there in 2003.",
    ],
)
def test_not_every_number_near_a_death_counts_the_dead(text):
    counted = [claim for claim in claims(text) if claim.answer.count is not None]
    assert [claim for claim in counted if claim.topic == Topic.CASUALTIES] == []


def test_a_hospital_counts_nobody():
    assert key_of(only_claim("Nortown said the hospital was one of 20 that had to close.")) == ""


@pytest.mark.parametrize(
    ("text", "key", "actors"),
    [
        ("Nortown accused the World Union of fraud.", "", ()),
        ("Nortown accused Sutown of attacking Mir.", "responsibility", ("suland",)),
        ("Nortown blamed the owners for the disaster.", "", ()),
    ],
)
def test_an_accusation_answers_only_where_it_names_author_and_attack(text, key, actors):
    claim = only_claim(text)
    assert (key_of(claim), claim.answer.actors) == (key, actors)


def test_who_speaks_of_somebodys_strike_says_who_did_it():
    found = claims("Nortown said that a Sulish air strike on a school in Mir had killed 40 people.")
    assert [(key_of(c), c.answer.actors) for c in found] == [
        ("casualties:killed:unknown", ()),
        ("responsibility:school", ("suland",)),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nortown said the accident was caused by strong currents.", "natural"),
        ("Nortown said the accident was caused by overloading.", "overload"),
    ],
)
def test_causes_of_accidents(text, value):
    claim = claims(text)[0]
    assert (key_of(claim), claim.answer.value) == ("cause", value)


def test_what_stays_whole_has_no_article_in_its_question():
    claim = only_claim("Nortown said the old walls stay intact.")
    assert claim.question is not None
    assert claim.question.text == "What happened to the old walls?"


@pytest.mark.parametrize(
    "text",
    [
        "Nortown said an ambulance took Jan Lis to the hospital.",
        "Nortown said its navy captured 26 Sulish trawlers there.",
        "Nortown said rescue equipment had been sent to the region.",
        "Nortown said it was discussing what is going on there.",
        "Nortown said it had no connection there yet.",
    ],
)
def test_words_of_war_in_other_news_have_no_question(text):
    assert key_of(only_claim(text)) == ""


@pytest.mark.parametrize(
    ("lead", "key"), [("A raid on Mir began. The raid was short.", "outcome"), ("Mir sleeps.", "")]
)
def test_they_are_the_attackers_in_news_of_an_attack_only(lead, key):
    assert key_of(claims(f"{lead} Nortown said that they had been crushed.")[-1]) == key


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The blast led to the evacuation of two streets.", True),
        ("Residents of two villages were evacuated.", True),
        ("The road was closed during the evacuation.", False),
        ("After the evacuation of Mir nobody returned.", False),
    ],
)
def test_an_article_itself_tells_of_an_evacuation_but_not_in_passing(text, told):
    found = [c for c in claims(text) if c.topic == Topic.EVACUATION]
    assert bool(found) == told
    assert all(c.claimant is None for c in found)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (
            "Sutown said nine of the men who stormed its Dubno district were killed.",
            "casualties:killed:attackers",
        ),
        ("Sutown said nine fighters were killed in its south.", "casualties:killed:attackers"),
        (
            "Sutown said nine of its own fighters were killed.",
            "casualties:killed:own:suland",
        ),
    ],
)
def test_own_losses_are_of_men_that_are_ones_own_not_of_a_place(text, key):
    assert key_of(only_claim(text)) == key


@pytest.mark.parametrize(
    ("counted", "number"),
    [
        ("Nineteen of the 44 people aboard were killed", 19),
        ("six out of 20 miners died", 6),
        ("Nineteen people and 44 soldiers were killed", 44),
    ],
)
def test_of_a_part_and_its_whole_the_part_is_counted(counted, number):
    assert count_of(only_claim(f"Nortown said {counted}.")).low == number


@pytest.mark.parametrize(
    "text",
    [
        "Sutown said it did not know who had carried out the raid.",
        "Sutown said it had no idea who shelled the town.",
        "Sutown said it was not clear whether Norland was behind the raid.",
        "Sutown said it was unclear if Norish troops had raided the town.",
        "“We do not know who is behind the raid,” Sutown said.",
    ],
)
def test_who_does_not_know_who_did_it_denies_nothing(text):
    claim = only_claim(text)
    assert (key_of(claim), claim.stance) == ("", Stance.ASSERTS)


@pytest.mark.parametrize("lost", ["one Rafale-9", "a Leopard", "three Mirage jets"])
def test_a_lost_machine_is_no_lost_place(lost):
    found = claims(f"Norland confirmed the loss of {lost}.")
    assert all(not key_of(claim).startswith("control") for claim in found)
