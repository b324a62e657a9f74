"""A claim's typed answer in words, for the table that sets two sides beside each other."""

from claims.choices import Basis, Rung, Stance
from claims.models import Claim
from claims.pages.rows import figure

UNKNOWN = "~"  # begins the key of somebody the directory does not know


def answer(claim: Claim) -> str:
    """What the claim answers: "12 injured (civilians)", "not the East: took part".

    The claim's own sentence where its answer has no type. ``answer_actors`` come prefetched.
    """
    number = figure(claim)
    if number:
        return _counted(claim, number)
    names = [actor.name for actor in claim.answer_actors.all()]
    names += [str(name).removeprefix(UNKNOWN) for name in claim.answer_names]
    what = _what(claim)
    if not names and not what:
        return claim.statement
    text = ": ".join(part for part in (_joined(names), what) if part)
    negative = claim.answer_denied or claim.stance == Stance.DENIES
    return f"not {text}" if negative else text


def _counted(claim: Claim, number: str) -> str:
    words = [number, claim.measure or claim.unit]
    if claim.population and claim.population != "unknown":
        words.append(f"({claim.population})")
    if claim.basis != Basis.TOTAL:
        words.append(f"– {claim.get_basis_display().lower()}")
    return " ".join(word for word in words if word)


def _what(claim: Claim) -> str:
    rung = Rung(claim.rung).label if claim.rung else ""
    value = claim.value.replace("_", " ")
    thing = str(claim.answer_rest.get("object", ""))
    return ", ".join(part for part in (rung, value, thing) if part and not part.startswith(UNKNOWN))


def _joined(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
