"""What can be wrong with people, their signing in and their rights.

No message says whether an e-mail address is known here, but to those who manage people.
"""

from http import HTTPStatus
from typing import ClassVar

from core.errors import GafolupError
from core.words import N_


class NotAllowed(GafolupError):
    """The actor lacks the permission for the region."""

    code = "not_allowed"
    status = HTTPStatus.FORBIDDEN
    text = N_("You are not allowed to do this.")


class RoleNotYoursToGive(GafolupError):
    """The actor does not hold what she would give or take away."""

    code = "role_not_yours_to_give"
    status = HTTPStatus.FORBIDDEN
    text = N_("You can only give or take away roles that you hold yourself in that region.")


class SignInRefused(GafolupError):
    """The same for an unknown address, a wrong password, a wrong code and a person who left."""

    code = "sign_in_refused"
    status = HTTPStatus.UNAUTHORIZED
    text = N_("The e-mail address, the password or the code is not right.")


class SignInNeeded(GafolupError):
    """Only somebody who signed in can do this."""

    code = "sign_in_needed"
    status = HTTPStatus.UNAUTHORIZED
    text = N_("Please sign in first.")


class SignInAgain(GafolupError):
    """What protects an account is changed only shortly after signing in."""

    code = "sign_in_again"
    status = HTTPStatus.FORBIDDEN
    text = N_("Please sign in again before you change this.")


class TooMany(GafolupError):
    """Too often in too short a time. Data: `minutes` for people, `wait_seconds` for machines."""

    code: ClassVar[str] = "too_many"
    status = HTTPStatus.TOO_MANY_REQUESTS
    text: ClassVar[str] = N_("That was too often. Please try again in {minutes} min.")

    def __init__(self, wait_seconds: int) -> None:
        super().__init__(wait_seconds=wait_seconds, minutes=-(-wait_seconds // 60))


class TooManyTries(TooMany):
    """Signing in failed too often here, or for this address."""

    code = "too_many_tries"
    text = N_("Too many tries. Please try again in {minutes} min.")


class PersonNotFound(GafolupError):
    """Nobody has this id, or the actor may not know of her."""

    code = "person_not_found"
    status = HTTPStatus.NOT_FOUND
    text = N_("This person is not known here.")


class EmailTaken(GafolupError):
    """Another person has this address."""

    code = "email_taken"
    status = HTTPStatus.CONFLICT
    text = N_("Somebody with this e-mail address is known already.")


class EmailNotValid(GafolupError):
    """Nothing can be sent to this."""

    code = "email_not_valid"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    text = N_("This is not an e-mail address.")


class NameNotValid(GafolupError):
    """A name is empty or too long. Data: `most`."""

    code = "name_not_valid"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    text = N_("Please give a name of 1 to {most} characters.")


class LanguageCodeNotValid(GafolupError):
    """This is not the code of a language. Data: `given`."""

    code = "language_code_not_valid"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    text = N_("“{given}” is not the code of a language.")


class PasswordTooShort(GafolupError):
    """Data: `least` characters."""

    code = "password_too_short"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    text = N_("The password needs at least {least} characters. A few words in a row are fine.")


class PasswordTooLong(GafolupError):
    """Data: `most` characters."""

    code = "password_too_long"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    text = N_("The password may have at most {most} characters.")


class PasswordTooEasy(GafolupError):
    """One of the first that anybody would guess."""

    code = "password_too_easy"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    text = N_("This password is easy to guess. Please choose another one.")


class CodeNotRight(GafolupError):
    """A code to confirm something does not fit."""

    code = "code_not_right"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    text = N_("This code is not right. Please look again, or wait for the next one.")


class SecondFactorNotStarted(GafolupError):
    """There is no new secret that a code could confirm."""

    code = "second_factor_not_started"
    status = HTTPStatus.CONFLICT
    text = N_("Please begin again: there is no new code to confirm.")


class SecondFactorMissing(GafolupError):
    """Recovery codes stand in for a second factor; without one there is nothing to stand in for."""

    code = "second_factor_missing"
    status = HTTPStatus.CONFLICT
    text = N_("Please set up the codes on your phone first.")


class LinkNotGood(GafolupError):
    """The link to set a password was used, is too old or was never given."""

    code = "link_not_good"
    status = HTTPStatus.GONE
    text = N_("This link is no longer good. Please ask for a new one.")


class ApiTokenNotFound(GafolupError):
    """The person has no such token."""

    code = "api_token_not_found"
    status = HTTPStatus.NOT_FOUND
    text = N_("There is no such access key.")


class ScopesNotYours(GafolupError):
    """A token may do only what its person may do somewhere, and at least one thing."""

    code = "scopes_not_yours"
    status = HTTPStatus.FORBIDDEN
    text = N_("Choose at least one thing, and only what you may do yourself.")
