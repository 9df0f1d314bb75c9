"""What Rotom needs of Qt: the modules that it imports, their plugins, and the libraries of both."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bundling.elf import needed_names

PLUGINS = (
    "platforms/libqxcb.so",
    "platforms/libqoffscreen.so",
    "platforms/libqwayland*.so",
    "xcbglintegrations/*.so",
    "wayland-shell-integration/libxdg-shell.so",
    "wayland-decoration-client/*.so",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "platforminputcontexts/libibusplatforminputcontextplugin.so",
    "platformthemes/libqxdgdesktopportal.so",
    "imageformats/libqsvg.so",
    "imageformats/libqjpeg.so",
    "iconengines/libqsvgicon.so",
)
"""By their paths in Qt's folder of plugins; Korean is typed through ibus."""

_IMPORTED = re.compile(r"^\s*(?:from|import) PySide6\.(Qt\w+)", re.MULTILINE)


def files(pyside: Path, source: Path) -> Iterator[Path]:
    """The files of PySide6 that the program in `source` needs."""
    modules = {
        name for path in source.rglob("*.py") for name in _IMPORTED.findall(path.read_text("utf-8"))
    }
    roots = [pyside / f"{module}.abi3.so" for module in _with_bases(pyside, modules)]
    roots += sorted(pyside.glob("libpyside6*.so*"))
    plugins = pyside / "Qt" / "plugins"
    roots += [path for pattern in PLUGINS for path in sorted(plugins.glob(pattern))]
    qml = list(_qml(pyside, source / "ui" / "qml"))
    roots += [path for path in qml if path.suffix == ".so"]
    yield from sorted(pyside.glob("*.py"))
    yield from qml
    yield from _closed(roots, pyside / "Qt" / "lib")


def _with_bases(pyside: Path, modules: set[str]) -> list[str]:
    """A module imports those that it builds on by itself: QtWidgets needs QtGui and QtCore."""
    alone = {"QtCore"}
    for module in modules:
        told = subprocess.run(
            [str(_python(pyside)), "-c", _TELL.format(module=module)],
            capture_output=True,
            text=True,
            check=True,
        )
        alone |= set(told.stdout.split())
    return sorted(alone)


_TELL = (
    "import sys, PySide6.{module}; "
    "print(*(n.split('.')[1] for n in sys.modules if n.startswith('PySide6.Qt')))"
)


def _python(pyside: Path) -> Path:
    return pyside.parents[3] / "bin" / "python"


def _qml(pyside: Path, folder: Path) -> Iterator[Path]:
    """The QML modules that are imported, as Qt's own scanner finds them."""
    scanner = _python(pyside).with_name("pyside6-qmlimportscanner")
    told = subprocess.run(
        [str(scanner), "-rootPath", str(folder), "-importPath", str(pyside / "Qt" / "qml")],
        capture_output=True,
        text=True,
        check=True,
    )
    for module in json.loads(told.stdout):
        if module["type"] == "module" and "path" in module:
            here = Path(module["path"])
            yield from sorted(p for p in here.iterdir() if p.is_file() and p.suffix != ".qmltypes")


def _closed(roots: list[Path], libraries: Path) -> Iterator[Path]:
    """These files, and the libraries beside them that they need, each once."""
    seen: dict[Path, None] = {}
    waiting = list(roots)
    while waiting:
        path = waiting.pop()
        if path in seen or not path.exists():
            continue
        seen[path] = None
        waiting += [libraries / name for name in needed_names(path)]
    return iter(seen)
