"""What can go wrong with attachments that is no fault of the file."""

from http import HTTPStatus

from core.errors import GafolupError
from core.words import N_


class AttachmentNotFound(GafolupError):
    """Nothing is stored under this key."""

    code = "attachment_not_found"
    status = HTTPStatus.NOT_FOUND
    text = N_("This file is no longer here.")


class AttachmentNotStored(GafolupError):
    """The file could not be written durably; nothing of it was kept. Worth trying again."""

    code = "attachment_not_stored"
    status = HTTPStatus.SERVICE_UNAVAILABLE
    text = N_("The file could not be stored. Please try again later.")


class TooManyPicturesAtOnce(GafolupError):
    """All places for preparing pictures stayed taken. Worth trying again."""

    code = "too_many_pictures_at_once"
    status = HTTPStatus.SERVICE_UNAVAILABLE
    text = N_("Many pictures are being prepared right now. Please try again in a minute.")
