"""Rotom in a Steam library: every byte of foreign shortcuts stays, whatever is done to ours."""

import json
import struct
from argparse import Namespace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotom.cli import steam as command
from rotom.domain import binary_key_values as kv
from rotom.domain import key_values
from rotom.domain.engines import EngineError
from rotom.domain.steam import ART, Account, Launch, add_shortcut, app_id, remove_shortcut
from rotom.files import user_folders
from rotom.storage import steam_library
from rotom.storage.errors import StorageError
from rotom.system import steam

LAUNCH = Launch("/home/deck/rotom/rotom")
EMPTY = b"\0shortcuts\0\x08\x08"
PNG = b"\x89PNG a picture"


def foreign(number: int, name: bytes = b"Moonlight") -> bytes:
    """A shortcut as some other program wrote it: odd case, unknown keys, every kind of value."""
    return (
        b"\0%d\0" % number
        + b"\x02AppID\0"
        + struct.pack("<I", 3_000_000_000 + number)
        + b"\x01appname\0"
        + name
        + b"\0\x01exe\0/usr/bin/true \xff\xfe\0"
        + b"\x03Weight\0\x00\x00\x80\x3f"
        + b"\x07Big\0\x01\x02\x03\x04\x05\x06\x07\x08"
        + b"\x05wide\0k\x00o\x00\x00\x00"
        + b"\x01something new\0value\0"
        + b"\0tags\0\x010\0favorite\0\x08\x08"
    )


def file_of(*entries: bytes) -> bytes:
    return b"\0shortcuts\0" + b"".join(entries) + b"\x08\x08"


FILES = {
    "none": EMPTY,
    "one": file_of(foreign(0)),
    "unicode": file_of(foreign(0, "로토무 ⚡".encode()), foreign(7, b"\xff\x80 no utf-8")),
    "five hundred": file_of(*(foreign(n) for n in range(500))),
    "something behind": file_of(foreign(0)) + b"trailing",
}


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_a_file_is_written_back_as_it_was_read(content: bytes) -> None:
    entries, behind = kv.read(content)
    assert kv.written(entries, behind) == content


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_adding_and_removing_leaves_every_foreign_byte_where_it_was(content: bytes) -> None:
    entries, behind = kv.read(content)
    app = add_shortcut(entries, LAUNCH)
    added = kv.written(entries, behind)
    assert added != content
    middle = content[len(b"\0shortcuts\0") : len(content) - 2 - len(behind)]
    assert middle in added
    again, rest = kv.read(added)
    assert add_shortcut(again, LAUNCH) == app
    assert kv.written(again, rest) == added
    assert remove_shortcut(again, LAUNCH) == [app]
    assert kv.written(again, rest) == content


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_a_truncated_file_is_refused_wherever_it_was_cut(content: bytes) -> None:
    whole = content.removesuffix(b"trailing")
    for length in {0, 1, 5, len(whole) // 3, len(whole) // 2, len(whole) - 2, len(whole) - 1}:
        with pytest.raises(kv.NotKeyValues):
            kv.read(whole[:length])


@given(st.binary(max_size=300))
def test_any_bytes_are_read_and_written_back_or_refused(content: bytes) -> None:
    try:
        entries, behind = kv.read(content)
    except kv.NotKeyValues:
        return
    assert kv.written(entries, behind) == content


def test_folders_without_end_are_refused() -> None:
    with pytest.raises(kv.NotKeyValues):
        kv.read(b"\0a\0" * 5000)


CONFIGS = """// written by hand
"controller_config"
{
\t"some game"\t{ "workshop" "2829000000" }
\t"413080"
\t{
\t\t"template"\t\t"mine \\"best\\".vdf"
\t}
}
"""


def test_a_text_file_is_changed_in_one_place_only() -> None:
    added = key_values.with_folder(CONFIGS, "controller_config", "rotom", {"template": "x.vdf"})
    root = key_values.find(key_values.read(added), "controller_config")
    assert root is not None
    ours = key_values.find(root.nodes, "ROTOM")
    assert ours is not None
    assert ours.get("template") == "x.vdf"
    other = key_values.find(root.nodes, "413080")
    assert other is not None
    assert other.get("Template") == 'mine "best".vdf'
    assert key_values.without_folder(added, "controller_config", "rotom") == CONFIGS
    again = key_values.with_folder(added, "controller_config", "rotom", {"template": "x.vdf"})
    assert again == added


@pytest.mark.parametrize("broken", ['"a"', '"a" {', "}", '"a" { "b" }', '{ "b" "c" }'])
def test_a_broken_text_file_is_refused(broken: str) -> None:
    with pytest.raises(key_values.NotKeyValues):
        key_values.read(broken)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with Steam, by its own package and as a Flatpak; the usual links lead there."""
    native = tmp_path / ".local/share/Steam"
    flatpak = tmp_path / ".var/app/com.valvesoftware.Steam/.local/share/Steam"
    for root, account in ((native, "1234"), (native, "99"), (flatpak, "1234"), (native, "0")):
        (root / "userdata" / account / "config").mkdir(parents=True)
    (native / "config").mkdir()
    (native / "config" / "loginusers.vdf").write_text(
        '"users"\n{\n"76561197960266962"\n{\n"PersonaName" "Mina"\n"MostRecent" "1"\n}\n'
        '"76561197960265827"\n{\n"AccountName" "guest"\n"MostRecent" "0"\n}\n}\n'
    )
    (tmp_path / ".steam").mkdir()
    (tmp_path / ".steam/steam").symlink_to(native)
    return tmp_path


def draw(_kind: str, width: int, height: int) -> bytes:
    return PNG + f"{width}x{height}".encode()


@pytest.fixture
def mina(home: Path) -> Account:
    return steam.accounts(home)[0]


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_accounts_of_the_package_and_of_the_flatpak_are_found_once_each(home: Path) -> None:
    found = [(each.id, each.name, ".var" in each.steam.parts) for each in steam.accounts(home)]
    assert found == [("1234", "Mina", False), ("99", "guest", False), ("1234", "1234", True)]


def test_a_home_without_steam_has_no_accounts(tmp_path: Path) -> None:
    assert steam.accounts(tmp_path) == ()


def test_rotom_is_added_with_pictures_and_a_layout_and_a_second_time_nothing_changes(
    mina: Account,
) -> None:
    mina.shortcuts.write_bytes(FILES["unicode"])
    place = steam_library.install(mina, LAUNCH, draw)
    assert (place.app, place.program, place.pictures) == (app_id(LAUNCH), LAUNCH.program, 5)
    assert (mina.grid / f"{place.app}_hero.png").read_bytes() == PNG + b"3840x1240"
    assert {len(name) for name in ART} == {0, 1, 5}
    layouts = mina.layouts.read_text()
    root = key_values.find(key_values.read(layouts), "controller_config")
    assert root is not None
    assert root.nodes[0].get("template") == "controller_neptune_gamepad+mouse.vdf"
    before = files_below(mina.steam)
    assert steam_library.install(mina, LAUNCH, draw) == place
    assert files_below(mina.steam) == before
    backups = [name for name in before if name.endswith(".bak")]
    assert [before[name] for name in backups] == [FILES["unicode"]]


def test_rotom_that_was_removed_leaves_nothing_but_backups(mina: Account) -> None:
    mina.shortcuts.write_bytes(FILES["one"])
    steam_library.install(mina, LAUNCH, draw)
    assert steam_library.remove(mina, LAUNCH)
    assert not steam_library.remove(mina, LAUNCH)
    assert mina.shortcuts.read_bytes() == FILES["one"]
    assert list(mina.grid.iterdir()) == []
    assert "rotom" not in mina.layouts.read_text()


def test_an_installation_that_moved_is_found_and_keeps_its_id_and_what_the_user_set(
    mina: Account,
) -> None:
    first = steam_library.install(mina, LAUNCH, draw)
    content = mina.shortcuts.read_bytes().replace(b"--full-screen\0", b"--full-screen -v\0")
    mina.shortcuts.write_bytes(content)
    moved = Launch("/home/deck/.local/bin/rotom")
    second = steam_library.install(mina, moved, draw)
    assert (second.app, second.program) == (first.app, moved.program)
    assert b"--full-screen -v\0" in mina.shortcuts.read_bytes()
    assert len(list(mina.grid.iterdir())) == 5


def test_a_broken_list_of_shortcuts_is_left_alone_with_a_sentence(mina: Account) -> None:
    mina.shortcuts.write_bytes(FILES["one"][:40])
    before = files_below(mina.steam)
    for work in (
        lambda: steam_library.install(mina, LAUNCH, draw),
        lambda: steam_library.remove(mina, LAUNCH),
    ):
        with pytest.raises(StorageError, match="not whole"):
            work()
    assert files_below(mina.steam) == before


def test_layouts_that_cannot_be_read_stay_as_they_are(mina: Account) -> None:
    mina.layouts.parent.mkdir(parents=True)
    mina.layouts.write_text('"controller_config" {')
    assert steam_library.install(mina, LAUNCH, draw).pictures == 5
    assert mina.layouts.read_text() == '"controller_config" {'


def test_a_flatpak_is_started_by_its_name() -> None:
    launch = steam.launch({"FLATPAK_ID": "io.example.Rotom"})
    assert launch.arguments == "run io.example.Rotom --full-screen"
    entries: list[kv.Entry] = []
    app = add_shortcut(entries, launch)
    assert remove_shortcut(entries, launch) == [app]


def test_the_launcher_of_a_bundle_is_what_steam_starts(tmp_path: Path) -> None:
    launcher = tmp_path / "rotom"
    launcher.write_text("#!/bin/sh\n")
    launcher.chmod(0o755)
    assert steam.launch({"ROTOM_LAUNCHER": str(launcher)}).program == str(launcher)
    assert Path(steam.launch({}).program).name == "rotom"


def test_steam_is_seen_among_the_programs_that_run(tmp_path: Path) -> None:
    assert not steam.is_running(tmp_path)
    (tmp_path / "42").mkdir()
    (tmp_path / "42" / "comm").write_text("steam\n")
    assert steam.is_running(tmp_path)
    (tmp_path / "42" / "comm").write_text("steamwebhelper\n")
    assert not steam.is_running(tmp_path)


def test_while_steam_runs_the_command_refuses_and_changes_nothing(home: Path) -> None:
    before = files_below(home)
    for action in ("install", "remove"):
        options = Namespace(action=action, account="", json=False)
        with pytest.raises(EngineError, match="Close Steam"):
            command.run(user_folders(home), options, draw, home, is_running=lambda: True)
    assert files_below(home) == before


def test_the_command_says_how_rotom_stands_in_each_library(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(action: str, account: str = "", as_json: bool = False) -> str:
        options = Namespace(action=action, account=account, json=as_json)
        assert command.run(user_folders(home), options, draw, home, lambda: False) == 0
        return capsys.readouterr().out

    assert "Mina (1234): Rotom is in the library." in run("install", account="Mina")
    report = json.loads(run("status", as_json=True))
    assert [row["installed"] for row in report["accounts"]] == [True, False, False]
    assert "5 of 5 pictures" in run("status")
    assert "is out of it" in run("remove")
    with pytest.raises(EngineError, match="Mina"):
        run("status", account="nobody")


def test_an_account_whose_list_is_broken_is_told_and_stops_no_other(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guest = steam.accounts(home)[1]
    guest.shortcuts.write_bytes(FILES["one"][:40])
    for action, said in (
        ("install", "Rotom is in the library."),
        ("status", "Rotom is in the library, 5 of 5 pictures."),
        ("remove", "Rotom is out of it."),
    ):
        options = Namespace(action=action, account="", json=False)
        assert command.run(user_folders(home), options, draw, home, lambda: False) == 1
        told = capsys.readouterr()
        assert told.out.count(said) == 2
        assert told.err.count("\n") == 1
        assert "guest (99): The list of shortcuts" in told.err
    options = Namespace(action="status", account="", json=True)
    assert command.run(user_folders(home), options, draw, home, lambda: False) == 0
    rows = json.loads(capsys.readouterr().out)["accounts"]
    assert [row["installed"] for row in rows] == [False, None, False]
    assert "not whole" in rows[1]["why"]


def test_the_libraries_that_steam_preloads_are_kept_from_children() -> None:
    leaked = {
        "LD_PRELOAD": "/home/deck/.local/share/Steam/ubuntu12_32/gameoverlayrenderer.so"
        ":/usr/lib/libmine.so",
        "LD_LIBRARY_PATH": "/home/deck/.local/share/Steam/ubuntu12_32/steam-runtime/usr/lib",
        "HOME": "/home/deck",
    }
    assert steam.cleaned(leaked) == {"LD_PRELOAD": "/usr/lib/libmine.so", "HOME": "/home/deck"}
