"""What can be wrong when a practice is asked for or written."""

from core.errors import GafolupError
from core.words import N_


class PracticeNotFound(GafolupError):
    """No published practice has this id or slug."""

    code = "practice_not_found"
    status = 404
    text = N_("There is no practice “{practice}”.")


class SlugTaken(GafolupError):
    """Another practice has, or had, this slug."""

    code = "slug_taken"
    status = 409
    text = N_("The address “{slug}” belongs to another practice.")


class WordsMissing(GafolupError):
    """A practice needs words in its original language."""

    code = "words_missing"
    status = 422
    text = N_("The practice “{practice}” has no words in its original language.")
