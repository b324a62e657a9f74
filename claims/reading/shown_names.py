"""The name under which a claimant of the directory is shown: the one its articles use."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.reading.scene import without_article
from claims.values import ClaimantName, Read, ReadClaim
from events.choices import ActorKind
from events.directory import Directory, fold

# Of a state "Nortown" and "Norish officials" are names too; it is shown by its own.
OWN_NAME = frozenset({ActorKind.STATE, ActorKind.PERSON})


def renamed(reads: Sequence[Read], texts: Iterable[str], directory: Directory) -> list[Read]:
    """The same readings, with claimants by the name their articles use instead of the directory's.

    "Doctors Without Borders", in articles that call it so, is not shown by its French name. Only
    full names count: neither "the army" nor "Norland's army" nor initials are one.
    """
    claimants = [c.claimant for read in reads for c in read.claims if c.claimant is not None]
    names = _used(claimants, fold(" ".join(texts)), directory)
    return [replace(read, claims=tuple(_named(c, names) for c in read.claims)) for read in reads]


def _named(claim: ReadClaim, names: dict[str, str]) -> ReadClaim:
    who = claim.claimant
    if who is None or who.key not in names:
        return claim
    return replace(claim, claimant=replace(who, name=names[who.key]))


def _used(claimants: Iterable[ClaimantName], told: str, directory: Directory) -> dict[str, str]:
    """By key the name that the articles use, where they never use the directory's own."""
    used: dict[str, Counter[str]] = {}
    for name in claimants:
        form = without_article(name.text)
        if _is_full(form, name, directory) and fold(name.name) not in told:
            used.setdefault(name.key, Counter())[form] += 1
    return {key: forms.most_common(1)[0][0] for key, forms in used.items()}


def _is_full(form: str, name: ClaimantName, directory: Directory) -> bool:
    if name.kind in OWN_NAME or name.key not in directory.actors:
        return False
    plain = " " in form and form[0].isupper() and "'s" not in form and "\u2019s" not in form
    return plain and {match.actor.key for match in directory.find(form)} == {name.key}
