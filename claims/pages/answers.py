"""A claim's typed answer in words, for the table that sets two sides beside each other."""

from claims.choices import Basis, Rung, Stance, Topic
from claims.comparing.rules.negation import MEASURED
from claims.models import Claim
from claims.pages.rows import figure
from claims.values import UNKNOWN

# What somebody did, and what they did not do.
PARTS = {
    Rung.ORDERED: ("ordered it", "did not order it"),
    Rung.CARRIED_OUT: ("carried it out", "did not carry it out"),
    Rung.TOOK_PART: ("took part", "did not take part"),
    Rung.SUPPORTED: ("supported it", "did not support it"),
    Rung.ENCOURAGED: ("encouraged it", "did not encourage it"),
    Rung.KNEW: ("knew of it", "did not know of it"),
}
IN_ITS_WORDS = frozenset(MEASURED)  # when, where and who: the sentence says it best


def answer(claim: Claim) -> str:
    """What the claim answers: "12 injured (civilians)", "The East did not take part".

    The claim's own sentence where its answer has no type. ``answer_actors`` come prefetched.
    """
    number = figure(claim)
    if number:
        return _counted(claim, number)
    if claim.measure in IN_ITS_WORDS:
        return claim.statement
    names = [actor.name for actor in claim.answer_actors.all()]
    names += claim.answer_named
    who, what = _joined(names), _what(claim)
    denied = claim.answer_denied or claim.stance == Stance.DENIES
    did = PARTS[Rung(claim.rung)][denied] if claim.rung else ""
    if who and did:
        return ": ".join(part for part in (f"{who} {did}", what) if part)
    what = ", ".join(part for part in (did, what) if part)
    if denied and not did:
        return _not(claim, who, what) or claim.statement
    return ": ".join(part for part in (who, what) if part) or claim.statement


def _not(claim: Claim, who: str, what: str) -> str:
    """A denial of an answer that is no part in an act; "" where nothing is named."""
    if who and what:
        return f"{who}: not {what}"
    if who and claim.topic in {Topic.RESPONSIBILITY, Topic.CAUSE}:
        return f"It was not {who}"
    return f"Not {who or what}" if who or what else ""


def _counted(claim: Claim, number: str) -> str:
    words = [number, claim.measure or claim.unit]
    if claim.population and claim.population != "unknown":
        words.append(f"({claim.population})")
    if claim.basis != Basis.TOTAL:
        words.append(f"– {claim.get_basis_display().lower()}")
    return " ".join(word for word in words if word)


def _what(claim: Claim) -> str:
    value = claim.value.replace("_", " ")
    thing = str(claim.answer_rest.get("object", ""))
    return ", ".join(part for part in (value, thing) if part and not part.startswith(UNKNOWN))


def _joined(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
