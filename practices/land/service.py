"""Finding out about a piece of land: its climate, its place, the towns with its name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import structlog

from core.places.errors import GazetteerUnavailable
from core.places.gazetteer import Gazetteer, NearPlace, PlaceHit
from practices.land.rules import Land
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
        """The land with the climate of its point; unchanged where no point is known.

        A point far out at sea keeps its place and goes without a climate.
        """
        if land.point is None or land.zone.climate is not None:
            return land
        try:
            found = self.climate.at(*land.point)
        except NoLandNearby:
            return land
        guessed = land.zone.guessed | {"climate"}
        return replace(land, zone=replace(land.zone, climate=found.code, guessed=guessed))

    def places(self, name: str, limit: int = 8) -> Sequence[PlaceHit]:
        """Places of this name, the likeliest first."""
        return self.gazetteer.find(name, limit=limit)

    def near(self, lat: float, lon: float) -> NearPlace | None:
        """The nearest town; None while the gazetteer is being repaired."""
        try:
            return self.gazetteer.nearest(lat, lon)
        except GazetteerUnavailable as problem:
            log.warning("gazetteer.unavailable", problem=str(problem))
            return None

    def climate_later(self, lat: float, lon: float) -> ClimateAt:
        """The climate expected for 2071-2100 at a point (RCP 8.5, Beck et al. 2018)."""
        return self.future.at(lat, lon)
