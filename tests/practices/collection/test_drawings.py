"""The drawings: drawn anew they are the same, wordless, safe, small, and one for each step."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from practices.collection.drawings import (
    DrawingNotFound,
    DrawingNotSafe,
    drawing,
    drawing_names,
    files,
)
from practices.collection.drawings import kit as k
from practices.collection.drawings.compact import compact, merged, segments
from practices.collection.drawings.icons import ICONS
from practices.collection.drawings.sheets import drawings_of, sheet, slugs
from practices.collection.drawings.style import CLASSES

MAX_BYTES = 12_000
WITH_STEPS = 18  # at least so many practices have a drawing for each step
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"path", "circle", "g"}
PICTURES = {
    *("hard_soil", "soil_washed_away", "wind", "falling_harvest", "no_grass", "salty_soil"),
    *("little_rain", "too_much_water", "pests", "few_trees", "poor_soil"),
    *("peat_spongy", "no_ball", "water_months", "volcanic_fluffy", "ash_over_rust"),
    *("cracks_sticky", "fizz_vinegar", "red_crumbly", "none_of_these", "sand", "loam", "clay"),
    *("stones", "shallow_rock", "salt_crust", "standing_water", "nothing_found", "hero", "mark"),
    *("Ca", "Cp", "Ct", "Ge", "Gi", "Fn", "Fp", "Xf", "Xp", "Xa", "Xs", "W"),
}
WRITTEN = sorted(p.parent.name for p in files.PRACTICES.glob("*/practice.yaml"))
EXPECTED = files.expected_files()


def _number_of_steps(slug: str) -> int:
    words = yaml.safe_load((files.PRACTICES / slug / "en.yaml").read_text(encoding="utf-8"))
    return len(words["steps"])


def _ids(paths: object) -> str:
    return str(paths).removeprefix(str(files.ROOT))


@pytest.mark.parametrize("path", EXPECTED, ids=_ids)
def test_a_file_is_what_its_scene_draws(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == EXPECTED[path], "run: python -m practices.collection.drawings"


def test_every_practice_has_a_scene_and_every_scene_a_practice() -> None:
    assert slugs() == WRITTEN


@pytest.mark.parametrize("slug", WRITTEN)
def test_a_practice_has_a_main_picture_and_all_steps_or_none(slug: str) -> None:
    names = list(drawing_names(slug))
    steps = [f"step-{i}" for i in range(1, _number_of_steps(slug) + 1)]
    assert names in (["main", *steps], ["main"])


def test_most_practices_are_drawn_step_by_step() -> None:
    assert sum(len(drawing_names(slug)) > 1 for slug in WRITTEN) >= WITH_STEPS


@pytest.mark.parametrize("slug", WRITTEN)
def test_a_sheet_is_small_wordless_and_shows_by_itself(slug: str) -> None:
    path = files.PRACTICES / slug / "scheme.svg"
    assert path.stat().st_size < MAX_BYTES
    root = ET.fromstring(path.read_bytes())  # noqa: S314 - a file of the project
    symbols = [e.get("id") for e in root.iter(f"{SVG}symbol")]
    shown = [e.get("href") for e in root.iter(f"{SVG}use")]
    assert shown == [f"#{name}" for name in symbols]
    assert all(e.get("viewBox") == "0 0 160 120" for e in root.iter(f"{SVG}symbol"))


@pytest.mark.parametrize("path", EXPECTED, ids=_ids)
def test_a_file_holds_no_words_no_script_and_nothing_from_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    root = ET.fromstring(text)  # noqa: S314 - a file of the project
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names <= {*SHAPES, "svg", "style", "symbol", "use"}
    style = root.find(f"{SVG}style")
    said = "".join(root.itertext()).replace((style.text or "") if style is not None else "", "")
    assert not said.strip()
    without_namespace = text.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|//|url\(|@import|javascript|data:|\bon\w+=", without_namespace)
    assert all(e.get("href", "#").startswith("#") for e in root.iter())


def test_every_picture_and_icon_the_pages_name_is_there() -> None:
    pictures = {p.stem for p in (files.STATIC / "pictures").glob("*.svg")}
    icons = {p.stem for p in (files.STATIC / "icons").glob("*.svg")}
    assert pictures >= PICTURES
    assert icons >= set(ICONS)


@pytest.mark.parametrize("slug", WRITTEN)
def test_a_drawing_uses_only_the_colours_of_the_palette(slug: str) -> None:
    for name in drawing_names(slug):
        used = set(re.findall(r'class="([^"]+)"', drawing(slug, name)))
        assert used <= CLASSES - {"sky"}
        assert "#" not in drawing(slug, name)


def _furthest(fragment: str) -> float:
    """How far from the cell a point of the drawing lies, in its units."""
    far = 0.0
    for d in re.findall(r' d="([^"]+)"', fragment):
        x = y = start_x = start_y = 0.0
        for command, values in segments(d):
            at = (x, y) if command.islower() else (0.0, 0.0)
            match command.upper():
                case "Z":
                    x, y = start_x, start_y
                case "H":
                    x = at[0] + values[0]
                case "V":
                    y = at[1] + values[0]
                case _:
                    x, y = at[0] + values[-2], at[1] + values[-1]
            if command.upper() == "M":
                start_x, start_y = x, y
            far = max(far, -x, x - 160, -y, y - 120)
    return far


@pytest.mark.parametrize("slug", WRITTEN)
def test_a_drawing_stays_about_its_cell(slug: str) -> None:
    for name in drawing_names(slug):
        assert _furthest(drawing(slug, name)) <= 40, name


def test_a_drawing_is_read_back_as_it_was_drawn() -> None:
    for name, fragment in drawings_of("zai-pits").items():
        assert drawing("zai-pits", name) == merged(fragment)


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("zai-pits", "step-9"),
        ("zai-pits", "step-1\n"),
        ("no-such-practice", "main"),
        ("../practices/zai-pits", "main"),
        ("zai-pits/../zai-pits", "main"),
        ("", "main"),
    ],
)
def test_a_drawing_that_is_not_there_is_said_to_be_missing(slug: str, name: str) -> None:
    with pytest.raises(DrawingNotFound):
        drawing(slug, name)


@pytest.mark.parametrize(
    "strange",
    [
        "<script>alert(1)</script>",
        '<path d="M0 0" onload="alert(1)"/>',
        '<image href="https://example.org/x.png"/>',
        "<text>Dig here</text>",
        '<path style="fill:url(//x)" d="M0 0"/>',
        '<g class="e1"><foreignObject/></g>',
    ],
)
def test_a_sheet_with_anything_but_shapes_is_not_shown(
    strange: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PRACTICES", tmp_path)
    (tmp_path / "some-practice").mkdir()
    text = sheet({"main": k.sun() + strange})
    (tmp_path / "some-practice" / "scheme.svg").write_text(text, encoding="utf-8")
    with pytest.raises(DrawingNotSafe):
        drawing("some-practice", "main")


def test_what_differs_is_written_again_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ROOT", tmp_path)
    monkeypatch.setattr(files, "STATIC", tmp_path / "static")
    monkeypatch.setattr(files, "PRACTICES", tmp_path / "practices")
    (tmp_path / "practices" / "zai-pits").mkdir(parents=True)
    (tmp_path / "practices" / "zai-pits" / "practice.yaml").touch()
    first = files.write_all()
    assert Path("practices/zai-pits/scheme.svg") in first
    assert files.write_all() == []
    (tmp_path / first[0]).write_text("changed", encoding="utf-8")
    assert files.write_all() == [first[0]]


_points = st.floats(-200, 200, allow_nan=False).map(lambda v: round(v * 2) / 2)
_paths = st.lists(
    st.one_of(
        st.tuples(st.sampled_from("MLmlTt"), st.tuples(_points, _points)),
        st.tuples(st.sampled_from("HVhv"), st.tuples(_points)),
        st.tuples(st.sampled_from("QqSs"), st.tuples(*[_points] * 4)),
        st.tuples(st.sampled_from("Cc"), st.tuples(*[_points] * 6)),
        st.tuples(st.sampled_from("Zz"), st.tuples()),
    ),
    max_size=8,
)


def _absolute(d: str) -> list[tuple[str, tuple[float, ...]]]:
    """The path with every number counted from 0 0, straight lines all as L."""
    out: list[tuple[str, tuple[float, ...]]] = []
    x = y = start_x = start_y = 0.0
    for command, values in segments(d):
        kind = command.upper()
        dx, dy = (x, y) if command.islower() else (0.0, 0.0)
        points: tuple[float, ...]
        if kind == "Z":
            x, y = start_x, start_y
            out.append(("Z", ()))
            continue
        if kind == "H":
            kind, points = "L", (values[0] + dx, y)
        elif kind == "V":
            kind, points = "L", (x, values[0] + dy)
        else:
            points = tuple(v + (dy if i % 2 else dx) for i, v in enumerate(values))
        x, y = points[-2], points[-1]
        if kind == "M":
            start_x, start_y = x, y
        out.append((kind, points))
    return out


@settings(deadline=None)
@given(_paths)
def test_a_compact_path_is_the_same_path(parts: list[tuple[str, tuple[float, ...]]]) -> None:
    d = "M0 0" + "".join(c + " ".join(f"{v:g}" for v in values) for c, values in parts)
    assert _absolute(compact(d)) == _absolute(d)
    assert len(compact(d)) <= len(d) + 1


@settings(deadline=None)
@given(x=_points, y=_points, flip=st.booleans(), scale=st.sampled_from([0.5, 1, 2]))
def test_a_part_that_is_moved_keeps_its_shape(x: float, y: float, flip: bool, scale: float) -> None:
    d = "M-4 0h8l2-6q-4-8-10-8c-4 0-6 4-6 8z"
    there = _absolute(k.moved(d, k.Move(x, y, scale, flip)))
    side = -1 if flip else 1
    back = [
        (
            kind,
            tuple(
                (v - (y if i % 2 else x)) / scale * (1 if i % 2 else side)
                for i, v in enumerate(points)
            ),
        )
        for kind, points in there
    ]
    for (kind, points), (kind_before, before) in zip(back, _absolute(d), strict=True):
        assert kind == kind_before
        assert points == pytest.approx(before, abs=0.01)


def test_a_command_that_no_path_has_is_refused() -> None:
    with pytest.raises(ValueError, match="path command B"):
        compact("M0 0B3 4")


def test_both_women_and_men_do_the_work() -> None:
    scenes = Path(files.__file__).parent / "scenes"
    texts = [p.read_text(encoding="utf-8") for p in scenes.glob("*.py")]
    women = sum(text.count("k.WOMAN") for text in texts)
    men = sum(text.count("k.MAN") - text.count("k.MANGROVE") for text in texts)
    assert 0.4 < women / (women + men) < 0.65
