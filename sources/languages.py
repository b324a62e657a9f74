"""Which language a text is written in, by its script, its letters and its smallest words."""

import re
from collections import Counter

LOOKED_AT = 4000  # characters: a few paragraphs say it
WORDS = re.compile(r"[^\W\d_]+")
# The smallest words of a language; those of several are told apart by the rest.
SMALL_WORDS = {
    "en": "the of and to in that is was for on with as by at from said it his has were this not",
    "de": "der die das und ist nicht den von mit dem für auf ein eine sich auch wurde nach bei im",
    "fr": "le la les des et est une dans que pour qui sur pas du au par avec ont été cette aux",
    "es": "el la los las de y que en un una por con para del se al no su fue más como está",
    "pt": "o os as de e que em um uma por com para do da dos das não se no na foi mais como ao",
    "it": "il lo gli di e che in un una per con del della dei non si è nel sono più alla stato",
    "nl": "de het een en van is dat op te in voor met zijn niet aan er om ook door bij werd",
    "pl": "i w na z że do nie się jest to o od po za jak przez oraz był dla który są ich",
    "cs": "a v na se že je z do o s i k za jako podle byl které pro není také po jeho uvedl",
    "sv": "och i att det som en på är av för med den till inte har om ett var från vid de",
    "ro": "și de în la a cu care pe nu o din un că pentru mai este au fost sau prin lui",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ise dedi göre ancak",
    "uk": "і в у на з що не до та за про це як від його але було який для також які щодо або",
    "ru": "и в на что не с по из о за как это для он его но от был также их при или было",
    "be": "і ў на што не з да па гэта як для ад яго але быў таксама якія пра або",
    "bg": "и в на че не с за от се да по са като това е към беше след или през",
    "sr": "и у на да је не са за од се су што из као али био који све по",
}
# Letters that one Cyrillic alphabet has and its neighbours lack.
LETTERS = {"uk": "їєґ", "ru": "ыэё", "be": "ўі", "bg": "ъщ", "sr": "ђћџљњј"}
SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),  # kana: only Japanese has them, beside Han letters
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ka", re.compile("[\u10d0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
)
PERSIAN = re.compile("[پچژگ]")
SCRIPT_SHARE = 0.3
ENOUGH_WORDS = 8
FEW_WORDS = 4
SMALL_SHARE = 0.08  # of all words; running text has two to five times as many
LEAD = 1.15
CYRILLIC = re.compile("[\u0400-\u04ff]")
# Letters that tell languages apart within a sentence, each list checked in this order. Those of
# the first group stand in neither Ukrainian nor Russian; what is written with them is not guessed.
ELSEWHERE = re.compile("[қғңұһәөүҳҷӣӯ]")
SOUTHERN = (("mk", re.compile("[ѓќѕ]")), ("sr", re.compile("[ђћџљњј]")))
BELARUSIAN = re.compile("ў")
UKRAINIAN = re.compile("[їєґі]")
RUSSIAN = re.compile("[ыэё]")
FEW_LETTERS = 2
CLEARLY = 2  # times as many of the one as of the other: a quotation does not decide


def language_of(text: str, *, declared: str = "") -> str:
    """The language as a two-letter code (ISO 639-1), "" when the text does not show it.

    ``declared`` is what the page says of itself ("en-GB"); it decides only where the text
    leaves it open, since templates often declare a language that nobody writes in.
    """
    sample = text[:LOOKED_AT]
    found = _by_script(sample) or _by_letters(sample.lower()) or _by_words(sample)
    said = declared.partition("-")[0].partition("_")[0].strip().lower()
    is_code = len(said) == len("en") and said.isascii() and said.isalpha()
    return found or (said if is_code else "")


def _by_script(text: str) -> str:
    letters = sum(map(str.isalpha, text))
    for language, script in SCRIPTS:
        count = len(script.findall(text))
        # Kana are the small words of Japanese: a few among Han letters are enough.
        needed = SCRIPT_SHARE if language != "ja" else SCRIPT_SHARE / 3
        if count > ENOUGH_WORDS and count > needed * letters:
            return "fa" if language == "ar" and PERSIAN.search(text) else language
    return ""


def _by_letters(text: str) -> str:
    """Which Cyrillic alphabet a text uses; "" where its letters leave it open."""
    letters = sum(map(str.isalpha, text))
    if 2 * len(CYRILLIC.findall(text)) <= letters or len(WORDS.findall(text)) < FEW_WORDS:
        return ""
    if len(ELSEWHERE.findall(text)) >= FEW_LETTERS:
        return ""
    for language, own in SOUTHERN:
        if len(own.findall(text)) >= FEW_LETTERS:
            return language
    ukrainian, russian = len(UKRAINIAN.findall(text)), len(RUSSIAN.findall(text))
    if BELARUSIAN.search(text) and ukrainian and russian:
        return "be"
    if ukrainian >= FEW_LETTERS and ukrainian > CLEARLY * russian:
        return "uk"
    return "ru" if russian >= FEW_LETTERS and russian > CLEARLY * ukrainian else ""


def _by_words(text: str) -> str:
    words = WORDS.findall(text.lower())
    if len(words) < ENOUGH_WORDS:
        return ""
    counts = Counter(words)
    letters = set(text.lower())
    scores: dict[str, float] = {
        language: sum(counts[word] for word in set(small.split()))
        for language, small in SMALL_WORDS.items()
    }
    for language, own in LETTERS.items():
        if not letters & set(own):
            scores[language] /= 2
    (first, best), (_, second) = sorted(scores.items(), key=lambda pair: -pair[1])[:2]
    sure = best >= SMALL_SHARE * len(words) and best >= LEAD * second
    return first if sure else ""
