"""The editors' handbook stays true: its pictures and links exist, its keys are the desk's."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HANDBOOK = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
TEMPLATES = "\n".join(
    path.read_text(encoding="utf-8") for path in (ROOT / "templates/admin/desk").glob("*.html")
)


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#]+)\)", HANDBOOK))))
def test_each_link_and_picture_leads_to_a_file(link):
    assert (ROOT / "docs" / link).is_file()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"editors/([\w-]+)\.png", HANDBOOK))))
def test_each_picture_is_one_that_a_browser_test_takes(name):
    told = "\n".join(path.read_text() for path in (ROOT / "tests" / "browser").glob("test_*.py"))
    assert f'"{name}"' in told


def test_the_keys_of_triage_are_the_desks():
    table = HANDBOOK[HANDBOOK.index("| key | contradictions") : HANDBOOK.index("A row can stand")]
    keys = set(re.findall(r"`([a-z?])`", table))
    assert keys == {"y", "n", "x", "r", "m", "a", "e", "s", "u", "j", "k", "?"}
    desk = set(re.findall(r'data-key="([^"]+)"', TEMPLATES)) | {"?"}
    assert keys <= desk
