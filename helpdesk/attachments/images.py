"""Photos, made anew: decoded, turned upright, shrunk, written as JPEG with nothing but the picture.

JPEG and not WebP, because the cheapest phones (KaiOS 2.5) and many mail programs show no WebP.

The bytes are hostile. This module keeps its own limits (pixels by the header before anything is
decoded, one decoder per kind), but a decoder's fault would hit the whole process: outside of tests
it runs in a process of its own (`sandbox`).
"""

import io
import struct
import warnings
from contextlib import AbstractContextManager

from PIL import ExifTags, Image, ImageCms

from helpdesk.attachments.kinds import Kind
from helpdesk.attachments.location import Location, location_of
from helpdesk.attachments.photo import (
    LONG_SIDE,
    PHOTO_BYTES,
    THUMBNAIL_BYTES,
    THUMBNAIL_SIDE,
    Photo,
)
from helpdesk.attachments.refusals import Reason, Refused
from helpdesk.attachments.rules import Limits, pixel_refusal

_QUALITIES = (40, 88)
_SMALLER = 0.8
_SMALLEST_SIDE = 64
_DECODERS = {Kind.JPEG: "JPEG", Kind.PNG: "PNG", Kind.WEBP: "WEBP"}
_BROKEN = (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, struct.error)
"""What Pillow's decoders raise on malformed bytes, depending on where they stumble."""

Image.MAX_IMAGE_PIXELS = None
"""Pillow's own limit is one for all kinds; ours (`Limits`) is asked before anything is decoded."""


def prepare_photo(data: bytes, kind: Kind, limits: Limits) -> Photo | Refused:
    """The photo made anew, or why it cannot be. Moving pictures give their first frame.

    The place is read from the metadata before all of it is dropped.
    """
    try:
        with _quietly(), Image.open(io.BytesIO(data), formats=(_DECODERS[kind],)) as image:
            refusal = pixel_refusal(image.width, image.height, kind, limits)
            if refusal is not None:
                return refusal
            location = _location(image)
            picture = _plain_picture(image)
    except MemoryError:
        return Refused(Reason.TOO_DEMANDING)
    except _BROKEN:
        return Refused(Reason.INCOMPLETE)
    jpeg, size = _fitted(picture, LONG_SIDE, PHOTO_BYTES)
    thumbnail, _ = _fitted(picture, THUMBNAIL_SIDE, THUMBNAIL_BYTES)
    return Photo(jpeg, thumbnail, *size, location)


def _quietly() -> AbstractContextManager[object]:
    """Damaged metadata is expected here: Pillow passes it over with a warning to developers."""
    return warnings.catch_warnings(action="ignore")


def _location(image: Image.Image) -> Location | None:
    """Metadata that cannot be read only costs the place, not the photo."""
    try:
        return location_of(image.getexif().get_ifd(ExifTags.IFD.GPSInfo))
    except _BROKEN:
        return None


def _plain_picture(image: Image.Image) -> Image.Image:
    """At most LONG_SIDE, upright, in sRGB or grey, without transparency, metadata or profile."""
    image.draft(image.mode, (LONG_SIDE, LONG_SIDE))
    image.load()
    profile = image.info.get("icc_profile")
    orientation = _orientation(image)
    small = _in_eight_bits(image)
    small.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    flat = _without_transparency(_in_standard_colours(small, profile))
    upright = flat.transpose(orientation) if orientation is not None else flat
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    return bare


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""Exif 2.32, tag Orientation (274)."""


def _orientation(image: Image.Image) -> Image.Transpose | None:
    try:
        return _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except _BROKEN:
        return None


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Modes that shrink well: palettes become colours, 16-bit greys are scaled and not clipped."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("P", "PA") or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in ("1", "L", "LA", "RGB", "RGBA", "CMYK"):
        return image.convert("L") if image.mode == "1" else image
    return image.convert("RGB")


def _in_standard_colours(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as sRGB: phones with wide colours would otherwise show paler soil and leaves.

    A profile that cannot be applied is passed over, as a viewer would.
    """
    if profile and image.mode in ("RGB", "CMYK"):
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            standard = ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(image, given, standard, outputMode="RGB")
        except (ImageCms.PyCMSError, *_BROKEN):
            turned = None
        if turned is not None:
            return turned
    return image.convert("RGB") if image.mode == "CMYK" else image


def _without_transparency(image: Image.Image) -> Image.Image:
    """On white, as paper would show it; what lay hidden under transparency is gone."""
    if image.mode not in ("LA", "RGBA"):
        return image
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image.convert("RGBA"))
    return ground.convert("L" if image.mode == "LA" else "RGB")


def _fitted(picture: Image.Image, side: int, most_bytes: int) -> tuple[bytes, tuple[int, int]]:
    """The best JPEG within `side` and `most_bytes`: quality gives way first, then size."""
    image = _scaled(picture, side / max(picture.size)) if max(picture.size) > side else picture
    while True:
        jpeg = _best_quality(image, most_bytes)
        if len(jpeg) <= most_bytes or max(image.size) <= _SMALLEST_SIDE:
            return jpeg, image.size
        image = _scaled(image, _SMALLER)


def _scaled(image: Image.Image, factor: float) -> Image.Image:
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    return image.resize(size, Image.Resampling.LANCZOS)


def _best_quality(image: Image.Image, most_bytes: int) -> bytes:
    low, high = _QUALITIES
    best = _jpeg(image, high)
    if len(best) <= most_bytes:
        return best
    best = _jpeg(image, low)
    if len(best) > most_bytes:
        return best
    while high - low > 3:
        middle = (low + high) // 2
        tried = _jpeg(image, middle)
        if len(tried) <= most_bytes:
            low, best = middle, tried
        else:
            high = middle
    return best


def _jpeg(image: Image.Image, quality: int) -> bytes:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=quality, optimize=True, progressive=True)
    return written.getvalue()
