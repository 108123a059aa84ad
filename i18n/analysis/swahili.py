"""Swahili words brought to the form their singular, plural, place and infinitive share.

The dictionary of simplemma knows most noun classes and verb forms (mashamba, hawajalima), but not
every word of the farm, and a few it reads as something else (kilimo, agriculture, as "wa"). So
three steps: our own list, the dictionary, and light rules for words the dictionary does not know.

Measured on the 105 groups of farm words in tests/i18n/test_swahili.py, singular with plural, place
and infinitive: the dictionary alone keeps 25 groups apart, the rules alone 25, both together 8;
the list mends these. Of 47 groups the list was not made from, 2 stay apart.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock

from simplemma.strategies.dictionaries import LOW_MEMORY_DICTIONARY_FACTORY

from i18n.analysis.kept import kept

# Folded, so without the apostrophe of ng'. What the dictionary misreads or keeps apart.
_FORMS = {
    "kilimo": "",
    "zao": "mazao",
    "mche": "miche",
    "mchanga": "",
    "ukame": "",
    "asali": "",
    "kikundi": "vikundi",
    "kijiji": "vijiji kijijini vijijini",
    "mtaalamu": "mtaalam wataalamu wataalam",
    "ugonjwa": "magonjwa gonjwa",
    "maradhi": "",
    "haragwe": "harage maharage mharagwe maharagwe",
    "mahindi": "hindi mhindi",
    "maziwa": "",
    "ziwa": "ziwani",
    "mboga": "mbogamboga",
    "taka": "takataka",
    "chemchemi": "chemchem",
    "maji": "majini",
    "jani": "majani",
    "kuni": "ukuni",
    "mwani": "",
    "bustani": "bustanini",
    "zamani": "",
    "nyasi": "unyasi manyasi",
    "majira": "",
    "ngombe": "ngombeni",
    "mafuta": "",
    "jiwe": "mawe",
    "kinga": "makinga",
    "ukingo": "kingo",
    "nyanya": "",
    "kunde": "",
    "mkunde": "mikunde",
    "mbaazi": "",
    "karanga": "",
    "njugu": "",
    "choroko": "",
    "dengu": "",
    "ndizi": "",
    "udongo": "udongoni",
    "mavi": "",
    "samadi": "",
    "mbolea": "",
    "mboji": "",
    "mvua": "",
    "changa": "michanga machanga",
    "chumvi": "",
    "njano": "",
    "kondoo": "",
    "punda": "",
}
_MEETS = {form: shared for shared, forms in _FORMS.items() for form in (shared, *forms.split())}
_WITH_APOSTROPHE = re.compile("ng(?=[aeiou])")
_LOCATIVE = re.compile(r"(?<=.{2}[aeiou])ni$")
_SURE = 4  # letters: a shorter word is only taken for a locative if the dictionary knows it
_DOUBLED = re.compile(r"(.{3,})\1")
_ACT = re.compile(r"u(.{3,}a)ji")
_INFINITIVE = re.compile(r"ku(.{4,}[aeiou])")

# Noun classes: plural prefix -> singular prefix; the first that fits.
_PLURALS = (
    (re.compile(r"vy(?=[aeiou].{2})"), "ch"),
    (re.compile(r"vi(?=[^aeiou].{2})"), "ki"),
    (re.compile(r"wa(?=[aeiou].{2})"), "mw"),
    (re.compile(r"wa(?=[^aeiou].{3})"), "m"),
    (re.compile(r"mi(?=[aeiou].{2})"), "mw"),
    (re.compile(r"mi(?=[^aeiou].{3})"), "m"),
    (re.compile(r"ma(?=[^aeiou].{3})"), ""),
)
_loading = Lock()


_folder: Path | None = None


def keep_dictionary_in(folder: Path) -> None:
    """Keep the dictionary, as it is in memory, in this folder; its parent must exist by then."""
    global _folder  # noqa: PLW0603 - one dictionary a process
    _folder = folder


@cache
def _load() -> Mapping[str, str]:
    if _folder is None or not _folder.parent.is_dir():
        return _made()
    return kept(_folder / f"swahili-{version('simplemma')}", _made)


def _made() -> Mapping[str, str]:
    return LOW_MEMORY_DICTIONARY_FACTORY.get_dictionary("sw")


def _dictionary() -> Mapping[str, str]:
    """The dictionary, read once, 60 MB: two seconds, or a tenth of one where it was kept."""
    with _loading:
        return _load()


def swahili_stem(word: str) -> str:
    """The form a folded Swahili word shares with its singular, plural, locative and infinitive."""
    known = _known(word)
    if known is not None:
        return known
    act = _ACT.fullmatch(word)
    if act is not None:
        return _known(act[1]) or act[1]
    bare = _LOCATIVE.sub("", word)
    doubled = _DOUBLED.fullmatch(bare)
    if doubled is not None:
        bare = doubled[1]
    if bare != word:
        known = _known(bare)
        if known is not None:
            return known
        if len(bare) < _SURE:
            return word
    infinitive = _INFINITIVE.fullmatch(bare)
    if infinitive is not None:
        return _known(infinitive[1]) or infinitive[1]
    return _singular(bare)


def _known(word: str) -> str | None:
    ours = _MEETS.get(word)
    if ours is not None:
        return ours
    dictionary = _dictionary()
    lemma = dictionary.get(word)
    if lemma is None and "ng" in word:
        lemma = dictionary.get(_WITH_APOSTROPHE.sub("ng'", word))
    if lemma is None:
        return None
    lemma = lemma.replace("'", "").lower()
    return _MEETS.get(lemma, lemma)


def _singular(word: str) -> str:
    for plural, singular in _PLURALS:
        if plural.match(word):
            return plural.sub(singular, word, count=1)
    return word
