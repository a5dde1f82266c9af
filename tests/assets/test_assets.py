"""The shipped fonts, icons and mark can be used as the window uses them, and name their source."""

import io
import os
import re
import subprocess
import sys
import wave
from fnmatch import fnmatch
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from numpy.typing import NDArray

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

ASSETS = Path(__file__).parents[2] / "assets"
FONTS = sorted((ASSETS / "fonts").glob("*.ttf"))
ICONS = sorted((ASSETS / "icons").glob("*.svg"))
SOUNDS = sorted((ASSETS / "sounds").glob("*.wav"))

#: Inter draws on a grid of 2048 units, so at this size a pixel is a unit and nothing is rounded.
UNITS_PER_EM = 2048
NEVER_ASSIGNED = "\U0010ffff"


def name_of(path: Path) -> str:
    return path.stem


def opened(font: Path, size: int = UNITS_PER_EM) -> pygame.font.Font:
    pygame.font.init()
    return pygame.font.Font(font, size)


def glyph_measures(font: pygame.font.Font, character: str) -> tuple[int, int, int, int, int]:
    (measures,) = font.metrics(character)
    assert measures is not None
    return measures


def advances(font: pygame.font.Font, characters: str) -> set[int]:
    return {glyph_measures(font, character)[4] for character in characters}


def heard(sound: Path) -> tuple[int, NDArray[np.float64]]:
    """Return the samples a second, and the samples, 1 = as loud as can be."""
    with wave.open(str(sound)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
        return file.getframerate(), samples / 32767


def drawn(svg: str, size: int) -> pygame.Surface:
    return pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (size, size))


def test_the_four_weights_are_there() -> None:
    assert [font.stem for font in FONTS] == [f"HandoffSans-{w}" for w in (400, 500, 600, 700)]


@pytest.mark.parametrize("font", FONTS, ids=name_of)
def test_all_digits_have_one_width(font: Path) -> None:
    assert len(advances(opened(font), "0123456789")) == 1


@pytest.mark.parametrize("font", FONTS, ids=name_of)
def test_signs_before_a_figure_are_as_wide_as_a_digit(font: Path) -> None:
    assert len(advances(opened(font), "0+−±≈<>≤≥\N{FIGURE SPACE}")) == 1


@pytest.mark.parametrize("font", FONTS, ids=name_of)
def test_figures_of_one_length_line_up(font: Path) -> None:
    inks = {opened(font).size(f"0{middle}0")[0] for middle in ("1,234.56", "7,171.17", "4,000.00")}
    assert len(inks) == 1


@pytest.mark.parametrize("font", FONTS, ids=name_of)
def test_pairs_of_letters_are_kerned(font: Path) -> None:
    face = opened(font)
    assert face.size("AV")[0] < face.size("A")[0] + face.size("V")[0]


def test_the_weights_share_one_family_name_of_their_own() -> None:
    families = {opened(font, 16).name for font in FONTS}
    assert families == {"Handoff Sans"}


def test_each_weight_is_bolder_than_the_one_before() -> None:
    inked = [pygame.mask.from_surface(opened(f, 200).render("H", True, "white")) for f in FONTS]
    areas = [mask.count() for mask in inked]
    assert areas == sorted(set(areas))


@pytest.mark.parametrize("font", FONTS, ids=name_of)
@pytest.mark.parametrize(
    "characters",
    [
        "ABCXYZ abcxyz !?&@#%()[]{}/\\*_~^`'\"",
        "ÄÖÜäöüßẞÀÂÇÉÈÊËÎÏÔŒÙÛŸŁłĄąŻżŹźĆćŃńŐőŰűŘřŠšČčŽžĐđŞşŢţȘșȚțĞğİıÅåØøÆæÞþÐðÑñ",
        "αβγδεηθλμπρστφχψωΔΣΩ",
        "€£$¥₹₺₽₩₪₫₴¢",
        "−×÷≤≥≠±≈∞∑√∆½¼¾²³°‰µ",
        "▲▼◀▶●○■◆→←↑↓↔↗↘✓✗★⚠",
        "…“”„‘’‚«»‹›–—·•§†©®™\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}",
    ],
    ids=["ascii", "latin", "greek", "money", "mathematics", "signs", "punctuation"],
)
def test_the_font_knows_the_characters_of_our_texts(font: Path, characters: str) -> None:
    face = opened(font)
    unknown = glyph_measures(face, NEVER_ASSIGNED)
    assert [c for c in characters if glyph_measures(face, c) == unknown] == []


def test_the_fonts_together_stay_under_a_megabyte() -> None:
    assert sum(font.stat().st_size for font in FONTS) < 1_000_000


@pytest.mark.parametrize("icon", ICONS, ids=name_of)
def test_an_icon_is_drawn_with_strokes_of_the_current_colour_on_a_grid_of_24(icon: Path) -> None:
    root = ElementTree.parse(icon).getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert {part.get("stroke") for part in root.iter()} <= {None, "currentColor"}
    assert root.get("stroke") == "currentColor"
    assert {part.get("fill") for part in root.iter()} <= {None, "none"}


@pytest.mark.parametrize("icon", ICONS, ids=name_of)
def test_an_icon_uses_only_what_the_windows_reader_can_draw(icon: Path) -> None:
    shapes = {"svg", "path", "circle", "rect", "line", "polyline", "polygon", "ellipse"}
    root = ElementTree.parse(icon).getroot()
    assert {part.tag.rpartition("}")[2] for part in root.iter()} <= shapes


@pytest.mark.parametrize("icon", ICONS, ids=name_of)
def test_an_icon_shows_at_24_pixels(icon: Path) -> None:
    surface = drawn(icon.read_text("utf-8").replace("currentColor", "#1F5FD6"), 24)
    assert surface.get_size() == (24, 24)
    assert pygame.mask.from_surface(surface).count() > 8


@pytest.mark.parametrize("size", [16, 32, 64, 256])
def test_the_mark_shows_two_cliffs_a_lead_and_a_gap(size: int) -> None:
    surface = drawn((ASSETS / "logo.svg").read_text("utf-8"), size)

    def colour_at(x: float, y: float) -> tuple[int, ...]:
        return tuple(surface.get_at((int(x * size), int(y * size))))

    left, right, lead = colour_at(0.2, 0.5), colour_at(0.8, 0.5), colour_at(0.5, 0.25)
    assert len({left, right, lead}) == 3
    assert {left[3], right[3], lead[3]} == {255}
    assert colour_at(0.5, 0.9)[3] == 0


def test_the_window_icon_is_the_mark_at_256_pixels() -> None:
    icon = pygame.image.load(ASSETS / "icon.png")
    mark = drawn((ASSETS / "logo.svg").read_text("utf-8"), 256)
    assert icon.get_size() == (256, 256)
    pixels = zip(
        pygame.image.tobytes(icon, "RGBA"), pygame.image.tobytes(mark, "RGBA"), strict=True
    )
    assert sum(abs(one - other) > 8 for one, other in pixels) < 256


def shipped_files() -> list[str]:
    return [
        path.relative_to(ASSETS).as_posix()
        for path in sorted(ASSETS.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    ]


def test_every_file_is_named_in_the_readme() -> None:
    named = re.findall(r"`([^`\s]+)`", (ASSETS / "README.md").read_text("utf-8"))
    assert [f for f in shipped_files() if not any(fnmatch(f, pattern) for pattern in named)] == []


def test_every_group_has_its_licence_beside_it() -> None:
    assert "SIL OPEN FONT LICENSE" in (ASSETS / "fonts" / "OFL.txt").read_text("utf-8")
    assert "ISC License" in (ASSETS / "icons" / "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("sound", SOUNDS, ids=name_of)
def test_a_sound_is_short_quiet_and_free_of_clicks(sound: Path) -> None:
    rate, samples = heard(sound)
    assert len(samples) <= 2 * rate
    assert 0 < max(abs(samples)) <= 0.26
    assert abs(samples[0]) < 0.01
    assert abs(samples[-1]) < 0.01


def test_the_sounds_are_those_that_the_program_computes(tmp_path: Path) -> None:
    made = [sys.executable, str(ASSETS / "build_sounds.py"), str(tmp_path)]
    subprocess.run(made, check=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == [path.name for path in SOUNDS]
    for sound in SOUNDS:
        ours, theirs = heard(sound)[1], heard(tmp_path / sound.name)[1]
        # Other processors may round the last bit of a sine in another way.
        assert np.abs(ours - theirs).max() <= 2 / 32767
