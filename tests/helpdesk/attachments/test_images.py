"""Photos made anew: upright, small, bare, in the colours they were taken in."""

import io
import os
import struct
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image

from helpdesk.attachments.kinds import Kind
from helpdesk.attachments.location import Location
from helpdesk.attachments.photo import (
    LONG_SIDE,
    PHOTO_BYTES,
    THUMBNAIL_BYTES,
    THUMBNAIL_SIDE,
)
from tests.helpdesk.attachments import files
from tests.helpdesk.attachments.photos import FORMS, exif_with, grainy, prepared
from tests.helpdesk.attachments.profiles import swapped_profile

_GPS: dict[int, object] = {1: "S", 2: (1.0, 31.0, 3.0), 3: "E", 4: (37.0, 15.0, 44.64)}


def _opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def _colours(image: Image.Image, *points: tuple[float, float]) -> list[str]:
    """The nearest of a few colours at points given as shares of width and height."""
    known = {
        "red": (255, 0, 0),
        "blue": (0, 0, 255),
        "olive": (128, 128, 0),
        "green": (0, 128, 0),
        "white": (255, 255, 255),
        "black": (0, 0, 0),
        "grey": (128, 128, 128),
    }
    found = []
    for across, down in points:
        at = (int(across * image.width), int(down * image.height))
        pixel = image.convert("RGB").getpixel(at)
        assert isinstance(pixel, tuple)
        found.append(
            min(
                known, key=lambda c: sum((a - b) ** 2 for a, b in zip(known[c], pixel, strict=True))
            )
        )
    return found


_QUARTERS = ((0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8))


def _exif_with_place(gps: dict[int, object]) -> Image.Exif:
    exif = exif_with(Make="Tecno", Artist="Amina", Orientation=1)
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(gps)
    return exif


@pytest.mark.parametrize("kind", FORMS)
def test_each_kind_of_photo_becomes_a_jpeg_with_a_thumbnail(kind: Kind) -> None:
    photo = prepared(files.saved(files.picture(900, 600), FORMS[kind]), kind)
    image, thumbnail = _opened(photo.jpeg), _opened(photo.thumbnail)
    assert (image.format, image.size) == ("JPEG", (900, 600))
    assert (photo.width, photo.height) == (900, 600)
    assert thumbnail.size == (THUMBNAIL_SIDE, round(THUMBNAIL_SIDE * 2 / 3))
    assert _colours(image, *_QUARTERS) == ["red", "olive", "olive", "blue"]
    assert _colours(thumbnail, *_QUARTERS) == ["red", "olive", "olive", "blue"]


@pytest.mark.parametrize("size", [(4000, 1000), (1000, 4000), (9000, 3), (2, 9000), (1, 1)])
def test_the_long_side_is_kept_within_bounds(size: tuple[int, int]) -> None:
    photo = prepared(files.jpeg(*size))
    assert (photo.width, photo.height) == _opened(photo.jpeg).size
    assert max(photo.width, photo.height) == min(LONG_SIDE, max(size))
    assert min(photo.width, photo.height) >= 1


def _busy(width: int, height: int) -> Image.Image:
    """What compresses worst: every pixel by chance."""
    return Image.frombytes("RGB", (width, height), os.urandom(width * height * 3))


def test_a_photo_is_as_good_as_its_bytes_allow() -> None:
    photo = prepared(files.saved(grainy(3000, 2000), "JPEG", quality=95))
    assert photo.width == LONG_SIDE
    assert 0.85 * PHOTO_BYTES < len(photo.jpeg) <= PHOTO_BYTES
    assert 0.7 * THUMBNAIL_BYTES < len(photo.thumbnail) <= THUMBNAIL_BYTES


def test_what_compresses_badly_gives_way_in_size() -> None:
    photo = prepared(files.saved(_busy(2400, 1600), "JPEG", quality=90))
    assert len(photo.jpeg) <= PHOTO_BYTES
    assert len(photo.thumbnail) <= THUMBNAIL_BYTES
    assert 500 < photo.width < LONG_SIDE


def _turned_for(orientation: int, upright: Image.Image) -> Image.Image:
    """What a camera stores that holds the picture turned (Exif 2.32, tag 274)."""
    undo = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]  # fmt: skip
    return upright if undo is None else upright.transpose(undo)


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_photos_are_turned_upright(kind: Kind, orientation: int) -> None:
    stored = _turned_for(orientation, files.picture(120, 60))
    data = files.saved(stored, FORMS[kind], exif=exif_with(Orientation=orientation))
    photo = prepared(data, kind)
    image = _opened(photo.jpeg)
    assert (photo.width, photo.height) == (120, 60)
    assert _colours(image, *_QUARTERS) == ["red", "olive", "olive", "blue"]


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_unknown_orientation_leaves_the_photo_as_it_is(orientation: int) -> None:
    photo = prepared(files.jpeg(120, 60, exif=exif_with(Orientation=orientation)))
    assert (photo.width, photo.height) == (120, 60)


def _segments(jpeg: bytes) -> Iterator[int]:
    at = 2
    while jpeg[at + 1] != 0xDA:
        yield jpeg[at + 1]
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4])


@pytest.mark.parametrize("kind", FORMS)
def test_the_place_is_read_and_nothing_of_the_metadata_is_kept(kind: Kind) -> None:
    told: dict[str, object] = {"exif": _exif_with_place(_GPS), "icc_profile": swapped_profile()}
    if kind is Kind.JPEG:
        told["comment"] = b"Amina's farm"
    if kind is not Kind.PNG:
        told["xmp"] = b"<x:xmpmeta>Amina</x:xmpmeta>"
    photo = prepared(files.saved(files.picture(), FORMS[kind], **told), kind)
    assert photo.location == Location(-1.5175, 37.2624)
    for jpeg in (photo.jpeg, photo.thumbnail):
        assert set(_segments(jpeg)) <= {0xE0, 0xDB, 0xC0, 0xC2, 0xC4}
        assert not dict(_opened(jpeg).getexif())
        assert b"Amina" not in jpeg
        assert b"Tecno" not in jpeg


@pytest.mark.parametrize(
    "gps",
    [
        {**_GPS, 2: (0.0, 0.0, 0.0), 4: (0.0, 0.0, 0.0)},
        {**_GPS, 1: "Q"},
        {**_GPS, 2: (91.0, 0.0, 0.0)},
        {9: "V", **_GPS},
        {1: "S"},
    ],
)
def test_a_place_that_cannot_be_is_not_offered(gps: dict[int, object]) -> None:
    assert prepared(files.jpeg(exif=_exif_with_place(gps))).location is None


def test_rationals_over_nothing_in_a_real_file_are_no_place() -> None:
    exif = _exif_with_place({**_GPS, 2: (1.0, 31.0, 3.0)}).tobytes()
    latitude = struct.pack(">IIIIII", 1, 1, 31, 1, 3, 1)
    order = "<" if b"II*\0" in exif else ">"
    latitude = struct.pack(f"{order}IIIIII", 1, 1, 31, 1, 3, 1)
    assert latitude in exif
    broken = exif.replace(latitude, struct.pack(f"{order}IIIIII", 1, 1, 31, 1, 3, 0))
    assert prepared(files.jpeg(exif=exif)).location is not None
    assert prepared(files.jpeg(exif=broken)).location is None


@given(st.binary(max_size=80), st.integers(0, 300))
@settings(max_examples=60)
def test_damaged_metadata_costs_the_place_and_never_the_photo(noise: bytes, at: int) -> None:
    exif = bytearray(_exif_with_place(_GPS).tobytes())
    at = 6 + at % (len(exif) - 6)
    exif[at : at + len(noise)] = noise
    photo = prepared(files.jpeg(exif=bytes(exif)))
    assert {photo.width, photo.height} == {64, 48}


def test_moving_pictures_give_their_first_frame() -> None:
    frames = [Image.new("RGB", (50, 50), colour) for colour in ("red", "blue", "green")]
    for kind in (Kind.PNG, Kind.WEBP):
        data = files.saved(frames[0], FORMS[kind], save_all=True, append_images=frames[1:])
        assert _colours(_opened(prepared(data, kind).jpeg), (0.5, 0.5)) == ["red"]


def test_several_pictures_in_one_jpeg_give_the_first() -> None:
    first, second = Image.new("RGB", (50, 50), "red"), Image.new("RGB", (30, 30), "blue")
    data = files.saved(first, "MPO", save_all=True, append_images=[second])
    assert _colours(_opened(prepared(data).jpeg), (0.5, 0.5)) == ["red"]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA", "I;16"])
def test_every_mode_of_png_is_read(mode: str) -> None:
    image = files.picture(80, 60)
    if mode == "I;16":
        image = image.convert("L").convert("I").point(lambda value: value * 256).convert("I;16")
    elif mode == "PA":
        image = image.convert("RGBA").quantize(16)
    else:
        image = image.convert(mode)
    photo = prepared(files.saved(image, "PNG"), Kind.PNG)
    wanted = _colours(image.convert("RGB"), *_QUARTERS) if mode != "I;16" else None
    if wanted is not None:
        assert _colours(_opened(photo.jpeg), *_QUARTERS) == wanted


def test_greys_of_sixteen_bits_are_scaled_and_not_clipped() -> None:
    image = Image.new("I;16", (40, 40), 128 * 256)
    assert _colours(_opened(prepared(files.saved(image, "PNG"), Kind.PNG).jpeg), (0.5, 0.5)) == [
        "grey"
    ]


def test_printers_colours_become_screen_colours() -> None:
    image = files.picture(mode="CMYK")
    assert _colours(_opened(prepared(files.saved(image, "JPEG")).jpeg), *_QUARTERS) == [
        "red",
        "olive",
        "olive",
        "blue",
    ]


def test_what_is_hidden_under_transparency_is_gone() -> None:
    image = files.picture(80, 80, "RGBA")
    image.putalpha(0)
    for kind in (Kind.PNG, Kind.WEBP):
        photo = prepared(files.saved(image, FORMS[kind], lossless=True, exact=True), kind)
        assert set(_colours(_opened(photo.jpeg), *_QUARTERS)) == {"white"}
    keyed = Image.new("RGB", (40, 40), "red")
    photo = prepared(files.saved(keyed, "PNG", transparency=(255, 0, 0)), Kind.PNG)
    assert _colours(_opened(photo.jpeg), (0.5, 0.5)) == ["white"]


def test_colours_are_turned_into_those_of_screens() -> None:
    red = Image.new("RGB", (40, 40), "red")
    turned = _opened(prepared(files.saved(red, "JPEG", icc_profile=swapped_profile())).jpeg)
    pixel = turned.getpixel((20, 20))
    assert isinstance(pixel, tuple)
    assert pixel[1] > 200 > 60 > pixel[0]


@pytest.mark.parametrize("profile", [b"no profile", swapped_profile()[:200], bytes(500)])
def test_a_broken_colour_profile_is_passed_over(profile: bytes) -> None:
    red = Image.new("RGB", (40, 40), "red")
    photo = prepared(files.saved(red, "JPEG", icc_profile=profile))
    assert _colours(_opened(photo.jpeg), (0.5, 0.5)) == ["red"]
