"""What is done to a folded English, French, Spanish or Portuguese word before Snowball stems it.

Folding comes first, so that a word meets itself typed without accents; the suffixes Snowball looks
for by their accent are given it back here.
"""

import re

# A stem -> its forms, written folded: irregular plurals, spellings, and words of the farm that
# Snowball would take for another (fertilizer and fertility, vente and vent, piña and pino).
_FORMS = {
    "en": {
        "calf": "calves",
        "child": "children",
        "color": "colors colour colours colored coloured",
        "fertilizer": "fertilizers fertilize fertilized fertilizing fertilization "
        "fertiliser fertilisers fertilise fertilised fertilising fertilisation",
        "fiber": "fibers fibre fibres",
        "foot": "feet",
        "goose": "geese",
        "gray": "grey",
        "half": "halves",
        "hoof": "hooves",
        "knife": "knives",
        "labor": "labors labour labours",
        "laborer": "laborers labourer labourers",
        "leaf": "leaves",
        "liter": "liters litre litres",
        "loaf": "loaves",
        "louse": "lice",
        "man": "men",
        "meter": "meters metre metres",
        "mold": "molds mould moulds moldy mouldy",
        "mouse": "mice",
        "neighbor": "neighbors neighbour neighbours",
        "ox": "oxen",
        "sulfur": "sulphur",
        "tooth": "teeth",
        "woman": "women",
    },
    "fr": {
        "berge": "berges",
        "marais": "",
        "mare": "mares",
        "oeil": "yeux",
        "paille": "pailles",
        "terrasse": "terrasses",
        "travail": "travaux",
        "vente": "ventes",
    },
    "es": {"granada": "granadas", "granado": "granados", "pina": "pinas"},
    "pt": {
        "agil": "ageis",
        "anzol": "anzois",
        "boi": "bois",
        "dificil": "dificeis",
        "esteril": "estereis",
        "facil": "faceis",
        "fertil": "ferteis",
        "fragil": "frageis",
        "infertil": "inferteis",
        "lencol": "lencois",
        "levada": "levadas",
        "mangue": "mangues mangal mangais manguezal manguezais",
        "mao": "maos",
        "palha": "palhas",
        "util": "uteis",
    },
}
_STEMS = {
    language: {form: stem for stem, forms in some.items() for form in (stem, *forms.split())}
    for language, some in _FORMS.items()
}
_ENGLISH_IS = re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)")

_FRENCH_ITE = re.compile(r"(?<=[a-z]{3})ite(?=s?$)")
_FRENCH_EE = re.compile(r"(?<=[a-z]{2})ee(?=s?$)")
_FRENCH_IERE = re.compile(r"(?<=[a-z]{2})iere(?=s?$)")

_SPANISH_CE = re.compile(r"(?<=[aeiou])ces?$")

_PORTUGUESE_PLURALS = (
    (re.compile(r"(?<=[a-z]{2})(?:oes|aes|aos)$"), "ao"),
    (re.compile(r"(?<=[a-z]{3})ais$"), "al"),
    (re.compile(r"(?<=[a-z]{3})eis$"), "el"),
    (re.compile(r"(?<=[a-z]{4})ois$"), "ol"),
    (re.compile(r"(?<=[aeiou])ns$"), "m"),
)


def english(word: str) -> tuple[str, bool]:
    """The word in one spelling, and whether that is already its stem."""
    if word in _STEMS["en"]:
        return _STEMS["en"][word], True
    if word.startswith("plough"):
        word = "plow" + word.removeprefix("plough")
    return _ENGLISH_IS.sub("iz", word), False


def french(word: str) -> tuple[str, bool]:
    """The word with the accents Snowball needs, and whether it is already the stem."""
    if word in _STEMS["fr"]:
        return _STEMS["fr"][word], True
    word = _FRENCH_ITE.sub("ité", word)
    word = _FRENCH_EE.sub("ée", word)
    return _FRENCH_IERE.sub("ière", word), False


def spanish(word: str) -> tuple[str, bool]:
    """The word so that raices and raiz meet, and whether it is already the stem."""
    if word in _STEMS["es"]:
        return _STEMS["es"][word], True
    return _SPANISH_CE.sub("z", word), False


def portuguese(word: str) -> tuple[str, bool]:
    """The singular of irrigacoes, animais, nuvens, and whether it is already the stem."""
    if word in _STEMS["pt"]:
        return _STEMS["pt"][word], True
    for ending, singular in _PORTUGUESE_PLURALS:
        word, changed = ending.subn(singular, word)
        if changed:
            break
    if word.endswith("cao"):
        word = word.removesuffix("cao") + "ção"
    return word, False
