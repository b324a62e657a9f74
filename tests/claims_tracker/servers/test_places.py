"""Where things lie, who holds them, and what an ended run leaves."""

import os
import shutil
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from claims_tracker.servers import places
from claims_tracker.servers.account import Account, can_enter
from claims_tracker.servers.errors import ServerError

STRANGER = Account("stranger", uid=54321, gid=54321)


def test_an_ordinary_user_keeps_the_data_in_the_checkout():
    assert places.home(Path("/src/tracker"), account=None) == Path("/src/tracker/.run")


def test_root_keeps_the_data_of_each_checkout_apart_where_others_can_reach():
    homes = {places.home(Path(name), account=STRANGER) for name in ("/srv/a", "/srv/b")}

    assert {home.parent for home in homes} == {Path("/var/lib/claims-tracker")}
    assert len(homes) == 2


@pytest.mark.parametrize(
    ("mode", "account", "enters"),
    [
        (0o700, STRANGER, False),
        (0o701, STRANGER, True),
        (0o710, Account("member", uid=54321, gid=os.getegid()), True),
        (0o707, Account("member", uid=54321, gid=os.getegid()), False),
        (0o077, Account("owner", uid=os.geteuid(), gid=54321), False),
    ],
)
def test_the_first_matching_permission_decides_who_may_enter(tmp_path, mode, account, enters):
    parts = [tmp_path, *tmp_path.parents]
    open_above = all(part.stat().st_mode & 0o011 == 0o011 for part in parts[1:] if part != tmp_path)
    tmp_path.chmod(mode)

    assert can_enter(tmp_path, account) == (enters and open_above)


def test_a_folder_is_held_by_one_at_a_time(tmp_path):
    second = places.locked(tmp_path)

    with places.locked(tmp_path), pytest.raises(ServerError, match="in use by another process"):
        second.__enter__()

    with places.locked(tmp_path):
        pass


def test_a_temporary_folder_is_private_and_short_and_goes(tmp_path):
    with places.temporary(account=None) as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        assert len(os.fsencode(folder / "s/.s.PGSQL.5432.lock")) < 107
        (folder / "s").mkdir()

    assert not folder.exists()


def test_a_long_folder_for_temporary_files_is_not_used_for_sockets(tmp_path, monkeypatch):
    long = tmp_path / ("x" * places.LONGEST)
    long.mkdir()
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(long))

    assert places.temporary_parent(None) == Path("/tmp")


def test_only_what_nobody_holds_any_more_is_swept_away(tmp_path):
    names = ("ct-dead", "ct-held", "ct-young", "other")
    dead, held, young, other = (tmp_path / name for name in names)
    for folder in (dead, held, young, other):
        folder.mkdir()
        (folder / "lock").touch()
        if folder != young:
            os.utime(folder, (0, 0))

    with places.locked(held):
        places.sweep(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["ct-held", "ct-young", "other"]


def test_a_nearly_full_disk_is_refused_with_figures(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=50 * 2**20))

    with pytest.raises(ServerError, match="nearly full, 50 MB free of the 200 MB needed"):
        places.make_home(tmp_path / "home", account=None)


def test_a_disk_that_takes_nothing_is_named():
    # The kernel's own file system lets nobody make a folder, root neither.
    with pytest.raises(ServerError, match=r"^No place for the data: /sys/claims: .+\.$"):
        places.make_home(Path("/sys/claims"), account=None)
