"""What an outlet says of checking in its own voice: "незалежно підтвердити не вдалося"."""

from collections.abc import Sequence

from claims.reading.slavic.lines import Line
from claims.reading.slavic.said import Said
from claims.values import OutletStatement


def outlet_statement(line: Line, text: str, found: Sequence[Said]) -> OutletStatement | None:
    """The sentence as evidence for editors, None where it says nothing of checking.

    What somebody else says of it ("Пентагон заявил, что не может проверить") is that one's claim.
    """
    checks = line.lexicon("cues", "verification").find(line.words)
    if checks is None:
        return None
    told = any(said.content[0] <= checks.first < said.content[1] for said in found)
    if told:
        return None
    denied = line.lexicon("cues", "not verified").find(line.words) is not None
    span = line.span(*line.bare(0, len(line.tokens)))
    return OutletStatement(span, text[span[0] : span[1]], verified=not denied)
