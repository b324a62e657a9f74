"""Bodies that the news calls by what they are: "the company", "police", "the opposition".

Two of different families are never one: what the company says of a leak is not what its workers'
union says, and who names the police does not mean the protesters.
"""

FAMILIES = {
    "state": (
        "government police army military navy regime junta authorities administration agents "
        "soldiers troops coastguard prosecutors ministry "
        "ruling president premier minister"
    ),
    "people": "opposition protesters demonstrators marchers students farmers residents villagers",
    "firm": "company airline operator owner owners manufacturer",
    "staff": "workers union strikers",
    "armed": (
        "rebels insurgents militants separatists gunmen guerrillas militia paramilitaries "
        "mutineers coup plotters"
    ),
    "care": "rescuers firefighters medics doctors hospital hospitals",
}
FAMILY_OF = {word: family for family, listed in FAMILIES.items() for word in listed.split()}
ENDS = frozenset({"of", "in", "at", "from", "for", "with", "on", "by", "who", "that", "and"})


def family(words: str) -> str:
    """The family of a body that some words describe, "" where they describe none."""
    found = ""
    for word in words.casefold().replace(",", " ").split():
        if word in ENDS:
            break
        found = FAMILY_OF.get(
            word.removesuffix("'s").removesuffix("\u2019s").rstrip("'\u2019"), found
        )
    return found


def are_apart(one: str, other: str) -> bool:
    """Whether two descriptions are of bodies that are never one."""
    families = family(one), family(other)
    return all(families) and families[0] != families[1]
