"""Who is made to say what, in which of the frames of both languages."""

import pytest

from tests.claims.reading.slavic.readers import only_claim, read, who

FRAMES = [
    (
        "uk",
        "Міністерство оборони Росії заявило, що міст зруйновано вночі.",
        "міст зруйновано вночі",
    ),
    ("uk", "«Ми нікого там не бачили», – сказав Марко Лис.", "Ми нікого там не бачили"),
    ("uk", "— Ми нікого там не бачили, — сказала Ганна Лис.", "Ми нікого там не бачили"),
    ("uk", "За словами Марка Лиса, вода в селах спадає.", "вода в селах спадає"),
    ("uk", "Як повідомили в ДСНС, вода в селах спадає.", "вода в селах спадає"),
    ("uk", "Вода вже спадає в усіх селах, повідомили в ДСНС.", "Вода вже спадає в усіх селах"),
    ("uk", "Марко Лис наголосив: «Вода вже спадає в селах».", "Вода вже спадає в селах"),
    ("uk", "ДСНС повідомила про спад води в селах.", "спад води в селах"),
    ("ru", "Минобороны РФ сообщило, что мост больше не действует.", "мост больше не действует"),
    ("ru", "«Мы никого там не видели», — сказал Марк Лис.", "Мы никого там не видели"),
    ("ru", "— Мы никого там не видели, — сказала Анна Лис.", "Мы никого там не видели"),
    ("ru", "По словам Марка Лиса, вода в селах спадает.", "вода в селах спадает"),
    ("ru", "Как сообщили в МЧС России, вода в селах спадает.", "вода в селах спадает"),
    (
        "ru",
        "Вода уже спадает во всех селах, по данным МЧС России.",
        "Вода уже спадает во всех селах",
    ),
    ("ru", "Марк Лис подчеркнул: «Вода уже спадает в селах».", "Вода уже спадает в селах"),
]


@pytest.mark.parametrize(("language", "text", "statement"), FRAMES)
def test_a_frame_gives_the_words_that_are_said(language, text, statement):
    assert only_claim(language, text).statement == statement


@pytest.mark.parametrize(
    ("language", "text", "claimant"),
    [
        ("uk", "За словами Марка Лиса, вода в селах спадає.", "~Марко Лис"),
        ("uk", "За словами Олени Гайдук, вода в селах спадає.", "~Олена Гайдук"),
        (
            "uk",
            "За даними міністерства оборони Росії, вода в селах спадає.",
            "russia-ministry-of-defence",
        ),
        ("uk", "У МВС Литви заявили, що вода в селах спадає.", "lithuania-ministry-of-interior"),
        ("uk", "Речник ДСНС заявив, що вода в селах спадає.", "ukraine-emergency-service"),
        ("uk", "Речник ДСНС Марко Лис заявив, що вода в селах спадає.", "~Марко Лис"),
        ("uk", "Марко Лис, голова області, заявив, що вода в селах спадає.", "~Марко Лис"),
        ("uk", "Рятувальники заявили, що вода в селах спадає.", "Рятувальники"),
        ("ru", "По словам Игоря Петрова, вода в селах спадает.", "~Игорь Петров"),
        ("ru", "По словам Анны Петровой, вода в селах спадает.", "~Анна Петрова"),
        ("ru", "В МИД РФ заявили, что вода в селах спадает.", "russia-ministry-of-foreign-affairs"),
        ("ru", "В Киеве заявили, что вода в селах спадает.", "ukraine"),
        ("ru", "ФСБ сообщила, что вода в селах спадает.", "fsb"),
        ("ru", "МЧС Казахстана сообщило, что вода в селах спадает.", "~МЧС Казахстана"),
        ("ru", "Компания «Вымпел» сообщила, что вода в селах спадает.", "~Вымпел"),
        ("ru", "Как сообщил источник в аэропорту, вода в селах спадает.", "источник в аэропорту"),
    ],
)
def test_a_claimant_is_known_in_any_case_and_never_guessed(language, text, claimant):
    assert who(only_claim(language, text)) == claimant


def test_a_surname_is_the_person_named_in_full_before():
    text = "Марко Лис заявив, що вода в селах спадає. «Мости стоять на місці», – додав Лис."
    assert {who(c) for c in read("uk", text).claims} == {"~Марко Лис"}


def test_he_is_whom_the_sentence_before_is_about():
    text = (
        "Марко Лис заявив, що вода в області спадає. "
        "Голова громади Іван Бук приїхав до села. Він заявив, що дорога до села закрита."
    )
    assert [who(c) for c in read("uk", text).claims] == ["~Марко Лис", "~Іван Бук"]


def test_the_ministry_of_two_named_states_is_nobodys():
    text = "Росія та Україна ведуть переговори. Міноборони заявило, що вода в селах спадає."
    assert who(only_claim("uk", text)) == "Міноборони"


def test_nobody_is_named_where_it_is_only_reported():
    claim = only_claim("ru", "По предварительным данным, погибли 12 человек.")
    assert (claim.claimant, claim.claimant_text) == (None, "")


def test_quoted_sentences_before_and_after_their_speaker_are_hers():
    text = (
        "«Ми нікого там не бачили. Вода вже спадає в селах», – сказала Ганна Лис. "
        "«Дорога знову відкрита для всіх»."
    )
    found = [(who(c), c.statement) for c in read("uk", text).claims]
    assert found == [
        ("~Ганна Лис", "Ми нікого там не бачили"),
        ("~Ганна Лис", "Вода вже спадає в селах"),
        ("~Ганна Лис", "Дорога знову відкрита для всіх"),
    ]


def test_what_is_not_said_is_no_claim():
    assert read("ru", "В МЧС не сообщали, что вода в селах спадает.").claims == ()


def test_the_sentence_before_is_whose_it_is_said_to_be():
    text = "Уночі в місті зруйновано міст через річку.\n\nПро це повідомила пресслужба ДСНС."
    claim = only_claim("uk", text)
    assert (who(claim), claim.statement) == (
        "ukraine-emergency-service",
        "Уночі в місті зруйновано міст через річку",
    )


def test_a_local_authority_is_no_state_s():
    claim = only_claim("uk", "Київська міська влада заявила, що мости в місті стоять.")
    assert (claim.claimant, claim.claimant_text) == (None, "Київська міська влада")


def test_an_agency_that_is_told_something_does_not_say_it():
    claim = only_claim("ru", "Мосты в городе стоят, сообщили ТАСС в МЧС России.")
    assert who(claim) == "russia-ministry-of-emergency-situations"


def test_site_furniture_adds_no_claim():
    text = (
        "ДСНС повідомила, що вода в селах спадає.\n\nЧитайте також: Мер заявив, що їде у відпустку."
    )
    assert [c.statement for c in read("uk", text).claims] == ["вода в селах спадає"]
