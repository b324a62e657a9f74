import pytest

from sources.languages import SMALL_WORDS, language_of

TEXTS = {
    "en": "The ministry said that seventy of the attackers were killed in the raid on the border.",
    "de": "Das Ministerium erklärte, dass bei dem Angriff auf die Grenze siebzig der Kämpfer starben und auch Fahrzeuge.",
    "fr": "Le ministère a déclaré que soixante-dix des assaillants ont été tués dans une attaque à la frontière.",
    "es": "El ministerio dijo que setenta de los atacantes murieron en la incursión y que no hubo más víctimas.",
    "pt": "O ministério disse que setenta dos atacantes foram mortos na incursão e que não houve mais vítimas.",
    "it": "Il ministero ha detto che settanta degli assalitori sono morti nel raid e che non ci sono altre vittime della guerra.",
    "nl": "Het ministerie zei dat zeventig van de aanvallers zijn gedood bij een inval aan de grens en niet meer.",
    "pl": "Ministerstwo podało, że siedemdziesięciu napastników zginęło w rajdzie i nie było to jak dotąd na granicy.",
    "uk": "Міністерство заявило, що сімдесят нападників загинули під час рейду, але влада Києва це заперечує.",
    "ru": "Министерство заявило, что семьдесят нападавших были убиты во время рейда, но в Киеве это отрицают.",
    "tr": "Bakanlık, sınırdaki baskında yetmiş saldırganın öldüğünü ve bir kişi için de çok endişe olduğunu söyledi.",
    "ar": "قالت الوزارة إن سبعين من المهاجمين قتلوا في الغارة على الحدود",
    "fa": "وزارت دفاع گفت که هفتاد نفر از مهاجمان در این حمله کشته شدند چنین گزارش شد",
    "he": "המשרד אמר כי שבעים מהתוקפים נהרגו בפשיטה על הגבול",
    "zh": "国防部星期一表示，七十名武装人员被打死。基辅对此予以否认。",
    "ja": "国防省は月曜日に七十人の戦闘員が死亡したと発表した。",
    "ko": "국방부는 월요일에 칠십 명의 전투원이 사망했다고 발표했다.",
    "el": "Το υπουργείο ανακοίνωσε ότι εβδομήντα από τους επιτιθέμενους σκοτώθηκαν.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_the_language_is_seen_in_a_sentence(language, text):
    assert language_of(text) == language


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_the_text_counts_more_than_what_the_page_declares(language, text):
    assert language_of(text, declared="xx-XX") == language


@pytest.mark.parametrize(
    "text", ["", "Belgorod", "12345 67890", "Lorem ipsum dolor sit amet elit sed vel nunc"]
)
def test_what_shows_no_language_is_left_open(text):
    assert language_of(text) == ""


@pytest.mark.parametrize(
    ("declared", "expected"),
    [("en-GB", "en"), ("UK", "uk"), ("pt_BR", "pt"), ("", ""), ("english", ""), ("<b>", "")],
)
def test_an_open_language_is_the_declared_one(declared, expected):
    assert language_of("Belgorod", declared=declared) == expected


ALPHABETS = [
    (
        "uk",
        "Речник Пентагону заявив: “We are not involved in this”. Про це він сказав журналістам у Вашингтоні, подробиць не навів.",
    ),
    (
        "uk",
        "«Мы не при чем, это была ошибка», – заявив він. У Києві наголосили, що їм ніхто не вірить: її спростували свідки.",
    ),
    ("uk", "Літак упав через обмерзання крил, повідомили рятувальники."),
    ("ru", "Полиция задержала бывшего мэра города и трёх его помощников."),
    ("be", "Міністэрства абароны заявіла, што ў выніку абстрэлу загінулі пяць чалавек."),
    ("bg", "Министерството заяви, че при нападението са загинали седем души, но кметът отрече."),
    ("sr", "Министарство је саопштило да је у нападу погинуло седам људи."),
    ("mk", "Министерството соопшти дека куќата ѓи припаѓа на општината."),
    ("en", "The ministry said on Monday: «Мы не имеем отношения». It was not clear who was hit."),
    ("", "Қорғаныс министрлігі шабуыл кезінде жеті адам қаза тапқанын хабарлады."),
    ("", "Пожежа в Одесі"),
]


@pytest.mark.parametrize(("language", "text"), ALPHABETS)
def test_the_letters_tell_neighbours_apart_and_a_quotation_does_not_decide(language, text):
    assert language_of(text) == language


@pytest.mark.parametrize("words", SMALL_WORDS.values(), ids=SMALL_WORDS)
def test_no_small_word_is_listed_twice(words):
    assert len(set(words.split())) == len(words.split())
