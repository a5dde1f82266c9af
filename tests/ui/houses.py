"""A house to try screens in: a player's folders, two scenarios on the shelf, hands on the keys."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pygame

from game.report.theme import THEMES
from game.scenario.rules import RoleKey
from game.session import EndTurn, Seat, answers, apply, new_bot, new_session, player_view, team
from game.storage.places import Places, shipped
from game.storage.settings import Settings
from game.ui.house import House
from game.ui.playing import Playing
from game.ui.shipped import ShippedAssets
from game.ui.toolkit import App

SHELF: Final = Path(__file__).resolve().parent / "shelf"

_KEYS: Final = {
    "enter": pygame.K_RETURN,
    "tab": pygame.K_TAB,
    "escape": pygame.K_ESCAPE,
    "up": pygame.K_UP,
    "down": pygame.K_DOWN,
    "left": pygame.K_LEFT,
    "right": pygame.K_RIGHT,
    "end": pygame.K_END,
    "space": pygame.K_SPACE,
}


class Home:
    """A house with an app that shows it, standing still."""

    def __init__(
        self,
        folder: Path,
        size: tuple[int, int] = (1280, 720),
        scenarios: Path = SHELF,
        **settings: Any,
    ) -> None:
        places = Places(home=folder, scenarios=scenarios, assets=shipped("assets"))
        chosen = replace(Settings(reduce_motion=True), **settings)
        self.house = House(places, chosen)
        self.app = App(
            size,
            self.house.theme,
            ShippedAssets(places),
            self.house.navigator,
            say=self.house.language.say,
        )
        self.house.attach(self.app)
        self.rest()

    def rest(self) -> None:
        """Let everything come to its end."""
        self.app.tick([], 0)
        self.app.tick([], 1000)

    def press(self, *names: str) -> None:
        """Press keys, one after the other; what is no key's name is typed as text."""
        for name in names:
            if name in _KEYS:
                down = pygame.event.Event(pygame.KEYDOWN, key=_KEYS[name], mod=0, unicode="")
                up = pygame.event.Event(pygame.KEYUP, key=_KEYS[name], mod=0)
                self.app.tick([down, up], 16)
            else:
                self.app.tick([pygame.event.Event(pygame.TEXTINPUT, text=name)], 16)
            self.app.tick([], 16)

    def click(self, key: str) -> None:
        """Press a widget with the pointer."""
        box = next(node.box for node in self.app.nodes if node.key == key)
        at = (box.x + box.w // 2, box.y + box.h // 2)
        self.app.tick(
            [
                pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)),
                pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1),
                pygame.event.Event(pygame.MOUSEBUTTONUP, pos=at, button=1),
            ],
            16,
        )
        self.app.tick([], 16)

    def focus(self, key: str) -> None:
        """Go on with Tab until a widget has the focus."""
        for _ in range(60):
            if self.app.focus == key:
                return
            self.press("tab")
        raise AssertionError(f"Tab does not come to {key}")

    @property
    def screen(self) -> str:
        """The kind of screen that is seen."""
        return type(self.house.navigator.current).__name__

    @property
    def keys(self) -> set[str]:
        """The keys of everything that is laid out."""
        return {node.key for node in self.app.nodes}

    @property
    def words(self) -> str:
        """All words that are seen."""
        ui, nodes = self.app.ui, self.app.nodes
        names = (node.widget.called(ui) for node in nodes if not node.widget.focusable())
        return "\n".join(name for name in names if name)

    def restyle(self, size: tuple[int, int], theme: str, text: float) -> None:
        """Show the same in another window, look and text size."""
        self.app.resize(size)
        self.app.restyle(theme=THEMES[theme], text=text)
        self.rest()

    def playing(
        self,
        scenario: str = "harbour_tea",
        role: RoleKey = "all",
        turns: int = 99,
        seed: int = 7,
        strategy: str = "steady",
    ) -> Playing:
        """Return a game that the computer has played for some turns."""
        rules = self.house.shelf.rules(scenario)
        session, bot = new_session(rules, seed, team(rules, role)), new_bot(strategy)
        while session.turn <= min(turns, rules.turns):
            for seat in session.seats:
                for choice in answers(player_view(rules, session, seat)):
                    session = apply(rules, session, choice)
                plan = bot.decide(player_view(rules, session, seat))
                session = apply(rules, session, replace(plan, prediction=5.0 + session.turn))
            session = apply(rules, session, EndTurn())
        language = self.house.language_for(rules)
        return Playing(
            rules,
            session,
            Seat(0, role),
            language,
            keep=self.house.autosave,
            keep_draft=self.house.keep_draft,
        )
