"""The bill of materials, and the look at what a library is compiled for."""

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from bundling.bill import Borrowed, bill, borrowed, copy_words
from bundling.instructions import kinds
from rotom import files
from rotom.storage.licences import parts
from rotom.system.distributions import distributions

SYSTEM = [Borrowed("libportaudio2", "19.6.0-1.2", "portaudio19 19.6.0-1.2")]

needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="this is not Debian")
needs_objdump = pytest.mark.skipif(shutil.which("objdump") is None, reason="no binutils")


def test_the_bill_names_each_part_once_and_is_the_same_again() -> None:
    inside = parts(files.assets())
    told = bill("1.0", distributions(), inside, SYSTEM)
    assert told == bill("1.0", distributions(), inside, SYSTEM)
    read = json.loads(told)
    assert (read["bomFormat"], read["specVersion"]) == ("CycloneDX", "1.6")
    names = [component["name"] for component in read["components"]]
    assert {"Python", "numpy", "FFmpeg", "libportaudio2"} <= set(names)
    purls = [c["purl"] for c in read["components"] if "purl" in c]
    assert len(purls) == len(set(purls))
    assert all(c["licenses"] for c in read["components"] if c["name"] != "libportaudio2")


@needs_dpkg
def test_a_library_of_the_system_is_known_with_its_licence(tmp_path: Path) -> None:
    library = Path("/usr/lib/x86_64-linux-gnu/libz.so.1").resolve()
    (package,) = borrowed([library])
    assert package.name == "zlib1g"
    assert package.source.startswith("zlib ")
    copy_words([package], tmp_path / "licences")
    assert "zlib" in (tmp_path / "licences" / "zlib1g.txt").read_text(encoding="utf-8").lower()
    assert (tmp_path / "licences" / "GPL-3").exists()


@needs_objdump
def test_llama_is_compiled_for_a_steam_deck_and_no_newer_processor() -> None:
    package = find_spec("llama_cpp")
    assert package is not None
    assert package.origin is not None
    assert kinds(Path(package.origin).parent / "lib" / "libggml-cpu.so") <= {"avx2"}


@needs_objdump
@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no compiler")
def test_newer_instructions_are_seen(tmp_path: Path) -> None:
    source = tmp_path / "wide.s"
    source.write_text("vaddps %zmm1, %zmm2, %zmm3\nvaddps %ymm1, %ymm2, %ymm3\n")
    subprocess.run(["cc", "-c", str(source), "-o", str(tmp_path / "wide.o")], check=True)
    assert kinds(tmp_path / "wide.o") == {"avx2", "avx512"}
