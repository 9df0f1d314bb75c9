"""Addresses of servers that think for Rotom: what may be asked how, and whose words leave home."""

import ipaddress
import re
from urllib.parse import urlsplit

from rotom.domain.engines import EngineError
from rotom.domain.wording import Worded, worded

_HOST = re.compile(r"[a-z0-9._:-]+")
_SCHEME = re.compile(r"[a-z]+:/*")


def privacy(host: str) -> Worded:
    """What is said before the first words leave for a server."""
    return worded(
        "With this server your words leave this machine: what you type, what Rotom heard you say, "
        "what it remembers of you and the conversation so far go to {host}. Sound never does. "
        "Whoever runs {host} can read and keep it.",
        host=host,
    )


def checked_address(text: str) -> str:
    """The address with its scheme, and `/v1` where no path is given; EngineError where it is none.

    Without encryption only this machine and the home network may be asked.
    """
    address = text.strip().rstrip("/")
    if "://" not in address:
        address = f"{'http' if is_near(address) else 'https'}://{address}"
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise EngineError(worded("{text!r} is no address of a server.", text=text[:100])) from error
    is_whole = host is not None and _HOST.fullmatch(host) and not _SCHEME.fullmatch(text.strip())
    if parts.scheme not in {"http", "https"} or not is_whole or parts.query or parts.fragment:
        raise EngineError(
            worded(
                "{text!r} is no address of a server. It looks like http://192.168.1.20:8080.",
                text=text[:100],
            )
        )
    if parts.username or parts.password:
        raise EngineError("Leave the key out of the address; it has a place of its own.")
    if parts.scheme == "http" and not is_near(address):
        raise EngineError(
            worded(
                "{host} is not in the home network, so its address has to begin with https://.",
                host=host,
            )
        )
    return address if parts.path.strip("/") else f"{address}/v1"


def host_of(address: str) -> str:
    return urlsplit(checked_address(address)).netloc


def stays_here(address: str) -> bool:
    """Whether the server is on this machine."""
    host = _host(address)
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def is_near(address: str) -> bool:
    """Whether the server is on this machine or in the home network."""
    host = _host(address)
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith((".local", ".lan", ".home.arpa", ".localhost"))
    return number.is_private or number.is_loopback or number.is_link_local


def _host(address: str) -> str:
    rest = re.sub(r"^[a-z]+://", "", address.strip().lower())
    try:
        return urlsplit(f"//{rest}").hostname or ""
    except ValueError:
        return ""
