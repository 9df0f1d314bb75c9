"""The folder of the bundle: an interpreter, the packages, the libraries, the launcher."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import rotom
from bundling import icons, icu, parts, qt
from bundling.bill import bill, borrowed, copy_words
from bundling.compiled import compile_all
from bundling.elf import Missing, can_be_loaded, from_system, is_elf
from bundling.instructions import kinds
from rotom import files
from rotom.storage import licences
from rotom.system.distributions import distributions

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[1]

STDLIB_LEFT_OUT = tuple(
    "test idlelib tkinter turtle.py turtledemo ensurepip lib2to3 distutils venv pydoc_data "
    "config-* _tkinter* _curses* readline.* nis.* _dbm* _gdbm* _test* xx*".split()
)
"""Of Python's own library, what Rotom never asks for and what would bring libraries with it."""


class Folder:
    """A bundle that is being made at `root`; nothing may be there before."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.python = root / "python"
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        self.stdlib = self.python / "lib" / version
        self.packages = self.stdlib / "site-packages"
        self.fallback = root / "fallback"

    def make(self, wheel: Path) -> None:
        """Fills it, with Rotom from its wheel."""
        self._interpreter()
        for package in parts.needed("rotom"):
            for source, relative in parts.files_of(package):
                self._copy(source, self.packages / relative)
        pyside = Path(sysconfig.get_paths()["purelib"]) / "PySide6"
        for path in qt.files(pyside, CHECKOUT / "app" / "rotom"):
            self._copy(path, self.packages / "PySide6" / path.relative_to(pyside))
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(self.packages)
        for name in ("sitecustomize.py", "av.py"):
            shutil.copy(HERE / name, self.packages)
        shutil.copy(HERE / "launcher", self.root / "rotom")
        shutil.copy(HERE / "rotom.desktop", self.root)
        shutil.copy(HERE / "fonts.conf", self.root)
        shutil.copytree(
            "/usr/share/alsa", self.root / "alsa", ignore=shutil.ignore_patterns("ucm*", "topology")
        )
        icons.write(CHECKOUT / "assets" / "icons" / "rotom.svg", self.root / "icons" / "hicolor")
        shutil.copy(CHECKOUT / "LICENSE", self.root)
        self._record()
        for library in self.packages.glob("PySide6/Qt/lib/libicudata.so.*"):
            icu.cut(library)
        self._link_twins()
        self._strip()
        self._find_python()
        self._look_at_llama()
        self._tell_parts(self._fall_back())
        python = self.python / "bin" / "python3"
        compile_all(python, self.stdlib, self.packages / "rotom")

    def _interpreter(self) -> None:
        """Python as it was installed: it finds its library by the folder that it lies in."""
        binary = Path(os.path.realpath(sys.executable))
        self._copy(binary, self.python / "bin" / "python3")
        shared = sysconfig.get_config_var("INSTSONAME")
        if sysconfig.get_config_var("Py_ENABLE_SHARED"):
            library = Path(sysconfig.get_config_var("LIBDIR")) / shared
            self._copy(library.resolve(), self.python / "lib" / shared)
        source = Path(sysconfig.get_paths()["stdlib"])
        ignored = shutil.ignore_patterns("__pycache__", "site-packages", "dist-packages",
                                         *STDLIB_LEFT_OUT)  # fmt: skip
        shutil.copytree(source, self.stdlib, symlinks=False, ignore=ignored)

    def _copy(self, source: Path, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)

    def _record(self) -> None:
        """Each package's list of its files, of those that are here."""
        for package in parts.needed("rotom"):
            taken = [relative.as_posix() for _, relative in parts.files_of(package)]
            (inside,) = {n.partition("/")[0] for n in taken if n.endswith(".dist-info/METADATA")}
            lines = "".join(f"{name},,\n" for name in sorted(taken))
            (self.packages / inside / "RECORD").write_text(lines, encoding="utf-8")

    def _compiled(self) -> list[Path]:
        files = (p for p in sorted(self.root.rglob("*")) if p.is_file() and not p.is_symlink())
        return [path for path in files if is_elf(path)]

    def _link_twins(self) -> None:
        """A library that stands under several names stands once."""
        for folder in {path.parent for path in self._compiled()}:
            known: dict[bytes, Path] = {}
            for path in sorted(folder.iterdir(), key=lambda p: (len(p.name), p.name)):
                if not path.is_file() or path.is_symlink() or not is_elf(path):
                    continue
                first = known.setdefault(path.read_bytes(), path)
                if first is not path:
                    path.unlink()
                    path.symlink_to(first.name)

    def _strip(self) -> None:
        """Symbols for debuggers, which some packages ship by the ten megabytes."""
        for path in self._compiled():
            bare = path.with_name(path.name + ".bare")
            command = ["strip", "--strip-unneeded", "-o", str(bare), str(path)]
            subprocess.run(command, check=True, capture_output=True)
            if can_be_loaded(bare) and bare.stat().st_size < path.stat().st_size:
                bare.replace(path)
            else:
                bare.unlink()

    def _find_python(self) -> None:
        """Python finds its library beside it, wherever the folder lies."""
        if sysconfig.get_config_var("Py_ENABLE_SHARED"):
            rpath = ["patchelf", "--set-rpath", "$ORIGIN/../lib"]
            subprocess.run([*rpath, str(self.python / "bin" / "python3")], check=True)

    def _look_at_llama(self) -> None:
        """What a Steam Deck's processor does not know would end the program there."""
        for path in sorted((self.packages / "llama_cpp" / "lib").glob("libggml-cpu.so*")):
            if (found := kinds(path)) != {"avx2"}:
                raise Missing(f"llama.cpp is built for another processor: {found or 'no AVX2'}.")

    def _fall_back(self) -> list[Path]:
        """Libraries of this system, each in a folder of its own, for systems that lack it."""
        compiled = self._compiled()
        names = {path.name for path in self.root.rglob("*.so*")}
        found = from_system(compiled, names)
        for name, path in found.items():
            self._copy(path, self.fallback / name / name)
        return list(found.values())

    def _tell_parts(self, libraries: list[Path]) -> None:
        """The words of all licences, and the bill of materials."""
        taken = [
            each for each in distributions() if each.name.lower() not in parts.LEFT_OUT_PACKAGES
        ]
        inside = licences.parts_of(files.assets(), (each.name for each in taken))
        system = borrowed([*libraries, Path(os.path.realpath(sys.executable))])
        copy_words(system, self.root / "licences")
        told = bill(rotom.__version__, taken, inside, system)
        (self.root / "bill-of-materials.cdx.json").write_text(told, encoding="utf-8")
