import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.charsets import clean_text, decode

RUSSIAN = "Министерство обороны России заявило, что семьдесят человек убиты в понедельник. " * 3
UKRAINIAN = "Міністерство оборони заявило, що сімдесят людей загинули. Її влада це заперечує. " * 3
GERMAN = (
    "Das Ministerium erklärte, daß siebzig Kämpfer getötet wurden; Kyjiw bestreitet dies für sich. "
)
ENGLISH = "The ministry said “seventy” men were killed — Kyiv denies it. "
JAPANESE = "国防省は月曜日に七十人の戦闘員が死亡したと発表した。キエフはこれを否定している。"


@pytest.mark.parametrize(
    ("text", "charset", "claimed"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "cp1251", ""),
        (RUSSIAN, "cp1251", "utf-8"),
        (RUSSIAN, "cp1251", "iso-8859-1"),
        (RUSSIAN, "koi8-r", ""),
        (RUSSIAN, "koi8-r", "utf-8"),
        (RUSSIAN, "utf-8", "windows-1251"),
        (RUSSIAN, "utf-8", "iso-8859-1"),
        (RUSSIAN, "utf-8", "no-such-charset"),
        (RUSSIAN, "utf-8-sig", "windows-1251"),
        (RUSSIAN, "utf-16", ""),
        (RUSSIAN, "utf-16-le", ""),
        (UKRAINIAN, "cp1251", "us-ascii"),
        (UKRAINIAN, "utf-8", ""),
        (GERMAN, "latin-1", "utf-8"),
        (GERMAN, "latin-1", "iso-8859-1"),
        (ENGLISH, "cp1252", "iso-8859-1"),
        (ENGLISH, "cp1252", ""),
        (ENGLISH, "utf-16-be", "iso-8859-1"),
        (JAPANESE, "shift_jis", ""),
        (JAPANESE, "euc_jp", "utf-8"),
        (JAPANESE, "iso2022_jp", "iso-2022-jp"),
        ("", "utf-8", "utf-8"),
    ],
)
def test_text_is_read_whatever_the_server_claims(text, charset, claimed):
    assert decode(text.encode(charset), claimed=claimed) == text


@pytest.mark.parametrize("claimed", ["", "iso-8859-1"])
def test_a_page_that_names_its_charset_is_believed(claimed):
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">{RUSSIAN}'

    assert decode(page.encode("koi8-r"), claimed=claimed) == page


@pytest.mark.parametrize(
    "claimed", ["utf-7", "idna", "punycode", "rot13", "hex", "zlib", "a" * 999]
)
def test_a_claim_that_is_no_charset_of_the_web_is_passed_over(claimed):
    assert decode(b"plain text", claimed=claimed) == "plain text"


def test_one_damaged_letter_does_not_make_another_charset():
    assert decode(UKRAINIAN.encode() + b"\x92", claimed="utf-8") == UKRAINIAN + "\ufffd"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b\x01c\x7f", "abc"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\ud800b\udfff", "a\ufffdb\ufffd"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("tab\tstays", "tab\tstays"),
        ("😀 e\u0301", "😀 e\u0301"),
    ],
)
def test_what_cannot_be_stored_goes_and_the_rest_stays(text, expected):
    assert clean_text(text) == expected


@given(st.text(st.characters(exclude_categories=[])))
def test_clean_text_can_be_stored_and_cleaning_it_again_changes_nothing(text):
    clean = clean_text(text)

    assert "\0" not in clean
    assert clean.encode().decode() == clean
    assert clean_text(clean) == clean


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "utf-16", "shift_jis", "gb18030"]))
def test_any_bytes_become_text_that_can_be_stored(content, claimed):
    text = decode(content, claimed=claimed)

    assert "\0" not in text
    assert text.encode().decode() == text
