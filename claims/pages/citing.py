"""How to cite a claim: as a sentence, and as BibTeX."""

from dataclasses import dataclass

from claims.pages.rows import Row

SPECIAL = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\~{}", "^": r"\^{}"}
)


@dataclass(frozen=True, slots=True)
class Citation:
    """The two forms, as plain text."""

    text: str
    bibtex: str


def cite(row: Row, *, site: str, url: str, known: str) -> Citation:
    """Cite the claim as it was known at ``known`` (a moment in words)."""
    claim = row.claim
    when = row.said.words if row.said else "date not stated"
    where = f", reported by {row.source.name}" if row.source else ""
    status = row.label[0].lower() + row.label[1:]
    text = (
        f"{claim.claimant_name}, {when}{where}; status “{status}”, known at {known}. "
        f"{site}, {claim.public_id}. {url}"
    )
    fields = {
        "author": f"{{{_safe(claim.claimant_name)}}}",
        "title": _safe(row.words.text or claim.statement),
        "howpublished": _safe(site),
        "note": _safe(f"Status: {status}, known at {known}"),
        "url": url,
    }
    if claim.made_at_from is not None:
        fields["year"] = str(claim.made_at_from.year)
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return Citation(text, f"@misc{{{claim.public_id},\n{lines}}}")


def _safe(text: str) -> str:
    """The text with the signs that BibTeX would read as commands written out."""
    return " ".join(text.split()).translate(SPECIAL)
