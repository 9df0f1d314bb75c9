"""llama.cpp is built for every machine of its kind, once."""

import re
from pathlib import Path

import pytest

from setting_up import source_builds
from tests.without_root import permissions_hold

NEW_PROCESSOR = frozenset({*source_builds.INSTRUCTION_SETS.values(), "avx512f", "avx512_vnni"})


def test_llama_is_built_for_avx2_and_never_for_the_building_processor_alone() -> None:
    arguments = source_builds.llama("llama-cpp-python==1", NEW_PROCESSOR).cmake_args
    assert "-DGGML_NATIVE=OFF" in arguments
    assert "-DGGML_AVX2=ON" in arguments
    assert not [each for each in arguments if "512" in each or "VNNI" in each]


def test_a_processor_without_avx2_is_told_so_and_gets_a_build_that_runs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    old = frozenset({"sse4_2", "avx"})
    source_builds.warn_of_a_slow_processor(old)
    assert "AVX2" in capsys.readouterr().err
    arguments = source_builds.llama("llama-cpp-python==1", old).cmake_args
    assert "-DGGML_AVX=ON" in arguments
    assert "-DGGML_AVX2=OFF" in arguments
    source_builds.warn_of_a_slow_processor(NEW_PROCESSOR)
    assert not capsys.readouterr().err


def test_processor_flags_are_read_from_the_first_processor() -> None:
    cpuinfo = "processor\t: 0\nflags\t\t: fpu sse4_2 avx2\n\nprocessor\t: 1\nflags\t\t: fpu\n"
    assert source_builds.cpu_flags(cpuinfo) == {"fpu", "sse4_2", "avx2"}
    assert source_builds.cpu_flags("") == frozenset()


def test_a_kept_wheel_is_found_again_only_for_the_same_build() -> None:
    source = source_builds.llama("llama-cpp-python==1 --hash=sha256:00", NEW_PROCESSOR)
    other_flags = source_builds.llama("llama-cpp-python==1 --hash=sha256:00", {"avx"})
    other_source = source_builds.llama("llama-cpp-python==1 --hash=sha256:11", NEW_PROCESSOR)
    keys = {
        source_builds.key(source, "c++ 12"),
        source_builds.key(source, "c++ 13"),
        source_builds.key(other_flags, "c++ 12"),
        source_builds.key(other_source, "c++ 12"),
    }
    assert len(keys) == 4
    assert source_builds.key(source, "c++ 12") == source_builds.key(source, "c++ 12")


def test_a_wheel_that_was_kept_is_not_built_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(source_builds, "_compiler_version", lambda environ: "c++ 12")
    source = source_builds.llama("llama-cpp-python==1 --hash=sha256:00", NEW_PROCESSOR)
    kept = tmp_path / source.name / source_builds.key(source, "c++ 12") / "llama.whl"
    kept.parent.mkdir(parents=True)
    kept.touch()
    log = tmp_path / "log"
    found = source_builds.built_wheel(source, tools=log, cache=tmp_path, environ={}, log=log)
    assert found == kept
    assert not log.exists()


def test_built_wheels_are_kept_in_the_users_cache(tmp_path: Path) -> None:
    home, cache = tmp_path / "home", tmp_path / "cache"
    both = {"HOME": str(home), "XDG_CACHE_HOME": str(cache)}
    assert source_builds.cache_folder(both, tmp_path) == cache / "rotom-build"
    relative = {"HOME": str(home), "XDG_CACHE_HOME": "somewhere"}
    assert source_builds.cache_folder(relative, tmp_path) == home / ".cache" / "rotom-build"
    assert source_builds.cache_folder({}, tmp_path).is_relative_to(tmp_path / ".cache")


def test_where_the_users_cache_is_closed_the_checkout_keeps_the_wheels(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    with permissions_hold():
        folder = source_builds.cache_folder({"HOME": str(home)}, tmp_path / "checkout")
    assert folder == tmp_path / "checkout" / ".cache" / "wheels"


def test_the_llama_that_is_installed_leaks_nothing_of_the_processor_that_built_it() -> None:
    import llama_cpp

    told = llama_cpp.llama_print_system_info().decode()
    has = dict(re.findall(r"(\w+) = (\d)", told))
    assert has["AVX2"] == "1" or "avx2" not in source_builds.cpu_flags(
        Path("/proc/cpuinfo").read_text(encoding="utf-8")
    )
    leaked = [
        name for name, value in has.items() if value == "1" and re.search("512|VNNI|AMX", name)
    ]
    assert not leaked
