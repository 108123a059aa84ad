"""What can keep a mail from being written."""

from http import HTTPStatus
from typing import ClassVar

from core.errors import GafolupError
from core.words import N_


class AddressNotUsable(GafolupError):
    """An address that no mail can be sent to."""

    code: ClassVar[str] = "address_not_usable"
    status: ClassVar[int] = HTTPStatus.UNPROCESSABLE_ENTITY
    text: ClassVar[str] = N_("We cannot send mail to “{address}”.")


class ReferenceNotUsable(GafolupError):
    """A ticket reference that does not fit into an address."""

    code: ClassVar[str] = "reference_not_usable"
    status: ClassVar[int] = HTTPStatus.UNPROCESSABLE_ENTITY
    text: ClassVar[str] = N_("The reference “{reference}” does not fit into a mail address.")
