"""A Steam Deck's controller for tests: its reports, its node in a made-up sysfs, and pulling it."""

import socket
from pathlib import Path

from rotom.domain.controls import PadButton

ID = "0003:000028DE:00001205"


def report(*bits: tuple[int, int]) -> bytes:
    """A whole report with these bits of these bytes set; its sticks are a little off the middle."""
    told = bytearray(64)
    told[:8] = b"\x01\x00\x09\x3c\x5a\x11\x02\x00"
    told[48:56] = b"\x30\x01\xc4\xfe\x90\x00\x1c\xff"
    for byte, bit in bits:
        told[byte] |= 1 << bit
    return bytes(told)


L5, R5, L4, R4, L1, R1 = (9, 7), (10, 0), (13, 1), (13, 2), (8, 3), (8, 2)
BITS = {
    PadButton.L5: L5,
    PadButton.R5: R5,
    PadButton.L4: L4,
    PadButton.R4: R4,
    PadButton.L1: L1,
    PadButton.R1: R1,
}


def node(sysfs: Path, name: str, phys: str = "usb-0000:04:00.4-3/input2", id_: str = ID) -> None:
    """A node as the kernel tells of it."""
    device = sysfs / name / "device"
    device.mkdir(parents=True)
    (device / "uevent").write_text(
        f"DRIVER=hid-steam\nHID_ID={id_}\nHID_NAME=Valve Software Steam Controller\n"
        f"HID_PHYS={phys}\nHID_UNIQ=\nMODALIAS=hid:b0003g0001v000028DEp00001205\n"
    )


class Deck:
    """A controller that can be plugged in and pulled out; hidraw gives a report for each read, as
    a socket of packets does.
    """

    def __init__(self, sysfs: Path) -> None:
        self.sysfs = sysfs
        self._ours: socket.socket | None = None
        self.opened: list[Path] = []

    def plug_in(self, name: str = "hidraw3") -> None:
        node(self.sysfs, name)

    def open_node(self, path: Path) -> int:
        """What a listener opens in place of a file in /dev."""
        before, (self._ours, theirs) = (
            self._ours,
            socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET),
        )
        if before is not None:
            before.close()
        theirs.setblocking(False)
        self.opened.append(path)
        return theirs.detach()

    @property
    def is_open(self) -> bool:
        return self._ours is not None

    def tell(self, *reports: bytes) -> None:
        assert self._ours is not None
        for each in reports:
            self._ours.send(each)

    def was_written(self) -> bytes:
        """What the listener has written to it, or b""."""
        assert self._ours is not None
        self._ours.setblocking(False)
        try:
            return self._ours.recv(64)
        except BlockingIOError:
            return b""

    def pull_out(self) -> None:
        for folder in self.sysfs.glob("hidraw*"):
            (folder / "device" / "uevent").unlink()
            (folder / "device").rmdir()
            folder.rmdir()
        if self._ours is not None:
            self._ours.close()
            self._ours = None
