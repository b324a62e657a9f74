"""How likely a text is about an event whose reports are known, and why, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from sources.grouping.evidence import Evidence, Group, Text, compare, join
from sources.grouping.pairs import Pair

NAMED = 4


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How likely the text is of the same event as the reports, and what speaks for or against."""

    probability: float
    reason: str


def resemblance(text: Text, reports: Sequence[Text]) -> Resemblance:
    """A text beside the reports of one event, of which there is at least one."""
    texts = [*reports, text]

    def pair(one: int, other: int) -> Pair:
        return texts[one].beside(texts[other])

    event = Group.of(0, texts[0])
    for number in range(1, len(reports)):
        event = join(event, Group.of(number, texts[number]), pair)
    alone = Group.of(len(reports), text)
    found = compare(alone, event, pair)
    return Resemblance(found.probability, _in_words(alone, event, found))


def _in_words(text: Group, event: Group, found: Evidence) -> str:
    parts = [_names(text, event)]
    figures = sorted(text.figures & event.figures, key=lambda figure: (-len(figure), figure))
    if figures:
        parts.append(f"Figures in common: {', '.join(figures[:NAMED])}.")
    said = [
        ("No figures in common.", found.figures_apart and not figures),
        ("Its days lie near theirs.", found.same_days),
        ("Its days lie weeks from theirs.", found.days_apart),
        ("No years in common.", found.years_apart and not found.same_year),
    ]
    parts += [words for words, holds in said if holds]
    return " ".join(parts)


def _names(text: Group, event: Group) -> str:
    shared = [name for name in event.top_names if name in text.vocabulary]
    shared += [name for name in text.top_names if name in event.vocabulary and name not in shared]
    if not shared:
        return "Names none of those its articles are about."
    shown = ", ".join(name.capitalize() for name in shared[:NAMED])
    return f"Like its articles, it names {shown}."
