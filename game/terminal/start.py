"""From the title to the first turn: which scenario, which role, a new game or the one left."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from game.errors import HandoffError, SaveUnreadable, StorageFailed
from game.report.amounts import whole_number
from game.report.briefing import briefing
from game.report.language import Language
from game.report.library import Best, scenario_card
from game.report.names import role_name, turn_of
from game.scenario.rules import RoleKey, Rules
from game.session import Seat, is_over, new_session, player_view, role_of, team
from game.session.hot_seat import HotSeat
from game.storage.places import Places
from game.storage.results import WHOLE_FIRM, Results, load_results
from game.storage.saves import Opened, load_autosave, load_save
from game.storage.scenarios import list_scenarios, load_scenario
from game.terminal.briefing import print_briefing
from game.terminal.console import Console, InputEnded
from game.terminal.hot_seat import RoundTheTable, play_hot_seat
from game.terminal.playing import Playing
from game.words import Sentence, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What to play; everything left out is asked."""

    scenario: str | None = None
    seed: int = 1
    role: str | None = None
    save: str | None = None
    hot_seat: tuple[str, ...] = ()  # roles of the people at this one machine


def play_in_terminal(
    places: Places,
    language: Language,
    start: Start,
    out: TextIO | None = None,
    typed: TextIO | None = None,
) -> None:
    """Play until the player leaves.

    Args:
        places: where scenarios and saves are.
        language: of the reader.
        start: what to play.
        out: where to print; None = standard output.
        typed: where lines come from; None = standard input.

    Raises:
        HandoffError: if the scenario, the role or the save cannot be played, or the game as it
            stands at the end could not be saved.

    """
    console = Console(language, out, typed)
    results, about_results = load_results(places)
    if about_results is not None:
        console.say(about_results)
    if start.save is not None:
        _play_on(console, places, load_save(places, start.save))
        return
    try:
        if start.scenario is not None:
            _play(console, places, load_scenario(places, start.scenario), start)
        else:
            _play_from_title(console, places, start, results)
    except InputEnded:
        console.say(sentence("Good-bye."))


def _play_from_title(console: Console, places: Places, start: Start, results: Results) -> None:
    """Show the title until a game is chosen; it is played until the player leaves it."""
    console.heading(sentence("Handoff"))
    console.say(sentence("Marketing and sales, one company, one budget."))
    shelf = _shelf(places)
    if not shelf:
        console.say(sentence("No scenario was found. Install Handoff again."))
        return
    _print_shelf(console, shelf, _best(results, start.role or WHOLE_FIRM))
    chosen: list[Rules] = []
    console.ask_until(
        sentence("Which scenario? Its number or name, or 'quit':"),
        lambda typed: _choose(places, tuple(shelf), typed, chosen),
    )
    if chosen:
        _play(console, places, chosen[0], start)
    else:
        console.say(sentence("Good-bye."))


def _shelf(places: Places) -> dict[str, Rules | Sentence]:
    shelf: dict[str, Rules | Sentence] = {}
    for file in list_scenarios(places):
        try:
            shelf[file.name] = load_scenario(places, str(file.path))
        except HandoffError as error:
            shelf[file.name] = error.sentence
    return shelf


def _best(results: Results, role: str) -> dict[str, Best]:
    return {
        name: Best(score=result.total, of_par=result.of_par)
        for (name, played_as), result in results.items()
        if played_as == role
    }


def _print_shelf(
    console: Console, shelf: Mapping[str, Rules | Sentence], best: Mapping[str, Best]
) -> None:
    for number, (name, rules) in enumerate(shelf.items(), start=1):
        if isinstance(rules, Sentence):
            text = sentence("{name}: {problem}", name=name, problem=rules)
        else:
            card = scenario_card(rules, best.get(name))
            text = sentence(
                "{title} ({name}). {summary} {length}, {minutes}, {difficulty}. {best}.",
                title=card.title,
                name=name,
                summary=card.summary,
                length=card.length,
                minutes=card.minutes,
                difficulty=card.difficulty_name,
                best=card.best,
            )
        console.item(text, mark=f"{number:2}.")


def _choose(
    places: Places, names: tuple[str, ...], typed: str, chosen: list[Rules]
) -> Sentence | None:
    if typed.casefold() in {"quit", "q", "exit"}:
        return None
    if not typed:
        return sentence("Type a number from 1 to {count}.", count=len(names))
    number = whole_number(typed, len(names))
    name = typed if number is None else names[number - 1]
    try:
        chosen.append(load_scenario(places, name))
    except HandoffError as error:
        return error.sentence
    return None


def _play(console: Console, places: Places, rules: Rules, start: Start) -> None:
    """Play a scenario: the game that was left, or a new one."""
    if start.hot_seat:
        play_hot_seat(console, places, rules, start.seed, start.hot_seat)
        return
    seat = Seat(0, _role(rules, start.role))
    console.language = console.language.with_currency(rules.currency)
    unfinished = _unfinished(console, places, rules, seat)
    if unfinished is not None and _wants(console, unfinished):
        _play_on(console, places, unfinished)
        return
    session = new_session(rules, start.seed, team(rules, seat.role))
    print_briefing(console, briefing(rules, player_view(rules, session, seat)))
    Playing(console, places, rules, session, seat).play()


def _role(rules: Rules, given: str | None) -> RoleKey:
    """Return a role of the scenario; UnknownName if it has none such for one person."""
    if given is None:
        return "all"
    role = role_of(rules, Seat(0, given)).key  # type: ignore[arg-type]  # role_of refuses others
    team(rules, role)
    return role


def _unfinished(console: Console, places: Places, rules: Rules, seat: Seat) -> Opened | None:
    try:
        opened = load_autosave(places, rules.name, seat)
    except (SaveUnreadable, StorageFailed) as error:
        console.say(error.sentence)
        return None
    if opened is None or is_over(opened.rules, opened.session) or not opened.session.journal:
        return None
    return opened


def _wants(console: Console, opened: Opened) -> bool:
    """Ask whether to go on with a game that was left; Enter means yes."""
    if opened.remark is not None:
        console.say(opened.remark)
    console.say(
        sentence(
            "You have left a game of “{title}” in {turn}.",
            title=opened.rules.title,
            turn=turn_of(opened.rules, opened.session.turn),
        )
    )
    answer = console.ask(sentence("Go on with it? Enter for yes, 'n' to start anew:"))
    return not answer.casefold().startswith("n")


def _play_on(console: Console, places: Places, opened: Opened) -> None:
    console.language = console.language.with_currency(opened.rules.currency)
    if opened.people:
        hot = HotSeat(people=opened.people)
        RoundTheTable(console, places, opened.rules, opened.session, hot).play()
        return
    console.heading(
        sentence(
            "{title}, {role}",
            title=opened.rules.title,
            role=role_name(opened.seat.role, role_of(opened.rules, opened.seat).name),
        )
    )
    Playing(console, places, opened.rules, opened.session, opened.seat).play()
