"""Who did it, who had a part in it."""

from claims.choices import Rung, Stance
from claims.reading import questions
from claims.reading.slavic.clauses import Clause
from claims.reading.slavic.forms import Hit
from claims.reading.slavic.topics.acts import act_noun, act_of, who_did_it
from claims.reading.slavic.topics.common import (
    Answered,
    actors_in,
    name_of,
    ours,
    speaks_of_us,
    turned,
)
from claims.reading.slavic.who import text_of
from claims.values import UNKNOWN, Answer

ASKING = frozenset({"кто", "хто"})
POINTING = frozenset({"этим", "этой", "этими", "ним", "ней", "ними", "цим", "цією", "цими", "нею"})
BEHIND = 4  # words from "за" to the act
PRONOUNS = frozenset({"ми", "мы", "я", "к", "до", "цього", "этому", "цим", "этим"})


def own_responsibility(clause: Clause) -> list[Answered]:
    """Узяв на себе відповідальність за рейд."""
    if clause.frame != "own" or clause.claimant is None:
        return []
    act = act_noun(clause)
    if not act and "за" in clause.words:  # "за організацію мітингу": not for an attack
        return []
    answer = Answer((clause.claimant.key,), Rung.CARRIED_OUT, object=act)
    return [Answered(answer, who_did_it(clause))]


def blamed(clause: Clause) -> list[Answered]:
    """Звинуватив у нападі Київ; возложил ответственность за теракт на боевиков."""
    if clause.frame != "blame":
        return []
    if not (clause.has("topics", "acts") or clause.has("topics", "did")):
        return []
    actors = _accused(clause)
    if not actors:
        return []
    answer = Answer(actors, Rung.CARRIED_OUT, object=act_noun(clause))
    return [Answered(answer, who_did_it(clause))]


def _accused(clause: Clause) -> tuple[str, ...]:
    line = clause.line
    on = next(
        (k for k in range(clause.last - 1, clause.first - 1, -1) if line.words[k] == "на"), -1
    )
    if on >= 0:
        found = actors_in(clause, on + 1, clause.last)  # of "боевиков из Сирии" no state
        return found or _described(clause, on + 1)
    found = actors_in(clause, clause.first, clause.last)
    if found:
        return found
    # "звинуватив у нападі Київ": the accused stands behind the noun of the act.
    hit = line.lexicon("topics", "acts").find(line.words, clause.first, clause.last)
    return actors_in(clause, hit.last, clause.last, aside=True) if hit else ()


def _described(clause: Clause, first: int) -> tuple[str, ...]:
    """As in "боевиков из Сирии": a described body, by its words."""
    line = clause.line
    if line.lexicon("people", "forces").find(line.words, first, clause.last) is None:
        return ()
    last = next((b for b in line.breaks if b > first), clause.last)
    return (UNKNOWN + text_of(line, first, min(last, clause.last)),)


def no_part(clause: Clause) -> list[Answered]:
    """Не має стосунку; причетність; непричастен."""
    line = clause.line
    nothing = line.lexicon("topics", "nothing to do").find(line.words, clause.first, clause.last)
    if nothing is not None:
        return _involved(clause, _whose(clause, nothing.first), denied=True)
    noun = line.lexicon("topics", "involvement").find(line.words, clause.first, clause.last)
    if noun is not None and clause.frame == "np":
        whose = actors_in(clause, noun.last, clause.last) or ours(clause)
        return _involved(clause, whose, denied=clause.stance == Stance.DENIES)
    verb = line.lexicon("topics", "involved").find(line.words, clause.first, clause.last)
    if verb is None:
        return []
    denied = clause.negated or clause.stance == Stance.DENIES
    return _involved(clause, _whose(clause, verb.first), denied=denied)


def _whose(clause: Clause, at: int) -> tuple[str, ...]:
    named = actors_in(clause, clause.first, at) or _subject_after(clause, at + 1)
    return named or (ours(clause) if _is_own(clause, at) else ())


def _is_own(clause: Clause, at: int) -> bool:
    """Whether no subject but a pronoun stands before: "що не має стосунку", "ми непричетні"."""
    line = clause.line
    known = (("cues", "asides"), ("cues", "negations"), ("people", "pronouns"))
    return all(
        line.words[k] in PRONOUNS or any(line.words[k] in line.lexicon(*at) for at in known)
        for k in range(clause.first, at)
        if line.tokens[k].is_word
    )


def _involved(clause: Clause, actors: tuple[str, ...], *, denied: bool) -> list[Answered]:
    if not actors:
        return []
    answer = Answer(actors, None, denied=denied, object=act_noun(clause))
    act = act_of(clause)
    name = name_of(clause, actors[0])
    question = questions.involvement(actors[0], name, act.slot, act.noun, act.target)
    return [Answered(answer, question, stance=turned(clause, denied=denied))]


def did_it(clause: Clause) -> list[Answered]:
    """Російські війська вдарили; Россия заминировала станцию; за нападом стоїть Київ."""
    line = clause.line
    guilty = line.lexicon("topics", "guilty").find(line.words, clause.first, clause.last)
    verb = line.lexicon("topics", "did").find(line.words, clause.first, clause.last)
    hit = _behind(clause) or guilty or verb
    if hit is None or clause.frame in {"np", "call"}:
        return []
    actors = actors_in(clause, clause.first, hit.first)
    if not actors and speaks_of_us(clause, hit.first):
        actors = ours(clause)
    if not actors:
        actors = _subject_after(clause, hit.last)
    if not actors:
        return []
    before = line.words[hit.first - 1] if hit.first > clause.first else ""
    denied = clause.stance == Stance.DENIES or before == "не"
    answer = Answer(actors, Rung.CARRIED_OUT, denied=denied, object=act_noun(clause))
    return [Answered(answer, who_did_it(clause), stance=turned(clause, denied=denied))]


def _behind(clause: Clause) -> Hit | None:
    """From "за" to the verb of "за рейдом стоит", either first; None where it asks who does."""
    line = clause.line
    stands = line.lexicon("topics", "stands").find(line.words, clause.first, clause.last)
    if stands is None or ASKING & set(clause.words):
        return None
    for at in range(clause.first, clause.last - 1):
        if line.words[at] != "за":
            continue
        last = min(at + BEHIND, stands.first if at < stands.first else clause.last)
        act = line.lexicon("topics", "acts").find(line.words, at, last)
        if act is None and line.words[at + 1] not in POINTING:
            continue
        end = act.last if act is not None else at + 2
        return Hit(min(at, stands.first), max(end, stands.last))
    return None


def _subject_after(clause: Clause, first: int) -> tuple[str, ...]:
    """As in "удар завдали російські військові": a force behind its verb, no object."""
    found = actors_in(clause, first, min(first + 3, clause.last))
    actor = clause.scene.directory.actors.get(found[0]) if found else None
    return found if actor is not None else ()
