"""What a file is, told from its bytes alone; names and declared types have no say here."""

import re
from collections.abc import Callable
from enum import StrEnum

from helpdesk.attachments import containers
from helpdesk.attachments.kinds import Kind


class Foreign(StrEnum):
    """What a file is when it is none of the kinds that are taken."""

    HEIC = "heic"
    PICTURE = "picture"
    SOUND = "sound"
    VIDEO = "video"
    DOCUMENT = "document"
    WEB_PAGE = "web_page"
    LEGACY_TEXT = "legacy_text"
    INCOMPLETE = "incomplete"
    UNKNOWN = "unknown"


Found = Kind | Foreign

_MAGIC: tuple[tuple[bytes, Found], ...] = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Kind.PNG),
    (b"#!AMR\n", Kind.AMR),
    (b"#!AMR-WB\n", Kind.AMR_WIDE),
    (b"GIF87a", Foreign.PICTURE),
    (b"GIF89a", Foreign.PICTURE),
    (b"II*\0", Foreign.PICTURE),
    (b"MM\0*", Foreign.PICTURE),
    (b"\xff\x0a", Foreign.PICTURE),
    (b"\0\0\0\x0cJXL \r\n\x87\n", Foreign.PICTURE),
    (b"fLaC", Foreign.SOUND),
    (b"caff\0\x01", Foreign.SOUND),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Foreign.SOUND),
    (b"\0\0\x01\xba", Foreign.VIDEO),
    (b"FLV\x01", Foreign.VIDEO),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign.DOCUMENT),
    (b"{\\rtf", Foreign.DOCUMENT),
    (b"%!PS", Foreign.DOCUMENT),
)
_TAIL = 4096
_OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis", b"word/", b"xl/", b"ppt/")
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_AVIF_BRANDS = {b"avif", b"avis"}
_SEEN = {b"vide", b"pict", b"auxv"}
_OGG_VOICES = (b"OpusHead", b"\x01vorbis", b"Speex   ")
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MARKUP = re.compile(r"\s*<(?:[!?%]|/?[a-z][a-z0-9:-]*[\s>/])", re.IGNORECASE)


def sniff(data: bytes) -> Found:
    """The kind of a file, or what else it is. Never raises, whatever the bytes."""
    for magic, found in _MAGIC:
        if data.startswith(magic):
            return found
    for look in _LOOKS:
        told = look(data)
        if told is not None:
            return told
    return _text(data)


def plain_text(data: bytes) -> str | None:
    """The words of a text file in UTF-8, or in UTF-16 with its mark; none if it is no such text."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    encoding = "utf-16" if marked else "utf-8-sig"
    try:
        words = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROLS.search(words.encode(errors="replace")) else words


def _pdf(data: bytes) -> Found | None:
    if not data.startswith(b"%PDF-"):
        return None
    return Kind.PDF if b"%%EOF" in data[-_TAIL:] else Foreign.INCOMPLETE


def _bitmap(data: bytes) -> Found | None:
    """Windows bitmap. Its mark of two letters is also how words begin, so its header is asked."""
    is_bitmap = data[:2] == b"BM" and data[6:10] == b"\0\0\0\0" and data[15:18] == b"\0\0\0"
    return Foreign.PICTURE if is_bitmap else None


def _zip(data: bytes) -> Found | None:
    if not data.startswith(b"PK\x03\x04"):
        return None
    is_office = any(mark in data[:_TAIL] for mark in _OFFICE)
    return Foreign.DOCUMENT if is_office else Foreign.UNKNOWN


def _riff(data: bytes) -> Found | None:
    if data[:4] != b"RIFF":
        return None
    form = data[8:12]
    if form == b"WAVE":
        chunks = {chunk.name for chunk in containers.riff_chunks(data)}
        return Kind.WAV if {b"fmt ", b"data"} <= chunks else Foreign.INCOMPLETE
    if form == b"AVI ":
        return Foreign.VIDEO
    return Kind.WEBP if form == b"WEBP" else None


def _mp4(data: bytes) -> Found | None:
    if data[4:8] != b"ftyp":
        return None
    declared = data[8 : min(int.from_bytes(data[:4]), 256)]
    brands = {declared[at : at + 4] for at in range(0, len(declared), 4)}
    if brands & _AVIF_BRANDS:
        return Foreign.PICTURE
    if brands & _HEIF_BRANDS:
        return Foreign.HEIC
    tracks = containers.mp4_tracks(data)
    if tracks is None:
        return Foreign.INCOMPLETE
    if tracks & _SEEN:
        return Foreign.VIDEO
    if b"soun" not in tracks:
        return Foreign.UNKNOWN
    return Kind.THREE_GP if data[8:10] == b"3g" else Kind.M4A


def _ogg(data: bytes) -> Found | None:
    if data[:4] != b"OggS":
        return None
    streams = containers.ogg_streams(data)
    if streams and all(stream.startswith(_OGG_VOICES) for stream in streams):
        return Kind.OGG
    seen = any(stream.startswith((b"\x80theora", b"OVP80")) for stream in streams)
    return Foreign.VIDEO if seen else Foreign.SOUND


def _webm(data: bytes) -> Found | None:
    if data[:4] != b"\x1a\x45\xdf\xa3":
        return None
    if containers.webm_document_type(data) not in (b"webm", b"matroska"):
        return Foreign.UNKNOWN
    tracks = containers.webm_tracks(data)
    if tracks is None:
        return Foreign.INCOMPLETE
    if 1 in tracks:
        return Foreign.VIDEO
    return Kind.WEBM if tracks == {2} else Foreign.UNKNOWN


def _mpeg_sound(data: bytes) -> Found | None:
    """MP3 or AAC: no mark but frames, so two in a row must fit (or one that fills the file)."""
    start = containers.id3_bytes(data)
    for kind, frame_bytes in _FRAMES:
        first = frame_bytes(data, start)
        if first is None or start + first > len(data):
            continue
        if start + first == len(data) or frame_bytes(data, start + first) is not None:
            return kind
    return None


def _text(data: bytes) -> Found:
    words = plain_text(data)
    if words is not None and _MARKUP.match(words):
        return Foreign.PICTURE if "<svg" in words[:_TAIL].lower() else Foreign.WEB_PAGE
    if words is not None:
        return Kind.TEXT
    return Foreign.UNKNOWN if _CONTROLS.search(data) else Foreign.LEGACY_TEXT


_FRAMES: tuple[tuple[Kind, Callable[[bytes, int], int | None]], ...] = (
    (Kind.MP3, containers.mp3_frame_bytes),
    (Kind.AAC, containers.aac_frame_bytes),
)
_LOOKS: tuple[Callable[[bytes], Found | None], ...] = (
    _pdf,
    _bitmap,
    _zip,
    _riff,
    _mp4,
    _ogg,
    _webm,
    _mpeg_sound,
)
