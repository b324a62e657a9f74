"""The whole way of a text: exact quotes whatever it holds, the same each time."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.comparing import compare
from claims.reading import read_article
from claims.reading.statements import statement
from claims.values import ArticleText
from events.directory import starter
from tests.claims.reading.slavic.readers import PUBLISHED, read

TOLD = """
    Київ Киев Москва заявив заявила сообщил, що что , . : ; – — « » “ ” „ " ( ) ! ? … загинули погибли
    поранено ранены 70 1 200 3-5 п'ять двадцать тисяч тыс. людей человек не немає нет спростував
    опроверг причетність причастность за словами по его словам Марка Лиса Игоря узяв на себе взял на себя
    відповідальність звинуватив обвинила у нападі на Росію під контроль Бахмут РДК ФСБ він она м. г. як
    как said Kyiv the 🙂 שלום العربية 中文 é \n\n • \u00a0 \u200b ʼ ’ «« »» Ё Ґ ьо - -
"""
PIECES = TOLD.split(" ")


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60).map(" ".join),
    st.sampled_from(["uk", "ru"]),
)
def test_every_span_slices_to_its_quote_and_twice_is_the_same(text, language):
    found = read(language, text)
    for claim in found.claims:
        for quote in claim.quotes:
            assert quote.start < quote.end
            assert text[quote.start : quote.end] == quote.text
            assert claim.answer.count is None or claim.answer.count.first >= 0
    for spans in found.attributions:
        for start, end in filter(None, (spans.content, spans.speaker, spans.cue)):
            assert 0 <= start < end <= len(text)
    assert read(language, text) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Незалежно перевірити ці дані наразі неможливо."),
        ("ru", "Редакция не может независимо подтвердить эти сообщения."),
    ],
)
def test_what_an_outlet_could_not_check_is_kept_for_editors(language, text):
    found = read(language, text)
    assert [(s.text, s.verified) for s in found.outlet_statements] == [(text[:-1], False)]
    assert found.claims == ()


def statements(name, language, text):
    """The statements of an article, as comparing takes them."""
    found = read_article(ArticleText(text, language=language, published=PUBLISHED), starter())
    return [
        statement(claim, id=f"{name}{at}", event="raid", directory=starter(), published=PUBLISHED)
        for at, claim in enumerate(found.claims)
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            ("uk", "Генштаб ЗСУ повідомив, що загинули п'ятеро цивільних."),
            ("en", "Russia's defence ministry said that 40 civilians were killed."),
        ),
        (
            ("ru", "Минобороны РФ сообщило, что уничтожено более 70 диверсантов."),
            ("uk", "Російський добровольчий корпус заявив, що загинули двоє бойовиків."),
        ),
        (
            ("ru", "Москва обвинила Киев в нападении."),
            ("uk", "Київ заперечує причетність до нападу."),
        ),
    ],
)
def test_articles_of_two_languages_can_contradict_each_other(left, right):
    first, second = statements("a", *left), statements("b", *right)
    found = [compare(one, other) for one in first for other in second]
    assert [type(result).__name__ for result in found] == ["Finding"]


def test_an_article_of_800_words_is_read_in_a_moment():
    text = (
        "Міністерство оборони Росії заявило, що загинули 70 бойовиків, а 12 людей поранено. "
        "За словами Марка Лиса, з підтоплених сіл евакуювали 1200 мешканців області.\n\n"
    ) * 33
    read("uk", text)
    began = perf_counter()
    read("uk", text)
    # Ten times the aim, since the machine that tests may be busy.
    assert perf_counter() - began < 0.5
