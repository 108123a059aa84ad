"""The likeliest of some languages, by the letters of a text.

py3langid restricted to the languages asked for; measured in bench/detection.py.
"""

import copy
from functools import cache
from threading import Lock

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from i18n.languages import CODES

_loading = Lock()


def likeliest(text: str, codes: tuple[str, ...]) -> tuple[str, float]:
    """The likeliest of `codes`, and how sure that is, 0 to 1."""
    code, certainty = _identifier(codes).classify(text)
    return code, float(certainty)


@cache
def _model() -> LanguageIdentifier:
    """What tells the served languages apart; the others' columns, 28 MB, are let go."""
    every = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    every.set_languages(CODES)
    return LanguageIdentifier(
        every.nb_ptc.copy(),
        every.nb_pc.copy(),
        every.nb_classes,
        every.tk_nextmove,
        every.tk_output,
        norm_probs=True,
        tk_row=every.tk_row,
    )


@cache
def _restricted(codes: tuple[str, ...]) -> LanguageIdentifier:
    identifier = copy.copy(_model())
    identifier.set_languages(codes)
    return identifier


def _identifier(codes: tuple[str, ...]) -> LanguageIdentifier:
    """What tells these languages apart; the model is read once a process."""
    with _loading:
        return _restricted(codes)
