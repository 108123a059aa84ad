"""What an operator sets: wrong values are told by their name, and secrets stay secret."""

import io
import json
import logging
import os
import signal
import socket
from pathlib import Path

import pytest
import structlog

from core.logs import configure_logs, hide_secrets
from core.settings import SettingNotUnderstood, Settings, settings_from
from tests.deploy.commands import gafolup, serving

SECRET = "hunter2-swordfish"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GAFOLUP_PORT", "eighty"),
        ("GAFOLUP_PORT", "-1"),
        ("GAFOLUP_PORT", "70000"),
        ("GAFOLUP_THREADS", "0"),
        ("GAFOLUP_THREADS", "1.5"),
        ("GAFOLUP_LOG_LEVEL", "loud"),
        ("GAFOLUP_LOG_FORMAT", "xml"),
    ],
)
def test_a_wrong_setting_is_told_by_its_name(tmp_path: Path, name: str, value: str) -> None:
    assert name in gafolup(tmp_path, "zone", "1", "20", settings={name: value}).complaint
    with pytest.raises(SettingNotUnderstood, match=name):
        settings_from({name: value})


def test_a_setting_that_is_empty_counts_as_not_set() -> None:
    assert settings_from({"GAFOLUP_PORT": "", "OTHER_PORT": "x"}) == Settings()


def test_settings_are_read_from_their_variables(tmp_path: Path) -> None:
    found = settings_from({"GAFOLUP_DATA_DIR": str(tmp_path), "GAFOLUP_PORT": "81"})
    assert found.database == f"sqlite:///{tmp_path / 'gafolup.sqlite3'}"
    assert found.port == 81


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://somebody@localhost/x", "mysql"),
        ("no url at all", "GAFOLUP_DATABASE_URL"),
        (f"postgresql://somebody:{SECRET}@127.0.0.1:1/x", "GAFOLUP_DATABASE_URL"),
    ],
)
def test_a_database_that_cannot_be_used_is_one_line(data: Path, url: str, words: str) -> None:
    for arguments in (("search", "zai"), ("init",), ("reindex",)):
        told = gafolup(data, *arguments, settings={"GAFOLUP_DATABASE_URL": url}).complaint
        assert words in told
        assert SECRET not in told


def test_a_folder_that_cannot_be_one_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    assert str(file) in gafolup(file, "init").complaint
    assert str(file) in gafolup(file / "below", "init").complaint


def test_a_search_server_that_does_not_answer_is_one_line(data: Path) -> None:
    server = {"GAFOLUP_MEILI_URL": "http://127.0.0.1:1", "GAFOLUP_MEILI_KEY": SECRET}
    told = gafolup(data, "search", "zai", settings=server).complaint
    assert "does not answer" in told
    assert SECRET not in told


def test_a_port_that_is_taken_is_told_before_anything_is_prepared(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = gafolup(tmp_path / "data", "serve", settings={"GAFOLUP_PORT": port}).complaint
    assert f"127.0.0.1:{port}" in told
    assert "GAFOLUP_PORT" in told
    assert not (tmp_path / "data").exists()


def test_a_host_that_is_not_ours_is_told(data: Path) -> None:
    told = gafolup(data, "serve", settings={"GAFOLUP_HOST": "192.0.2.1"}).complaint
    assert "192.0.2.1" in told
    assert "GAFOLUP_HOST" in told
    assert "GAFOLUP_PORT" not in told


def test_to_stop_a_site_by_the_keyboard_is_no_error(data: Path) -> None:
    with serving(data) as site:
        assert site.process.pid
        os.kill(site.process.pid, signal.SIGINT)
        site.process.join(60)
        assert site.process.exitcode == 0
        assert "Traceback" not in site.log.read_text()


def test_secrets_are_hidden_by_the_name_they_go_under() -> None:
    event = {"event": "sent", "Password": "a", "meili_key": "b", "e_mail": "c", "email": "d"}
    event |= {"phone_number": "e", "session_token": "f", "Cookie": "g", "practice": "gp-001"}
    shown = dict(hide_secrets(None, "info", event))
    assert shown["practice"] == "gp-001"
    assert shown["event"] == "sent"
    for name in ("Password", "meili_key", "email", "phone_number", "session_token", "Cookie"):
        assert shown[name] == "[hidden]"


@pytest.mark.parametrize("form", ["json", "console"])
def test_what_is_logged_shows_no_secret(
    form: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = io.StringIO()
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", root.level)
    monkeypatch.setattr("sys.stderr", written)
    kept = structlog.get_config()
    try:
        configure_logs(Settings(log_format=form))  # type: ignore[arg-type]
        structlog.get_logger("here").warning("login", token=SECRET, who="amina")
        logging.getLogger("elsewhere").warning("plain words")
    finally:
        structlog.configure(**kept)
    lines = written.getvalue().splitlines()
    assert len(lines) == 2
    assert SECRET not in written.getvalue()
    assert "amina" in lines[0]
    if form == "json":
        assert json.loads(lines[0])["token"] == "[hidden]"
        assert json.loads(lines[1])["event"] == "plain words"


def test_a_serving_site_logs_json_lines_without_the_secrets_it_was_given(data: Path) -> None:
    given = {
        "GAFOLUP_LOG_FORMAT": "json",
        "GAFOLUP_LOG_LEVEL": "debug",
        "GAFOLUP_MEILI_KEY": SECRET,
    }
    with serving(data, settings=given) as site:
        site.process.terminate()
        site.process.join()
        said = site.log.read_text()
    assert SECRET not in said
    lines = [line for line in said.splitlines() if not line.startswith("Serving on")]
    events = [json.loads(line)["event"] for line in lines]
    assert "Application startup complete." in events
    assert "Application shutdown complete." in events
