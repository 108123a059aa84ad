"""What the list of places finds: places, where points lie, what a name may mean."""

from dataclasses import dataclass
from typing import Literal

from core.places.directions import Compass

Match = Literal["exact", "prefix", "typo"]


@dataclass(frozen=True, slots=True)
class Place:
    """A populated place of GeoNames. population 0: not known. admin1: GeoNames code within it."""

    geoname: int
    name: str
    country: str
    admin1: str
    population: int
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class NearPlace:
    """Where a point lies: `km` from `place`, in the direction `compass` as seen from it.

    bearing: degrees clockwise from north, from the place to the point.
    """

    place: Place
    km: float
    bearing: float
    compass: Compass


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A place that a name may mean.

    match: how the name was found. edits: letters that differ (typo only). beside: the nearest town,
    given where another hit has the same name in the same country.
    """

    place: Place
    match: Match
    edits: int = 0
    beside: NearPlace | None = None
