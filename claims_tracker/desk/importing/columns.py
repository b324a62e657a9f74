"""What a column of an imported table can hold, and by which names it is known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from events.names import fold

ASIDE = re.compile(r"\(.*?\)|[_:*?.#]+")


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a claim can be given: its label on the page, and its names in headers."""

    name: str
    label: str
    synonyms: tuple[str, ...] = ()


FIELDS = (
    Field("statement", "What is claimed", (
        "claim", "what is claimed", "text", "claim text", "assertion", "утверждение", "твердження",
        "заява",
    )),
    Field("claimant", "Who says it", (
        "who", "speaker", "who says it", "said by", "source actor", "actor", "кто", "хто",
        "заявитель", "заявник",
    )),
    Field("event", "Event", ("event id", "event slug", "event title", "incident", "событие",
                             "подія")),
    Field("question", "Question", ("question text", "which question", "вопрос", "питання")),
    Field("made_at", "When it was said", (
        "made at", "said on", "said at", "date", "when", "claim date", "date of claim", "дата",
    )),
    Field("holds", "When it is true of", ("true of", "as of", "holds on", "situation date")),
    Field("stance", "Asserts, denies, doubts …", ("position", "what the claimant does")),
    Field("modality", "How firmly", ("firmness", "certainty")),
    Field("topic", "Topic", ("subject", "about", "тема")),
    Field("count", "Number, as stated", (
        "number", "figure", "amount", "how many", "value", "количество", "число", "кількість",
    )),
    Field("count_low", "Number, at least", ("count low", "at least", "low", "minimum", "min")),
    Field("count_high", "Number, at most", ("count high", "at most", "high", "maximum", "max")),
    Field("low_exclusive", "More than the lower number", ("more than",)),
    Field("high_exclusive", "Fewer than the higher number", ("fewer than", "less than")),
    Field("unit", "What is counted", ("counted", "unit of count")),
    Field("measure", "What happened to them", ("outcome", "killed or injured")),
    Field("population", "Who they are", ("who is counted", "group")),
    Field("place", "Place", ("where", "location", "место", "місце")),
    Field("attribution", "How the article gives the words", ("attributed",)),
    Field("source", "Address of the source", (
        "url", "link", "source url", "article url", "article", "address", "источник", "джерело",
    )),
    Field("quote", "Exact words in the source", ("quotation", "exact words", "цитата")),
)  # fmt: skip
BY_NAME = {field.name: field for field in FIELDS}


def key_of(header: str) -> str:
    """A header as it is compared: no case, no underscores, nothing in brackets."""
    return fold(ASIDE.sub(" ", header)) or fold(header)


_FIELD_OF = {
    key_of(name): field.name
    for field in reversed(FIELDS)
    for name in (field.label, *field.synonyms, field.name)
}


def guess(headers: Sequence[str]) -> list[str]:
    """For each column the field it probably is, "" for none; no field twice.

    A column called exactly as the field goes before one with another of its names.
    """
    keys = [key_of(header) for header in headers]
    found = [""] * len(keys)
    own = {key_of(field.name): field.name for field in FIELDS}
    for names in (own, _FIELD_OF):
        for at, key in enumerate(keys):
            field = names.get(key, "")
            if field and not found[at] and field not in found:
                found[at] = field
    return found
