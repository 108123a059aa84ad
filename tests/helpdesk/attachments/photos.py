"""Photos for tests, and the making of them in this process."""

from PIL import ExifTags, Image

from helpdesk.attachments.images import prepare_photo
from helpdesk.attachments.kinds import Kind
from helpdesk.attachments.photo import Photo
from helpdesk.attachments.rules import Limits

FORMS = {Kind.JPEG: "JPEG", Kind.PNG: "PNG", Kind.WEBP: "WEBP"}


def prepared(data: bytes, kind: Kind = Kind.JPEG) -> Photo:
    """The photo made anew; it must not be refused."""
    photo = prepare_photo(data, kind, Limits())
    assert isinstance(photo, Photo), photo
    return photo


def grainy(width: int, height: int) -> Image.Image:
    """A picture about as hard to compress as a field."""
    coarse = Image.effect_noise((width // 12, height // 12), 70)
    return coarse.resize((width, height), Image.Resampling.BICUBIC).convert("RGB")


def exif_with(**tags: object) -> Image.Exif:
    """Metadata with these tags."""
    exif = Image.Exif()
    for name, value in tags.items():
        exif[ExifTags.Base[name]] = value
    return exif
