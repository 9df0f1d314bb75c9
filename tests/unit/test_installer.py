"""The installer of the bundle, on small bundles whose Rotom only tells its version."""

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from bundling.__main__ import write_installer

pytestmark = pytest.mark.skipif(
    shutil.which("zstd") is None or not Path("/usr/include/zstd.h").exists(),
    reason="zstd and what compiles against it are not installed",
)


@pytest.fixture(scope="session")
def made_installer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script as `make bundle` writes it."""
    made = tmp_path_factory.mktemp("installer") / "install.sh"
    write_installer(made)
    return made


@dataclass
class Player:
    """Somebody with a home of their own, in a path that is not easy."""

    home: Path
    downloads: Path
    made_installer: Path

    def fetch(self, version: str, rotom: str = "") -> Path:
        """Puts a bundle, its checksum and its installer into the folder of downloads."""
        folder = self.downloads / "made" / f"rotom-{version}-linux-x86_64"
        folder.mkdir(parents=True)
        program = folder / "rotom"
        program.write_text(rotom or f"#!/bin/sh\necho rotom {version}\n")
        program.chmod(0o755)
        (folder / "rotom.desktop").write_text("[Desktop Entry]\nExec=rotom\n")
        icon = folder / "icons" / "hicolor" / "scalable" / "apps" / "rotom.svg"
        icon.parent.mkdir(parents=True)
        icon.write_text("<svg/>")
        bundle = self.downloads / f"{folder.name}.tar.zst"
        tar = self.downloads / f"{folder.name}.tar"
        with tarfile.open(tar, "w") as archive:
            archive.add(folder, folder.name)
        subprocess.run(["zstd", "-q", "--rm", str(tar), "-o", str(bundle)], check=True)
        digest = hashlib.sha256(bundle.read_bytes()).hexdigest()
        bundle.with_name(bundle.name + ".sha256").write_text(f"{digest}  {bundle.name}\n")
        installer = self.downloads / f"{folder.name}-install.sh"
        shutil.copy(self.made_installer, installer)
        shutil.rmtree(folder.parent)
        return installer

    def run(self, installer: Path, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", str(installer), *words],
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    @property
    def env(self) -> dict[str, str]:
        return {"PATH": os.environ["PATH"], "HOME": str(self.home), "ROTOM_HOME": str(self.place)}

    @property
    def place(self) -> Path:
        return self.home / ".local" / "opt" / "rotom"

    @property
    def versions(self) -> list[str]:
        return sorted(path.name for path in (self.place / "versions").iterdir())

    def said(self) -> str:
        """What the installed Rotom tells."""
        launcher = self.home / ".local" / "bin" / "rotom"
        told = subprocess.run([launcher], capture_output=True, text=True, check=True)
        return told.stdout.strip()


@pytest.fixture
def player(tmp_path: Path, made_installer: Path) -> Player:
    home, downloads = tmp_path / "집 of a player", tmp_path / "받은 파일 (1)"
    home.mkdir()
    downloads.mkdir()
    return Player(home, downloads, made_installer)


def test_it_installs_and_puts_rotom_into_the_menu(player: Player) -> None:
    ran = player.run(player.fetch("1.0"))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("rotom 1.0 is installed.")
    assert player.said() == "rotom 1.0"
    entry = player.home / ".local" / "share" / "applications" / "rotom.desktop"
    assert f'Exec="{player.place}/current/rotom"' in entry.read_text()
    icons = player.home / ".local" / "share" / "icons" / "hicolor"
    assert (icons / "scalable" / "apps" / "rotom.svg").is_file()


def test_an_update_keeps_the_version_before_and_goes_back_to_it(player: Player) -> None:
    for version in ("1.0", "1.1", "1.2"):
        installer = player.fetch(version)
        assert player.run(installer).returncode == 0
        assert player.said() == f"rotom {version}"
    assert len(player.versions) == 2
    assert player.run(installer, "--rollback").stdout == "rotom 1.1 is in use again.\n"
    assert player.said() == "rotom 1.1"
    assert player.run(installer, "--rollback").returncode == 0
    assert player.said() == "rotom 1.2"


def test_the_same_version_again_changes_nothing(player: Player) -> None:
    installer = player.fetch("1.0")
    player.run(installer)
    before = player.versions
    assert player.run(installer).returncode == 0
    assert player.versions == before
    assert player.run(installer, "--rollback").returncode == 1


def test_nothing_has_to_be_installed_for_unpacking(player: Player, tmp_path: Path) -> None:
    tools = (
        "sh sed cut tail head chmod rm mkdir ln mv cp tar basename dirname readlink find sort cat"
    )
    few = tmp_path / "few programs"
    few.mkdir()
    for tool in [*tools.split(), *"id uname getconf sha256sum grep".split()]:
        (few / tool).symlink_to(shutil.which(tool) or "")
    ran = subprocess.run(
        ["sh", str(player.fetch("1.0"))],
        env=player.env | {"PATH": str(few)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert player.said() == "rotom 1.0"


def test_a_damaged_bundle_is_refused_and_nothing_changes(player: Player) -> None:
    player.run(player.fetch("1.0"))
    installer = player.fetch("1.1")
    bundle = player.downloads / "rotom-1.1-linux-x86_64.tar.zst"
    bundle.write_bytes(bundle.read_bytes()[:-20])
    ran = player.run(installer)
    assert ran.returncode == 1
    assert ran.stderr == "The bundle is damaged: its checksum is another one. Fetch it again.\n"
    assert player.said() == "rotom 1.0"


@pytest.mark.parametrize("missing", [".tar.zst", ".tar.zst.sha256"])
def test_what_is_not_beside_the_script_is_named(player: Player, missing: str) -> None:
    installer = player.fetch("1.0")
    (player.downloads / f"rotom-1.0-linux-x86_64{missing}").unlink()
    ran = player.run(installer)
    assert ran.returncode == 1
    assert "is not beside" in ran.stderr
    assert not player.place.exists()


def test_a_version_that_does_not_start_is_not_used(player: Player) -> None:
    player.run(player.fetch("1.0"))
    ran = player.run(player.fetch("1.1", rotom="#!/bin/sh\nexit 3\n"))
    assert ran.returncode == 1
    assert "what was installed before is untouched" in ran.stderr
    assert player.said() == "rotom 1.0"
    assert len(player.versions) == 1


def test_an_update_that_is_killed_leaves_the_version_before(player: Player) -> None:
    player.run(player.fetch("1.0"))
    # It is cut off where the new version is tried: unpacked, and not yet in use.
    installer = player.fetch("1.1", rotom="#!/bin/sh\nkill -9 $PPID\n")
    assert player.run(installer).returncode == -signal.SIGKILL
    assert player.said() == "rotom 1.0"
    assert player.run(player.fetch("1.2")).returncode == 0
    assert player.said() == "rotom 1.2"
    assert not [name for name in player.versions if name.startswith(".new")]


def test_two_installers_do_not_get_into_each_others_way(player: Player) -> None:
    installer = player.fetch("1.0")
    player.place.mkdir(parents=True)
    with (player.place / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        ran = player.run(installer)
    assert ran.returncode == 1
    assert "by another window" in ran.stderr
    assert player.run(installer).returncode == 0


def test_a_version_that_runs_is_not_taken_away(player: Player) -> None:
    sleeping = (
        "#!/bin/sh\ncase ${1:-} in --version) echo rotom 1.0; exit ;; esac\n"
        'echo up\nexec "$(dirname "$(readlink -f "$0")")/sleep" 60\n'
    )
    player.run(player.fetch("1.0", rotom=sleeping))
    running_from = (player.place / "current").resolve()
    shutil.copy(shutil.which("sleep") or "", running_from / "sleep")
    launcher = player.home / ".local" / "bin" / "rotom"
    with subprocess.Popen([launcher], stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout is not None
            assert running.stdout.readline() == "up\n"
            for version in ("1.1", "1.2"):
                assert player.run(player.fetch(version)).returncode == 0
            assert running_from.is_dir()
        finally:
            running.kill()
    assert player.run(player.fetch("1.3")).returncode == 0
    assert not running_from.exists()


def test_a_full_disk_leaves_the_version_before(player: Player) -> None:
    player.run(player.fetch("1.0"))
    installer = player.fetch("1.1", rotom="#!/bin/sh\n" + "# filler\n" * 500_000)
    ran = subprocess.run(
        ["sh", "-c", f'ulimit -f 1000; trap "" XFSZ; sh "{installer}"'],
        env=player.env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "Is the disk full? What was installed before is untouched." in ran.stderr
    assert player.said() == "rotom 1.0"
    assert len(player.versions) == 1


def test_uninstalling_keeps_what_is_the_users(player: Player) -> None:
    installer = player.fetch("1.0")
    player.run(installer)
    kept = player.home / ".local" / "share" / "rotom" / "history.sqlite3"
    kept.parent.mkdir(parents=True)
    kept.write_text("ours")
    ran = player.run(installer, "--uninstall")
    assert ran.returncode == 0
    assert "are still in" in ran.stdout
    assert kept.read_text() == "ours"
    left = [p for p in player.home.rglob("*") if p.is_file() or p.is_symlink()]
    assert left == [kept]


def test_a_word_that_it_does_not_know_is_told(player: Player) -> None:
    ran = player.run(player.fetch("1.0"), "--instal")
    assert (ran.returncode, ran.stderr) == (
        1,
        "--instal is not understood. --help tells what is.\n",
    )
