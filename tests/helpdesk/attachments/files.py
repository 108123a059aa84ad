"""Small true files of every kind, made here byte by byte."""

import io
import struct
import zlib
from typing import Any

from PIL import Image

from helpdesk.attachments.kinds import Kind


def picture(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """A picture whose four corners differ: it shows when it was turned."""
    image = Image.new("RGB", (width, height), "olive")
    image.paste("red", (0, 0, width // 2, height // 2))
    image.paste("blue", (width // 2, height // 2, width, height))
    return image.convert(mode)


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    """The picture as a file."""
    written = io.BytesIO()
    image.save(written, form, **options)
    return written.getvalue()


def jpeg(width: int = 64, height: int = 48, **options: Any) -> bytes:
    """A JPEG file."""
    return saved(picture(width, height), "JPEG", **options)


def png_of_size(width: int, height: int) -> bytes:
    """A PNG file that says it has these sides and holds next to nothing."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def wav(more: bytes = b"", samples: int = 800) -> bytes:
    """A WAV file of silence, telephone quality; `more` are chunks before the sound."""
    body = b"WAVE" + _chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, 8000, 16000, 2, 16))
    body += more + _chunk(b"data", b"\0\0" * samples)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def wav_note(text: bytes) -> bytes:
    """A LIST chunk with a note of the recorder."""
    return _chunk(b"LIST", b"INFO" + _chunk(b"ICMT", text))


def box(name: bytes, body: bytes) -> bytes:
    """A box of an MP4 file."""
    return struct.pack(">I", len(body) + 8) + name + body


def mp4(
    brand: bytes = b"M4A ", handlers: tuple[bytes, ...] = (b"soun",), told: bytes = b""
) -> bytes:
    """An MP4 or 3GP file with these tracks, `told` in its user data, and some sound."""
    tracks = b"".join(
        box(
            b"trak",
            box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(13)))
            + (box(b"udta", told) if told else b""),
        )
        for handler in handlers
    )
    user = box(b"udta", box(b"\xa9xyz", told)) if told else b""
    return (
        box(b"ftyp", brand + bytes(4) + brand + b"isom")
        + box(b"mdat", b"SOUND" * 20)
        + box(b"moov", box(b"mvhd", bytes(100)) + tracks + user)
    )


def element(identity: int, body: bytes, unknown: bool = False) -> bytes:
    """An EBML element."""
    name = identity.to_bytes((identity.bit_length() + 7) // 8)
    size = b"\x01" + b"\xff" * 7 if unknown else struct.pack(">I", 0x10000000 | len(body))
    return name + size + body


def webm(track_types: tuple[int, ...] = (2,), document: bytes = b"webm") -> bytes:
    """A WebM file as browsers record it: a segment of unknown length."""
    tracks = b"".join(element(0xAE, element(0x83, bytes([kind]))) for kind in track_types)
    segment = element(0x1549A966, b"") + element(0x1654AE6B, tracks)
    segment += element(0x1F43B675, b"sound" * 9, unknown=True)
    head = element(0x1A45DFA3, element(0x4282, document))
    return head + element(0x18538067, segment, unknown=True)


def ogg(*streams: bytes) -> bytes:
    """An Ogg file with these streams (default: one of Opus) and one page of sound."""
    firsts = streams or (b"OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0",)
    pages = [_page(2, at, body) for at, body in enumerate(firsts)]
    return b"".join([*pages, _page(0, 0, b"OpusTags" + bytes(40))])


def _page(flags: int, serial: int, body: bytes) -> bytes:
    head = struct.pack("<4sBBqIII", b"OggS", 0, flags, 0, serial, 0, 0)
    return head + bytes([1, len(body)]) + body


def mp3(frames: int = 3) -> bytes:
    """MP3 frames of silence: MPEG-2, layer III, 32 kbit/s, 16 kHz (144 bytes each)."""
    return (b"\xff\xf3\x48\xc4" + bytes(140)) * frames


def id3(body: bytes) -> bytes:
    """An ID3v2.3 tag."""
    size = bytes((len(body) >> shift) & 127 for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + size + body


def aac(frames: int = 3) -> bytes:
    """ADTS frames of 64 bytes."""
    length = 64
    head = bytes(
        [0xFF, 0xF1, 0x60, 0x40 | length >> 11, length >> 3 & 255, (length & 7) << 5, 0xFC]
    )
    return (head + bytes(length - 7)) * frames


def pdf(more: bytes = b"") -> bytes:
    """A short PDF."""
    return b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + more + b"\ntrailer\n%%EOF\n"


TRUE_FILES: dict[Kind, bytes] = {
    Kind.JPEG: jpeg(),
    Kind.PNG: saved(picture(), "PNG"),
    Kind.WEBP: saved(picture(), "WEBP"),
    Kind.OGG: ogg(),
    Kind.MP3: mp3(),
    Kind.M4A: mp4(),
    Kind.THREE_GP: mp4(b"3gp4"),
    Kind.AAC: aac(),
    Kind.AMR: b"#!AMR\n" + b"\x3c" + bytes(31),
    Kind.AMR_WIDE: b"#!AMR-WB\n" + bytes(40),
    Kind.WAV: wav(),
    Kind.WEBM: webm(),
    Kind.PDF: pdf(),
    Kind.TEXT: "Mahindi yangu yana madoa. ماشية \n".encode(),
}
