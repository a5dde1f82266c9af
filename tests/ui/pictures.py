"""Golden pictures: what a screen looked like when somebody last looked at it and was content.

``HANDOFF_ACCEPT=1 python -m pytest tests/ui`` takes the pictures of today for right. A failure
leaves three beside the golden ones, in ``tests/pictures/actual``: what was expected, what was
painted, and where they differ.
"""

import os
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, Final

import numpy as np
import pygame

from game.report.theme import THEMES
from game.storage.places import found_places
from game.ui.shipped import ShippedAssets
from game.ui.toolkit import App, Navigator, Screen, faults, problems
from game.ui.toolkit.tree import stops

Restyle = Callable[[tuple[int, int], str, float], None]

GOLDEN: Final = Path(__file__).resolve().parent.parent / "pictures"
ACTUAL: Final = GOLDEN / "actual"
ACCEPT: Final = "HANDOFF_ACCEPT"

TOLERANCE: Final = 8
"""Steps of 255 by which a channel of a pixel may differ."""
STRAY: Final = 0.001
"""Share of the pixels that may differ by more."""

SIZES: Final = ((1280, 720), (1920, 1080))
SMALLEST: Final = (960, 540)
LOOKS: Final = tuple(THEMES)
TEXTS: Final = (1.0, 1.5, 2.0)


def app_of(
    screen: Screen | Navigator,
    size: tuple[int, int] = (1280, 720),
    theme: str = "dark",
    text: float = 1.0,
    **more: Any,
) -> App:
    """Return an app that stands still on a screen, everything that moves at its end."""
    assets = ShippedAssets(found_places())
    app = App(size, THEMES[theme], assets, screen, text=text, **more)
    app.ui.motion.reduced = True
    app.tick([], 0)
    app.tick([], 1000)
    return app


class Sight:
    """Looks at one thing after another, and presses Tab once for each order of stops that it meets.

    To press Tab through a screen takes longer than all else that is looked for, and where the same
    things stand in the same order it goes the same way.
    """

    def __init__(self) -> None:
        self.orders: set[tuple[str, ...]] = set()

    def problems(self, app: App) -> list[str]:
        """Return what is wrong with what an app shows now."""
        order = tuple(node.key for node in stops(app.nodes))
        if order in self.orders:
            return faults(app)
        self.orders.add(order)
        return problems(app)


def faults_however_seen(
    restyle: Restyle, app: App, smallest: float = 1.0
) -> Iterator[tuple[object, list[str]]]:
    """Yield how a view is seen, and what is wrong with it so; in the smallest window at one text.

    A look changes colours and no lengths, so every size is seen in one look and every look in one
    size.
    """
    sight = Sight()
    for size, text in (*product(SIZES, TEXTS), (SMALLEST, smallest)):
        restyle(size, LOOKS[0], text)
        yield (size, text), sight.problems(app)
    for look in LOOKS[1:]:
        restyle(SIZES[0], look, TEXTS[-1])
        yield look, sight.problems(app)


def check_picture(app: App, name: str) -> None:
    """Compare what an app shows with the golden picture of that name."""
    golden = GOLDEN / f"{name}.png"
    if os.environ.get(ACCEPT):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        pygame.image.save(app.surface, golden)
        return
    assert golden.is_file(), f"There is no picture {name}. {_how()}"
    expected = pygame.image.load(golden)
    share = differing(app.surface, expected)
    if share > STRAY:
        _keep(name, app.surface, expected)
        raise AssertionError(
            f"{name} differs in {share:.2%} of its pixels (allowed {STRAY:.1%}); look at "
            f"{ACTUAL / name}-*.png. {_how()}"
        )


def _how() -> str:
    return f"If the new look is meant: {ACCEPT}=1 python -m pytest tests/ui"


def _pixels(surface: pygame.Surface) -> np.ndarray[Any, np.dtype[np.int16]]:
    return pygame.surfarray.array3d(surface).astype(np.int16)


def differing(actual: pygame.Surface, expected: pygame.Surface) -> float:
    """Return the share of pixels that differ too much; all of them where the sizes do."""
    if actual.get_size() != expected.get_size():
        return 1.0
    return float(_marked(actual, expected).mean())


def _marked(
    actual: pygame.Surface, expected: pygame.Surface
) -> np.ndarray[Any, np.dtype[np.bool_]]:
    apart = np.abs(_pixels(actual) - _pixels(expected)).max(axis=2)
    return np.asarray(apart > TOLERANCE)


def _keep(name: str, actual: pygame.Surface, expected: pygame.Surface) -> None:
    ACTUAL.mkdir(parents=True, exist_ok=True)
    pygame.image.save(actual, ACTUAL / f"{name}-actual.png")
    pygame.image.save(expected, ACTUAL / f"{name}-expected.png")
    if actual.get_size() == expected.get_size():
        pygame.image.save(_difference(actual, expected), ACTUAL / f"{name}-diff.png")


def _difference(actual: pygame.Surface, expected: pygame.Surface) -> pygame.Surface:
    """Return the expected picture, pale, with a red pixel wherever the two differ."""
    pale = (_pixels(expected) // 3 + 160).astype(np.uint8)
    pale[_marked(actual, expected)] = (220, 0, 40)
    return pygame.surfarray.make_surface(pale)
