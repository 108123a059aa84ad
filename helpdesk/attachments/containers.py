"""What is inside sound files: just enough of each container to tell voice from video from noise.

Every walk is bounded (WALK steps) and never trusts a length further than the data reaches.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

WALK = 10_000


@dataclass(frozen=True, slots=True)
class Part:
    """A named part of a container: its bytes are data[start:end], its head begins at `head`."""

    name: bytes
    head: int
    start: int
    end: int


def mp4_boxes(data: bytes, start: int, end: int) -> Iterator[Part]:
    """The boxes of an MP4 or 3GP file between `start` and `end` that are there whole.

    ISO/IEC 14496-12, 4.2: size of 32 bits and type; size 1 is followed by 64 bits, 0 means "rest".
    """
    for _ in range(WALK):
        if start + 8 > end:
            return
        size, name = struct.unpack_from(">I4s", data, start)
        head = 8
        if size == 1 and start + 16 <= end:
            (size,) = struct.unpack_from(">Q", data, start + 8)
            head = 16
        elif size == 0:
            size = end - start
        if size < head or start + size > end:
            return
        yield Part(name, start, start + head, start + size)
        start += size


def mp4_tracks(data: bytes) -> frozenset[bytes] | None:
    """The handlers of all tracks (`soun`, `vide` ...), or none where the index is missing."""
    for movie in mp4_boxes(data, 0, len(data)):
        if movie.name == b"moov":
            return frozenset(
                data[handler.start + 8 : handler.start + 12]
                for track in _named(data, movie, b"trak")
                for media in _named(data, track, b"mdia")
                for handler in _named(data, media, b"hdlr")
            )
    return None


def _named(data: bytes, inside: Part, name: bytes) -> Iterator[Part]:
    return (box for box in mp4_boxes(data, inside.start, inside.end) if box.name == name)


def riff_chunks(data: bytes) -> Iterator[Part]:
    """The chunks of a RIFF file. The last may be cut off, as by a recorder that was stopped."""
    at = 12
    for _ in range(WALK):
        if at + 8 > len(data):
            return
        name, size = struct.unpack_from("<4sI", data, at)
        yield Part(name, at, at + 8, min(at + 8 + size, len(data)))
        at += 8 + size + size % 2


def ogg_streams(data: bytes) -> list[bytes]:
    """The first bytes of each stream of an Ogg file (RFC 3533: all streams begin before data)."""
    found: list[bytes] = []
    at = 0
    while data[at : at + 4] == b"OggS" and at + 27 <= len(data) and len(found) < WALK:
        begins = data[at + 5] & 2
        if not begins:
            break
        count = data[at + 26]
        body = at + 27 + count
        found.append(data[body : body + 8])
        at = body + sum(data[at + 27 : body])
    return found


_EBML, _DOCTYPE, _SEGMENT = 0x1A45DFA3, 0x4282, 0x18538067
_CLUSTER, _TRACKS, _TRACK, _TRACK_TYPE = 0x1F43B675, 0x1654AE6B, 0xAE, 0x83


def webm_tracks(data: bytes) -> frozenset[int] | None:
    """The track types of a WebM file (1 video, 2 audio), or none where no list of them is found.

    RFC 8794 (EBML) and RFC 9559 (Matroska). Tracks stand before the first cluster.
    """
    for segment in _elements(data, 0, len(data)):
        if segment.name != _name(_SEGMENT):
            continue
        for element in _elements(data, segment.start, segment.end):
            if element.name == _name(_CLUSTER):
                return None
            if element.name == _name(_TRACKS):
                return frozenset(_track_types(data, element))
    return None


def webm_document_type(data: bytes) -> bytes:
    """`webm` or `matroska`, from the EBML header."""
    for header in _elements(data, 0, len(data)):
        if header.name != _name(_EBML):
            break
        for element in _elements(data, header.start, header.end):
            if element.name == _name(_DOCTYPE):
                return data[element.start : element.end].rstrip(b"\0")
        break
    return b""


def _track_types(data: bytes, tracks: Part) -> Iterator[int]:
    for track in _elements(data, tracks.start, tracks.end):
        if track.name == _name(_TRACK):
            for element in _elements(data, track.start, track.end):
                if element.name == _name(_TRACK_TYPE):
                    yield int.from_bytes(data[element.start : element.end])


def _name(identity: int) -> bytes:
    return identity.to_bytes((identity.bit_length() + 7) // 8)


def _elements(data: bytes, start: int, end: int) -> Iterator[Part]:
    """EBML elements; one of unknown or too great size reaches to `end`."""
    for _ in range(WALK):
        if start >= end:
            return
        width = 9 - data[start].bit_length()
        at = start + width
        if width > 4 or at >= end:
            return
        length = 9 - data[at].bit_length()
        body = at + length
        if length > 8 or body > end:
            return
        mask = (1 << (7 * length)) - 1
        size = int.from_bytes(data[at:body]) & mask
        finish = end if size == mask else min(body + size, end)
        yield Part(data[start:at], start, body, finish)
        start = finish


_MP3_KBPS = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_MP3_HZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
"""By version bits: 3 MPEG-1, 2 MPEG-2, 0 MPEG-2.5 (ISO/IEC 11172-3, 2.4.2.3; 13818-3)."""


def mp3_frame_bytes(data: bytes, at: int) -> int | None:
    """The length of the layer III frame that begins at `at`, or none if none does."""
    if at + 4 > len(data) or data[at] != 0xFF or data[at + 1] & 0xE6 != 0xE2:
        return None
    version, rate = (data[at + 1] >> 3) & 3, data[at + 2] >> 4
    sampling = (data[at + 2] >> 2) & 3
    if version == 1 or rate in (0, 15) or sampling == 3:
        return None
    first = version == 3
    bits = _MP3_KBPS[first][rate] * 1000 * (144 if first else 72)
    return bits // _MP3_HZ[version][sampling] + ((data[at + 2] >> 1) & 1)


def aac_frame_bytes(data: bytes, at: int) -> int | None:
    """The length of the ADTS frame that begins at `at`, or none (ISO/IEC 13818-7, 6.2)."""
    if at + 7 > len(data) or data[at] != 0xFF or data[at + 1] & 0xF6 != 0xF0:
        return None
    if (data[at + 2] >> 2) & 15 > 12:
        return None
    length = ((data[at + 3] & 3) << 11) | (data[at + 4] << 3) | (data[at + 5] >> 5)
    return length if length >= 7 else None


def id3_bytes(data: bytes) -> int:
    """The length of the ID3v2 tag that a file begins with; 0 where there is none."""
    if len(data) < 10 or data[:3] != b"ID3" or max(data[6:10]) > 127:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte
    footer = 10 if data[5] & 0x10 else 0
    return min(10 + size + footer, len(data))
