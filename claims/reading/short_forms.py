"""Short forms of bodies: "the group", "the airline", "his country"; never two readings."""

from claims.reading import pronouns
from claims.reading.lexicon import words
from claims.reading.name_kinds import kind_of_name
from claims.reading.named_bodies import body_named_before, ends_like
from claims.reading.scene import (
    NOBODY,
    Found,
    Phrase,
    Reader,
    group_size,
    named,
    of_actor,
    subject_body,
    without_article,
)
from claims.values import UNKNOWN, ClaimantName
from events.choices import ActorKind
from events.directory import fold

# What a person has that speaks for him: "his office", and "Berg's office" where he is named.
PERSONAL = frozenset({"office", "campaign", "party", "administration", "team", "staff"})


def groups(reader: Reader, number: int, phrase: Phrase) -> Found:
    """Both groups, the group: those the article names, when their number fits."""
    size = group_size(phrase)
    if not size:
        return None
    names = reader.index.groups
    if len(names) == size:
        return tuple(named(reader, name) for name in names)
    if size == 1 and not names:
        called = short_form_of(reader, number, phrase.lowers[1:], phrase.tokens[0].start)
        if called:
            return called
    last = reader.scene.last
    near = number - reader.scene.last_sentence <= 1
    if size == 1 and near and len(last) == 1 and last[0].kind == ActorKind.ARMED_GROUP:
        return last  # of several groups the one that has just spoken
    armed = [body for body in reader.scene.bodies if body.kind == ActorKind.ARMED_GROUP]
    return tuple(armed) if len(armed) == size and not names else NOBODY


def same_one(reader: Reader, number: int, phrase: Phrase) -> Found:
    """The same official, the same source: the last speaker, where he can be called so."""
    if phrase.lowers[:2] != ["the", "same"] or len(phrase.lowers) < 3:  # noqa: PLR2004  # "the same", a noun
        return None
    last, head = reader.scene.last, phrase.lowers[-1]
    if number - reader.scene.last_sentence > 1 or len(last) != 1:
        return NOBODY
    body = head in words("people", "bodies") | words("people", "labels")
    document = head in words("people", "documents")
    is_person = last[0].kind == ActorKind.PERSON
    return last if document or body != is_person else NOBODY


def short_form(reader: Reader, number: int, phrase: Phrase) -> Found:
    """The ministry, the Legion, the statement: the one body or speaker it can stand for."""
    lowers = phrase.lowers
    if lowers[0] != "the" or len(lowers) < 2:  # noqa: PLR2004  # "the" and a noun
        return None
    if phrase.tokens[1].is_capitalised and lowers[1] in words("people", "documents"):
        return None  # "the Post" is a newspaper
    if len(lowers) > 2 and not all(token.text.islower() for token in phrase.tokens[1:]):  # noqa: PLR2004  # "the state power utility"
        return None
    return short_form_of(reader, number, lowers[1:], phrase.tokens[0].start)


def short_form_of(reader: Reader, number: int, lowers: list[str], start: int) -> Found:
    """Whom "ministry", "Legion", "power utility" at an offset stand for.

    None for what is no such word.
    """
    head = lowers[-1]
    alone = len(lowers) == 1
    near = number - reader.scene.last_sentence <= 1
    pointing = words("people", "documents") | words("people", "singular officials")
    if alone and head in pointing:
        return _pointed_at(reader, head) if near else NOBODY
    known = _known(reader, lowers)
    if known or not alone:
        several = NOBODY if alone and head in words("people", "bodies") else None
        return known if len(known) == 1 else several
    spoke = _just_spoke(reader, head) if near else NOBODY
    if spoke or head not in words("people", "bodies") | words("people", "labels"):
        return spoke or None
    described = told_in_full(reader, number, head)
    just_named = described or body_named_before(reader, number, head, start)
    just_named = just_named or _only_named(reader, number, head)
    return just_named or _of_minister(reader, head) or _of_the_only_state(reader, head)


def _of_minister(reader: Reader, head: str) -> tuple[ClaimantName, ...]:
    """The interior ministry, for "the ministry" where of ministers only that one is named."""
    posts = [office.words for office in reader.index.offices if "minister" in office.words]
    fields = {
        " ".join(sorted(post & words("people", "fields"))) for post in posts if "prime" not in post
    }
    if head != "ministry" or len(fields) != 1 or not (field := fields.pop()) or " " in field:
        return NOBODY
    actor = reader.actor(f"{field} ministry")
    if actor is not None:
        return (of_actor(actor),)
    name = f"{field} ministry"
    return (ClaimantName(UNKNOWN + name, name, f"the {head}", ActorKind.MINISTRY),)


def _only_named(reader: Reader, number: int, head: str) -> tuple[ClaimantName, ...]:
    """The committee, where the article has named one: the State Committee for Ports."""
    if head in words("people", "common bodies") or head not in words("people", "bodies"):
        return NOBODY
    named_so_far = (run.text for run in reader.index.runs if run.sentence <= number)
    texts = [_part_with(text, head) for text in named_so_far if head in fold(text).split()]
    texts = [text for text in texts if " " in text]
    found = {name.key: name for name in (named(reader, text) for text in dict.fromkeys(texts))}
    return tuple(found.values()) if len(found) == 1 else NOBODY


def _part_with(name: str, head: str) -> str:
    """Of "Border Troops of the State Committee for Ports" the body with that noun."""
    parts = name.split(" of the ")
    return next(part for part in reversed(parts) if head in fold(part).split())


def _pointed_at(reader: Reader, head: str) -> tuple[ClaimantName, ...]:
    """The last speaker, for "the statement" or "the official"; a state writes, but is nobody.

    A report or a poll need not be by the person who spoke last.
    """
    last = reader.scene.last
    barred = {ActorKind.STATE} if head in words("people", "singular officials") else set()
    barred |= {ActorKind.PERSON, ActorKind.STATE} if head in words("people", "findings") else set()
    return last if len(last) == 1 and last[0].kind not in barred else NOBODY


def _just_spoke(reader: Reader, head: str) -> tuple[ClaimantName, ...]:
    """The last speaker, where he can be called by the noun."""
    if head in words("people", "labels"):
        return _last_body(reader, head)
    return _sender(reader) if head in words("people", "envoys") else NOBODY


def _sender(reader: Reader) -> tuple[ClaimantName, ...]:
    """The OSCE, right after its observers spoke, for "the mission"."""
    last = reader.scene.last
    fitting = {ActorKind.ORGANISATION, ActorKind.INTERNATIONAL_BODY}
    return last if len(last) == 1 and last[0].kind in fitting else NOBODY


def _known(reader: Reader, lowers: list[str]) -> tuple[ClaimantName, ...]:
    """The bodies of the article that the words may call: groups first, then speakers."""
    group = reader.index.group_called(lowers[0]) if len(lowers) == 1 else ""
    if group:
        return (named(reader, group),)
    spoke = [body for body in reader.scene.bodies if set(lowers) <= _words_of(reader, body)]
    called = reader.index.labelled(" ".join(lowers)) or _called_by_kind(reader, lowers)
    return (named(reader, called),) if called and not spoke else tuple(spoke)


def _called_by_kind(reader: Reader, lowers: list[str]) -> str:
    """Fergana Air, for "the airline": the one name of the article that ends like an airline's.

    So is Mir Dairy for "the dairy".
    """
    if len(lowers) != 1 or reader.index.labels.get(lowers[0]):
        return ""
    kind = lowers[0]
    like = {fold(run.text): run.text for run in reader.index.runs if ends_like(run.text, kind)}
    own = kind not in words("people", "common bodies") | words("people", "posts")
    called = {
        fold(run.text): run.text
        for run in reader.index.runs
        if own and " " in run.text and fold(run.text).endswith(f" {kind}")
    }
    names = like or called
    return next(iter(names.values())) if len(names) == 1 else ""


def told_in_full(reader: Reader, number: int, head: str) -> tuple[ClaimantName, ...]:
    """The coalition, where the sentences before have one coalition: "the Sulish-led coalition"."""
    if head in words("people", "common bodies") or reader.index.labels.get(head):
        return NOBODY
    before = [text for at, text in reader.full_bodies.get(head, []) if at < number]
    if len({fold(text) for text in before}) != 1:
        return NOBODY
    actor = reader.actor(before[0])
    if actor is not None:
        return (of_actor(actor),)
    kind = kind_of_name(before[0])
    kind = ActorKind.ORGANISATION if kind == ActorKind.OTHER else kind
    return (ClaimantName(UNKNOWN + before[0], before[0], f"the {head}", kind),)


def _words_of(reader: Reader, body: ClaimantName) -> set[str]:
    """The words of all names of a body: "watchdog" may stand for the IAEA.

    Of "Border Troops of the State Committee" only the first are its own.
    """
    actor = reader.directory.actors.get(body.key)
    names = [body.name, body.text, *(name.text for name in actor.names)] if actor else []
    own = (name.partition(" of the ")[0] for name in names or [body.name, body.text])
    return {word for name in own for word in fold(name).split()}


def _last_body(reader: Reader, head: str) -> tuple[ClaimantName, ...]:
    """The airline, right after Norwing spoke: the last speaker, where it can be an airline."""
    last = reader.scene.last
    fitting = {ActorKind.OTHER, ActorKind.COMPANY}
    business = head in words("people", "businesses")
    if business and last and _is_called_otherwise(reader, last[0].name):
        return NOBODY
    if not business:
        fitting |= {ActorKind.ORGANISATION, ActorKind.INTERNATIONAL_BODY, ActorKind.MEDIA}
    return last if len(last) == 1 and last[0].kind in fitting else NOBODY


def _is_called_otherwise(reader: Reader, name: str) -> bool:
    """Whether the article calls a body what no business is: "the watchdog Polarwatch"."""
    called = {label for label, names in reader.index.labels.items() if name in names}
    return bool(called) and not called & words("people", "businesses")


def known_tail(reader: Reader, _number: int, phrase: Phrase) -> Found:
    """The Ministry of Energy, after "Norland's Ministry of Energy" spoke: that one."""
    text = fold(without_article(phrase.text))
    if phrase.lowers[0] != "the" or " " not in text:
        return None
    known = [body for body in reader.scene.bodies if fold(body.name).endswith(f" {text}")]
    return (known[0],) if len(known) == 1 else None


def owned_by_speaker(reader: Reader, number: int, phrase: Phrase) -> Found:
    """His country, her office, their government: what belongs to who is meant by "his"."""
    lowers = phrase.lowers
    if lowers[0] not in {"his", "her", "its", "their"} or len(lowers) != 2:  # noqa: PLR2004  # an owner and a noun
        return None
    if phrase.apposition and phrase.apposition[0].is_capitalised:
        return None  # "her party, Norwatch"
    if lowers[0] in {"his", "her"} and lowers[1] in PERSONAL:
        return _personal(reader, number, phrase)
    last = reader.scene.last
    if number - reader.scene.last_sentence > 1 or len(last) != 1:
        return None
    if lowers[1] in {"country", "nation", "government", "state"}:
        return _state_of(reader, last[0], lowers[1])
    return None


def owned_by_subject(reader: Reader, number: int, phrase: Phrase) -> Found:
    """Its bulletin, its mission: of the body with whose name the sentence begins."""
    lowers = phrase.lowers
    if lowers[0] != "its" or len(lowers) > 3:  # noqa: PLR2004  # "its online bulletin"
        return None
    speaks = lowers[-1] in words("people", "documents") | words("people", "carriers")
    sent = lowers[-1] in words("people", "envoys")
    owner = subject_body(reader, number) if speaks or sent else None
    if owner is None or speaks:
        return (owner,) if owner is not None else None
    name = f"{owner.name} {lowers[-1]}"
    voice = owner.organisation or ("" if owner.key.startswith(UNKNOWN) else owner.key)
    return (ClaimantName(UNKNOWN + name, name, phrase.text, ActorKind.ORGANISATION, voice),)


def _personal(reader: Reader, number: int, phrase: Phrase) -> Found:
    """Berg's office, called so by "his office"."""
    word = pronouns.OWNERS[phrase.lowers[0]]
    owner = pronouns.owner_of(reader, number, phrase.tokens[0].start, word)
    if owner is None:
        return None
    name = f"{short_name(reader, owner.name)}'s {phrase.lowers[1]}"
    kind = ActorKind.ORGANISATION
    return (ClaimantName(UNKNOWN + name, name, phrase.text, kind, owner.organisation),)


def short_name(reader: Reader, name: str) -> str:
    """The surname of a person, where nobody else in the article has it."""
    surname = name.rpartition(" ")[2]
    return surname if reader.index.expand(surname) == name else name


def _state_of(reader: Reader, who: ClaimantName, noun: str) -> tuple[ClaimantName, ...]:
    actors = reader.directory.actors
    above = reader.directory.lineage(who.organisation or who.key)
    states = [actors[key] for key in above if key in actors and actors[key].kind == ActorKind.STATE]
    if len(states) != 1:
        return NOBODY
    government = reader.actor(f"{states[0].name}'s government") if noun == "government" else None
    return (of_actor(government or states[0]),)


def _of_the_only_state(reader: Reader, head: str) -> tuple[ClaimantName, ...]:
    """The government, in an article that speaks of one state only."""
    if len(reader.states - {""}) != 1:
        return NOBODY
    state = reader.directory.actors[next(iter(reader.states - {""}))]
    actor = reader.actor(f"{state.name}'s {head}")
    return (of_actor(actor),) if actor is not None else NOBODY


def local_service(reader: Reader, head: str) -> tuple[ClaimantName, ...]:
    """Police: the one force that the article names by its place, if there is one."""
    found = reader.service(head)
    return (named(reader, found),) if found else NOBODY
