"""The README stays true: its commands exist, its links lead somewhere, its calls answer."""

import re
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.management import get_commands
from django.test import Client

from tests.factories import make_actor, make_claim, make_contradiction, make_event

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = "\n".join(re.findall(r"```sh\n(.*?)```", README, flags=re.DOTALL))
PYTHON = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)


def test_it_is_short():
    assert len(README.splitlines()) <= 200


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z-]+)", README))))
def test_each_make_target_exists(target):
    done = subprocess.run(
        ["make", "--dry-run", "--no-print-directory", target],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", sorted(set(re.findall(r"manage\.py ([a-z_]+)", README))))
def test_each_command_exists(command):
    assert command in get_commands()


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)]+)\)", README))))
def test_each_link_leads_to_a_file(link):
    assert (ROOT / link).is_file()


@pytest.mark.django_db
@pytest.mark.parametrize("call", re.findall(r"curl '([^']+)'", SHELL))
def test_each_call_answers(call):
    event = make_event(slug="belgorod-raid")
    make_contradiction(event=event, first=make_claim(event=event), second=make_claim(event=event))
    parts = urlsplit(call)

    answer = Client().get(f"{parts.path}?{parts.query}")

    assert answer.status_code == 200
    assert answer.json()["results"]


def test_the_five_lines_say_who_contradicts_whom(live_server, capsys):
    event = make_event(slug="belgorod-raid")
    first = make_claim(event=event, claimant=make_actor("Kyiv"))
    second = make_claim(event=event, claimant=make_actor("Ministry"))
    make_contradiction(event=event, first=first, second=second, reason="One denies it.")
    [lines] = PYTHON

    exec(lines.replace("http://127.0.0.1:8000", live_server.url), {})  # our own five lines

    assert capsys.readouterr().out == "Kyiv x Ministry - One denies it.\n"


@pytest.mark.parametrize("name", sorted(set(re.findall(r"^\| `([A-Z_]+)`", README, re.MULTILINE))))
def test_each_setting_is_read_from_the_environment(name):
    code = "".join(path.read_text() for path in (ROOT / "claims_tracker").rglob("*.py"))

    assert f'"{name}"' in code
