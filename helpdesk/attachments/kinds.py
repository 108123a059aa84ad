"""The kinds of files that are taken, and what a name or a declared type claims a file to be."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

Family = Literal["photo", "voice", "paper"]


class Kind(StrEnum):
    """A file format that is taken. Photos come as three kinds and are all kept as JPEG."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    OGG = "ogg"
    MP3 = "mp3"
    M4A = "m4a"
    THREE_GP = "3gp"
    AAC = "aac"
    AMR = "amr"
    AMR_WIDE = "amr_wide"
    WAV = "wav"
    WEBM = "webm"
    PDF = "pdf"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind is labelled: its family, its media type, the endings of its names (ours first)."""

    family: Family
    media_type: str
    suffixes: tuple[str, ...]


FORMS: Mapping[Kind, Form] = MappingProxyType(
    {
        Kind.JPEG: Form("photo", "image/jpeg", ("jpg", "jpeg", "jpe", "jfif")),
        Kind.PNG: Form("photo", "image/png", ("png",)),
        Kind.WEBP: Form("photo", "image/webp", ("webp",)),
        Kind.OGG: Form("voice", "audio/ogg", ("ogg", "oga", "opus")),
        Kind.MP3: Form("voice", "audio/mpeg", ("mp3", "mpga")),
        Kind.M4A: Form("voice", "audio/mp4", ("m4a", "mp4", "m4b")),
        Kind.THREE_GP: Form("voice", "audio/3gpp", ("3gp", "3gpp", "3ga")),
        Kind.AAC: Form("voice", "audio/aac", ("aac",)),
        Kind.AMR: Form("voice", "audio/amr", ("amr",)),
        Kind.AMR_WIDE: Form("voice", "audio/amr-wb", ("awb",)),
        Kind.WAV: Form("voice", "audio/wav", ("wav", "wave")),
        Kind.WEBM: Form("voice", "audio/webm", ("webm", "weba")),
        Kind.PDF: Form("paper", "application/pdf", ("pdf",)),
        Kind.TEXT: Form("paper", "text/plain; charset=utf-8", ("txt", "text", "log", "md", "csv")),
    }
)

_NOT_TAKEN: Mapping[Family, tuple[str, ...]] = {
    "photo": ("heic", "heif", "gif", "bmp", "tif", "tiff", "avif", "jxl", "dng", "svg"),
    "voice": ("wma", "flac", "caf", "mov", "avi", "mkv", "mpg", "mpeg"),
    "paper": ("doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "ppt", "pptx", "ps"),
}
SUFFIX_FAMILIES: Mapping[str, Family] = MappingProxyType(
    {suffix: form.family for form in FORMS.values() for suffix in form.suffixes}
    | {suffix: family for family, suffixes in _NOT_TAKEN.items() for suffix in suffixes}
)
"""What an ending claims. Moving pictures claim a voice: phones put recordings in their boxes."""

_TYPE_FAMILIES: Mapping[str, Family] = {
    "image": "photo",
    "audio": "voice",
    "video": "voice",
    "text": "paper",
}
_WHOLE_TYPES: Mapping[str, Family] = {"application/pdf": "paper", "application/ogg": "voice"}


def family_of(kind: Kind) -> Family:
    """Photo, voice or paper."""
    return FORMS[kind].family


def claimed_families(name: str, declared_type: str) -> frozenset[Family]:
    """What the ending of `name` and `declared_type` claim; nothing where they say nothing.

    Claims are only ever held against a file, never believed.
    """
    media_type = declared_type.partition(";")[0].strip().lower()
    suffix = name.rpartition(".")[2].strip().lower() if "." in name else ""
    found = (
        SUFFIX_FAMILIES.get(suffix),
        _WHOLE_TYPES.get(media_type) or _TYPE_FAMILIES.get(media_type.partition("/")[0]),
    )
    return frozenset(family for family in found if family is not None)
