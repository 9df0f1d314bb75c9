"""The hub, asked with care: over https, at known hosts alone, with the token for the hub itself."""

import json
import os
import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import httpx2

from rotom import __version__
from rotom.domain.catalog import HUB
from rotom.domain.wording import worded
from rotom.storage.web_errors import WebError, check, lost

_REDIRECTS = 5
_HOSTS = ("huggingface.co", "hf.co")
"""The hub and where it sends those who ask for a file: these hosts and all below them."""

_LARGEST_LIST_BYTES = 32 * 1024 * 1024
_CONNECT_S, _SILENCE_S = 15.0, 30.0
"""How long connecting may take, and how long nothing may come, before it is tried again."""

_CONTENT_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)")


@dataclass(frozen=True, slots=True)
class Answer:
    """A file that begins to come: from byte `starts_at` of `total_bytes` (None: not told).

    `linked_sha256` and `linked_bytes` are what the hub says of the file before it sends the asker
    on to its storage; '' and None where it does not.
    """

    starts_at: int
    total_bytes: int | None
    linked_sha256: str
    linked_bytes: int | None
    _response: httpx2.Response

    def chunks(self) -> Iterator[bytes]:
        """The bytes as they come; WebError where they end too soon."""
        try:
            yield from self._response.iter_raw()
        except httpx2.RequestError as error:
            raise lost(error) from error

    def abort(self) -> None:
        """Ends the reading at once, from any thread."""
        stream = self._response.extensions.get("network_stream")
        connection = stream.get_extra_info("socket") if stream is not None else None
        if connection is not None:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                return


class Web:
    """Asks one hub or a mirror of it; used by one thread at a time.

    Proxies are those of the environment. `without_tls` names hosts with their port that may be
    asked without https: a server of the tests.
    """

    def __init__(
        self, endpoint: str = HUB, token: str = "", without_tls: frozenset[str] = frozenset()
    ) -> None:
        self._without_tls = without_tls
        self._token = token
        try:
            self._endpoint = httpx2.URL(endpoint.rstrip("/"))
            self._client = httpx2.Client(
                verify=_certificates(),
                timeout=httpx2.Timeout(_SILENCE_S, connect=_CONNECT_S),
                headers={"User-Agent": f"rotom/{__version__}", "Accept-Encoding": "identity"},
            )
        except httpx2.InvalidURL as error:
            raise WebError(worded("HF_ENDPOINT is no address ({why}).", why=error)) from error
        except (ImportError, ValueError) as error:
            raise WebError(
                worded(
                    "The proxy of the environment cannot be used ({why}). Set "
                    "HTTPS_PROXY to an http address.",
                    why=str(error).split(". ")[0],
                )
            ) from error
        if not self._is_allowed(self._endpoint):
            raise WebError(
                worded(
                    "HF_ENDPOINT has to be an address that begins with https://, not {endpoint}.",
                    endpoint=str(self._endpoint)[:100],
                )
            )

    def close(self) -> None:
        self._client.close()

    def __enter__(self) -> "Web":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def file(self, url: str, offset: int = 0) -> Iterator[Answer]:
        """The file at an address of the catalogue, from byte `offset` on where the hub can."""
        headers = {"Range": f"bytes={offset}-"} if offset else {}
        response, told = self._ask(self._mirrored(url), headers)
        try:
            yield _answer(response, told, offset)
        finally:
            response.close()

    def json(self, path: str) -> tuple[object, str]:
        """What the hub's programming interface says at a path, and the path of the next page."""
        response, _ = self._ask(self._endpoint.copy_with(raw_path=path.encode("ascii")), {})
        try:
            body = b""
            for chunk in response.iter_raw():
                body += chunk
                if len(body) > _LARGEST_LIST_BYTES:
                    raise WebError("The hub's answer is too long to be a list of files.")
            following = response.links.get("next", {}).get("url", "")
            return json.loads(body), httpx2.URL(following).raw_path.decode() if following else ""
        except httpx2.RequestError as error:
            raise lost(error) from error
        except (ValueError, RecursionError) as error:
            raise WebError("The hub's answer is not what its manual says.", True) from error
        finally:
            response.close()

    def _mirrored(self, url: str) -> httpx2.URL:
        """A catalogue's address at the endpoint that is asked."""
        if not url.startswith(HUB + "/"):
            raise WebError(worded("{url} is no address of the hub.", url=url[:200]))
        below = str(self._endpoint.path).rstrip("/")
        return self._endpoint.copy_with(raw_path=(below + url[len(HUB) :]).encode("ascii"))

    def _ask(
        self, url: httpx2.URL, headers: Mapping[str, str]
    ) -> tuple[httpx2.Response, Mapping[str, str]]:
        """The answer after the redirects, and what the hub's own answers said of the file."""
        told: dict[str, str] = {}
        for _ in range(_REDIRECTS + 1):
            if not self._is_allowed(url):
                raise WebError(
                    worded(
                        "The hub sends us to {scheme}://{host}, which Rotom does not know. "
                        "Nothing was fetched from there.",
                        scheme=url.scheme,
                        host=url.host,
                    )
                )
            is_hub = self._is_endpoint(url)
            response = self._send(url, {**headers, **self._signed(is_hub)})
            if is_hub:
                for name in ("X-Linked-ETag", "X-Linked-Size", "X-Error-Code"):
                    if name in response.headers:
                        told[name] = response.headers[name].strip('"')
            if not response.has_redirect_location:
                check(response, is_hub, told)
                return response, told
            response.close()
            try:
                url = url.join(response.headers["Location"])
            except httpx2.InvalidURL as error:
                raise WebError("The hub sends us to an address that is none.") from error
        raise WebError("The hub sends us round in circles. Try again later.", may_pass=True)

    def _send(self, url: httpx2.URL, headers: Mapping[str, str]) -> httpx2.Response:
        try:
            return self._client.send(
                self._client.build_request("GET", url, headers=headers), stream=True
            )
        except httpx2.RequestError as error:
            raise lost(error) from error

    def _signed(self, is_hub: bool) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token}"} if is_hub and self._token else {}

    def _is_endpoint(self, url: httpx2.URL) -> bool:
        mine = self._endpoint
        return (url.scheme, url.host, url.port) == (mine.scheme, mine.host, mine.port)

    def _is_allowed(self, url: httpx2.URL) -> bool:
        if f"{url.host}:{url.port}" in self._without_tls and url.scheme == "http":
            return True
        known = (*_HOSTS, self._endpoint.host)
        is_known = any(url.host == host or url.host.endswith(f".{host}") for host in known)
        return url.scheme == "https" and bool(url.host) and is_known and not url.userinfo


@cache
def _certificates() -> ssl.SSLContext:
    """Those that the system trusts; reading them takes longer than all the rest."""
    return httpx2.create_ssl_context()


def web_of_environment(environment: Mapping[str, str] = os.environ) -> Web:
    """The hub or the mirror, and the token, that the hub's own programs would use."""
    home = environment.get("HF_HOME") or str(
        Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "huggingface"
    )
    return Web(environment.get("HF_ENDPOINT") or HUB, _token(environment, Path(home) / "token"))


def _token(environment: Mapping[str, str], file: Path) -> str:
    token = environment.get("HF_TOKEN", "").strip()
    if not token:
        try:
            token = file.read_text(encoding="ascii")[:1000].strip()
        except (OSError, ValueError):
            return ""
    if not token.isascii() or not token.isprintable() or " " in token:
        raise WebError("HF_TOKEN is no access token of the hub.")
    return token


def _answer(response: httpx2.Response, told: Mapping[str, str], offset: int) -> Answer:
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise WebError("The hub sends the file in another form than it was asked for.", True)
    starts_at, total = 0, _whole(response.headers.get("Content-Length"))
    if response.status_code == httpx2.codes.PARTIAL_CONTENT:
        found = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
        if found is None or int(found[1]) != offset:
            raise WebError("The hub sends another part of the file than it was asked for.", True)
        starts_at, total = offset, _whole(found[3])
    digest = told.get("X-Linked-ETag", "")
    return Answer(
        starts_at,
        total,
        digest if re.fullmatch("[0-9a-f]{64}", digest) else "",
        _whole(told.get("X-Linked-Size")),
        response,
    )


def _whole(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdecimal() and len(text) < 19 else None
