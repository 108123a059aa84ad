"""A dictionary kept on disk as it is in memory: read twenty times faster than it is made."""

import hashlib
import pickle
import secrets
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import structlog

log = structlog.get_logger()

_DIGEST_BYTES = 32
_FAST = 1  # of zlib's levels
Kept = TypeVar("Kept")


def kept(file: Path, make: Callable[[], Kept]) -> Kept:
    """What `file` holds, or what `make` makes, which is then kept there if it can be.

    A file that is cut off or altered is made anew. Whoever may write the folder may do as the
    program does: the digest tells of damage, not of malice.
    """
    try:
        content = file.read_bytes()
    except OSError:
        content = b""
    digest, packed = content[:_DIGEST_BYTES], content[_DIGEST_BYTES:]
    if packed and _digest(packed) == digest:
        found: Kept = pickle.loads(zlib.decompress(packed))  # noqa: S301 - as said above
        return found
    made = make()
    try:
        _write(file, zlib.compress(pickle.dumps(made, protocol=5), _FAST))
    except OSError as problem:
        log.info("dictionary.not_kept", file=str(file), problem=str(problem))
    return made


def _digest(packed: bytes) -> bytes:
    return hashlib.blake2b(packed, digest_size=_DIGEST_BYTES).digest()


def _write(file: Path, packed: bytes) -> None:
    """Replace the file as a whole; older ones of its kind go."""
    file.parent.mkdir(exist_ok=True)
    beside = file.with_name(f"{file.name}.{secrets.token_hex(4)}.part")
    try:
        beside.write_bytes(_digest(packed) + packed)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
    for older in file.parent.glob(f"{file.name.partition('-')[0]}-*"):
        if older != file:
            older.unlink(missing_ok=True)
