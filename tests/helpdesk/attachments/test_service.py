"""One upload, from raw bytes to what is kept, or to a reason in the sender's language."""

import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.words import gettext, speaking
from helpdesk.attachments.errors import AttachmentNotStored
from helpdesk.attachments.images import prepare_photo
from helpdesk.attachments.kinds import FORMS, Kind
from helpdesk.attachments.refusals import TEXTS, Reason, Refused
from helpdesk.attachments.rules import Limits, Taken
from helpdesk.attachments.scanning import NoScanner, scanner_at
from helpdesk.attachments.service import Accepted, Intake, Upload, accept, taken_with
from helpdesk.attachments.sniffing import sniff
from helpdesk.attachments.storage import FolderStorage
from tests.helpdesk.attachments import clamd, files
from tests.helpdesk.attachments.files import TRUE_FILES


@pytest.fixture
def intake(tmp_path: Path) -> Intake:
    """A house without a scanner."""
    return Intake(FolderStorage(tmp_path), NoScanner())


def _accepted(upload: Upload, intake: Intake, taken: Taken | None = None) -> Accepted:
    found = accept(upload, taken or Taken(), intake)
    assert isinstance(found, Accepted), found
    return found


def _kept(key: str, intake: Intake) -> bytes:
    with intake.storage.open(key) as file:
        return file.read()


def test_a_photo_is_kept_anew_with_its_thumbnail_and_the_place_it_offers(intake: Intake) -> None:
    photo = _accepted(Upload("shamba.png", "image/png", TRUE_FILES[Kind.PNG]), intake)
    assert (photo.kind, photo.name, photo.scanned) == (Kind.JPEG, "shamba.jpg", False)
    assert photo.picture is not None
    assert (photo.picture.width, photo.picture.height) == (64, 48)
    assert photo.picture.location is None
    assert sniff(_kept(photo.key, intake)) is Kind.JPEG
    assert sniff(_kept(photo.picture.thumbnail_key, intake)) is Kind.JPEG
    assert photo.kept_bytes == len(_kept(photo.key, intake))
    assert photo.sent_bytes == len(TRUE_FILES[Kind.PNG])


@pytest.mark.parametrize("kind", [kind for kind in Kind if FORMS[kind].family != "photo"])
def test_voices_and_papers_are_kept_under_their_true_kind(kind: Kind, intake: Intake) -> None:
    found = _accepted(Upload("a", "", TRUE_FILES[kind]), intake)
    assert (found.kind, found.picture) == (kind, None)
    assert _kept(found.key, intake) == TRUE_FILES[kind]


def test_a_recording_loses_its_place(intake: Intake) -> None:
    told = files.mp4(told=b"-01.5175+037.2624/")
    found = _accepted(Upload("voice.m4a", "audio/mp4", told), intake)
    assert b"037.2624" not in _kept(found.key, intake)


def test_a_text_is_kept_in_one_encoding(intake: Intake) -> None:
    found = _accepted(Upload("a.txt", "text/plain", "شجر".encode("utf-16")), intake)
    assert _kept(found.key, intake).decode() == "شجر"


def test_a_refusal_names_the_file_safely_and_says_what_to_do(intake: Intake) -> None:
    upload = Upload("../\u202e<b>film</b>.mp4", "video/mp4", files.mp4(b"isom", (b"vide",)))
    refused = accept(upload, Taken(), intake)
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.VIDEO
    assert "“b_.mp4”" in refused.message()


def test_braces_in_a_name_are_shown_as_they_are(intake: Intake) -> None:
    refused = accept(Upload("{most}{0}.gif", "", b"GIF89a" + bytes(9)), Taken(), intake)
    assert isinstance(refused, Refused)
    assert "{most}{0}.gif" in refused.message()


def test_what_a_message_carries_is_counted_as_it_was_sent(intake: Intake) -> None:
    small = Intake(intake.storage, intake.scanner, limits=Limits(files=2))
    taken = Taken()
    for _ in range(2):
        taken = taken_with(taken, _accepted(Upload("a.txt", "", b"words"), small, taken))
    assert taken == Taken(files=2, bytes=10)
    refused = accept(Upload("a.txt", "", b"words"), taken, small)
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.TOO_MANY


@pytest.mark.parametrize(
    ("upload", "reason"),
    [
        (Upload("a.jpg", "image/jpeg", b""), Reason.EMPTY),
        (Upload("a.jpg", "image/jpeg", bytes(20_000_001)), Reason.TOO_LARGE),
        (Upload("a.txt", "", b"x" * 10_000_001), Reason.TOO_LARGE),
        (Upload("a.jpg", "image/jpeg", b"<script>alert(1)</script>"), Reason.FALSE_TYPE),
        (Upload("a.png", "image/png", files.png_of_size(50_000, 50_000)), Reason.TOO_MANY_PIXELS),
        (Upload("a.jpg", "image/jpeg", files.jpeg()[:300]), Reason.INCOMPLETE),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    upload: Upload, reason: Reason, intake: Intake
) -> None:
    refused = accept(upload, Taken(), intake)
    assert isinstance(refused, Refused)
    assert refused.reason is reason
    assert isinstance(intake.storage, FolderStorage)
    assert not list(intake.storage.keys())


def test_the_scanner_sees_what_was_sent_and_its_find_is_named(intake: Intake) -> None:
    with clamd.daemon(None, clamd.as_documented) as address:
        scanned = Intake(intake.storage, scanner_at(address))
        harmful = accept(Upload("a.pdf", "", files.pdf(clamd.HARMFUL)), Taken(), scanned)
        harmless = accept(Upload("a.pdf", "", files.pdf()), Taken(), scanned)
    assert isinstance(harmful, Refused)
    assert harmful.reason is Reason.HARMFUL
    assert clamd.SIGNATURE in harmful.message()
    assert isinstance(harmless, Accepted)
    assert harmless.scanned


def test_without_a_scanner_the_house_decides(intake: Intake) -> None:
    upload = Upload("a.pdf", "", files.pdf())
    assert not _accepted(upload, intake).scanned
    strict = Intake(intake.storage, intake.scanner, when_not_scanned="refuse")
    refused = accept(upload, Taken(), strict)
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.NOT_CHECKED


def test_the_same_photo_sent_twice_is_kept_once(intake: Intake) -> None:
    first = _accepted(Upload("a.jpg", "", TRUE_FILES[Kind.JPEG]), intake)
    second = _accepted(Upload("b.jpg", "", TRUE_FILES[Kind.JPEG]), intake)
    assert first.key == second.key
    assert (first.name, second.name) == ("a.jpg", "b.jpg")


def test_a_failing_disk_is_no_refusal_but_an_error_worth_another_try(
    intake: Intake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(AttachmentNotStored) as caught:
        accept(Upload("a.pdf", "", files.pdf()), Taken(), intake)
    assert caught.value.status == 503


@pytest.fixture(scope="module")
def quick_intake(tmp_path_factory: pytest.TempPathFactory) -> Intake:
    """As `intake`, with photos decoded in this process."""
    storage = FolderStorage(Path(tmp_path_factory.mktemp("attachments")))
    return Intake(storage, NoScanner(), prepare=prepare_photo)


@given(name=st.text(), declared=st.text(), begin=st.sampled_from(list(Kind)), draw=st.data())
def test_whatever_is_sent_is_kept_or_refused_with_a_sentence(
    quick_intake: Intake, name: str, declared: str, begin: Kind, draw: st.DataObject
) -> None:
    whole = TRUE_FILES[begin]
    data = whole[: draw.draw(st.integers(0, len(whole)))] + draw.draw(st.binary(max_size=50))
    found = accept(Upload(name, declared, data), Taken(), quick_intake)
    if isinstance(found, Refused):
        assert not re.search(r"[{}]", re.sub("“.*”", "", found.message(), flags=re.DOTALL))
    else:
        assert quick_intake.storage.exists(found.key)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_sentence_that_its_figures_fill(reason: Reason) -> None:
    fields = {field for _, field, _, _ in string.Formatter().parse(TEXTS[reason]) if field}
    assert "name" in fields
    filled = Refused(reason, dict.fromkeys(fields, 7)).about("a.jpg").message()
    assert "a.jpg" in filled
    assert "{" not in filled


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ar", "sw", "hi"])
def test_every_sentence_keeps_its_figures_in_every_language(language: str) -> None:
    with speaking(language):
        for text in TEXTS.values():
            fields = {field for _, field, _, _ in string.Formatter().parse(text) if field}
            told = {f for _, f, _, _ in string.Formatter().parse(gettext(text)) if f}
            assert told == fields
