"""Place names in the nominative, so that questions meet across languages."""

# An object in the accusative, and what follows "of" in the genitive: endings to the nominative.
ACCUSATIVE = (("ську", "ська"), ("ую", "ая"), ("юю", "яя"), ("ку", "ка"), ("у", "а"), ("ю", "я"))
GENITIVE = (
    ("ського", "ське"),
    ("ского", "ское"),
    ("ого", "е"),
    ("ого", "ое"),
    ("івки", "івка"),
    ("ки", "ка"),
    ("ии", "ия"),
    ("ії", "ія"),
    ("ова", "ов"),
    ("а", ""),
    ("я", "ь"),
    ("и", "а"),
    ("ы", "а"),
    ("і", "а"),
)
INSTRUMENTAL = (
    ("ським", "ське"),
    ("ским", "ское"),
    ("овом", "ов"),
    ("ом", ""),
    ("ою", "а"),
    ("ою", "а"),
    ("ой", "а"),
    ("ею", "я"),
)
LOCATIVE = (("ии", "ия"), ("ії", "ія"))
CASES = {
    "locative": LOCATIVE,
    "accusative": ACCUSATIVE,
    "genitive": GENITIVE,
    "instrumental": INSTRUMENTAL,
}
SHORTEST = 2


def place_in_nominative(name: str, case: str, attested: frozenset[str]) -> str:
    """A place's name in the nominative: a form the article has, else what its ending gives."""
    options = [
        name[: len(name) - len(ending)] + base
        for ending, base in CASES.get(case, ())
        if name.casefold().endswith(ending) and len(name) - len(ending) > SHORTEST
    ]
    known = [option for option in options if option in attested]
    return (known or options or [name])[0]
