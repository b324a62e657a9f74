"""From a fetched document to an article: its title, its text, and what it says of itself."""

import re
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version

from lxml.html import HtmlElement
from trafilatura import bare_extraction, extract_metadata
from trafilatura.settings import Document

from sources.canonical import canonical_url
from sources.charsets import clean_text, decode, is_wide
from sources.dates import Published, publication_date
from sources.languages import language_of
from sources.pages import parse_page
from sources.refusals import ExtractionRefused, Unreadable

__all__ = ["Extracted", "ExtractionRefused", "Unreadable", "extract"]

EXTRACTOR = "trafilatura"
EXTRACTOR_VERSION = version(EXTRACTOR)
MAX_TEXT = 500_000
MAX_TITLE = 500
MAX_OUTLET_NAME = 200
# Below this the careful reading has probably missed the article, and a looser one is tried;
# trafilatura's own measure of a result too short (MIN_EXTRACTED_SIZE).
TOO_SHORT = 250
# Its own search for a date is not used, so it had better be short.
NO_DATE = {"extensive_search": False}
FIRST_LINE_IS_TITLE = 200
MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"Rar!",
)
LOOKED_AT = 4096
# Control characters that no text has; NUL is not among them, since UTF-16 and some pages have it.
CONTROLS = bytes([*range(1, 9), 11, *range(14, 27), *range(28, 32), 127])
# Of any bytes a tenth are such; half that is far from both a text's none and a picture's share.
BINARY = 0.05
LOOKS_LIKE_HTML = re.compile(
    r"\s*+(<\?xml[^>]*+>\s*+)?<(!--|(!doctype|html|head|body|div|p|article|meta)\b)", re.IGNORECASE
)
SPACES = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article as its page has it. Everything is plain text: a ``<script>`` in it is letters.

    ``language`` is a two-letter code or ""; ``published`` is empty when the page states no
    date; ``outlet_name`` is what the site calls itself.
    """

    title: str
    text: str
    language: str
    published: Published
    canonical_url: str
    outlet_name: str
    extractor: str
    extractor_version: str


def extract(
    content: bytes | str,
    *,
    url: str,
    media_type: str = "",
    charset: str = "",
    not_after: datetime | None = None,
) -> Extracted:
    """Read an article out of a page or a plain text.

    ``charset`` is what the server claims; ``not_after`` the moment of fetching, after which no
    page can have been published; ``url`` may be "" for a file. Raises ExtractionRefused.
    """
    text = _text_of(content, charset)
    if media_type == "text/plain" or not (media_type or LOOKS_LIKE_HTML.match(text)):
        return _plain(text, url)
    tree = parse_page(text)
    body = _body(tree)
    metadata = extract_metadata(tree, default_url=url or None, date_config=NO_DATE)
    outlet = _line(metadata.sitename or "", MAX_OUTLET_NAME)
    return Extracted(
        title=_without_outlet(_line(metadata.title or "", MAX_TITLE), outlet),
        text=body,
        language=language_of(body, declared=_declared_language(tree)),
        published=publication_date(tree, url=url, not_after=not_after),
        canonical_url=canonical_url(url, declared=_declared_address(tree)) if url else "",
        outlet_name=outlet,
        extractor=EXTRACTOR,
        extractor_version=EXTRACTOR_VERSION,
    )


def _text_of(content: bytes | str, charset: str) -> str:
    if isinstance(content, str):
        return clean_text(content)
    refuse_binary(content)
    return decode(content, claimed=charset)


def refuse_binary(content: bytes) -> None:
    """Raise ExtractionRefused for what is no text: by how it begins, or by its control letters."""
    sample = content[:LOOKED_AT]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    if content.startswith(MAGIC) or (controls > len(sample) * BINARY and not is_wide(content)):
        words = "What was sent is no text, whatever it is called."
        raise ExtractionRefused(Unreadable.NOT_TEXT, words)


def _plain(text: str, url: str) -> Extracted:
    """A text as it is. A short first line with more after it, and no sentence, is a title too."""
    body = _bounded(text.strip("\n"))
    first, _, rest = body.partition("\n")
    return Extracted(
        title=_line(first, MAX_TITLE) if rest.strip() and _is_headline(first) else "",
        text=body,
        language=language_of(body),
        published=Published(),
        canonical_url=canonical_url(url) if url else "",
        outlet_name="",
        extractor="plain",
        extractor_version="1",
    )


def _body(tree: HtmlElement) -> str:
    """The article's words without the site's. Comments of readers are left out.

    Precision is preferred: a sentence of the site's chrome read as a claim costs an editor
    more than a missing caption. Measured in ``manage.py evaluate pages``.
    """
    careful = _extracted(tree, precise=True)
    best = (
        careful
        if len(careful) >= TOO_SHORT
        else max(careful, _extracted(tree, precise=False), key=len)
    )
    return _bounded(best)


def _extracted(tree: HtmlElement, *, precise: bool) -> str:
    found = bare_extraction(
        tree, include_comments=False, include_tables=True, favor_precision=precise
    )
    text = found.text if isinstance(found, Document) else None
    lines = (SPACES.sub(" ", line).strip() for line in clean_text(text or "").split("\n"))
    return "\n".join(line for line in lines if line)


def _bounded(text: str) -> str:
    if not text.strip():
        raise ExtractionRefused(Unreadable.NO_TEXT, "No article was found on the page.")
    if len(text) > MAX_TEXT:
        raise ExtractionRefused(Unreadable.TOO_LONG, "The text is too long to be an article.")
    return text


def _line(text: str, longest: int) -> str:
    """One line of clean text, cut at a length that the database takes."""
    return " ".join(clean_text(text).split())[:longest].strip()


def _is_headline(line: str) -> bool:
    """Whether a first line stands above the text and is not its first sentence."""
    return len(line) <= FIRST_LINE_IS_TITLE and not line.rstrip().endswith((".", "\u3002"))


def _without_outlet(title: str, outlet: str) -> str:
    """The title without the site's name at its end, as in "Raid on border town | The Courier"."""
    if not outlet or not title.lower().endswith(outlet.lower()):
        return title
    head = title[: -len(outlet)]
    bare = head.rstrip(" |–—·:-")
    return bare if bare and bare != head.rstrip() else title


def _declared_language(tree: HtmlElement) -> str:
    return tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""


def _declared_address(tree: HtmlElement) -> str:
    for link in tree.iterfind(".//link[@href]"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return link.get("href") or ""
    return ""
