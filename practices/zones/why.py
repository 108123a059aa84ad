"""What two zones share and where they differ, as codes of whole sentences."""

from collections.abc import Iterator, Sequence

from core.words import N_
from practices.zones.koppen import KOPPEN
from practices.zones.land import LAND_USE, POWERS, WATERS
from practices.zones.likeness import felt_winter_cold
from practices.zones.soils import DEPTHS, DRAINAGES, TEXTURES
from practices.zones.zone import Zone

WHY_TEXTS: dict[str, str] = {
    "same_climate": N_("Same climate as yours."),
    "same_rain_and_season": N_("Same rain and season as yours."),
    "same_soil": N_("Same soil as yours."),
    "same_land_use": N_("The land is used as yours is."),
    "same_crops": N_("They grow the same kinds of crops."),
    "they_have_less_rain": N_("They have less rain."),
    "they_have_more_rain": N_("They have more rain."),
    "their_dry_season_differs": N_("Their dry season is at another time of the year."),
    "they_have_no_dry_season": N_("They have no dry season."),
    "they_have_a_dry_season": N_("They have a dry season."),
    "their_summer_is_cooler": N_("Their hot season is cooler."),
    "their_summer_is_hotter": N_("Their hot season is hotter."),
    "their_winter_is_milder": N_("Their cold season is milder."),
    "their_winter_is_colder": N_("Their cold season is colder."),
    "their_soil_differs": N_("Their soil is of another kind."),
    "their_soil_is_lighter": N_("Their soil is lighter, with more sand."),
    "their_soil_is_heavier": N_("Their soil is heavier, with more clay."),
    "their_soil_drains_better": N_("Water leaves their soil faster."),
    "their_soil_is_wetter": N_("Their soil stays wet longer."),
    "their_soil_is_shallower": N_("Their soil is shallower."),
    "their_soil_is_deeper": N_("Their soil is deeper."),
    "their_land_use_differs": N_("Their land is used in another way."),
    "they_irrigate_less": N_("They irrigate less than you."),
    "they_irrigate_more": N_("They irrigate more than you."),
    "they_work_by_lighter_means": N_("They have less animal or machine power."),
    "they_work_by_heavier_means": N_("They have more animal or machine power."),
    "they_grow_other_crops": N_("They grow other kinds of crops."),
}


def why(a: Zone, b: Zone) -> tuple[str, ...]:
    """Codes of `WHY_TEXTS`: what `b` ("they") shares with `a` ("you"), then where it differs.

    Only what both sides know is told; the weightier comes first within each half.
    """
    codes = [*_climate(a, b), *_soil(a, b), *_farming(a, b)]
    return tuple(sorted(codes, key=lambda code: not code.startswith("same_")))


def _climate(a: Zone, b: Zone) -> Iterator[str]:
    if a.climate is None or b.climate is None:
        return
    one, other = KOPPEN[a.climate], KOPPEN[b.climate]
    if one is other:
        yield "same_climate"
    elif (one.rain, one.season) == (other.rain, other.season):
        yield "same_rain_and_season"
    yield from _compared(one.rain, other.rain, "they_have_less_rain", "they_have_more_rain")
    if one.season != other.season:
        yield {"N": "they_have_a_dry_season"}.get(
            one.season,
            "they_have_no_dry_season" if other.season == "N" else "their_dry_season_differs",
        )
    yield from _compared(
        one.summer_heat, other.summer_heat, "their_summer_is_cooler", "their_summer_is_hotter"
    )
    yield from _compared(
        felt_winter_cold(one, a.tropical),
        felt_winter_cold(other, b.tropical),
        "their_winter_is_milder",
        "their_winter_is_colder",
    )


def _soil(a: Zone, b: Zone) -> Iterator[str]:
    same_class = None if a.soil is None or b.soil is None else a.soil == b.soil
    differences = [
        *_steps(TEXTURES, a.texture, b.texture, "their_soil_is_lighter", "their_soil_is_heavier"),
        *_steps(
            DRAINAGES, a.drainage, b.drainage, "their_soil_drains_better", "their_soil_is_wetter"
        ),
        *_steps(DEPTHS, a.depth, b.depth, "their_soil_is_shallower", "their_soil_is_deeper"),
    ]
    if same_class and not differences:
        yield "same_soil"
    elif same_class is False:
        yield "their_soil_differs"
    yield from differences


def _farming(a: Zone, b: Zone) -> Iterator[str]:
    if a.land_use is not None and b.land_use is not None:
        same = LAND_USE[a.land_use] is LAND_USE[b.land_use]
        yield "same_land_use" if same else "their_land_use_differs"
    if a.crops and b.crops:
        if a.crops == b.crops:
            yield "same_crops"
        elif not a.crops & b.crops:
            yield "they_grow_other_crops"
    yield from _steps(WATERS, a.water, b.water, "they_irrigate_less", "they_irrigate_more")
    yield from _steps(
        POWERS, a.power, b.power, "they_work_by_lighter_means", "they_work_by_heavier_means"
    )


def _steps(
    order: Sequence[str], a: str | None, b: str | None, lower: str, higher: str
) -> Iterator[str]:
    if a is not None and b is not None:
        yield from _compared(order.index(a), order.index(b), lower, higher)


def _compared(yours: int, theirs: int, lower: str, higher: str) -> Iterator[str]:
    if theirs != yours:
        yield lower if theirs < yours else higher
