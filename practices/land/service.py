"""Finding out about a piece of land: its climate, its place, the towns with its name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import structlog

from core.places.errors import GazetteerUnavailable
from core.places.gazetteer import Gazetteer, NearPlace, Place, PlaceHit
from core.places.names_local import LANGUAGES
from core.words import current_language
from practices.land.rules import Land
from practices.land.saying import said_point
from practices.zones.climate import ClimateAt, ClimateMap
from practices.zones.errors import NoLandNearby

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class LandFinder:
    """The maps and lists that tell about a place."""

    climate: ClimateMap
    future: ClimateMap
    gazetteer: Gazetteer

    def complete(self, land: Land) -> Land:
        """The land with the climate of its point and its place in the reader's language.

        Unchanged where no point is known; a point far out at sea goes without a climate.
        """
        land = self._said(land)
        if land.point is None or land.zone.climate is not None:
            return land
        try:
            found = self.climate.at(*land.point)
        except NoLandNearby:
            return land
        guessed = land.zone.guessed | {"climate"}
        return replace(land, zone=replace(land.zone, climate=found.code, guessed=guessed))

    def check_on_land(self, lat: float, lon: float) -> None:
        """See that a point is on land, or near enough to the shore.

        Raises:
            CoordinatesOutOfRange: it is not on Earth.
            NoLandNearby: it lies in the sea.
        """
        self.climate.at(lat, lon)

    def _said(self, land: Land) -> Land:
        if land.point is None or not land.geoname:
            return land
        try:
            place = self.gazetteer.place(land.geoname)
            said = said_point(self.local(place), *land.point) if place else land.place
        except GazetteerUnavailable as problem:
            log.warning("gazetteer.unavailable", problem=str(problem))
            return land
        return replace(land, place=said)

    def local(self, place: Place) -> Place:
        """The place under the name that the reader can read, where one is known."""
        if current_language() not in LANGUAGES:
            return place
        name = self.gazetteer.local_name(place.geoname, current_language())
        return replace(place, name=name) if name else place

    def places(self, name: str, limit: int = 8) -> Sequence[PlaceHit]:
        """Places of this name, the likeliest first."""
        return self.gazetteer.find(name, limit=limit)

    def country_named(self, name: str) -> str | None:
        """ISO code of the country that a text names, if it names nothing else."""
        return self.gazetteer.country_named(name)

    def near(self, lat: float, lon: float) -> NearPlace | None:
        """The nearest town, as the reader writes it; None while the gazetteer is being repaired."""
        try:
            near = self.gazetteer.nearest(lat, lon)
            return replace(near, place=self.local(near.place))
        except GazetteerUnavailable as problem:
            log.warning("gazetteer.unavailable", problem=str(problem))
            return None

    def climate_later(self, lat: float, lon: float) -> ClimateAt:
        """The climate expected for 2071-2100 at a point (RCP 8.5, Beck et al. 2018)."""
        return self.future.at(lat, lon)
