"""What the machine is: read from files as Linux writes them."""

import os
import sys
from pathlib import Path

import pytest

from rotom.system.machine import (
    Battery,
    Memory,
    battery,
    battery_percent,
    has_display,
    has_terminal,
    held_bytes,
    memory,
    processor,
    resident_bytes,
    temperature_c,
)


@pytest.fixture
def proc(tmp_path: Path) -> Path:
    return tmp_path / "proc"


def put(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(content)
    return folder


def test_memory_is_total_and_what_can_be_had(proc: Path) -> None:
    put(proc, meminfo="MemTotal:  15000 kB\nMemFree: 100 kB\nMemAvailable: 9000 kB\nHuge: 0\n")
    assert memory(proc) == Memory(15000 * 1024, 9000 * 1024)


V2 = {
    "memory.max": "1000000",
    "memory.current": "700000",
    "memory.stat": "anon 5\ninactive_file 100000\nactive_file 50000\n",
}
V1 = {
    "memory.limit_in_bytes": "1000000",
    "memory.usage_in_bytes": "700000",
    "memory.stat": "cache 5\ntotal_inactive_file 100000\ntotal_active_file 50000\n",
}
UNLIMITED = {"memory.max": "max", "memory.current": "900000"}
UNLIMITED_V1 = {
    "memory.limit_in_bytes": "9223372036854771712",
    "memory.usage_in_bytes": "900000",
}


@pytest.mark.parametrize(
    ("cgroup", "mounted", "outer", "inner", "left"),
    [
        ("0::/user/app", "cgroup2 cgroup2 rw", UNLIMITED, V2, 450_000),
        ("0::/user/app", "cgroup2 cgroup2 rw", V2, UNLIMITED, 450_000),
        ("0::/user/app", "cgroup2 cgroup2 rw", V2 | {"memory.current": "990000"}, V2, 160_000),
        ("0::/user/app", "cgroup2 cgroup2 rw", UNLIMITED, UNLIMITED, None),
        ("0::/user/app", "cgroup2 cgroup2 rw", {}, {}, None),
        ("4:memory:/user/app", "cgroup cgroup rw,memory", UNLIMITED_V1, V1, 450_000),
        ("3:cpu:/user/app", "cgroup cgroup rw,cpu", UNLIMITED_V1, V1, None),
        ("4:memory:/user/app", "cgroup cgroup rw,cpu", UNLIMITED_V1, V1, None),
    ],
)
def test_what_is_free_is_what_the_tightest_control_group_leaves(
    proc: Path,
    tmp_path: Path,
    cgroup: str,
    mounted: str,
    outer: dict[str, str],
    inner: dict[str, str],
    left: int | None,
) -> None:
    mount = tmp_path / "groups"
    for folder, group in ((mount / "user", outer), (mount / "user" / "app", inner)):
        folder.mkdir(parents=True)
        for name, text in group.items():
            (folder / name).write_text(text)
    put(proc, meminfo="MemTotal: 15000 kB\nMemAvailable: 9000 kB\n")
    (proc / "self").mkdir(exist_ok=True)
    (proc / "self" / "cgroup").write_text(cgroup + "\n")
    (proc / "self" / "mountinfo").write_text(f"31 23 0:28 / {mount} rw - {mounted}\n")
    whole = Memory(15000 * 1024, 9000 * 1024)
    assert memory(proc) == (whole if left is None else Memory(1_000_000, left))


@pytest.mark.parametrize("nonsense", ["", "x", "0::", "::", " - ", "a b c d - cgroup2", "\xff"])
def test_control_groups_in_another_form_limit_nothing(proc: Path, nonsense: str) -> None:
    put(proc, meminfo="MemTotal: 15000 kB\nMemAvailable: 9000 kB\n")
    (proc / "self").mkdir(exist_ok=True)
    for name in ("cgroup", "mountinfo"):
        (proc / "self" / name).write_text(nonsense + "\n", "latin-1")
    assert memory(proc) == Memory(15000 * 1024, 9000 * 1024)


def test_a_group_that_is_mounted_as_the_whole_is_found(proc: Path, tmp_path: Path) -> None:
    put(proc, meminfo="MemTotal: 15000 kB\nMemAvailable: 9000 kB\n")
    for name, text in V2.items():
        (tmp_path / name).write_text(text)
    (proc / "self").mkdir(exist_ok=True)
    (proc / "self" / "cgroup").write_text("0::/user/app\n")
    (proc / "self" / "mountinfo").write_text(
        f"31 23 0:28 /user/app {tmp_path} rw - cgroup2 cgroup2 rw\n"
    )
    assert memory(proc) == Memory(1_000_000, 450_000)


def test_memory_of_an_unknown_system_is_unknown(proc: Path) -> None:
    assert memory(proc) is None
    assert memory(put(proc, meminfo="nonsense\nMemTotal: x kB")) is None


def test_this_machine_has_memory_and_this_program_a_part_of_it() -> None:
    here, resident = memory(), resident_bytes()
    assert here is not None
    assert resident is not None
    assert 1_000_000 < resident < here.total
    assert here.available <= here.total


def test_a_program_that_takes_memory_holds_more() -> None:
    before = resident_bytes()
    taken = bytearray(os.urandom(1024)) * (64 * 1024)
    after = resident_bytes()
    assert before is not None
    assert after is not None
    assert after - before > len(taken) // 2


DECK = """processor\t: {n}
model name\t: AMD Custom APU 0405
physical id\t: 0
core id\t\t: {core}
cpu cores\t: 4
flags\t\t: fpu sse4_2 avx avx2 bmi2

"""


def test_the_processor_of_a_deck_has_four_cores_and_avx2(proc: Path) -> None:
    put(proc, cpuinfo="".join(DECK.format(n=n, core=n // 2) for n in range(8)))
    found = processor(proc)
    assert (found.model, found.cores, found.has_avx2) == ("AMD Custom APU 0405", 4, True)


def test_a_processor_without_avx2_is_not_taken_for_one_that_has_it(proc: Path) -> None:
    put(proc, cpuinfo="model name : Old\nflags : fpu avx avx2ish\n")
    assert not processor(proc).has_avx2


def test_an_unknown_processor_has_the_cores_that_may_be_used(proc: Path) -> None:
    found = processor(proc)
    assert found.model == ""
    assert found.cores == found.threads == len(os.sched_getaffinity(0))


def test_a_machine_without_a_battery_has_none(tmp_path: Path) -> None:
    assert battery(tmp_path / "nowhere") is None
    put(tmp_path / "AC", type="Mains\n", online="1\n")
    assert battery(tmp_path) is None
    assert battery_percent(tmp_path) is None


@pytest.mark.parametrize(
    ("status", "on_mains"),
    [("Discharging", False), ("Charging", True), ("Full", True), ("Not charging", True)],
)
def test_a_battery_says_how_full_it_is_and_whether_it_empties(
    tmp_path: Path, status: str, on_mains: bool
) -> None:
    put(tmp_path / "AC", type="Mains\n")
    put(tmp_path / "BAT1", type="Battery\n", capacity="15\n", status=status + "\n", present="1\n")
    assert battery(tmp_path) == Battery(15, on_mains)
    assert battery_percent(tmp_path) == 15


def test_the_battery_of_a_gamepad_is_not_the_machines(tmp_path: Path) -> None:
    put(tmp_path / "ps-controller", type="Battery\n", scope="Device\n", capacity="5\n")
    assert battery(tmp_path) is None


def test_the_hottest_sensor_of_the_processor_is_its_temperature(tmp_path: Path) -> None:
    sensors, zones = tmp_path / "hwmon", tmp_path / "thermal"
    assert temperature_c(sensors, zones) is None
    put(zones / "thermal_zone0", type="acpitz\n", temp="41500\n")
    put(zones / "thermal_zone1", type="iwlwifi_1\n", temp="70000\n")
    assert temperature_c(sensors, zones) == 41
    put(sensors / "hwmon0", name="nvme\n", temp1_input="99000\n")
    put(sensors / "hwmon1", name="amdgpu\n", temp1_input="83000\n", temp1_crit="105000\n")
    put(sensors / "hwmon2", name="k10temp\n", temp1_input="79125\n", temp3_input="-40000\n")
    assert temperature_c(sensors, zones) == 83


def test_two_batteries_count_together_and_an_empty_slot_does_not(tmp_path: Path) -> None:
    put(tmp_path / "BAT0", type="Battery", capacity="100", status="Full")
    put(tmp_path / "BAT1", type="Battery", capacity="50", status="Discharging")
    put(tmp_path / "BAT2", type="Battery", capacity="0", present="0")
    assert battery(tmp_path) == Battery(75, on_mains=False)


def test_a_battery_that_says_nonsense_is_none(tmp_path: Path) -> None:
    put(tmp_path / "BAT0", type="Battery", capacity="many")
    (tmp_path / "BAT1").mkdir()
    assert battery(tmp_path) is None


def test_a_battery_that_claims_too_much_is_full(tmp_path: Path) -> None:
    put(tmp_path / "BAT0", type="Battery", capacity="104", status="Full")
    assert battery_percent(tmp_path) == 100


def test_a_display_is_one_of_x11_or_of_wayland_that_is_named() -> None:
    assert has_display({"DISPLAY": ":0"})
    assert has_display({"WAYLAND_DISPLAY": "wayland-0"})
    assert not has_display({"DISPLAY": "", "PATH": "/bin"})


def test_a_pipe_and_a_closed_stream_are_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not has_terminal()
    monkeypatch.setattr(sys, "stdin", None)
    assert not has_terminal()


def test_a_terminal_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "w") as terminal, os.fdopen(ours, "rb"):
        monkeypatch.setattr(sys, "stdin", terminal)
        monkeypatch.setattr(sys, "stdout", terminal)
        assert has_terminal()
        monkeypatch.undo()


def test_what_no_file_stands_behind_is_read_from_the_status(tmp_path: Path) -> None:
    (tmp_path / "self").mkdir()
    (tmp_path / "self" / "status").write_text("VmRSS:\t 900 kB\nRssAnon:\t 300 kB\n")
    assert held_bytes(tmp_path) == 300 * 1024
    assert held_bytes(tmp_path / "nothing") is None
    assert (held_bytes() or 0) > 1_000_000
