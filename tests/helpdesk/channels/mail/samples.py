"""Where the mails with known answers lie; they are no part of the project."""

import os
from pathlib import Path

import pytest

import core

_BESIDE = Path(core.__file__).parents[2] / "shared" / "data"
FOLDER = Path(os.environ.get("GAFOLUP_SHARED_DATA", str(_BESIDE))) / "mail"

needs_samples = pytest.mark.skipif(
    not FOLDER.is_dir(), reason=f"the sample mails are not in {FOLDER} (GAFOLUP_SHARED_DATA)"
)
