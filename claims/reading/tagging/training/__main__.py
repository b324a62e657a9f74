"""``python -m claims.reading.tagging.training FOLDER``: fit the tagger and write its weights."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tqdm import tqdm

from claims.reading.evaluation_quotes import QuoteFileError, load_quotes
from claims.reading.tagging.model import PATH, save, unpacked
from claims.reading.tagging.scoring import Scorer
from claims.reading.tagging.tagger import find_candidates
from claims.reading.tagging.training.fitting import (
    CUE_PENALTIES,
    ROLE_PENALTIES,
    Weights,
    cue_chains,
    fit_chains,
    role_chains,
)
from claims.reading.tagging.training.groups import word_groups
from claims.reading.tagging.training.keeping import Held, held, scored, weights_and_threshold
from claims.reading.tagging.training.labelled import Article, labelled, rates_of
from claims.reading.tagging.training.packing import pack
from claims.reading.tagging.words import Vocabulary

LABELS = Path("quotes") / "train.jsonl.gz"
FOLDS = 4
POSSIBLE = 0.08  # lower than in reading, so that keeping learns from more that is wrong

Fitted = tuple[Vocabulary, Weights, Weights]
Groups = dict[str, tuple[int, int]]
show = partial(tqdm, disable=None, leave=False)


def main() -> int:
    """Train on the labels in the folder given, write the weights, print held-out figures."""
    parser = ArgumentParser(prog="make train-reader", description=__doc__)
    parser.add_argument("folder", type=Path, help=f"folder that holds {LABELS}")
    parser.add_argument("--to", type=Path, default=PATH, help="file for the weights")
    options = parser.parse_args()
    try:
        gold = list(load_quotes(options.folder / LABELS))
    except QuoteFileError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    articles = [labelled(one) for one in show(gold, desc="articles")]
    groups = word_groups(article.sentences for article in articles)
    all_held = [
        one
        for fold in show(range(FOLDS), desc="folds")
        for one in _held_out(articles, fold, groups)
    ]
    keep, threshold = weights_and_threshold(all_held)
    score = scored(all_held, keep, threshold)
    save(options.to, pack(*_fit(articles, groups), keep, threshold))
    size = options.to.stat().st_size / 1e6
    sys.stdout.write(
        f"{len(articles)} articles; held out in {FOLDS} folds: span F1 "
        f"{score.span.figures()['f1']}, claim and speaker F1 {score.spoken.figures()['f1']}; "
        f"kept from {threshold}; {options.to.name}: {size:.1f} MB\n"
    )
    return 0


def _fit(articles: Sequence[Article], groups: Groups) -> Fitted:
    vocabulary = Vocabulary(groups, rates_of(articles))
    cues = fit_chains(articles, cue_chains, vocabulary, CUE_PENALTIES)
    roles = fit_chains(articles, role_chains, vocabulary, ROLE_PENALTIES)
    return vocabulary, cues, roles


def _held_out(articles: Sequence[Article], fold: int, groups: Groups) -> list[Held]:
    """Every fourth article, read with weights fitted to the others."""
    others = [article for at, article in enumerate(articles) if at % FOLDS != fold]
    scorer = Scorer(unpacked(pack(*_fit(others, groups), {}, 0.0)))
    return [
        held(article, find_candidates(scorer, article.sentences, article.rules, POSSIBLE))
        for article in articles[fold::FOLDS]
    ]


if __name__ == "__main__":
    sys.exit(main())
