"""Servers that speak the OpenAI chat interface: one that follows a script, and llama.cpp's own."""

import json
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from rotom import files
from rotom.making import STARTER_BRAIN


@dataclass
class Script:
    """What the scripted server does; requests and the keys they came with are kept."""

    pieces: list[str] = field(default_factory=lambda: ["Hello", " there", "."])
    finish: str | None = "stop"
    drop_after: int | None = None
    status: list[int] = field(default_factory=list)
    gate: threading.Event | None = None
    """Holds each piece back from the second on."""
    models: list[str] = field(default_factory=lambda: ["some-model"])
    asked: list[Any] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    left_early: threading.Event = field(default_factory=threading.Event)
    address: str = ""


@contextmanager
def scripted_server() -> Iterator[Script]:
    script = Script()
    handler = type("Handler", (_Handler,), {"script": script})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    script.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield script
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    script: Script

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
        pass

    def do_GET(self) -> None:
        models = [{"id": name, "object": "model"} for name in self.script.models]
        self._say(200, {"object": "list", "data": models})

    def do_POST(self) -> None:
        script = self.script
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        script.asked.append(asked)
        script.keys.append(self.headers.get("Authorization", ""))
        if script.status:
            self._say(script.status.pop(0), {"error": {"message": "no"}})
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            self._stream()
        except OSError:
            script.left_early.set()
            self.close_connection = True

    def _stream(self) -> None:
        script = self.script
        for number, piece in enumerate(script.pieces):
            if number == script.drop_after:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            if number and script.gate is not None:
                while not script.gate.wait(0.05):
                    self._event({"delta": {}})
            self._event({"delta": {"content": piece}})
        if script.finish is not None:
            self._event({"delta": {}, "finish_reason": script.finish})
        self._chunk(b"data: [DONE]\n\n")
        self._chunk(b"")

    def _event(self, choice: dict[str, object]) -> None:
        event = {
            "id": "1",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "some-model",
            "choices": [{"index": 0, "finish_reason": None, **choice}],
        }
        self._chunk(f"data: {json.dumps(event)}\n\n".encode())

    def _chunk(self, content: bytes) -> None:
        self.wfile.write(b"%x\r\n%b\r\n" % (len(content), content))

    def _say(self, status: int, answer: object) -> None:
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def llama_cpp_server() -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """llama.cpp's server with the starter brain: its address, and its process to kill."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        *(sys.executable, "-m", "llama_cpp.server"),
        *("--model", str(files.models() / STARTER_BRAIN), "--model_alias", "starter"),
        *("--host", "127.0.0.1", "--port", str(port)),
        *("--n_ctx", "1024", "--n_threads", "1", "--interrupt_requests", "false"),
    ]
    server = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=Path("/")
    )
    with server:
        assert server.stderr is not None
        try:
            said = []
            for line in server.stderr:
                said.append(line)
                if "Uvicorn running" in line:
                    break
            else:
                raise AssertionError("".join(said))
            reader = threading.Thread(target=server.stderr.read, daemon=True)
            reader.start()
            yield f"http://127.0.0.1:{port}", server
        finally:
            server.kill()
            server.wait()
            reader.join()
