"""The process in which one photo is decoded: `python -m helpdesk.attachments.decoder`.

Standard input: one line of JSON (what is asked, and how much it may cost), then the photo.
Standard output: one line of JSON, then the new photo and its thumbnail. It gives up its rights to
memory, time, open files and written bytes before it touches a byte of the photo.
"""

import json
import resource
import sys
from dataclasses import asdict
from typing import Any, BinaryIO

from helpdesk.attachments.images import prepare_photo
from helpdesk.attachments.kinds import Kind
from helpdesk.attachments.photo import Photo
from helpdesk.attachments.refusals import Refused
from helpdesk.attachments.rules import Limits

_OPEN_FILES = 32
"""Pillow loads its parts as it needs them."""


def main() -> None:
    """Read one order, write one answer."""
    answer_order(sys.stdin.buffer, sys.stdout.buffer)


def answer_order(order: BinaryIO, answer: BinaryIO) -> None:
    """Do what `order` asks within the limits it names."""
    asked = json.loads(order.readline())
    _give_up_rights(asked)
    limits = Limits(pixels=asked["pixels"], jpeg_pixels=asked["jpeg_pixels"])
    found = prepare_photo(order.read(), Kind(asked["kind"]), limits)
    head, bodies = _as_answer(found)
    answer.write(json.dumps(head).encode() + b"\n")
    answer.writelines(bodies)
    answer.flush()


def _give_up_rights(asked: dict[str, Any]) -> None:
    _lower(resource.RLIMIT_AS, asked["memory_bytes"])
    _lower(resource.RLIMIT_CPU, asked["cpu_seconds"])
    _lower(resource.RLIMIT_FSIZE, asked["answer_bytes"])
    _lower(resource.RLIMIT_NOFILE, _OPEN_FILES)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(right: int, most: int) -> None:
    """Set both limits to `most`, or to less where less was allowed before."""
    _, hard = resource.getrlimit(right)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(right, (allowed, allowed))


def _as_answer(found: Photo | Refused) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    if isinstance(found, Refused):
        return {"refused": found.reason.value, "figures": dict(found.data)}, ()
    head = {
        "jpeg_bytes": len(found.jpeg),
        "thumbnail_bytes": len(found.thumbnail),
        "width": found.width,
        "height": found.height,
        "location": asdict(found.location) if found.location else None,
    }
    return head, (found.jpeg, found.thumbnail)


if __name__ == "__main__":
    main()
