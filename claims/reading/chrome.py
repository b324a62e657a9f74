"""Which paragraphs and sentences are site furniture: headlines, captions, cookie notices.

Nothing is claimed there. A headline repeats what the article says in the outlet's own words, so
its copies are left out too. The signs are general: a paragraph that no sentence ends, a repeated
line, the title once more, and the phrases of consent banners and newsletter boxes.
"""

import re

from claims.reading.lexicon import contains, match, phrases, words
from claims.reading.text import CLOSERS, ENDERS, Block, Sentence, Token, blocks, sentences

SHORT_LINE = 25  # words; a paragraph without a final stop is prose only when longer than that
FURNITURE = 40  # words; a phrase of site furniture counts in sentences up to that length
BULLET_WORDS = 6
DATELINE = 14  # tokens; "NEW DELHI/ISLAMABAD, Dec. 3, 2023 (AFP) -"
BULLETS = "\u2022*-\u2013\u2014\u2023\u25aa\u25cf"
STAMP = 8  # tokens between the brackets of "(NORTOWN, Norland)"
DATE_TOKENS = 5  # "18", "-", "6", "-", "2024"
STAMP_ENDS = frozenset("-\u2013\u2014:|")
DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
HOUR = re.compile(r"\d{1,2}[.:h]\d{2}(?:am|pm|a\.m\.|p\.m\.)?(?:[A-Z]{2,4})?")
HOUR_TOKENS = 6  # "19", ".", "50", "GMT", a dash
DASHES = frozenset("-\u2013\u2014|")
BREADCRUMB = (" / ", " > ", " | ", " \u00bb ", " \u203a ")


def prose(text: str, title: str = "") -> list[Sentence]:
    """The sentences of the article itself, in order, without any site furniture."""
    kept: list[Sentence] = []
    all_blocks = blocks(text)
    seen: set[str] = {normal(title)} if title else set()
    for number, block in enumerate(all_blocks):
        folded = normal(block.text)
        if folded in seen:
            continue
        seen.add(folded)
        if len(all_blocks) > 1 and not _is_prose(block):
            continue
        for sentence in sentences(block, number):
            bare = _without_label(_without_dateline(_without_stamp(sentence)))
            if bare is not None and not is_furniture(bare):
                kept.append(bare)
    return kept


def normal(text: str) -> str:
    """A line as it is compared with its copies: letters and digits only, folded."""
    return "".join(filter(str.isalnum, text.casefold()))


def _is_prose(block: Block) -> bool:
    """Whether a sentence ends in this paragraph, or it is a list item that says something."""
    text = block.text
    if is_note(text):
        return False
    count = text.count(" ") + 1
    if any(mark in text for mark in BREADCRUMB) and count <= SHORT_LINE:
        return False
    bare = text.rstrip("".join(CLOSERS))
    if bare and bare[-1] in ENDERS:
        return True
    if text[0] in BULLETS:
        return count > BULLET_WORDS
    return bare.endswith((":", ";")) or count > SHORT_LINE


def is_note(text: str) -> bool:
    """Whether a paragraph is the editors' own: "Editor's note: ...", "Disclaimer: ..."."""
    label, colon, _ = text.partition(":")
    return bool(colon) and label.strip().casefold().replace("\u2019", "'") in words(
        "chrome", "notes"
    )


def is_furniture(sentence: Sentence) -> bool:
    """Whether a sentence speaks for the site ("This website uses cookies") and not of the news."""
    lowers = [token.lower for token in sentence.tokens if token.is_word]
    if len(lowers) > FURNITURE:
        return False
    if not lowers or " ".join(lowers) in words("chrome", "whole"):
        return True
    leads = match(lowers, 0, phrases("chrome", "leads"))
    if leads and sentence.tokens[-1].text not in ENDERS:
        return True
    return contains(lowers, phrases("chrome", "phrases"))


def _without_stamp(sentence: Sentence) -> Sentence:
    """A sentence without "date 2024-06-09", "18-6-2024 (NORTOWN)" or "(Agency) -" at its head."""
    tokens = sentence.tokens
    at = 0
    if tokens[0].lower in words("chrome", "stamps"):
        at = 1 + (len(tokens) > 1 and tokens[1].text == ":")
    dated = DATE.fullmatch("".join(t.text for t in tokens[at : at + DATE_TOKENS])) is not None
    if at and not dated:
        return sentence
    at += DATE_TOKENS if dated else 0
    if at < len(tokens) and tokens[at].text == "(":
        near = range(at + 1, min(at + STAMP, len(tokens)))
        closed = next((k for k in near if tokens[k].text == ")"), -1)
        inner = tokens[at + 1 : closed] if closed > 0 else ()
        upper = bool(inner) and all(token.text.isupper() or not token.is_word for token in inner)
        at = closed + 1 if upper or (inner and dated) else at
    signed = at > 0 and at < len(tokens) and tokens[at].text in STAMP_ENDS
    at += signed
    # "2024-06-09 was a Sunday" speaks of the date.
    opens = at < len(tokens) - 1 and (tokens[at].is_capitalised or tokens[at].text[0].isdigit())
    return Sentence(tokens[at:], sentence.block) if opens else sentence


def _without_dateline(sentence: Sentence) -> Sentence:
    """A sentence without "ANKARA, March 3 (Reuters) -" at its head."""
    tokens = sentence.tokens
    if not (len(tokens[0].text) > 1 and tokens[0].text.isupper()):
        return sentence
    for at in range(1, min(DATELINE, len(tokens) - 1)):
        spaced = tokens[at].start > tokens[at - 1].end and tokens[at + 1].start > tokens[at].end
        if tokens[at].text in {"-", "\u2013", "\u2014"} and spaced:
            return Sentence(tokens[at + 1 :], sentence.block)
    return sentence


def _without_label(sentence: Sentence) -> Sentence | None:
    """A sentence without a leading "Details:"; None when only a label or bullet is left."""
    tokens = sentence.tokens
    first = _past_hour(tokens)
    while first < len(tokens) and tokens[first].text in BULLETS:
        first += 1
    for size in (3, 2, 1):
        label = " ".join(sentence.lowers(first, first + size))
        after = tokens[first + size : first + size + 1]
        if after and after[0].text == ":" and label in words("chrome", "labels"):
            first += size + 1
            break
    if not any(token.is_word for token in tokens[first:]):
        return None
    return Sentence(tokens[first:], sentence.block)


def _past_hour(tokens: tuple[Token, ...]) -> int:
    """Past "19.50 GMT —" or "08:15" at the head of a live entry."""
    near = tokens[:HOUR_TOKENS]
    end = next((k for k, token in enumerate(near) if token.text in DASHES), 0)
    if end and HOUR.fullmatch(_joined(tokens[:end])):
        return end
    ends = (k for k in range(1, len(near)) if HOUR.fullmatch(_joined(tokens[:k])))
    last = max(ends, default=0)
    return last if last and ":" in _joined(tokens[:last]) and tokens[last].is_capitalised else 0


def _joined(tokens: tuple[Token, ...]) -> str:
    return "".join(token.text for token in tokens)
