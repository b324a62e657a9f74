"""A learned reader of attributions: who is made to say which words, by weights from labelled news.

Rules find what is said plainly; the tagger weighs their answer with the words around it. Its
weights are read once from ``en/attributions.json.gz``; where that file is missing the rules
stand alone.
"""

from claims.reading.tagging.proposing import proposed
from claims.reading.tagging.tagger import Tagged, tag

__all__ = ["Tagged", "proposed", "tag"]
