"""Photos decoded in a process of their own, so that a hostile one costs that process and no more.

The child knows no secrets (no environment of ours), writes nowhere but its answer, and is held to
memory and time. What it answers is checked here: were it taken over, the worst it could give is a
wrong picture.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import structlog

from helpdesk.attachments.errors import TooManyPicturesAtOnce
from helpdesk.attachments.kinds import Kind
from helpdesk.attachments.location import Location, plausible_location
from helpdesk.attachments.photo import LONG_SIDE, Photo
from helpdesk.attachments.refusals import TEXTS, Reason, Refused
from helpdesk.attachments.rules import Limits

log = structlog.get_logger()

AT_ONCE = 2
"""Children of one process at the same time: with Effort.memory_bytes, a bound for the machine."""
_places = threading.BoundedSemaphore(AT_ONCE)
_COMMAND = ("-P", "-s", "-m", "helpdesk.attachments.decoder")
_JPEG_BEGINS = b"\xff\xd8\xff"


@dataclass(frozen=True, slots=True)
class Effort:
    """What one photo may cost.

    Measured: 710 MB for a progressive JPEG of 108 million pixels, 810 MB for WebP of 49 million.
    """

    memory_bytes: int = 1_000_000_000
    cpu_seconds: int = 20
    seconds: float = 40.0
    wait_seconds: float = 60.0
    answer_bytes: int = 2_000_000


class _Answer(msgspec.Struct, forbid_unknown_fields=True):
    refused: str = ""
    figures: dict[str, int] = {}
    jpeg_bytes: int = 0
    thumbnail_bytes: int = 0
    width: int = 0
    height: int = 0
    location: dict[str, float] | None = None


class AnswerNotBelievable(ValueError):
    """The child's answer is not of the agreed form."""


def prepare_apart(
    data: bytes, kind: Kind, limits: Limits, effort: Effort | None = None
) -> Photo | Refused:
    """As `images.prepare_photo`, in a process of its own.

    Raises:
        TooManyPicturesAtOnce: no place became free in time; nothing was tried.
    """
    cost = effort or Effort()
    order = {
        "kind": kind.value,
        "pixels": limits.pixels,
        "jpeg_pixels": limits.jpeg_pixels,
        "memory_bytes": cost.memory_bytes,
        "cpu_seconds": cost.cpu_seconds,
        "answer_bytes": cost.answer_bytes,
    }
    with _place(cost.wait_seconds), _in_memory("order") as asked, _in_memory("answer") as told:
        asked.write(json.dumps(order).encode() + b"\n")
        asked.write(data)
        asked.seek(0)
        ended = _run(asked, told, cost.seconds)
        told.seek(0)
        answer = told.read(cost.answer_bytes)
    if ended != 0:
        log.warning("photo_not_decoded", kind=kind.value, bytes=len(data), ended=ended)
        return Refused(Reason.TOO_DEMANDING)
    try:
        return _believed(answer)
    except (AnswerNotBelievable, msgspec.DecodeError) as problem:
        log.warning("photo_answer_not_believable", kind=kind.value, reason=str(problem))
        return Refused(Reason.TOO_DEMANDING)


def _run(asked: BinaryIO, told: BinaryIO, seconds: float) -> int | str:
    """How the child ended: 0 when all was well, a signal's number below zero, or why not."""
    try:
        child = subprocess.run(  # noqa: S603 - our own interpreter and module
            (sys.executable, *_COMMAND),
            stdin=asked,
            stdout=told,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            env={"PYTHONPATH": os.pathsep.join(str(Path(place).absolute()) for place in sys.path)},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "too slow"
    return child.returncode


@contextmanager
def _place(wait_seconds: float) -> Iterator[None]:
    if not _places.acquire(timeout=wait_seconds):
        raise TooManyPicturesAtOnce
    try:
        yield
    finally:
        _places.release()


def _in_memory(name: str) -> BinaryIO:
    """A file without a place on disk: photos with their metadata leave no trace there."""
    return os.fdopen(os.memfd_create(name), "w+b")


def _believed(answer: bytes) -> Photo | Refused:
    line, _, body = answer.partition(b"\n")
    head = msgspec.json.decode(line, type=_Answer)
    if head.refused:
        return _believed_refusal(head)
    jpeg, thumbnail = body[: head.jpeg_bytes], body[head.jpeg_bytes :]
    _must(0 < len(jpeg) == head.jpeg_bytes and 0 < len(thumbnail) == head.thumbnail_bytes)
    _must(jpeg.startswith(_JPEG_BEGINS) and thumbnail.startswith(_JPEG_BEGINS))
    _must(0 < head.width <= LONG_SIDE and 0 < head.height <= LONG_SIDE)
    return Photo(jpeg, thumbnail, head.width, head.height, _believed_location(head.location))


def _believed_refusal(head: _Answer) -> Refused:
    _must(head.refused in set(Reason))
    reason = Reason(head.refused)
    data: dict[str, Any] = dict(head.figures)
    _must(all(name != "name" and f"{{{name}}}" in TEXTS[reason] for name in data))
    return Refused(reason, data)


def _believed_location(told: dict[str, float] | None) -> Location | None:
    if told is None:
        return None
    _must(set(told) == {"lat", "lon"})
    return plausible_location(told["lat"], told["lon"])


def _must(holds: bool) -> None:
    if not holds:
        raise AnswerNotBelievable("the answer is not of the agreed form")
