"""Takes README's picture: plays some months of the full game and paints the results screen.

Usage: python assets/take_screenshot.py assets/screenshot.png
"""

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pygame

from game.scenario.rules import Rules
from game.session import EndTurn, Seat, Session, answers, apply, new_bot, new_session, player_view
from game.storage.places import found_places
from game.storage.scenarios import load_scenario
from game.storage.settings import Settings
from game.ui.house import House
from game.ui.playing import Playing
from game.ui.shipped import ShippedAssets
from game.ui.toolkit import App

SIZE = (1280, 720)
MONTHS = 8


def played(rules: Rules) -> Session:
    """Return a game that a steady player has played for some months."""
    session, bot = new_session(rules, seed=7), new_bot("steady")
    for _ in range(MONTHS):
        for answer in answers(player_view(rules, session, Seat())):
            session = apply(rules, session, answer)
        plan = bot.decide(player_view(rules, session, Seat()))
        session = apply(rules, session, replace(plan, prediction=12.0))
        session = apply(rules, session, EndTurn())
    return session


def main(target: Path) -> None:
    """Paint the results of the last month into a PNG."""
    pygame.display.init()
    pygame.font.init()
    with tempfile.TemporaryDirectory() as home:
        places = replace(found_places(), home=Path(home))
        house = House(places, Settings(reduce_motion=True))
        app = App(SIZE, house.theme, ShippedAssets(places), house.navigator, say=house.language.say)
        house.attach(app)
        rules = load_scenario(places, "fresh_start")
        language = house.language_for(rules)
        playing = Playing(rules, played(rules), Seat(), language, keep=house.autosave)
        house.open_results(playing)
        app.tick([], 0)
        app.tick([], 60_000)
        pygame.image.save(app.surface, str(target))
    pygame.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
