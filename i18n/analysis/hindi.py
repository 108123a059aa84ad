"""What is done to a folded Hindi word before Snowball stems it."""

import re

# चाहिये and चाहिए, नयी and नई: the glide before a final vowel is written or not.
_GLIDE_E = re.compile("(?<=.)ये(?=ं?$)")
_GLIDE_I = re.compile("(?<=.)यी(?=ं?$)")

# A form -> what meets it, all written folded: words Snowball wears down to another word, and
# those it keeps apart.
_FORMS = {
    "कुआं": "कुआ कुंआ कुंए कुएं कुए कुओं कुवां कुवें",
    "खेती": "",
    "गाय": "गायों गायें गाएं",
    "चारा": "चारे",
    "नाला": "नाले नालों",
    "पानी": "",
    "बाडा": "बाडे बाडों",
    "लू": "",
    "मेड": "मेडें मेडों मेंड मेंडें मेंडों",
    "वर्षा": "",
}
_MEETS = {form: shared for shared, forms in _FORMS.items() for form in (shared, *forms.split())}


def hindi(word: str) -> tuple[str, bool]:
    """The word with its glide spelt one way, and whether that is already its stem."""
    word = _GLIDE_I.sub("ई", _GLIDE_E.sub("ए", word))
    known = _MEETS.get(word)
    return (word, False) if known is None else (known, True)
