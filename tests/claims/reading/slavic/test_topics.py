"""What is claimed: the questions and typed answers are those of English."""

import pytest

from claims.choices import Modality, Stance
from tests.claims.reading.slavic.readers import interval, key_of, only_claim, read, who

SAID = {"uk": "ДСНС повідомила, що {}.", "ru": "МЧС России сообщило, что {}."}
COUNTS = [
    ("uk", "загинули щонайменше семеро людей", "casualties:killed:unknown", (7, None)),
    ("uk", "поранено понад 40 цивільних", "casualties:injured:civilians", (41, None)),
    ("uk", "поранено від трьох до п'яти людей", "casualties:injured:unknown", (3, 5)),
    ("uk", "знищено до двадцяти бойовиків", "casualties:killed:attackers", (0, 20)),
    ("uk", "кількість поранених зросла до 27", "casualties:injured:unknown", (27, 27)),
    ("uk", "у місті поранені десятки людей", "casualties:injured:unknown", (20, None)),
    ("uk", "через повінь евакуювали 640 людей", "evacuation", (640, 640)),
    ("uk", "загинула одна дитина", "casualties:killed:civilians", (1, 1)),
    ("uk", "загинув водій", "casualties:killed:unknown", (1, 1)),
    ("uk", "загиблих немає", "casualties:killed:unknown", (0, 0)),
    ("uk", "ніхто не постраждав", "casualties:injured:unknown", (0, 0)),
    ("uk", "зникли безвісти 1 200 осіб", "casualties:missing:unknown", (1200, 1200)),
    ("uk", "у лікарні перебувають шестеро людей", "casualties:hospitalised:unknown", (6, 6)),
    ("ru", "погибли не менее двадцати трех человек", "casualties:killed:unknown", (23, None)),
    ("ru", "ранены восемь мирных жителей", "casualties:injured:civilians", (8, 8)),
    ("ru", "число погибших достигло 41", "casualties:killed:unknown", (41, 41)),
    ("ru", "уничтожено более 70 диверсантов", "casualties:killed:attackers", (71, None)),
    ("ru", "пострадали 3-5 человек", "casualties:injured:unknown", (3, 5)),
    ("ru", "погибли около 1,5 тысячи человек", "casualties:killed:unknown", (1500, 1500)),
    ("ru", "погибших нет", "casualties:killed:unknown", (0, 0)),
    ("ru", "обошлось без жертв", "casualties:killed:unknown", (0, 0)),
    ("ru", "пропали без вести 13 человек", "casualties:missing:unknown", (13, 13)),
    ("ru", "из сел эвакуированы около 500 человек", "evacuation", (500, 500)),
    ("ru", "задержаны двое чиновников", "arrest", (2, 2)),
    ("ru", "разрушены два моста", "damage:bridges", (2, 2)),
]


@pytest.mark.parametrize(("language", "said", "key", "expected"), COUNTS)
def test_a_count_is_an_interval_of_the_english_question(language, said, key, expected):
    claim = only_claim(language, SAID[language].format(said))
    assert (key_of(claim), interval(claim)) == (key, expected)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("uk", "у 2021 році загинув мер міста Іван Бук"),
        ("uk", "загинув 30-річний Іван Бук"),
        ("ru", "поезд погиб для дороги 12 июня"),
    ],
)
def test_years_ages_and_dates_count_nobody(language, said):
    assert all(
        interval(c) in {None, (1, 1)} for c in read(language, SAID[language].format(said)).claims
    )


def test_people_of_two_kinds_who_met_one_fate_are_two_counts():
    text = "В МЧС России сообщили, что погибли 15 полицейских и четверо мирных жителей."
    found = [(key_of(c), interval(c)) for c in read("ru", text).claims]
    assert found == [
        ("casualties:killed:troops", (15, 15)),
        ("casualties:killed:civilians", (4, 4)),
    ]


def test_this_village_is_the_place_named_before():
    text = "Бої точаться біля Дубівки. Міноборони РФ заявило про захоплення цього села."
    assert [key_of(c) for c in read("uk", text).claims] == ["control:dubivka"]


def test_who_has_a_part_is_not_the_one_who_says_so():
    text = "Депутат Иван Бук заявил, что к взрыву причастны боевики из соседней страны."
    assert all(c.answer.actors != (who(c),) for c in read("ru", text).claims)


def test_responsibility_for_what_is_no_attack_is_no_answer_to_who_did_it():
    claim = only_claim("uk", "РДК взяв на себе відповідальність за організацію мітингу.")
    assert (key_of(claim), claim.statement) == (
        "",
        "взяв на себе відповідальність за організацію мітингу",
    )


def test_nobody_takes_responsibility_where_none_does():
    text = "Ответственность за взрыв в городе не взяла на себя ни одна группировка."
    assert read("ru", text).claims == ()


def test_two_counts_of_one_sentence_are_two_claims():
    text = "В МЧС России сообщили, что ранены восемь человек, еще двое погибли."
    found = [(key_of(c), interval(c), c.statement) for c in read("ru", text).claims]
    assert found == [
        ("casualties:injured:unknown", (8, 8), "ранены восемь человек"),
        ("casualties:killed:unknown", (2, 2), "еще двое погибли"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("uk", "РДК узяв на себе відповідальність за рейд.", ("russian-volunteer-corps",)),
        ("uk", "Губернатор Іван Бук звинуватив у нападі Київ.", ("ukraine",)),
        ("uk", "Губернатор Іван Бук звинуватив українські спецслужби у нападі.", ("ukraine",)),
        ("ru", "Ответственность за рейд взял на себя «Легион Север».", ("~Легион Север",)),
        ("ru", "Легион «Север» взял ответственность за рейд на себя.", ("~Север",)),
        ("ru", "Москва обвинила Киев в подготовке нападения.", ("ukraine",)),
        ("ru", "Киев возложил ответственность за нападение на Россию.", ("russia",)),
        ("ru", "Киев заявил, что российские военные взорвали плотину.", ("russia",)),
        (
            "ru",
            "Глава села Иван Бук возложил ответственность за теракт на боевиков из Сирии.",
            ("~боевиков из Сирии",),
        ),
    ],
)
def test_who_did_it_is_asked_as_in_english(language, text, actors):
    found = [c for c in read(language, text).claims if key_of(c).startswith("responsibility")]
    assert [c.answer.actors for c in found] == [actors]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Київ заперечує причетність до нападу."),
        ("uk", "У Києві спростували будь-яку причетність до нападу."),
        ("uk", "Київ заявив, що не має жодного стосунку до нападу."),
        ("ru", "Киев отрицает свою причастность к нападению."),
        ("ru", "Киев заявил, что непричастен к нападению."),
        ("ru", "«Украина не имеет к этому отношения», — заявили в Киеве."),
    ],
)
def test_a_denied_part_is_the_involvement_question(language, text):
    claim = only_claim(language, text)
    assert (who(claim), key_of(claim), claim.stance) == (
        "ukraine",
        "involvement:ukraine",
        Stance.DENIES,
    )


@pytest.mark.parametrize(
    ("language", "said", "key", "value"),
    [
        ("uk", "запровадили комендантську годину", "measure:curfew", "declared"),
        (
            "uk",
            "режим контртерористичної операції скасовано",
            "measure:counter-terrorism-regime",
            "lifted",
        ),
        ("ru", "введен режим КТО", "measure:counter-terrorism-regime", "declared"),
        ("ru", "комендантский час отменен", "measure:curfew", "lifted"),
        ("uk", "Вербове захопили бойовики", "control:verbove", "taken"),
        ("uk", "бойовики втратили Авдіївку", "control:avdiivka", "lost"),
        ("ru", "армия взяла под контроль поселок Дубовка", "control:dubovka", "taken"),
        ("uk", "Дубівка залишається під контролем Сил оборони", "control:dubivka", "held"),
        ("uk", "Авдіївку звільнено", "control:avdiivka", "taken"),
        ("ru", "армия захватила Бахмут", "control:bakhmut", "taken"),
        ("uk", "літак впав через обмерзання крил", "cause:plane", "natural"),
        ("ru", "причиной крушения стала техническая неисправность", "cause", "accident"),
        ("ru", "плотина разрушена в результате обстрела", "cause:dam", "strike"),
        ("uk", "пошкоджено школу та лікарню", "damage:school", "damaged"),
        ("ru", "это видео является постановочным", "authenticity:video", "fake"),
    ],
)
def test_states_of_things_are_typed(language, said, key, value):
    claim = only_claim(language, SAID[language].format(said))
    assert (key_of(claim), claim.answer.value) == (key, value)


def test_a_bare_denial_answers_what_was_said_against_one():
    text = "Москва обвинила Киев в нападении. В Киеве отвергли обвинения."
    reply = read("ru", text).claims[-1]
    assert (who(reply), key_of(reply)[:14], reply.answer.actors, reply.answer.denied) == (
        "ukraine",
        "responsibility",
        ("ukraine",),
        True,
    )


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("ДСНС повідомила, що дамба, можливо, не витримає води.", Modality.HEDGED),
        ("ДСНС повідомила, що дамба нібито не витримала води.", Modality.ALLEGED),
        ("ДСНС повідомила, що дамба не витримала води.", Modality.ASSERTED),
    ],
)
def test_how_firmly_the_words_stand(text, modality):
    assert only_claim("uk", text).modality == modality


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("ru", "Мэр сказал, что за рейдом стоит Украина.", ("ukraine",)),
        ("ru", "Мэр сказал, что Киев стоял за атакой.", ("ukraine",)),
        ("uk", "За нападом на село стоїть Росія, сказав мер.", ("russia",)),
        ("uk", "Мер сказав, що за цим стоять російські військові.", ("russia-armed-forces",)),
    ],
)
def test_who_stands_behind_it_did_it(language, text, actors):
    claim = only_claim(language, text)
    assert (key_of(claim), claim.answer.actors) == ("responsibility", actors)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Мэр сказал, что неизвестно, кто стоит за рейдом."),
        ("ru", "Мэр сказал, что поезд стоит за городом."),
        ("uk", "Мер сказав, що Росія стоїть за мир."),
    ],
)
def test_standing_elsewhere_lays_no_responsibility(language, text):
    assert all(key_of(claim) != "responsibility" for claim in read(language, text).claims)


@pytest.mark.parametrize(
    "said", ["за обстрелом школы стоит Украина", "Украина непричастна к обстрелу школы"]
)
def test_shelling_in_news_of_a_raid_is_a_dispute_of_its_own(said):
    text = f"Диверсанты совершили рейд на село. Мэр сказал, что {said}."
    found = [claim for claim in read("ru", text).claims if claim.question is not None]
    assert [claim.question.dispute for claim in found] == ["responsibility:school"]


@pytest.mark.parametrize(
    ("language", "text", "dispute"),
    [
        ("uk", "Київ звинуватив Росію у підриві греблі.", "responsibility:dam"),
        ("uk", "Дамбу зруйновано. Київ заперечує причетність до підриву.", "responsibility:dam"),
        ("ru", "Москва обвинила Киев в подрыве плотины.", "responsibility:dam"),
        ("ru", "Взрыв на мосту. Москва обвинила Киев в диверсии.", "responsibility:bridge"),
        (
            "ru",
            "Взрыв на мосту. Москва обвинила Киев в обстреле города.",
            "responsibility:shelling",
        ),
    ],
)
def test_an_act_is_asked_about_by_the_thing_it_was_done_to_as_in_english(language, text, dispute):
    assert read(language, text).claims[-1].question.dispute == dispute


@pytest.mark.parametrize(
    ("language", "text", "stance"),
    [
        ("uk", "Поліція підтвердила, що загинули двоє людей.", Stance.ASSERTS),
        ("ru", "Полиция подтвердила, что погибли два человека.", Stance.ASSERTS),
    ],
)
def test_who_confirms_a_fact_asserts_it(language, text, stance):
    assert only_claim(language, text).stance == stance
