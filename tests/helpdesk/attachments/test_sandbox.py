"""Photos decoded apart: what the child costs, and what is believed of its answer."""

import threading
from collections.abc import Iterator

import pytest

from helpdesk.attachments import sandbox
from helpdesk.attachments.errors import TooManyPicturesAtOnce
from helpdesk.attachments.images import prepare_photo
from helpdesk.attachments.kinds import Kind
from helpdesk.attachments.photo import Photo
from helpdesk.attachments.refusals import Reason, Refused
from helpdesk.attachments.rules import Limits
from helpdesk.attachments.sandbox import Effort, prepare_apart
from tests.helpdesk.attachments import files


def test_a_photo_comes_out_as_if_made_here() -> None:
    data = files.jpeg(700, 500)
    assert prepare_apart(data, Kind.JPEG, Limits()) == prepare_photo(data, Kind.JPEG, Limits())


def test_a_refusal_comes_out_with_its_figures() -> None:
    data = files.png_of_size(60_000, 60_000)
    assert prepare_apart(data, Kind.PNG, Limits()) == Refused(
        Reason.TOO_MANY_PIXELS, {"megapixels": 3600, "most": 50}
    )
    few = Limits(pixels=100, jpeg_pixels=200)
    assert prepare_apart(files.jpeg(), Kind.JPEG, few) == Refused(
        Reason.TOO_MANY_PIXELS, {"megapixels": 1, "most": 0}
    )


def test_a_photo_that_needs_too_much_memory_is_refused() -> None:
    data = files.saved(files.picture(6000, 6000), "PNG")
    costly = prepare_apart(data, Kind.PNG, Limits(), Effort(memory_bytes=150_000_000))
    assert costly == Refused(Reason.TOO_DEMANDING)
    assert isinstance(prepare_apart(data, Kind.PNG, Limits()), Photo)


def test_a_photo_that_takes_too_long_is_refused() -> None:
    data = files.saved(files.picture(6000, 6000), "PNG")
    slow = prepare_apart(data, Kind.PNG, Limits(), Effort(seconds=0.05))
    assert slow == Refused(Reason.TOO_DEMANDING)


def test_a_child_that_would_answer_too_much_is_cut_off() -> None:
    data = files.jpeg(2000, 2000)
    cut = prepare_apart(data, Kind.JPEG, Limits(), Effort(answer_bytes=1000))
    assert cut == Refused(Reason.TOO_DEMANDING)


@pytest.fixture
def all_places_taken() -> Iterator[None]:
    """Every place for a child is taken while the test lasts."""
    held = [sandbox._places.acquire(timeout=30) for _ in range(sandbox.AT_ONCE)]
    assert all(held)
    yield
    for _ in held:
        sandbox._places.release()


@pytest.mark.usefixtures("all_places_taken")
def test_who_finds_no_place_is_told_to_come_again() -> None:
    with pytest.raises(TooManyPicturesAtOnce):
        prepare_apart(files.jpeg(), Kind.JPEG, Limits(), Effort(wait_seconds=0.01))


def test_more_photos_than_places_are_all_made() -> None:
    made: list[Photo | Refused] = []
    threads = [
        threading.Thread(
            target=lambda: made.append(prepare_apart(files.jpeg(), Kind.JPEG, Limits()))
        )
        for _ in range(sandbox.AT_ONCE * 3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == len(threads)
    assert all(isinstance(photo, Photo) for photo in made)


_SOI = b"\xff\xd8\xff"
_HEAD = b'{"jpeg_bytes":3,"thumbnail_bytes":3,"width":1,"height":1,"location":null}\n'


def test_a_sound_answer_is_believed() -> None:
    assert sandbox._believed(_HEAD + _SOI + _SOI) == Photo(_SOI, _SOI, 1, 1, None)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"no json\n",
        b"[]\n",
        _HEAD,
        _HEAD + _SOI,
        _HEAD + _SOI + _SOI + b"more",
        _HEAD + b"<script>"[:3] + _SOI,
        _HEAD.replace(b'"width":1', b'"width":99999') + _SOI + _SOI,
        _HEAD.replace(b'"height":1', b'"height":0') + _SOI + _SOI,
        _HEAD.replace(b'"jpeg_bytes":3', b'"jpeg_bytes":-3') + _SOI + _SOI,
        _HEAD.replace(b"null", b'{"lat":1}') + _SOI + _SOI,
        _HEAD.replace(b'"width"', b'"name"') + _SOI + _SOI,
        b'{"refused":"because"}\n',
        b'{"refused":"too_many_pixels","figures":{"name":3}}\n' + b"x" * 5,
        b'{"refused":"too_many_pixels","figures":{"most":"<b>"}}\n',
        b'{"refused":"empty","figures":{"most":3}}\n',
    ],
)
def test_an_answer_of_another_form_is_not_believed(answer: bytes) -> None:
    with pytest.raises(ValueError):
        sandbox._believed(answer)


def test_a_place_that_the_child_made_up_is_dropped() -> None:
    wild = _HEAD.replace(b"null", b'{"lat":500,"lon":1}')
    photo = sandbox._believed(wild + _SOI + _SOI)
    assert isinstance(photo, Photo)
    assert photo.location is None
