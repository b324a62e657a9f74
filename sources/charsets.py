"""From bytes of an uncertain charset to clean text."""

import codecs
import re

from charset_normalizer import from_bytes

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
META = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
META_WITHIN = 4096  # the standard says 1,024 bytes; pages do not keep to it
# What servers claim when nobody told them, and what browsers take it for.
DEFAULTS = frozenset({"iso8859-1", "ascii", "cp1252"})
GUESSED_FROM = 64 * 1024
# The charsets of the web (WHATWG Encoding); guessing among all of Python's finds curiosities.
LIKELY = [
    "cp1251",
    "cp1252",
    "cp1250",
    "koi8_r",
    "koi8_u",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "iso8859_2",
    "iso8859_5",
    "iso8859_7",
    "iso8859_9",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
    "mac_cyrillic",
]
FEW_ALPHABETS = 8
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
SURROGATES = re.compile("[\ud800-\udfff]")
BREAKS = re.compile("\r\n?|\u2028|\u2029|\x85")


def clean_text(text: str) -> str:
    """Text that every later part can store and show.

    NUL and other control characters go, every line break becomes the plain one, and
    lone surrogates the replacement character. Nothing else changes: the words stay the publisher's.
    """
    one_break = BREAKS.sub("\n", text)
    return SURROGATES.sub("\N{REPLACEMENT CHARACTER}", UNWANTED.sub("", one_break))


def decode(content: bytes, *, claimed: str = "") -> str:
    """The text of bytes whose charset may be claimed wrongly, or not at all.

    A byte order mark decides, then UTF-8 when the bytes are valid UTF-8 (other text hardly
    ever is by accident), then the first claim that fits: header, page. Servers' defaults say
    little and come after what the page says of itself. Then the letters decide.
    """
    for mark, name in MARKS:
        if content.startswith(mark):
            return clean_text(content[len(mark) :].decode(name, "replace"))
    header, own = _known(claimed), _known(_meta(content))
    # Seven-bit charsets such as ISO-2022-JP are valid UTF-8 too, and say so by their claim.
    claims = [own, header] if header in DEFAULTS else [header, own]
    special = [name for name in claims if name.startswith(("iso2022", "hz"))]
    fitting = [name for name in claims if name and name not in DEFAULTS]
    for name in [*special, *_wide(content), "utf-8", *fitting]:
        text = _fitting(content, name)
        if text is not None:
            return clean_text(text)
    return clean_text(_guessed(content, next(filter(None, claims), "")))


def is_wide(content: bytes) -> bool:
    """Whether the bytes are UTF-16 or UTF-32, by their mark or their NULs.

    Of such text half the bytes may look like control characters: Cyrillic letters have a 4 each.
    """
    marks = tuple(mark for mark, name in MARKS if name != "utf-8")
    return content.startswith(marks) or bool(_wide(content))


def _known(label: str) -> str:
    """The codec of a charset's label; "" for none, an unknown one or one that is no charset."""
    try:
        codec = codecs.lookup(label.strip().strip("\"'"))
    except (LookupError, ValueError):
        return ""
    return codec.name if codec.name not in ("utf-7", "punycode", "idna", "undefined") else ""


def _meta(content: bytes) -> str:
    found = META.search(content[:META_WITHIN])
    return found[1].decode("ascii", "ignore") if found else ""


def _wide(content: bytes) -> list[str]:
    """UTF-16 without a mark: its blanks have a NUL each, all on one side, and few alphabets."""
    sample = content[:GUESSED_FROM]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    high = sample[::2] if even > odd else sample[1::2]
    enough = max(even, odd) * 25 > len(sample) and min(even, odd) * 8 <= max(even, odd)
    if not enough or len(set(high)) > FEW_ALPHABETS:
        return []
    return ["utf-16-be" if even > odd else "utf-16-le"]


def _fitting(content: bytes, name: str) -> str | None:
    """The decoded text when the bytes fit the charset; UTF-8 may have a letter in ten damaged.

    A byte of another charset, or a letter cut in two, does not make it another page.
    """
    try:
        return content.decode(name)
    except (UnicodeError, LookupError):
        if name != "utf-8":
            return None
    text = content.decode(name, "replace")
    damaged = text.count("\N{REPLACEMENT CHARACTER}")
    sound = len(text) - len(text.encode("ascii", "ignore")) - damaged
    return text if damaged * 10 <= sound else None


def _guessed(content: bytes, claim: str) -> str:
    """By the letters themselves; a server's default claim, else Western, when they say nothing."""
    best = from_bytes(content[:GUESSED_FROM], cp_isolation=LIKELY).best()
    name = best.encoding if best else ""
    fallback = "cp1252" if claim in ("", *DEFAULTS) else claim
    return content.decode(name or fallback, "replace")
