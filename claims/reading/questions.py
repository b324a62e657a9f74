"""The questions that claims answer: a normalised key, the dispute it belongs to, readable words."""

from claims.choices import Topic
from claims.reading.lexicon import words
from claims.values import QuestionSlot
from events.directory import fold

PARTS = "responsibility"
MATTER = "matter"
NOW = "now:"  # before the key of what can change from day to day
VOTES = "votes"
EFFECT = "effect"

OUTCOME = QuestionSlot("outcome", "outcome", "How did it end?", Topic.OUTCOME)
EVACUATION = QuestionSlot("evacuation", "evacuation", "Who was evacuated?", Topic.EVACUATION)

MEASURE_WORDS = {
    "killed": "killed",
    "injured": "injured",
    "captured": "taken prisoner",
    "missing": "missing",
    "trapped": "trapped",
    "evacuated": "evacuated",
    "arrested": "arrested",
    "hospitalised": "taken to hospital",
    "casualties": "killed or injured",
}
POPULATION_WORDS = {
    "attackers": "attackers",
    "civilians": "civilians",
    "troops": "troops",
    "children": "children",
}


def who_did_it(slot_of: str = "", noun: str = "", target: str = "") -> QuestionSlot:
    """Who did the act. Acts with a slot of their own ("dam", "shelling") are asked about apart.

    Key and dispute follow from the slot alone, so that articles that tell of one act meet whatever
    else each of them is about.
    """
    verb = "caused" if noun in happens() else "carried out"
    if target:
        text = f"Who {_done_to(target)} the {target}?"
    else:
        text = f"Who {verb} {_it(noun)}?" if noun else "Who carried it out?"
    key = _of_kind(PARTS, slot_of)
    return QuestionSlot(key, key, text, Topic.RESPONSIBILITY)


def happens() -> frozenset[str]:
    """Acts that are caused rather than carried out: an explosion, a fire."""
    return words("topics", "happens")


def _done_to(target: str) -> str:
    """What becomes of such a thing, as the news has it: a dam is destroyed, a ship is sunk."""
    entries = (entry.split() for entry in words("topics", "done to them"))
    return next((" ".join(verb) for head, *verb in entries if head == target), "attacked")


def involvement(
    actor: str, name: str, slot_of: str = "", noun: str = "", target: str = ""
) -> QuestionSlot:
    """Whether somebody had a part in it; its dispute is that of who did the same act."""
    act = f"what happened to the {target}" if target else _it(noun)
    text = f"Did {called(name)} have a part in {act}?"
    key = _of_kind(f"involvement:{actor}", slot_of)
    return QuestionSlot(key, _of_kind(PARTS, slot_of), text, Topic.INVOLVEMENT)


def cause_of_effect(effect: str) -> QuestionSlot:
    """What caused an effect that is not the event itself ("deaths"): it meets no other cause."""
    key = _of_kind("cause", effect)
    return QuestionSlot(key, f"{EFFECT}:{effect}", f"What caused {_it(effect)}?", Topic.CAUSE)


def cause(slot_of: str = "", noun: str = "", target: str = "") -> QuestionSlot:
    """What caused it, the event itself where nothing else is named."""
    key = _of_kind("cause", slot_of)
    text = f"What {_done_to(target)} the {target}?" if target else f"What caused {_it(noun)}?"
    return QuestionSlot(key, key, text, Topic.CAUSE)


def _of_kind(key: str, slot_of: str) -> str:
    return f"{key}:{slot_of}" if slot_of else key


def _it(noun: str) -> str:
    return f"the {noun}" if noun else "it"


def presence(actor: str, name: str) -> QuestionSlot:
    """Whether somebody was there."""
    return QuestionSlot(f"presence:{actor}", PARTS, f"Was {called(name)} there?", Topic.PRESENCE)


def tie(actor: str, name: str) -> QuestionSlot:
    """Whether a group belongs to an organisation."""
    text = f"Whom does {called(name)} belong to?"
    return QuestionSlot(f"tie:{actor}", PARTS, text, Topic.INVOLVEMENT)


def casualties(measure: str, population: str) -> QuestionSlot:
    """How many of some people were killed, hurt or taken."""
    who = POPULATION_WORDS.get(population, "people")
    verb = "are" if measure == "missing" else "were"
    text = f"How many {who} {verb} {MEASURE_WORDS.get(measure, measure)}?"
    key = f"casualties:{measure}:{population or 'unknown'}"
    # Killed attackers and killed people are a part and a whole: one dispute.
    dispute = f"casualties:{measure}"
    return QuestionSlot(key, dispute, text, Topic.CASUALTIES, "person", population)


def own_losses(measure: str, actor: str, name: str) -> QuestionSlot:
    """How many of its own a group or army counts as killed, hurt or taken."""
    key = f"casualties:{measure}:own{':' if actor else ''}{actor}"
    verb = "are" if measure == "missing" else "were"
    whose = f"{possessive(called(name))} own" if name else "their own"
    text = f"How many of {whose} {verb} {MEASURE_WORDS.get(measure, measure)}?"
    return QuestionSlot(key, key, text, Topic.CASUALTIES, "person", "own")


def arrests(population: str) -> QuestionSlot:
    """How many were detained."""
    text = "Who was detained?"
    return QuestionSlot("arrest", "arrest", text, Topic.ARREST, "person", population)


def control(place: str) -> QuestionSlot:
    """Who holds a place: a named one, "territory", or a site like "airport"."""
    key = f"control:{slot(place)}"
    called = place if place[:1].isupper() else f"the {place}"
    if place == "territory":
        called = "the territory in dispute"
    return QuestionSlot(key, key, f"Who holds {called}?", Topic.CONTROL)


def damage(thing: str, unit: str = "") -> QuestionSlot:
    """What happened to a thing."""
    key = f"damage:{slot(thing)}"
    named = called(thing) if thing[:1].isupper() else f"the {thing}"
    return QuestionSlot(key, key, f"What happened to {named}?", Topic.DAMAGE, unit)


def measure(thing: str) -> QuestionSlot:
    """Whether a measure is in force."""
    key = f"measure:{slot(thing)}"
    return QuestionSlot(key, key, f"Is the {thing} in force?", Topic.MEASURE)


def authenticity(thing: str) -> QuestionSlot:
    """Whether something shown is genuine."""
    key = f"authenticity:{slot(thing)}"
    verb = "Are" if thing.endswith("s") else "Is"
    return QuestionSlot(key, key, f"{verb} the {thing} genuine?", Topic.AUTHENTICITY)


def weapons(origin: str) -> QuestionSlot:
    """What weapons were used, and where they came from."""
    key = "weapons:" + (slot(origin) or "any")
    asked = f"Were {origin} weapons used?" if origin else "What weapons were used?"
    return QuestionSlot(key, "weapons", asked, Topic.WEAPONS)


def called(name: str) -> str:
    """A name as it stands in a sentence: "the United States", "the Free Army", "Norland"."""
    parts = name.split()
    if not parts or parts[0].casefold() == "the" or "'s" in name or "\u2019s" in name:
        return name
    last = parts[parts.index("of") - 1] if "of" in parts[1:] else parts[-1]
    takes = words("people", "with article") | words("people", "bodies")
    described = name[0].islower() or (len(parts) > 1 and parts[-1].islower())
    return f"the {name}" if described or last.casefold() in takes else name


def possessive(name: str) -> str:
    """What is somebody's: "Norland's", "the Free Corps'"."""
    return f"{name}'" if name.endswith(("s", "S")) else f"{name}'s"


def slot(text: str) -> str:
    """Words as part of a key: folded, without articles, joined by hyphens."""
    kept = [w for w in fold(text).split() if w not in {"the", "a", "an", "of", "its", "their"}]
    return "-".join("".join(c for c in w if c.isalnum() or c == "-") for w in kept)[:60]


def share(winner: str) -> QuestionSlot:
    """What share of the vote somebody won."""
    key = f"{VOTES}:{slot(winner)}"
    text = f"What share of the vote did {called(winner)} win?"
    return QuestionSlot(key, VOTES, text, Topic.OTHER, "percent")


def account(actor: str, name: str) -> QuestionSlot:
    """Whether what somebody told as a whole is right."""
    key = f"account:{actor}"
    return QuestionSlot(key, "account", f"Is the account of {called(name)} right?", Topic.OTHER)


def matter(key: str, text: str, *, lasting: bool = False) -> QuestionSlot:
    """A plain question of yes or no ("armed"); ``lasting`` where the answer is of a day."""
    slot_key = f"{MATTER}:{NOW}{key}" if lasting else f"{MATTER}:{key}"
    return QuestionSlot(slot_key, slot_key, text, Topic.OTHER)


def when(thing: str, measure: str) -> QuestionSlot:
    """When something "began", "ended" or "happened"."""
    key = f"when:{measure}:{slot(thing)}"
    verb = {"began": "begin", "ended": "end"}.get(measure, "happen")
    return QuestionSlot(key, key, f"When did the {thing} {verb}?", Topic.OTHER)


def where(thing: str) -> QuestionSlot:
    """Where something happened that has one place."""
    key = f"where:{slot(thing)}"
    return QuestionSlot(key, key, f"Where did the {thing} happen?", Topic.OTHER)


def who(asked: str) -> QuestionSlot:
    """Who the dead were, or who is the "suspect"."""
    verb = "were" if asked == "dead" else "is"
    return QuestionSlot(f"who:{asked}", f"who:{asked}", f"Who {verb} the {asked}?", Topic.OTHER)
