"""The rules of zones in one place: what to import from here, and where each is written."""

from practices.zones.ipcc import DECIDING_QUESTIONS, IPCC_ZONES, IpccZone, ipcc_zone
from practices.zones.koppen import KOPPEN, KOPPEN_BY_NUMBER, KOPPEN_CLASSES, KoppenClass
from practices.zones.land import CROP_GROUPS, LAND_USE, LAND_USES, LandUse, land_use_distance
from practices.zones.likeness import Likeness, Parts, likeness, word_for
from practices.zones.rain import rain_range
from practices.zones.soil_key import (
    QUESTIONS,
    SoilFinding,
    SoilQuestion,
    next_detail,
    next_question,
    soil_from_answers,
)
from practices.zones.soils import (
    SOIL_DISTANCE,
    SOIL_NAMES,
    SOILS,
    WRB_GROUPS,
    WrbGroup,
    soil_of_group,
)
from practices.zones.table import ZoneTable
from practices.zones.why import WHY_TEXTS, why
from practices.zones.wocat import WOCAT_ZONES, WocatZone, wocat_zone
from practices.zones.zone import PartNotUnderstood, Zone, parse_zone, zone_text

__all__ = [
    "CROP_GROUPS",
    "DECIDING_QUESTIONS",
    "IPCC_ZONES",
    "KOPPEN",
    "KOPPEN_BY_NUMBER",
    "KOPPEN_CLASSES",
    "LAND_USE",
    "LAND_USES",
    "QUESTIONS",
    "SOILS",
    "SOIL_DISTANCE",
    "SOIL_NAMES",
    "WHY_TEXTS",
    "WOCAT_ZONES",
    "WRB_GROUPS",
    "IpccZone",
    "KoppenClass",
    "LandUse",
    "Likeness",
    "PartNotUnderstood",
    "Parts",
    "SoilFinding",
    "SoilQuestion",
    "WocatZone",
    "WrbGroup",
    "Zone",
    "ZoneTable",
    "ipcc_zone",
    "land_use_distance",
    "likeness",
    "next_detail",
    "next_question",
    "parse_zone",
    "rain_range",
    "soil_from_answers",
    "soil_of_group",
    "why",
    "wocat_zone",
    "word_for",
    "zone_text",
]
