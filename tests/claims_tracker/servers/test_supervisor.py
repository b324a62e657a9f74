"""The supervisor with real servers: what it starts, how it ends, what it refuses."""

import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator

import pytest

from claims_tracker.servers.account import server_account
from claims_tracker.servers.demo import READY
from claims_tracker.servers.places import home
from claims_tracker.servers.terminal import WIDTH
from claims_tracker.servers.valkey import free_port
from tests.claims_tracker.servers import checkout as checkouts
from tests.claims_tracker.servers.checkout import Checkout, wait_for_end

pytestmark = pytest.mark.system

BOTH_ANSWER = """
import os, psycopg2, redis
cursor = psycopg2.connect(os.environ["DATABASE_URL"]).cursor()
cursor.execute("select current_user || ' ' || current_setting('fsync') || ' ' || %s", ["ok"])
print(cursor.fetchone()[0], redis.Redis.from_url(os.environ["REDIS_URL"]).ping())"""


@pytest.fixture
def checkout(tmp_path) -> Iterator[Checkout]:
    made = checkouts.make(tmp_path / "checkout")
    yield made
    made.close()


def test_a_test_gets_both_servers_and_its_status_is_ours(checkout):
    done = checkout.python(f"{BOTH_ANSWER}\nimport sys; sys.exit(7)", "--test")

    assert (done.returncode, done.stdout, done.stderr) == (7, "claims off ok True\n", "")
    assert checkout.processes() == []
    assert not home(checkout.folder, account=server_account()).exists()


def test_nothing_is_started_when_both_addresses_are_given(checkout):
    given = {"DATABASE_URL": "postgresql://elsewhere/claims", "REDIS_URL": "redis://elsewhere"}
    show = "import os; print(os.environ['DATABASE_URL'], os.environ['REDIS_URL'])"

    done = checkout.run("exec", "--", sys.executable, "-c", show, CT_PG_BIN="/nowhere", **given)

    assert done.stdout == "postgresql://elsewhere/claims redis://elsewhere\n"


def test_a_server_that_ends_while_the_command_runs_is_named(checkout):
    end_it = """
import os, signal, dj_database_url
with open(dj_database_url.config()["HOST"] + "/.s.PGSQL.5432.lock") as lock:
    server = int(lock.readline())
os.kill(server, signal.SIGQUIT)
while " Z " not in open(f"/proc/{server}/stat").read():
    pass
"""

    done = checkout.python(end_it, "--test")

    assert done.stderr == "postgres ended with status 0 while the command ran.\n"


def test_a_folder_without_programs_is_refused_in_one_line(checkout):
    done = checkout.run("exec", "--test", "--", "true", CT_PG_BIN="/nowhere")

    assert done.returncode == 2
    assert done.stderr.startswith("CT_PG_BIN=/nowhere holds no `postgres`")
    assert done.stderr.count("\n") == 1


def test_data_of_another_major_version_is_refused_and_left_alone(checkout):
    data = home(checkout.folder, account=server_account()) / "postgres"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("9\n")

    done = checkout.run("exec", "--", "true")

    assert done.returncode == 2
    assert done.stderr.startswith(f"{data} was made by PostgreSQL 9, but ")
    assert done.stderr.count("\n") == 1
    assert [path.name for path in data.iterdir()] == ["PG_VERSION"]


def test_a_used_port_is_refused_in_one_line(checkout):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = checkout.run("demo", "--port", str(port))

    assert done.returncode == 2
    assert done.stderr == (
        f"Port {port} cannot be used (address already in use): try `make demo PORT={port + 1}`.\n"
    )


def test_a_number_that_is_no_port_is_refused_in_one_line(checkout):
    done = checkout.run("demo", "--port", "80000")

    assert (done.returncode, done.stderr) == (
        2,
        "80000 is no port: take a number from 1 to 65535.\n",
    )


def test_a_killed_demo_leaves_nothing_running_and_a_second_start_finds_its_data(checkout):
    killed = checkout.start_demo(free_port())
    killed.read_until("Ready")
    running = checkout.processes()

    killed.process.kill()

    assert len(running) > 5
    assert wait_for_end(running, 10) == []
    again = checkout.start_demo(free_port())
    assert again.read_until("migrate run") == "migrate run 2"
    again.read_until("Ready")
    assert (home(checkout.folder, account=server_account()) / READY).exists()
    assert "loaded before: False" in killed.lines
    assert "loaded before: False" in again.lines

    seconds = again.interrupt()

    assert seconds < 10
    assert (again.process.returncode, again.lines[-1]) == (0, "Stopped.")
    assert checkout.processes() == []


def test_a_running_demo_is_found_and_heals_itself_and_a_second_is_refused(checkout):
    port = free_port()
    demo = checkout.start_demo(port)
    demo.read_until("Ready")
    for name in ("postgres", "valkey", "web"):
        (pid,) = [pid for pid, words in direct_children(demo.process.pid) if name in words]

        os.kill(pid, signal.SIGKILL)

        assert "ended with status -9, starting it again" in demo.read_until(f"{name:<{WIDTH}} |")

    second = checkout.run("demo", "--port", str(free_port()))
    attached = checkout.python(f"{BOTH_ANSWER}; print(os.environ['SITE_URL'])")
    state_file = home(checkout.folder, account=server_account()) / "demo.json"
    cleaning = checkout.run("clean")

    assert second.returncode == 2
    assert second.stderr == (
        f"A demo of this checkout runs already at http://127.0.0.1:{port}/: "
        "open it, or stop it with Ctrl-C in its terminal.\n"
    )
    assert attached.stdout == f"claims on ok True\nhttp://127.0.0.1:{port}\n"
    assert stat.S_IMODE(state_file.stat().st_mode) == 0o600
    assert (cleaning.returncode, cleaning.stderr) == (2, second.stderr)


def direct_children(pid: int) -> list[tuple[int, str]]:
    """The processes that a supervisor started, each with a word that names it."""
    names = {"gunicorn": "web", "postgres": "postgres", "valkey-server": "valkey"}
    listed = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(pid)], capture_output=True, text=True, check=True
    )
    children = []
    for line in listed.stdout.splitlines():
        number, _, words = line.strip().partition(" ")
        children.append((int(number), next((v for k, v in names.items() if k in words), words)))
    return children
