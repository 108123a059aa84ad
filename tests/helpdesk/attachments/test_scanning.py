"""Asking ClamAV: the words it uses, the ways it fails.

Where the variable GAFOLUP_TEST_CLAMD names a real daemon, the contract is held against it too.
"""

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.settings import SettingNotUnderstood
from helpdesk.attachments.scanning import (
    ClamdScanner,
    Clean,
    Found,
    NoScanner,
    NotAvailable,
    Scanner,
    scanner_at,
)
from tests.helpdesk.attachments import clamd

_EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD" + b"-ANTIVIRUS-TEST-FILE!" + b"$H+H*"
_REAL = [os.environ["GAFOLUP_TEST_CLAMD"]] if os.environ.get("GAFOLUP_TEST_CLAMD") else []


@pytest.fixture(params=["unix", "tcp", *_REAL])
def scanner(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Scanner, bytes]]:
    """A scanner and a content that it finds harmful."""
    if request.param in _REAL:
        yield scanner_at(request.param), _EICAR
        return
    path = tmp_path / "clamd.ctl" if request.param == "unix" else None
    with clamd.daemon(path, clamd.as_documented) as address:
        yield scanner_at(address), clamd.HARMFUL


def test_harmless_files_are_clean(scanner: tuple[Scanner, bytes]) -> None:
    asked, _ = scanner
    for content in (b"x", b"word " * 100_000, b""):
        assert asked.scan(content) == Clean()


def test_a_harmful_file_is_found_by_name_even_across_chunks(
    scanner: tuple[Scanner, bytes],
) -> None:
    asked, harmful = scanner
    found = asked.scan(harmful)
    assert isinstance(found, Found)
    assert found.name
    if harmful == clamd.HARMFUL:
        assert found == Found(clamd.SIGNATURE)
        assert asked.scan(b"x" * 65_530 + harmful) == Found(clamd.SIGNATURE)


def test_a_file_beyond_the_daemons_own_limit_counts_as_not_scanned() -> None:
    with clamd.daemon(None, clamd.as_documented) as address:
        verdict = scanner_at(address).scan(bytes(clamd.MOST_BYTES * 8))
    assert isinstance(verdict, NotAvailable)


def test_what_the_daemon_says_of_its_limit_is_passed_on_to_operators() -> None:
    with clamd.daemon(None, clamd.saying(b"INSTREAM size limit exceeded. ERROR\0")) as address:
        assert scanner_at(address).scan(b"x") == NotAvailable("INSTREAM size limit exceeded. ERROR")


@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"\0",
        b"stream: OK",
        b"stream: OK FOUND\0"[:10],
        b"stream: NOT OK\0",
        b"PONG\0",
        b"x" * 10_000,
        b"stream:  FOUND\0",
        b"OK\0",
    ],
)
def test_nothing_but_the_known_sentences_passes_a_file(words: bytes) -> None:
    with clamd.daemon(None, clamd.saying(words)) as address:
        assert isinstance(scanner_at(address).scan(b"x"), NotAvailable)


def test_the_name_of_a_find_is_short_and_printable() -> None:
    words = b"stream: Evil\x1b[31m\xff" + b"x" * 300 + b" FOUND\0"
    with clamd.daemon(None, clamd.saying(words)) as address:
        found = scanner_at(address).scan(b"x")
    assert isinstance(found, Found)
    assert found.name.startswith("Evil[31m")
    assert len(found.name) <= 100


def test_a_daemon_that_is_not_there_is_not_available(tmp_path: Path) -> None:
    assert isinstance(scanner_at(f"unix:{tmp_path / 'none.ctl'}").scan(b"x"), NotAvailable)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        assert isinstance(scanner_at(f"tcp:127.0.0.1:{port}").scan(b"x"), NotAvailable)


def test_a_daemon_that_keeps_silent_is_given_up_in_time() -> None:
    over = threading.Event()

    def silent(_connection: socket.socket) -> None:
        over.wait(20)

    with clamd.daemon(None, silent) as address:
        asked = scanner_at(address)
        assert isinstance(asked, ClamdScanner)
        began = time.monotonic()
        verdict = ClamdScanner(asked.address, seconds=0.2).scan(bytes(10_000_000))
        over.set()
    assert isinstance(verdict, NotAvailable)
    assert time.monotonic() - began < 5


def test_a_house_without_a_scanner_says_so() -> None:
    assert isinstance(scanner_at(""), NoScanner)
    assert isinstance(NoScanner().scan(b"x"), NotAvailable)


def test_addresses_are_read_as_settings() -> None:
    assert scanner_at("unix:/run/clamav/clamd.ctl") == ClamdScanner("/run/clamav/clamd.ctl")
    assert scanner_at("tcp:clamd.local:3310") == ClamdScanner(("clamd.local", 3310))
    assert scanner_at("tcp:[::1]:3310") == ClamdScanner(("::1", 3310))


@pytest.mark.parametrize(
    "address",
    ["clamd", "unix:relative", "tcp:host", "tcp:host:0", "tcp:host:x", "http://x:1", "x:"],
)
def test_an_address_that_cannot_be_used_is_refused_at_start(address: str) -> None:
    with pytest.raises(SettingNotUnderstood):
        scanner_at(address)
