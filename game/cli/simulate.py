"""``simulate``: a whole game without a screen, by a bot or a plan file, as a table or JSON."""

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from game.analysis.memory import keep_freed_memory
from game.analysis.par import Par
from game.analysis.records import COLUMNS as RECORD_COLUMNS
from game.analysis.records import records, rows
from game.analysis.strategies import answers_of, new_strategy
from game.cli.plan_file import PlannedTurn, parse_plan, refused
from game.cli.setup import Setup
from game.errors import DecisionRejected
from game.report.briefing import goal_name, target_sentence
from game.report.language import Language
from game.report.rounding import points_shown
from game.report.simulation import (
    COLUMNS,
    columns_within,
    left_out,
    over_games,
    simulation,
    table_rows,
)
from game.scenario.rules import Rules
from game.session import (
    EndTurn,
    Luck,
    Plan,
    Seat,
    Session,
    Submit,
    apply,
    draw_luck,
    is_over,
    new_session,
    no_luck,
    player_view,
)
from game.storage.atomic import read_text, write_lines
from game.storage.pars import known_par
from game.storage.scenarios import find_scenario, load_scenario
from game.words import Sentence, sentence

_ABOUT_SQLS = sentence(
    "SQLs are all leads that sales works on: MQLs that it accepted, people that it found by "
    "prospecting, and referrals. So there can be more SQLs than MQLs."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be simulated."""

    scenario: str
    strategy: str = "steady"
    plan: Path | None = None
    seed: int = 1
    games: int = 1
    no_luck: bool = False
    as_json: bool = False
    csv: Path | None = None  # where to write every figure of every game


def simulate(setup: Setup, order: Order) -> None:
    """Play the games and print them.

    Raises:
        HandoffError: if the scenario, the strategy or the plan is wrong.

    """
    keep_freed_memory()
    rules = load_scenario(setup.places, order.scenario)
    plan = None
    if order.plan is not None:
        plan = parse_plan(read_text(order.plan), rules, str(order.plan))
    seeds = range(order.seed, order.seed + order.games)
    par = _par(setup, rules, order)
    points = None if par is None else par.score
    played: list[dict[str, Any]] = []

    def games() -> Iterator[Session]:
        for seed in _watched(setup, seeds):
            session = played_out(rules, order, seed, plan, par)
            played.append(simulation(rules, session, points))
            yield session

    if order.csv is None:
        for _ in games():
            pass
    else:
        written = _Written()
        write_lines(order.csv, written.counted(_csv_lines(rules, order, games())))
        setup.remark(written.sentence(order.csv))
    # The file's name, the same on every machine; rules.name tells files of one name apart.
    result = {**played[0], "scenario": find_scenario(setup.places, order.scenario).stem}
    if order.games > 1:
        result["games"] = over_games(played)
    if order.as_json:
        sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
    else:
        _print_tables(rules, result, setup.language.with_currency(rules.currency))


class _Written:
    """What goes into a file, counted as it goes by."""

    def __init__(self) -> None:
        self._rows = -1  # the heads are none
        self._bytes = 0

    def counted(self, lines: Iterable[str]) -> Iterator[str]:
        """Yield the lines as they are."""
        for line in lines:
            self._rows += 1
            self._bytes += len(line.encode()) + 1
            yield line

    def sentence(self, path: Path) -> Sentence:
        """Return what was written and how large it is."""
        return sentence(
            "{path}: {rows:number} rows, {size:decimal} MB.",
            path=str(path),
            rows=self._rows,
            size=self._bytes / 1e6,
        )


def _csv_lines(rules: Rules, order: Order, games: Iterable[Session]) -> Iterator[str]:
    """Yield every figure of every game as a line of CSV; no game is kept."""
    name = order.strategy if order.plan is None else order.plan.stem
    yield _csv_line(RECORD_COLUMNS)
    for session in games:
        yield from map(_csv_line, rows(records(rules, session, name)))


def _csv_line(row: Sequence[object]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="").writerow(row)
    return line.getvalue()


def _par(setup: Setup, rules: Rules, order: Order) -> Par | None:
    """Return the par if it is known; it is searched only for the strategy that plays it."""
    if order.plan is None and order.strategy == "par":
        from game.cli.par import sought_par  # only to play it

        return sought_par(setup, rules)
    return known_par(setup.places, rules)


def played_out(
    rules: Rules,
    order: Order,
    seed: int,
    plan: dict[int, PlannedTurn] | None,
    par: Par | None = None,
) -> Session:
    """Return a game played to its end; firms of other players are steady.

    Raises:
        PlanInvalid: if the rules refuse a row of the plan.

    """
    luck: Luck = no_luck(rules) if order.no_luck else draw_luck(rules, seed)
    seats = tuple(Seat(firm) for firm in range(rules.players))
    names = ["steady" if seat.firm else order.strategy for seat in seats]
    bots = [new_strategy(name, rules, seed, par) for name in names]
    session = new_session(rules, seed, seats, luck)
    while not is_over(rules, session):
        for seat, bot in zip(seats, bots, strict=True):
            view = player_view(rules, session, seat)
            for answer in answers_of(bot, view):
                session = apply(rules, session, answer)
            if plan is None or seat.firm:
                # An answer may have cost money.
                seen = player_view(rules, session, seat) if view.pending else view
                session = apply(rules, session, bot.decide(seen))
            elif session.turn in plan:
                session = _planned(rules, session, plan[session.turn], str(order.plan))
        session = apply(rules, session, EndTurn())
    return session


def _planned(rules: Rules, session: Session, row: PlannedTurn, where: str) -> Session:
    try:
        return apply(rules, session, submit_of(row.plan))
    except DecisionRejected as rejected:
        raise refused(where, row, rejected.sentence) from None


def submit_of(plan: Plan, seat: Seat = Seat()) -> Submit:  # noqa: B008  # a seat is a frozen value
    """Return the command that plays a whole plan."""
    return Submit(
        seat=seat,
        spend=plan.spend,
        bar=plan.bar,
        focus=plan.focus,
        positioning=plan.positioning,
    )


def _watched(setup: Setup, seeds: range) -> Iterable[int]:
    """Show a progress bar where many games are played and somebody is watching."""
    if len(seeds) < 20 or not sys.stderr.isatty():
        return seeds
    from rich.console import Console  # only where it is shown
    from rich.progress import track

    label = setup.language.say(sentence("Playing"))
    return track(seeds, description=label, console=Console(stderr=True), transient=True)


def _print_tables(rules: Rules, result: dict[str, Any], language: Language) -> None:
    from game.cli.tables import new_console, table_of  # rich is slow to come

    console = new_console()
    console.print(language.say(_heading(rules, result)))
    keys = columns_within(console.width, result, language)
    heads = [language.say(sentence("Turn")), *(language.say(COLUMNS[key]) for key in keys)]
    console.print(table_of(heads, table_rows(result, keys, language), left=0, total=True))
    notes = (_ABOUT_SQLS if {"mqls", "sqls"} <= set(keys) else None, left_out(keys))
    for note in notes:
        if note is not None:
            console.print(language.say(note), style="dim")
    _print_score(rules, result, language)


def _heading(rules: Rules, result: dict[str, Any]) -> Sentence:
    seed = str(result["seed"])
    if "games" not in result:
        return sentence("{title}, seed {seed}", title=rules.title, seed=seed)
    return sentence(
        "{title}, seed {seed}: the first of {count:number} games",
        title=rules.title,
        seed=seed,
        count=result["games"]["count"],
    )


def _over_games(games: dict[str, Any]) -> Sentence:
    mean = sentence("{points:decimal} points", points=games["mean"]["score"])
    of_par = games["mean"]["of_par"]
    if of_par is not None:
        mean = sentence("{points}, {share:share} of par,", points=mean, share=of_par)
    return sentence(
        "Over {count:number} games: {mean} on average, {low:decimal} to {high:decimal} in eight "
        "of ten.",
        count=games["count"],
        mean=mean,
        low=games["p10"]["score"],
        high=games["p90"]["score"],
    )


def _print_score(rules: Rules, result: dict[str, Any], language: Language) -> None:
    points = sentence("Score: {points:decimal} points", points=result["score"]["total"])
    of_par = result["score"]["of_par"]
    if of_par is not None:
        points = sentence(
            "{points}, {share:share} of par ({par:decimal} points)",
            points=points,
            share=of_par,
            par=result["score"]["total"] / of_par,
        )
    sys.stdout.write("\n" + language.say(points) + "\n")
    # Two lines may be about one measure: the target tells them apart.
    parts = points_shown(list(result["score"]["parts"].values()), result["score"]["total"])
    for rule, value in zip(rules.scorecard, parts, strict=True):
        line = sentence(
            "  {name} ({target}): {points:decimal}",
            name=goal_name(rule.measure, rule.at),
            target=target_sentence(rule.measure, rule.target, rule.at),
            points=value,
        )
        sys.stdout.write(language.say(line) + "\n")
    if "games" in result:
        sys.stdout.write(language.say(_over_games(result["games"])) + "\n")
