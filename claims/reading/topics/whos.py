"""Who the dead were, or who is suspected, where somebody is said to tell it.

"All of the dead were civilians" and "the victims were fighters" answer one question; that most or
some of them were is left, for then they can have been both (``comparing.rules.identities``).
"""

from functools import cache

from claims.choices import Stance
from claims.reading import questions
from claims.reading.claimants import UNKNOWN
from claims.reading.clauses import Proposition
from claims.reading.grammar import is_in
from claims.reading.lexicon import entries, verb_forms, words
from claims.reading.names import is_person_name, runs_of
from claims.reading.topics.common import Answered, Terms
from claims.reading.topics.predicates import Predicate, predicate_of
from claims.values import Answer

WHO, KIND, NAMED = "who", "kind", "named"
AS_REACH = 8  # tokens from "named" to "as X"


def who_it_was(p: Proposition, terms: Terms) -> list[Answered]:
    """What the dead were, or by which name a suspect is known."""
    predicate = predicate_of(p)
    if (p.speaker is None and not terms.claimants) or predicate is None or predicate.open:
        return []
    subject = p.sentence.lowers(*predicate.subject)
    asked = next((_asked()[word] for word in subject if word in _asked()), "")
    if not asked or not predicate.be or words("whos", "part of them") & set(p.lowers):
        return []
    denied = p.negated and p.stance != Stance.DENIES
    answer = _kind(p, predicate, denied=denied) or _name(p, terms, predicate, denied=denied)
    return [Answered(answer, questions.who(asked))] if answer else []


def _kind(p: Proposition, predicate: Predicate, *, denied: bool) -> Answer | None:
    """What they were, by the words right after the verb: "were all unarmed civilians"."""
    said: list[str] = []
    for token in p.sentence.tokens[predicate.at : p.last]:
        if not token.is_word or is_in(token, "prepositions") or is_in(token, "relatives"):
            break
        said.append(token.lower)
    kinds = {_kinds()[word] for word in said if word in _kinds()}
    if len(kinds) != 1 or words("whos", "no longer") & set(said):
        return None
    return Answer(denied=denied, measure=WHO, value=KIND, population=kinds.pop())


def _name(p: Proposition, terms: Terms, predicate: Predicate, *, denied: bool) -> Answer | None:
    """The person of "the suspect was identified as Ivo Lann"."""
    tokens = p.sentence.tokens
    if tokens[predicate.at].lower not in verb_forms("whos", "naming"):
        return None
    near = range(predicate.at + 1, min(predicate.at + AS_REACH, p.last))
    led = next((k for k in near if tokens[k].lower == "as"), -1)
    for run in runs_of(p.sentence, terms.number, terms.reader.text):
        if 0 <= led < run.first < p.last and is_person_name(run.text, terms.reader.directory):
            actors = (UNKNOWN + run.text,)
            return Answer(actors, denied=denied, measure=WHO, value=NAMED)
    return None


@cache
def _asked() -> dict[str, str]:
    return _by_word("asked")


@cache
def _kinds() -> dict[str, str]:
    return _by_word("kinds")


def _by_word(section: str) -> dict[str, str]:
    return {
        word.strip(): line.partition(":")[0]
        for at, line in entries("whos")
        if at == section
        for word in line.partition(":")[2].split(",")
    }
