"""What goes into the bundle, and the bundle as a file."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bundling.archive import pack, sizes
from bundling.elf import can_be_loaded, is_elf, needed_names
from bundling.parts import files_of, is_left_out, needed


def test_the_packages_are_those_that_rotom_needs_and_not_those_of_its_tests() -> None:
    names = {package.name.lower() for package in needed("rotom")}
    assert {"numpy", "pyside6_essentials", "faster-whisper", "openai", "sounddevice"} <= names
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
