"""What goes into the bundle, and the bundle as a file."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from bundling import icons, icu
from bundling.again import contents, differing
from bundling.archive import pack, sizes
from bundling.compiled import compile_all
from bundling.elf import can_be_loaded, is_elf, needed_names
from bundling.parts import files_of, is_left_out, needed
from rotom import files


def test_the_packages_are_those_that_rotom_needs_and_not_those_of_its_tests() -> None:
    names = {package.name.lower() for package in needed("rotom")}
    assert {"numpy", "pyside6_essentials", "faster-whisper", "openai", "soundfile"} <= names
    assert not {"pytest", "mypy", "ruff", "hypothesis", "pip", "hf-xet", "rotom"} & names


def test_a_package_keeps_its_code_and_its_licence() -> None:
    (package,) = (p for p in needed("rotom") if p.name.lower() == "platformdirs")
    taken = {relative.as_posix() for _, relative in files_of(package)}
    assert "platformdirs/__init__.py" in taken
    assert any("licenses/LICENSE" in name for name in taken)
    assert not any(name.endswith((".pyc", ".pyi")) for name in taken)


@pytest.mark.parametrize(
    ("path", "left_out"),
    [
        ("../../../bin/f2py", True),
        ("numpy/_core/tests/test_api.py", True),
        ("lib/libllama.so", True),
        ("llama_cpp/lib/libllama.so", False),
        ("onnxruntime/capi/libonnxruntime.so.1.32.0", True),
        ("onnxruntime/capi/onnxruntime_pybind11_state.cpython-311-x86_64-linux-gnu.so", False),
        ("PySide6/QtWidgets.abi3.so", True),
        ("piper/espeak-ng-data/ru_dict", True),
        ("piper/espeak-ng-data/ko_dict", False),
        ("openai/resources/beta/beta.py", True),
        ("openai/resources/chat/completions/completions.py", False),
        ("openai/resources/chat/__pycache__/chat.cpython-311.pyc", True),
        ("huggingface_hub/hf_api.py", True),
        ("huggingface_hub/__init__.py", False),
    ],
)
def test_what_rotom_never_opens_is_left_out(path: str, left_out: bool) -> None:
    assert is_left_out(path) is left_out


def test_compiled_files_tell_what_they_need() -> None:
    numpy = next(Path(sys.prefix).rglob("_multiarray_umath*.so"))
    assert is_elf(numpy)
    assert can_be_loaded(numpy)
    assert "libc.so.6" in needed_names(numpy)
    assert not is_elf(Path(__file__))


@pytest.mark.skipif(shutil.which("zstd") is None, reason="zstd is not installed")
def test_the_same_folder_gives_the_same_bytes_whenever_it_was_made(tmp_path: Path) -> None:
    sums = []
    for turn in ("one", "two"):
        folder = tmp_path / turn / "rotom-1"
        (folder / "a" / "b").mkdir(parents=True)
        (folder / "a" / "program").write_text("#!/bin/sh\n")
        (folder / "a" / "program").chmod(0o755 if turn == "one" else 0o775)
        (folder / "a" / "link").symlink_to("program")
        (folder / "a" / "b" / "text").write_text("hello")
        target = tmp_path / turn / "rotom-1.tar.zst"
        pack(folder, target, at_s=1_700_000_000)
        sums.append((tmp_path / turn / "rotom-1.tar.zst.sha256").read_text())
    assert sums[0] == sums[1]
    check = ["sha256sum", "--check", "--status", "rotom-1.tar.zst.sha256"]
    subprocess.run(check, cwd=tmp_path / "one", check=True)


def test_what_takes_the_room_is_told_by_package_and_the_models_apart(tmp_path: Path) -> None:
    packages = tmp_path / "python" / "lib" / "python3.11" / "site-packages"
    for name, size in (("numpy/core.so", 30), ("rotom/models/starter/a", 20), ("rotom/app.py", 5)):
        (packages / name).parent.mkdir(parents=True, exist_ok=True)
        (packages / name).write_bytes(b"x" * size)
    (tmp_path / "rotom").write_bytes(b"x")
    assert sizes(tmp_path) == [
        (30, "site-packages/numpy"),
        (20, "starter models"),
        (5, "site-packages/rotom"),
        (1, "rotom"),
    ]


def test_of_icu_the_languages_of_the_window_stay() -> None:
    items = (
        "root.res en.res en_GB.res ko_KR.res de.res coll/de_.res coll/ko.res zone/fr.res pool.res"
    )
    others = (
        "cnvalias.icu ibm-949_P11A-1999.cnv brkitr/root.res supplementalData.res zoneinfo64.res"
    )
    gone = list(icu.left_out(f"{items} {others}".split()))
    assert gone == [
        "de.res", "coll/de_.res", "zone/fr.res", "ibm-949_P11A-1999.cnv", "brkitr/root.res",
    ]  # fmt: skip


def test_compiled_python_runs_without_sources_and_our_own_keeps_them(tmp_path: Path) -> None:
    library = tmp_path / "lib" / "python3" / "site-packages"
    own = library / "ours"
    for folder, name in ((own, "ours"), (library / "theirs", "theirs")):
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text(f'"""{name}"""\ndef f():\n    "Only words."\n')
    (library / "broken.py").write_text("this is no Python")
    compile_all(Path(sys.executable), library, own)
    left = {path.relative_to(library).as_posix() for path in library.rglob("*.py")}
    assert left == {"ours/__init__.py", "broken.py"}
    code = "import ours, theirs; print(ours.__doc__, theirs.__doc__, theirs.f())"
    told = subprocess.run(
        [
            sys.executable,
            "-I",
            "-B",
            "-c",
            f"import sys; sys.path.insert(0, {str(library)!r}); {code}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "ours None None\n"


def test_icons_come_in_every_size(tmp_path: Path) -> None:
    icons.write(files.assets() / "icons" / "rotom.svg", tmp_path)
    assert (tmp_path / "scalable" / "apps" / "rotom.svg").is_file()
    for size in icons.SIZES:
        image = QImage(str(tmp_path / f"{size}x{size}" / "apps" / "rotom.png"))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(size // 2, size // 2).alpha() == 255
        assert image.pixelColor(0, 0).alpha() == 0


@pytest.mark.skipif(shutil.which("zstd") is None, reason="zstd is not installed")
def test_two_bundles_are_compared_file_by_file(tmp_path: Path) -> None:
    told = []
    for turn in ("one", "two"):
        folder = tmp_path / turn / "rotom-1"
        folder.mkdir(parents=True)
        (folder / "same").write_text("same")
        (folder / "other").write_text(turn)
        if turn == "two":
            (folder / "more").symlink_to("same")
        pack(folder, tmp_path / f"{turn}.tar.zst", at_s=1_700_000_000)
        told.append(contents(tmp_path / f"{turn}.tar.zst"))
    assert differing(*told) == ["rotom-1/more", "rotom-1/other"]
    assert differing(told[0], told[0]) == []
