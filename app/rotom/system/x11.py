"""What an X server tells of windows and keys, through libxcb, on which Qt's windows stand too."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from ctypes import POINTER, Structure, c_char_p, c_int, c_uint8, c_uint16, c_uint32, c_void_p
from functools import cache
from typing import Any, ClassVar  # a ctypes library has no types

LIBRARY = "libxcb.so.1"

CARDINAL = 6
"""The atom of that name in every server (X11's Xatom.h)."""

_MOST_VALUES = 1024


class NoDisplay(Exception):
    """There is no X server to be asked, or it is gone."""


class _Cookie(Structure):
    _fields_ = (("sequence", c_uint32),)


class _Screens(Structure):
    """An iterator over screens: the first field of the first of them is its root window."""

    _fields_ = (("root", POINTER(c_uint32)), ("left", c_int), ("index", c_int))


_Fields = Sequence[tuple[str, type[Any]]]


class _Answer(Structure):
    """What each answer begins with; `detail` is of its own kind."""

    _fields_: ClassVar[_Fields] = (
        ("response", c_uint8),
        ("detail", c_uint8),
        ("sequence", c_uint16),
        ("length", c_uint32),
    )


class _Property(_Answer):
    """`detail` is how many bits each value has."""

    _fields_ = (
        ("type", c_uint32),
        ("bytes_after", c_uint32),
        ("values", c_uint32),
        ("padding", c_uint8 * 12),
    )


class _Atom(_Answer):
    _fields_ = (("atom", c_uint32),)


class _Keymap(_Answer):
    _fields_ = (("keys", c_uint8 * 32),)


class _Mapping(_Answer):
    """`detail` is how many signs each code has; they stand behind it."""


_FIRST_CODE, _CODES = 8, 248
"""The codes that a key can have (X11's protocol, section 5)."""


class Display:
    """A connection to an X server, used by one thread; NoDisplay where nobody answers.

    `name` is such as ":0". A server that goes away is an empty answer and never ends the program.
    """

    def __init__(self, name: str) -> None:
        self._xcb = _library()
        self._connection = self._xcb.xcb_connect(name.encode(), None)
        if self._xcb.xcb_connection_has_error(self._connection):
            self.close()
            raise NoDisplay(name)
        setup = self._xcb.xcb_get_setup(self._connection)
        self.root = int(self._xcb.xcb_setup_roots_iterator(setup).root[0])

    def __enter__(self) -> "Display":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._xcb.xcb_disconnect(self._connection)

    def cardinals(self, window: int, name: str) -> tuple[int, ...]:
        """The 32-bit numbers of a window's property; none where it has none of that name."""
        cookie = self._xcb.xcb_get_property(
            self._connection, 0, window, self._atom(name), CARDINAL, 0, _MOST_VALUES
        )
        with self._answer(self._xcb.xcb_get_property_reply, _Property, cookie) as answer:
            if answer is None or answer.contents.detail != 32:
                return ()
            first = self._xcb.xcb_get_property_value(answer)
            return tuple((c_uint32 * answer.contents.values).from_address(first))

    def keys_down(self) -> int | None:
        """All keys that are down now, the bit of its code for each; None without a server."""
        cookie = self._xcb.xcb_query_keymap(self._connection)
        with self._answer(self._xcb.xcb_query_keymap_reply, _Keymap, cookie) as answer:
            return None if answer is None else int.from_bytes(answer.contents.keys, "little")

    def keys_of(self, sign: int) -> int:
        """The keys with a sign (a keysym), as `keys_down` tells them."""
        cookie = self._xcb.xcb_get_keyboard_mapping(self._connection, _FIRST_CODE, _CODES)
        reply = self._xcb.xcb_get_keyboard_mapping_reply
        with self._answer(reply, _Mapping, cookie) as answer:
            if answer is None:
                return 0
            width = answer.contents.detail
            first = self._xcb.xcb_get_keyboard_mapping_keysyms(answer)
            signs = (c_uint32 * answer.contents.length).from_address(first)
            codes = {_FIRST_CODE + at // width for at, each in enumerate(signs) if each == sign}
            return sum(1 << code for code in codes)

    def put(self, window: int, name: str, *values: int) -> None:
        """Sets a window's property to 32-bit numbers; the server has done it on return."""
        self._xcb.xcb_change_property(
            self._connection,
            0,
            window,
            self._atom(name),
            CARDINAL,
            32,
            len(values),
            (c_uint32 * len(values))(*values),
        )
        self.cardinals(window, name)  # answered in the order of the requests

    def _atom(self, name: str) -> int:
        said = name.encode()
        cookie = self._xcb.xcb_intern_atom(self._connection, 0, len(said), said)
        with self._answer(self._xcb.xcb_intern_atom_reply, _Atom, cookie) as answer:
            return 0 if answer is None else int(answer.contents.atom)

    @contextmanager
    def _answer(
        self, ask: Callable[..., int], kind: type[_Answer], cookie: _Cookie
    ) -> Iterator[Any]:
        """What the server answers, there within it; None where it refuses or is gone."""
        error = c_void_p()
        address = ask(self._connection, cookie, ctypes.byref(error))
        if error.value:
            _free(error)
        if not address:
            yield None
            return
        try:
            yield ctypes.cast(address, POINTER(kind))
        finally:
            _free(c_void_p(address))


@cache
def _library() -> Any:
    try:
        xcb = ctypes.CDLL(LIBRARY)
    except OSError as error:
        raise NoDisplay(LIBRARY) from error
    connection, window, atom = c_void_p, c_uint32, c_uint32
    for name, result, arguments in (
        ("xcb_connect", c_void_p, (c_char_p, POINTER(c_int))),
        ("xcb_connection_has_error", c_int, (connection,)),
        ("xcb_disconnect", None, (connection,)),
        ("xcb_get_setup", c_void_p, (connection,)),
        ("xcb_setup_roots_iterator", _Screens, (c_void_p,)),
        ("xcb_intern_atom", _Cookie, (connection, c_uint8, c_uint16, c_char_p)),
        ("xcb_intern_atom_reply", c_void_p, (connection, _Cookie, c_void_p)),
        (
            "xcb_get_property",
            _Cookie,
            (connection, c_uint8, window, atom, atom, c_uint32, c_uint32),
        ),
        ("xcb_get_property_reply", c_void_p, (connection, _Cookie, c_void_p)),
        ("xcb_get_property_value", c_void_p, (c_void_p,)),
        ("xcb_query_keymap", _Cookie, (connection,)),
        ("xcb_query_keymap_reply", c_void_p, (connection, _Cookie, c_void_p)),
        ("xcb_get_keyboard_mapping", _Cookie, (connection, c_uint8, c_uint8)),
        ("xcb_get_keyboard_mapping_reply", c_void_p, (connection, _Cookie, c_void_p)),
        ("xcb_get_keyboard_mapping_keysyms", c_void_p, (c_void_p,)),
        (
            "xcb_change_property",
            _Cookie,
            (connection, c_uint8, window, atom, atom, c_uint8, c_uint32, c_void_p),
        ),
    ):
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments
    return xcb


def _free(answer: c_void_p) -> None:
    """What libxcb answers is the caller's, to be freed as C does it."""
    _c_free()(answer)


@cache
def _c_free() -> Any:
    free = ctypes.CDLL(None).free
    free.restype, free.argtypes = None, (c_void_p,)
    return free
