"""Soils: the seven IPCC classes, the WRB groups in them, and how far they are from each other.

Groups: IUSS Working Group WRB 2022, World Reference Base for Soil Resources, 4th edition. Classes:
IPCC 2006 Guidelines, Volume 4, Chapter 3, Annex 3A.5; a group the IPCC does not name is "assigned"
by judgement. Distances between classes: expert, not calibrated.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from core.words import N_

Soil = Literal["HAC", "LAC", "SAN", "SPO", "VOL", "WET", "ORG"]
Texture = Literal["coarse", "medium", "fine"]
Drainage = Literal["free", "moderate", "slow", "wet"]
Depth = Literal["shallow", "moderate", "deep"]

SOILS: tuple[Soil, ...] = get_args(Soil)
TEXTURES: tuple[Texture, ...] = get_args(Texture)
DRAINAGES: tuple[Drainage, ...] = get_args(Drainage)
DEPTHS: tuple[Depth, ...] = get_args(Depth)

SOIL_NAMES: dict[Soil, str] = {
    "HAC": N_("Soil with active clay"),
    "LAC": N_("Weathered red or yellow soil"),
    "SAN": N_("Sandy soil"),
    "SPO": N_("Ash-grey soil over rusty soil"),
    "VOL": N_("Volcanic soil"),
    "WET": N_("Wet soil"),
    "ORG": N_("Peat soil"),
}
TEXTURE_NAMES: dict[Texture, str] = {
    "coarse": N_("Coarse: feels like sand"),
    "medium": N_("Medium: loam"),
    "fine": N_("Fine: sticky clay"),
}

_DISTANCES = (
    (0.0, 0.35, 0.6, 0.6, 0.45, 0.6, 0.9),
    (0.35, 0.0, 0.5, 0.5, 0.5, 0.65, 0.9),
    (0.6, 0.5, 0.0, 0.3, 0.7, 0.8, 1.0),
    (0.6, 0.5, 0.3, 0.0, 0.6, 0.7, 0.9),
    (0.45, 0.5, 0.7, 0.6, 0.0, 0.7, 0.8),
    (0.6, 0.65, 0.8, 0.7, 0.7, 0.0, 0.4),
    (0.9, 0.9, 1.0, 0.9, 0.8, 0.4, 0.0),
)
SOIL_DISTANCE: dict[tuple[str, str], float] = {
    (a, b): _DISTANCES[i][j] for i, a in enumerate(SOILS) for j, b in enumerate(SOILS)
}


@dataclass(frozen=True, slots=True)
class WrbGroup:
    """A reference soil group of WRB 2022 and the IPCC class it belongs to."""

    code: str
    name: str
    soil: Soil
    basis: Literal["ipcc", "assigned"]


WRB_GROUPS: tuple[WrbGroup, ...] = (
    WrbGroup("HS", "Histosols", "ORG", "ipcc"),
    WrbGroup("AT", "Anthrosols", "HAC", "assigned"),
    WrbGroup("TC", "Technosols", "HAC", "assigned"),
    WrbGroup("CR", "Cryosols", "HAC", "assigned"),
    WrbGroup("LP", "Leptosols", "HAC", "ipcc"),
    WrbGroup("SN", "Solonetz", "HAC", "ipcc"),
    WrbGroup("VR", "Vertisols", "HAC", "ipcc"),
    WrbGroup("SC", "Solonchaks", "HAC", "assigned"),
    WrbGroup("GL", "Gleysols", "WET", "ipcc"),
    WrbGroup("AN", "Andosols", "VOL", "ipcc"),
    WrbGroup("PZ", "Podzols", "SPO", "ipcc"),
    WrbGroup("PT", "Plinthosols", "LAC", "assigned"),
    WrbGroup("PL", "Planosols", "HAC", "assigned"),
    WrbGroup("ST", "Stagnosols", "HAC", "assigned"),
    WrbGroup("NT", "Nitisols", "LAC", "ipcc"),
    WrbGroup("FR", "Ferralsols", "LAC", "ipcc"),
    WrbGroup("CH", "Chernozems", "HAC", "ipcc"),
    WrbGroup("KS", "Kastanozems", "HAC", "ipcc"),
    WrbGroup("PH", "Phaeozems", "HAC", "ipcc"),
    WrbGroup("UM", "Umbrisols", "HAC", "ipcc"),
    WrbGroup("DU", "Durisols", "LAC", "ipcc"),
    WrbGroup("GY", "Gypsisols", "HAC", "ipcc"),
    WrbGroup("CL", "Calcisols", "HAC", "ipcc"),
    WrbGroup("RT", "Retisols", "HAC", "ipcc"),
    WrbGroup("AC", "Acrisols", "LAC", "ipcc"),
    WrbGroup("LX", "Lixisols", "LAC", "ipcc"),
    WrbGroup("AL", "Alisols", "HAC", "ipcc"),
    WrbGroup("LV", "Luvisols", "HAC", "ipcc"),
    WrbGroup("CM", "Cambisols", "HAC", "ipcc"),
    WrbGroup("FL", "Fluvisols", "HAC", "assigned"),
    WrbGroup("AR", "Arenosols", "SAN", "ipcc"),
    WrbGroup("RG", "Regosols", "HAC", "ipcc"),
)

WRB: dict[str, WrbGroup] = {group.code: group for group in WRB_GROUPS}


def soil_of_group(wrb_code: str) -> Soil:
    """The IPCC soil class of a WRB reference group.

    Raises:
        KeyError: no such group.
    """
    return WRB[wrb_code].soil
