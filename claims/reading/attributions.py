"""Who is made to say what, on which words: cue, speaker and content of each attribution."""

from dataclasses import replace

from claims.reading.adjuncts import next_complement
from claims.reading.adopting import adopting
from claims.reading.cues import Cue, entry_of, find_cues
from claims.reading.frames import Attribution, build
from claims.reading.grammar import OPENERS, is_acronym, is_in, is_verb, phrase_end, verbs_in
from claims.reading.lexicon import verb_forms, words
from claims.reading.publishing import publisher
from claims.reading.subjects import Place, Subject, find_subject
from claims.reading.text import ENDERS, Sentence
from claims.reading.trimming import trim

LINE = 12  # tokens of a speaker before the colon
SPEAKER = 5  # of one whose words stand without quotation marks
OWNER = 8  # tokens of "that owns the mine" before the owner's name


def find_attributions(sentence: Sentence) -> list[Attribution]:
    """The attributions of one sentence, from left to right."""
    line = _speaker_line(sentence)
    cues = find_cues(sentence)
    adopted = _adopted(sentence)
    if adopted is not None:
        return [adopted]
    if line is not None and not _has_own_speaker(sentence, line, cues):
        return [line]
    subjects: list[Subject | None] = []
    for cue in cues:
        known = [subject for subject in subjects if subject is not None]
        subject = _subject_of(sentence, cue, known)
        if subject is not None and _has_aside(sentence, subject, cues):
            subject = None
        # "A video posted on Telegram" has no complement: no attribution, and no subject to share.
        stands = build(sentence, cue, subject, len(sentence.tokens)) is not None
        subjects.append(subject if stands else None)
    found: list[Attribution] = []
    for at, (cue, subject) in enumerate(zip(cues, subjects, strict=True)):
        end = _clause_end(sentence, cue, list(zip(cues, subjects, strict=True))[at + 1 :])
        if subject is not None and subject.place in {Place.RELATIVE, Place.AHEAD}:
            end = _next_comma(sentence, cue.last, end)
        attribution = build(sentence, cue, subject, end)
        if attribution is not None:
            found.append(attribution)
    return found


def _without_aside(sentence: Sentence, colon: int) -> int:
    """Where the name ends in "Opposition leader Ana Kol, reached by phone in Mir: “...”"."""
    tokens = sentence.tokens
    comma = next((k for k in range(1, colon - 1) if tokens[k].text == ","), 0)
    aside = comma and tokens[comma + 1].lower.endswith("ed") and tokens[comma - 1].is_capitalised
    return comma if aside else colon


def _adopted(sentence: Sentence) -> Attribution | None:
    """As in "Ten dead: that is what the mayor has written"."""
    found = adopting(sentence)
    say = entry_of("say")
    if found is None or found[0] == 0 or say is None:
        return None
    at, speaker = found
    content = trim(sentence, (0, at))
    if content[0] >= content[1]:
        return None
    return Attribution(sentence, say, "that", (at, speaker[0]), speaker, content, Place.POSTPOSED)


def _has_aside(sentence: Sentence, subject: Subject, cues: list[Cue]) -> bool:
    """As in "The board, he says, counts only residents": what comes after is his, not its."""
    for cue in cues:
        if subject.first < cue.first < subject.last:
            between = sentence.tokens[subject.first : cue.first]
            comma = next((k for k, t in enumerate(between) if t.text == ","), -1)
            after = between[comma + 1 :] if comma >= 0 else ()
            if after and not is_in(after[0], "relatives"):
                return True
    return False


def _speaker_line(sentence: Sentence) -> Attribution | None:
    """As in "Mayor Ana Kol: “The bridge was closed.”", "Ministry: no casualties"."""
    tokens = sentence.tokens
    colon = next((k for k in range(1, min(LINE, len(tokens))) if tokens[k].text == ":"), 0)
    say = entry_of("say")
    if not colon or colon + 2 >= len(tokens) or say is None:
        return None
    opens = tokens[colon + 1].text in OPENERS or _is_called(sentence, colon)
    end = _without_occasion(sentence, colon)
    if opens and end == colon and tokens[colon + 1].text in OPENERS:
        end = _without_aside(sentence, colon)
    speaker = Subject(0, end, Place.BEFORE, 0)
    if (
        not opens
        or tokens[0].text in OPENERS
        or verbs_in(tokens, 0, end)
        or not _can_speak(sentence, speaker)
    ):
        return None
    content = trim(sentence, (colon + 1, len(tokens)))
    if content[0] >= content[1]:
        return None
    return Attribution(sentence, say, "that", (colon, colon + 1), (0, end), content, Place.BEFORE)


def _has_own_speaker(sentence: Sentence, line: Attribution, cues: list[Cue]) -> bool:
    """As in "Company: its lawyer, Ana Kol, says the boat was sound": the label is a topic.

    "Port police: no officer took money, a spokesman said" is still the port police's.
    """
    first, last = line.content
    if sentence.tokens[first].quoted:
        return False
    for cue in cues:
        subject = _subject_of(sentence, cue, []) if first <= cue.first < last else None
        if subject is not None and first <= subject.first and build(sentence, cue, subject, last):
            named = sentence.tokens[subject.first : subject.last]
            return any(t.is_capitalised for t in named)
    return False


def _is_called(sentence: Sentence, colon: int) -> bool:
    """Whether all that stands before a colon is a post or body, with its name: "Mayor Ana Kol"."""
    colon = _without_occasion(sentence, colon)
    tokens = sentence.tokens[:colon]
    lowers = sentence.lowers(0, colon)
    known = words("people", "bodies") | words("people", "posts") | words("people", "people")
    plain = all(token.is_word and not is_in(token, "prepositions") for token in tokens)
    if colon == 1 and is_acronym(tokens[0]):  # "RSF: street fighting goes on"
        return lowers[0] not in words("chrome", "shouts")
    return colon <= SPEAKER and plain and not known.isdisjoint(lowers)


def _without_occasion(sentence: Sentence, colon: int) -> int:
    """Where the speaker ends in "Mayor Ana Kol, in a video address:"."""
    tokens = sentence.tokens
    comma = next((k for k in range(1, colon - 1) if tokens[k].text == ","), 0)
    said = comma and is_in(tokens[comma + 1], "prepositions")
    return comma if said else colon


def _subject_of(sentence: Sentence, cue: Cue, known: list[Subject]) -> Subject | None:
    if "source" in cue.entry.frames and cue.owner is not None:
        return Subject(*cue.owner, Place.POSTPOSED, cue.first)
    if "source" in cue.entry.frames:
        end = _source_end(sentence, cue.last)
        first, last = publisher(sentence.tokens, cue.last, end) or (cue.last, end)
        return Subject(first, last, Place.POSTPOSED, cue.first) if last > first else None
    subject = find_subject(sentence, cue, known)
    if subject is None or ("weak" in cue.entry.frames and not _is_told(sentence, cue, subject)):
        return None
    return _named_after(sentence, cue, subject)


def _named_after(sentence: Sentence, cue: Cue, subject: Subject) -> Subject:
    """Of "the company that owns the mine, Norcobre, estimates" the name between the commas."""
    tokens = sentence.tokens
    closing = cue.first - 1
    if subject.place != Place.BEFORE or closing < subject.last or tokens[closing].text != ",":
        return subject
    near = range(closing - 1, max(subject.last, closing - OWNER), -1)
    opening = next((k for k in near if not tokens[k].is_word), 0)
    named = opening and all(token.is_capitalised for token in tokens[opening + 1 : closing])
    if not named or tokens[opening].text != "," or opening + 1 == closing:
        return subject
    linked = subject.last < opening and is_in(tokens[subject.last], "relatives")
    return replace(subject, first=opening + 1, last=closing) if linked else subject


def _is_told(sentence: Sentence, cue: Cue, subject: Subject) -> bool:
    """Whether a verb that need not report does: somebody speaks, and something follows it.

    "With 80 % of the ballots counted, she said" counts nothing.
    """
    follows = sentence.tokens[cue.last : cue.last + 1]
    before = subject.place in {Place.BEFORE, Place.RELATIVE, Place.INHERITED, Place.AHEAD}
    if before and follows and follows[0].text == ",":
        return False
    return _can_speak(sentence, subject)


def _source_end(sentence: Sentence, first: int) -> int:
    tokens = sentence.tokens
    end = phrase_end(tokens, first, len(tokens))
    for k in range(first, end):
        if is_in(tokens[k], "conjunctions") and verbs_in(tokens, k, len(tokens)):
            return k
    post = tokens[end - 1].lower in words("people", "posts") | words("people", "spokespeople")
    if (
        post
        and end + 1 < len(tokens)
        and tokens[end].text == ","
        and tokens[end + 1].is_capitalised
    ):
        return phrase_end(tokens, end + 1, len(tokens))  # "its spokesman, Jan Lis"
    return end


def _can_speak(sentence: Sentence, subject: Subject) -> bool:
    """Whether a subject is a name, a pronoun or a noun for people, bodies or documents."""
    return any(
        (token.is_capitalised and not is_in(token, "determiners"))
        or is_in(token, "pronouns")
        or token.lower in _speaking()
        for token in sentence.tokens[subject.first : subject.last]
    )


def _speaking() -> frozenset[str]:
    known = words("people", "people") | words("people", "bodies") | words("people", "posts")
    return known | words("cues", "evidence")


def _clause_end(sentence: Sentence, cue: Cue, later: list[tuple[Cue, Subject | None]]) -> int:
    """Where the clause of a cue ends: at the next attribution beside it, or a contrast."""
    tokens = sentence.tokens
    end = len(tokens)
    while end > cue.last and tokens[end - 1].text in ENDERS:
        end -= 1
    for other, subject in later:
        border = _border(sentence, other, subject)
        if border >= cue.last:
            end = min(end, border)
            break
    end = min(end, _contrast(sentence, cue.last, end))
    return _own_second_verb(sentence, cue, end) if "that" in cue.entry.frames else end


def _own_second_verb(sentence: Sentence, cue: Cue, end: int) -> int:
    """Where "said a span was damaged and urged residents to leave" turns to what she urged.

    Only people urge: a span that was damaged does not, but people spoken of may.
    """
    tokens = sentence.tokens
    first = next_complement(tokens, cue.last)
    verb = next((k for k in range(first, end) if is_verb(tokens, k)), end)
    persons = words("quantities", "persons") & set(sentence.lowers(first, verb))
    passive = verb < end and is_in(tokens[verb], "be")
    if persons or not passive or _can_speak(sentence, Subject(first, verb, Place.BEFORE, first)):
        return end
    forms = verb_forms("cues", "directing")
    for at in range(verb + 1, end - 1):
        if tokens[at].lower == "and" and tokens[at + 1].lower in forms and not tokens[at].quoted:
            return at
    return end


def _next_comma(sentence: Sentence, first: int, end: int) -> int:
    """Where a clause set between commas ends; a quotation's own commas do not end it."""
    tokens = sentence.tokens
    commas = (k for k in range(first, end) if tokens[k].text == "," and not tokens[k].quoted)
    return next(commas, end)


def _border(sentence: Sentence, cue: Cue, subject: Subject | None) -> int:
    """Where the clause of a later, sibling attribution begins; 0 when it lies within."""
    if subject is None or subject.place == Place.RELATIVE:
        return 0
    if subject.place in {Place.POSTPOSED, Place.INVERTED}:
        return subject.clause - 1
    tokens = sentence.tokens
    at = cue.first if subject.place == Place.INHERITED else subject.clause
    joined = False
    while at > 0 and (
        tokens[at - 1].text in {",", ";", "\u2014", "\u2013"}
        or tokens[at - 1].lower in words("grammar", "contrast")
        or is_in(tokens[at - 1], "conjunctions")
        or tokens[at - 1].lower in {"even", "then", "later", "earlier"}
    ):
        joined = True
        at -= 1
    return at if joined else 0


def _contrast(sentence: Sentence, first: int, end: int) -> int:
    """Where ", while ..." or "; ..." leaves what is said for the writer's own words."""
    tokens = sentence.tokens
    for k in range(first + 1, end):
        if tokens[k].quoted:
            continue
        if tokens[k].text == ";":
            return k
        contrast = tokens[k].lower in words("grammar", "contrast") - {"yet"}
        if contrast and tokens[k - 1].text == "," and verbs_in(tokens, k, end):
            following = tokens[k + 1 : k + 2]
            if following and following[0].lower in {"that", ","}:
                continue
            return k - 1
    return end
