"""An embedding service on this computer: it answers as most model servers do, and remembers all that it was asked."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from tests.alignment.small import LetterModel

Reply = tuple[int, bytes]  # status and body
Answering = Callable[[dict[str, Any]], Reply]


@dataclass
class Service:
    """Its address, what it says, and the bodies and keys of the requests that it has heard, in their order."""

    answering: Answering
    address: str = ""
    heard: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)

    @property
    def host(self) -> str:
        """Host and port."""
        return self.address.split("/")[2]


def letters(question: dict[str, Any]) -> Reply:
    """Answer with the vectors of the letter model, three times too long and in the wrong order."""
    rows = LetterModel().embed("passage", question["input"])
    data = [{"index": at, "embedding": [3 * float(one) for one in row]} for at, row in enumerate(rows)]
    return 200, json.dumps({"data": data[::-1]}).encode()


@contextmanager
def service(answering: Answering = letters) -> Iterator[Service]:
    """Run a service for a while."""
    made = Service(answering)

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            made.heard.append(question)
            made.keys.append(self.headers["Authorization"])
            status, body = made.answering(question)
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", body.decode())
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Patient(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Say nothing when the other side has hung up."""

    server = Patient(("127.0.0.1", 0), Door)
    made.address = f"http://127.0.0.1:{server.server_port}/v1/embeddings"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
