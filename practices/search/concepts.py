"""What the codes of a practice are called by people: concepts of the termbase.

A practice is indexed under the labels of its own concepts, of its problems and of its kinds, in
every language it is written in, so that a farmer's word finds it though its text says it otherwise.
"""

from collections.abc import Mapping

from practices.records.structs import Facts

OF_PROBLEMS: Mapping[str, tuple[str, ...]] = {
    "hard_soil": ("soil-compaction", "hardpan", "soil-crusting", "bare-land", "infiltration"),
    "soil_washed_away": (
        "soil-erosion",
        "water-erosion",
        "runoff",
        "gully",
        "steep-slope",
        "heavy-rain",
    ),
    "wind": ("strong-wind", "wind-erosion", "dust-storm"),
    "falling_harvest": ("low-yield", "yield", "food-insecurity"),
    "no_grass": ("feed-shortage", "fodder", "pasture", "overgrazing", "dry-season"),
    "salty_soil": ("soil-salinity", "sodic-soil"),
    "little_rain": (
        "drought",
        "erratic-rain",
        "dry-season",
        "soil-moisture",
        "water-shortage",
        "rainfed-farming",
    ),
    "too_much_water": ("waterlogging", "flood", "heavy-rain", "drainage"),
    "pests": ("pest", "plant-disease"),
    "few_trees": ("tree", "deforestation", "firewood", "seedling"),
    "poor_soil": ("poor-soil", "soil-fertility", "soil-health", "soil-organic-matter"),
}
"""By the farmer's word for what is wrong: what she may ask for instead."""

OF_SLM_GROUPS: Mapping[str, tuple[str, ...]] = {
    "forest": ("forest", "tree", "timber"),
    "plantation": ("reforestation", "tree-nursery", "timber"),
    "agroforestry": ("agroforestry", "tree", "shade-tree"),
    "windbreak": ("windbreak", "strong-wind"),
    "closure": ("exclosure", "land-restoration", "overgrazing"),
    "rotational": ("crop-rotation", "fallow"),
    "pastoralism": ("pasture", "livestock", "herder", "rangeland"),
    "croplivestock": ("livestock", "manure", "fodder"),
    "groundcover": ("soil-cover", "mulch", "cover-crop"),
    "soildisturbance": ("minimum-tillage", "no-till", "tillage"),
    "soilfertility": ("soil-fertility", "organic-fertilizer", "plant-nutrient"),
    "crossslope": ("soil-conservation", "steep-slope", "contour-farming"),
    "diseasemanagement": ("integrated-pest-management", "pest"),
    "varieties": ("improved-variety", "seed"),
    "waterharvesting": ("rainwater-harvesting", "rainwater", "runoff"),
    "irrigation": ("irrigation", "water-saving"),
    "drainage": ("drainage", "waterlogging"),
    "surfacewater": ("dam", "pond", "spring", "river"),
    "groundwater": ("groundwater", "groundwater-recharge", "well"),
    "wetland": ("wetland", "biodiversity"),
    "wastemanagement": ("kitchen-waste", "organic-fertilizer"),
    "energy": ("improved-stove", "firewood"),
    "beekeeping": ("bee", "fish-farming"),
    "gardens": ("homegarden", "vegetable", "fruit-tree"),
    "drr": ("flood", "climate-change"),
    "postharvest": ("grain-storage", "post-harvest-loss"),
}
"""By WOCAT group: how people speak of practices of that group."""


def concepts_of(facts: Facts) -> tuple[str, ...]:
    """Ids of all concepts a practice is indexed under, its own first, each once."""
    ids = [*facts.concepts]
    for problem in facts.problems:
        ids += OF_PROBLEMS.get(problem, ())
    for group in facts.slm_groups:
        ids += OF_SLM_GROUPS.get(group, ())
    return tuple(dict.fromkeys(ids))
