"""Verbs that agree with who speaks: "Kyiv asserts", "local authorities assert"."""

import re

from claims.choices import Stance

# Whose name is one of these words, or ends with one before "of ...", speaks as several. A proper
# name in -s is one more often than not (the United States, the Volunteer Corps, Reuters).
SEVERAL = """
    activists allies analysts authorities commanders diplomats doctors eyewitnesses experts
    families fighters forces groups guards houthis insurgents investigators journalists lawmakers
    lawyers leaders locals media medics members militants ministers militias observers officers
    officials opponents partisans people police prisoners prosecutors protesters rebels refugees
    relatives reporters rescuers residents separatists services soldiers sources spokespeople
    supporters survivors troops villagers volunteers witnesses
"""
# What follows says more about them, and is not who they are.
ASIDE = re.compile(r"\s*[,(–—]|\s+(?:of|in|for|from|at|on|near|with|to|who|close)\b", re.IGNORECASE)
ONE = re.compile(r"(?:ss|us|is|news)$")
BARE = {
    Stance.ASSERTS: "assert",
    Stance.DENIES: "deny",
    Stance.DOUBTS: "doubt",
    Stance.CONFIRMS: "confirm",
    Stance.NO_COMMENT: "do not comment",
    Stance.RETRACTS: "retract",
}


def says(name: str, stance: str) -> str:
    """The stance as the verb of a sentence that begins with this name: "deny"."""
    return BARE[Stance(stance)] if is_several(name) else Stance(stance).label


def is_several(name: str) -> bool:
    """Whether the name is of several who speak, and takes "assert" rather than "asserts".

    Known by the word that it turns on. Of common nouns (in small letters) also by their ending
    and by an "and"; of proper names only by the list, for few that end in -s are several.
    """
    before = ASIDE.split(name.strip(), maxsplit=1)[0].split()
    if not before:
        return False
    head = before[-1].strip(".’'\"”")
    if head.lower() in SEVERAL.split():
        return True
    if not head.islower():
        return False
    return "and" in before or (head.endswith("s") and not ONE.search(head))
