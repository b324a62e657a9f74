"""Claimants of the directory under the name that their articles use."""

import pytest

from claims.reading.inputs import NamedArticle
from claims.reading.report import report
from claims.values import ArticleText
from events.directory import parse

DIRECTORY = parse(
    [
        {
            "key": "doctors",
            "name": "Medici del Nord",
            "kind": "organisation",
            "names": [
                {"text": "Doctors of the North", "kind": "alias"},
                {"text": "MDN", "kind": "alias"},
            ],
        }
    ]
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Doctors of the North said two men had drowned.", "Doctors of the North"),
        ("MDN said two men had drowned.", "Medici del Nord"),
        ("Doctors of the North (Medici del Nord) said two had drowned.", "Medici del Nord"),
    ],
)
def test_a_claimant_is_shown_by_the_name_its_articles_use(text, shown):
    article = NamedArticle("one", ArticleText(text))

    assert [row["claimant"] for row in report([article], DIRECTORY)["claims"]] == [shown]
