"""A game's screens in every state that somebody may meet, for structure and pictures."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pygame

from game.scenario.rules import RoleKey
from game.ui.playing import Playing
from game.ui.screens.desk import Desk
from game.ui.screens.results import Results
from tests.ui.houses import Home

SHELF: Final = Path(__file__).resolve().parent / "desk_shelf"

State = Callable[[Home], None]


def at_table(folder: Path) -> Home:
    """Return a house with the one scenario that shows everything."""
    return Home(folder, scenarios=SHELF)


def desk_of(home: Home, turns: int = 0, role: RoleKey = "all") -> Desk:
    """Sit down at the desk after some turns, everything read."""
    playing = played(home, turns, role)
    home.house.open_desk(playing)
    home.rest()
    desk = home.house.navigator.current
    assert isinstance(desk, Desk)
    while "event.done" in home.keys:
        for event in playing.view.pending:
            home.click(f"choice.{event.choices[0].key}")
        home.click("event.done")
    return desk


def enter(home: Home, name: str) -> None:
    """Bring a game's screen into a state, with the pointer away from it."""
    STATES[name](home)
    home.app.tick([pygame.event.Event(pygame.WINDOWLEAVE)], 16)
    home.app.tick([pygame.event.Event(pygame.MOUSEMOTION, pos=(1, 1), rel=(0, 0))], 16)


def played(home: Home, turns: int, role: RoleKey = "all") -> Playing:
    """Return a game after some turns, played by the computer."""
    return home.playing("bakery", role, turns, seed=5)


def results_of(home: Home, turns: int, role: RoleKey = "all") -> Results:
    """Look at the results of a turn."""
    home.house.open_results(played(home, turns, role))
    think(home)
    results = home.house.navigator.current
    assert isinstance(results, Results)
    return results


def think(home: Home) -> None:
    """Let a screen do what it has begun, frame by frame, and everything come to its end."""
    home.rest()
    while home.house.navigator.current.busy():
        home.app.tick([], 16)
    home.rest()


def first_turn(home: Home) -> None:
    desk_of(home)


def middle(home: Home) -> None:
    desk_of(home, 3)


def two_events(home: Home) -> None:
    home.house.open_desk(played(home, 3))


def choice(home: Home) -> None:
    home.house.open_desk(played(home, 1))


def put_aside(home: Home) -> None:
    """Look at the plan first, with what waits for an answer beside it."""
    choice(home)
    home.rest()
    home.click("event.later")


def put_aside_by_a_role(home: Home) -> None:
    home.house.open_desk(played(home, 1, "marketing"))
    home.rest()
    home.click("event.later")


def last_turn(home: Home) -> None:
    desk_of(home, 5)


def over_budget(home: Home) -> None:
    desk_of(home, 3).playing.set_amount("seo", 60_000)
    home.app.refresh()
    home.rest()


def one_role(home: Home) -> None:
    desk_of(home, 2, "marketing")


def one_role_first_turn(home: Home) -> None:
    desk_of(home, 0, "sales")


def changed_plan(home: Home) -> None:
    """Look at a plan that differs from last turn's, with the forecast of leads."""
    playing = desk_of(home, 3).playing
    for lever, amount in (("advertising", 9_500), ("prospecting", 1_000), ("shared_kpis", 0)):
        playing.set_amount(lever, amount)
    home.app.refresh()
    home.rest()
    home.click("forecast.leads")


def hidden_forecast(home: Home) -> None:
    desk_of(home, 2, "marketing")
    home.click("forecast.satisfaction")


def rivals_trend(home: Home) -> None:
    desk_of(home, 3)
    look_at(home, "market_share")


def prediction(home: Home) -> None:
    desk_of(home, 2)
    home.click("predict")


def prediction_of_nothing(home: Home) -> None:
    desk_of(home)
    home.click("predict")


def words(home: Home) -> None:
    desk_of(home)
    home.click("help")


def goals(turns: int, role: RoleKey = "all") -> State:
    def state(home: Home) -> None:
        desk_of(home, turns, role)
        home.click("goals")

    return state


def results_goals(home: Home) -> None:
    results_of(home, 3)
    home.click("goals")


def tab(name: str, turns: int, role: RoleKey = "all") -> State:
    def state(home: Home) -> None:
        desk_of(home, turns, role)
        home.click(f"tabs.{name}")

    return state


def hidden_trend(home: Home) -> None:
    desk_of(home, 2, "marketing")
    look_at(home, "satisfaction")


def look_at(home: Home, measure: str) -> None:
    """Look at a measure's trend, found with the arrows."""
    home.click("tabs.trends")
    home.focus("measure.bookings")
    while home.app.focus != f"measure.{measure}":
        home.press("down")
    home.press("enter")


def results(home: Home) -> None:
    results_of(home, 3)


def results_of_a_role(home: Home) -> None:
    results_of(home, 2, "sales")


def results_in_fog(home: Home) -> None:
    """Look at the results of a role whose firm has spent nothing on working together."""
    playing = home.playing("bakery", "marketing", 2, seed=5, strategy="no_collaboration")
    home.house.open_results(playing)
    think(home)


def keys(home: Home) -> None:
    words(home)
    home.click("words.pages.keys")


def results_first(home: Home) -> None:
    results_of(home, 1)


def results_at_the_end(home: Home) -> None:
    results_of(home, 6)


def results_first_why(home: Home) -> None:
    results_of(home, 1)
    home.click("tabs.why")


def results_why_leads(home: Home) -> None:
    results_of(home, 4)
    home.click("tabs.why")
    home.click("why.leads")


def results_why_in_fog(home: Home) -> None:
    results_in_fog(home)
    home.click("tabs.why")
    home.click("why.satisfaction")


def results_why_answered(home: Home) -> None:
    """Look at why a turn went as it did in which news asked for an answer."""
    results_of(home, 2)
    home.click("tabs.why")


def results_of_few(home: Home) -> None:
    """Look at the results of a firm that nobody has heard of for a while."""
    playing = home.playing("bakery", "all", 6, seed=5, strategy="sales_only")
    home.house.open_results(playing)
    think(home)


def results_tab(name: str) -> State:
    def state(home: Home) -> None:
        results_of(home, 3)
        home.click(f"tabs.{name}")

    return state


STATES: Final[dict[str, State]] = {
    "desk_first_turn": first_turn,
    "desk": middle,
    "desk_event": two_events,
    "desk_choice": choice,
    "desk_put_aside": put_aside,
    "desk_put_aside_by_a_role": put_aside_by_a_role,
    "desk_last_turn": last_turn,
    "desk_over_budget": over_budget,
    "desk_changed": changed_plan,
    "desk_hidden_forecast": hidden_forecast,
    "desk_marketing": one_role,
    "desk_sales_first_turn": one_role_first_turn,
    "desk_predict": prediction,
    "desk_predict_first": prediction_of_nothing,
    "desk_goals": goals(3),
    "desk_goals_first_turn": goals(0),
    "desk_goals_of_a_role": goals(2, "marketing"),
    "desk_words": words,
    "desk_keys": keys,
    "trends": tab("trends", 3),
    "trends_hidden": hidden_trend,
    "trends_share": rivals_trend,
    "trends_first_turn": tab("trends", 0),
    "segments": tab("segments", 3),
    "segments_of_a_role": tab("segments", 2, "sales"),
    "segments_first_turn": tab("segments", 0),
    "rivals": tab("rivals", 3),
    "team": tab("team", 3),
    "team_of_a_role": tab("team", 2, "marketing"),
    "money": tab("money", 3),
    "money_first_turn": tab("money", 0),
    "journal": tab("journal", 3),
    "journal_first_turn": tab("journal", 0),
    "results": results,
    "results_goals": results_goals,
    "results_of_a_role": results_of_a_role,
    "results_in_fog": results_in_fog,
    "results_first": results_first,
    "results_at_the_end": results_at_the_end,
    "results_why": results_tab("why"),
    "results_why_first": results_first_why,
    "results_why_leads": results_why_leads,
    "results_why_in_fog": results_why_in_fog,
    "results_why_answered": results_why_answered,
    "results_of_few": results_of_few,
    "results_figures": results_tab("figures"),
    "results_people": results_tab("people"),
}
