"""Why a file is not taken, and what the person can do instead."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from core.words import N_, gettext


class Reason(StrEnum):
    """Why a file was refused. Stable: for machines and for what is stored."""

    EMPTY = "empty"
    TOO_MANY = "too_many"
    TOO_LARGE = "too_large"
    TOO_MUCH = "too_much"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_DEMANDING = "too_demanding"
    NOT_TAKEN = "not_taken"
    FALSE_TYPE = "false_type"
    INCOMPLETE = "incomplete"
    HEIC = "heic"
    OTHER_PICTURE = "other_picture"
    OTHER_SOUND = "other_sound"
    VIDEO = "video"
    OTHER_DOCUMENT = "other_document"
    WEB_PAGE = "web_page"
    TEXT_ENCODING = "text_encoding"
    HARMFUL = "harmful"
    NOT_CHECKED = "not_checked"


TEXTS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.EMPTY: N_("The file “{name}” is empty. Please choose it again."),
        Reason.TOO_MANY: N_(
            "“{name}” was not taken: at most {most} files can be sent at once. "
            "You can send the others in another message."
        ),
        Reason.TOO_LARGE: N_(
            "The file “{name}” is too large ({megabytes} MB; at most {most} MB). "
            "Please send a smaller photo or a shorter recording."
        ),
        Reason.TOO_MUCH: N_(
            "“{name}” was not taken: all files together may have {most} MB. "
            "You can send the others in another message."
        ),
        Reason.TOO_MANY_PIXELS: N_(
            "The picture “{name}” is too large ({megapixels} million points; at most {most}). "
            "Please choose a smaller picture size in your camera."
        ),
        Reason.TOO_DEMANDING: N_(
            "The picture “{name}” could not be prepared. "
            "Please take a photo or screenshot of it and send that."
        ),
        Reason.NOT_TAKEN: N_(
            "Files like “{name}” cannot be sent. "
            "You can send photos, voice recordings, PDF papers and plain text."
        ),
        Reason.FALSE_TYPE: N_(
            "The file “{name}” is not what its name says, or it is damaged. "
            "Please send the file as your phone made it."
        ),
        Reason.INCOMPLETE: N_(
            "The file “{name}” is damaged or did not arrive whole. Please send it again."
        ),
        Reason.HEIC: N_(
            "The photo “{name}” is in a form that we cannot open (HEIC). Choose “Most compatible” "
            "in the settings of your camera, or send a screenshot of the photo."
        ),
        Reason.OTHER_PICTURE: N_(
            "The picture “{name}” is in a form that we cannot open. "
            "Please save it as JPEG or send a screenshot of it."
        ),
        Reason.OTHER_SOUND: N_(
            "The recording “{name}” is in a form that we cannot take. "
            "Please save it as MP3 or record it again with your phone."
        ),
        Reason.VIDEO: N_(
            "“{name}” is a video. Videos cannot be sent: "
            "please send photos or a voice recording instead."
        ),
        Reason.OTHER_DOCUMENT: N_(
            "The paper “{name}” is in a form that we cannot take. "
            "Please save it as PDF, or send a photo of it."
        ),
        Reason.WEB_PAGE: N_(
            "“{name}” is a web page. Please copy its address or its words into your question."
        ),
        Reason.TEXT_ENCODING: N_(
            "We cannot read the letters of the text “{name}”. "
            "Please copy its words into your question, or save it as PDF."
        ),
        Reason.HARMFUL: N_(
            "The file “{name}” carries harmful software ({found}) and was not taken. "
            "Your phone or computer may need a check."
        ),
        Reason.NOT_CHECKED: N_(
            "Files cannot be checked for harmful software at the moment, so “{name}” was not "
            "taken. Please send your question without it, or try again later."
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken: why, and the figures of the sentence that says so."""

    reason: Reason
    data: Mapping[str, Any] = field(default_factory=dict)

    def about(self, name: str) -> "Refused":
        """The same refusal, naming the file. `name` must be safe to show."""
        return Refused(self.reason, {**self.data, "name": name})

    def message(self) -> str:
        """What to tell the person, in the reader's language."""
        return gettext(TEXTS[self.reason]).format(**{"name": "", **self.data})
