"""Closed sets of codes in a practice record.

SLM groups, measures and impact fields follow the WOCAT questionnaire for technologies (codes only);
climates are Köppen-Geiger classes (Beck et al. 2018), soils IPCC classes (IPCC 2019, Vol 4 Ch 2),
crop groups the FAO Indicative Crop Classification (World Programme for the Census of
Agriculture 2020).
"""

from typing import Literal

Kind = Literal["technology", "approach", "local_knowledge"]
Status = Literal["draft", "in_review", "published", "archived"]

Climate = Literal[
    "Af", "Am", "Aw", "As", "BWh", "BWk", "BSh", "BSk",
    "Csa", "Csb", "Csc", "Cwa", "Cwb", "Cwc", "Cfa", "Cfb", "Cfc",
    "Dsa", "Dsb", "Dsc", "Dsd", "Dwa", "Dwb", "Dwc", "Dwd", "Dfa", "Dfb", "Dfc", "Dfd",
    "ET", "EF",
]  # fmt: skip
Soil = Literal["HAC", "LAC", "SAN", "SPO", "VOL", "WET", "ORG"]
Texture = Literal["coarse", "medium", "fine"]
LandUse = Literal["Ca", "Cp", "Ct", "Ge", "Gi", "Fn", "Fp", "Xf", "Xp", "Xa", "Xs", "W", "O"]
FarmSize = Literal["small", "medium", "large"]
CropGroup = Literal[1, 2, 3, 4, 5, 6, 7, 8, 9]
Water = Literal["rainfed", "supplementary", "irrigated"]
Power = Literal["hand", "animal", "machine"]

SlmGroup = Literal[
    "forest", "plantation", "agroforestry", "windbreak", "closure", "rotational", "pastoralism",
    "croplivestock", "groundcover", "soildisturbance", "soilfertility", "crossslope",
    "diseasemanagement", "varieties", "waterharvesting", "irrigation", "drainage", "surfacewater",
    "groundwater", "wetland", "wastemanagement", "energy", "beekeeping", "gardens", "drr",
    "postharvest",
]  # fmt: skip
Measure = Literal[
    "A1", "A2", "A3", "A4", "A5", "A6", "V1", "V2", "V3", "V4", "V5",
    "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11",
    "M1", "M2", "M3", "M4", "M5", "M6", "M7",
]  # fmt: skip
Degradation = Literal[
    "water_erosion", "wind_erosion", "chemical", "physical", "biological", "water_scarcity"
]
Problem = Literal[
    "hard_soil", "soil_washed_away", "wind", "falling_harvest", "no_grass", "salty_soil",
    "little_rain", "too_much_water", "pests", "few_trees", "poor_soil",
]  # fmt: skip

NumberFactor = Literal["rain_mm", "slope_percent", "altitude_m", "soil_depth_cm"]
CodeFactor = Literal["climate", "soil", "texture", "land_use"]
Trouble = Literal["waterlogging", "salinity", "frost", "stoniness"]
Need = Literal[
    "needs_irrigation", "needs_organic_material", "needs_livestock", "needs_machine",
    "needs_stones", "needs_secure_tenure", "needs_community_agreement", "needs_labour",
    "needs_seed_supply", "needs_fencing", "needs_water_control",
]  # fmt: skip
Factor = Literal[
    "rain_mm", "slope_percent", "altitude_m", "soil_depth_cm",
    "climate", "soil", "texture", "land_use",
    "waterlogging", "salinity", "frost", "stoniness",
    "needs_irrigation", "needs_organic_material", "needs_livestock", "needs_machine",
    "needs_stones", "needs_secure_tenure", "needs_community_agreement", "needs_labour",
    "needs_seed_supply", "needs_fencing", "needs_water_control",
]  # fmt: skip
NUMBER_FACTORS = frozenset({"rain_mm", "slope_percent", "altitude_m", "soil_depth_cm"})
CODE_FACTORS = frozenset({"climate", "soil", "texture", "land_use"})

Who = Literal["women", "men", "youth", "hired", "community"]
FirstBenefit = Literal["same_season", "next_season", "one_to_three_years", "after_three_years"]
ImpactOn = Literal[
    "crop_production", "crop_quality", "fodder_production", "animal_production",
    "wood_production", "non_wood_forest_production", "production_failure", "product_diversity",
    "farm_income", "income_diversity", "workload", "food_security", "water_quantity",
    "water_harvesting", "surface_runoff", "drainage", "groundwater", "evaporation",
    "soil_moisture", "soil_cover", "soil_loss", "soil_crusting", "soil_compaction",
    "nutrient_cycling", "salinity", "soil_organic_matter", "acidity", "vegetation_cover",
    "biomass", "plant_diversity", "animal_diversity", "habitat_diversity", "pest_control",
    "flood_impacts", "drought_impacts", "greenhouse_gases", "fire_risk", "wind_velocity",
    "downstream_flooding", "downstream_siltation",
]  # fmt: skip

Design = Literal[
    "field_trial", "on_farm_trial", "long_term_trial", "survey", "case_study", "meta_analysis",
    "review",
]  # fmt: skip
Outcome = Literal[
    "yield", "biomass", "fodder", "soc_stock", "soc_content", "runoff", "soil_loss",
    "soil_moisture", "water_use", "methane", "tree_density", "vegetation_cover", "income",
    "labour", "pest_damage", "survival", "biodiversity", "other",
]  # fmt: skip
Counted = Literal[
    "plots", "farms", "fields", "pairs", "sites", "studies", "observations", "seasons"
]
Succeeded = Literal["yes", "no", "mixed"]
Origin = Literal["original", "human", "machine"]
