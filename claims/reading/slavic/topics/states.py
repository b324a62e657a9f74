"""Which measures are in force, who was moved or detained, how it ended."""

from claims.choices import Stance
from claims.reading import questions
from claims.reading.slavic.clauses import Clause
from claims.reading.slavic.quantities import counted
from claims.reading.slavic.topics.common import Answered
from claims.values import Answer, Count

MEASURES = (
    "counter-terrorism regime",
    "state of emergency",
    "martial law",
    "curfew",
    "lockdown",
    "ceasefire",
    "ban",
    "sanctions",
    "blockade",
    "alert",
)
VALUES = (("lifted", "lifted"), ("declared", "declared"), ("in force", "in_force"))
OUTCOMES = (("withdrawn", "withdrawn"), ("defeated", "defeated"), ("continuing", "continuing"))


def measure(clause: Clause) -> list[Answered]:
    """Запровадили комендантську годину; режим КТО отменен."""
    name = next((name for name in MEASURES if clause.has("topics", f"measure {name}")), "")
    value = next((value for title, value in VALUES if clause.has("topics", title)), "")
    if not name or not value:
        return []
    if value == "lifted" and clause.negated:
        value = "in_force"
    answer = Answer(value=value, object=name, denied=clause.stance == Stance.DENIES)
    return [Answered(answer, questions.measure(name))]


def evacuation(clause: Clause) -> list[Answered]:
    """People were moved to safety."""
    if not clause.has("topics", "evacuated"):
        return []
    denied = clause.stance == Stance.DENIES or clause.negated
    answer = Answer(
        count=_people(clause), measure="evacuated", denied=denied, population="civilians"
    )
    return [Answered(answer, questions.EVACUATION)]


def arrest(clause: Clause) -> list[Answered]:
    """People were detained."""
    if not clause.has("topics", "arrested"):
        return []
    denied = clause.stance == Stance.DENIES
    answer = Answer(count=_people(clause), measure="arrested", denied=denied)
    return [Answered(answer, questions.arrests(""))]


def outcome(clause: Clause) -> list[Answered]:
    """The attackers were defeated, driven out, or are fighting on."""
    if not clause.has("topics", "fight") or clause.has("cues", "intention"):
        return []
    for title, value in OUTCOMES:
        if clause.has("topics", title):
            denied = clause.stance == Stance.DENIES
            return [Answered(Answer(value=value, denied=denied), questions.OUTCOME)]
    return []


def _people(clause: Clause) -> Count | None:
    found = counted(clause.quantities(), people=True)
    return found[0].count if found else None
