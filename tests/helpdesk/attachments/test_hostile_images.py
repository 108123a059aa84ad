"""Photos that mean harm, or were damaged: refused before they cost anything, or made harmless."""

import struct
import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.attachments.images import prepare_photo
from helpdesk.attachments.kinds import Kind
from helpdesk.attachments.photo import Photo
from helpdesk.attachments.refusals import Reason, Refused
from helpdesk.attachments.rules import Limits
from tests.helpdesk.attachments import files
from tests.helpdesk.attachments.photos import FORMS, exif_with, grainy, prepared


def test_bombs_are_refused_by_their_header_before_anything_is_decoded() -> None:
    began = time.process_time()
    for data, kind in (
        (files.png_of_size(60_000, 60_000), Kind.PNG),
        (files.png_of_size(2**31 - 1, 2**31 - 1), Kind.PNG),
        (_jpeg_of_size(65_500, 65_500), Kind.JPEG),
        (_webp_of_size(16_384, 16_384), Kind.WEBP),
    ):
        refused = prepare_photo(data, kind, Limits())
        assert isinstance(refused, Refused)
        assert refused.reason in (Reason.TOO_MANY_PIXELS, Reason.INCOMPLETE), kind
    assert time.process_time() - began < 1


def test_the_size_of_a_bomb_is_told() -> None:
    assert prepare_photo(files.png_of_size(60_000, 60_000), Kind.PNG, Limits()) == Refused(
        Reason.TOO_MANY_PIXELS, {"megapixels": 3600, "most": 50}
    )
    assert prepare_photo(_jpeg_of_size(20_000, 20_000), Kind.JPEG, Limits()) == Refused(
        Reason.TOO_MANY_PIXELS, {"megapixels": 400, "most": 110}
    )


def _jpeg_of_size(width: int, height: int) -> bytes:
    whole = bytearray(files.jpeg(progressive=False))
    at = whole.index(b"\xff\xc0") + 5
    whole[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(whole)


def _webp_of_size(width: int, height: int) -> bytes:
    whole = bytearray(
        files.saved(files.picture(mode="RGBA"), "WEBP", exif=exif_with(Orientation=1))
    )
    at = whole.index(b"VP8X") + 12
    whole[at : at + 6] = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return bytes(whole)


def test_compressed_words_in_a_png_cannot_fill_the_memory() -> None:
    body = b"Comment\0\0" + zlib.compress(bytes(100_000_000))
    chunk = struct.pack(">I", len(body)) + b"zTXt" + body
    chunk += struct.pack(">I", zlib.crc32(b"zTXt" + body))
    whole = files.saved(files.picture(), "PNG")
    assert prepare_photo(whole[:33] + chunk + whole[33:], Kind.PNG, Limits()) == Refused(
        Reason.INCOMPLETE
    )


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("share", [0.02, 0.1, 0.5, 0.9])
def test_a_photo_that_was_cut_off_is_refused(kind: Kind, share: float) -> None:
    whole = files.saved(grainy(400, 300), FORMS[kind])
    cut = whole[: int(len(whole) * share)]
    assert prepare_photo(cut, kind, Limits()) == Refused(Reason.INCOMPLETE)


@pytest.mark.parametrize("kind", FORMS)
def test_one_kind_is_never_opened_as_another(kind: Kind) -> None:
    for other, form in FORMS.items():
        if other is not kind:
            data = files.saved(files.picture(), form)
            assert prepare_photo(data, kind, Limits()) == Refused(Reason.INCOMPLETE)
    gif = files.saved(files.picture(), "GIF")
    assert prepare_photo(gif, kind, Limits()) == Refused(Reason.INCOMPLETE)


@given(st.sampled_from(list(FORMS)), st.data())
@settings(max_examples=150)
def test_damage_anywhere_gives_a_photo_or_a_refusal(kind: Kind, draw: st.DataObject) -> None:
    whole = bytearray(files.saved(files.picture(), FORMS[kind]))
    for _ in range(draw.draw(st.integers(1, 6))):
        whole[draw.draw(st.integers(0, len(whole) - 1))] = draw.draw(st.integers(0, 255))
    assert isinstance(prepare_photo(bytes(whole), kind, Limits()), Photo | Refused)


def test_a_photo_with_other_files_inside_comes_out_as_a_photo_alone() -> None:
    script = b"*/=1;alert(document.cookie);/*"
    data = files.jpeg(comment=script) + files.pdf() + b"PK\x03\x04<script>alert(1)</script>"
    photo = prepared(data)
    for part in (b"%PDF", b"PK\x03\x04", b"script", b"alert"):
        assert part not in photo.jpeg
        assert part not in photo.thumbnail
