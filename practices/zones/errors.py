"""What can go wrong with zones, coordinates and climate maps."""

from http import HTTPStatus
from typing import ClassVar

from core.errors import GafolupError
from core.words import N_, gettext


class ZoneNotUnderstood(GafolupError):
    """One or more parts of a zone are not known.

    Data: `parts`, a comma-separated list for the message, and `faults`, a tuple of
    `PartNotUnderstood` with the field, what was given and the code of the reason.
    """

    code: ClassVar[str] = "zone_not_understood"
    text: ClassVar[str] = N_("These parts of the zone were not understood: {parts}")


class CoordinatesOutOfRange(GafolupError):
    """A latitude or longitude is not a place on Earth.

    Data: `which` ("latitude" or "longitude"), `given` (as text), `low`, `high` and `why`
    ("not_a_number", "not_finite" or "out_of_range").
    """

    code: ClassVar[str] = "coordinates_out_of_range"
    text: ClassVar[str] = N_("{given} is not a {which}: it must be a number from {low} to {high}.")
    WHICH: ClassVar[dict[str, str]] = {
        "latitude": N_("latitude"),
        "longitude": N_("longitude"),
    }

    def message(self) -> str:
        """The message, with the name of the coordinate in the reader's language too."""
        name = self.WHICH[self.data["which"]]
        which = gettext(name)
        return gettext(self.text).format(**{**self.data, "which": which})


class NoLandNearby(GafolupError):
    """The nearest land is further away than the search may go.

    Data: `lat`, `lon`, `distance_km` to the nearest land of the map, `limit_km`.
    """

    code: ClassVar[str] = "no_land_nearby"
    status: ClassVar[int] = HTTPStatus.NOT_FOUND
    text: ClassVar[str] = N_("There is no land here: the nearest is {distance_km} km away.")


class ClimateMapUnavailable(GafolupError):
    """The file of a climate map is missing or cannot be read. Data: `path`, `why`."""

    code: ClassVar[str] = "climate_map_unavailable"
    status: ClassVar[int] = HTTPStatus.SERVICE_UNAVAILABLE
    text: ClassVar[str] = N_("The climate map cannot be read: {path} ({why}).")


class ClimateMapDamaged(ClimateMapUnavailable):
    """The file of a climate map is not what was written. Data: `path`, `why`."""

    code: ClassVar[str] = "climate_map_damaged"
    text: ClassVar[str] = N_("The climate map is damaged: {path} ({why}).")
