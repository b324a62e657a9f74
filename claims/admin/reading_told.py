"""How the reading of a text went, in sentences that an editor can act on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.formats import date_format

from claims.choices import ReadingState
from claims.models import Reading
from claims.readings import LANGUAGE


@dataclass(frozen=True, slots=True)
class Told:
    """How the reading about one event went, in words.

    ``stuck`` where nothing more comes of it, or may not: the text was not read.
    """

    reading: Reading
    words: str
    stuck: bool


def told(reading: Reading) -> Told:
    """How the reading went, in a sentence that an editor can act on."""
    state = ReadingState(reading.state)
    return Told(reading, WORDS[state](reading), state in STUCK)


def _done(reading: Reading) -> str:
    found, new = reading.outcome.get("read", 0), reading.outcome.get("new", 0)
    when = f" on {date_format(reading.settled_at, 'j M Y, H:i')} UTC" if reading.settled_at else ""
    if not found:
        return f"Read{when}, and no claim was found."
    return f"Read{when}: {found} claim{'s' * (found != 1)} found, {new} of them new."


def _not_read(reading: Reading) -> str:
    what = reading.reason.replace("_", " ") or "no reason on record"
    if reading.reason == LANGUAGE:
        what = f"language {reading.version.language or 'unknown'}"
    return f"Not read: {what}. {reading.reason_text}".strip()


def _failed(reading: Reading) -> str:
    again = reading.next_try_at
    when = f" It is tried again after {date_format(again, 'j M, H:i')} UTC." if again else ""
    return f"Reading failed: {reading.reason_text or reading.reason}.{when}"


STUCK = (ReadingState.SKIPPED, ReadingState.FAILED, ReadingState.QUARANTINED)
WORDS: Mapping[ReadingState, Callable[[Reading], str]] = {
    ReadingState.QUEUED: lambda _: "It waits to be read. Look again in a moment.",
    ReadingState.READING: lambda _: "It is being read. Look again in a moment.",
    ReadingState.COMPARING: lambda _: "It is read; its claims are being compared.",
    ReadingState.DONE: _done,
    ReadingState.SKIPPED: _not_read,
    ReadingState.FAILED: _failed,
    ReadingState.QUARANTINED: lambda reading: (
        f"It could not be read in {reading.attempts} attempts: "
        f"{reading.reason_text or reading.reason}."
    ),
}
