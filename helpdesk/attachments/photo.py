"""What becomes of a photo that was made anew. Needs no image library to be known."""

from dataclasses import dataclass

from helpdesk.attachments.location import Location

LONG_SIDE = 2_000
PHOTO_BYTES = 300_000
THUMBNAIL_SIDE = 320
THUMBNAIL_BYTES = 15_000


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as it is kept: JPEG of at most LONG_SIDE, its thumbnail, its sides in pixels."""

    jpeg: bytes
    thumbnail: bytes
    width: int
    height: int
    location: Location | None
