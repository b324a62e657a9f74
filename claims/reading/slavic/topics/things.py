"""What was hit, what caused it, is it genuine, who holds a place."""

from dataclasses import replace

from claims.choices import Stance
from claims.reading import questions
from claims.reading.slavic.clauses import Clause
from claims.reading.slavic.forms import Hit
from claims.reading.slavic.lines import Line
from claims.reading.slavic.mentions import Mention, What
from claims.reading.slavic.nominative import place_in_nominative
from claims.reading.slavic.quantities import counted
from claims.reading.slavic.topics.acts import harm_of
from claims.reading.slavic.topics.common import (
    Answered,
    actors_in,
    name_of,
    named_in,
    ours,
)
from claims.values import Answer, Count
from events.choices import ActorKind
from events.latin import latin

CAUSES = ("explosives", "strike", "deliberate", "accident", "natural")  # most excluding first
DAMAGES = (("intact", "intact"), ("destroyed", "destroyed"), ("hit", "hit"), ("damaged", "damaged"))
HELD = (("capture", "taken"), ("capture nouns", "taken"), ("hold", "held"), ("lose", "lost"))
NEAR = 6
PLURALS = {"": "s", "s": "es"}


def _find(clause: Clause, title: str) -> Hit | None:
    line = clause.line
    return line.lexicon("topics", title).find(line.words, clause.first, clause.last)


def damage(clause: Clause) -> list[Answered]:
    """Пошкоджено школу; вода зруйнувала два мости; здание не пострадало."""
    for title, value in DAMAGES:
        hit = _find(clause, title)
        if hit is None:
            continue
        thing, count = _thing(clause)
        if not thing:
            continue
        denied = clause.stance == Stance.DENIES
        unit = count.unit if count else ""
        answer = Answer(value=value, object=thing, count=count, denied=denied)
        return [Answered(answer, questions.damage(thing, unit))]
    return []


def _thing(clause: Clause) -> tuple[str, Count | None]:
    """What was damaged, by its English noun, with its number."""
    things = counted(clause.quantities(), people=False)
    if things:
        unit = things[0].count.unit
        return unit + "s", replace(things[0].count, unit=unit)
    hit = _find(clause, "things")
    return (hit.label if hit else ""), None


def cause(clause: Clause) -> list[Answered]:
    """Разрушена в результате обстрела; причиною стала несправність; підірвали зсередини."""
    link = _find(clause, "cause links")
    blown = _blown(clause)
    if link is None and not blown:
        return []
    line = clause.line
    first = link.last if link else clause.first
    value = next(
        (
            name
            for name in CAUSES
            if line.lexicon("topics", name).find(line.words, first, clause.last) is not None
        ),
        "explosives" if blown else "",
    )
    if not value:
        return []
    actors = actors_in(clause, clause.first, clause.last) if blown else ()
    denied = clause.stance == Stance.DENIES
    act = harm_of(clause)
    noun = act.noun if act.noun in questions.happens() else ""
    question = questions.cause(act.slot, noun, act.target)
    return [Answered(Answer(actors, value=value, denied=denied), question)]


def _blown(clause: Clause) -> bool:
    """Whether something was blown up, by a verb with the thing as its object."""
    words = clause.words
    blowing = ("підірва", "взорва", "подорва", "заміну", "замино", "замини")
    return any(word.startswith(blowing) for word in words) and _find(clause, "things") is not None


def authenticity(clause: Clause) -> list[Answered]:
    """Відео є фейком; снимки подлинные."""
    thing = _find(clause, "shown")
    fake, genuine = _find(clause, "fake"), _find(clause, "genuine")
    if thing is None or (fake is None and genuine is None):
        return []
    value = "fake" if fake is not None else "genuine"
    answer = Answer(value=value, object=thing.label, denied=clause.stance == Stance.DENIES)
    return [Answered(answer, questions.authenticity(thing.label))]


def control(clause: Clause) -> list[Answered]:
    """Захопили Вербове; контролює село; Соснівка залишається під контролем Сил оборони."""
    for title, value in HELD:
        hit = _find(clause, title)
        if hit is None:
            continue
        place = _place(clause, hit, title)
        if not place:
            continue
        holders = _holders(clause, hit, value)
        denied = clause.stance == Stance.DENIES or _negated(clause, hit)
        answer = Answer(holders, denied=denied, value=value, place=place)
        return [Answered(answer, questions.control(place))]
    return []


def _negated(clause: Clause, hit: Hit) -> bool:
    before = clause.line.words[max(clause.first, hit.first - 1) : hit.first]
    return before == ["не"]


def _holders(clause: Clause, hit: Hit, value: str) -> tuple[str, ...]:
    """Who holds it: the subject, whose control it is, else the claimant."""
    line = clause.line
    passive = (
        value == "held"
        and line.words[hit.last - 1].startswith("контрол")
        and (hit.last - hit.first > 1)
    )
    if passive:
        owner = actors_in(clause, hit.last, clause.last)
        return owner or ours(clause)
    before = [
        mention
        for mention in named_in(clause, clause.first, hit.first)
        if mention.what == What.ACTOR and not mention.aside and mention.named is not None
    ]
    for mention in before:
        actor = clause.scene.one_actor(mention.named) if mention.named else None
        if actor is not None and actor.kind != ActorKind.REGION:
            return (actor.key,)
    return ours(clause)


def _place(clause: Clause, hit: Hit, title: str) -> str:
    """The place in English letters: after the verb, before it in a passive, or "territory"."""
    case = "genitive" if title == "capture nouns" else "accusative"
    last = min(hit.last + NEAR, clause.last)
    found = _name(clause, hit.last, last)
    if (found is None and "під" in clause.words) or (found is None and "под" in clause.words):
        case = "instrumental" if found is not None else "nominative"
    if found is None:
        found = _name(clause, clause.first, hit.first) or _first(clause, hit)
        # Of "Тімбу звільнено" the place is the object of an impersonal verb.
        impersonal = clause.line.words[hit.last - 1].endswith(("но", "то")) and found is not None
        case = "accusative" if impersonal and clause.line.language == "uk" else "nominative"
    if found is None and (again := _again(clause, hit, last)):
        return again
    if found is None:
        land = clause.line.lexicon("topics", "territory")
        near = land.find(clause.line.words, hit.first, last)
        return "territory" if near is not None else ""
    if clause.line.words[found.first - 1] == "над":
        case = "instrumental"
    if _apposed(clause.line, found.first):
        case = "nominative"  # "посёлок Дубовка": the name stays as it is
    return _latin(clause, found, case)


def _first(clause: Clause, hit: Hit) -> Mention | None:
    """A place that begins the sentence, right before its verb: "Соснівка залишається"."""
    line, at = clause.line, clause.first
    if hit.first != at + 1 or not line.tokens[at].is_capitalised:
        return None
    return Mention(at, at + 1, What.NAME)


def _again(clause: Clause, hit: Hit, last: int) -> str:
    """As in "захоплення цього села": the place named last before this sentence."""
    demonstrative = {"цього", "це", "этого", "это", "этот", "эту", "цей", "цю", "этой", "цієї"}
    near = set(clause.line.words[hit.last : last])
    nouns = clause.line.lexicon("topics", "place nouns")
    spoken = demonstrative & near and any(len(w) > 3 and w in nouns for w in near)  # noqa: PLR2004  # "над", "из" are prepositions
    places = clause.scene.places
    return latin(places[-1], clause.line.language) if spoken and places else ""


def _apposed(line: Line, at: int) -> bool:
    before = line.words[at - 1] if at else ""
    return before in line.lexicon("topics", "place nouns") and len(before) > 4  # noqa: PLR2004  # "над", "из" are prepositions


def _name(clause: Clause, first: int, last: int) -> Mention | None:
    """The first name of a stretch that can be a place: a name, no known body."""
    for mention in named_in(clause, first, last):
        if mention.what == What.NAME and not _is_person(clause, mention):
            return mention
        if mention.what == What.ACTOR and mention.named is not None:
            actor = clause.scene.one_actor(mention.named)
            if actor is not None and actor.kind in {ActorKind.STATE, ActorKind.REGION}:
                return mention
    return None


def _is_person(clause: Clause, mention: Mention) -> bool:
    word = clause.line.tokens[mention.first].text
    return mention.last - mention.first > 1 and clause.scene.people.is_surname(word)


def _latin(clause: Clause, mention: Mention, case: str) -> str:
    line = clause.line
    if mention.named is not None:
        actor = clause.scene.one_actor(mention.named)
        return name_of(clause, actor.key) if actor else ""
    words = [token.text for token in line.tokens[mention.first : mention.last]]
    name = (
        " ".join(words)
        if len(words) > 1
        else place_in_nominative(words[0], case, clause.scene.printed)
    )
    return latin(name, line.language)
