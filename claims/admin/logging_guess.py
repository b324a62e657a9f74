"""The guess for a passage of a stored text, from the reading of its article."""

from collections.abc import Iterable
from threading import Lock

from claims.guessing import Guess, guess
from claims.models import Claim
from claims.reading import read_article
from claims.readings import READER, article_text
from claims.values import ArticleText, Read, Span
from events.actors import directory as database_directory
from events.directory import Directory
from sources.models import ArticleVersion

# Some 10,000 words are read in a third of a second. Of longer texts the surroundings are read.
READ_WHOLE = 60_000
AROUND = 20_000
KEPT = 4  # texts whose reading is kept: a person marks passage after passage of one
ALONE = 2_000  # letters of a passage that is read by itself
SENTENCE = "The spokesman said that {}."


class _Kept:
    """The last readings of this process, by text and directory; the oldest goes first."""

    lock = Lock()
    reads: dict[tuple[int, str, int], tuple[Directory, Read]] = {}


def guess_for(version: ArticleVersion, span: Span, *, told: Iterable[str] = ()) -> Guess:
    """What the passage probably says; ``told`` are the claimants for whom it is logged already."""
    directory = database_directory()
    article = article_text(version)
    first, last = _window(version.text, span)
    if (first, last) == (0, len(version.text)):
        read = _read(version, article, directory)
    else:
        article = _part(article, version.text[first:last])
        read = read_article(article, directory)
    return guess(
        read,
        article.text,
        (span[0] - first, span[1] - first),
        directory=directory,
        alone=lambda words: _alone(words, article, directory),
        told=told,
    )


def guessed_by(found: Guess) -> str:
    """Who guessed, with the rule and how sure it is, for people."""
    rule = f", rule “{found.rule}”" if found.rule else ", nearest attribution"
    sure = "" if found.confidence is None else f", confidence {found.confidence:.2f}"
    return f"{READER}{rule}{sure}"


def told_on(claims: Iterable[Claim]) -> list[str]:
    """The claimants of claims, by all that a guess may call them."""
    names = []
    for claim in claims:
        if claim.claimant is not None:
            names += [claim.claimant.slug, claim.claimant.name]
        elif claim.claimant_text:
            names.append(claim.claimant_text)
    return names


def _window(text: str, span: Span) -> Span:
    """All of a text, of a very long one what is around the passage, from line to line."""
    if len(text) <= READ_WHOLE:
        return 0, len(text)
    start, end = max(span[0] - AROUND, 0), min(span[1] + AROUND, len(text))
    line = text.rfind("\n", start, span[0]) if start else -1
    stop = text.find("\n", span[1], end)
    return (line + 1 if line >= 0 else start), (stop if stop >= 0 else end)


def _part(article: ArticleText, text: str) -> ArticleText:
    return ArticleText(text, article.title, article.language, article.published, article.outlet)


def _read(version: ArticleVersion, article: ArticleText, directory: Directory) -> Read:
    key = (version.pk, version.text_sha256, id(directory))
    with _Kept.lock:
        if key in _Kept.reads:
            return _Kept.reads[key][1]
    read = read_article(article, directory)
    with _Kept.lock:
        # The directory is kept with it, so that no other one gets its id meanwhile.
        _Kept.reads[key] = directory, read
        while len(_Kept.reads) > KEPT:
            del _Kept.reads[next(iter(_Kept.reads))]
    return read


def _alone(words: str, article: ArticleText, directory: Directory) -> Read:
    if article.language[:2] not in {"", "en"} or len(words) > ALONE:
        return Read(())
    text = SENTENCE.format(words.rstrip(".!?"))
    return read_article(_part(article, text), directory)
