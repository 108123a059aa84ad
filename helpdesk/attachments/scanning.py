"""Asking ClamAV whether a file is harmful, where an operator runs it."""

import re
import socket
import struct
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from core.settings import SettingNotUnderstood

_CHUNK_BYTES = 65_536
_REPLY_BYTES = 4_096
_FOUND = re.compile(r"stream: (.+) FOUND")
_NAME_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Clean:
    """Looked at, nothing found."""


@dataclass(frozen=True, slots=True)
class Found:
    """Harmful: `name` is what the scanner calls it."""

    name: str


@dataclass(frozen=True, slots=True)
class NotAvailable:
    """Not looked at, and why (for operators)."""

    why: str


Verdict = Clean | Found | NotAvailable


class Scanner(Protocol):
    """Looks for harmful software. Never raises: a scanner that fails is not available."""

    def scan(self, data: bytes) -> Verdict:
        """What was found in `data`."""
        ...


class NoScanner:
    """The scanner of a house that has none."""

    def scan(self, data: bytes) -> Verdict:
        """Not looked at."""
        return NotAvailable("no scanner is set up")


@dataclass(frozen=True, slots=True)
class ClamdScanner:
    """ClamAV's daemon, asked with INSTREAM (clamd(8)): chunks with their lengths over a socket.

    `address` is a path or (host, port); `seconds` is the time for one file from first to last byte.
    """

    address: str | tuple[str, int]
    seconds: float = 30.0

    def scan(self, data: bytes) -> Verdict:
        """The daemon's verdict."""
        deadline = time.monotonic() + self.seconds
        try:
            with self._connected() as connection:
                _send(connection, data, deadline)
                return _verdict(_reply(connection, deadline))
        except OSError as problem:
            return NotAvailable(str(problem) or type(problem).__name__)

    def _connected(self) -> socket.socket:
        if isinstance(self.address, tuple):
            return socket.create_connection(self.address, timeout=self.seconds)
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(self.seconds)
        try:
            connection.connect(self.address)
        except BaseException:
            connection.close()
            raise
        return connection


def scanner_at(address: str) -> Scanner:
    """The scanner that a setting names: "unix:/path", "tcp:host:port", or "" for none.

    Raises:
        SettingNotUnderstood: it is none of these.
    """
    if not address:
        return NoScanner()
    scheme, _, rest = address.partition(":")
    if scheme == "unix" and rest.startswith("/"):
        return ClamdScanner(rest)
    host, _, port = rest.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if scheme == "tcp" and host and port.isascii() and port.isdigit() and 0 < int(port) < 65_536:
        return ClamdScanner((host, int(port)))
    raise SettingNotUnderstood(
        name="GAFOLUP_CLAMD", reason=f"{address!r} is neither unix:/path nor tcp:host:port"
    )


def _send(connection: socket.socket, data: bytes, deadline: float) -> None:
    """Send all, or as much as the daemon wants: it hangs up on a file beyond its own limit."""
    try:
        for part in _parts(data):
            connection.settimeout(_left(deadline))
            connection.sendall(part)
    except (BrokenPipeError, ConnectionResetError):
        return  # the daemon spoke before it hung up: its reply says why


def _parts(data: bytes) -> Iterator[bytes]:
    yield b"zINSTREAM\0"
    for start in range(0, len(data), _CHUNK_BYTES):
        chunk = data[start : start + _CHUNK_BYTES]
        yield struct.pack(">I", len(chunk)) + chunk
    yield struct.pack(">I", 0)


def _reply(connection: socket.socket, deadline: float) -> bytes:
    reply = b""
    while b"\0" not in reply and len(reply) < _REPLY_BYTES:
        connection.settimeout(_left(deadline))
        more = connection.recv(_REPLY_BYTES)
        if not more:
            break
        reply += more
    return reply


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("the scanner did not answer in time")
    return left


def _verdict(reply: bytes) -> Verdict:
    """Only the two known sentences count as an answer, and only when they are whole."""
    if not reply.endswith(b"\0"):
        return NotAvailable("the scanner hung up without an answer")
    said = "".join(c for c in reply.decode("ascii", errors="replace") if c.isprintable()).strip()
    if said == "stream: OK":
        return Clean()
    found = _FOUND.fullmatch(said)
    return Found(found[1][:_NAME_LENGTH]) if found else NotAvailable(said[:_NAME_LENGTH])
