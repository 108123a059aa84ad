"""Voice recordings, without what they tell beside the voice.

Phones write the place of a recording into MP4 and 3GP files (ISO/IEC 14496-12 `udta`, 3GPP TS
26.244 `loci`), recorders their owner into ID3 tags and WAV. The sound itself is not touched: parts
keep their places and lengths, because MP4 refers to sound by its position in the file. Ogg, WebM,
AMR and AAC recordings of browsers and phones carry no such parts beyond the name of the encoder.
"""

from collections.abc import Iterator

from helpdesk.attachments.containers import Part, id3_bytes, mp4_boxes, riff_chunks
from helpdesk.attachments.kinds import Kind

_MP4_TOLD = {b"udta", b"meta", b"uuid"}
_WAV_KEPT = {b"fmt ", b"fact", b"data"}
_ID3_OLD_BYTES = 128


def without_details(data: bytes, kind: Kind) -> bytes:
    """The recording without tags that may name a person or place."""
    if kind in (Kind.M4A, Kind.THREE_GP):
        return _blanked(data, _mp4_details(data), 4, b"free")
    if kind is Kind.WAV:
        others = (chunk for chunk in riff_chunks(data) if chunk.name not in _WAV_KEPT)
        return _blanked(data, others, 0, b"JUNK")
    if kind in (Kind.MP3, Kind.AAC):
        sound = data[id3_bytes(data) :]
        return sound[:-_ID3_OLD_BYTES] if sound[-_ID3_OLD_BYTES:][:3] == b"TAG" else sound
    return data


def _mp4_details(data: bytes) -> Iterator[Part]:
    for box in mp4_boxes(data, 0, len(data)):
        if box.name in _MP4_TOLD:
            yield box
        elif box.name == b"moov":
            for inner in mp4_boxes(data, box.start, box.end):
                if inner.name in _MP4_TOLD:
                    yield inner
                elif inner.name == b"trak":
                    told = mp4_boxes(data, inner.start, inner.end)
                    yield from (part for part in told if part.name in _MP4_TOLD)


def _blanked(data: bytes, parts: Iterator[Part], name_at: int, name: bytes) -> bytes:
    """The same bytes with each part renamed (`name_at` bytes into its head) and zeroed."""
    blank = bytearray(data)
    for part in parts:
        blank[part.head + name_at : part.head + name_at + 4] = name
        blank[part.start : part.end] = bytes(part.end - part.start)
    return bytes(blank)
