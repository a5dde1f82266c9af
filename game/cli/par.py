"""``par``: what can be reached in a scenario and by which plan, with a bar while it searches."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import typer

from game.analysis.memory import keep_freed_memory
from game.analysis.par import Par, hindsight_par, search_par
from game.analysis.par_text import par_data, plan_money, plan_shares
from game.analysis.par_trial import Progress
from game.cli.setup import Setup
from game.errors import StorageFailed, UnknownName
from game.market import LEVERS
from game.report.par_report import (
    anew_line,
    hindsight_line,
    par_headline,
    plan_table,
    policy_lines,
    share_lines,
    whole_money,
    whole_shares,
)
from game.scenario.rules import Rules
from game.session import draw_luck
from game.storage.pars import USUAL_EFFORT, is_stale, keep_par, known_par, ship_par
from game.storage.scenarios import find_scenario, list_scenarios, load_scenario
from game.words import Sentence, sentence

LEVER_WIDTH = 24
TURN_WIDTH = 11
"""Columns of a console that the name of a lever and the money of a turn take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is to be searched."""

    scenario: str
    effort: float = 1.0
    seed: int = 1  # luck of the game whose hindsight par is told
    as_json: bool = False


def show_par(setup: Setup, search: Search) -> None:
    """Search par, unless it is known, and print it.

    Raises:
        HandoffError: if the scenario is wrong or has no par.

    """
    rules = load_scenario(setup.places, search.scenario)
    par = sought_par(setup, rules, search.effort)
    luck = draw_luck(rules, search.seed)
    with _progress(setup, sentence("Searching the par of hindsight")) as told:
        hindsight = hindsight_par(rules, luck, par, effort=search.effort, progress=told)
    if search.as_json:
        name = find_scenario(setup.places, search.scenario).stem
        sys.stdout.write(_json(rules, par, name, (search.seed, hindsight.score)))
    else:
        _print(setup, rules, par)
        _say(setup, rules, hindsight_line(search.seed, hindsight.score))


def accept_pars(setup: Setup, scenario: str | None, effort: float) -> None:
    """Write the par of a shipped scenario, or of all whose par is missing or stale.

    Args:
        setup: where the scenarios are.
        scenario: its name; None = all.
        effort: of the search; less than usual is raised to it, since others rely on the result.

    Raises:
        HandoffError: if a scenario does not ship, is wrong, has no par, or the file cannot be
            written.

    """
    effort = max(effort, USUAL_EFFORT)
    shipped = tuple(each.name for each in list_scenarios(setup.places) if each.shipped)
    if scenario is not None and scenario not in shipped:
        raise UnknownName(
            "not_shipped",
            sentence(
                "'{name}' does not ship with the game, so its par is kept beside your own data. "
                "With --accept, choose one of: {shipped:either}.",
                name=scenario,
                shipped=shipped,
            ),
        )
    for name in shipped if scenario is None else (scenario,):
        rules = load_scenario(setup.places, name)
        if scenario is None and not is_stale(setup.places, rules):
            continue
        par = sought_par(setup, rules, effort)
        path = ship_par(setup.places, rules, par, effort)
        setup.remark(sentence("{path} is written.", path=str(path)))


def sought_par(setup: Setup, rules: Rules, effort: float = 1.0) -> Par:
    """Return the par of a scenario: the known one, or after a search with a progress bar.

    Raises:
        ParImpossible: if there is none.
        typer.Exit: if the search was cancelled.

    """
    known = known_par(setup.places, rules, effort)
    if known is not None:
        return known
    keep_freed_memory()
    with _progress(setup, sentence("Searching par")) as told:
        par = search_par(rules, effort=effort, progress=told)
    try:
        keep_par(setup.places, rules, par, effort)
    except StorageFailed as failed:
        setup.remark(failed.sentence)
    return par


@contextmanager
def _progress(setup: Setup, label: Sentence) -> Iterator[Progress | None]:
    """Show a bar on standard error where somebody is watching; Ctrl+C cancels with a sentence."""
    try:
        if sys.stderr.isatty():
            with _bar(setup.language.say(label)) as told:
                yield told
        else:
            yield None
    except KeyboardInterrupt:
        setup.remark(sentence("Cancelled; nothing was kept."))
        raise typer.Exit(1) from None


@contextmanager
def _bar(label: str) -> Iterator[Progress]:
    from rich.console import Console  # only where it is shown
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=1.0)

        def told(done: float, best: float) -> bool:
            bar.update(task, completed=done, description=f"{label} {best:.1f}")
            return True

        yield told


def _json(rules: Rules, par: Par, name: str, hindsight: tuple[int, float]) -> str:
    data: dict[str, Any] = par_data(rules, par)
    del data["handoff_par"]
    money, shares = plan_money(rules, par), plan_shares(rules, par)
    for turn, row in zip(data["turns"], money, strict=True):
        amounts = dict(zip(LEVERS, whole_money(row), strict=True))
        turn["money"] = {lever: amount for lever, amount in amounts.items() if amount > 0}
        turn["share"] = _told_shares(turn["share"])
    data |= {
        "scenario": name,
        "currency": rules.currency,
        "complete": par.complete,
        "shares": _told_shares(shares),
        "hindsight": {"seed": hindsight[0], "score": round(hindsight[1], 4)},
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _told_shares(shares: Mapping[str, float]) -> dict[str, float]:
    return dict(zip(shares, whole_shares(list(shares.values())), strict=True))


def _print(setup: Setup, rules: Rules, par: Par) -> None:
    from game.cli.tables import new_console, table_of  # rich is slow to come

    language = setup.language.with_currency(rules.currency)
    console, money = new_console(), plan_money(rules, par)
    _say(setup, rules, par_headline(rules, par))
    _say(setup, rules, anew_line())
    at_once = max((console.width - LEVER_WIDTH) // TURN_WIDTH, 1)
    for first in range(1, rules.turns + 1, at_once):
        turns = range(first, min(first + at_once, rules.turns + 1))
        table = plan_table(rules, money, turns, language)
        sys.stdout.write("\n")
        rows = table.said(language, short=True)
        console.print(table_of(table.headings(language), rows, total=True))
    for title, lines in (
        (sentence("Shares of all the money"), share_lines(rules, plan_shares(rules, par))),
        (sentence("Beside the money"), policy_lines(rules, par)),
    ):
        if lines:
            sys.stdout.write("\n")
            _say(setup, rules, title)
            for line in lines:
                sys.stdout.write("  ")
                _say(setup, rules, line)
    sys.stdout.write("\n")


def _say(setup: Setup, rules: Rules, words: Sentence) -> None:
    sys.stdout.write(setup.language.with_currency(rules.currency).say(words) + "\n")
