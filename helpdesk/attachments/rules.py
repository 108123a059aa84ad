"""What is taken: how many files, how large, of which kind, and what counts as a false label."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from helpdesk.attachments.kinds import Family, Kind, claimed_families, family_of
from helpdesk.attachments.refusals import Reason, Refused
from helpdesk.attachments.sniffing import Foreign, sniff

MEGABYTE = 1_000_000
_BYTES_EACH: Mapping[Family, int] = MappingProxyType(
    {"photo": 20 * MEGABYTE, "voice": 15 * MEGABYTE, "paper": 10 * MEGABYTE}
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one message may carry. Megabytes are millions of bytes.

    A voice of 15 MB lasts a quarter of an hour as telephone-quality WAV (16 kB/s), hours as Opus.
    JPEG may have more pixels than other pictures, because it is shrunk while it is decoded:
    cameras of cheap phones write up to 108 million.
    """

    files: int = 6
    bytes_each: Mapping[Family, int] = field(default_factory=lambda: _BYTES_EACH)
    bytes_together: int = 40 * MEGABYTE
    pixels: int = 50_000_000
    jpeg_pixels: int = 110_000_000

    def most_bytes(self) -> int:
        """The largest file of any kind: nobody needs to read more of an upload than this."""
        return max(self.bytes_each.values())

    def most_pixels(self, kind: Kind) -> int:
        """The most pixels a picture of this kind may have."""
        return self.jpeg_pixels if kind is Kind.JPEG else self.pixels


@dataclass(frozen=True, slots=True)
class Taken:
    """What the same message carries already."""

    files: int = 0
    bytes: int = 0


def count_refusal(size: int, taken: Taken, limits: Limits) -> Refused | None:
    """Why a file of `size` bytes cannot be taken on top of `taken`, whatever it is."""
    if size == 0:
        return Refused(Reason.EMPTY)
    if taken.files >= limits.files:
        return Refused(Reason.TOO_MANY, {"most": limits.files})
    if size > limits.most_bytes():
        return _too_large(size, limits.most_bytes())
    if taken.bytes + size > limits.bytes_together:
        return Refused(Reason.TOO_MUCH, {"most": limits.bytes_together // MEGABYTE})
    return None


def size_refusal(size: int, kind: Kind, limits: Limits) -> Refused | None:
    """Why a file of this kind is too large, if it is."""
    most = limits.bytes_each[family_of(kind)]
    return _too_large(size, most) if size > most else None


def _too_large(size: int, most: int) -> Refused:
    return Refused(Reason.TOO_LARGE, {"megabytes": -(-size // MEGABYTE), "most": most // MEGABYTE})


def pixel_refusal(width: int, height: int, kind: Kind, limits: Limits) -> Refused | None:
    """Why a picture of these sides is too large to be opened, if it is."""
    most = limits.most_pixels(kind)
    if width * height <= most:
        return None
    millions = -(-width * height // 1_000_000)
    return Refused(Reason.TOO_MANY_PIXELS, {"megapixels": millions, "most": most // 1_000_000})


_FOREIGN: Mapping[Foreign, tuple[Reason, Family | None]] = {
    Foreign.HEIC: (Reason.HEIC, "photo"),
    Foreign.PICTURE: (Reason.OTHER_PICTURE, "photo"),
    Foreign.VIDEO: (Reason.VIDEO, "voice"),
    Foreign.DOCUMENT: (Reason.OTHER_DOCUMENT, "paper"),
    Foreign.LEGACY_TEXT: (Reason.TEXT_ENCODING, "paper"),
    Foreign.SOUND: (Reason.OTHER_SOUND, "voice"),
    Foreign.WEB_PAGE: (Reason.WEB_PAGE, "paper"),
    Foreign.UNKNOWN: (Reason.NOT_TAKEN, None),
}


def kind_or_refusal(data: bytes, name: str, declared_type: str) -> Kind | Refused:
    """The kind of a file by its content, unless it is not taken or was labelled falsely.

    A label is false when the ending of the name or the declared type speaks of another family: a
    page of script called "field.jpg". Another kind of the same family is no lie worth a refusal:
    messengers name PNG files .jpg and AAC files .mp3.
    """
    found = sniff(data)
    if found is Foreign.INCOMPLETE:
        return Refused(Reason.INCOMPLETE)
    claims = claimed_families(name, declared_type)
    if isinstance(found, Foreign):
        reason, family = _FOREIGN[found]
        return Refused(Reason.FALSE_TYPE if claims - {family} else reason)
    return Refused(Reason.FALSE_TYPE) if claims - {family_of(found)} else found
