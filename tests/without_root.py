"""File permissions that hold for the tests of a superuser too."""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

_LIBC = ctypes.CDLL(None, use_errno=True)
_VERSION_3 = 0x20080522
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1, 2


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Data(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


@contextmanager
def permissions_hold() -> Iterator[None]:
    """Within it, what a file's mode forbids is forbidden to this thread, even to root's.

    Linux capabilities belong to a thread: CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH are laid down
    and taken up again (capabilities(7)).
    """
    if os.geteuid() != 0:
        yield
        return
    header, data = _Header(_VERSION_3, 0), (_Data * 2)()
    _called("capget", header, data)
    before = data[0].effective
    data[0].effective = before & ~(1 << _DAC_OVERRIDE | 1 << _DAC_READ_SEARCH)
    _called("capset", header, data)
    try:
        yield
    finally:
        data[0].effective = before
        _called("capset", header, data)


def _called(name: str, header: _Header, data: "ctypes.Array[_Data]") -> None:
    if getattr(_LIBC, name)(ctypes.byref(header), data) != 0:
        raise OSError(ctypes.get_errno(), f"{name} failed")
