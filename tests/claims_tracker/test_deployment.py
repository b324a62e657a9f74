"""The compose file and the image say what they should, and their commands really run."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from celery import Celery
from django.conf import settings

from claims_tracker.servers import probe as probing
from claims_tracker.servers.errors import ServerError
from claims_tracker.servers.probe import probe
from claims_tracker.servers.valkey import free_port

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = (ROOT / "docker-compose.yml").read_text()
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(COMPOSE)["services"]
OWN = ("prepare", "web", "worker", "beat")
LASTING = ("web", "worker", "beat", "postgres", "redis")
LIMIT = 60  # seconds after which a process that hangs is killed, so that its test ends
STOPS_WITHIN = 10  # seconds


def test_the_compose_file_runs_the_whole_product():
    assert set(SERVICES) == {*OWN, "postgres", "redis"}


@pytest.mark.parametrize("name", LASTING)
def test_a_lasting_service_is_watched_and_comes_back(name):
    assert SERVICES[name]["healthcheck"]["test"]
    assert SERVICES[name]["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", OWN)
def test_our_processes_can_change_nothing_around_them(name):
    service = SERVICES[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_nothing_starts_before_the_tables_are_there(name):
    conditions = {k: v["condition"] for k, v in SERVICES[name]["depends_on"].items()}

    assert conditions == {"prepare": "service_completed_successfully", "redis": "service_healthy"}


def test_secrets_are_required_and_have_no_default():
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD", "REDIS_PASSWORD", "ALLOWED_HOSTS", "SITE_URL"):
        uses = re.findall(rf"\$\{{{name}(.)", COMPOSE)
        assert uses
        assert set(uses) == {":"}
        assert not re.search(rf"\$\{{{name}:[^?]", COMPOSE)


def test_redis_keeps_its_queue_on_disk():
    assert "--appendonly yes" in " ".join(SERVICES["redis"]["command"])
    assert SERVICES["redis"]["volumes"] == ["redis:/data"]


def test_the_image_runs_as_an_ordinary_user_with_the_command_of_the_web():
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    (command,) = [line.removeprefix("CMD ") for line in lines if line.startswith("CMD ")]

    assert users == ["10001:10001"]
    assert yaml.safe_load(command) == SERVICES["web"]["command"]


def test_all_that_the_image_copies_is_there():
    copies = re.findall(
        r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE
    )

    missing = [name for line in copies for name in line.split() if not (ROOT / name).exists()]

    assert missing == []


@contextmanager
def started(words: list[str], *, until: str) -> Iterator[None]:
    """A command as a plain process, once it has printed a text."""
    programs = Path(sys.executable).parent
    process = subprocess.Popen(
        words,
        cwd=ROOT,
        env=os.environ | {"PATH": f"{programs}:{os.environ['PATH']}", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    guard = threading.Timer(LIMIT, kill, [process])
    guard.start()
    assert process.stdout is not None
    try:
        said: list[str] = []
        while until not in "".join(said[-1:]):
            said.append(process.stdout.readline())
            assert said[-1], "".join(said)
        yield
    finally:
        guard.cancel()
        end(process)


def end(process: subprocess.Popen[str]) -> None:
    """Stop it. A beat that is told to end while it starts now and then goes on: it is killed."""
    process.terminate()
    try:
        process.communicate(timeout=STOPS_WITHIN)
    except subprocess.TimeoutExpired:
        kill(process)
        process.communicate()


def kill(process: subprocess.Popen[str]) -> None:
    """End it with its children: one that lived on would keep our end of the pipe open."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.system
def test_the_web_answers_by_its_own_name_only(monkeypatch):
    monkeypatch.setattr(probing, "PATIENCE", LIMIT)  # it listens before it has loaded
    port = free_port()
    words = [w.replace("0.0.0.0:8000", f"127.0.0.1:{port}") for w in SERVICES["web"]["command"]]

    with started(words, until="Listening at"):
        probe({"SITE_URL": f"http://localhost:{port}"}, port=port)
        with pytest.raises(ServerError, match="answers with status 400"):
            probe({"SITE_URL": "https://elsewhere.example"}, port=port)

    with pytest.raises(ServerError, match=f"Nothing answers on port {port}"):
        probe({}, port=port)


@pytest.mark.system
def test_the_worker_answers_a_ping_and_the_clock_ticks(monkeypatch, tmp_path):
    own = urlsplit(settings.REDIS_URL)._replace(path="/15").geturl()  # no other test's queue
    monkeypatch.setenv("REDIS_URL", own)
    monkeypatch.setenv("CELERY_BEAT_SCHEDULE", str(tmp_path / "beat"))

    with started(SERVICES["worker"]["command"], until="ready."), Celery(broker=own) as app:
        answers = app.control.ping(timeout=5, limit=1)
    with started(SERVICES["beat"]["command"], until="beat: Starting"):
        pass

    assert [list(answer.values()) for answer in answers or []] == [[{"ok": "pong"}]]
