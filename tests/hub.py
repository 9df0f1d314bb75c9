"""A server that behaves like the hub of models, with every bad day a network can have."""

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from rotom.domain.catalog import HUB, ModelFile
from rotom.storage.web import Web
from tests.patience import PATIENCE_S

COMMIT = "c0ffee" * 6 + "cafe"
SMALL_BYTES = 1000
"""Shorter files are not in the large-file storage: they come from the hub itself."""

PAGE = 2
"""Entries of a tree on one page."""


@dataclass
class Day:
    """How the storage behaves for one answer that carries bytes of a file."""

    status: int = 0
    """Answers with this code instead of the file."""
    headers: dict[str, str] = field(default_factory=dict)
    drop_after: int | None = None
    """Breaks the connection after so many bytes."""
    corrupt: bool = False
    lie_bytes: int = 0
    """Tells a length that differs by so much."""
    ignore_range: bool = False
    chunked: bool = False
    """Tells no length; `lie_bytes` more or less then come."""
    gate: threading.Event | None = None
    """Sends the first half, then waits."""


@dataclass(frozen=True)
class Asked:
    """A request as the server saw it."""

    host: str
    path: str
    headers: dict[str, str]


class Hub:
    """The server's memory. `days` are used up one by one, then every day is a good one.

    `hub_days` are for the hub's own answers, `days` for those of its storage.
    """

    def __init__(self) -> None:
        self.files: dict[tuple[str, str], bytes] = {}
        self.days: list[Day] = []
        self.hub_days: list[Day] = []
        self.asked: list[Asked] = []
        self.moved: dict[str, str] = {}
        self.gated: set[str] = set()
        self.token = "hf_secret"
        self.signed_for = 10**9
        """How many answers one signed address gives."""
        self.redirects_to = ""
        self.uses: dict[str, int] = {}
        self.lock = threading.Lock()
        self.port = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def storage(self) -> str:
        """The storage has another name, as it has another machine."""
        return f"http://localhost:{self.port}"

    def put(self, repo: str, path: str, content: bytes) -> ModelFile:
        self.files[repo, path] = content
        url = f"{HUB}/{repo}/resolve/{COMMIT}/{path}"
        return ModelFile(url, len(content), hashlib.sha256(content).hexdigest())

    def web(self, token: str = "", **more: Any) -> Web:
        plain = frozenset({f"127.0.0.1:{self.port}", f"localhost:{self.port}"})
        return Web(self.address, token, without_tls=plain, **more)

    def storage_asked(self) -> list[Asked]:
        return [each for each in self.asked if each.host.startswith("localhost")]

    def next_day(self, days: list[Day]) -> Day:
        with self.lock:
            return days.pop(0) if days else Day()


@contextmanager
def running_hub() -> Iterator[Hub]:
    hub = Hub()
    handler = type("Handler", (_Handler,), {"hub": hub})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    hub.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), name="hub", daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: Hub
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
        pass

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:
            self.close_connection = True

    def do_GET(self) -> None:
        hub = self.hub
        target = urlsplit(self.path)  # a proxy is asked for a whole address
        host = target.netloc or self.headers["Host"]
        with hub.lock:
            hub.asked.append(Asked(host, self.path, dict(self.headers)))
        path = unquote(target.path)
        if path.startswith("/storage/"):
            self._storage(path, parse_qs(target.query))
            return
        day = hub.next_day(hub.hub_days)
        if day.status:
            self._say(day.status, b"", day.headers)
        elif path.startswith("/api/resolve-cache/models/"):
            owner, name, _, *rest = path.removeprefix("/api/resolve-cache/models/").split("/")
            self._body(hub.files[f"{owner}/{name}", "/".join(rest)], day)
        elif path.startswith("/api/models/"):
            self._api(path.removeprefix("/api/models/"), parse_qs(target.query))
        else:
            self._resolve(path)

    def _resolve(self, path: str) -> None:
        hub = self.hub
        owner, name, _, revision, *rest = path.strip("/").split("/")
        repo, inside = f"{owner}/{name}", "/".join(rest)
        if new := hub.moved.get(repo):
            self._say(307, b"", {"Location": path.replace(repo, new)})
            return
        if not self._may_see(repo):
            return
        content = hub.files.get((repo, inside))
        if content is None or revision not in {COMMIT, "main"}:
            self._say(404, b"", {"X-Error-Code": "EntryNotFound"})
            return
        if len(content) < SMALL_BYTES:
            where = f"/api/resolve-cache/models/{repo}/{COMMIT}/{inside}"
            self._say(307, b"", {"Location": where, "ETag": f'"{git_sha1(content)}"'})
            return
        with hub.lock:
            signature = f"s{len(hub.uses)}"
            hub.uses[signature] = 0
        headers = {
            "X-Repo-Commit": COMMIT,
            "X-Linked-Size": str(len(content)),
            "X-Linked-ETag": f'"{hashlib.sha256(content).hexdigest()}"',
            "Location": f"{hub.redirects_to or hub.storage}/storage/{repo}/{inside}?s={signature}",
        }
        self._say(302, b"", headers)

    def _may_see(self, repo: str) -> bool:
        if repo not in self.hub.gated:
            return True
        sent = self.headers.get("Authorization", "")
        if sent == f"Bearer {self.hub.token}":
            return True
        self._say(403 if sent else 401, b"", {"X-Error-Code": "GatedRepo"})
        return False

    def _storage(self, path: str, query: dict[str, list[str]]) -> None:
        hub = self.hub
        (signature,) = query["s"]
        with hub.lock:
            hub.uses[signature] += 1
            expired = hub.uses[signature] > hub.signed_for
        if expired:
            self._say(403, b"expired", {})
            return
        owner, name, *rest = path.removeprefix("/storage/").split("/")
        self._body(hub.files[f"{owner}/{name}", "/".join(rest)], hub.next_day(hub.days))

    def _body(self, content: bytes, day: Day) -> None:
        if day.status:
            self._say(day.status, b"", day.headers)
            return
        whole = len(content) + day.lie_bytes * (not day.chunked)
        begin = 0
        wanted = self.headers.get("Range", "")
        if wanted and not day.ignore_range:
            begin = int(wanted.removeprefix("bytes=").partition("-")[0])
            if begin >= len(content):
                self._say(416, b"", {"Content-Range": f"bytes */{len(content)}"})
                return
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {begin}-{whole - 1}/{whole}")
        else:
            self.send_response(200)
        for name, value in day.headers.items():
            self.send_header(name, value)
        self.send_header("Accept-Ranges", "bytes")
        body = content[begin:]
        if day.corrupt:
            body = bytes(byte ^ 1 for byte in body)
        if day.chunked:
            self.send_header("Transfer-Encoding", "chunked")
            body = body + b"x" * day.lie_bytes if day.lie_bytes >= 0 else body[: day.lie_bytes]
            self.end_headers()
            self.wfile.write(b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body) if body else b"0\r\n\r\n")
            return
        self.send_header("Content-Length", str(whole - begin))
        self.end_headers()
        self._send(body, day, whole - begin)

    def _send(self, body: bytes, day: Day, told: int) -> None:
        if day.gate is not None:
            half = len(body) // 2
            self.wfile.write(body[:half])
            day.gate.wait(PATIENCE_S)
            body = body[half:]
        self.wfile.write(body[: day.drop_after])
        self.close_connection = self.close_connection or told != len(body[: day.drop_after])

    def _api(self, path: str, query: dict[str, list[str]]) -> None:
        owner, name, what, *_ = path.split("/")
        repo = f"{owner}/{name}"
        entries = [
            tree_entry(inside, content)
            for (of, inside), content in sorted(self.hub.files.items())
            if of == repo
        ]
        if not entries:
            self._say(401, b"", {"X-Error-Code": "RepoNotFound"})
        elif not self._may_see(repo):
            return
        elif what == "revision":
            self._say(200, json.dumps({"id": repo, "sha": COMMIT}).encode(), {})
        else:
            page = int(query.get("cursor", ["0"])[0])
            headers = {}
            if page + PAGE < len(entries):
                following = f"{self.hub.address}/api/models/{path}?cursor={page + PAGE}"
                headers["Link"] = f'<{following}>; rel="next"'
            self._say(200, json.dumps(entries[page : page + PAGE]).encode(), headers)

    def _say(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def git_sha1(content: bytes) -> str:
    """The name that git gives a file (gitformat: blob, length, zero byte, content)."""
    return hashlib.sha1(b"blob %d\0%b" % (len(content), content)).hexdigest()


def tree_entry(path: str, content: bytes) -> dict[str, object]:
    entry: dict[str, object] = {
        "type": "file",
        "path": path,
        "size": len(content),
        "oid": git_sha1(content),
    }
    if len(content) >= SMALL_BYTES:
        digest = hashlib.sha256(content).hexdigest()
        entry["lfs"] = {"oid": digest, "size": len(content), "pointerSize": 134}
    return entry
