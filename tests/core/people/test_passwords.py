"""Which passwords are taken, and how they are kept."""

import pytest
from argon2 import PasswordHasher
from hypothesis import given, settings
from hypothesis import strategies as st

from core.people import passwords
from core.people.errors import PasswordTooEasy, PasswordTooLong, PasswordTooShort
from core.people.passwords import LEAST, MOST, hash_password, is_easy, is_right, renewed

GOOD = "the goats sleep at noon"


def test_a_password_fits_its_hash_and_no_other_does() -> None:
    stored = hash_password(GOOD).value
    assert stored.startswith("$argon2id$")
    assert is_right(GOOD, stored)
    assert not is_right(GOOD + " ", stored)
    assert not is_right("", stored)


def test_nothing_fits_where_no_password_is_stored() -> None:
    assert not is_right(GOOD, None)
    assert not is_right("", None)
    assert not is_right(GOOD, "not a hash")


def test_comparing_takes_a_whole_hash_also_where_none_is_stored(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[str] = []
    real = passwords._hasher

    class Counting:
        def verify(self, stored: str, password: bytes) -> bool:
            compared.append(stored.rpartition("$")[0].rpartition("$")[0])
            return real.verify(stored, password)

        def hash(self, password: bytes) -> str:
            return real.hash(password)

    monkeypatch.setattr(passwords, "_hasher", Counting())
    assert not is_right("wrong password", hash_password(GOOD).value)
    assert not is_right("wrong password", None)
    assert len(compared) == 2
    assert compared[0] == compared[1], "the same work: kind, memory, passes and lanes"


@pytest.mark.parametrize("password", ["", "short", "x" * (LEAST - 1), "क" * (LEAST - 1)])
def test_short_passwords_are_refused(password: str) -> None:
    with pytest.raises(PasswordTooShort):
        hash_password(password)


def test_length_is_all_that_is_asked_in_any_script() -> None:
    for password in (
        "goatsatnoon",
        "बकरियाँ दोपहर को",
        "الماعز تنام ظهرا",
        "山羊在中午睡觉呢真好啊",
    ):
        assert is_right(password, hash_password(password).value)
    with pytest.raises(PasswordTooLong):
        hash_password("goats " * MOST)


@pytest.mark.parametrize(
    "password",
    ["aaaaaaaaaa", "1234567890", "12345678901234", "0987654321", "qwertyuiop", "QWERTYUIOP",
     "1qaz2wsx3edc", "abcdefghijkl", "password123", "Password!!!1", "123password", "motdepasse1",
     "passwordpassword", "gafolup2026", "nenosiri2026", "पासवर्ड1234", "abababababab",
     "11223311223", "azertyuiop"],
)  # fmt: skip
def test_the_first_guesses_are_refused(password: str) -> None:
    with pytest.raises(PasswordTooEasy):
        hash_password(password)


def test_ones_own_name_and_address_are_easy_to_guess() -> None:
    about = ("Amina Moussa", "amina.moussa@example.org")
    for password in ("AminaMoussa1", "amina.moussa@example.org", "moussa2026!", "amina123456"):
        assert is_easy(password, about)
    assert not is_easy("amina and her goats", about)


def test_letters_typed_on_another_keyboard_are_the_same_password() -> None:
    stored = hash_password("na\u00efve goats sleep").value
    assert is_right("nai\u0308ve goats sleep", stored)


def test_a_weaker_hash_is_made_anew_and_one_of_today_is_not() -> None:
    weaker = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(GOOD.encode())
    newer = renewed(GOOD, weaker)
    assert newer is not None
    assert is_right(GOOD, newer.value)
    assert renewed(GOOD, newer.value) is None


@given(st.text(max_size=40), st.text(max_size=20))
@settings(max_examples=300)
def test_any_text_is_judged_without_breaking(password: str, name: str) -> None:
    assert is_easy(password, (name,)) in (True, False)


def test_rubbish_is_compared_without_breaking() -> None:
    assert not is_right("\ud800\x00" * 5000, hash_password(GOOD).value)
