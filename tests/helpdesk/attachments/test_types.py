"""What a file is: told by its content, held against its label."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.attachments.kinds import FORMS, Kind
from helpdesk.attachments.refusals import Reason, Refused
from helpdesk.attachments.rules import (
    Limits,
    Taken,
    count_refusal,
    kind_or_refusal,
    pixel_refusal,
    size_refusal,
)
from helpdesk.attachments.sniffing import Foreign, plain_text, sniff
from tests.helpdesk.attachments import files
from tests.helpdesk.attachments.files import TRUE_FILES

_GIF_SCRIPT = b"GIF89a/*\x01\0\x80\0\0*/=1;alert(document.cookie)//;"
_FOREIGN = {
    "gif": (_GIF_SCRIPT, Foreign.PICTURE),
    "tiff": (b"II*\0\x08\0\0\0", Foreign.PICTURE),
    "bitmap": (b"BM" + struct.pack("<IHHIIii", 70, 0, 0, 54, 40, 1, 1), Foreign.PICTURE),
    "avif": (files.box(b"ftyp", b"avif\0\0\0\0avifmif1"), Foreign.PICTURE),
    "svg": (b'<?xml version="1.0"?><svg onload="alert(1)"/>', Foreign.PICTURE),
    "heic": (files.box(b"ftyp", b"heic\0\0\0\0mif1heic"), Foreign.HEIC),
    "heif of another brand": (files.box(b"ftyp", b"mif1\0\0\0\0mif1heic"), Foreign.HEIC),
    "mp4 video": (files.mp4(b"isom", (b"vide", b"soun")), Foreign.VIDEO),
    "webm video": (files.webm((1, 2)), Foreign.VIDEO),
    "theora video": (files.ogg(b"\x80theora\x03", b"\x01vorbis\0"), Foreign.VIDEO),
    "avi": (b"RIFF\x10\0\0\0AVI LIST", Foreign.VIDEO),
    "flac": (b"fLaC\0\0\0\x22", Foreign.SOUND),
    "flac in ogg": (files.ogg(b"\x7fFLAC\x01"), Foreign.SOUND),
    "mp4 without sound": (files.mp4(b"isom", (b"text",)), Foreign.UNKNOWN),
    "mp4 without index": (files.mp4()[:80], Foreign.INCOMPLETE),
    "webm without tracks": (files.webm()[:40], Foreign.INCOMPLETE),
    "matroska of subtitles": (files.webm((17,), b"matroska"), Foreign.UNKNOWN),
    "ebml of another kind": (files.webm((2,), b"other"), Foreign.UNKNOWN),
    "word": (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", Foreign.DOCUMENT),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign.DOCUMENT),
    "rich text": (b"{\\rtf1\\ansi hello}", Foreign.DOCUMENT),
    "zip": (b"PK\x03\x04" + bytes(26) + b"run.exe", Foreign.UNKNOWN),
    "program": (b"MZ\x90\0\x03" + bytes(60), Foreign.UNKNOWN),
    "cut pdf": (files.pdf()[:30], Foreign.INCOMPLETE),
    "wav without sound": (files.wav()[:30], Foreign.INCOMPLETE),
    "web page": (b"\n <!DOCTYPE html><script>alert(1)</script>", Foreign.WEB_PAGE),
    "script element": (b"<script>alert(1)</script>", Foreign.WEB_PAGE),
    "web page in utf-16": ("\ufeff<html><body>".encode("utf-16-le"), Foreign.WEB_PAGE),
    "old western text": ("Le maïs a des taches".encode("latin-1"), Foreign.LEGACY_TEXT),
    "noise": (bytes(range(256)), Foreign.UNKNOWN),
}


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_known_by_its_content(kind: Kind) -> None:
    assert sniff(TRUE_FILES[kind]) is kind


@pytest.mark.parametrize("what", _FOREIGN)
def test_what_is_not_taken_is_known_for_what_it_is(what: str) -> None:
    data, found = _FOREIGN[what]
    assert sniff(data) is found


@pytest.mark.parametrize("kind", list(Kind))
def test_a_true_file_is_taken_under_each_of_its_names_and_under_none(kind: Kind) -> None:
    form = FORMS[kind]
    for suffix in form.suffixes:
        assert kind_or_refusal(TRUE_FILES[kind], f"x.{suffix.upper()}", form.media_type) is kind
    assert kind_or_refusal(TRUE_FILES[kind], "", "") is kind
    assert kind_or_refusal(TRUE_FILES[kind], "blob", "application/octet-stream") is kind


@pytest.mark.parametrize(
    ("data", "name", "declared"),
    [
        (b"<script>alert(1)</script>", "field.jpg", "image/jpeg"),
        (b"just words", "field.png", ""),
        (b"just words", "field", "image/png"),
        (files.pdf(), "voice.mp3", "audio/mpeg"),
        (files.jpeg(), "letter.pdf", "application/pdf"),
        (files.jpeg(), "field.jpg", "application/pdf"),
        (b"MZ\x90\0" + bytes(60), "field.jpg", "image/jpeg"),
        (_GIF_SCRIPT, "notes.txt", "text/plain"),
        (files.mp4(b"isom", (b"vide",)), "field.jpg", ""),
    ],
)
def test_a_false_label_is_refused_as_such(data: bytes, name: str, declared: str) -> None:
    assert kind_or_refusal(data, name, declared) == Refused(Reason.FALSE_TYPE)


@pytest.mark.parametrize(
    ("kind", "name", "declared"),
    [
        (Kind.PNG, "IMG-20240101-WA0001.jpg", "image/jpeg"),
        (Kind.AAC, "recording.mp3", "audio/mpeg"),
        (Kind.WEBM, "voice.webm", "video/webm;codecs=opus"),
        (Kind.THREE_GP, "voice.3gp", "video/3gpp"),
        (Kind.OGG, "voice.ogg", "application/ogg"),
        (Kind.TEXT, "prices.csv", "text/csv"),
    ],
)
def test_another_kind_of_the_same_family_is_no_lie(kind: Kind, name: str, declared: str) -> None:
    assert kind_or_refusal(TRUE_FILES[kind], name, declared) is kind


@pytest.mark.parametrize(
    ("what", "name", "reason"),
    [
        ("heic", "IMG_1.HEIC", Reason.HEIC),
        ("heic", "IMG_1.jpg", Reason.HEIC),
        ("gif", "field.gif", Reason.OTHER_PICTURE),
        ("svg", "map.svg", Reason.OTHER_PICTURE),
        ("mp4 video", "VID_1.mp4", Reason.VIDEO),
        ("webm video", "clip.webm", Reason.VIDEO),
        ("flac", "voice.flac", Reason.OTHER_SOUND),
        ("word", "letter.docx", Reason.OTHER_DOCUMENT),
        ("web page", "page.html", Reason.WEB_PAGE),
        ("old western text", "notes.txt", Reason.TEXT_ENCODING),
        ("zip", "all.zip", Reason.NOT_TAKEN),
        ("cut pdf", "letter.pdf", Reason.INCOMPLETE),
    ],
)
def test_what_is_truly_labelled_but_not_taken_gets_its_advice(
    what: str, name: str, reason: Reason
) -> None:
    assert kind_or_refusal(_FOREIGN[what][0], name, "") == Refused(reason)


def test_a_photo_with_a_paper_inside_counts_as_the_photo_it_begins_as() -> None:
    both = files.jpeg(comment=b"%PDF-1.4") + files.pdf()
    assert kind_or_refusal(both, "field.jpg", "image/jpeg") is Kind.JPEG
    assert kind_or_refusal(both, "field.pdf", "application/pdf") == Refused(Reason.FALSE_TYPE)


@pytest.mark.parametrize("kind", [Kind.MP3, Kind.AAC])
def test_tagged_sound_is_known_and_a_single_frame_must_fill_the_file(kind: Kind) -> None:
    frames = TRUE_FILES[kind]
    one = len(frames) // 3
    assert sniff(files.id3(b"TIT2" + bytes(30)) + frames) is kind
    assert sniff(frames[:one]) is kind
    assert sniff(frames[:one] + b"<script>") is Foreign.UNKNOWN


def test_an_mp4_of_large_boxes_is_walked() -> None:
    whole = files.mp4()
    start = whole.index(b"mdat") - 4
    large = struct.pack(">I4sQ", 1, b"mdat", 116) + whole[start + 8 : start + 108]
    assert sniff(whole[:start] + large + whole[start + 108 :]) is Kind.M4A
    last = struct.pack(">I", 0)
    movie = whole.index(b"moov") - 4
    assert sniff(whole[:movie] + last + whole[movie + 4 :]) is Kind.M4A


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    assert plain_text("शुष्क\tखेत\r\n".encode(encoding)) == "शुष्क\tखेत\r\n"


def test_text_with_control_characters_is_no_text() -> None:
    assert plain_text(b"red \x1b[31m alarm") is None
    assert sniff(b"red \x1b[31m alarm") is Foreign.UNKNOWN


_BEGINNINGS = [data[:n] for data in TRUE_FILES.values() for n in (4, 12, 40, len(data))]
_BEGINNINGS += [data for data, _ in _FOREIGN.values()]


@given(st.sampled_from(_BEGINNINGS), st.binary(max_size=200), st.data())
def test_no_bytes_whatever_break_the_judging(
    begin: bytes, rest: bytes, draw: st.DataObject
) -> None:
    cut = draw.draw(st.integers(0, len(begin)))
    data = begin[:cut] + rest
    assert isinstance(sniff(data), Kind | Foreign)
    assert isinstance(kind_or_refusal(data, "a.jpg", "image/jpeg"), Kind | Refused)


def test_a_file_of_endless_small_parts_is_judged_quickly() -> None:
    head = files.box(b"ftyp", b"M4A \0\0\0\0")
    assert sniff(head + files.box(b"free", b"") * 1_000_000) is Foreign.INCOMPLETE
    riff = b"RIFF\0\0\0\0WAVE" + (b"JUNK" + bytes(4)) * 1_000_000
    assert sniff(riff) is Foreign.INCOMPLETE


def test_numbers_and_sizes_are_limited() -> None:
    limits = Limits(files=2, bytes_each={"photo": 9, "voice": 5, "paper": 3}, bytes_together=12)
    assert count_refusal(9, Taken(), limits) is None
    assert _reason(count_refusal(0, Taken(), limits)) is Reason.EMPTY
    assert _reason(count_refusal(10, Taken(), limits)) is Reason.TOO_LARGE
    assert _reason(count_refusal(1, Taken(files=2), limits)) is Reason.TOO_MANY
    assert _reason(count_refusal(4, Taken(files=1, bytes=9), limits)) is Reason.TOO_MUCH
    assert count_refusal(3, Taken(files=1, bytes=9), limits) is None
    assert size_refusal(5, Kind.AMR, limits) is None
    assert _reason(size_refusal(6, Kind.AMR, limits)) is Reason.TOO_LARGE
    assert _reason(size_refusal(4, Kind.PDF, limits)) is Reason.TOO_LARGE


def test_a_size_is_told_rounded_up_so_that_it_never_looks_allowed() -> None:
    refused = size_refusal(10_000_001, Kind.PDF, Limits())
    assert refused is not None
    assert refused.data == {"megabytes": 11, "most": 10}


def test_jpeg_may_have_more_pixels_than_pictures_that_cannot_be_shrunk_while_opened() -> None:
    assert pixel_refusal(12_000, 9_000, Kind.JPEG, Limits()) is None
    refused = pixel_refusal(12_000, 9_000, Kind.PNG, Limits())
    assert refused == Refused(Reason.TOO_MANY_PIXELS, {"megapixels": 108, "most": 50})


def _reason(refused: Refused | None) -> Reason | None:
    return refused.reason if refused else None
