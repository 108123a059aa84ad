"""Plain words for codes, as a land manager reads them. Each is a message of the catalogs."""

from collections.abc import Mapping

from core.places import regions
from core.words import N_, current_language, gettext

CLIMATES: Mapping[str, str] = {
    "Af": N_("Hot, rain all year"),
    "Am": N_("Hot, much rain, short dry season"),
    "Aw": N_("Hot, rainy season and dry season"),
    "As": N_("Hot, dry in the warm half of the year"),
    "BWh": N_("Hot desert"),
    "BWk": N_("Cold desert"),
    "BSh": N_("Hot and dry, short rains"),
    "BSk": N_("Dry, cold winter"),
    "Csa": N_("Hot dry summer, rainy winter"),
    "Csb": N_("Warm dry summer, rainy winter"),
    "Csc": N_("Cool dry summer, rainy winter"),
    "Cwa": N_("Hot rainy summer, dry winter"),
    "Cwb": N_("Highland: mild rainy summer, dry winter"),
    "Cwc": N_("High mountains: cool rainy summer, dry winter"),
    "Cfa": N_("Hot summer, mild winter, rain all year"),
    "Cfb": N_("Mild, rain all year"),
    "Cfc": N_("Cool, rain all year"),
    "Dsa": N_("Snowy winter, hot dry summer"),
    "Dsb": N_("Snowy winter, warm dry summer"),
    "Dsc": N_("Long cold winter, short dry summer"),
    "Dsd": N_("Very cold winter, dry summer"),
    "Dwa": N_("Cold dry winter, hot rainy summer"),
    "Dwb": N_("Cold dry winter, warm rainy summer"),
    "Dwc": N_("Long dry cold winter, short rainy summer"),
    "Dwd": N_("Very cold dry winter"),
    "Dfa": N_("Snowy winter, hot summer, rain all year"),
    "Dfb": N_("Snowy winter, warm summer, rain all year"),
    "Dfc": N_("Long cold winter, short cool summer"),
    "Dfd": N_("Very cold winter, short summer"),
    "ET": N_("High mountains or cold plains: frost in any month"),
    "EF": N_("Ice all year"),
}
SOILS: Mapping[str, str] = {
    "HAC": N_("Fertile clay or loam"),
    "LAC": N_("Deep red or yellow soil"),
    "SAN": N_("Sandy soil"),
    "SPO": N_("Ash-grey soil over rusty soil"),
    "VOL": N_("Volcanic soil"),
    "WET": N_("Wet soil"),
    "ORG": N_("Peat soil"),
}
LAND_USES: Mapping[str, str] = {
    "Ca": N_("Yearly crops"),
    "Cp": N_("Crops of several years"),
    "Ct": N_("Fruit, coffee, tree crops"),
    "Ge": N_("Wide grazing"),
    "Gi": N_("Fodder and meadows"),
    "Fn": N_("Natural forest"),
    "Fp": N_("Planted forest"),
    "Xf": N_("Crops with trees"),
    "Xp": N_("Crops with animals"),
    "Xa": N_("Crops, trees and animals"),
    "Xs": N_("Trees with animals"),
    "W": N_("Wetland and water"),
    "O": N_("Other land"),
}
SLM_GROUPS: Mapping[str, str] = {
    "forest": N_("Natural forest care"),
    "plantation": N_("Planted forest care"),
    "agroforestry": N_("Trees on farms"),
    "windbreak": N_("Windbreaks"),
    "closure": N_("Closing land to let it recover"),
    "rotational": N_("Rotation and fallow"),
    "pastoralism": N_("Grazing management"),
    "croplivestock": N_("Crops and animals together"),
    "groundcover": N_("Covering the soil"),
    "soildisturbance": N_("Less ploughing"),
    "soilfertility": N_("Feeding the soil"),
    "crossslope": N_("Terraces, bunds, strips across the slope"),
    "diseasemanagement": N_("Pests and diseases"),
    "varieties": N_("Better varieties and breeds"),
    "waterharvesting": N_("Catching rain"),
    "irrigation": N_("Irrigation"),
    "drainage": N_("Draining and leading water away"),
    "surfacewater": N_("Springs, rivers, lakes"),
    "groundwater": N_("Groundwater"),
    "wetland": N_("Wetlands"),
    "wastemanagement": N_("Using waste again"),
    "energy": N_("Saving energy"),
    "beekeeping": N_("Bees, fish, poultry"),
    "gardens": N_("Home gardens"),
    "drr": N_("Protection from floods, drought, storms"),
    "postharvest": N_("After the harvest"),
}
PROBLEMS: Mapping[str, str] = {
    "hard_soil": N_("The soil is hard"),
    "soil_washed_away": N_("Rain washes soil away"),
    "wind": N_("Wind takes the soil"),
    "falling_harvest": N_("The harvest is falling"),
    "no_grass": N_("Animals have no grass"),
    "salty_soil": N_("The soil is salty"),
    "little_rain": N_("Too little rain"),
    "too_much_water": N_("Too much water"),
    "pests": N_("Pests and weeds"),
    "few_trees": N_("The trees are gone"),
    "poor_soil": N_("The soil is poor"),
}
KINDS: Mapping[str, str] = {
    "technology": N_("Technique"),
    "approach": N_("Way of working together"),
    "local_knowledge": N_("Local knowledge"),
}
COSTS: Mapping[str, str] = {
    "low": N_("Low cost"),
    "medium": N_("Medium cost"),
    "high": N_("High cost"),
    "unknown": N_("Cost not known"),
}
LABOUR: Mapping[str, str] = {
    "little": N_("Little work"),
    "some": N_("Some work"),
    "much": N_("Much work"),
    "unknown": N_("Work not known"),
}
CARBON: Mapping[str, str] = {
    "yes": N_("Soil carbon was measured"),
    "no": N_("Soil carbon was not measured"),
}
FIRST_BENEFIT: Mapping[str, str] = {
    "same_season": N_("Same season"),
    "next_season": N_("Next season"),
    "one_to_three_years": N_("After 1 to 3 years"),
    "after_three_years": N_("After more than 3 years"),
}
WHO: Mapping[str, str] = {
    "women": N_("Women"),
    "men": N_("Men"),
    "youth": N_("Young people"),
    "hired": N_("Hired workers"),
    "community": N_("The community together"),
}
WATER: Mapping[str, str] = {
    "rainfed": N_("Rain only"),
    "supplementary": N_("Rain and some watering"),
    "irrigated": N_("Irrigated"),
}
POWER: Mapping[str, str] = {
    "hand": N_("By hand"),
    "animal": N_("With animals"),
    "machine": N_("With machines"),
}
CROPS: Mapping[int, str] = {
    1: N_("Cereals: maize, millet, rice, wheat"),
    2: N_("Vegetables"),
    3: N_("Fruit and nuts"),
    4: N_("Oil crops: groundnut, sunflower, oil palm"),
    5: N_("Roots and tubers: cassava, yam, potato"),
    6: N_("Coffee, tea, cocoa, spices"),
    7: N_("Beans, peas, lentils"),
    8: N_("Sugar cane, sugar beet"),
    9: N_("Fodder, cotton, other"),
}
OUTCOMES: Mapping[str, str] = {
    "yield": N_("Harvest"),
    "biomass": N_("Plant growth"),
    "fodder": N_("Fodder"),
    "soc_stock": N_("Carbon in the soil"),
    "soc_content": N_("Carbon in the soil"),
    "runoff": N_("Water that runs off"),
    "soil_loss": N_("Soil that is lost"),
    "soil_moisture": N_("Water kept in the soil"),
    "water_use": N_("Water used"),
    "methane": N_("Methane"),
    "tree_density": N_("Number of trees"),
    "vegetation_cover": N_("Plant cover"),
    "income": N_("Income"),
    "labour": N_("Work"),
    "pest_damage": N_("Damage by pests"),
    "survival": N_("Plants that survive"),
    "biodiversity": N_("Kinds of plants and animals"),
    "other": N_("Other result"),
}
DESIGNS: Mapping[str, str] = {
    "field_trial": N_("Field trial"),
    "on_farm_trial": N_("Trial on farms"),
    "long_term_trial": N_("Long trial"),
    "survey": N_("Survey of farmers"),
    "case_study": N_("One documented case"),
    "meta_analysis": N_("Many studies together"),
    "review": N_("Review of studies"),
}
COUNTED: Mapping[str, str] = {
    "plots": N_("Plots: {count}"),
    "farms": N_("Farms: {count}"),
    "fields": N_("Fields: {count}"),
    "pairs": N_("Pairs compared: {count}"),
    "sites": N_("Sites: {count}"),
    "studies": N_("Studies: {count}"),
    "observations": N_("Observations: {count}"),
    "seasons": N_("Seasons: {count}"),
}
SUCCEEDED: Mapping[str, str] = {
    "yes": N_("It worked"),
    "no": N_("It did not work"),
    "mixed": N_("Mixed result"),
}
LIKENESS: Mapping[str, str] = {
    "like_yours": N_("Like your land"),
    "similar": N_("Similar land"),
    "partly_similar": N_("Partly similar land"),
    "different": N_("Different land"),
    "unknown": N_("Not known how like your land it is"),
}
NEEDS: Mapping[str, str] = {
    "needs_irrigation": N_("water for irrigation"),
    "needs_organic_material": N_("manure, compost or plant remains"),
    "needs_livestock": N_("animals"),
    "needs_machine": N_("a machine"),
    "needs_stones": N_("stones close by"),
    "needs_secure_tenure": N_("a safe right to the land"),
    "needs_community_agreement": N_("an agreement with neighbours"),
    "needs_labour": N_("many hands at one time"),
    "needs_seed_supply": N_("seed or seedlings that are hard to find"),
    "needs_fencing": N_("a fence or guarding against animals"),
    "needs_water_control": N_("a way to let water in and out"),
}
INTERESTS: Mapping[str, str] = {
    "harvest": N_("More harvest"),
    "carbon": N_("More carbon in the soil"),
    "water": N_("More water kept"),
    "work": N_("Less work"),
    "cost": N_("Low cost"),
}
LANGUAGE_ORIGIN: Mapping[str, str] = {
    "original": N_("Original text"),
    "human": N_("Translated by a person"),
    "machine": N_("Translated by machine"),
}

TRIED: Mapping[str, str] = {
    "like": N_("On land like yours"),
    "similar": N_("On land like yours or similar"),
}
FACETS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "tried": (N_("Where it was tried"), TRIED),
    "climate": (N_("Climate"), CLIMATES),
    "soil": (N_("Soil"), SOILS),
    "land_use": (N_("Use of the land"), LAND_USES),
    "slm_group": (N_("Kind of practice"), SLM_GROUPS),
    "problem": (N_("Problem"), PROBLEMS),
    "cost": (N_("Cost to begin"), COSTS),
    "labour": (N_("Work to begin"), LABOUR),
    "country": (N_("Country"), {}),
    "written_in": (N_("Language"), {}),
    "kind": (N_("Kind of knowledge"), KINDS),
    "carbon": (N_("Soil carbon"), CARBON),
}


def label(labels: Mapping[str, str], code: str) -> str:
    """The word for a code in the reader's language; the code itself where there is none."""
    return gettext(labels[code]) if code in labels else code


def country(code: str) -> str:
    """A country's name in the reader's language; the code itself where it is no country's."""
    return regions.name(code, current_language()) if regions.known(code) else code
