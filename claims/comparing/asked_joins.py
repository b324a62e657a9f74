"""Which questions in a person's own words are one, or bear on each other."""

from claims.comparing.alignment import read
from claims.comparing.asked_causes import asks_for_cause, tells_cause
from claims.comparing.asked_people import none_and_some
from claims.comparing.asking import (
    Form,
    asked_apart,
    base_forms,
    form_of,
    one_question,
    proposition,
    ruled_out,
    told_in,
)
from claims.values import Asked, Statement

# Words of a question that say something, from which an answer to another can tell the same.
ENOUGH = {Form.YES_OR_NO: 2, Form.HEADING: 3}
SHOWN = read(
    "footage video photo picture image report document letter register recording message clip film"
    " genuine authentic real fake forged"
).content
SHARED = 2  # words that two questions about one matter have in common


def questions_join(left: Statement, right: Statement) -> bool:
    """Whether two questions in a person's words are one, or bear on each other."""
    if one_question(left, right):
        return True
    if tells_what_is_denied(left, right) or none_and_some(left, right):
        return True
    return cause_and_doubt(left, right) is not None


def tells_what_is_denied(left: Statement, right: Statement) -> bool:
    """Whether one says, under another question, the very thing that the other says no to.

    "Did the guards shoot" is denied by who, asked who shot, names the guards; and who says that no
    tanks were used, asked about arms, by who tells of tanks, asked about vehicles.
    """
    if not asked_apart(left, right):
        return False
    return _tells(left.asked, right.asked) or _tells(right.asked, left.asked)


def cause_and_doubt(left: Statement, right: Statement) -> tuple[Asked, Asked] | None:
    """The one asked for the cause, and the one asked whether something was so that is a cause."""
    if not asked_apart(left, right) or left.asked is None or right.asked is None:
        return None
    for told, other in ((left.asked, right.asked), (right.asked, left.asked)):
        if tells_cause(told) and asks_for_cause(other):
            return told, other
    return None


def _tells(told: Asked | None, denied: Asked | None) -> bool:
    if told is None or denied is None or told.denies or not denied.denies:
        return False
    wanted = proposition(denied)
    if not wanted:
        return False
    said = told_in(told)
    shown = wanted - SHOWN
    if shown != wanted and len(shown) >= SHARED and shown <= said:
        return True  # what a picture shows, and that the picture is none of it
    if len(wanted) >= ENOUGH[form_of(denied.question)] and wanted <= said:
        return True
    shared = wanted & base_forms(read(told.question).content)
    none_of = ruled_out(denied) - wanted
    return len(shared) >= SHARED and 2 * len(shared) >= len(wanted) and bool(none_of & said)
