"""Recordings keep their sound and lose what they tell beside it."""

import pytest

from helpdesk.attachments.kinds import Kind
from helpdesk.attachments.sniffing import sniff
from helpdesk.attachments.voices import without_details
from tests.helpdesk.attachments import files
from tests.helpdesk.attachments.files import TRUE_FILES

_PLACE = b"-01.5175+037.2624/"
_VOICES = [
    kind for kind, data in TRUE_FILES.items() if sniff(data) is kind and kind.value in (
        "ogg", "mp3", "m4a", "3gp", "aac", "amr", "amr_wide", "wav", "webm"
    )
]  # fmt: skip


@pytest.mark.parametrize(("kind", "brand"), [(Kind.M4A, b"M4A "), (Kind.THREE_GP, b"3gp5")])
def test_the_place_in_a_phones_recording_is_blanked_and_its_sound_stays_where_it_was(
    kind: Kind, brand: bytes
) -> None:
    told = files.mp4(brand, told=_PLACE)
    bare = without_details(told, kind)
    assert told.count(_PLACE) == 2
    assert _PLACE not in bare
    assert len(bare) == len(told)
    assert bare.index(b"SOUND") == told.index(b"SOUND")
    assert bare.count(b"SOUND") == told.count(b"SOUND")
    assert sniff(bare) is kind


def test_notes_of_a_recorder_are_blanked() -> None:
    told = files.wav(files.wav_note(b"Amina, Machakos"))
    bare = without_details(told, Kind.WAV)
    assert b"Amina" in told
    assert b"Amina" not in bare
    assert len(bare) == len(told)
    assert sniff(bare) is Kind.WAV
    assert bare.endswith(files.wav()[-1600:])


@pytest.mark.parametrize("kind", [Kind.MP3, Kind.AAC])
def test_tags_before_and_after_the_sound_are_cut_away(kind: Kind) -> None:
    frames = TRUE_FILES[kind]
    old = b"TAG" + b"Amina".ljust(125, b"\0")
    assert without_details(files.id3(b"TPE1 Amina") + frames + old, kind) == frames


@pytest.mark.parametrize("kind", _VOICES)
def test_a_recording_that_tells_nothing_is_left_as_it_is(kind: Kind) -> None:
    assert without_details(TRUE_FILES[kind], kind) == TRUE_FILES[kind]


@pytest.mark.parametrize("kind", [Kind.M4A, Kind.WAV])
def test_lengths_that_reach_too_far_damage_nothing(kind: Kind) -> None:
    whole = TRUE_FILES[kind]
    for end in range(len(whole)):
        assert len(without_details(whole[:end], kind)) == end
