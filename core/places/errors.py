"""What can go wrong with places."""

from http import HTTPStatus
from typing import ClassVar

from core.errors import GafolupError
from core.words import N_


class RegionNotKnown(GafolupError):
    """No region of the tree has this code. Data: `code`."""

    code: ClassVar[str] = "region_not_known"
    status: ClassVar[int] = HTTPStatus.NOT_FOUND
    text: ClassVar[str] = N_("There is no region {code}.")

    def __init__(self, code: str) -> None:
        super().__init__(code=code[:40])


class GazetteerUnavailable(GafolupError):
    """The file of place names is missing, damaged or of an older make: build it again.

    Data: `path`, `why`: for the operator, not for readers.
    """

    code: ClassVar[str] = "gazetteer_unavailable"
    status: ClassVar[int] = HTTPStatus.SERVICE_UNAVAILABLE
    text: ClassVar[str] = N_("The list of places is being repaired. Try again in a few minutes.")

    def __str__(self) -> str:
        return f"{self.data['path']}: {self.data['why']}"


class PointNotOnEarth(GafolupError):
    """A latitude or longitude is out of range. Data: `lat`, `lon` (as text)."""

    code: ClassVar[str] = "point_not_on_earth"
    text: ClassVar[str] = N_(
        "{lat}, {lon} is no place on Earth: latitude is from -90 to 90, longitude from -180 to 180."
    )
