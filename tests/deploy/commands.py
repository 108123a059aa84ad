"""`gafolup` in processes of its own, forked from one that has imported everything already."""

import json
import multiprocessing
import os
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from types import MappingProxyType
from typing import Any

from deploy.commands import main

SECONDS_MOST = 120
NOTHING: Mapping[str, str] = MappingProxyType({})
processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["tests.deploy.commands", "tests.deploy.warm"])


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and how it ended."""

    code: int | None
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output; anything besides it is an error."""
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line of an error: nothing was printed besides it, and it is no traceback."""
        assert self.code == 2, self
        assert self.out == "", self
        lines = self.err.splitlines()
        assert len(lines) == 1, self
        assert "Traceback" not in self.err
        return lines[0]


@dataclass(frozen=True, slots=True)
class Serving:
    """A `gafolup serve` that runs."""

    url: str
    process: ForkServerProcess
    log: Path


def gafolup(
    folder: Path,
    *arguments: str,
    settings: Mapping[str, str] = NOTHING,
    file_bytes_most: int | None = None,
) -> Ran:
    """Run a command on a data folder, to its end.

    settings: variables of the environment besides the data folder.
    file_bytes_most: no file may grow beyond this, as on a full disk.
    """
    with tempfile.TemporaryDirectory() as beside:
        process, (out, err) = _started(Path(beside), folder, arguments, settings, file_bytes_most)
        process.join(SECONDS_MOST)
        if process.is_alive():
            process.kill()
            process.join()
        return Ran(process.exitcode, out.read_text(), err.read_text())


@contextmanager
def serving(
    folder: Path, *arguments: str, settings: Mapping[str, str] = NOTHING
) -> Iterator[Serving]:
    """`gafolup serve` on a free port, from its first answer to the end of the block."""
    with tempfile.TemporaryDirectory() as beside:
        process, (_, log) = _started(
            Path(beside), folder, ("serve", *arguments), {"GAFOLUP_PORT": "0", **settings}
        )
        try:
            yield Serving(_address(process, log), process, log)
        finally:
            process.terminate()
            process.join(SECONDS_MOST)


def _address(process: ForkServerProcess, log: Path) -> str:
    end = time.monotonic() + SECONDS_MOST
    while time.monotonic() < end and process.is_alive():
        found = re.search(r"Serving on (http://\S+)", log.read_text()) if log.exists() else None
        if found:
            return found[1]
        time.sleep(0.02)
    raise AssertionError(f"it does not serve: {log.read_text()}")


def _started(
    beside: Path,
    folder: Path,
    arguments: tuple[str, ...],
    settings: Mapping[str, str],
    file_bytes_most: int | None = None,
) -> tuple[ForkServerProcess, tuple[Path, Path]]:
    streams = beside / "out", beside / "err"
    process = processes.Process(
        target=_command,
        args=(
            arguments,
            {"GAFOLUP_DATA_DIR": str(folder), **settings},
            (str(streams[0]), str(streams[1])),
            file_bytes_most,
        ),
    )
    process.start()
    return process, streams


def _command(
    arguments: tuple[str, ...],
    environment: dict[str, str],
    streams: tuple[str, str],
    file_bytes_most: int | None,
) -> None:
    for name in [name for name in os.environ if name.startswith("GAFOLUP_")]:
        del os.environ[name]
    os.environ.update(environment)
    for number, path in enumerate(streams, start=1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
    if file_bytes_most is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes_most, file_bytes_most))
    sys.argv = ["gafolup", *arguments]
    main()
