"""What is done to a folded English, French, Spanish or Portuguese word before Snowball stems it.

Folding comes first, so that a word meets itself typed without accents; the suffixes Snowball looks
for by their accent are given it back here.
"""

import re
from collections.abc import Callable

_ENGLISH_IRREGULAR = {
    "calves": "calf",
    "children": "child",
    "feet": "foot",
    "geese": "goose",
    "halves": "half",
    "hooves": "hoof",
    "knives": "knife",
    "leaves": "leaf",
    "lice": "louse",
    "loaves": "loaf",
    "men": "man",
    "mice": "mouse",
    "oxen": "ox",
    "teeth": "tooth",
    "women": "woman",
    "colour": "color",
    "colours": "colors",
    "fibre": "fiber",
    "fibres": "fibers",
    "grey": "gray",
    "labour": "labor",
    "labourer": "laborer",
    "labourers": "laborers",
    "litre": "liter",
    "litres": "liters",
    "metre": "meter",
    "metres": "meters",
    "mould": "mold",
    "moulds": "molds",
    "neighbour": "neighbor",
    "neighbours": "neighbors",
    "sulphur": "sulfur",
}
_ENGLISH_IS = re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)")

_FRENCH_ITE = re.compile(r"(?<=[a-z]{3})ite(?=s?$)")
_FRENCH_EE = re.compile(r"(?<=[a-z]{2})ee(?=s?$)")
_FRENCH_IERE = re.compile(r"(?<=[a-z]{2})iere(?=s?$)")
_FRENCH_IRREGULAR = {"yeux": "oeil", "travaux": "travail"}

_SPANISH_CE = re.compile(r"(?<=[aeiou])ces?$")

_PORTUGUESE_PLURALS = (
    (re.compile(r"(?<=[a-z]{2})(?:oes|aes|aos)$"), "ao"),
    (re.compile(r"(?<=[a-z]{3})ais$"), "al"),
    (re.compile(r"(?<=[a-z]{3})eis$"), "el"),
    (re.compile(r"(?<=[a-z]{4})ois$"), "ol"),
    (re.compile(r"(?<=[aeiou])ns$"), "m"),
)
_PORTUGUESE_IRREGULAR = {
    "ageis": "agil",
    "dificeis": "dificil",
    "estereis": "esteril",
    "faceis": "facil",
    "ferteis": "fertil",
    "frageis": "fragil",
    "inferteis": "infertil",
    "uteis": "util",
    "anzois": "anzol",
    "lencois": "lencol",
    "bois": "boi",
    "maos": "mao",
}


def english(word: str) -> str:
    """British and American spellings meet; irregular plurals of the farm meet their singular."""
    word = _ENGLISH_IRREGULAR.get(word, word)
    if word.startswith("plough"):
        word = "plow" + word.removeprefix("plough")
    return _ENGLISH_IS.sub("iz", word)


def french(word: str) -> str:
    """The accents Snowball needs: fertilite, plantee, pepiniere."""
    word = _FRENCH_IRREGULAR.get(word, word)
    word = _FRENCH_ITE.sub("ité", word)
    word = _FRENCH_EE.sub("ée", word)
    return _FRENCH_IERE.sub("ière", word)


def spanish(word: str) -> str:
    """Raices and raiz meet; so do cauces and cauce."""
    return _SPANISH_CE.sub("z", word)


def portuguese(word: str) -> str:
    """Plurals that change more than an ending (irrigacoes, animais, nuvens), and -ção."""
    irregular = _PORTUGUESE_IRREGULAR.get(word)
    if irregular is not None:
        return irregular
    for ending, singular in _PORTUGUESE_PLURALS:
        word, changed = ending.subn(singular, word)
        if changed:
            break
    if word.endswith("cao"):
        return word[:-3] + "ção"
    return word


BEFORE_SNOWBALL: dict[str, tuple[str, Callable[[str], str]]] = {
    "en": ("english", english),
    "fr": ("french", french),
    "es": ("spanish", spanish),
    "pt": ("portuguese", portuguese),
}
