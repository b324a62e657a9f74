"""What holds of the reading of any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.reading import read_article
from claims.reading.inputs import NamedArticle
from claims.reading.report import report
from claims.values import ArticleText, Read
from claims_tracker.demo.library import DemoArticle, articles
from events.directory import starter
from tests.claims.reading.readers import DIRECTORY, PUBLISHED

SPEECH = (
    "The Norish defence ministry said that 70 attackers were killed near Mir.",
    "“We had nothing to do with it”, Sutown’s spokeswoman Ana Kol told reporters.",
    "Norland denies any involvement in the raid.",
    "According to the governor, at least 13 people were injured.",
    "He also said: “It’s over. We hold the town.”",
    "The Free Suland Army (FSA) claimed responsibility for the blast.",
)
NAUGHTY = (
    "😀👩\u200d👩\u200d👧 🇺🇦",
    "﷽ قال الوزير إن الجسر سقط",
    "שלום\u200f (test)",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍a̴l",
    "\u202ereversed\u202c",
    "Губернатор сказав, що 8 осіб поранено.",
    "部隊は橋を爆破した。",
    "<script>alert(1)</script>",
    "ﬁnal \ufeff\u200b\u00ad text",
    "it's 'single' \"double\" «guillemets» „low“",
    "--- ... ?!? ;;; ((",
    "1,000,000 12.5% €7m 3–4 May",
)
BETWEEN = (" ", "\n", "\n\n", "  ", "\t", "\r\n\r\n", "\u2028", "")
TEXTS = st.lists(
    st.tuples(st.sampled_from(SPEECH + NAUGHTY) | st.text(max_size=30), st.sampled_from(BETWEEN)),
    max_size=12,
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))
CHROME = (
    "Home / World / Region",
    "We use cookies to improve your experience. You can opt out if you wish.",
    "Subscribe to our daily newsletter",
    "Follow us on Mastodon and never miss a story.",
    "Got a tip? Send us your story.",
    "Advertisement",
    "Photo: A. Kowal/Agency",
    "Read more: What we know so far",
    "All rights reserved.",
    "Share this",
)
BODIES = [article for article in articles() if article.language == "en"]
LETTERS = 20_000


def read(text: str) -> Read:
    return read_article(ArticleText(text, published=PUBLISHED), DIRECTORY)


def body(article: DemoArticle) -> str:
    return "\n\n".join(block for block in article.blocks if not block.startswith("## "))


def told(read: Read) -> list[object]:
    """The claims without their places."""
    return [(c.claimant, c.claimant_text, c.statement, c.stance, c.question, c.answer, [q.text for q in c.quotes])
            for c in read.claims]  # fmt: skip


@given(TEXTS)
def test_every_span_is_a_slice_of_the_text(text):
    found = read(text)
    for claim in found.claims:
        assert claim.quotes
        assert all(q.text and text[q.start : q.end] == q.text for q in claim.quotes)
    for spans in found.attributions:
        for span in (spans.content, spans.speaker, spans.cue):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
    assert all(text[slice(*one.span)] == one.text for one in found.outlet_statements)


@given(TEXTS)
def test_a_text_read_twice_gives_the_same(text):
    assert read(text) == read(text)


@given(
    st.sampled_from(BODIES),
    st.lists(st.sampled_from(CHROME), max_size=4),
    st.lists(st.sampled_from(CHROME), max_size=4),
)
def test_the_furniture_of_a_site_changes_no_claim(article, before, after):
    bare = read_article(ArticleText(body(article), title=article.title), starter())
    dressed = "\n\n".join([*before, body(article), *after])

    assert told(read_article(ArticleText(dressed, title=article.title), starter())) == told(bare)


@settings(max_examples=12)
@given(st.permutations(BODIES[:5]))
def test_the_order_of_articles_does_not_change_the_set_of_claims(order):
    def claims(these: list[DemoArticle]) -> set[frozenset[object]]:
        named = [
            NamedArticle(one.key, ArticleText(body(one), published=one.published)) for one in these
        ]
        grouped: dict[object, set[object]] = {}
        for row in report(named, starter())["claims"]:  # type: ignore[attr-defined]
            place = (row["article"], row["start"], row["end"], row["claimant"], row["stance"])
            grouped.setdefault(row["claim"], set()).add(place)
        return {frozenset(places) for places in grouped.values()}

    assert claims(order) == claims(BODIES[:5])


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "unit",
    [
        "said ", "“", "”", "(", "'", "according to ", "that that ", "70 ", "70-", "A. ", "and ", ", ", "more than ",
        "who said that ", "Norland ", "denied claims of denying ", "—", "“a” said b, ", "\n", ". ", "the ministry of ",
        "1,", "twenty-", "!?", "it said it said. ", "of the ", "заявив, що ",
    ],
)  # fmt: skip
def test_no_text_can_drive_the_reading_to_exponential_time(unit):
    text = unit * (LETTERS // len(unit))

    assert read(text) == read(text)


def test_the_laws_are_tried_on_articles_with_claims():
    assert len(BODIES) >= 5
    assert all(read_article(ArticleText(body(one)), starter()).claims for one in BODIES[:5])
