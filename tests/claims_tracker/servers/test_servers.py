"""Addresses, complaints and data folders of the two servers, on plain values."""

import sys
from pathlib import Path

import dj_database_url
import pytest

from claims_tracker.servers.binaries import PostgresPrograms
from claims_tracker.servers.errors import ServerError
from claims_tracker.servers.postgres import Postgres, last_complaint, quiet_environment
from claims_tracker.servers.valkey import Valkey


def make_postgres(home: Path, sockets: Path = Path("/tmp/ct-x/s")) -> Postgres:
    programs = PostgresPrograms(Path("/nowhere"), 18)
    return Postgres(programs, home, sockets, account=None, environ={}, keep=True)


def test_the_address_of_postgres_is_read_back_by_django():
    url = make_postgres(Path("/home"), Path("/tmp/Short_1/s")).url

    settings = dj_database_url.parse(url)

    assert {settings[name] for name in ("USER", "NAME")} == {"claims"}
    assert (settings["HOST"], settings["PORT"]) == ("/tmp/Short_1/s", "")


def test_data_of_another_major_version_name_both_and_the_ways_out(tmp_path):
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres/PG_VERSION").write_text("15\n")

    with pytest.raises(ServerError, match="made by PostgreSQL 15, but /nowhere is PostgreSQL 18"):
        make_postgres(tmp_path).start()


@pytest.mark.parametrize(
    ("log", "complaint"),
    [
        ("LOG: starting\nFATAL:  no room\nLOG: the end\n", "no room"),
        ("initdb: error: could not create\ninitdb: removing\n", "could not create"),
        ("something\n\n", "something"),
        ("", "it said nothing"),
    ],
)
def test_the_line_that_says_most_is_shown(tmp_path, log, complaint):
    (tmp_path / "log").write_text(log)

    assert last_complaint(tmp_path / "log") == complaint


def test_servers_do_not_inherit_a_users_own_settings():
    given = {"PGDATA": "/elsewhere", "LC_ALL": "de_DE", "PATH": "/bin", "HOME": "/root"}

    assert quiet_environment(given) == {"PATH": "/bin", "LC_ALL": "C", "HOME": "/"}


def test_each_valkey_has_a_password_of_its_own_that_is_not_shown():
    first, second = (
        Valkey(Path(sys.executable), Path("/home"), account=None, environ={}, keep=False)
        for _ in range(2)
    )

    assert first.password != second.password
    assert first.url == f"redis://:{first.password}@127.0.0.1:{first.port}/0"
    assert first.password not in repr(first)
