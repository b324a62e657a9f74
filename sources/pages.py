"""From the text of an HTML page to a tree of bounded size."""

import re

from lxml.etree import LxmlError, XMLSyntaxError, iterwalk
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from sources.charsets import clean_text
from sources.refusals import ExtractionRefused, Unreadable

# Extraction takes about 40 microseconds an element: 2 seconds at this size. News pages have
# from 500 to 8,000.
MAX_ELEMENTS = 50_000
# The parser stops at 256 and drops the rest without a word; news pages go to 40.
MAX_DEPTH = 250
# Each attribute of a tag is compared with all before it, by the parser once, by what reads the
# tree several times. What looks like attributes in a script may be many and do no harm.
MAX_ATTRIBUTES = 3000
MAX_ATTRIBUTES_READ = 300
CROWDED_TAG = re.compile(
    r"""<[a-z](?:[^\s/>]*+[\s/]++)(?:[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+[\s/]*+)"""
    rf"{{{MAX_ATTRIBUTES},}}+",
    re.IGNORECASE,
)


def parse_page(text: str) -> HtmlElement:
    """The page as a tree; raises ExtractionRefused for one that would take too long to read."""
    if CROWDED_TAG.search(text):
        raise ExtractionRefused(Unreadable.TOO_COMPLEX, "A tag of this page has too much in it.")
    # The text is already decoded, so what the page says of its charset must not count again.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        tree = document_fromstring(text.encode(), parser=parser)
    except (LxmlError, XMLSyntaxError, ValueError, AssertionError):
        raise ExtractionRefused(Unreadable.NO_TEXT, "There is no page in what was sent.") from None
    _check_size(tree)
    _clean(tree)
    return tree


def _check_size(tree: HtmlElement) -> None:
    count = depth = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        count, depth = count + 1, depth + 1
        if depth > MAX_DEPTH:
            raise ExtractionRefused(Unreadable.TOO_DEEP, "The page is nested too deep to be read.")
        if count > MAX_ELEMENTS or len(element.attrib) > MAX_ATTRIBUTES_READ:
            raise ExtractionRefused(
                Unreadable.TOO_COMPLEX, "The page has too many parts to be an article."
            )


def _clean(tree: HtmlElement) -> None:
    """Take out the control characters that a page can smuggle in as ``&#1;``."""
    for element in tree.iter():
        if element.text and not element.text.isprintable():
            element.text = clean_text(element.text)
        if element.tail and not element.tail.isprintable():
            element.tail = clean_text(element.tail)
