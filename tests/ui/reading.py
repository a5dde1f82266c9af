"""What can be read on a screen, and whether figures are among it that are another's."""

import re

import pytest

from game.scenario.measures import MEASURES
from game.session import Seat, player_view
from game.ui.playing import Playing
from game.ui.toolkit import described
from game.ui.toolkit.text import Typesetter
from tests.ui.game_states import think
from tests.ui.houses import Home

TABS = ("plan", "trends", "segments", "rivals", "team", "money", "journal")
RESULT_TABS = ("flow", "why", "figures", "people")


def painted(home: Home) -> set[str]:
    """Return everything that can be read now: what is drawn, and what appears when pointed at."""
    drawn: set[str] = set()
    draw = Typesetter.draw

    def noting(self: Typesetter, text: str, *more: object) -> object:
        drawn.add(text)
        return draw(self, text, *more)  # type: ignore[arg-type]  # face and colour, as they came

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Typesetter, "draw", noting)
        home.app.restyle()
        home.rest()
    told = {text for each in described(home.app) for text in (each.name, each.tooltip)}
    return {text for text in drawn | told if text}


def read_everything(home: Home, tabs: tuple[str, ...]) -> set[str]:
    """Return everything that can be read on a screen with tabs."""
    found: set[str] = set()
    for tab in tabs:
        home.click(f"tabs.{tab}")
        think(home)
        found |= painted(home)
    home.click(f"tabs.{tabs[0]}")
    return found


def hidden_figures(playing: Playing) -> dict[str, str]:
    """Return what a seat may not see of the last turn, as it would be written, by measure.

    Only what cannot be mistaken for another figure: of three digits or more.
    """
    everything = player_view(playing.rules, playing.session, Seat())
    language, found = playing.language, {}
    for key, rule in MEASURES.items():
        if key == "turn" or playing.view.now.figures[key].known:
            continue
        value = everything.now.figures[key].value
        if value is None:
            continue
        said = language.figure(rule.kind, value)
        if len(re.sub(r"\D", "", said)) >= 3:
            found[key] = said
    return found


def leaked(words: set[str], hidden: dict[str, str]) -> list[str]:
    """Return the hidden figures that stand among words, as a figure of their own."""
    return [
        f"{key}: {said} in {text!r}"
        for key, said in hidden.items()
        for text in words
        if re.search(rf"(?<![\d.,]){re.escape(said)}(?![\d])", text)
    ]
