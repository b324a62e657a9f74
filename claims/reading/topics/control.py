"""Who took, holds or lost a place."""

from claims.choices import Stance
from claims.reading import questions
from claims.reading.clauses import Proposition, Range
from claims.reading.grammar import is_adverb, is_auxiliary, is_in
from claims.reading.lexicon import verb_forms, words
from claims.reading.name_kinds import is_person_name
from claims.reading.names import runs_of
from claims.reading.places import the_place
from claims.reading.topics.common import SELF, Answered, Terms, actors_of, text_of
from claims.reading.topics.predicates import head_of, predicate_of
from claims.values import Answer

WAYS = (
    ("capture", "capture nouns", "taken"),
    ("hold", "hold nouns", "held"),
    ("lose", "lose nouns", "lost"),
)
TERRITORY = "territory"
NEAR = 5
OWN = frozenset({"our", "its", "their", "my"})
# "took part", "held over": other verbs than those of holding a place.
NO_OBJECT = frozenset({"part", "place", "over", "off", "responsibility", "action", "aim", "talks"})
TAKEN_AWAY = (["to"], ["into"], ["away"])  # "was taken to hospital"
NO_VERB_AFTER = frozenset({"a", "an", "the", "no", "in", "'s", "of", "under"})


def control(p: Proposition, terms: Terms) -> list[Answered]:
    """Somebody took, holds or lost a place."""
    under = _under_control(p, terms)
    if under:
        return under
    for section, noun, value in WAYS:
        at = _verb_or_noun(p, section, noun)
        if at is None:
            continue
        passive = _is_passive(p, at)
        place = _subject_place(terms) if passive else _place(p, terms, at)
        if not place or (passive and p.sentence.lowers(at + 1, at + 2) in TAKEN_AWAY):
            continue
        holders = _agent(p, terms, at) if passive else _holders(p, terms, at)
        denied = p.stance == Stance.DENIES or _negated_before(p, at)
        answer = Answer(holders, denied=denied, value=value, place=place)
        return [Answered(answer, questions.control(place))]
    return []


def _under_control(p: Proposition, terms: Terms) -> list[Answered]:
    """The town is fully under our control, under the control of the rebels."""
    lowers = p.lowers
    at = next((k for k in range(1, len(lowers)) if lowers[k] == "control"), 0)
    under = next((k for k in range(max(0, at - NEAR), at) if lowers[k] == "under"), -1)
    place = (_subject_place(terms) or _subject_thing(p, terms)) if under >= 0 else ""
    if not place:
        return []
    of = lowers[at + 1 : at + 2] == ["of"]
    whose = (p.first + at + 2, p.last) if of else (p.first + under + 1, p.first + at)
    own = set(lowers[under:at]) & OWN
    holders = _own_side(terms) if own and not of else actors_of(terms, whose)
    if not holders:
        return []
    denied = p.stance == Stance.DENIES or p.negated
    answer = Answer(holders, denied=denied, value="held", place=place)
    return [Answered(answer, questions.control(place))]


def _verb_or_noun(p: Proposition, section: str, noun: str) -> int | None:
    nouns = words("topics", noun)
    forms = verb_forms("topics", section)
    for at in range(p.first, p.last):
        token = p.sentence.tokens[at]
        if token.lower in nouns and _has_object(p, at):
            return at
        if token.lower in forms and not token.is_capitalised and _is_act(p, at):
            return at
    return None


def _has_object(p: Proposition, at: int) -> bool:
    after = p.sentence.lowers(at + 1, at + 2)
    return bool(after) and after[0] in {"of", "over"}


def _is_act(p: Proposition, at: int) -> bool:
    """Whether the verb has a place near it, as object or in a relative clause."""
    before = p.sentence.tokens[at - 1].lower if at else ""
    after = p.sentence.lowers(at + 1, at + 3)
    if after[:1] and after[0] in NO_OBJECT and after != ["part", "of"]:
        return False
    return before not in NO_VERB_AFTER


def _is_passive(p: Proposition, at: int) -> bool:
    """As in "the town has been taken": a participle after a form of be, with no object."""
    before = p.sentence.lowers(max(p.first, at - 2), at)
    if p.sentence.tokens[at].lower.endswith("ing"):
        return False
    return bool(set(before) & words("grammar", "be")) and not _has_object(p, at)


def _negated_before(p: Proposition, at: int) -> bool:
    return any(is_in(t, "negations") for t in p.sentence.tokens[max(p.first, at - 3) : at])


def _subject_place(terms: Terms) -> str:
    """The place that a passive speaks of: "Mir", "the town of Mir", "the town"."""
    if terms.subject is None:
        return ""
    sentence = terms.reader.sentences[terms.number]
    first, last = terms.subject
    for run in runs_of(sentence, terms.number, terms.reader.text):
        if first <= run.first < last and _is_place_name(run.text, terms):
            return run.text
    return _common_place(terms, first, last)


def _subject_thing(p: Proposition, terms: Terms) -> str:
    """Whatever is said to be under somebody's control, but for people and what is put out."""
    told = predicate_of(p)
    if told is None or terms.subject is None:
        return ""
    head = p.sentence.lowers(*head_of(p, told.subject))
    others = words("quantities", "persons") | words("topics", "forces of harm")
    others |= words("grammar", "pronouns") | words("topics", "uncontrolled")
    if not head or head[-1] in others or p.sentence.tokens[told.subject[0]].is_capitalised:
        return ""
    return " ".join(head)


def _agent(p: Proposition, terms: Terms, at: int) -> tuple[str, ...]:
    """By whom it was taken; nobody where the passive does not say."""
    tokens = p.sentence.tokens
    by = next((k for k in range(at + 1, min(at + NEAR, p.last)) if tokens[k].lower == "by"), -1)
    return actors_of(terms, (by + 1, p.last)) if by > 0 else ()


def _place(p: Proposition, terms: Terms, at: int) -> str:
    """The place taken: the name after the verb, a word for land, or the city spoken of before."""
    first, last = at + 1, p.last
    sentence = p.sentence
    for k in range(first, min(first + NEAR, last)):
        if sentence.tokens[k].text in {",", ";"} and k > first:
            last = k
            break
    remains = verb_forms("topics", "hold").get(sentence.tokens[at].lower) == "remain"
    if not remains:
        for run in runs_of(sentence, terms.number, terms.reader.text):
            if not first <= run.first < last or not _is_place_name(run.text, terms):
                continue
            if _is_one_of_many(p, run.first, run.text):
                continue
            if _is_object(p, first, run.first) and _stands_alone(p, run.last):
                return run.text
    common = _common_place(terms, first, last)
    if common and not (remains and common != TERRITORY):
        return common
    return _antecedent(p, terms) if first >= p.last else ""


def _is_one_of_many(p: Proposition, at: int, name: str) -> bool:
    """Whether a name is that of a make ("one MiG-21", "an Abrams"), not of a place."""
    before = p.sentence.tokens[at - 1].lower
    counted = before[0].isdigit() or before in words("quantities", "number words")
    return counted or before in {"a", "an"} or any(char.isdigit() for char in name)


def _stands_alone(p: Proposition, end: int) -> bool:
    """Whether a name is no adjective ("26 Sulish sailors") and is not taken to somewhere."""
    token = p.sentence.tokens[end : end + 1]
    if end >= p.last or not token or not token[0].is_word or token[0].is_capitalised:
        return True
    lower = token[0].lower
    if lower in {"to", "into", "hostage", "prisoner"}:
        return False
    if lower in words("topics", "place nouns") | {"province", "oblast", "county", "governorate"}:
        return True
    plain = is_in(token[0], "conjunctions") or is_in(token[0], "prepositions")
    timed = is_in(token[0], "time words") or is_adverb(token[0]) or is_auxiliary(token[0])
    return plain or timed or is_in(token[0], "subordinators") or lower == "'s"


def _is_object(p: Proposition, first: int, at: int) -> bool:
    """Whether a name is what is held, or what is held is a part of it; not "held talks in Mir"."""
    lowers = p.sentence.lowers(first, at)
    held = words("topics", "place nouns") | words("topics", "holdings")
    preposition = next((k for k, t in enumerate(lowers) if k and t in _prepositions()), 0)
    return not preposition or bool(set(lowers[:preposition]) & held)


def _prepositions() -> frozenset[str]:
    return words("grammar", "prepositions")


def _is_place_name(name: str, terms: Terms) -> bool:
    """Whether a name can be a place: no demonym, no group, no ministry."""
    if name in terms.reader.index.groups or name in terms.reader.index.acronyms:
        return False
    if is_person_name(name, terms.reader.directory) and not _is_lived_in(name, terms):
        return False
    kinds = {(m.actor.kind, m.kind) for m in terms.reader.find(name)}
    return all(kind == "state" and how in {"name", "metonym"} for kind, how in kinds)


def _is_lived_in(name: str, terms: Terms) -> bool:
    """Whether the article has a name of two words as a place elsewhere: "in Umm Ruwaba"."""
    text = terms.reader.text
    led = (" in ", " near ", " from ", " town of ", " city of ", " village of ")
    return any(f"{lead}{name}" in text for lead in led)


def _common_place(terms: Terms, first: int, last: int) -> str:
    """A place without a name: land, the one airport meant, or the town that the article names."""
    sentence = terms.reader.sentences[terms.number]
    lowers = sentence.lowers(first, last)
    if set(lowers) & words("topics", "land"):
        return TERRITORY
    for k, word in enumerate(lowers):
        if word in words("topics", "settlements"):
            before = lowers[k - 1] if k else ""
            return the_place(terms.reader, terms.number, word) if before == "the" else ""
        if word in words("topics", "sites"):
            led = next((j for j in range(k - 1, -1, -1) if lowers[j] in _prepositions()), -1)
            definite = "the" in lowers[led + 1 : k] or lowers[0] in {"its", "their"}
            return _site(terms, first, first + k + 1) if definite else ""
    return ""


def _site(terms: Terms, first: int, last: int) -> str:
    """Of "a part of the old airport" the words "old airport"."""
    tokens = terms.reader.sentences[terms.number].tokens
    for at in range(last - 2, first - 1, -1):
        if is_in(tokens[at], "determiners") or is_in(tokens[at], "prepositions"):
            return text_of(terms, (at + 1, last))
    return text_of(terms, (first, last))


def _antecedent(p: Proposition, terms: Terms) -> str:
    """As in "the city that Russia claims to have captured": the place last named before."""
    first = p.first
    found = ""
    for run in runs_of(p.sentence, terms.number, terms.reader.text):
        actor = terms.reader.actor(run.text)
        if run.first < first and actor is None and _is_place_name(run.text, terms):
            found = run.text
    lowers = p.sentence.lowers(0, first)
    return found if set(lowers) & words("topics", "place nouns") else ""


def _holders(p: Proposition, terms: Terms, at: int) -> tuple[str, ...]:
    """Who holds it: the subject of the clause, else the claimant."""
    if p.frame in {"np", "to"}:
        return terms.claimant_keys
    subject: Range | None = terms.subject
    if subject is None or subject[0] >= at:
        return terms.claimant_keys
    head = p.sentence.tokens[subject[0]]
    return _own_side(terms) if head.lower in SELF else actors_of(terms, subject)


def _own_side(terms: Terms) -> tuple[str, ...]:
    """Whom "we" and "our" mean: of a spokesman those whom he speaks for."""
    return tuple(claimant.organisation or claimant.key for claimant in terms.meant)
