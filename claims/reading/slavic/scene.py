"""What an article names, gathered before it is read, and who has spoken so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.reading.slavic.directory import Named
from claims.reading.slavic.lines import Line
from claims.reading.slavic.mentions import Mention, What, mentions
from claims.reading.slavic.names import People, given_name
from claims.reading.topics.acts import Act
from claims.values import ClaimantName
from events.choices import ActorKind
from events.directory import Directory, DirectoryActor
from events.stems import stem


@dataclass(slots=True)
class Scene:
    """The article's people and bodies by name, the states in it, and the last speaker."""

    language: str
    directory: Directory
    people: People
    states: set[str] = field(default_factory=set)
    posts: dict[str, list[str]] = field(default_factory=dict)
    bodies: dict[str, list[str]] = field(default_factory=dict)
    known: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    printed: frozenset[str] = frozenset()
    act: Act = field(default_factory=Act)
    last: ClaimantName | None = None
    last_person: ClaimantName | None = None
    last_body: ClaimantName | None = None

    def note(self, who: ClaimantName) -> None:
        """Keep who spoke."""
        self.last = who
        if who.kind == ActorKind.PERSON:
            self.last_person = who
        else:
            self.last_body = who
            self.known.append(who.key)

    def one_actor(self, named: Named) -> DirectoryActor | None:
        """The one actor meant; None when the article leaves several, or none of its states fits.

        "Міноборони" fits one ministry a state: an article that names one of them before, or one
        state only, leaves one reading.
        """
        if len(named.actors) == 1:
            return named.actors[0]
        kept = [actor for actor in named.actors if actor.key in self.known]
        if len(kept) != 1:
            kept = [actor for actor in named.actors if actor.parent in self.states]
        if len(kept) != 1:
            kept = [a for a in named.actors if self.directory.lineage(a.key) & self.states]
        return kept[0] if len(kept) == 1 else None


def gather(lines: Sequence[Line], language: str, directory: Directory) -> Scene:
    """The names of an article."""
    scene = Scene(language, directory, People(language))
    names: list[tuple[str, ...]] = []
    for line in lines:
        found = list(mentions(line, 0, len(line.tokens), directory))
        for at, mention in enumerate(found):
            _learn(scene, line, found, at)
            full = mention.what == What.NAME and mention.last - mention.first > 1
            if full and not is_of_body(line, found, at):
                tokens = line.tokens[mention.first : mention.last]
                names.append(tuple(token.text for token in tokens))
    scene.people.learn(names)
    scene.printed = frozenset(token.text for line in lines for token in line.tokens)
    return scene


def _learn(scene: Scene, line: Line, found: list[Mention], at: int) -> None:
    mention = found[at]
    if mention.named is not None and len(mention.named.actors) == 1 and not _is_owned(found, at):
        actor = mention.named.actors[0]
        state = actor.key if actor.kind == ActorKind.STATE else actor.parent
        if state:
            scene.states |= {
                above
                for above in scene.directory.lineage(actor.key)
                if above in scene.directory
                and scene.directory.actors[above].kind == ActorKind.STATE
            }
        scene.bodies.setdefault(stem(line.tokens[mention.first].text), []).append(actor.key)
    if mention.what == What.POST:
        follows = next((m for m in found[at + 1 : at + 4] if m.what == What.NAME), None)
        near = (
            follows is not None
            and not follows.aside
            and not any(line.is_break(k) for k in range(mention.last, follows.first))
        )
        if near and follows is not None:
            text = " ".join(t.text for t in line.tokens[follows.first : follows.last])
            scene.posts.setdefault(stem(line.words[mention.first]), []).append(text)


def _is_owned(found: Sequence[Mention], at: int) -> bool:
    """Whether a state follows at once: "МЧС Казахстана" is not that of another state."""
    if at + 1 >= len(found):
        return False
    after = found[at + 1]
    return after.what == What.ACTOR and after.first == found[at].last


def is_of_body(line: Line, found: Sequence[Mention], at: int) -> bool:
    """Whether a name is a part of a body's: "комітет Червоного Хреста"."""
    mention = found[at]
    if given_name(line.tokens[mention.first].text, line.language) is not None:
        return False
    before = found[at - 1] if at else None
    return before is not None and before.what == What.BODY and before.last == mention.first
