"""What of the installed packages goes into the bundle: the packages, and the files of each."""

import fnmatch
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

LEFT_OUT_PACKAGES = frozenset(
    "av click filelock flatbuffers fsspec hf-xet protobuf pycparser pyyaml rotom".split()
)
"""Rotom comes as its wheel. The others stand behind what Rotom does not use: reading files with
faster-whisper (av.py stands there), the hub's own downloader, making models for onnxruntime and
CTranslate2, and compiling bindings with cffi."""

LEFT_OUT = (
    "../*",
    "*/tests/*",
    "*/test/*",
    "*.pyi",
    "*.pyc",
    "*.h",
    "*.hpp",
    "*.pxd",
    "*.pyx",
    "*.cmake",
    "*.pc",
    "lib/*",  # llama.cpp's libraries a second time
    "bin/*",
    "include/*",
    "llama_cpp/lib/libmtmd*",
    "llama_cpp/server/*",
    "numpy/f2py/*",
    "numpy/distutils/*",
    "numpy/_core/lib/*",
    "numpy/random/lib/*",
    "numpy/_core/_*_tests.*",
    "numpy/_core/_simd.*",  # for its tests alone
    "onnxruntime/capi/libonnxruntime.so*",  # for programs in C; Python's module holds its own
    "onnxruntime/transformers/*",
    "onnxruntime/quantization/*",
    "onnxruntime/tools/*",
    "piper/hebrew/*.onnx",
    "piper/tashkeel/*.onnx",
    "piper/train/*",
    "piper/http_server*",
    "sdl2dll/dll/*_*",  # image, mixer, text: Rotom asks SDL for gamepads alone
    "sdl2dll/dll/libdav1d*",
    "sdl2dll/dll/libwebp*",
    "sdl2dll/dll/libavif*",
    "sdl2dll/dll/libtiff*",
    "sdl2dll/dll/libopus*",
    "sdl2dll/dll/libogg*",
    "sdl2dll/dll/libgme*",
    "sdl2dll/dll/libxmp*",
    "sdl2dll/dll/libwavpack*",
    "sdl2/test/*",
    "sdl2/examples/*",
    "PySide6/*",  # Qt has rules of its own
    "pocketsphinx/model/en-us/en-us-phone.lm.bin",
    "piper/espeak-ng-data/*_dict",
    "huggingface_hub/*",  # faster-whisper imports it, and asks it for nothing
    "openai/resources/*/*",
    "openai/types/beta/*",
    "openai/types/admin/*",
    "openai/types/evals/*",
    "openai/types/live/*",
    "openai/types/realtime/*",
    "cffi/*",
    "*.dist-info/sboms/*",
    "*.dist-info/RECORD",  # written anew
    "*.dist-info/direct_url.json",
)
"""Files by their path in site-packages that Rotom never opens."""

KEPT = (
    "piper/espeak-ng-data/en_dict",
    "piper/espeak-ng-data/ko_dict",
    "huggingface_hub/__init__.py",
    "openai/resources/chat/*.py",
)
"""Files that stay in spite of that."""


def needed(name: str) -> Iterator[Distribution]:
    """The packages that one needs to run, itself first, each once, in the order of their names."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(name)]
    while waiting:
        requirement = waiting.pop()
        key = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if key in found:
            continue
        try:
            found[key] = distribution(requirement.name)
        except PackageNotFoundError:
            continue  # for another system or Python
        for line in found[key].requires or ():
            asked = Requirement(line)
            if asked.marker is None or asked.marker.evaluate({"extra": ""}):
                waiting.append(asked)
    return (found[key] for key in sorted(found) if key not in LEFT_OUT_PACKAGES)


def files_of(package: Distribution) -> Iterator[tuple[Path, Path]]:
    """The files of a package that are taken: where each lies, and its path in site-packages."""
    for file in package.files or ():
        there = Path(str(file.locate()))
        if not is_left_out(file.as_posix()) and there.is_file():
            yield there, Path(file)


def is_left_out(relative: str) -> bool:
    """Whether Rotom does without a file of site-packages."""

    def is_one_of(patterns: Iterable[str]) -> bool:
        return any(fnmatch.fnmatchcase(relative, pattern) for pattern in patterns)

    return is_one_of(LEFT_OUT) and not is_one_of(KEPT)
