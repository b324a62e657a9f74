"""The file by which other commands find a demo."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from claims_tracker.servers import state

ADDRESSES = {"DATABASE_URL": "postgresql://claims@%2Ftmp%2Fct/claims", "SECRET_KEY": "k" * 50}


def rewrite(folder: Path, **changes: str) -> None:
    path = folder / state.NAME
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def test_a_running_demo_is_known_by_its_addresses_and_to_us_alone(tmp_path):
    state.write(tmp_path, ADDRESSES)

    assert state.read(tmp_path) == ADDRESSES
    assert stat.S_IMODE((tmp_path / state.NAME).stat().st_mode) == 0o600


def test_an_ended_demo_is_forgotten(tmp_path):
    state.write(tmp_path, ADDRESSES)

    state.forget(tmp_path)

    assert state.read(tmp_path) is None


def test_a_killed_demo_is_not_taken_for_a_process_that_has_its_number_now(tmp_path):
    state.write(tmp_path, ADDRESSES)
    rewrite(tmp_path, began="1")

    assert state.read(tmp_path) is None


def test_a_process_that_has_ended_is_no_demo_even_before_anyone_asked_for_its_status():
    process = subprocess.Popen([sys.executable, "-S", "-c", ""])
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)  # ended, yet still listed

    ended = state.began(process.pid)
    process.wait()

    assert ended is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"pid": 1, "began": "x", "environ": 3}'])
def test_a_broken_file_is_no_demo(tmp_path, text):
    (tmp_path / state.NAME).write_text(text)

    assert state.read(tmp_path) is None
