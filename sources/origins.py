"""Whether two articles are one report: copies share their own sentences, look-alikes only facts.

Two reporters at one briefing write down the same quotes, and nothing else the same for more than
a few words. So quotes are set aside, and what counts is how many of a text's own words stand in
runs that the other has word for word: nearly all in a copy, half in an agency's report that was
worked over, one in twenty in two reports of one event.

Candidates come from an index: a text is cut into overlapping runs of words (shingles), each hashed,
and the lowest hashes of two texts meet where they share runs, in an excerpt too. (Bands of the
simhash would miss one copy in eight that is cut by a fifth, and bring three in a hundred of all
unrelated texts.)
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

WORDS = re.compile(r"\w+")
# Five words in a row are seldom shared by two people writing about one event, except in what
# both quote; four would often be.
RUN = 5
BITS = 64
# Two texts that share a tenth of all their runs have one of their 32 samples in common in 97 of
# 100 cases; two that share a quarter, nearly always.
SAMPLES = 32
MAX_WORDS = 20_000
# Fewer words in a row are shared by chance, or by the language: "did not immediately respond to".
LONG_RUN = 6
# Share of the shorter text's own words that stand in long runs of the other. On 5,000 pairs of news
# reports two independent ones of an event hardly ever share a sixth.
SAME_ORIGIN = 0.3
# Reports that name the same agency need less: each may have shortened the agency's in its own way.
SAME_CREDIT = 0.15
# Fewer words than this are a headline or a photo caption, and say nothing.
TOO_FEW = 20
QUOTED = re.compile(
    r"“[^“”]{0,1500}”|\"[^\"\n]{0,1500}\"|``[^`\n]{0,1500}''|«[^«»]{0,1500}»|„[^„“]{0,1500}“"
)
BREAK = ""
AGENCIES = (
    "Reuters",
    "Associated Press",
    "AP",
    "AFP",
    "Agence France-Presse",
    "dpa",
    "EFE",
    "ANSA",
    "TASS",
    "RIA Novosti",
    "Interfax",
    "Interfax-Ukraine",
    "Ukrinform",
    "UNIAN",
    "Xinhua",
    "Kyodo",
    "Anadolu",
    "PA Media",
    "Bloomberg",
)
_NAMES = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
_VERBS = "report(?:s|ed)|said|says|wrote|writes"
CREDIT_LINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\((?P<agency>{_NAMES})\)",
        rf"^\W*(?P<agency>{_NAMES})\s*$",
        rf"(?:[Ss]ource|[Cc]redit|[Bb]y)\s*:?\s+(?:the\s+)?(?P<agency>{_NAMES})\b",
        rf"\b(?:[Aa]ccording to|told)\s+(?:the\s+)?(?P<agency>{_NAMES})\b",
        rf"\b(?P<agency>{_NAMES})(?:\s+news agency)?\s+(?:{_VERBS})\b",
        rf"[—–-]\s*(?P<agency>{_NAMES})\s*$",
        rf"\b(?:[Ww]ith|[Aa]dditional)\s+reporting\s+(?:by|from)\s+(?:the\s+)?(?P<agency>{_NAMES})\b",
    )
)
ONE_NAME = {"AP": "Associated Press", "AFP": "Agence France-Presse"}


@dataclass(frozen=True, slots=True)
class Signature:
    """What an index keeps of a text: its simhash, and a sample of its runs.

    Two texts are candidates when they share one of ``bands``: the lowest hashes,
    each below 2^63, for one array column with an index. Empty for a text too short to compare.
    ``simhash`` is below 2^64: store it ``signed`` in a bigint. ``runs`` is how many there are.
    """

    simhash: int
    bands: tuple[int, ...]
    runs: int

    @property
    def signed(self) -> int:
        """The simhash as a signed 64-bit number, for a database's bigint."""
        return self.simhash - (1 << BITS) if self.simhash >> (BITS - 1) else self.simhash


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency named as the source of a report, and where: ``text[start:end]``."""

    agency: str
    start: int
    end: int


def signature(text: str) -> Signature:
    """The signature of a text; nearly the same text has nearly the same."""
    runs = _runs(text)
    totals = [0] * BITS
    for run in runs:
        for bit in range(BITS):
            totals[bit] += 1 if run >> bit & 1 else -1
    simhash = sum(1 << bit for bit, total in enumerate(totals) if total > 0)
    bands = tuple(sorted(run >> 1 for run in runs)[:SAMPLES]) if len(runs) >= TOO_FEW else ()
    return Signature(simhash, bands, len(runs))


def distance(left: int, right: int) -> int:
    """In how many bits two simhashes differ."""
    return (left ^ right).bit_count()


def same_origin(left: str, right: str) -> float:
    """How much of the shorter text's own words the other has in long runs, from 0 to 1.

    What stands in quotation marks is nobody's own, unless a text has little else. A text too short
    to say gives 0, unless the two are equal.
    """
    first, second = _words(left), _words(right)
    if min(len(first), len(second)) < TOO_FEW:
        return float(bool(first) and first == second)
    own, others = _own_words(left), _own_words(right)
    if min(_number(own), _number(others)) < TOO_FEW:
        own, others = first, second
    return _covered(*sorted((own, others), key=lambda words: (_number(words), words)))


def is_same_origin(left: str, right: str) -> bool:
    """Whether two texts are copies of one report."""
    shared = same_origin(left, right)
    if SAME_CREDIT <= shared < SAME_ORIGIN:
        return bool(_agencies(left) & _agencies(right))
    return shared >= SAME_ORIGIN


def _agencies(text: str) -> set[str]:
    return {credit.agency for credit in credit_lines(text)}


def credit_lines(text: str) -> tuple[Credit, ...]:
    """The agencies that a text names as its source, each once, in the text's order."""
    found = [
        Credit(
            _one_name(match["agency"]), start + match.start("agency"), start + match.end("agency")
        )
        for line, start in _lines(text)
        for pattern in CREDIT_LINES
        for match in pattern.finditer(line)
    ]
    first: dict[str, Credit] = {}
    for one in sorted(found, key=lambda credit: credit.start):
        first.setdefault(one.agency, one)
    return tuple(first.values())


def _one_name(agency: str) -> str:
    return ONE_NAME.get(agency, agency)


def _lines(text: str) -> Iterable[tuple[str, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield line.rstrip(), start
        start += len(line)


def _words(text: str) -> list[str]:
    return WORDS.findall(text[: MAX_WORDS * 10].lower())[:MAX_WORDS]


def _own_words(text: str) -> list[str]:
    """The words outside quotation marks; where a quote stood, a break that no run goes over."""
    words: list[str] = []
    end = 0
    for quote in QUOTED.finditer(text[: MAX_WORDS * 10]):
        words += [*_words(text[end : quote.start()]), BREAK]
        end = quote.end()
    return (words + _words(text[end:]))[:MAX_WORDS]


def _number(words: list[str]) -> int:
    return len(words) - words.count(BREAK)


def _covered(shorter: list[str], longer: list[str]) -> float:
    """The share of the shorter's words that stand in runs which the longer has too."""
    known = set(_long_runs(longer))
    covered: set[int] = set()
    for start, run in enumerate(_long_runs(shorter)):
        if run in known and BREAK not in run:
            covered.update(range(start, start + LONG_RUN))
    return len(covered) / max(_number(shorter), 1)


def _long_runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(LONG_RUN)), strict=False)


def _runs(text: str) -> set[int]:
    words = _words(text)
    spans = range(max(len(words) - RUN + 1, min(len(words), 1)))
    return {_hash(" ".join(words[start : start + RUN])) for start in spans}


def _hash(run: str) -> int:
    """The same number on every machine and in every run, as Python's own hash is not."""
    return int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=8).digest())
