"""A game of several people at one machine, in every state that they may meet."""

from collections.abc import Callable
from typing import Final

import pygame

from game.scenario.rules import RoleKey
from game.ui.playing import Playing
from game.ui.screens.desk import Desk
from game.ui.screens.hand_over import HandOver
from game.ui.table import Table
from tests.ui.driver import type_text
from tests.ui.game_states import think
from tests.ui.houses import Home

TWO: Final[tuple[RoleKey, ...]] = ("marketing", "sales")

State = Callable[[Home], None]


def begun(home: Home, roles: tuple[RoleKey, ...] = TWO, scenario: str = "bakery") -> None:
    """Begin a game; the first one is asked to sit down."""
    home.house.gathering.begin(home.house.shelf.rules(scenario), roles, 5)
    home.rest()


def table_of(home: Home) -> Table:
    """Return the table of the game that is played now."""
    screen = home.house.navigator.current
    if isinstance(screen, HandOver):
        return screen._table
    playing = getattr(screen, "playing", None) or getattr(screen, "_playing", None)
    assert isinstance(playing, Playing)
    assert playing.table is not None
    return playing.table


def at_desk(home: Home) -> Desk:
    """Return the desk that is seen."""
    desk = home.house.navigator.current
    assert isinstance(desk, Desk), desk
    return desk


def read_news(home: Home) -> None:
    """Read what happened together, and answer with the first choice."""
    for _ in range(3):
        choices = sorted(key for key in home.keys if key.startswith("choice."))
        if choices:
            home.click(choices[0])
        if "event.done" in home.keys:
            home.click("event.done")


def sit(home: Home) -> Desk:
    """Read the news, let the next one sit down and come to the desk."""
    read_news(home)
    home.click("hand_over.go")
    if home.screen == "Results":
        think(home)
        home.click("next")
    home.rest()
    return at_desk(home)


def plan(home: Home) -> None:
    """Let whoever has the machine plan the same on every line, and hand it on."""
    desk = at_desk(home)
    desk.playing.split_evenly()
    desk._predict()
    assert desk._guess is not None
    desk._guess.deals, desk._guess.warned = 12.0, True
    desk._guess.because = f"because of {desk.playing.seat.role}"
    desk._commit()
    home.app.refresh()
    home.rest()


def turn(home: Home) -> None:
    """Let everybody plan a turn, one after the other; all are to look at it together then."""
    for _ in table_of(home).people:
        sit(home)
        plan(home)


def turns(home: Home, count: int, roles: tuple[RoleKey, ...] = TWO) -> None:
    """Play some turns; everybody is about to look together at the last of them."""
    begun(home, roles)
    for number in range(count):
        if number:
            look(home)
        turn(home)


def look(home: Home) -> None:
    """Look at the results together and go on."""
    home.click("hand_over.go")
    think(home)
    home.click("next")
    home.rest()


def hand_over(home: Home) -> None:
    begun(home)


def hand_over_later(home: Home) -> None:
    """One of three has planned, the second is asked."""
    begun(home, ("marketing", "sales", "customer_voice"))
    sit(home)
    plan(home)


def hand_over_with_partner(home: Home) -> None:
    begun(home, ("marketing", "manager"))


def together(home: Home) -> None:
    turns(home, 1)


def news(home: Home) -> None:
    turns(home, 1)
    look(home)


def results_together(home: Home) -> None:
    turns(home, 2)
    home.click("hand_over.go")
    think(home)


def results_together_why(home: Home) -> None:
    results_together(home)
    home.click("tabs.why")


def own_results(home: Home) -> None:
    turns(home, 2)
    look(home)
    read_news(home)
    home.click("hand_over.go")
    think(home)


def desk_of_one(home: Home) -> None:
    turns(home, 1)
    look(home)
    sit(home)


def desk_asked(home: Home) -> None:
    """Marketing has asked sales, who sits at the desk now."""
    begun(home)
    sit(home)
    home.click("talk.offer.sales")
    home.rest()
    home.click("offer.make")
    plan(home)
    sit(home)


def desk_asking(home: Home) -> None:
    begun(home)
    sit(home)
    home.click("talk.offer.sales")
    home.rest()
    home.click("offer.make")
    home.rest()


def desk_of_manager(home: Home) -> None:
    begun(home, ("manager", "marketing"))
    sit(home)


def desk_of_manager_later(home: Home) -> None:
    """The manager of three changes how the money is divided, after a turn."""
    turns(home, 1, ("manager", "marketing", "sales"))
    look(home)
    desk = sit(home)
    desk.playing.set_split(2, 0.35)
    home.app.refresh()
    home.rest()


def committing_of_manager(home: Home) -> None:
    desk_of_manager_later(home)
    home.click("predict")


def desk_under_manager(home: Home) -> None:
    """Marketing plans within what the manager gives, and a little beyond it."""
    begun(home, ("manager", "marketing", "sales"))
    sit(home)
    plan(home)
    desk = sit(home)
    desk.playing.split_evenly()
    desk.playing.set_amount("advertising", 30_000)
    home.app.refresh()
    home.rest()


def desk_of_voice(home: Home) -> None:
    begun(home, ("customer_voice", "marketing", "sales"))
    sit(home)


def committing_of_voice(home: Home) -> None:
    desk_of_voice(home)
    home.click("predict")


def committing(home: Home) -> None:
    begun(home)
    desk = sit(home)
    desk.playing.split_evenly()
    home.app.refresh()
    home.rest()
    home.click("predict")


def last_look(home: Home) -> None:
    turns(home, 6)
    look(home)


def ending_together(home: Home) -> None:
    last_look(home)
    home.click("hand_over.skip")
    home.rest()


def choosing(home: Home) -> None:
    home.house.open_briefing("bakery", seed=1234)
    home.rest()
    home.click("briefing.who.several")


def choosing_named(home: Home) -> None:
    choosing(home)
    type_text(home.app, "briefing.name.marketing", "Anna Christina Maria")
    type_text(home.app, "briefing.name.sales", "Ben")


def hand_over_named(home: Home) -> None:
    choosing_named(home)
    home.click("briefing.start")
    home.rest()


def desk_named(home: Home) -> None:
    hand_over_named(home)
    sit(home)


def choosing_too_few(home: Home) -> None:
    choosing(home)
    home.click("briefing.role.sales")


STATES: Final[dict[str, State]] = {
    "choosing": choosing,
    "choosing_too_few": choosing_too_few,
    "choosing_named": choosing_named,
    "hand_over_named": hand_over_named,
    "desk_named": desk_named,
    "hand_over": hand_over,
    "hand_over_later": hand_over_later,
    "hand_over_with_partner": hand_over_with_partner,
    "together": together,
    "news": news,
    "results_together": results_together,
    "results_together_why": results_together_why,
    "own_results": own_results,
    "desk_of_one": desk_of_one,
    "desk_asking": desk_asking,
    "desk_asked": desk_asked,
    "desk_of_manager": desk_of_manager,
    "desk_of_manager_later": desk_of_manager_later,
    "committing_of_manager": committing_of_manager,
    "desk_under_manager": desk_under_manager,
    "desk_of_voice": desk_of_voice,
    "committing_of_voice": committing_of_voice,
    "committing": committing,
    "last_look": last_look,
    "ending_together": ending_together,
}


def enter(home: Home, name: str) -> None:
    """Bring the window into a state, with the pointer away from it."""
    STATES[name](home)
    home.app.tick([pygame.event.Event(pygame.WINDOWLEAVE)], 16)
    home.app.tick([pygame.event.Event(pygame.MOUSEMOTION, pos=(1, 1), rel=(0, 0))], 16)
    home.rest()
