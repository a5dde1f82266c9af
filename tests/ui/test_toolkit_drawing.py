"""Scale, text, colours, and a memory of drawn things that stays small."""

import pygame
import pytest

from game.report.theme import DARK, THEMES, Theme
from game.ui.toolkit.cache import Cache
from game.ui.toolkit.colour import colour, contrast_ratio, mix
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.motion import Motion
from game.ui.toolkit.scale import Metrics
from game.ui.toolkit.shapes import Shapes
from game.ui.toolkit.text import Face, Typesetter
from tests.ui.toolkit_stage import Files


@pytest.mark.parametrize(
    ("window", "text", "pixels"),
    [
        ((1280, 720), 1.0, 14),
        ((1920, 1080), 1.0, 21),
        ((960, 540), 1.0, 14),
        ((3840, 2160), 1.0, 22),
        ((1280, 720), 2.0, 28),
        ((1280, 720), 9.0, 28),
        ((1280, 720), 0.1, 13),
    ],
)
def test_a_body_text_grows_with_the_window_and_the_setting_within_limits(
    window: tuple[int, int], text: float, pixels: int
) -> None:
    assert Metrics(Size(*window), text).px(14) == pixels


def test_a_hairline_never_vanishes() -> None:
    assert Metrics(Size(960, 540), 0.9).px(0.2) == 1


def test_at_double_text_a_screen_has_half_the_room() -> None:
    assert Metrics(Size(1280, 720), 2.0).units == Size(640, 360)


def test_the_cache_stays_within_its_limit_and_forgets_what_was_used_longest_ago() -> None:
    cache = Cache(limit=10 * 400)

    def draw() -> pygame.Surface:
        return pygame.Surface((10, 10), pygame.SRCALPHA)  # 400 bytes

    for number in range(50):
        cache.get(number, draw)
        cache.get("used", draw)
    assert cache.size <= 10 * 400
    assert len(cache) == 10
    kept = cache.get("used", draw)
    assert cache.get("used", draw) is kept


def test_a_drawn_thing_is_drawn_once() -> None:
    drawn: list[int] = []

    def draw() -> pygame.Surface:
        drawn.append(1)
        return pygame.Surface((4, 4))

    cache = Cache()
    for _ in range(3):
        cache.get("a", draw)
    assert drawn == [1]


@pytest.fixture
def letters() -> Typesetter:
    return Typesetter(Files(), Cache())


@pytest.mark.parametrize("width", [40, 90, 160, 400])
def test_no_line_is_wider_than_it_may_be(letters: Typesetter, width: int) -> None:
    text = "Small offices ask why you cost 20 % more than BeanLine, and some of them leave."
    lines = letters.wrap(text, Face(14), width)
    assert all(letters.width(line, Face(14)) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_an_amount_is_not_torn_from_its_unit(letters: Typesetter) -> None:
    lines = letters.wrap("It costs you €\u00a012,400 each month", Face(14), 90)
    assert any("€\u00a012,400" in line for line in lines)


def test_a_word_longer_than_the_line_is_broken(letters: Typesetter) -> None:
    lines = letters.wrap("Donaudampfschifffahrt", Face(14), 60)
    assert len(lines) > 1
    assert "".join(lines) == "Donaudampfschifffahrt"


def test_a_shortened_text_fits_and_ends_in_an_ellipsis(letters: Typesetter) -> None:
    short = letters.shorten("Qualified leads (MQL)", Face(14), 80)
    assert short.endswith("…")
    assert letters.width(short, Face(14)) <= 80
    assert letters.shorten("SEO", Face(14), 80) == "SEO"


def test_digits_are_equally_wide_so_that_figures_do_not_dance(letters: Typesetter) -> None:
    for weight in (400, 500, 600, 700):
        assert len({letters.width(digit * 8, Face(28, weight)) for digit in "0123456789"}) == 1


def test_a_text_is_drawn_as_wide_as_it_was_measured(letters: Typesetter) -> None:
    for px in (12, 14, 16, 28, 40):
        picture, _ = letters.draw("Bookings € 184 k", Face(px, 600), "#142033")
        assert abs(picture.get_width() - letters.width("Bookings € 184 k", Face(px, 600))) <= 1


def test_corners_are_smooth_and_edges_sharp() -> None:
    surface = pygame.Surface((60, 40), 0, 32)
    surface.fill((255, 255, 255))
    Shapes(Cache()).box(surface, Box(5, 5, 50, 30), 12, "#000000")
    shades = {surface.get_at((x, y))[0] for x in range(5, 17) for y in range(5, 17)}
    assert len(shades) > 6
    assert surface.get_at((30, 5))[:3] == (0, 0, 0)
    assert surface.get_at((30, 4))[:3] == (255, 255, 255)
    assert surface.get_at((5, 5))[:3] == (255, 255, 255)


def test_black_on_white_has_the_largest_contrast() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast_ratio("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_text_of_every_role_can_be_read_on_every_ground(theme: Theme) -> None:
    for role in ("text", "muted", "accent", "good", "bad", "warning", "marketing", "sales"):
        for ground in ("background", "surface", "raised"):
            assert contrast_ratio(colour(theme, role), colour(theme, ground)) >= 4.5, (role, ground)


def test_a_role_names_a_colour_of_the_theme() -> None:
    assert colour(DARK, "sales") == DARK.series[1]
    assert colour(DARK, "series.2") == DARK.series[2]
    assert colour(DARK, "#123456") == "#123456"
    assert mix("#000000", "#FFFFFF", 0) == "#000000"


def test_a_value_is_on_its_way_until_its_time_is_over() -> None:
    motion = Motion()
    assert motion.toward("a", 1.0, 100, 0.0) == 0.0
    motion.advance(50)
    assert 0 < motion.toward("a", 1.0, 100) < 1
    assert motion.moving
    motion.advance(50)
    assert motion.toward("a", 1.0, 100) == 1.0
    assert not motion.moving


def test_with_reduced_motion_everything_is_there_at_once() -> None:
    motion = Motion()
    motion.reduced = True
    assert motion.toward("a", 1.0, 100, 0.0) == 1.0
    assert not motion.moving
