"""What a first reader would wait for is loaded before the site says that it serves."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deploy import warming
from deploy.house import House
from i18n.languages import CODES
from practices.search import repair
from practices.search.service import SearchAnswer, SearchRequest
from tests.deploy.folders import house_on
from tests.site import ROOT

LOADED = """
from deploy.warming import warm_languages
warm_languages()
import i18n.detection.model
import i18n.analysis.swahili
assert i18n.detection.model._model.cache_info().currsize == 1
assert i18n.analysis.swahili._load.cache_info().currsize == 1
"""


def test_the_dictionaries_and_the_model_are_loaded() -> None:
    subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, check=True, timeout=120)


def test_every_language_is_searched_once(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[str]()
    search = house.search.search

    def listen(request: SearchRequest) -> SearchAnswer:
        asked.append(request.language)
        return search(request)

    monkeypatch.setattr(house.search, "search", listen)
    warming.warm_house(house)
    assert tuple(asked) == CODES


def test_a_part_that_is_being_repaired_holds_nothing_up(
    own_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repair, "LONGEST_WAIT_SECONDS", 0.0)
    shutil.rmtree(own_data / "index")
    with house_on(own_data) as house:
        warming.warm_house(house)
        running = house.search.repairs._running
        if running is not None:
            running.join()
