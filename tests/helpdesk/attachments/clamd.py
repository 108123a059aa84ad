"""A small daemon that speaks as clamd does (clamd(8), INSTREAM), over a real socket."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

HARMFUL = b"HARMFUL-TEST-CONTENT"
SIGNATURE = "Test.Harmful.Content"
MOST_BYTES = 1_000_000
Answer = Callable[[socket.socket], None]


@contextmanager
def daemon(path: Path | None, answer: Answer) -> Iterator[str]:
    """Serve on a socket at `path`, or on a port of loopback. Gives the address as a setting."""
    family = socket.AF_UNIX if path else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        listening.bind(str(path) if path else ("127.0.0.1", 0))
        listening.listen()
        thread = threading.Thread(target=_serve, args=(listening, answer), daemon=True)
        thread.start()
        yield f"unix:{path}" if path else f"tcp:127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


def _serve(listening: socket.socket, answer: Answer) -> None:
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        with connection:
            answer(connection)


def as_documented(connection: socket.socket) -> None:
    """Take the command and its chunks; say OK, FOUND, or that it is too much, and hang up."""
    if _exactly(connection, 10) != b"zINSTREAM\0":
        connection.sendall(b"UNKNOWN COMMAND\0")
        return
    content = b""
    while size := struct.unpack(">I", _exactly(connection, 4))[0]:
        if len(content) + size > MOST_BYTES:
            connection.sendall(b"INSTREAM size limit exceeded. ERROR\0")
            return
        content += _exactly(connection, size)
    found = f"stream: {SIGNATURE} FOUND" if HARMFUL in content else "stream: OK"
    connection.sendall(found.encode() + b"\0")


def saying(words: bytes) -> Answer:
    """A daemon that takes everything and says always the same."""

    def answer(connection: socket.socket) -> None:
        _exactly(connection, 10)
        while size := struct.unpack(">I", _exactly(connection, 4))[0]:
            _exactly(connection, size)
        connection.sendall(words)

    return answer


def _exactly(connection: socket.socket, size: int) -> bytes:
    taken = b""
    while len(taken) < size:
        more = connection.recv(size - len(taken))
        if not more:
            raise ConnectionError("the other side hung up")
        taken += more
    return taken
